"""Where the bars of a timeline stand: a column for each year or month of its span, and ticks at round ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from generator.record import Record

_FEWEST = 8  # columns: a bar as wide as the page says nothing
_MOST = 64  # with more, several years are one bar
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000)
_ROOM = 0.12  # of the width, for a period's name and some space: 42 px on a phone
_IN_A_YEAR = 12
_QUARTER = 3


class Bar(Record, frozen=True):
    """One period's count.

    Attributes:
        year: such as 2009.
        month: from 1 to 12; 0 where the bar is a whole year's. All bars of a timeline are of one kind.
        count: of cables.
        href: of the period's page, relative to the page that the timeline is on; empty for none.
        name: what a reader hears, or sees on hover, such as ``2009: 1,234 cables``.
    """

    year: int
    month: int
    count: int
    href: str
    name: str


class Columns(Record, frozen=True):
    """A timeline's columns, numbered from 0.

    Attributes:
        count: of all columns, those without cables too.
        used: of those of the span; the others only keep a few bars from being broad.
        bars: by column, in their order.
        ticks: columns to be named, each with its year and month (0: the year itself).
        each: how many years a column is; 0 for a month.
    """

    count: int
    used: int
    bars: Mapping[int, Bar]
    ticks: tuple[tuple[int, int, int], ...]
    each: int


def lay_out(bars: Sequence[Bar], merged: Callable[[Bar, Bar, int], str]) -> Columns:
    """Place bars in columns; where there would be too many, several years become one.

    Args:
        bars: in the order of time; those without cables are left out.
        merged: names a bar made of several: the first, the last, their count. It leads to the first one's page.
    """
    bars = [bar for bar in bars if bar.count]
    if not bars:
        return Columns(0, 0, {}, (), 1)
    first, last = bars[0].year, bars[-1].year
    if bars[0].month:
        placed = {(bar.year - first) * _IN_A_YEAR + bar.month - 1: bar for bar in bars}
        count = (last - first + 1) * _IN_A_YEAR
        return Columns(count, count, placed, _ticks_of_months(first, last), 0)
    each = next(each for each in _YEARS if last // each - first // each < _MOST)
    start = first // each * each
    placed = {at: _merge(list(group), merged) for at, group in groupby(bars, lambda bar: (bar.year - start) // each)}
    used = (last - start) // each + 1
    count = max(_FEWEST, used)
    return Columns(count, used, placed, _ticks_of_years(start, last, each, count), each)


def _merge(bars: list[Bar], merged: Callable[[Bar, Bar, int], str]) -> Bar:
    if len(bars) == 1:
        return bars[0]
    count = sum(bar.count for bar in bars)
    return Bar(bars[0].year, 0, count, bars[0].href, merged(bars[0], bars[-1], count))


def _ticks_of_years(start: int, last: int, each: int, count: int) -> tuple[tuple[int, int, int], ...]:
    """Name every so many years, so that there is room for each name."""
    step = next(step for step in _YEARS if step % each == 0 and step >= count * each * _ROOM)
    named = [year for year in range(start, last + 1) if year % step == 0] or [start]
    return tuple(((year - start) // each, year, 0) for year in named)


def _ticks_of_months(first: int, last: int) -> tuple[tuple[int, int, int], ...]:
    """Name the years; where there is only one, its quarters."""
    if first == last:
        return tuple((month - 1, first, month) for month in range(1, _IN_A_YEAR, _QUARTER))
    every = 1 + int((last - first + 1) * _ROOM)
    return tuple(((year - first) * _IN_A_YEAR, year, 0) for year in range(first, last + 1, every))
