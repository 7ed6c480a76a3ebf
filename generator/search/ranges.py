"""Ranges of terms: what is printed together, and what of all runs is merged at a time.

Where a range begins hangs on nothing but the term, so that it is the same however the cables are edited.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Sequence

from generator.record import Record
from generator.search.open_runs import OpenRun
from generator.search.order import in_order, order_key
from generator.search.run_file import Run

_ROWS_IN_A_GROUP = 200_000
_ROWS_OF_A_TERM = 2
"""A term takes as much memory as so many rows, beside those that it has; there are groups in which each has one."""
_STEP = 2_000


class TermGroup(Record, frozen=True):
    """Ranges of terms that follow each other, to be merged at a time.

    Attributes:
        number: of the first range.
        firsts: the term that each range begins with; the very first range may begin below it.
        stop: the term behind the last range; None where there is no end.
        is_large: whether it is one range with more rows than should be in memory at once.
    """

    number: int
    firsts: tuple[str, ...]
    stop: str | None
    is_large: bool = False


_TERMS_IN_A_RANGE = 1_500
"""About. Fewer, and the contents and wildcards cost readers more; more, and an edit has more to make again."""


def begins_range(term: str) -> bool:
    """Tell whether a range begins with a term."""
    return zlib.crc32(term.encode()) % _TERMS_IN_A_RANGE == 0


def may_begin_shard(term: str) -> bool:
    """Tell whether a shard may begin with a term: with one of eight, so that most edits move no beginning."""
    return zlib.crc32(term.encode()) // _TERMS_IN_A_RANGE % 8 == 0


def cut_groups(runs: Sequence[Run], rows_in_a_group: int = _ROWS_IN_A_GROUP) -> list[TermGroup]:
    """Group all ranges of terms by about the same number of rows; no byte that is printed hangs on it."""
    begins = {term for run in runs for term in run.begins}
    if not begins:
        return []
    lowest = min(begins, key=order_key)
    firsts = _sorted([term for term in begins if term == lowest or begins_range(term)])
    keys = [order_key(term) for term in firsts]
    samples = [0] * len(firsts)
    for run in runs:
        for term in OpenRun(run).sample(_STEP, _ROWS_OF_A_TERM):
            samples[bisect_right(keys, order_key(term)) - 1] += 1
    groups, begin, rows = [], 0, 0
    for number, some in enumerate([*samples, None]):
        if number > begin and (some is None or (rows + some) * _STEP > rows_in_a_group):
            stop = None if some is None else firsts[number]
            is_large = rows * _STEP > rows_in_a_group  # then it is one range: several have not so many
            groups.append(TermGroup(begin, tuple(firsts[begin:number]), stop, is_large))
            begin, rows = number, 0
        rows += some or 0
    return groups


def _sorted(terms: Sequence[str]) -> list[str]:
    return [terms[place] for place in in_order(terms)]
