"""Where terms occur, in files of their own beside the shards: only exact phrases need them (``browser/phrases.js``).

A shard's places are cut into pieces, since a phrase needs those of few cables of a common term. Each piece says which
forms its terms have, and which stop words stand beside them, so that a phrase is compared word by word.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import numpy as np

from generator.record import Record
from generator.search.merging import Merged
from generator.search.packing import Packed, cut_to_fit, join_streams, numbers_to_bytes, pack
from generator.search.stop_words import pack_stop_words

_PLACES_IN_A_PIECE = 45_000
"""About 128 KB."""


class Piece(Record, frozen=True):
    """A piece of a shard's places: its file, and how many places of the shard end with it."""

    packed: Packed
    end: int


def pack_places(merged: Merged, first: int, stop: int, name: str, most: int) -> Iterator[Piece]:
    """Pack the places of the rows from ``first`` to below ``stop``.

    Args:
        merged: the range of terms.
        first: the first row.
        stop: the row behind the last one.
        name: what the names of the pieces begin with.
        most: how many bytes a piece may have.
    """
    ends = merged.places_end
    begin, end = (int(ends[row - 1]) if row else 0 for row in (first, stop))
    pieces = max(1, round((end - begin) / _PLACES_IN_A_PIECE))
    cuts = [begin + (end - begin) * each // pieces for each in range(pieces + 1)]

    def make(number: int, low: int, high: int) -> Piece:
        first, last = merged.term[np.searchsorted(ends, [low, high - 1], side="right")].tolist()
        data = _encode(merged, low, high, slice(first, last + 1))
        return Piece(pack(f"p/{name}-{number}", data, zlib.Z_RLE), high - begin)

    return cut_to_fit(cuts, make, most, lambda low, high: (low + high) // 2)


def _encode(merged: Merged, low: int, high: int, terms: slice) -> bytes:
    """Write the places from ``low`` to below ``high``, and the forms of their terms."""
    places = merged.places
    return join_streams(
        [
            "\n".join(" ".join(forms) for forms in merged.forms[terms]).encode(),
            numbers_to_bytes(places.step[low:high]),
            numbers_to_bytes(places.form[low:high]),
            pack_stop_words(places.before[low:high]),
            pack_stop_words(places.after[low:high]),
        ]
    )
