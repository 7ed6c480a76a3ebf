"""A page of all pictures in common and odd cases: ``make gallery`` writes it, for people to look at.

Words and figures are made up here; tests draw the same cases.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from markupsafe import Markup, escape

from generator.pages.pictures import (
    Bar,
    CalendarWords,
    Cell,
    MapWords,
    NetworkWords,
    Node,
    Post,
    Step,
    TimelineWords,
    draw_days,
    draw_map,
    draw_network,
    draw_timeline,
    draw_years,
)
from generator.vocabulary import STATIONS
from generator.wording import open_wording
from tests.site_folder import ROOT

FOLDER = ROOT / ".cablepress" / "gallery"
STYLE = ROOT / "themes" / "default" / "assets" / "style.css"
STEPS = {
    Step.HERE: "this cable",
    Step.CITED: "cited by this cable",
    Step.CITING: "cites this cable",
    Step.BOTH: "cites this cable and is cited by it",
    Step.FAR: "two steps away",
}


def cables(count: int) -> str:
    """``1,234 cables``."""
    return f"{count:,} {'cable' if count == 1 else 'cables'}"


def number(count: int) -> str:
    """``1,234``."""
    return f"{count:,}"


def period(year: int, month: int) -> str:
    """``2009``, or ``Oct 2009`` at the year's beginning and ``Oct`` later."""
    return f"{ENGLISH.month(month)[:3]}{f' {year}' if month == 1 else ''}" if month else str(year)


ENGLISH = open_wording("en")

TIMELINE = TimelineWords(
    "Cables by period", period, number, lambda one, other, count: f"{one.year}–{other.year}: {cables(count)}"
)
MAP = MapWords("Senders on a map of the world", "Senders on a map of Europe", number)
NETWORK = NetworkWords(
    lambda step: STEPS[step],
)


def year_bars(counts: dict[int, int]) -> list[Bar]:
    """Make bars of counts by year."""
    return [Bar(year, 0, count, f"date/{year}.html", f"{year}: {cables(count)}") for year, count in counts.items()]


def month_bars(counts: dict[tuple[int, int], int]) -> list[Bar]:
    """Make bars of counts by month."""
    return [
        Bar(year, month, count, f"date/{year}/{month:02}.html", f"{ENGLISH.month(month)} {year}: {cables(count)}")
        for (year, month), count in counts.items()
    ]


def wave(number: int, most: int) -> int:
    """Give counts that go up and down, with a gap now and then, the same each time."""
    return 0 if number % 11 == 7 else 1 + (number * number * 37 + number * 101) % most


def calendar_words(label: str, first_weekday: int = 0) -> CalendarWords:
    """Make the words of a calendar."""
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    names = [ENGLISH.month(each) for each in range(1, 13)]
    return CalendarWords(
        label,
        [(day[:2], day) for day in days],
        [(name[:3], name) for name in names],
        lambda first, last: number(first) if first == last else f"{first:,}–{last:,}",
        "Cables",
        first_weekday,
    )


def draw_year(year: int, days: dict[date, int], first_weekday: int = 0) -> Markup:
    """Draw the days of a year."""
    months: dict[int, int] = {}
    for day, count in days.items():
        months[day.month] = months.get(day.month, 0) + count
    return draw_days(
        year,
        {
            month: Cell(count, f"date/{year}/{month:02}.html", cables(count), number(count))
            for month, count in months.items()
        },
        {day: Cell(count, f"date/{day:%Y/%m/%d}.html", cables(count)) for day, count in days.items()},
        calendar_words(f"Cables by day, {year}", first_weekday),
    )


def draw_all_years(counts: dict[int, dict[int, int]]) -> Markup:
    """Draw the months of all years."""
    return draw_years(
        [
            (
                Cell(
                    sum(months.values()),
                    f"date/{year}.html",
                    cables(sum(months.values())),
                    number(sum(months.values())),
                    str(year),
                ),
                {
                    month: Cell(
                        count,
                        f"date/{year}/{month:02}.html",
                        f"{ENGLISH.month(month)} {year}: {cables(count)}",
                        number(count),
                    )
                    for month, count in months.items()
                },
            )
            for year, months in counts.items()
        ],
        calendar_words("Cables by month"),
    )


def posts(count: int, most: int = 9000) -> list[Post]:
    """Make posts of the first known stations, some with many cables."""
    placed = [(code, station) for code, station in STATIONS.items() if station.location]
    step = max(1, len(placed) // count)
    made = []
    for rank, (code, station) in enumerate(sorted(placed[::step][:count], key=lambda each: each[0][::-1])):
        cables_of_it = max(1, most // (rank + 1))
        assert station.location
        name = f"{station.title}: {cables(cables_of_it)}"
        made.append(Post(station.place, station.location, cables_of_it, f"sender/{code}.html", name))
    return made


def some_posts(*codes: str) -> list[Post]:
    """Make posts of the stations named, with the same count."""
    made = []
    for code in codes:
        location = STATIONS[code].location
        assert location
        made.append(
            Post(STATIONS[code].place, location, 40, f"sender/{code}.html", f"{STATIONS[code].title}: 40 cables")
        )
    return made


def network(near: int, far: int) -> tuple[int, list[Node], list[tuple[int, int]]]:
    """Make a cable with so many neighbours, and they with others."""
    total = near + far + 1
    middle = total // 2
    nodes = []
    for place in range(total):
        day = date(2006, 3, 1) + timedelta(days=place * 11)
        key = f"{day:%y}VALLETTA{100 + place * 7}" if place % 3 else f"{day:%y}USNATO{432 + place}"
        nodes.append(Node(key, f"../{day:%Y/%m}/{key}.html", ENGLISH.long_date(day)))
    order = sorted(range(total), key=lambda place: (abs(place - middle) * 7 % (near + 2), place))
    order.remove(middle)
    citations = []
    for rank, place in enumerate(order):
        other = middle if rank < near else order[rank % max(1, near)]
        citations.append((max(place, other), min(place, other)))
    return middle, nodes, citations


def pictures() -> Iterator[tuple[str, Markup]]:
    """Yield every case with its name."""
    years = {year: wave(year, 5000) for year in range(1951, 2011)}
    yield "Timeline: 60 years", draw_timeline(year_bars(years), TIMELINE)
    yield (
        "Timeline: 38 years",
        draw_timeline(year_bars({year: wave(year, 21_000) for year in range(1973, 2011)}), TIMELINE),
    )
    yield "Timeline: 6 years", draw_timeline(year_bars({year: wave(year, 800) for year in range(2004, 2010)}), TIMELINE)
    yield "Timeline: one cable", draw_timeline(year_bars({2009: 1}), TIMELINE)
    yield (
        "Timeline: one giant",
        draw_timeline(year_bars({1985: 3, 1990: 1, 2003: 2, 2009: 180_000, 2010: 40}), TIMELINE),
    )
    yield (
        "Timeline: 3 years by month",
        draw_timeline(month_bars({(2007 + n // 12, n % 12 + 1): wave(n, 300) for n in range(4, 33)}), TIMELINE),
    )
    yield (
        "Timeline: a year by month",
        draw_timeline(month_bars({(2009, n): wave(n, 60) for n in range(3, 12)}), TIMELINE),
    )
    yield (
        "Timeline: 200 years",
        draw_timeline(year_bars({year: wave(year, 900) for year in range(1801, 2001)}), TIMELINE),
    )
    start = date(2009, 1, 1)
    yield (
        "Calendar: a year",
        draw_year(2009, {start + timedelta(n): wave(n, 130) for n in range(20, 340) if wave(n, 130) and n % 7 < 5}),
    )
    yield "Calendar: one cable, weeks from Sunday", draw_year(2008, {date(2008, 2, 29): 1}, 6)
    yield (
        "Calendar: all years",
        draw_all_years(
            {y: {m: wave(y * 12 + m, 1500) for m in range(1, 13) if wave(y * 12 + m, 1500)} for y in range(1996, 2011)}
        ),
    )
    yield "Calendar: one month", draw_all_years({2009: {10: 1}})
    yield "Map: 250 posts", draw_map(posts(250), MAP)
    yield "Map: 8 posts", draw_map(posts(8, 60), MAP)
    yield "Map: one cable", draw_map(posts(1, 1), MAP)
    yield (
        "Map: posts on top of each other",
        draw_map(
            some_posts(
                "BRUSSELS",
                "USNATO",
                "USEUBRUSSELS",
                "ANTWERP",
                "THEHAGUE",
                "LUXEMBOURG",
                "VIENNA",
                "IAEAVIENNA",
                "USOSCE",
                "BRATISLAVA",
            ),
            MAP,
        ),
    )
    for near, far in ((1, 1), (2, 3), (4, 3), (4, 12)):
        centre, nodes, citations = network(near, far)
        yield f"Network: {near} neighbours, {far} further", draw_network(centre, nodes, citations, NETWORK)


def write_gallery(folder: Path) -> Path:
    """Write the page, with the style sheet beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(STYLE, folder)
    sections = "\n".join(
        f"<section><h2>{escape(name)}</h2>\n{drawn}\n<p><small>{len(drawn.encode()):,} bytes</small></p></section>"
        for name, drawn in (one_map(pictures()))
    )
    page = folder / "index.html"
    page.write_text(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Pictures</title>'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="style.css"></head>\n'
        f'<body><main class="gallery"><h1>Pictures</h1>\n{sections}\n</main></body></html>\n',
        encoding="utf-8",
    )
    return page


def one_map(drawn: Iterator[tuple[str, Markup]]) -> Iterator[tuple[str, Markup]]:
    """Give the land of each map but the first an id of its own: a page of the site has one map, and this has many."""
    for rank, (name, markup) in enumerate(drawn):
        yield name, Markup(str(markup).replace('id="land"', f'id="land{rank}"').replace("#land", f"#land{rank}"))  # noqa: S704


if __name__ == "__main__":
    sys.stdout.write(f"{write_gallery(FOLDER).as_uri()}\n")
