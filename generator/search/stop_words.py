"""Stop words around a term: the index leaves them out, but an exact phrase may have some.

Those that stand next to an occurrence of a term are written down with it, as one number: seven bits for each, the
nearest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from lunr.stop_word_filter import WORDS

from generator.search.merged import begins_of, bounds_of
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
    words: npt.NDArray[np.uint8],
    words_of: npt.NDArray[np.int64],
    places: npt.NDArray[np.int64],
    texts: npt.NDArray[np.uint32],
) -> Iterator[tuple[str, npt.NDArray[np.uint64]]]:
    """Give the stop words that stand "before" some words, then those "after" them, within the same text.

    Args:
        words: of all texts, as `stop_numbers` has them.
        words_of: how many of them each text has.
        places: those of the words asked for.
        texts: the number of the text that each of these is in.
    """
    parted = np.zeros(len(words) + len(words_of) + 1, dtype=np.uint8)  # what is no stop word stands around each text
    is_word = np.ones(len(parted), dtype=np.bool_)
    is_word[bounds_of(words_of + 1)] = False
    parted[is_word] = words
    at = places + texts + 1
    yield "before", _follow(parted, at, -1)
    yield "after", _follow(parted, at, 1)


def _follow(words: npt.NDArray[np.uint8], places: npt.NDArray[np.int64], step: int) -> npt.NDArray[np.uint64]:
    """Give the stop words from each place on, the place itself left out, in steps of -1 or 1."""
    beside = np.zeros(len(places), dtype=np.uint64)
    open_ = np.flatnonzero(words[places + step])
    at = places[open_] + step
    for distance in range(_MOST):
        beside[open_] |= words[at].astype(np.uint64) << np.uint64(_BITS * distance)
        at += step
        goes_on = words[at] != 0
        open_, at = open_.compress(goes_on), at.compress(goes_on)
    return beside


def shorten(
    beside: npt.NDArray[np.uint64], known: npt.NDArray[np.uint64]
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint64]]:
    """Give smaller numbers for those of `stop_words_beside`, and what they cannot say by themselves, behind a list."""
    short = beside.astype(np.uint32)  # of long ones a part, for now
    long = np.flatnonzero(beside >= _SHORT)
    more, places = np.unique(beside[long], return_inverse=True)
    short[long] = places + (_SHORT + len(known))
    return short, np.concatenate([known, more])


def lengthen(short: npt.NDArray[Any], known: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Give the numbers that `shorten` made these of."""
    beside = short.astype(np.uint64)
    long = np.flatnonzero(beside >= _SHORT)
    beside[long] = known[beside[long] - np.uint64(_SHORT)]
    return beside


def narrow(
    short: npt.NDArray[Any], known: npt.NDArray[np.uint64], begin: int = 0
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint64]]:
    """Give some of the numbers that `shorten` made, and what they need of its list, to stand from a place on."""
    narrowed = short.astype(np.uint32)
    long = np.flatnonzero(narrowed >= _SHORT)
    needed = known[narrowed[long] - np.uint32(_SHORT)]
    narrowed[long] = np.arange(begin + _SHORT, begin + _SHORT + len(long))
    return narrowed, needed


def join_short(short: Sequence[npt.NDArray[Any]], known: Sequence[npt.NDArray[np.uint64]]) -> npt.NDArray[np.uint32]:
    """Join numbers that `shorten` made with a list each: they are of all these lists, one behind the other."""
    joined = np.concatenate([np.zeros(0, dtype=np.uint32), *short]).astype(np.uint32, copy=False)
    begins = begins_of(np.array([len(each) for each in known], dtype=np.uint32)).astype(np.uint32)
    joined += np.repeat(begins, [len(each) for each in short]) * (joined >= _SHORT)
    return joined


def pack_stop_words(beside: npt.NDArray[np.uint64]) -> bytes:
    """Write the stop words of each number as a byte each, the nearest first, and a zero behind them."""
    counts = np.ones(len(beside), dtype=np.int64)
    digits = list(_digits(beside))
    for open_, _ in digits:
        counts[open_] += 1
    ends = np.cumsum(counts)
    begins = ends - counts
    packed = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    for distance, (open_, words) in enumerate(digits):
        packed[begins[open_] + distance] = words
    return packed.tobytes()


def ends_of_stop_words(packed: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    """Give where the stop words of each number end that `pack_stop_words` wrote."""
    return np.flatnonzero(packed == 0) + 1


def unpack_stop_words(data: bytes) -> npt.NDArray[np.uint64]:
    """Read what `pack_stop_words` wrote."""
    packed = np.frombuffer(data, dtype=np.uint8)
    ends = ends_of_stop_words(packed)
    places = np.concatenate(([0], ends[:-1])) if len(ends) else ends
    beside = np.zeros(len(ends), dtype=np.uint64)
    open_ = np.arange(len(ends))
    for distance in range(_MOST):
        goes_on = packed[places] != 0
        open_, places = open_.compress(goes_on), places.compress(goes_on)
        beside[open_] |= packed[places].astype(np.uint64) << np.uint64(_BITS * distance)
        places = places + 1
    return beside


def _digits(beside: npt.NDArray[np.uint64]) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.uint8]]]:
    """Give the places of all numbers that have a stop word, and the nearest of each; then the next one, and so on."""
    open_ = np.flatnonzero(beside != 0)
    left = beside[open_]
    while len(open_):
        yield open_, left.astype(np.uint8) & np.uint8((1 << _BITS) - 1)
        left = left >> np.uint64(_BITS)
        goes_on = left != 0
        open_, left = open_.compress(goes_on), left.compress(goes_on)
