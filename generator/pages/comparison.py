"""Compares two texts of a cable: paragraph by paragraph, and word by word where a paragraph differs.

Nothing is left out: the left sides of all rows together are the first text, word for word, and the right sides the
second. White space is not compared, nor are signs that mean the same (`generator.archive.same_text`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from generator.archive.same_text import fold_signs, is_page_line
from generator.pages.alignment import Aligner, Span
from generator.record import Record

_TO_PAIR = 2_500
"""So many pairs of paragraphs are looked at to find those that belong together; of more, the order decides."""
_ALIKE = 0.4
"""Paragraphs that share less of their words than this are two paragraphs, not one that was changed."""
_LITTLE_LEFT = 2
"""So few words that stay the same amid changes are shown as part of the change: they would only confuse."""
_FULL_LINE = 45
"""A line of fewer characters was ended on purpose, as those of a header are; a longer one may have been wrapped."""
_BEGINS_ANEW = re.compile(r"¶|\(?(?:[0-9]{1,3}|[A-Za-z])[.)](?:\s|\()|-|\*|•|={3}|[A-Z][A-Za-z ./()-]{1,30}:")
_ENDS_A_SENTENCE = (".", "?", "!", ":", '"', "”", ")", "-", "=")


class Piece(Record, frozen=True):
    """Words of a row, and whether the other side lacks them."""

    text: str
    changed: bool


class Row(Record, frozen=True):
    """A paragraph, or a line of a header, on both sides; a side that has none is empty.

    ``same`` tells that both sides have the very same words, so that one can stand for both.
    """

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    same: bool


def compare_texts(left: str, right: str) -> list[Row]:
    """Compare two texts; raises nothing, and takes no more time than grows with their length."""
    aligner = Aligner()
    on_left, on_right = list(split_paragraphs(left)), list(split_paragraphs(right))
    rows: list[Row] = []
    for span in aligner.align([_key(text) for text in on_left], [_key(text) for text in on_right]):
        here, there = on_left[span.left_start : span.left_stop], on_right[span.right_start : span.right_stop]
        if span.same:
            rows += (_same_row(one, other) for one, other in zip(here, there, strict=True))
        else:
            rows += (_changed_row(one, other, aligner) for one, other in _pair(here, there))
    return rows


def split_paragraphs(text: str) -> Iterator[str]:
    """Cut a text into paragraphs and lines, so that another copy of it, wrapped in another way, falls into the same.

    A page line does not end the sentence that it stands in. A line with wide gaps belongs to a table, and keeps them.
    """
    words: list[str] = []
    is_open = False  # the next line may go on with this one
    within_page = False  # so may the line behind a page line and blank lines
    for line in text.split("\n"):
        stripped = line.strip()
        if not stripped:
            is_open = is_open and within_page
            continue
        if is_page_line(stripped) and words and not words[-1].endswith(_ENDS_A_SENTENCE):
            words.append(stripped)
            is_open = within_page = True
            continue
        table = "   " in stripped
        if words and (table or not is_open or _begins_anew(stripped, words[-1])):
            yield " ".join(words)
            words = []
        words.append(stripped if table else " ".join(stripped.split()))
        is_open = not table and len(stripped) >= _FULL_LINE and not line.endswith("  ")
        within_page = False
    if words:
        yield " ".join(words)


def _begins_anew(line: str, before: str) -> bool:
    is_signer = line.isupper() and " " not in line and before.endswith(_ENDS_A_SENTENCE)
    return is_signer or _BEGINS_ANEW.match(line) is not None


def _key(text: str) -> str:
    return " ".join(fold_signs(text).split())


def _same_row(left: str, right: str) -> Row:
    return Row((Piece(left, changed=False),), (Piece(right, changed=False),), same=left.split() == right.split())


def _pair(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Put paragraphs that were changed next to what they were changed to; what has no other gets an empty one."""
    i = j = 0
    for on_left, on_right in [*_likely_pairs(left, right), (len(left), len(right))]:
        yield from zip_longest(left[i:on_left], right[j:on_right], fillvalue="")
        if on_left < len(left):
            yield left[on_left], right[on_right]
        i, j = on_left + 1, on_right + 1


def _likely_pairs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Find the pairs, in their order, that share the most of their words in all."""
    if not left or not right or len(left) * len(right) > _TO_PAIR:
        return []
    words_left, words_right = ([Counter(_key(text).split()) for text in side] for side in (left, right))
    # best[i][j]: what can be had from left[i:] and right[j:]
    alike = [[_likeness(one, other) for other in words_right] for one in words_left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(left: Counter[str], right: Counter[str]) -> float:
    few, many = sorted((left, right), key=len)
    shared = sum(min(count, many[word]) for word, count in few.items() if word in many)
    share = 2 * shared / (left.total() + right.total())
    return share if share >= _ALIKE else 0.0


def _changed_row(left: str, right: str, aligner: Aligner) -> Row:
    if not left or not right:
        return Row(_whole(left), _whole(right), same=False)
    words_left, words_right = left.split(" "), right.split(" ")
    spans = aligner.align(
        [fold_signs(word).strip() for word in words_left], [fold_signs(word).strip() for word in words_right]
    )
    spans = list(_without_crumbs(spans))
    kept = sum(span.left_stop - span.left_start for span in spans if span.same)
    if 2 * kept < _ALIKE * (len(words_left) + len(words_right)):
        return Row(_whole(left), _whole(right), same=False)
    return Row(
        tuple(_pieces(words_left, [(span.left_start, span.left_stop, span.same) for span in spans])),
        tuple(_pieces(words_right, [(span.right_start, span.right_stop, span.same) for span in spans])),
        same=False,
    )


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, changed=True),) if text else ()


def _without_crumbs(spans: Sequence[Span]) -> Iterator[Span]:
    """Join changes between which only a word or two stays the same, where the changes are longer than that."""
    spans = list(spans)
    crumbs = {
        index + 1
        for index, (before, span, after) in enumerate(zip(spans, spans[1:], spans[2:], strict=False))
        if span.same
        and span.left_stop - span.left_start <= _LITTLE_LEFT
        and min(_length(before), _length(after)) > span.left_stop - span.left_start
    }
    starts = [i for i, span in enumerate(spans) if i not in crumbs and (i - 1 not in crumbs or span.same)]
    for start, stop in pairwise([*starts, len(spans)]):
        first, last = spans[start], spans[stop - 1]
        yield Span(first.left_start, last.left_stop, first.right_start, last.right_stop, same=first.same)


def _length(span: Span) -> int:
    return max(span.left_stop - span.left_start, span.right_stop - span.right_start)


def _pieces(words: Sequence[str], places: Sequence[tuple[int, int, bool]]) -> Iterator[Piece]:
    for start, stop, same in places:
        if start < stop:
            yield Piece(" ".join(words[start:stop]), changed=not same)
