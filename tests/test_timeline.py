"""The timeline: every count in proportion, every bar a link with a name, as small as can be."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.pages.pictures import MOST_YEARS_BY_MONTH, Bar, TimelineWords, draw_timeline
from generator.pages.pictures.columns import lay_out
from generator.pages.pictures.scales import choose_shades, find_shade, round_numbers
from tests import gallery
from tests.drawn import bar_heights, cases, own_bytes, paths, read, words

MOST_OWN_BYTES = 4096
MOST_BYTES_A_BAR = 60
MOST_BYTES_AROUND = 850
"""For the frame, at most three lines and eight names of periods."""

FULL = 99

counts = st.integers(1, 10_000_000)
spans = st.integers(1850, 2050).flatmap(lambda first: st.tuples(st.just(first), st.integers(first, first + 59)))
by_year = spans.flatmap(
    lambda span: st.dictionaries(st.integers(*span), counts, min_size=1).map(lambda found: dict(sorted(found.items())))
)
by_month = st.dictionaries(st.tuples(st.integers(2006, 2008), st.integers(1, 12)), counts, min_size=1).map(
    lambda found: dict(sorted(found.items()))
)


def merged(first: Bar, last: Bar, count: int) -> str:
    return f"{first.year}–{last.year}: {count}"


def said_in(drawn: Markup, bars: list[Bar]) -> list[str]:
    """Give all that was handed in for a timeline: addresses and names, and what is written around the bars."""
    written = [text.text for text in read(drawn).iter("text")]
    return [gallery.TIMELINE.label, *written, *(text for bar in bars for text in (bar.href, bar.name))]


@cases
@given(by_year)
def test_every_year_is_drawn_in_proportion_and_years_without_cables_are_gaps(years: dict[int, int]) -> None:
    heights = bar_heights(read(draw_timeline(gallery.year_bars(years), gallery.TIMELINE)))
    first, most = min(years), max(years.values())
    assert heights == {year - first: max(2, round(count * FULL / most)) for year, count in years.items()}


@cases
@given(by_month)
def test_every_month_is_drawn_in_proportion_and_the_years_are_whole(months: dict[tuple[int, int], int]) -> None:
    tree = read(draw_timeline(gallery.month_bars(months), gallery.TIMELINE))
    first, last, most = min(months)[0], max(months)[0], max(months.values())
    assert bar_heights(tree) == {
        (year - first) * 12 + month - 1: max(2, round(count * FULL / most)) for (year, month), count in months.items()
    }
    assert tree.find(".//svg/svg").get("viewBox") == f"-.5 0 {(last - first + 1) * 12} {FULL}"


@cases
@given(by_year)
def test_every_bar_has_its_link_its_name_and_the_whole_column_to_hit(years: dict[int, int]) -> None:
    bars = gallery.year_bars(years)
    links = list(read(draw_timeline(bars, gallery.TIMELINE)).iter("a"))
    assert [link.get("href") for link in links] == [bar.href for bar in bars]
    assert [link.find("title").text for link in links] == [bar.name for bar in bars]
    assert [link.find("path").get("d") for link in links] == [f"M{year - min(years)} 0v{FULL}" for year in years]


@cases
@given(by_year | by_month)
def test_a_timeline_takes_few_bytes(found: dict[int, int] | dict[tuple[int, int], int]) -> None:
    bars = [
        Bar(*(period if isinstance(period, tuple) else (period, 0)), count, "date/2009/10.html", "a name")
        for period, count in found.items()
    ]
    drawn = draw_timeline(bars, gallery.TIMELINE)
    assert own_bytes(drawn, *said_in(drawn, bars)) <= min(
        MOST_OWN_BYTES, MOST_BYTES_AROUND + MOST_BYTES_A_BAR * len(bars)
    )


def test_a_timeline_of_sixty_full_years_takes_few_bytes() -> None:
    bars = [Bar(year, 0, year * 7 % 4999, "a", "b") for year in range(1950, 2010)]
    drawn = draw_timeline(bars, gallery.TIMELINE)
    assert own_bytes(drawn, *said_in(drawn, bars)) <= MOST_OWN_BYTES


@cases
@given(st.dictionaries(st.integers(1000, 2100), counts, min_size=1, max_size=200))
def test_in_a_long_span_several_years_are_one_bar_and_no_cable_is_lost(years: dict[int, int]) -> None:
    years = dict(sorted(years.items()))
    columns = lay_out(gallery.year_bars(years), merged)
    assert sum(bar.count for bar in columns.bars.values()) == sum(years.values())
    assert len(columns.bars) <= columns.count <= 64
    assert list(columns.bars) == sorted(columns.bars)
    for at, bar in columns.bars.items():
        start = (min(years) // columns.each + at) * columns.each
        inside = [year for year in years if start <= year < start + columns.each]
        assert bar.count == sum(years[year] for year in inside)
        assert bar.href == f"date/{inside[0]}.html"
        assert len(inside) == 1 or bar.name == f"{inside[0]}–{inside[-1]}: {bar.count}"


@cases
@given(by_year | st.dictionaries(st.integers(1000, 2100), counts, min_size=1, max_size=50))
def test_names_of_periods_have_room_and_stand_at_their_column(years: dict[int, int]) -> None:
    columns = lay_out(gallery.year_bars(dict(sorted(years.items()))), merged)
    places = [at for at, _, _ in columns.ticks]
    assert places
    assert all(0 <= at < columns.used for at in places)
    assert all(after - before >= columns.count * 0.12 for before, after in pairwise(places))
    assert all(year // columns.each - min(years) // columns.each == at for at, year, _ in columns.ticks)


def test_a_bar_is_never_as_broad_as_the_page_and_lines_end_where_the_years_do() -> None:
    tree = read(draw_timeline(gallery.year_bars({2008: 3, 2009: 12}), gallery.TIMELINE))
    assert tree.find(".//svg/svg").get("viewBox") == f"-.5 0 8 {FULL}"
    assert set(re.findall(r"h(\d+)", paths(tree, "rule")[0])) == {"2"}


def test_without_cables_there_is_no_timeline() -> None:
    assert draw_timeline([], gallery.TIMELINE) == ""
    assert draw_timeline(gallery.year_bars({2009: 0}), gallery.TIMELINE) == ""


def test_a_bar_without_a_page_has_its_name_and_no_link() -> None:
    tree = read(draw_timeline([Bar(2009, 0, 3, "", "2009: 3 cables")], gallery.TIMELINE))
    assert not list(tree.iter("a"))
    assert [title.text for title in tree.iter("title")] == ["2009: 3 cables"]


@cases
@given(words, words, words)
def test_words_and_addresses_stay_text(label: str, href: str, name: str) -> None:
    said = TimelineWords(label, lambda year, month: f"{name}{year}{month}", lambda count: f"{name}{count}", merged)
    tree = read(draw_timeline([Bar(2009, 0, 30, f"x{href}", name), Bar(2010, 0, 2, "y", "z")], said))
    assert tree[0].get("aria-label") == label
    assert next(tree.iter("a")).get("href") == f"x{href}"
    assert (next(tree.iter("title")).text or "") == name
    assert {element.tag for element in tree.iter()} <= {"root", "svg", "g", "a", "title", "path", "text"}


def test_a_timeline_is_a_labelled_group_of_links() -> None:
    drawn = read(draw_timeline(gallery.year_bars({2008: 3, 2009: 12}), gallery.TIMELINE))[0]
    assert (drawn.get("role"), drawn.get("aria-label")) == ("group", "Cables by period")


def test_three_years_by_month_are_few_enough_bars() -> None:
    assert MOST_YEARS_BY_MONTH * 12 <= 36


# Scales


@cases
@given(st.integers(0, 10**9))
def test_lines_stand_at_round_counts_and_are_three_at_most(most: int) -> None:
    lines = round_numbers(most)
    assert len(lines) <= 3
    assert bool(lines) == (most > 1)
    assert all(0 < line <= most for line in lines)
    assert all(re.fullmatch(r"[1-9]0*|[1-9]50*", str(line)) for line in lines), lines


@cases
@given(st.integers(1, 10**9), st.data())
def test_four_shades_hold_every_count_once(most: int, data: st.DataObject) -> None:
    shades = choose_shades(most)
    assert len(shades) == min(4, most)
    assert (shades[0][0], shades[-1][1]) == (1, most)
    assert all(before[1] + 1 == after[0] <= after[1] for before, after in pairwise(shades))
    count = data.draw(st.integers(1, most))
    first, last = shades[find_shade(count, shades) - 1]
    assert first <= count <= last


def test_no_cables_have_no_shade() -> None:
    assert choose_shades(0) == []
    assert find_shade(0, choose_shades(9)) == 0
