"""Shards: the files that hold the index, each with a range of terms, of a size that a reader can wait for.

A shard holds frequencies and not Lunr's weights: a weight hangs on the whole collection, so the browser works it out
(``browser/shards.js`` reads what is written here). Of the fields that are short it holds the lengths, too; those of the
body are in a file of their own, since most queries need most of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.fields import BODY, FIELDS
from generator.search.merging import Merged
from generator.search.packing import Packed, PackedParts, cut_to_fit, join_streams, numbers_to_bytes, pack, pack_parts
from generator.search.places import Piece, pack_places

AIM = 28_000
"""Bytes of a shard as a host sends it, about."""
_BYTES_OF_A_ROW, _BYTES_OF_A_TERM = 1.4, 7
"""About; they only decide where shards are cut."""


class Shard(Record, frozen=True):
    """A shard, and the first of its terms. What is too long for one shard goes on in the next, with the same term.

    Attributes:
        first: the term.
        packed: the shard.
        places: the pieces of its places.
    """

    first: str
    packed: Packed
    places: tuple[Packed, ...]


def make_shards(merged: Merged, lengths: npt.NDArray[np.uint32], name: str, aim: int, most: int) -> Iterator[Shard]:
    """Cut a range of terms into shards.

    Args:
        merged: the range.
        lengths: how many terms each field (column) of each cable (row) has.
        name: what the names of the shards begin with.
        aim: how many bytes a shard has, about.
        most: how many bytes it may have.
    """

    def make(number: int, first: int, stop: int) -> Shard:
        pieces = tuple(pack_places(merged, first, stop, f"{name}-{number}", most))
        packed = pack(f"t/{name}-{number}", _encode(merged, lengths, first, stop, pieces))
        return Shard(merged.terms[int(merged.term[first])], packed, tuple([each.packed for each in pieces]))

    return cut_to_fit(_cut_terms(merged, aim), make, most, partial(_middle, merged))


def pack_lexicon(merged: Merged, name: str) -> PackedParts:
    """Pack all terms of a range, for words with wildcards and misspelt ones.

    With each goes its most frequent form, where that is another word, and how many rows it has, by the power of two:
    what to suggest to a reader whose word is not found.
    """
    forms = ("" if forms[0] == term else forms[0] for term, forms in zip(merged.terms, merged.forms, strict=True))
    rows = np.bincount(merged.term, minlength=len(merged.terms))
    return pack_parts(
        f"l/{name}",
        join_streams(
            [
                "\n".join(merged.terms).encode(),
                "\n".join(forms).encode(),
                np.log2(rows).astype(np.uint8).tobytes(),
            ]
        ),
    )


def _cut_terms(merged: Merged, aim: int) -> list[int]:
    """Give the rows at which shards begin, and the end: always between two terms."""
    rows_of = np.bincount(merged.term, minlength=len(merged.terms))
    rows_end = np.cumsum(rows_of)
    cost = np.cumsum(rows_of * _BYTES_OF_A_ROW + _BYTES_OF_A_TERM)
    total = float(cost[-1]) if len(cost) else 0.0
    shards = max(1, round(total / aim))
    cuts = np.searchsorted(cost, np.arange(1, shards) * (total / shards))
    return sorted({0, *rows_end[cuts].tolist(), len(merged.term)})


def _middle(merged: Merged, first: int, stop: int) -> int:
    """Give the row where a shard that is too large is cut: between two terms, or within its only one."""
    middle = (first + stop) // 2
    begin = int(np.searchsorted(merged.term, merged.term[middle]))
    if begin > first:
        return begin
    end = int(np.searchsorted(merged.term, merged.term[middle], side="right"))
    return end if end < stop else middle


def _encode(merged: Merged, lengths: npt.NDArray[np.uint32], first: int, stop: int, pieces: Sequence[Piece]) -> bytes:
    """Write the rows from ``first`` to below ``stop``, the terms that they have, and the pieces of their places."""
    term, field = merged.term[first:stop], merged.field[first:stop]
    cable, count = merged.cable[first:stop], merged.count[first:stop]
    low, high = int(term[0]), int(term[-1]) + 1
    group = (term - low) * len(FIELDS) + field
    rows_of = np.bincount(group, minlength=(high - low) * len(FIELDS)).astype(np.uint32).reshape(-1, len(FIELDS))
    steps = np.diff(cable.astype(np.int64), prepend=0)
    begins = np.diff(group, prepend=-1) != 0
    steps[begins] = cable[begins]  # each field of each term begins anew
    short = field != BODY
    return join_streams(
        [
            "\n".join(merged.terms[low:high]).encode(),
            numbers_to_bytes(merged.met[low:high]),
            *(numbers_to_bytes(rows_of[:, each]) for each in range(len(FIELDS))),
            numbers_to_bytes(steps.astype(np.uint32)),
            numbers_to_bytes(count - 1),
            numbers_to_bytes(lengths[cable[short], field[short]]),
            numbers_to_bytes(np.array([(each.end, each.packed.crc) for each in pieces], dtype=np.uint32).ravel()),
        ]
    )
