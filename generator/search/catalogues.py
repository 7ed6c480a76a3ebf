"""Catalogues: what must be known of the files of a range of terms, to tell that they are of this build.

The contents of the index have one number for each range, the CRC of its catalogue, as the first search loads them all.
"""

from __future__ import annotations

from itertools import chain

import numpy as np

from generator.record import Record
from generator.search.packing import join_streams, numbers_to_bytes


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
