"""Keeps entries of cables at hand: one is in a dozen lists, and next to other cables' pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from generator.archive.database import Database
from generator.archive.entries import CableEntry

ENTRY = "id, address, sent, sender, subject, headline, classification"
"""The columns of the table ``cable`` that an entry is made of."""
_MOST = 10_000
"""Entries that are kept, about 5 MB. Of a larger archive, lists are so far apart that more would help little."""


class EntryShelf:
    """Entries by their ordinals, each read once.

    Args:
        database: a finished archive.
        most: how many are kept; when there would be more, the shelf is cleared.
    """

    def __init__(self, database: Database, most: int = _MOST) -> None:
        self._database = database
        self._most = most
        self._entries: dict[int, CableEntry] = {}

    def fetch(self, ordinals: Collection[int]) -> Mapping[int, CableEntry]:
        """Give entries by their ordinals: those asked for, as far as there are such cables, and perhaps others."""
        missing = [ordinal for ordinal in ordinals if ordinal not in self._entries]
        if missing:
            if len(self._entries) + len(missing) > self._most:
                self._entries.clear()
                missing = list(ordinals)
            rows = self._database.execute(
                f"SELECT ordinal, {ENTRY} FROM cable WHERE ordinal IN (SELECT value FROM json_each(?))", (str(missing),)
            )
            self._entries.update((ordinal, make_entry(columns)) for ordinal, *columns in rows)
        return self._entries


def make_entry(columns: Sequence[Any]) -> CableEntry:
    """Make an entry of the columns of `ENTRY`."""
    cable_id, address, sent, *rest = columns
    return CableEntry(cable_id, address, datetime.fromisoformat(sent) if sent else None, *rest)
