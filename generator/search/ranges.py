"""Ranges of terms: what of all runs is merged at a time, so that memory holds a part of the index only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.fields import FIELDS
from generator.search.runs import OpenRun, Run, in_order

_ROWS_IN_A_RANGE = 600_000
_STEP = 2_000


class TermRange(Record, frozen=True):
    """The terms from ``first`` to below ``stop``; None where there is no end."""

    number: int
    first: str
    stop: str | None


class Merged(Record, frozen=True):
    """All that the runs say of some terms.

    Attributes:
        terms: in their order.
        met: for each, which token of the field it was in the cable and field where it comes first.
        term, field, cable, count: the columns of the rows, in the order of terms, fields and cables. A term is given by
            its place in ``terms``.
    """

    terms: list[str]
    met: npt.NDArray[np.uint32]
    term: npt.NDArray[np.int64]
    field: npt.NDArray[np.uint8]
    cable: npt.NDArray[np.uint32]
    count: npt.NDArray[np.uint32]


def cut_ranges(runs: Sequence[Run], rows_in_a_range: int = _ROWS_IN_A_RANGE) -> list[TermRange]:
    """Cut all terms into ranges of about the same number of rows; it hangs on nothing but the runs."""
    if not runs:
        return []
    samples = [word for run in runs for word in OpenRun(run).sample(_STEP)]
    words = [samples[place] for place in in_order(samples)]
    cuts = words[:: max(1, rows_in_a_range // _STEP)]
    firsts = ["", *dict.fromkeys(cuts[1:])]
    stops = [*firsts[1:], None]
    return [TermRange(number, first, stop) for number, (first, stop) in enumerate(zip(firsts, stops, strict=True))]


def merge_range(runs: Sequence[OpenRun], terms: TermRange) -> Merged:
    """Merge what all runs say of a range of terms.

    Args:
        runs: in the order of their cables.
        terms: which.
    """
    parts = [run.between(terms.first, terms.stop) for run in runs]
    known = {word for words, _, _ in parts for word in words}
    unordered = list(known)
    merged = [unordered[place] for place in in_order(unordered)]
    place_of = {word: place for place, word in enumerate(merged)}
    met = np.zeros(len(merged), dtype=np.uint32)
    columns: list[npt.NDArray[np.int64]] = []
    for words, facts, _ in reversed(parts):
        places = np.fromiter(map(place_of.__getitem__, words), dtype=np.int64, count=len(words))
        met[places] = facts["met"]  # the first run that has a term is the last one here
        columns.append(np.repeat(places, np.diff(facts["rows_end"], prepend=np.uint32(0))))
    term = np.concatenate(columns[::-1])
    rows = np.concatenate([rows for _, _, rows in parts])
    # Runs hold ranges of cables that follow each other, so a sort that keeps equal rows in place is enough.
    order = np.argsort(term * len(FIELDS) + rows["field"], kind="stable")
    return Merged(merged, met, term[order], rows["field"][order], rows["cable"][order], rows["count"][order])
