"""The order of terms: that of their UTF-16 code units, as JavaScript compares strings."""

from __future__ import annotations

from collections.abc import Sequence


def in_order(words: Sequence[str]) -> list[int]:
    """Give the places of words in their order."""
    text = "".join(words)
    if len(text.encode("utf-16-le")) == 2 * len(text):  # then code points sort alike, and faster
        return sorted(range(len(words)), key=words.__getitem__)
    return sorted(range(len(words)), key=lambda each: order_key(words[each]))


def order_key(word: str) -> bytes:
    """Give what sorts as a word does."""
    return word.encode("utf-16-be")
