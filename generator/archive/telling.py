"""Who has which word, and which words tell something of a cable: those that few cables have.

Cables that share some of them are about something similar, more often than not: one is the sequel of the other, or both
are of a series, or about the same people (`generator.archive.similar`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from generator.archive.database import Database
from generator.archive.edits import Edit
from generator.archive.listings import count_cables
from generator.archive.telling_words import WORD_BYTES, Words, unpack_words

FEWEST, _MOST = 2, 50
"""A word that more cables have tells nothing, and costs much: each is looked at from each of the others."""
_SHARE = 8
"""In a small collection, what more than an eighth of all cables have tells nothing either."""
_BITS_OF_ORDINAL = 24
"""A word's number and an ordinal are sorted as one number; together they have 63 bits."""

Ordinals = npt.NDArray[np.uint32]


def most_telling(cables: int) -> int:
    """Give how many cables may have a word that tells something, of so many in all."""
    return min(max(cables // _SHARE, FEWEST), _MOST)


def list_words(database: Database) -> None:
    """Fill the table of words from the facts of all cables.

    Args:
        database: an archive open for writing, whose cables are in their order.
    """
    database.execute("DELETE FROM word")
    database.executemany("INSERT INTO word VALUES (?, ?, ?)", _group(_pairs(database)))


def update_words(database: Database, edits: Iterable[Edit]) -> frozenset[int]:
    """Bring the table of words up to date after edits.

    Args:
        database: an archive open for writing, its facts those after the edits.
        edits: those that were made, each with the words before it.

    Returns:
        The cables to which others may be similar now that were not, or the other way round, or more or less so.
    """
    most = most_telling(count_cables(database))
    beside: set[int] = set()
    for edit in edits:
        before, after = unpack_words(edit.words), _words_now(database, edit.ordinal)
        for number in np.setxor1d(before, after).tolist():
            having = _ordinals_having(database, number)
            now = np.setxor1d(having, np.array([edit.ordinal], "<u4"))
            for ordinals in (having, now):
                if FEWEST <= len(ordinals) <= most:
                    beside.update(ordinals.tolist())
            _note(database, number, now)
    return frozenset(beside)


def _ordinals_having(database: Database, number: int) -> Ordinals:
    """Give the cables that have a word."""
    row = database.execute("SELECT ordinals FROM word WHERE number = ?", (number,)).fetchone()
    return unpack_ordinals(row[0] if row else b"")


def unpack_ordinals(packed: bytes) -> Ordinals:
    """Give the ordinals that stand in the table of words; those of several words may stand one behind another."""
    return np.frombuffer(packed, "<u4")


def _note(database: Database, number: int, ordinals: Ordinals) -> None:
    """Note which cables have a word; none is left of one that no cable has."""
    if len(ordinals):
        row = (number, len(ordinals), ordinals.astype("<u4").tobytes())
        database.execute("INSERT OR REPLACE INTO word VALUES (?, ?, ?)", row)
    else:
        database.execute("DELETE FROM word WHERE number = ?", (number,))


def _words_now(database: Database, ordinal: int) -> Words:
    (words,) = database.execute(
        "SELECT words FROM cable JOIN source_words USING (source) WHERE ordinal = ?", (ordinal,)
    ).fetchone()
    return unpack_words(words)


def _pairs(database: Database) -> npt.NDArray[np.int64]:
    """Give each word of each cable and the cable's ordinal as one number, sorted."""
    words, counts = bytearray(), []
    for (packed,) in database.execute(
        "SELECT words FROM cable CROSS JOIN source_words USING (source) ORDER BY ordinal"
    ):
        words += packed
        counts.append(len(packed) // WORD_BYTES)
    pairs = unpack_words(words) << _BITS_OF_ORDINAL
    pairs |= np.repeat(np.arange(len(counts)), counts)
    pairs.sort()
    return pairs


def _group(pairs: npt.NDArray[np.int64]) -> Iterator[tuple[int, int, bytes]]:
    """Yield the rows of the table of words."""
    numbers = pairs >> _BITS_OF_ORDINAL
    starts = np.flatnonzero(np.diff(numbers, prepend=-1))
    ordinals = (pairs & (1 << _BITS_OF_ORDINAL) - 1).astype("<u4").tobytes()
    stops = np.append(starts, len(pairs))[1:]
    for number, start, stop in zip(numbers[starts].tolist(), starts.tolist(), stops.tolist(), strict=True):
        yield number, stop - start, ordinals[start * 4 : stop * 4]
