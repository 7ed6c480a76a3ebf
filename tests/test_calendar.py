"""Calendars: each day in its column, each month in its cell, shades that grow with the count."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.pictures import CalendarWords, Cell, draw_days, draw_years
from generator.pages.pictures.scales import choose_shades, find_shade
from tests import gallery
from tests.drawn import cases, read, words

MOST_BYTES_OF_A_FULL_YEAR = 36_000

years_of_days = st.integers(1, 9999).flatmap(
    lambda year: st.dictionaries(
        st.dates(date(year, 1, 1), date(year, 12, 31)), st.integers(1, 9999), min_size=1, max_size=40
    )
)


def cells(table: Any) -> list[list[Any]]:
    return [list(row) for row in table.find("tbody")]


@cases
@given(years_of_days, st.integers(0, 6))
def test_every_day_stands_under_its_weekday_in_its_month(days: dict[date, int], first_weekday: int) -> None:
    year = next(iter(days)).year
    tree = read(gallery.draw_year(year, days, first_weekday))
    tables = list(tree.iter("table"))
    assert len(tables) == 12
    found = {}
    for month, table in enumerate(tables, start=1):
        names = [name.get("aria-label") for name in table.iter("th")]
        assert names[0] == "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[first_weekday]
        numbers = []
        for row in cells(table):
            assert len(row) == 7
            for name, cell in zip(names, row, strict=True):
                text = "".join(cell.itertext())
                if not text:
                    continue
                day = date(year, month, int(text))
                numbers.append(day.day)
                # Python's own years are Gregorian for ever, as a calendar's are.
                assert name == "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[day.weekday()]
                if cell.get("class"):
                    found[day] = (cell.find("a").get("href"), cell.find("a").get("title"), cell.get("class"))
        assert numbers == list(range(1, len(numbers) + 1))
    shades = choose_shades(max(days.values()))
    assert found == {
        day: (f"date/{day:%Y/%m/%d}.html", gallery.cables(count), f"s{find_shade(count, shades)}")
        for day, count in days.items()
    }


def test_a_month_with_cables_is_a_link_with_its_count_and_one_without_is_a_name() -> None:
    captions = list(read(gallery.draw_year(2008, {date(2008, 2, 28): 2, date(2008, 2, 29): 1})).iter("caption"))
    assert "".join(captions[1].itertext()) == "February 3"
    assert captions[1].find("a").get("href") == "date/2008/02.html"
    assert "".join(captions[0].itertext()) == "January"
    assert captions[0].find("a") is None


def test_all_years_have_a_cell_for_each_month_under_its_name() -> None:
    drawn = gallery.draw_all_years({2008: {2: 40, 12: 1}, 2010: {1: 1200}})
    table = read(drawn).find(".//table")
    names = [cell.get("aria-label") for cell in table.find("thead/tr")]
    assert (names[0], names[1], names[12], names[13]) == (None, "January", "December", None)
    rows = cells(table)
    assert ["".join(row[0].itertext()) for row in rows] == ["2008", "2010"]
    assert [len(row) for row in rows] == [14, 14]
    february = rows[0][2].find("a")
    assert (february.text, february.get("title"), february.get("href")) == (
        "40",
        "February 2008: 40 cables",
        "date/2008/02.html",
    )
    assert [row[0].get("scope") for row in rows] == ["row", "row"]
    assert [row[13].text for row in rows] == ["41", "1,200"]
    assert [cell.text for cell in rows[1][2:13]] == [None] * 11


def test_what_the_shades_mean_stands_below() -> None:
    tree = read(gallery.draw_year(2009, {date(2009, 1, 1): 100, date(2009, 1, 2): 1}))
    shades = [(each.get("class"), each.text) for each in tree.iter("li")]
    assert shades == [("s1", "1"), ("s2", "2–12"), ("s3", "13–42"), ("s4", "43–100")]


def test_without_cables_there_is_no_calendar() -> None:
    assert gallery.draw_year(2009, {}) == ""
    assert gallery.draw_all_years({}) == ""


@cases
@given(words)
def test_words_and_addresses_stay_text(word: str) -> None:
    said = CalendarWords(
        word, [(word, word)] * 7, [(word, word)] * 12, lambda first, last: f"{word}{first}{last}", word, 0
    )
    cell = Cell(3, f"x{word}", word, word, word)
    for drawn in (draw_days(2009, {1: cell}, {date(2009, 1, 1): cell}, said), draw_years([(cell, {1: cell})], said)):
        tree = read(drawn)
        assert {link.get("href") for link in tree.iter("a")} == {f"x{word}"}
        assert {link.get("title") for link in tree.iter("a")} == {word}
        assert not list(tree.iter("script"))


def test_a_year_in_which_every_day_has_cables_is_no_large_page() -> None:
    days = {date(2008, 1, 1) + timedelta(days=number): number + 1 for number in range(366)}
    drawn = gallery.draw_year(2008, days)
    assert len(list(read(drawn).iter("a"))) == 366 + 12
    assert len(drawn.encode()) <= MOST_BYTES_OF_A_FULL_YEAR
