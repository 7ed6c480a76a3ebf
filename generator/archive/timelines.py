"""Timelines: how many cables under a key were sent in each month."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generator.archive.database import Database
from generator.archive.entries import Count
from generator.archive.listings import Listing, join_ordinals


class Months:
    """The months in which cables were sent. Cables are numbered by date, so a month is a range of ordinals.

    Args:
        counts: of each month that has cables, how many.
    """

    def __init__(self, counts: Sequence[Count]) -> None:
        self._keys = [count.key for count in counts]
        self._ends = np.cumsum([count.cables for count in counts], dtype=np.uint32)

    def count(self, database: Database, listing: Listing, key: str) -> tuple[Count, ...]:
        """Count the cables under a key by month, in one query; undated ones, which have the last ordinals, in none.

        SQLite hands over the ordinals as one text, and none of the cables is looked at: those of a TAG that 60,000
        have take some milliseconds.
        """
        ordinals = np.fromstring(join_ordinals(database, listing, key), dtype=np.uint32, sep=",")
        counts = np.bincount(np.searchsorted(self._ends, ordinals, side="right"))[: len(self._keys)]
        months = np.flatnonzero(counts)  # most lists have cables of few months
        return tuple(map(Count, [self._keys[month] for month in months.tolist()], counts[months].tolist()))
