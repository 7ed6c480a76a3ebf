"""Shards: the files that hold the index, each with some neighbouring terms, of a size that a reader can wait for.

A shard holds frequencies and not Lunr's weights: a weight hangs on the whole collection, so the browser works it out
(``browser/shards.js`` reads what is written here). Of the fields that are short it holds the lengths, too; those of the
body are in a file of their own, since most queries need most of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.cutting import cut_greedily, cut_to_fit, middle_row
from generator.search.fields import BODY, FIELDS
from generator.search.merged import Merged, Rows, begins_of, bounds_of
from generator.search.packing import Packed, join_streams, numbers_to_bytes, pack
from generator.search.places import Piece, pack_places
from generator.search.ranges import may_begin_shard
from generator.search.unpacking import bytes_to_numbers, split_streams

AIM = 28_000
"""Bytes of a shard as a host sends it, about."""
_BYTES_OF_A_PLACE, _BYTES_OF_A_TERM = 1.25, 8
"""About; they only decide where shards are cut."""


class Shard(Record, frozen=True):
    """A shard, and the first of its terms. What is too long for one shard goes on in the next, with the same term.

    Attributes:
        first: the term.
        packed: the shard.
        pieces: of its places.
    """

    first: str
    packed: Packed
    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """How many bytes the shard has."""
        return self.packed.size


def make_shards(merged: Merged, cuts: Sequence[int], name: str, begin: int, most: int) -> Iterator[Shard]:
    """Cut a range of terms into shards, or a part of a range.

    Args:
        merged: the range, or the part.
        cuts: the places of the terms with which shards begin, see `cut_terms`.
        name: what the names of the shards begin with.
        begin: the number of the first shard.
        most: how many bytes a shard may have.
    """

    def make(made: int, first: int, stop: int) -> Shard:
        number, rows = begin + made, merged.rows.part(first, stop)
        pieces = tuple(pack_places(rows, merged.places, int(ends[first]), f"{name}-{number}", most))
        return Shard(rows.terms[0], pack_shard(rows, f"{name}-{number}"), pieces)

    ends = bounds_of(merged.rows.count)
    rows = np.searchsorted(merged.rows.term, [*cuts, len(merged.rows.terms)]).tolist()
    return cut_to_fit(rows, make, most, partial(middle_row, merged.rows))


def cut_terms(terms: Sequence[str], places_of: npt.NDArray[np.int64], aim: int) -> list[int]:
    """Give the places of the terms with which the shards of a range begin.

    A term that is as long as a shard stands alone: else who looks for a rare word beside it would have to load it.

    Args:
        terms: of the range, in their order.
        places_of: how many places each has.
        aim: how many bytes a shard has, about.
    """
    cost = places_of * _BYTES_OF_A_PLACE + _BYTES_OF_A_TERM
    alone = np.flatnonzero(cost >= aim).tolist()
    spans = sorted({0, *alone, *(place + 1 for place in alone), len(terms)})
    cuts: list[int] = []
    for first, stop in pairwise(spans):
        cuts += [first, *(first + place for place in _cut_within(terms[first:stop], cost[first:stop], aim))]
    return cuts


def _cut_within(terms: Sequence[str], cost: npt.NDArray[Any], aim: int) -> list[int]:
    """Give the places of the terms with which further shards begin, among those from the first of a shard on."""
    return [cut + 1 for cut in cut_greedily(np.cumsum(cost), aim, lambda cut: may_begin_shard(terms[cut + 1]))]


def pack_shard(shard: Rows, name: str) -> Packed:
    """Pack the rows of a shard, and the terms that they have."""
    return pack(f"t/{name}", encode_shard(shard))


def decode_shard(data: bytes) -> Rows:
    """Read what `encode_shard` wrote."""
    words, met, *rows_of, steps, counts, lengths = split_streams(data, 5 + len(FIELDS))
    sizes = np.stack([bytes_to_numbers(each) for each in rows_of], axis=1).ravel().astype(np.int64)
    group = np.repeat(np.arange(len(sizes)), sizes)
    cable = np.cumsum(bytes_to_numbers(steps), dtype=np.int64)
    before = np.concatenate(([0], cable))[begins_of(sizes)]  # sums go on from group to group
    field = (group % len(FIELDS)).astype(np.uint8)
    length = np.zeros(len(group), dtype=np.uint32)
    length[field != BODY] = bytes_to_numbers(lengths)
    return Rows(
        words.decode().split("\n"),
        bytes_to_numbers(met),
        group // len(FIELDS),
        field,
        (cable - np.repeat(before, sizes)).astype(np.uint32),
        bytes_to_numbers(counts) + np.uint32(1),
        length,
    )


def encode_shard(shard: Rows) -> bytes:
    """Write the rows of a shard, and the terms that they have."""
    group = shard.term * len(FIELDS) + shard.field
    rows_of = np.bincount(group, minlength=len(shard.terms) * len(FIELDS)).astype(np.uint32).reshape(-1, len(FIELDS))
    steps = np.diff(shard.cable.astype(np.int64), prepend=0)
    begins = np.diff(group, prepend=-1) != 0
    steps[begins] = shard.cable[begins]  # each field of each term begins anew
    streams = [
        "\n".join(shard.terms).encode(),
        numbers_to_bytes(shard.met),
        *(numbers_to_bytes(rows_of[:, each]) for each in range(len(FIELDS))),
        numbers_to_bytes(steps.astype(np.uint32)),
        numbers_to_bytes(shard.count - np.uint32(1)),
        numbers_to_bytes(shard.length[shard.field != BODY]),
    ]
    return join_streams(streams)
