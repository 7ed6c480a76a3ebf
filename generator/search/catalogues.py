"""Catalogues: what must be known of the files of a range of terms, to tell that they are of this build.

The contents of the index have one number for each range, the CRC of its catalogue, as the first search loads them all.
"""

from __future__ import annotations

from itertools import chain, islice

import numpy as np

from generator.record import Record
from generator.search.packing import join_streams, numbers_to_bytes, part_names
from generator.search.unpacking import bytes_to_numbers, split_streams


class PieceEntry(Record, frozen=True):
    """Of a piece of places: its CRC, and how many places it has."""

    crc: int
    places: int


class Catalogue(Record, frozen=True):
    """What is known of the files of a range.

    Attributes:
        shards: the CRC of each.
        pieces: those of each shard's places.
        lexicon: the CRCs of its parts.
        forms: likewise.
    """

    shards: tuple[int, ...]
    pieces: tuple[tuple[PieceEntry, ...], ...]
    lexicon: tuple[int, ...]
    forms: tuple[int, ...]


def encode_catalogue(catalogue: Catalogue) -> bytes:
    """Write all CRCs, then how many pieces each shard has, places each piece, and parts the lexicon and the forms."""
    pieces = list(chain(*catalogue.pieces))
    crcs = [*catalogue.shards, *(piece.crc for piece in pieces), *catalogue.lexicon, *catalogue.forms]
    numbers = (
        [len(some) for some in catalogue.pieces],
        [piece.places for piece in pieces],
        [len(catalogue.lexicon), len(catalogue.forms)],
    )
    return join_streams(
        [
            np.array(crcs, dtype="<u4").tobytes(),
            *(numbers_to_bytes(np.array(some, dtype=np.uint32)) for some in numbers),
        ]
    )


def decode_catalogue(data: bytes) -> Catalogue:
    """Read what `encode_catalogue` wrote."""
    some, *numbers = split_streams(data, 4)
    pieces_of, places, (lexicon, forms) = (bytes_to_numbers(each).tolist() for each in numbers)
    crcs, sizes = iter(np.frombuffer(some, dtype="<u4").tolist()), iter(places)
    shards = tuple(islice(crcs, len(pieces_of)))
    pieces = tuple([tuple([PieceEntry(next(crcs), next(sizes)) for _ in range(count)]) for count in pieces_of])
    return Catalogue(shards, pieces, tuple(islice(crcs, lexicon)), tuple(islice(crcs, forms)))


def file_names(catalogue: Catalogue, number: int) -> list[str]:
    """Give the names of all files of a range but its catalogue's."""
    return [
        *(f"t/{number}-{shard}" for shard in range(len(catalogue.shards))),
        *(f"p/{number}-{shard}-{each}" for shard, some in enumerate(catalogue.pieces) for each in range(len(some))),
        *part_names(f"l/{number}", len(catalogue.lexicon)),
        *part_names(f"f/{number}", len(catalogue.forms)),
    ]
