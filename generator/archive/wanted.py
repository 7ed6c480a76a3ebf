"""Wanted cables: those that cables of the collection cite, and that it has not."""

from __future__ import annotations

from generator.archive.database import Database
from generator.archive.grouping import by_cable
from generator.record import Record


class Wanted(Record, frozen=True):
    """A cable that the collection has not.

    Attributes:
        target: its reference id, as the references mean it.
        cables: how many cables cite it.
        citing: the ordinals of the first of them.
    """

    target: str
    cables: int
    citing: tuple[int, ...]


def count_wanted(database: Database) -> int:
    """Count the wanted cables."""
    (count,) = database.execute("SELECT count(*) FROM wanted").fetchone()
    return int(count)


def list_wanted(database: Database, offset: int, limit: int, citing: int) -> list[Wanted]:
    """Give ``limit`` of the wanted cables, those that most cables cite first, from the ``offset``-th (from 0) on.

    Of the cables that cite each, the first ``citing`` by date are given.
    """
    rows = database.execute(
        "SELECT target, cables FROM wanted WHERE place >= ? AND place < ? ORDER BY place", (offset, offset + limit)
    ).fetchall()
    return [Wanted(target, cables, _cite(database, target, citing)) for target, cables in rows]


def wanted_by(database: Database, start: int, stop: int) -> dict[int, dict[str, int]]:
    """Give how many cables cite what each cable of a range cites and the collection has not, by reference id."""
    rows = database.execute(
        "SELECT ordinal, target, cables FROM cable CROSS JOIN source_reference USING (source)"
        " JOIN wanted USING (target) WHERE ordinal >= ? AND ordinal < ?",
        (start, stop),
    )
    return by_cable(rows)


def places_in_wanted(database: Database, ordinal: int) -> list[int]:
    """Give the places of the wanted cables that a cable cites."""
    rows = database.execute(
        "SELECT place FROM cable CROSS JOIN source_reference USING (source)"
        " JOIN wanted USING (target) WHERE ordinal = ?",
        (ordinal,),
    )
    return [place for (place,) in rows]


def _cite(database: Database, target: str, limit: int) -> tuple[int, ...]:
    rows = database.execute(
        "SELECT ordinal FROM source_reference JOIN cable USING (source) WHERE target = ? ORDER BY ordinal LIMIT ?",
        (target, limit),
    )
    return tuple(ordinal for (ordinal,) in rows)
