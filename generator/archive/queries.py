"""What printing asks the archive: the queries that are the cross-links.

An `Archive` is a finished archive open for reading. Workers open one each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec

from generator.archive.collections import (
    FiledCollection,
    collections_of,
    file_collection,
    file_collections,
    files_of,
    listed_in,
    read_collections,
)
from generator.archive.database import open_for_reading
from generator.archive.entries import CableEntry, CableText, Count, FiledCable, SaidBeside, Version
from generator.cable import Cable
from generator.collection import Collection
from generator.findings import Finding

_ENTRY = "cable.id, cable.address, cable.sent, cable.sender, cable.subject, cable.classification"
_decode_cable = msgspec.json.Decoder(Cable).decode
_decode_beside = msgspec.json.Decoder(SaidBeside).decode
_decode_text = msgspec.json.Decoder(CableText).decode


class Listing(Enum):
    """The ways in: each lists some of the cables under a key."""

    TAG = "tag"
    SENDER = "sender"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    UNDATED = "undated"
    COLLECTION = "collection"


_DIGITS_OF_DATE = {Listing.YEAR: 4, Listing.MONTH: 7, Listing.DAY: 10}


class Archive:
    """A finished archive.

    Args:
        path: the SQLite file.
    """

    def __init__(self, path: Path) -> None:
        self._database = open_for_reading(path)
        self._collections: dict[str, Collection] | None = None

    def count(self) -> int:
        """Count the cables."""
        return int(self._value("SELECT count(*) FROM cable"))

    def span(self) -> tuple[datetime, datetime] | None:
        """Give the first and the last time at which a cable was sent; None if no cable has a date."""
        first, last = self._database.execute("SELECT min(sent), max(sent) FROM cable").fetchone()
        return (datetime.fromisoformat(first), datetime.fromisoformat(last)) if first else None

    def findings(self) -> tuple[Finding, ...]:
        """Give what was noticed while parsing the cables."""
        rows = self._database.execute("SELECT path, line, code, message, advice FROM finding")
        return tuple(Finding(*row) for row in rows)

    def cables(self, start: int, stop: int) -> Iterator[FiledCable]:
        """Yield the cables of ordinals from ``start`` to below ``stop``, with their links."""
        cites = self._cites(start, stop)
        cited_by = self._cited_by(start, stop)
        neighbours = self._neighbours(start, stop)
        repeated = self._versions(start, stop)
        names = collections_of(self._database, start, stop)
        known = self.known_collections() if names else {}
        rows = self._database.execute(
            "SELECT ordinal, cable.address, path, text, record, earlier_by_sender, later_by_sender"
            " FROM cable JOIN source ON number = cable.source WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal",
            (start, stop),
        )
        for ordinal, address, path, text, record, earlier_by_sender, later_by_sender in rows:
            cable, later = _decode_cable(record), neighbours.get(ordinal + 1)
            versions = repeated.get(ordinal) or (Version(1, (path,), text),)
            yield FiledCable(
                ordinal=ordinal,
                address=address,
                cable=cable,
                cites=cites.get(ordinal, {}),
                cited_by=tuple(cited_by.get(ordinal, ())),
                earlier=neighbours.get(ordinal - 1) if cable.sent else None,
                later=later if later and later.sent else None,
                earlier_by_sender=neighbours.get(earlier_by_sender),
                later_by_sender=neighbours.get(later_by_sender),
                versions=tuple(versions),
                others=self._others(ordinal) if len(versions) > 1 else {},
                collections=tuple(known[name] for name in names.get(ordinal, ())),
            )

    def texts(self, start: int, stop: int) -> Iterator[CableText]:
        """Yield what can be searched of the cables of ordinals from ``start`` to below ``stop``."""
        rows = self._database.execute(
            "SELECT record FROM cable JOIN source ON number = cable.source"
            " WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal",
            (start, stop),
        )
        for (record,) in rows:
            yield _decode_text(record)

    def entries(self, start: int, stop: int) -> Iterator[CableEntry]:
        """Yield the entries of ordinals from ``start`` to below ``stop``."""
        rows = self._database.execute(
            f"SELECT {_ENTRY} FROM cable WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal", (start, stop)
        )
        for row in rows:
            yield _entry(row)

    def counts(self, listing: Listing) -> list[Count]:
        """Count the cables under every key of a listing, in the order of the keys."""
        if listing is Listing.TAG:
            rows = self._database.execute("SELECT code, count(*) FROM cable_tag GROUP BY code ORDER BY code")
        elif listing is Listing.SENDER:
            rows = self._database.execute(
                "SELECT sender, count(*) FROM cable WHERE sender <> '' GROUP BY sender ORDER BY sender"
            )
        elif listing is Listing.COLLECTION:
            rows = self._database.execute("SELECT name, count(*) FROM cable_collection GROUP BY name ORDER BY name")
        elif listing is Listing.UNDATED:
            rows = self._database.execute(
                "SELECT 'undated', count(*) FROM cable WHERE sent IS NULL HAVING count(*) > 0"
            )
        else:
            rows = self._database.execute(
                "SELECT substr(sent, 1, ?) AS key, count(*) FROM cable"
                " WHERE sent IS NOT NULL GROUP BY key ORDER BY key",
                (_DIGITS_OF_DATE[listing],),
            )
        return [Count(*row) for row in rows]

    def counts_within(self, listing: Listing, period: str) -> list[Count]:
        """Count the cables under those keys of MONTH or DAY that are inside a longer period such as ``2009``."""
        rows = self._database.execute(
            "SELECT substr(sent, 1, ?) AS key, count(*) FROM cable"
            " WHERE sent >= ? AND sent < ? GROUP BY key ORDER BY key",
            (_DIGITS_OF_DATE[listing], *_bounds(period)),
        )
        return [Count(*row) for row in rows]

    def listed(self, listing: Listing, key: str, offset: int, limit: int) -> list[CableEntry]:
        """Give ``limit`` of the cables under a key, by date, from the ``offset``-th (from 0) on."""
        if listing is Listing.TAG:
            source, argument = "cable_tag JOIN cable USING (ordinal) WHERE code = ?", key
        elif listing is Listing.SENDER:
            source, argument = "cable WHERE sender = ?", key
        elif listing is Listing.COLLECTION:
            return [_entry(row) for row in listed_in(self._database, _ENTRY, key, offset, limit)]
        elif listing is Listing.UNDATED:
            source, argument = "cable WHERE sent IS NULL AND ? <> ''", key
        else:
            return self._sent_in(key, offset, limit)
        rows = self._database.execute(
            f"SELECT {_ENTRY} FROM {source} ORDER BY ordinal LIMIT ? OFFSET ?",
            (argument, limit, offset),
        )
        return [_entry(row) for row in rows]

    def collections(self) -> list[FiledCollection]:
        """Give all collections that have cables, with their figures, in the order of their names."""
        return file_collections(self._database)

    def collection(self, name: str) -> FiledCollection:
        """Give a collection that has cables, with its figures."""
        return file_collection(self._database, name)

    def known_collections(self) -> dict[str, Collection]:
        """Give what is known of every collection that has cables, by name; this costs next to nothing."""
        if self._collections is None:
            self._collections = read_collections(self._database)
        return self._collections

    def collection_files(self, name: str, limit: int) -> list[str]:
        """Give the first ``limit`` files that a collection was read from."""
        return files_of(self._database, name, limit)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _value(self, query: str, arguments: Sequence[object] = ()) -> int | str:
        (value,) = self._database.execute(query, arguments).fetchone()
        return value  # type: ignore[no-any-return]

    def _sent_in(self, period: str, offset: int, limit: int) -> list[CableEntry]:
        """Cables are numbered by date, so those of a period are neighbours."""
        row = self._database.execute(
            "SELECT min(ordinal), max(ordinal) FROM cable WHERE sent >= ? AND sent < ?", _bounds(period)
        ).fetchone()
        first, last = row
        return list(self.entries(first + offset, min(first + offset + limit, last + 1))) if first is not None else []

    def _cites(self, start: int, stop: int) -> dict[int, dict[str, CableEntry]]:
        cites: dict[int, dict[str, CableEntry]] = defaultdict(dict)
        rows = self._database.execute(
            f"SELECT citing, target, {_ENTRY}"
            " FROM citation JOIN cable AS citer ON citer.ordinal = citing"
            " JOIN source_reference ON source_reference.source = citer.source"
            " AND source_reference.position = citation.position"
            " JOIN cable ON cable.ordinal = cited WHERE citing >= ? AND citing < ?",
            (start, stop),
        )
        for citing, target, *entry in rows:
            cites[citing][target] = _entry(entry)
        return cites

    def _cited_by(self, start: int, stop: int) -> dict[int, list[CableEntry]]:
        cited_by: dict[int, list[CableEntry]] = defaultdict(list)
        rows = self._database.execute(
            f"SELECT DISTINCT cited, citing, {_ENTRY} FROM citation JOIN cable ON ordinal = citing"
            " WHERE cited >= ? AND cited < ? ORDER BY cited, citing",
            (start, stop),
        )
        for cited, _, *entry in rows:
            cited_by[cited].append(_entry(entry))
        return cited_by

    def _neighbours(self, start: int, stop: int) -> dict[int | None, CableEntry]:
        """Give the entries of all cables in the range, beside it, and next to one of it by sender."""
        rows = self._database.execute(
            f"SELECT ordinal, {_ENTRY} FROM cable WHERE ordinal IN ("
            " SELECT ordinal FROM cable WHERE ordinal >= ?1 - 1 AND ordinal <= ?2"
            " UNION SELECT earlier_by_sender FROM cable WHERE ordinal >= ?1 AND ordinal < ?2"
            " UNION SELECT later_by_sender FROM cable WHERE ordinal >= ?1 AND ordinal < ?2)",
            (start, stop),
        )
        return {ordinal: _entry(entry) for ordinal, *entry in rows}

    def _versions(self, start: int, stop: int) -> dict[int, list[Version]]:
        """Give the texts of those cables of a range that several sources give."""
        rows = self._database.execute(
            "SELECT ordinal, version.number, path, text, beside, record FROM version JOIN source"
            " ON source.number = source"
            " WHERE ordinal IN ("
            "  SELECT ordinal FROM version WHERE ordinal >= ? AND ordinal < ? GROUP BY ordinal HAVING count(*) > 1"
            " ) ORDER BY ordinal, version.number, path, line",
            (start, stop),
        )
        versions: dict[int, list[Version]] = defaultdict(list)
        for ordinal, number, path, text, beside, record in rows:
            found, said = versions[ordinal], _decode_beside(record)
            if found and found[-1].number == number:
                last = found[-1]
                media, aliases = (*last.media, *said.media), (*last.aliases, *said.aliases)
                found[-1] = Version(number, (*last.paths, path), last.text, last.beside, media, aliases)
            else:
                found.append(Version(number, (path,), text, beside, said.media, said.aliases))
        return versions

    def _others(self, ordinal: int) -> dict[int, Cable]:
        rows = self._database.execute(
            "SELECT version.number, record FROM version JOIN source ON source.number = source"
            " WHERE ordinal = ? AND version.number > 1 ORDER BY version.number, path DESC, line DESC",
            (ordinal,),
        )
        return {number: _decode_cable(record) for number, record in rows}


def _bounds(period: str) -> tuple[str, str]:
    """Give texts between which all times of a year, month or day sort: ``~`` comes after ``-`` and ``T``."""
    return period, period + "~"


def _entry(row: Sequence[Any]) -> CableEntry:
    """Make an entry of the columns of `_ENTRY`."""
    cable_id, address, sent, sender, subject, classification = row
    time = datetime.fromisoformat(sent) if sent else None
    return CableEntry(cable_id, address, time, sender, subject, classification)
