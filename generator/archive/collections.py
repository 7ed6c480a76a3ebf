"""What printing asks the archive about collections."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

import msgspec

from generator.archive.database import Database
from generator.collection import Collection, undescribed
from generator.record import Record

_decode_collection = msgspec.json.Decoder(Collection).decode


class FiledCollection(Record, frozen=True, kw_only=True):
    """A collection with its figures.

    Attributes:
        collection: what is known of it.
        cables: how many cables it has; one that another collection has too counts in both.
        files: how many files they were read from.
        first: when the first cable with a date was sent; None if none has one.
        last: when the last was.
    """

    collection: Collection
    cables: int
    files: int
    first: datetime | None
    last: datetime | None


def read_collections(database: Database) -> dict[str, Collection]:
    """Give what is known of every collection that has cables, by name and in the order of names."""
    rows = database.execute(
        "SELECT name, record FROM (SELECT DISTINCT name FROM cable_collection) LEFT JOIN collection USING (name)"
        " ORDER BY name"
    )
    return {name: _decode_collection(record) if record else undescribed(name) for name, record in rows}


def file_collections(database: Database) -> list[FiledCollection]:
    """Give all collections that have cables, with their figures, in the order of their names."""
    return [_file_collection(database, collection) for collection in read_collections(database).values()]


def file_collection(database: Database, name: str) -> FiledCollection:
    """Give a collection that has cables, with its figures."""
    return _file_collection(database, read_collections(database)[name])


def collections_of(database: Database, start: int, stop: int) -> dict[int, list[str]]:
    """Give the names of the collections that have each cable of a range of ordinals."""
    names: dict[int, list[str]] = defaultdict(list)
    rows = database.execute(
        "SELECT ordinal, name FROM cable_collection WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal, name",
        (start, stop),
    )
    for ordinal, name in rows:
        names[ordinal].append(name)
    return names


def files_of(database: Database, name: str, limit: int) -> list[str]:
    """Give the first ``limit`` files that a collection was read from, by name."""
    rows = database.execute(
        "SELECT DISTINCT path FROM source WHERE collection = ? ORDER BY path LIMIT ?", (name, limit)
    )
    return [path for (path,) in rows]


def _file_collection(database: Database, collection: Collection) -> FiledCollection:
    (files,) = database.execute(
        "SELECT count(DISTINCT path) FROM source WHERE collection = ?", (collection.name,)
    ).fetchone()
    cables, first, last = database.execute(
        "SELECT count(*), min(sent), max(sent) FROM cable_collection JOIN cable USING (ordinal) WHERE name = ?",
        (collection.name,),
    ).fetchone()
    return FiledCollection(collection=collection, cables=cables, files=files, first=_time(first), last=_time(last))


def _time(sent: str | None) -> datetime | None:
    return datetime.fromisoformat(sent) if sent else None
