"""Building the index, in pieces that workers do: first a run for each range of cables, then all ranges of terms."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generator.archive import Archive
from generator.record import Record
from generator.search.documents import CABLES_IN_A_FILE, pack_documents
from generator.search.fields import FIELDS, texts_of
from generator.search.merged import Merged
from generator.search.merging import merge_parts
from generator.search.open_runs import OpenRun, read_lengths
from generator.search.order import in_order, order_key
from generator.search.packing import MOST, seal
from generator.search.range_files import IndexedRange, make_range, make_range_of_parts
from generator.search.ranges import TermGroup
from generator.search.run_file import Run
from generator.search.runs import write_run
from generator.search.shards import AIM, cut_terms
from generator.sitefile import SiteFile
from generator.vocabulary import Vocabulary

CABLES_IN_A_RUN = 16 * CABLES_IN_A_FILE
_PLACES_IN_A_PART = 200_000
"""Of a large range so many are merged at a time, about."""


class IndexedCables(Record, frozen=True):
    """What became of a range of cables: its run, how many files of documents it has, and their seal."""

    run: Run
    files: int
    documents: int


def index_cables(
    archive: Archive, start: int, stop: int, folder: Path, vocabulary: Vocabulary
) -> tuple[IndexedCables, Iterator[SiteFile]]:
    """Index the cables of ordinals from ``start``, a multiple of `CABLES_IN_A_RUN`, to below ``stop``.

    Returns:
        What the later steps must know, and the files of the site that are made on the way.
    """
    texts = (texts_of(cable, vocabulary) for cable in archive.texts(start, stop))
    run = write_run(folder / f"{start:07}.run", start, texts)
    packed = list(pack_documents(archive.entries(start, stop), start))
    documents = seal(packed)
    return IndexedCables(run, len(packed), documents), (each.file(documents) for each in packed)


class Merging:
    """All runs, to be merged, some ranges of terms after the other.

    Args:
        runs: in the order of their cables.
        aim: how many bytes a shard has, about.
        most: how many bytes it may have.
    """

    def __init__(self, runs: Sequence[Run], aim: int = AIM, most: int = MOST) -> None:
        self._runs = runs
        self._lengths = all_lengths(runs)
        self._sizes = aim, most

    def merge(self, group: TermGroup, ranges: list[IndexedRange]) -> Iterator[SiteFile]:
        """Make the files of some ranges of terms; each range is added to those given when all of its files are made."""
        if group.is_large:
            yield from make_range_of_parts(self._parts(group), group.number, self._sizes[1], ranges)
            return
        merged = self._merge(group.firsts[0], group.stop)
        keys = [order_key(term) for term in merged.rows.terms]
        begins = [bisect_left(keys, order_key(first)) for first in group.firsts]
        rows = np.searchsorted(merged.rows.term, [*begins, len(keys)]).tolist()
        for number, (first, stop) in enumerate(pairwise(rows), start=group.number):
            yield from make_range(merged.part(first, stop), number, *self._sizes, ranges)

    def _merge(self, first: str, stop: str | None) -> Merged:
        return merge_parts([OpenRun(run).between(first, stop) for run in self._runs], self._lengths)

    def _parts(self, group: TermGroup) -> Iterator[tuple[Merged, list[int]]]:
        """Merge a large range part by part, each some shards; with the places of the terms that these begin with."""
        places_of: Counter[str] = Counter()
        for run in self._runs:
            places_of.update(OpenRun(run).places_of(group.firsts[0], group.stop))
        words = list(places_of)
        terms = [words[place] for place in in_order(words)]
        places = np.array([places_of[term] for term in terms], dtype=np.int64)
        cuts = cut_terms(terms, places, self._sizes[0])
        ends = np.cumsum(places)
        while cuts:
            first = cuts[0]
            most = int(ends[first] - places[first]) + _PLACES_IN_A_PART
            some = [cuts.pop(0)]
            while cuts and ends[cuts[0] - 1] < most:
                some.append(cuts.pop(0))
            yield self._merge(terms[first], terms[cuts[0]] if cuts else group.stop), [cut - first for cut in some]


def all_lengths(runs: Iterable[Run]) -> npt.NDArray[np.uint32]:
    """Give how many terms each field (column) of each cable (row) has."""
    none = np.zeros((0, len(FIELDS)), dtype=np.uint32)
    return np.concatenate([none, *(read_lengths(run) for run in runs)])
