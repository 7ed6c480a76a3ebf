"""All files of a range of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.record import Record
from generator.search.catalogues import Catalogue, PieceEntry, encode_catalogue
from generator.search.lexicons import Lexicon, join_lexicons, lexicon_of, pack_lexicon
from generator.search.merged import Merged, places_of_terms
from generator.search.packing import pack
from generator.search.shards import cut_terms, make_shards
from generator.sitefile import SiteFile


class IndexedRange(Record, frozen=True):
    """What the contents of the index say of a range of terms.

    Attributes:
        firsts: the first term of each shard.
        seal: of all its files: the CRC of its catalogue.
    """

    firsts: tuple[str, ...]
    seal: int


def make_range(merged: Merged, number: int, aim: int, most: int, ranges: list[IndexedRange]) -> Iterator[SiteFile]:
    """Make the files of a range.

    Args:
        merged: the range.
        number: its own, from 0.
        aim: how many bytes a shard has, about.
        most: how many bytes a file may have.
        ranges: the range is added to them when all of its files are made.
    """
    cuts = cut_terms(merged.rows.terms, places_of_terms(merged.forms, merged.often), aim)
    return make_range_of_parts([(merged, cuts)], number, most, ranges)


def make_range_of_parts(
    parts: Iterable[tuple[Merged, Sequence[int]]], number: int, most: int, ranges: list[IndexedRange]
) -> Iterator[SiteFile]:
    """Make the files of a range that comes part by part, each beginning with a shard.

    Args:
        parts: of the range, each with the places of the terms with which shards begin.
        number: of the range, from 0.
        most: how many bytes a file may have.
        ranges: the range is added to them when all of its files are made.
    """
    name = str(number)
    firsts: list[str] = []
    crcs: list[int] = []
    pieces: list[tuple[PieceEntry, ...]] = []
    lexicons: list[Lexicon] = []
    for merged, cuts in parts:
        for shard in make_shards(merged, cuts, name, len(firsts), most):
            firsts.append(shard.first)
            crcs.append(shard.packed.crc)
            pieces.append(tuple([PieceEntry(each.packed.crc, each.places) for each in shard.pieces]))
            yield shard.packed.file()
            yield from (each.packed.file() for each in shard.pieces)
        lexicons.append(lexicon_of(merged))
        del merged  # or it would be in memory beside the next part
    lexicon, forms = pack_lexicon(join_lexicons(lexicons), name)
    catalogue = Catalogue(tuple(crcs), tuple(pieces), tuple(lexicon.crcs), tuple(forms.crcs))
    packed = pack(f"r/{name}", encode_catalogue(catalogue))
    yield from (*lexicon.files_apart(), *forms.files_apart(), packed.file())
    ranges.append(IndexedRange(tuple(firsts), packed.crc))
