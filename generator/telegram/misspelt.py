"""Misspelt words: a word of a closed list is told through one typing slip (``FEBUARY``, ``SIPIDS``, ``UNLCAS``)."""

from __future__ import annotations

from collections.abc import Iterable

_SWAPPED = 2


def closest(word: str, words: Iterable[str]) -> str:
    """Give the word of a list that is meant.

    Returns:
        The word itself where the list has it; else the only one that is a single slip away: a letter too many or
        too few, a wrong one, or two in each other's place. Empty where there is none, or more than one.
    """
    known = tuple(words)
    if word in known:
        return word
    near = [each for each in known if one_slip_apart(word, each)]
    return near[0] if len(near) == 1 else ""


def one_slip_apart(one: str, other: str) -> bool:
    """Tell whether a single typing slip makes one word of the other."""
    shortest = min(len(one), len(other))
    if max(len(one), len(other)) - shortest > 1:
        return False
    if shortest > _SWAPPED and one[0] != other[0] and one[-1] != other[-1]:  # a slip is at one end at most
        return False
    start = 0
    while start < shortest and one[start] == other[start]:
        start += 1
    end = 0
    while end < shortest - start and one[-1 - end] == other[-1 - end]:
        end += 1
    here, there = one[start : len(one) - end], other[start : len(other) - end]
    swapped = len(here) == _SWAPPED and here == there[::-1]
    return swapped or (len(here) <= 1 and len(there) <= 1)
