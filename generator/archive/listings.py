"""The ways in to an archive: what they list the cables under, and which ones under each key, by their ordinals."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from generator.archive.database import Database
from generator.archive.entries import Count


class Listing(StrEnum):
    """The ways in: each lists some of the cables under a key."""

    TAG = "tag"
    SENDER = "sender"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    UNDATED = "undated"
    CLASSIFICATION = "classification"
    SIGNER = "signer"
    COLLECTION = "collection"


_SENT_IN = "cable WHERE sent >= ?1 AND sent < ?1 || '~' ORDER BY sent, ordinal"
"""All times of a year, month or day sort between its digits and these with ``~``, which comes after ``-`` and ``T``."""
_LISTED = {
    Listing.TAG: "cable_tag WHERE code = ?1 ORDER BY ordinal",
    Listing.SENDER: "cable WHERE sender = ?1 ORDER BY ordinal",
    Listing.YEAR: _SENT_IN,
    Listing.MONTH: _SENT_IN,
    Listing.DAY: _SENT_IN,
    Listing.UNDATED: "cable WHERE sent IS NULL AND ?1 <> '' ORDER BY ordinal",
    Listing.CLASSIFICATION: "cable WHERE classification = ?1 ORDER BY ordinal",
    Listing.SIGNER: "cable WHERE signer = ?1 ORDER BY ordinal",
    Listing.COLLECTION: "cable_collection WHERE name = ?1 ORDER BY ordinal",
}
_COUNTED = {
    Listing.TAG: "SELECT code, count(*) FROM cable_tag GROUP BY code ORDER BY code",
    Listing.SENDER: "SELECT sender, count(*) FROM cable WHERE sender <> '' GROUP BY sender ORDER BY sender",
    Listing.UNDATED: "SELECT 'undated', count(*) FROM cable WHERE sent IS NULL HAVING count(*) > 0",
    Listing.CLASSIFICATION: (
        "SELECT classification, count(*) FROM cable WHERE classification <> ''"
        " GROUP BY classification ORDER BY classification"
    ),
    Listing.SIGNER: "SELECT signer, count(*) FROM cable WHERE signer <> '' GROUP BY signer ORDER BY signer",
    Listing.COLLECTION: "SELECT name, count(*) FROM cable_collection GROUP BY name ORDER BY name",
}
_SENT_WITHIN = "cable WHERE sent >= ?1 AND sent < ?1 || '~'"
_PLACES = {
    Listing.TAG: ("SELECT code FROM cable_tag WHERE ordinal = ?", "cable_tag WHERE code = ?1"),
    Listing.SENDER: ("SELECT sender FROM cable WHERE ordinal = ? AND sender <> ''", "cable WHERE sender = ?1"),
    Listing.YEAR: ("SELECT substr(sent, 1, 4) FROM cable WHERE ordinal = ? AND sent IS NOT NULL", _SENT_WITHIN),
    Listing.MONTH: ("SELECT substr(sent, 1, 7) FROM cable WHERE ordinal = ? AND sent IS NOT NULL", _SENT_WITHIN),
    Listing.DAY: ("SELECT substr(sent, 1, 10) FROM cable WHERE ordinal = ? AND sent IS NOT NULL", _SENT_WITHIN),
    Listing.UNDATED: (
        "SELECT 'undated' FROM cable WHERE ordinal = ? AND sent IS NULL",
        "cable WHERE sent IS NULL AND ?1 <> ''",
    ),
    Listing.CLASSIFICATION: (
        "SELECT classification FROM cable WHERE ordinal = ? AND classification <> ''",
        "cable WHERE classification = ?1",
    ),
    Listing.SIGNER: ("SELECT signer FROM cable WHERE ordinal = ? AND signer <> ''", "cable WHERE signer = ?1"),
    Listing.COLLECTION: ("SELECT name FROM cable_collection WHERE ordinal = ?", "cable_collection WHERE name = ?1"),
}
"""For each: the keys under which it has a cable, and what it has under a key."""
_DIGITS_OF_DATE = {Listing.YEAR: 4, Listing.MONTH: 7, Listing.DAY: 10}


def count_cables(database: Database) -> int:
    """Count the cables without looking at each: their ordinals have no gaps."""
    (cables,) = database.execute("SELECT coalesce(max(ordinal), -1) + 1 FROM cable").fetchone()
    return int(cables)


def count_listed(database: Database, listing: Listing) -> list[Count]:
    """Count the cables under every key of a listing, in the order of the keys."""
    if listing in _DIGITS_OF_DATE:
        rows = database.execute(
            "SELECT substr(sent, 1, ?) AS key, count(*) FROM cable WHERE sent IS NOT NULL GROUP BY key ORDER BY key",
            (_DIGITS_OF_DATE[listing],),
        )
    else:
        rows = database.execute(_COUNTED[listing])
    return [Count(*row) for row in rows]


def count_within(database: Database, listing: Listing, period: str) -> list[Count]:
    """Count the cables under those keys of MONTH or DAY that are inside a longer period such as ``2009``."""
    rows = database.execute(
        "SELECT substr(sent, 1, ?2) AS key, count(*) FROM cable"
        " WHERE sent >= ?1 AND sent < ?1 || '~' GROUP BY key ORDER BY key",
        (period, _DIGITS_OF_DATE[listing]),
    )
    return [Count(*row) for row in rows]


def list_ordinals(database: Database, listing: Listing, key: str, offset: int, limit: int) -> list[int]:
    """Give the ordinals of ``limit`` of the cables under a key, from the ``offset``-th (from 0) on.

    All that stands in an index, so the cables before those are passed over without looking at them.
    """
    rows = database.execute(f"SELECT ordinal FROM {_LISTED[listing]} LIMIT ?2 OFFSET ?3", (key, limit, offset))
    return [ordinal for (ordinal,) in rows]


def join_ordinals(database: Database, listing: Listing, key: str) -> str:
    """Give the ordinals of all cables under a key as one text, with commas between."""
    query = f"SELECT group_concat(ordinal) FROM (SELECT ordinal FROM {_LISTED[listing]})"
    (text,) = database.execute(query, (key,)).fetchone()
    return text or ""


def places_in_lists(database: Database, ordinal: int) -> Iterator[tuple[Listing, str, int, int]]:
    """Yield every list that a cable is in: what lists, under which key, how many stand before it, how many in all."""
    for listing, (keys, where) in _PLACES.items():
        for (key,) in database.execute(keys, (ordinal,)).fetchall():
            (before,) = database.execute(f"SELECT count(*) FROM {where} AND ordinal < ?2", (key, ordinal)).fetchone()
            (cables,) = database.execute(f"SELECT count(*) FROM {where} AND ?2 = ?2", (key, ordinal)).fetchone()
            yield listing, key, before, cables
