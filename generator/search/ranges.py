"""Ranges of terms: what of all runs is merged at a time."""

from __future__ import annotations

from collections.abc import Sequence

from generator.record import Record
from generator.search.open_runs import OpenRun
from generator.search.order import in_order
from generator.search.run_file import Run

_ROWS_IN_A_RANGE = 600_000
_STEP = 2_000


class TermRange(Record, frozen=True):
    """The terms from ``first`` to below ``stop``; None where there is no end."""

    number: int
    first: str
    stop: str | None


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
