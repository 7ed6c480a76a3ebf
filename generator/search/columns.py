"""Columns: what filters of a search need of every cable, in files that are loaded when a reader filters or counts.

Cables are numbered in the order of dates, the undated ones last, so a range of dates is a range of ordinals. Values are
numbered by how many cables have them, so that small numbers are common and the files small
(``browser/columns.js`` reads what is written here).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec
import numpy as np

from generator.archive import Archive, Count, Facet, Listing
from generator.record import Record
from generator.search.packing import PackedParts, join_streams, low_and_high, numbers_to_bytes, pack_parts
from generator.vocabulary import Vocabulary

_ONE_A_CABLE = {Facet.SENDER, Facet.LEVEL}
"""A cable has one of these at most, so a number for each cable takes less than ordinals for each value."""
_NONE = np.zeros(0, dtype=np.uint32)
_DIGITS_OF_YEAR = 4


class PackedColumns(Record, frozen=True):
    """The files, and what must be known of them at once.

    Attributes:
        packed: by name.
        years: every year that has cables, with the ordinal of its first one; behind them no year, with that of the
            first undated cable, or with the number of all cables.
    """

    packed: Mapping[str, PackedParts]
    years: tuple[tuple[str, int], ...]


def pack_columns(archive: Archive, vocabulary: Vocabulary) -> PackedColumns:
    """Pack what filters need of all cables of an archive; names are those that pages show."""
    days = archive.counts(Listing.DAY)
    packed = {"days": pack_parts("c/days", _encode_days(days))}
    for facet in Facet:
        packed[facet.value] = pack_parts(f"c/{facet}", _encode_facet(facet, archive, vocabulary))
    return PackedColumns(packed, (*_begin_years(days), ("", sum(day.cables for day in days))))


def _encode_days(days: Sequence[Count]) -> bytes:
    """Write the steps from each day to the next, the first from before the year 1, and how many cables each has."""
    numbers = np.array([date.fromisoformat(day.key).toordinal() for day in days], dtype=np.uint32)
    cables = np.array([day.cables for day in days], dtype=np.uint32)
    return join_streams([numbers_to_bytes(np.diff(numbers, prepend=np.uint32(0))), numbers_to_bytes(cables)])


def _begin_years(days: Sequence[Count]) -> Iterator[tuple[str, int]]:
    ordinal = 0
    for year, some in groupby(days, key=lambda day: day.key[:_DIGITS_OF_YEAR]):
        yield year, ordinal
        ordinal += sum(day.cables for day in some)


def _encode_facet(facet: Facet, archive: Archive, vocabulary: Vocabulary) -> bytes:
    """Write the values of a facet with their names, the most frequent first, and which cables have them."""
    values = sorted(archive.ordinals_by_value(facet), key=lambda value: (-len(value[1]), value[0]))
    codes, ordinals = [code for code, _ in values], [some for _, some in values]
    head = msgspec.json.encode(list(zip(codes, _names(facet, codes, archive, vocabulary), strict=True)))
    if facet in _ONE_A_CABLE:
        numbers = np.zeros(archive.count(), dtype=np.uint32)  # 0 is none
        for number, some in enumerate(ordinals, start=1):
            numbers[some] = number
        return join_streams([head, *low_and_high(numbers)])
    counts = np.array([len(some) for some in ordinals], dtype=np.uint32)
    steps = [np.diff(some, prepend=np.uint32(0)) for some in ordinals]
    return join_streams([head, numbers_to_bytes(counts), *low_and_high(np.concatenate([_NONE, *steps]))])


def _names(facet: Facet, codes: Iterable[str], archive: Archive, vocabulary: Vocabulary) -> list[str]:
    """Give what stands beside each code, empty where there is nothing to say."""
    if facet is Facet.TAG:
        return [vocabulary.tag(code).name for code in codes]
    if facet is Facet.SENDER:
        return [vocabulary.station(code).title for code in codes]
    if facet is Facet.COLLECTION:
        known = archive.known_collections()
        return [known[code].title for code in codes]
    return ["" for _ in codes]
