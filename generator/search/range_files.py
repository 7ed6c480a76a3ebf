"""All files of a range of terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.record import Record
from generator.search.catalogues import Catalogue, PieceEntry, encode_catalogue
from generator.search.lexicons import Lexicon, join_lexicons, lexicon_of, pack_lexicon
from generator.search.merged import Merged, places_of_terms
from generator.search.packing import pack
from generator.search.shards import Shard, cut_terms, make_shards
from generator.sitefile import SiteFile


class IndexedRange(Record, frozen=True):
    """What the contents of the index say of a range of terms.

    Attributes:
        firsts: the first term of each shard.
        seal: of all its files: the CRC of its catalogue.
    """

    firsts: tuple[str, ...]
    seal: int


def make_range(merged: Merged, number: int, aim: int, most: int) -> tuple[IndexedRange, list[SiteFile]]:
    """Make the files of a range.

    Args:
        merged: the range.
        number: its own, from 0.
        aim: how many bytes a shard has, about.
        most: how many bytes a file may have.
    """
    cuts = cut_terms(merged.rows.terms, places_of_terms(merged.forms, merged.often), aim)
    return make_range_of_parts([(merged, cuts)], number, most)


def make_range_of_parts(
    parts: Iterable[tuple[Merged, Sequence[int]]], number: int, most: int
) -> tuple[IndexedRange, list[SiteFile]]:
    """Make the files of a range that comes part by part, each beginning with a shard.

    Args:
        parts: of the range, each with the places of the terms with which shards begin.
        number: of the range, from 0.
        most: how many bytes a file may have.
    """
    name = str(number)
    shards: list[Shard] = []
    lexicons: list[Lexicon] = []
    for merged, cuts in parts:
        shards += make_shards(merged, cuts, name, len(shards), most)
        lexicons.append(lexicon_of(merged))
    lexicon, forms = pack_lexicon(join_lexicons(lexicons), name)
    catalogue = Catalogue(
        tuple([each.packed.crc for each in shards]),
        tuple([tuple([PieceEntry(piece.packed.crc, piece.places) for piece in each.pieces]) for each in shards]),
        tuple(lexicon.crcs),
        tuple(forms.crcs),
    )
    packed = pack(f"r/{name}", encode_catalogue(catalogue))
    files = [each.packed.file() for each in shards]
    files += [piece.packed.file() for each in shards for piece in each.pieces]
    files += [*lexicon.files_apart(), *forms.files_apart(), packed.file()]
    return IndexedRange(tuple([each.first for each in shards]), packed.crc), files
