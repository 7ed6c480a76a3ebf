"""Which cables are about something similar: they share words that few cables have, the fewer the more."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from generator.archive.database import Database
from generator.archive.listings import count_cables
from generator.archive.telling import FEWEST, most_telling, unpack_ordinals
from generator.archive.telling_words import WORD_BYTES, unpack_words

Integers = npt.NDArray[np.int64]

_LEAST_SHARED = 2
_TAG_WEIGHS_LESS = 4
_BEYOND_CHANCE = 5
"""Both in fourths of a power of two, as all weights are."""
_WORDS = """
SELECT ordinal, words FROM cable CROSS JOIN source_words USING (source) WHERE ordinal >= ? AND ordinal < ?
"""
_TELLING = """
SELECT number, cables, ordinals FROM word
WHERE number IN (SELECT value FROM json_each(?1)) AND cables BETWEEN ?2 AND ?3
ORDER BY number
"""


class _Words(NamedTuple):
    """Words of cables: a number and an ordinal for each word of each cable."""

    numbers: Integers
    ordinals: Integers


class _Telling(NamedTuple):
    """Words that tell something, in the order of their numbers; who has them, one word's cables behind another's."""

    numbers: Integers
    counts: Integers
    ordinals: Integers


def similar_of(database: Database, start: int, stop: int) -> dict[int, dict[int, int]]:
    """Find for each cable of a range those that are similar to it, and how much.

    A word weighs as many powers of two as there are cables for each that has it; a TAG one less, as it says less than a
    name. Two cables are similar if they share two words at least, and what they share weighs more than one of all
    cables: by so much that hardly any other would share as much by chance.

    Args:
        database: a finished archive.
        start: the first ordinal.
        stop: the one behind the last.
    """
    count = count_cables(database)
    words = _read_words(database, start, stop)
    telling = _read_telling(database, np.unique(words.numbers), count)
    keys, weights = _weigh_pairs(words, telling, count)
    similar: dict[int, dict[int, int]] = defaultdict(dict)
    for key, weight in zip(keys.tolist(), weights.tolist(), strict=True):
        ordinal, other = divmod(key, count)
        if other != ordinal:
            similar[ordinal][other] = weight
    return similar


def _read_words(database: Database, start: int, stop: int) -> _Words:
    rows = database.execute(_WORDS, (start, stop)).fetchall()
    numbers = unpack_words(b"".join([words for _, words in rows]))
    ordinals = np.array([ordinal for ordinal, _ in rows], np.int64)
    sizes = np.array([len(words) // WORD_BYTES for _, words in rows], np.int64)
    return _Words(numbers, np.repeat(ordinals, sizes))


def _read_telling(database: Database, numbers: Integers, count: int) -> _Telling:
    rows = database.execute(_TELLING, (json.dumps(numbers.tolist()), FEWEST, most_telling(count))).fetchall()
    return _Telling(
        np.array([number for number, _, _ in rows], np.int64),
        np.array([cables for _, cables, _ in rows], np.int64),
        unpack_ordinals(b"".join([ordinals for _, _, ordinals in rows])).astype(np.int64),
    )


def _weigh_pairs(words: _Words, telling: _Telling, count: int) -> tuple[Integers, Integers]:
    """Put each cable beside all that have one of its telling words, itself among them, and weigh what they share.

    Returns:
        For each pair that is similar, the one's ordinal times all cables plus the other's; and the weight.
    """
    is_telling = np.isin(words.numbers, telling.numbers)
    ordinals = words.ordinals[is_telling]
    places = np.searchsorted(telling.numbers, words.numbers[is_telling])
    counts = telling.counts[places]
    # Each word's cables stand in one row of ordinals: these are the places of all in it, word after word.
    starts = np.cumsum(telling.counts) - telling.counts
    ends = np.cumsum(counts)
    others = np.repeat(starts[places] - ends + counts, counts) + np.arange(counts.sum())
    keys, pairs, shared = np.unique(
        np.repeat(ordinals, counts) * count + telling.ordinals[others], return_inverse=True, return_counts=True
    )
    rarity = _weights(count)[telling.counts] - (telling.numbers & 1) * _TAG_WEIGHS_LESS
    # Sums of small whole numbers: exact, though they are made of floats.
    weights = np.bincount(pairs, np.repeat(rarity[places], counts), len(keys)).astype(np.int64)
    chosen = (shared >= _LEAST_SHARED) & (weights >= _log(count, 1) + _BEYOND_CHANCE)
    return keys[chosen], weights[chosen]


def _weights(count: int) -> Integers:
    """Give what a word weighs by how many of all cables have it."""
    return np.array([0, *(_log(count, having) for having in range(1, most_telling(count) + 1))], np.int64)


def _log(count: int, having: int) -> int:
    """Give of a share of all cables which power of two it is, in fourths: a whole number, so the same everywhere."""
    return max((count**4 // having**4).bit_length() - 1, 0)
