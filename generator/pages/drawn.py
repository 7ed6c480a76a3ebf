"""What pages draw of what the archive counts: the records of pictures, with their words and where they lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from generator import addresses
from generator.archive import Count, Network
from generator.pages.list_names import name_period, period_address
from generator.pages.pictures import (
    MOST_YEARS_BY_MONTH,
    Bar,
    CalendarWords,
    Cell,
    MapWords,
    NetworkWords,
    Node,
    Post,
    TimelineWords,
    draw_days,
    draw_map,
    draw_network,
    draw_timeline,
    draw_years,
)
from generator.vocabulary import Vocabulary
from generator.wording import Wording

Lead = Callable[[str], str]
"""Gives the address, relative to the page, of the cables of a period such as ``2009`` or ``2009-10``."""


def draw_time(months: Sequence[Count], label: str, lead: Lead, wording: Wording) -> Markup:
    """Draw how many cables were sent when: by year, or by month where there are few years.

    Args:
        months: the months with cables, such as ``2009-10``, in their order.
        label: what is counted: ``Cables of PREL``.
        lead: where each bar leads.
        wording: the words of the interface.
    """
    years = _by_year(months)
    if not years:
        return Markup()
    are_few = int(max(years)) - int(min(years)) < MOST_YEARS_BY_MONTH
    counts = {each.key: each.cables for each in months} if are_few else years
    bars = [_make_bar(period, cables, lead, wording) for period, cables in counts.items()]
    return draw_timeline(bars, _timeline_words(label, wording))


def draw_all_months(months: Sequence[Count], root: str, wording: Wording) -> Markup:
    """Draw a row for each year with a cell for each month."""
    by_year: dict[str, dict[int, Cell]] = {}
    for each in months:
        by_year.setdefault(each.key[:4], {})[int(each.key[5:])] = _make_cell(each.key, each.cables, root, wording)
    totals = _by_year(months)
    rows = [(_make_cell(year, totals[year], root, wording, year), cells) for year, cells in by_year.items()]
    return draw_years(rows, _calendar_words(wording.say("pictures.months"), "pictures.a_month", wording))


def draw_year(year: str, days: Iterable[Count], root: str, wording: Wording) -> Markup:
    """Draw the days of a year, each month with a link of its own."""
    cells: dict[date, Cell] = {}
    months: dict[int, int] = {}
    for each in days:
        day = date.fromisoformat(each.key)
        months[day.month] = months.get(day.month, 0) + each.cables
        title = wording.say("count.cables", count=each.cables)
        cells[day] = Cell(each.cables, root + addresses.day(day), title)
    over = {month: _make_cell(f"{year}-{month:02}", count, root, wording) for month, count in months.items()}
    label = wording.say("pictures.days", year=year)
    return draw_days(int(year), over, cells, _calendar_words(label, "pictures.a_day", wording))


def draw_senders(counts: Iterable[Count], root: str, vocabulary: Vocabulary, wording: Wording) -> Markup:
    """Draw the senders whose place is known on a map."""
    posts: list[Post] = []
    for each in counts:
        station = vocabulary.station(each.key)
        if station.location:
            name, href = _name_count(station.title or each.key, each.cables, wording), root + addresses.sender(each.key)
            posts.append(Post(station.place or each.key, station.location, each.cables, href, name))
    words = MapWords(wording.say("pictures.world"), wording.say("pictures.europe"), wording.number)
    return draw_map(posts, words)


def draw_citations(network: Network, cable_id: str, to: Lead, wording: Wording) -> Markup:
    """Draw the citations around a cable by their ids and dates; beside the text there is no room for subjects."""
    nodes = [
        Node(each.id, to(each.address), wording.long_date(each.sent) if each.sent else "") for each in network.cables
    ]
    words = NetworkWords(
        lambda step: wording.say(f"pictures.{step.value}"),
        wording.say("pictures.left_out", count=network.left_out) if network.left_out else "",
    )
    centre = next(place for place, each in enumerate(network.cables) if each.id == cable_id)
    return draw_network(centre, nodes, network.citations, words)


def _by_year(months: Iterable[Count]) -> Mapping[str, int]:
    years: dict[str, int] = {}
    for each in months:
        years[each.key[:4]] = years.get(each.key[:4], 0) + each.cables
    return years


def _name_count(name: str, cables: int, wording: Wording) -> str:
    """Write how many cables something has: ``October 2009: 34 cables``."""
    return wording.say("home.bar", name=name, cables=wording.say("count.cables", count=cables))


def _make_bar(period: str, cables: int, lead: Lead, wording: Wording) -> Bar:
    year, _, month = period.partition("-")
    name = _name_count(name_period(period, wording), cables, wording)
    return Bar(int(year), int(month or 0), cables, lead(period), name)


def _make_cell(period: str, cables: int, root: str, wording: Wording, text: str = "") -> Cell:
    title = _name_count(name_period(period, wording), cables, wording)
    return Cell(cables, root + period_address(period), title, wording.number(cables), text)


def _timeline_words(label: str, wording: Wording) -> TimelineWords:
    def period(year: int, month: int) -> str:
        if not month:
            return str(year)
        short = wording.months_named[month - 1][0]
        return wording.say("dates.month", month=short, year=str(year)) if month == 1 else short

    def merged(one: Bar, other: Bar, count: int) -> str:
        years = wording.say("pictures.range", first=str(one.year), last=str(other.year))
        return _name_count(years, count, wording)

    return TimelineWords(label, period, wording.number, merged)


def _calendar_words(label: str, shades: str, wording: Wording) -> CalendarWords:
    def write_range(first: int, last: int) -> str:
        return wording.number(first) if first == last else wording.say("pictures.range", first=first, last=last)

    return CalendarWords(
        label, wording.weekdays_named, wording.months_named, write_range, wording.say(shades), wording.first_weekday
    )
