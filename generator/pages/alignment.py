"""Finds what two sequences of texts have in common, in their order, and what they do not.

Python's difflib finds that well, but its time grows with the square of the length and more. So it is asked only about
short stretches: what begins and ends alike is put aside first, then whatever occurs exactly once on both sides holds
the two together (as in Bram Cohen's patience diff), and what is still too dear to compare counts as different whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_DEAREST = 20_000
"""What one stretch may cost: its length, and the pairs in it that are equal. A paragraph of 1,200 words costs that."""
_MOST_TOGETHER = 400_000
"""What all stretches of one comparison may cost together."""


class Span(NamedTuple):
    """A stretch of both sequences: from ``left_start`` to below ``left_stop``, and so on the right."""

    left_start: int
    left_stop: int
    right_start: int
    right_stop: int
    same: bool


class Aligner:
    """Aligns sequences, and grows no slower than they do: it has so much to spend, and then gives up."""

    def __init__(self) -> None:
        self._left_to_spend = _MOST_TOGETHER

    def align(self, left: Sequence[str], right: Sequence[str]) -> list[Span]:
        """Cut two sequences into spans that are the same and spans that differ.

        Returns:
            Spans without gaps, in their order; two neighbours are never of one kind.
        """
        whole = Span(0, len(left), 0, len(right), same=False)
        return list(_joined(self._align(left, right, whole, anchored=False)))

    def _align(self, left: Sequence[str], right: Sequence[str], span: Span, *, anchored: bool) -> Iterator[Span]:
        head, middle, tail = _without_ends(left, right, span)
        yield head
        if middle.left_start == middle.left_stop or middle.right_start == middle.right_stop:
            yield middle
        elif self._afford(left, right, middle):
            yield from _ask_difflib(left, right, middle)
        elif anchored:
            yield middle
        else:
            for gap, anchor in _anchors(left, right, middle):
                yield from self._align(left, right, gap, anchored=True)
                yield anchor
        yield tail

    def _afford(self, left: Sequence[str], right: Sequence[str], span: Span) -> bool:
        length = span.left_stop - span.left_start + span.right_stop - span.right_start
        if length > _DEAREST:
            return False
        on_left = Counter(left[span.left_start : span.left_stop])
        on_right = Counter(right[span.right_start : span.right_stop])
        cost = length + sum(count * on_right[text] for text, count in on_left.items())
        if cost > _DEAREST or cost > self._left_to_spend:
            return False
        self._left_to_spend -= cost
        return True


def _without_ends(left: Sequence[str], right: Sequence[str], span: Span) -> tuple[Span, Span, Span]:
    """Put aside what a span begins and ends with on both sides."""
    i, i_stop, j, j_stop, _ = span
    while i < i_stop and j < j_stop and left[i] == right[j]:
        i += 1
        j += 1
    while i < i_stop and j < j_stop and left[i_stop - 1] == right[j_stop - 1]:
        i_stop -= 1
        j_stop -= 1
    return (
        Span(span.left_start, i, span.right_start, j, same=True),
        Span(i, i_stop, j, j_stop, same=False),
        Span(i_stop, span.left_stop, j_stop, span.right_stop, same=True),
    )


def _ask_difflib(left: Sequence[str], right: Sequence[str], span: Span) -> Iterator[Span]:
    i, i_stop, j, j_stop, _ = span
    matcher = SequenceMatcher(None, left[i:i_stop], right[j:j_stop], autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        yield Span(i + i1, i + i2, j + j1, j + j2, same=kind == "equal")


def _anchors(left: Sequence[str], right: Sequence[str], span: Span) -> Iterator[tuple[Span, Span]]:
    """Yield gaps, each with the anchor that follows it: a text that both sides have once. The last anchor is empty."""
    i, i_stop, j, j_stop, _ = span
    count_left, count_right = Counter(left[i:i_stop]), Counter(right[j:j_stop])
    places = {right[place]: place for place in range(j, j_stop) if count_right[right[place]] == 1}
    pairs = [
        (place, places[left[place]])
        for place in range(i, i_stop)
        if count_left[left[place]] == 1 and left[place] in places
    ]
    for on_left, on_right in _longest_ascent(pairs):
        yield Span(i, on_left, j, on_right, same=False), Span(on_left, on_left + 1, on_right, on_right + 1, same=True)
        i, j = on_left + 1, on_right + 1
    yield Span(i, i_stop, j, j_stop, same=False), Span(i_stop, i_stop, j_stop, j_stop, same=True)


def _longest_ascent(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the most pairs whose second numbers ascend as their first do."""
    ends: list[int] = []  # of the best ascent of each length, the last second number
    best: list[int] = []  # and the index of that pair
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(best[length - 1] if length else -1)
        ends[length : length + 1] = [second]
        best[length : length + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = best[-1] if best else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Leave out empty spans, and make one of neighbours of one kind."""
    last: Span | None = None
    for span in spans:
        if span.left_start == span.left_stop and span.right_start == span.right_stop:
            continue
        if last and last.same == span.same:
            last = Span(last.left_start, span.left_stop, last.right_start, span.right_stop, last.same)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
