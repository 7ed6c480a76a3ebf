"""Pieces of places patched: the bytes of some rows cut out, and those of others put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from generator.search.catalogues import PieceEntry
from generator.search.merged import Places, Rows, begins_of, bounds_of
from generator.search.packing import join_streams
from generator.search.places import cut_rows, place_streams
from generator.search.replacing import NewRows
from generator.search.stop_words import ends_of_stop_words
from generator.search.unpacking import ends_of_numbers, split_streams

_ENDS: tuple[Callable[[npt.NDArray[np.uint8]], npt.NDArray[np.int64]], ...] = (
    ends_of_numbers,
    ends_of_numbers,
    ends_of_stop_words,
    ends_of_stop_words,
)
"""Where the entries of each of the streams of a piece end."""
_NOTHING = (b"", b"", b"", b"")

Cut = tuple[int, int, Sequence[bytes]]
"""The first place to take out of a piece, the one behind the last, and what to put there into each stream."""


def plan_pieces(
    old: Rows, new: NewRows, put: tuple[Rows, Places], entries: Sequence[PieceEntry]
) -> list[tuple[list[Cut], int]] | None:
    """Plan what to change in each piece of a shard.

    Args:
        old: the rows of the shard.
        new: what became of them.
        put: those put in, and their places.
        entries: of its pieces.

    Returns:
        For each piece its cuts, and how many places it has then. None if pieces begin elsewhere now, or if one was cut
        once more, being too long.
    """
    ends, ends_now = (bounds_of(rows.count) for rows in (old, new.rows))
    begins = begins_now = _begins(old)
    if new.rows.cable is not old.cable:
        begins_now = _begins(new.rows)
    is_new = new.source >= len(old.count)
    stays, stays_now = (bounds_of(~each) for each in (new.taken, is_new))
    if np.diff(ends[begins]).tolist() != [entry.places for entry in entries]:
        return None
    if stays[begins].tolist() != stays_now[begins_now].tolist():
        return None
    taken, rows_put = np.flatnonzero(new.taken), np.flatnonzero(is_new)
    plans = []
    for (first, stop), (first_now, stop_now) in zip(pairwise(begins), pairwise(begins_now), strict=True):
        low, high = int(ends[first]), int(ends[stop])
        out = _between(taken, first, stop)
        cuts: list[Cut] = [(int(ends[row]) - low, int(ends[row + 1]) - low, _NOTHING) for row in out]
        numbers = [int(new.source[row]) - len(old.count) for row in _between(rows_put, first_now, stop_now)]
        at = [min(max(int(ends[new.before[number]]), low), high) - low for number in numbers]
        cuts += [(place, place, row) for place, row in zip(at, _encode_rows(*put, numbers), strict=True)]
        plans.append((sorted(cuts, key=itemgetter(0, 1)), int(ends_now[stop_now] - ends_now[first_now])))
    return plans


def change_piece(data: bytes, cuts: Sequence[Cut]) -> bytes:
    """Give what a piece holds after some cuts, in the order of places; see `encode_places`."""
    streams = []
    for number, (stream, find_ends) in enumerate(zip(split_streams(data, len(_ENDS)), _ENDS, strict=True)):
        ends = np.concatenate(([0], find_ends(np.frombuffer(stream, dtype=np.uint8))))
        parts, at = [], 0
        for first, stop, put in cuts:
            parts += [stream[at : int(ends[first])], put[number]]
            at = int(ends[stop])
        streams.append(b"".join([*parts, stream[at:]]))
    return join_streams(streams)


def _begins(rows: Rows) -> list[int]:
    """Give the rows at which pieces begin, and the end."""
    return [0, *cut_rows(rows), len(rows.count)]


def _between(rows: npt.NDArray[np.int64], first: int, stop: int) -> list[int]:
    """Give those of some rows that are between two."""
    low, high = np.searchsorted(rows, [first, stop]).tolist()
    some: list[int] = rows[low:high].tolist()
    return some


def _encode_rows(rows: Rows, places: Places, numbers: Iterable[int]) -> Iterator[Sequence[bytes]]:
    """Write the places of some rows, each for itself."""
    begins = begins_of(rows.count)
    for number in numbers:
        begin = int(begins[number])
        yield place_streams(places.take(slice(begin, begin + int(rows.count[number]))))
