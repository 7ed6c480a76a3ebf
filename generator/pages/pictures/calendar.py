"""Calendars: the days of a year in small months, and the months of all years in rows. Both are tables of links.

They are HTML and no SVG, since a calendar is a table: a screen reader says the weekday and the month of each cell, a
reader's own font size counts, months flow beside or below each other on any width, and nothing has to be measured.
"""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from generator.pages.escaping import escape_text
from generator.pages.pictures.scales import choose_shades, find_shade
from generator.record import Record

_IN_A_WEEK = 7


class Cell(Record, frozen=True):
    """A period with cables, as a link.

    Attributes:
        count: of its cables.
        href: of its page, relative to the page that the calendar is on.
        title: what is said beside what is written there: ``3 cables`` for a day, ``October 2009: 34 cables``.
        number: its count as it is written, ``1,234``. Not used for days.
        text: the name of a year, ``2009``. Not used for days and months.
    """

    count: int
    href: str
    title: str
    number: str = ""
    text: str = ""


class CalendarWords(Record, frozen=True):
    """What a calendar says.

    Attributes:
        label: what it shows, such as ``Cables by day, 2009``.
        weekdays: short and long, from Monday on.
        months: short and long, from January on.
        range: writes what a shade stands for, first and last count: ``4–10``.
        shades: what the shades mean, before them: ``Cables a day``.
        first_weekday: with which the week begins; 0 is Monday, 6 is Sunday.
    """

    label: str
    weekdays: Sequence[tuple[str, str]]
    months: Sequence[tuple[str, str]]
    range: Callable[[int, int], str]
    shades: str
    first_weekday: int = 0


def draw_days(year: int, months: Mapping[int, Cell], days: Mapping[date, Cell], words: CalendarWords) -> Markup:
    """Draw the twelve months of a year, each with its days; those with cables are links, shaded by their count.

    Args:
        year: whose days they are.
        months: by number, those with cables: the links over them.
        days: those with cables; none of another year.
        words: what it says.

    Returns:
        A group of tables, one a month, and what the shades mean; nothing if there are no cables.
    """
    shades = choose_shades(max((cell.count for cell in days.values()), default=0))
    if not shades:
        return Markup()
    weeks = Calendar(words.first_weekday)
    order = list(weeks.iterweekdays())
    names = "".join(
        f'<th scope="col" aria-label="{escape_text(long)}">{escape_text(short)}</th>'
        for short, long in (words.weekdays[weekday] for weekday in order)
    )
    tables = []
    for number, (_, name) in enumerate(words.months, start=1):
        rows = [
            "".join(_write_day(day, days.get(date(year, number, day)) if day else None, shades) for day in week)
            for week in weeks.monthdayscalendar(year, number)
        ]
        tables.append(
            f"<table><caption>{_write_month(months.get(number), name)}</caption><thead><tr>{names}</tr></thead>"
            f"<tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"
        )
    return Markup(  # noqa: S704 - every word in it is escaped
        f'<div class="calendar" role="group" aria-label="{escape_text(words.label)}">'
        f'<div class="months">{"".join(tables)}</div>{_write_shades(shades, words)}</div>'
    )


def draw_years(years: Sequence[tuple[Cell, Mapping[int, Cell]]], words: CalendarWords) -> Markup:
    """Draw a row for each year with a cell for each month; those with cables are links, shaded by their count.

    Args:
        years: the years with cables, each with those of its months that have some, by number.
        words: what it says.

    Returns:
        A table, and what the shades mean; nothing if there are no cables.
    """
    shades = choose_shades(max((cell.count for _, months in years for cell in months.values()), default=0))
    if not shades:
        return Markup()
    names = "".join(
        f'<th scope="col" aria-label="{escape_text(long)}">{escape_text(short)}</th>' for short, long in words.months
    )
    numbers = range(1, len(words.months) + 1)
    rows = []
    for year, months in years:
        cells = "".join(_write_cell(months.get(number), shades) for number in numbers)
        name = _write_link(year.href, year.title, year.text)
        rows.append(f'<tr><th scope="row">{name}</th>{cells}<td>{escape_text(year.number)}</td></tr>')
    return Markup(  # noqa: S704 - every word in it is escaped
        f'<div class="calendar"><table class="years"><caption>{escape_text(words.label)}</caption>'
        f"<thead><tr><td></td>{names}<td></td></tr></thead><tbody>{''.join(rows)}</tbody></table>"
        f"{_write_shades(shades, words)}</div>"
    )


def _write_day(day: int, cell: Cell | None, shades: list[tuple[int, int]]) -> str:
    """Write a day's cell; day 0 is one of the month before or after."""
    if cell is None:
        return f"<td>{day or ''}</td>"
    return f'<td class="s{find_shade(cell.count, shades)}">{_write_link(cell.href, cell.title, str(day))}</td>'


def _write_cell(cell: Cell | None, shades: list[tuple[int, int]]) -> str:
    if cell is None:
        return "<td></td>"
    return f'<td class="s{find_shade(cell.count, shades)}">{_write_link(cell.href, cell.title, cell.number)}</td>'


def _write_month(cell: Cell | None, name: str) -> str:
    if cell is None:
        return escape_text(name)
    return f"{_write_link(cell.href, cell.title, name)} <small>{escape_text(cell.number)}</small>"


def _write_link(href: str, title: str, text: str) -> str:
    return f'<a href="{escape_text(href)}" title="{escape_text(title)}">{escape_text(text)}</a>'


def _write_shades(shades: list[tuple[int, int]], words: CalendarWords) -> str:
    steps = "".join(
        f'<li class="s{number}">{escape_text(words.range(first, last))}</li>'
        for number, (first, last) in enumerate(shades, start=1)
    )
    return f'<div class="shades"><span>{escape_text(words.shades)}</span><ul>{steps}</ul></div>'
