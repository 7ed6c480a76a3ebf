"""The timeline: a bar for each year, or for each month where there are few years, always as wide as its page.

Bars are drawn on a grid of one unit a column that is stretched to the width there is. What is written stands around
it at percentages of the same width, so that letters are never stretched, nor smaller on a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from generator.pages.escaping import escape_text
from generator.pages.pictures.columns import Bar, Columns, lay_out
from generator.pages.pictures.scales import round_numbers
from generator.record import Record

MOST_YEARS_BY_MONTH = 3
"""So many years at most are better shown by month: 36 bars."""

_FULL = 99  # the height of the highest bar, in the grid's units
_LEAST = 2  # of a bar that would be too low to be seen
_BASE = 85  # where bars stand, in percent of the picture's height; below are the names of periods


class TimelineWords(Record, frozen=True):
    """What a timeline says.

    Attributes:
        label: what it shows, such as ``Cables by year``.
        period: writes a period below the bars, from year and month (0: the year itself): ``1975``, ``Apr 2009``.
        number: writes a count at a line: ``1,000``.
        merged: names a bar that is made of several, from the first, the last, and their count.
    """

    label: str
    period: Callable[[int, int], str]
    number: Callable[[int], str]
    merged: Callable[[Bar, Bar, int], str]


def draw_timeline(bars: Sequence[Bar], words: TimelineWords) -> Markup:
    """Draw bars that are links, with lines at round counts and the names of some periods.

    Args:
        bars: in the order of time, those with cables.
        words: what it says.

    Returns:
        An ``svg``, a labelled group of links; nothing if there are no cables.
    """
    columns = lay_out(bars, words.merged)
    if not columns.bars:
        return Markup()
    most = max(bar.count for bar in columns.bars.values())
    lines = round_numbers(most)
    rules = "".join(f"M-.5 {_FULL - _height(number, most)}h{columns.used}" for number in lines)
    aside = 0 if columns.each else 0.5  # a year's name stands in the middle of its bar, a month's where it begins
    ticks = "".join(f"M{at - aside:g} {_FULL}v6" for at, _, _ in columns.ticks)
    written = [
        f'<text class="number" y="{_BASE * (1 - line / most):.0f}%">{escape_text(words.number(line))}</text>'
        for line in lines
    ]
    start = "" if columns.each else ' class="start"'
    for at, year, month in columns.ticks:
        percent = (at + 0.5 - aside) / columns.count * 100
        written.append(f'<text x="{percent:.1f}%" y="100%"{start}>{escape_text(words.period(year, month))}</text>')
    return Markup(  # noqa: S704 - every word in it is escaped
        f'<svg class="timeline" role="group" aria-label="{escape_text(words.label)}">'
        f'<svg viewBox="-.5 0 {columns.count} {_FULL}" height="{_BASE}%" preserveAspectRatio="none">'
        f'<path class="rule" d="{rules}M-.5 {_FULL}h{columns.used}{ticks}"/>'
        f"{''.join(_draw_link(at, bar) for at, bar in columns.bars.items())}"
        f"{_draw_bars(columns, most)}</svg>"
        f'<g aria-hidden="true">{"".join(written)}</g></svg>'
    )


def _draw_bars(columns: Columns, most: int) -> str:
    """Draw all bars as one path, which takes ten bytes a bar."""
    pen, fall, steps = 0, 0, []
    for at, bar in columns.bars.items():
        height = _height(bar.count, most)
        steps.append(f"m{at - pen} {fall}v-{height}")
        pen, fall = at, height
    return f'<path class="bars" d="M0 {_FULL}{"".join(steps)}"/>'


def _draw_link(at: int, bar: Bar) -> str:
    """Draw what can be hit: the whole column, which is seen only then."""
    start, end = (f'<a href="{escape_text(bar.href)}">', "</a>") if bar.href else ("<g>", "</g>")
    return f'{start}<title>{escape_text(bar.name)}</title><path d="M{at} 0v{_FULL}"/>{end}'


def _height(count: int, most: int) -> int:
    return max(_LEAST, round(count * _FULL / most))
