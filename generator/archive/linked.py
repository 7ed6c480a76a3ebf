"""What the pages of a range of cables link to, and which pages show a cable."""

from __future__ import annotations

from collections import defaultdict

from generator.archive.database import Database
from generator.archive.entries import FiledSource
from generator.archive.grouping import by_cable
from generator.archive.nearby import all_nearby

DAYS_LATER = 2
"""A telegram names none of the future, so a cable that was sent by so many days later is not the one that it means;
fewer are left for clocks and corrected copies."""


def cites_of(database: Database, start: int, stop: int) -> dict[int, dict[str, int]]:
    """Give what each cable of a range cites: ordinals by reference id."""
    rows = database.execute(
        "SELECT citing, target, cited FROM citation JOIN cable AS citer ON citer.ordinal = citing"
        " JOIN source_reference ON source_reference.source = citer.source"
        " AND source_reference.position = citation.position"
        " WHERE citing >= ? AND citing < ?",
        (start, stop),
    )
    return by_cable(rows)


def cited_by_of(database: Database, start: int, stop: int) -> dict[int, list[int]]:
    """Give what cites each cable of a range, by date."""
    cited_by: dict[int, list[int]] = defaultdict(list)
    rows = database.execute(
        "SELECT DISTINCT cited, citing FROM citation WHERE cited >= ? AND cited < ? ORDER BY cited, citing",
        (start, stop),
    )
    for cited, citing in rows:
        cited_by[cited].append(citing)
    return cited_by


def named_by(database: Database, start: int, stop: int) -> dict[int, dict[str, str]]:
    """Give the cables that the text of each cable of a range names by id: the addresses of their pages, by id.

    None that was sent later, as with references.
    """
    rows = database.execute(
        "SELECT naming.ordinal, named.id, named.address"
        " FROM cable AS naming CROSS JOIN source_named ON source_named.source = naming.source"
        " CROSS JOIN cable AS named ON named.id = source_named.id"
        " WHERE naming.ordinal >= ? AND naming.ordinal < ? AND named.ordinal <> naming.ordinal"
        " AND coalesce(julianday(named.sent) - julianday(naming.sent), 0) <= ?",
        (start, stop, DAYS_LATER),
    )
    return by_cable(rows)


def sources_of(database: Database, start: int, stop: int) -> dict[int, list[FiledSource]]:
    """Give where each cable of a range comes from."""
    sources: dict[int, list[FiledSource]] = defaultdict(list)
    rows = database.execute(
        "SELECT ordinal, version.number, path, line, sha256 FROM version JOIN source ON source.number = source"
        " WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal, version.number, path, line",
        (start, stop),
    )
    for ordinal, *source in rows:
        sources[ordinal].append(FiledSource(*source))
    return sources


def showing(database: Database, ordinal: int) -> set[int]:
    """Give the cables whose pages may show a cable's entry, but for those around it by citations."""
    rows = database.execute(
        "SELECT earlier_by_sender FROM cable WHERE ordinal = ?1"
        " UNION SELECT later_by_sender FROM cable WHERE ordinal = ?1"
        " UNION SELECT ordinal FROM cable WHERE ordinal IN (?1 - 1, ?1 + 1)",
        (ordinal,),
    )
    return {found for (found,) in rows if found is not None} | all_nearby(database, ordinal)
