"""Stop words around a term: the index leaves them out, but an exact phrase may have some.

Those that stand next to an occurrence of a term are written down with it, as one number: seven bits for each, the
nearest first.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from lunr.stop_word_filter import WORDS

from generator.search.terms import Forms

STOP_WORDS = tuple(sorted(WORDS))
_BITS = 7
_SHORT = 1 << 2 * _BITS
"""Numbers of up to two stop words are below this one."""
_MOST = 8
"""So many in a row are told apart; a phrase that somebody looks for hardly has more."""


def stop_numbers(forms: Forms) -> npt.NDArray[np.uint8]:
    """Give the number of each form that is a stop word, its place in `STOP_WORDS` from 1 on, and 0 for others."""
    numbers = np.zeros(len(forms.forms), dtype=np.uint8)
    numbers[[forms.number_of(word) for word in STOP_WORDS]] = np.arange(1, len(STOP_WORDS) + 1)
    numbers[0] = 0  # where those stood that were not seen
    return numbers


def stop_words_beside(
    words: npt.NDArray[np.uint8], text_of: npt.NDArray[np.uint32], places: npt.NDArray[np.int64], step: int
) -> npt.NDArray[np.uint64]:
    """Give the stop words that stand next to some words, within the same text.

    Args:
        words: of all texts, as `stop_numbers` has them.
        text_of: the text of each word.
        places: those of the words asked for.
        step: -1 for what stands in front of them, 1 for what stands behind.
    """
    beside = np.zeros(len(places), dtype=np.uint64)
    open_, at = np.arange(len(places)), places
    for distance in range(_MOST):
        at = at + step
        inside = (at >= 0) & (at < len(words))
        open_, at = open_[inside], at[inside]
        goes_on = (words[at] != 0) & (text_of[at] == text_of[places[open_]])
        open_, at = open_[goes_on], at[goes_on]
        if not len(open_):
            break
        beside[open_] |= words[at].astype(np.uint64) << np.uint64(_BITS * distance)
    return beside


def shorten(beside: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]:
    """Give smaller numbers for those of `stop_words_beside`, and a list of what they cannot say by themselves."""
    short = beside.astype(np.int64)
    long = np.flatnonzero(beside >= _SHORT)
    known, places = np.unique(beside[long], return_inverse=True)
    short[long] = places + _SHORT
    return short, known


def lengthen(short: npt.NDArray[Any], known: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Give the numbers that `shorten` made these of."""
    beside = short.astype(np.uint64)
    long = np.flatnonzero(beside >= _SHORT)
    beside[long] = known[beside[long] - np.uint64(_SHORT)]
    return beside


def pack_stop_words(beside: npt.NDArray[np.uint64]) -> bytes:
    """Write the stop words of each number as a byte each, the nearest first, and a zero behind them."""
    counts = np.ones(len(beside), dtype=np.int64)
    for distance in range(_MOST):
        counts += beside >> np.uint64(_BITS * distance) != 0
    ends = np.cumsum(counts)
    packed = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    at, numbers = ends - counts, beside
    while len(numbers):
        goes_on = numbers != 0
        at, numbers = at[goes_on], numbers[goes_on]
        packed[at] = numbers & np.uint64((1 << _BITS) - 1)
        at, numbers = at + 1, numbers >> np.uint64(_BITS)
    return packed.tobytes()
