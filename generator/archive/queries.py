"""What printing asks the archive: the queries that are the cross-links.

An `Archive` is a finished archive open for reading. Workers open one each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from generator.archive.collections import (
    FiledCollection,
    collections_of,
    file_collection,
    file_collections,
    files_of,
    read_collections,
)
from generator.archive.columns import Facet, ordinals_by_value
from generator.archive.database import open_for_reading
from generator.archive.entries import (
    CableEntry,
    CableText,
    Count,
    Differing,
    FiledCable,
    LinkedCable,
    Nearby,
    SaidBeside,
    Version,
)
from generator.archive.entry_shelf import ENTRY, EntryShelf, make_entry
from generator.archive.ledger import PrintedPage, pages_without_cable, printed_pages
from generator.archive.linked import cited_by_of, cites_of, named_by, showing, sources_of
from generator.archive.listings import Listing, count_cables, count_listed, count_within, list_ordinals, places_in_lists
from generator.archive.nearby import nearby_of
from generator.archive.network import Networks, make_network
from generator.archive.notes import notes_of
from generator.archive.timelines import Months
from generator.archive.wanted import Wanted, count_wanted, list_wanted, places_in_wanted, wanted_by
from generator.cable import Cable
from generator.collection import Collection
from generator.findings import Finding

_decode_cable = msgspec.msgpack.Decoder(Cable).decode
_decode_beside = msgspec.msgpack.Decoder(SaidBeside).decode
_decode_text = msgspec.msgpack.Decoder(CableText).decode


class Archive:
    """A finished archive.

    Args:
        path: the SQLite file.
    """

    def __init__(self, path: Path) -> None:
        self._database = open_for_reading(path)
        self._shelf = EntryShelf(self._database)
        self._collections: dict[str, Collection] | None = None
        self._months: Months | None = None
        self._networks = Networks(self._database)

    def count(self) -> int:
        """Count the cables."""
        return count_cables(self._database)

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
        repeated = self._versions(start, stop)
        rows = self._database.execute(
            "SELECT ordinal, path, text, record FROM cable JOIN source ON number = cable.source"
            " WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal",
            (start, stop),
        ).fetchall()
        for linked, (ordinal, path, text, record) in zip(self.linked_cables(start, stop), rows, strict=True):
            versions = repeated.get(ordinal) or (Version(1, (path,), text),)
            yield FiledCable(
                **msgspec.structs.asdict(linked),
                cable=_decode_cable(record),
                versions=tuple(versions),
                others=self._others(ordinal) if len(versions) > 1 else {},
            )

    def linked_cables(self, start: int, stop: int) -> Iterator[LinkedCable]:
        """Yield what is known of the cables of a range without reading their texts."""
        cites, cited_by = cites_of(self._database, start, stop), cited_by_of(self._database, start, stop)
        sources, wanted = sources_of(self._database, start, stop), wanted_by(self._database, start, stop)
        notes, named = notes_of(self._database, start, stop), named_by(self._database, start, stop)
        names = collections_of(self._database, start, stop)
        known = self.known_collections() if names else {}
        rows = self._database.execute(
            "SELECT ordinal, address, sent, earlier_by_sender, later_by_sender FROM cable"
            " WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal",
            (start, stop),
        ).fetchall()
        links = {each: [*cites.get(each, {}).values(), *cited_by.get(each, ())] for each in range(start, stop)}
        networks = {
            each: self._networks.around(each, set(cites.get(each, {}).values()), cited_by.get(each, ()))
            for each in range(start, stop)
            if links[each]
        }
        nearby = nearby_of(self._database, start, stop, links)
        linked = {
            *range(start - 1, stop + 1),
            *(ordinal for row in rows for ordinal in row[-2:] if ordinal is not None),
        }
        linked.update(*links.values(), *chain.from_iterable(nearby.values()))
        linked.update(*(around.cables for around in networks.values() if around))
        entries = self._shelf.fetch(linked)
        for ordinal, address, sent, earlier_by_sender, later_by_sender in rows:
            later = entries.get(ordinal + 1)
            yield LinkedCable(
                ordinal=ordinal,
                address=address,
                sources=tuple(sources[ordinal]),
                cites={target: entries[found] for target, found in cites.get(ordinal, {}).items()},
                wanted=wanted.get(ordinal, {}),
                named=named.get(ordinal, {}),
                cited_by=tuple([entries[citing] for citing in cited_by.get(ordinal, ())]),
                earlier=entries.get(ordinal - 1) if sent else None,
                later=later if later and later.sent else None,
                earlier_by_sender=entries.get(earlier_by_sender),
                later_by_sender=entries.get(later_by_sender),
                nearby=Nearby(*(tuple([entries[each] for each in kind]) for kind in nearby.get(ordinal, ()))),
                network=make_network(networks.get(ordinal), entries),
                collections=tuple([known[name] for name in names.get(ordinal, ())]),
                note=notes.get(ordinal),
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
            f"SELECT {ENTRY} FROM cable WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal", (start, stop)
        )
        for row in rows:
            yield make_entry(row)

    def counts(self, listing: Listing) -> list[Count]:
        """Count the cables under every key of a listing, in the order of the keys."""
        return count_listed(self._database, listing)

    def counts_within(self, listing: Listing, period: str) -> list[Count]:
        """Count the cables under those keys of MONTH or DAY that are inside a longer period such as ``2009``."""
        return count_within(self._database, listing, period)

    def timeline(self, listing: Listing, key: str) -> tuple[Count, ...]:
        """Count the cables under a key by month such as ``2009-10``, without those months that have none."""
        if self._months is None:
            self._months = Months(self.counts(Listing.MONTH))
        return self._months.count(self._database, listing, key)

    def listed(self, listing: Listing, key: str, offset: int, limit: int) -> list[CableEntry]:
        """Give ``limit`` of the cables under a key, by date, from the ``offset``-th (from 0) on."""
        ordinals = list_ordinals(self._database, listing, key, offset, limit)
        entries = self._shelf.fetch(ordinals)
        return [entries[ordinal] for ordinal in ordinals]

    def places_in_lists(self, ordinal: int) -> Iterator[tuple[Listing, str, int, int]]:
        """Yield every list that a cable is in: listing, key, how many cables stand before it, how many in all."""
        return places_in_lists(self._database, ordinal)

    def showing(self, ordinal: int) -> set[int]:
        """Give the cables whose pages show a cable's entry: its neighbours, and those nearby."""
        return showing(self._database, ordinal).union(self._networks.within_two_steps(ordinal))

    def count_wanted(self) -> int:
        """Count the wanted cables: cited, and not in the collection."""
        return count_wanted(self._database)

    def wanted(self, offset: int, limit: int, citing: int = 0) -> list[tuple[Wanted, list[CableEntry]]]:
        """Give ``limit`` of the wanted cables from the ``offset``-th on, each with the first that cite it."""
        wanted = list_wanted(self._database, offset, limit, citing)
        entries = self._shelf.fetch({ordinal for each in wanted for ordinal in each.citing})
        return [(each, [entries[ordinal] for ordinal in each.citing]) for each in wanted]

    def places_in_wanted(self, ordinal: int) -> list[int]:
        """Give the places, from 0, of the wanted cables that a cable cites."""
        return places_in_wanted(self._database, ordinal)

    def differing(self, start: int, stop: int) -> list[Differing]:
        """Give those cables of a range whose pages would not be what the ledger has."""
        printed = printed_pages(self._database, start, stop)
        linked = ((each, printed.get(each.address, (b"", 0))) for each in self.linked_cables(start, stop))
        return [
            Differing(each.ordinal, each.address, each.texts, texts) for each, (key, texts) in linked if each.key != key
        ]

    def pages_without_cable(self) -> Iterator[PrintedPage]:
        """Yield what the ledger has of cables that are no more."""
        return pages_without_cable(self._database)

    def ordinals_by_value(self, facet: Facet) -> Iterator[tuple[str, npt.NDArray[np.uint32]]]:
        """Yield every value of a facet, in their order, with the ordinals of its cables, in theirs."""
        return ordinals_by_value(self._database, facet)

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
