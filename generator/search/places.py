"""Where terms occur, in files of their own beside the shards: only exact phrases need them (``browser/phrases.js``).

A shard's places are cut into pieces, since a phrase needs those of few cables of a common term. Each place says which
form of its term stands there (``lexicons.py``), and which stop words beside it, so that a phrase is compared word by
word.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import numpy as np

from generator.record import Record
from generator.search.cutting import cut_greedily, cut_to_fit, middle_row
from generator.search.merged import Places, Rows, SomePlaces
from generator.search.packing import Packed, join_streams, numbers_to_bytes, pack
from generator.search.stop_words import pack_stop_words, unpack_stop_words
from generator.search.unpacking import bytes_to_numbers, split_streams

_PLACES_IN_A_PIECE = 36_000
"""At least, but for the last ones of a shard: about 128 KB."""
_BLOCK = 12
"""Bits: a piece may begin with a row of a term whose cable is of another block of 4,096 than the one before it."""


class Piece(Record, frozen=True):
    """A piece of a shard's places: its file, and how many of them it has."""

    packed: Packed
    places: int

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.packed.size


def cut_rows(rows: Rows) -> list[int]:
    """Give the rows of a shard at which the pieces of its places begin, but for the first, which begins at 0."""
    differs = (np.diff(rows.term) != 0) | (np.diff(rows.field) != 0) | (np.diff(rows.cable >> _BLOCK) != 0)
    allowed = np.append(np.flatnonzero(differs) + 1, len(rows.count))
    ends = np.cumsum(rows.count, dtype=np.int64)[allowed - 1]
    return [int(allowed[cut]) for cut in cut_greedily(ends, _PLACES_IN_A_PIECE)]


def pack_places(rows: Rows, places: SomePlaces, begin: int, name: str, most: int) -> Iterator[Piece]:
    """Pack the places of a shard.

    Args:
        rows: of the shard.
        places: of all these rows, among others.
        begin: where theirs begin.
        name: what the names of the pieces begin with.
        most: how many bytes a piece may have.
    """
    ends = np.cumsum(rows.count, dtype=np.int64)

    def make(number: int, low: int, high: int) -> Piece:
        return pack_piece(f"{name}-{number}", encode_places(places.take(slice(begin + low, begin + high))), high - low)

    def middle(low: int, high: int) -> int:
        first, last = np.searchsorted(ends, [low, high - 1], side="right").tolist()
        return int(ends[middle_row(rows, first, last + 1) - 1]) if first < last else (low + high) // 2

    cuts = [0, *ends[[row - 1 for row in cut_rows(rows)]].tolist(), int(ends[-1])]
    return cut_to_fit(cuts, make, most, middle)


def pack_piece(name: str, data: bytes, places: int) -> Piece:
    """Pack what `encode_places` has written of so many places."""
    return Piece(pack(f"p/{name}", data, zlib.Z_RLE), places)


def encode_places(places: Places) -> bytes:
    """Write some places."""
    return join_streams(place_streams(places))


def place_streams(places: Places) -> tuple[bytes, bytes, bytes, bytes]:
    """Write some places as streams, in which they follow others."""
    return (
        numbers_to_bytes(places.step),
        numbers_to_bytes(places.form),
        pack_stop_words(places.before),
        pack_stop_words(places.after),
    )


def decode_places(data: bytes) -> Places:
    """Read what `encode_places` wrote."""
    step, form, before, after = split_streams(data, 4)
    return Places(bytes_to_numbers(step), bytes_to_numbers(form), unpack_stop_words(before), unpack_stop_words(after))
