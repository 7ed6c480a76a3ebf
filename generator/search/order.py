"""The order of terms: that of their UTF-16 code units, as JavaScript compares strings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[bytes, bytes | None]
"""Words between two: the key of the first, and that of the one behind the last; None for the end of all."""


def in_order(words: Sequence[str]) -> list[int]:
    """Give the places of words in their order."""
    text = "".join(words)
    if len(text.encode("utf-16-le")) == 2 * len(text):  # then code points sort alike, and faster
        return sorted(range(len(words)), key=words.__getitem__)
    return sorted(range(len(words)), key=lambda each: order_key(words[each]))


def order_key(word: str) -> bytes:
    """Give what sorts as a word does."""
    return word.encode("utf-16-be")


def spans_of(words: Iterable[str], firsts: Sequence[str]) -> Iterator[tuple[int, Span]]:
    """Yield those spans of all words that have some of these, in their order: the number of each, and its keys.

    Args:
        words: some.
        firsts: the first word of each span; the very first begins with any word.
    """
    begins = [order_key(""), *map(order_key, firsts[1:])]
    ends = [*begins[1:], None]
    for number in sorted({bisect_right(begins, order_key(word)) - 1 for word in words}):
        yield number, (begins[number], ends[number])
