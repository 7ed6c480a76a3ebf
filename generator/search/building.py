"""Building the index, in pieces that workers do: first a run for each range of cables, then all ranges of terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generator.archive import Archive
from generator.record import Record
from generator.search.documents import CABLES_IN_A_FILE, pack_documents
from generator.search.fields import FIELDS, texts_of
from generator.search.merging import merge_parts
from generator.search.open_runs import OpenRun, read_lengths
from generator.search.order import order_key
from generator.search.packing import MOST, seal
from generator.search.range_files import IndexedRange, make_range
from generator.search.ranges import TermGroup
from generator.search.run_file import Run
from generator.search.runs import write_run
from generator.search.shards import AIM
from generator.sitefile import SiteFile
from generator.vocabulary import Vocabulary

CABLES_IN_A_RUN = 16 * CABLES_IN_A_FILE


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

    def merge(self, group: TermGroup) -> tuple[list[IndexedRange], list[SiteFile]]:
        """Make the files of some ranges of terms."""
        merged = merge_parts([OpenRun(run).between(group.firsts[0], group.stop) for run in self._runs], self._lengths)
        keys = [order_key(term) for term in merged.rows.terms]
        begins = [bisect_left(keys, order_key(first)) for first in group.firsts]
        rows = np.searchsorted(merged.rows.term, [*begins, len(keys)]).tolist()
        ranges, files = [], []
        for number, (first, stop) in enumerate(pairwise(rows), start=group.number):
            indexed, made = make_range(merged.part(first, stop), number, *self._sizes)
            ranges.append(indexed)
            files += made
        return ranges, files


def all_lengths(runs: Iterable[Run]) -> npt.NDArray[np.uint32]:
    """Give how many terms each field (column) of each cable (row) has."""
    none = np.zeros((0, len(FIELDS)), dtype=np.uint32)
    return np.concatenate([none, *(read_lengths(run) for run in runs)])
