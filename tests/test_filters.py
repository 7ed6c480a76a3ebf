"""Filters: what they let pass and the counts beside them are those of the archive, and anyone can work the panel."""

from __future__ import annotations

import calendar
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.archive import Archive
from tests.browser import Watch, serve
from tests.filtered_cables import write_cables, write_panel
from tests.lunr_index import VOCABULARY, open_archive

CABLES, COMBINATIONS = 1_500, 300
FACETS = ("collection", "sender", "tag", "level")
Filters = Mapping[str, Any]


@dataclass(frozen=True)
class Known:
    """What a cable is filtered by, as its record says."""

    day: date | None
    values: Mapping[str, Sequence[str]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("filtered")
    (folder / "cables").mkdir()
    write_cables(folder / "cables", CABLES)
    archive = open_archive(folder / "cables", folder / "archive.sqlite")
    yield archive
    archive.close()


@pytest.fixture(scope="module")
def known(archive: Archive) -> list[Known]:
    return [
        Known(
            filed.cable.sent.date() if filed.cable.sent else None,
            {
                "sender": [filed.cable.sender] if filed.cable.sender else [],
                "level": [filed.cable.classification] if filed.cable.classification else [],
                "collection": [collection.name for collection in filed.collections],
                "tag": [tag.code for tag in filed.cable.tags],
            },
        )
        for filed in archive.cables(0, archive.count())
    ]


@pytest.fixture(scope="module")
def panel(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page with the panel."""
    folder = tmp_path_factory.mktemp("panel")
    write_panel(archive, folder)
    with serve(folder) as address:
        yield address


def period(text: str) -> tuple[date, date] | None:
    """Give the first and the last day of a year, month or day; None if it is none."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return None
    first, last = f"{text}-01-01"[:10], f"{text}-12-31"[:10]
    try:
        if len(text) == len("2004-06"):
            last = f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]}"
        return date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None


def passes_dates(cable: Known, filters: Filters) -> bool:
    first, last = period(filters["from"]), period(filters["to"])
    if not first and not last:
        return True
    return cable.day is not None and (not first or cable.day >= first[0]) and (not last or cable.day <= last[1])


def passes(cable: Known, filters: Filters, facet: str) -> bool:
    chosen, having = set(filters[facet]), set(cable.values[facet])
    return not chosen or (chosen <= having if facet == "tag" else bool(chosen & having))


def expected(known: Sequence[Known], hits: Sequence[int], filters: Filters) -> dict[str, Any]:
    """Work out cable by cable what the columns do in bulk."""

    def left(cable: Known, leaving_out: str) -> bool:
        return all(passes(cable, filters, facet) for facet in FACETS if facet != leaving_out)

    every_year = {str(cable.day.year) if cable.day else "" for cable in known}
    years = Counter(str(known[hit].day or "")[:4] for hit in hits if left(known[hit], ""))
    counts = {}
    for facet in FACETS:
        others = "" if facet == "tag" else facet
        within = [known[hit] for hit in hits if left(known[hit], others) and passes_dates(known[hit], filters)]
        counted = Counter(code for cable in within for code in cable.values[facet])
        counts[facet] = {code: counted[code] for code in {*counted, *filters[facet]}}
    return {
        "kept": [hit for hit in hits if left(known[hit], "") and passes_dates(known[hit], filters)],
        "years": {year: years[year] for year in every_year},
        "counts": counts,
    }


def choose_filters(choice: random.Random, known: Sequence[Known]) -> Filters:
    """Choose filters at random, with codes and dates that there are not, too."""
    dates = ["", "", "1999", "2004", "2006", "2004-06", "2006-02", "1973-12-31", "2004-02-29", "2100", "0001"]
    dates += ["20", "2004-13", "2006-02-29", "2004-00", "<b>", "2004-6", *(str(each.day) for each in known[::99])]
    codes = {facet: [code for cable in known[::7] for code in cable.values[facet]] for facet in FACETS}
    odd = ["NOWHERE", "__proto__", "<b>", ""]
    filters: dict[str, Any] = {end: choice.choice(dates) for end in ("from", "to")}
    for facet in FACETS:
        some = choice.choices([*codes[facet], *codes[facet][:40], choice.choice(odd)], k=choice.choice((1, 1, 2, 3)))
        filters[facet] = sorted(set(some)) if choice.random() < 0.4 else []
    if choice.random() < 0.3:
        filters["tag"] = list(choice.choice(known).values["tag"])  # so that several are found together
    return filters


def test_what_passes_and_every_count_is_what_the_archive_says_for_any_filters(
    page: Page, panel: str, known: list[Known]
) -> None:
    choice = random.Random(7)  # noqa: S311 - the same each time
    asked: list[tuple[list[int], Filters]] = []
    for _ in range(COMBINATIONS):
        share = choice.choice((0, 0.05, 0.5, 1))
        hits = [ordinal for ordinal in range(len(known)) if choice.random() < share]
        asked.append((hits, choose_filters(choice, known)))
    page.goto(f"{panel}empty.html")
    answers = page.evaluate(
        """(asked) => Promise.all(asked.map(async ([numbers, filters]) => {
          const hits = Uint32Array.from(numbers);
          const { kept, years } = await columns.keep(hits, filters);
          return { kept: Array.from(kept), years, counts: await columns.count(hits, filters) };
        }))""",
        asked,
    )
    found = 0
    for (hits, filters), answer in zip(asked, answers, strict=True):
        wanted = expected(known, hits, filters)
        assert answer["kept"] == wanted["kept"], filters
        assert dict(answer["years"]) == wanted["years"], filters
        assert [year for year, _ in answer["years"]] == [*sorted({*wanted["years"]} - {""}), ""]
        for facet in FACETS:
            counted = answer["counts"][facet]
            assert {code: count for code, _, count in counted} == wanted["counts"][facet], (facet, filters)
            assert [each[2] for each in counted] == sorted((each[2] for each in counted), reverse=True)
        found += bool(wanted["kept"])
    assert found > COMBINATIONS / 4


def test_codes_stand_with_the_names_that_pages_show(page: Page, panel: str) -> None:
    page.goto(f"{panel}empty.html")
    counts = page.evaluate("columns.count(everyCable, {})")
    names = {code: name for values in counts.values() for code, name, _ in values}
    assert names["PREL"] == VOCABULARY.tag("PREL").name == "External Political Relations"
    assert names["alpha"] == "Alpha"
    assert names["SECRET"] == ""


def test_a_file_is_loaded_when_a_filter_or_a_count_needs_it_and_once(page: Page, panel: str, watch: Watch) -> None:
    page.goto(f"{panel}empty.html")
    watch.requests.clear()

    def loaded_by(action: str) -> list[str]:
        page.evaluate(action)
        names = [request.rpartition("/c/")[2] for request in watch.requests if "/c/" in request]
        watch.requests.clear()
        return sorted(names)

    assert loaded_by("columns.keep(everyCable, { from: '1999', to: '2004' })") == []
    assert loaded_by("columns.keep(everyCable, { from: '1999-02' })") == ["days.js"]
    assert loaded_by("columns.keep(everyCable, { from: '1999-02', sender: ['PORTAA'] })") == ["sender.js"]
    assert loaded_by("columns.count(everyCable, { from: '1999-02' }, ['level', 'sender'])") == ["level.js"]
    assert loaded_by("columns.count(everyCable, {})") == ["collection.js", "tag.js"]
    assert loaded_by("columns.count(everyCable, { tag: ['PREL'] })") == []


def test_a_file_that_failed_is_loaded_again_the_next_time(page: Page, panel: str) -> None:
    page.goto(f"{panel}empty.html")
    broken = [True]
    page.route("**/c/level.js", lambda route: route.abort() if broken[0] else route.continue_())
    asking = "columns.keep(everyCable, { level: ['SECRET'] }).then(({ kept }) => kept.length > 0, () => 'failed')"
    assert page.evaluate(asking) == "failed"
    broken[0] = False
    assert page.evaluate(asking) is True


ROUND_TRIP = """(text) => {
  const filters = cablepress.filtersFromAddress(new URLSearchParams(text));
  const parameters = cablepress.filtersToAddress(filters, new URLSearchParams("q=buoy&tag=OLD&from=1999"));
  return [filters, parameters.toString()];
}"""


def test_filters_go_into_an_address_and_come_back(page: Page, panel: str) -> None:
    page.goto(f"{panel}empty.html")
    address = "from=2004&to=2006-05&collection=a+%26+b&sender=USNATO&sender=PARIS&tag=PREL&level=SECRET"
    filters, written = page.evaluate(ROUND_TRIP, f"q=other&{address}")
    assert filters["sender"] == ["USNATO", "PARIS"]
    assert written == f"q=buoy&{address}"


def test_what_is_no_date_or_too_much_in_an_address_is_left_out(page: Page, panel: str) -> None:
    page.goto(f"{panel}empty.html")
    many = "&".join(f"tag=T{number}" for number in range(200))
    filters, _ = page.evaluate(
        ROUND_TRIP, f"from=2004-02-30&to=<b>&sender=&sender={'x' * 101}&sender=A&sender=A&{many}"
    )
    assert (filters["from"], filters["to"], filters["sender"], len(filters["tag"])) == ("", "", ["A"], 50)


def open_panel(page: Page, panel: str, address: str = "") -> None:
    page.goto(f"{panel}index.html{address}")
    expect(page.locator("#search-status")).not_to_be_empty()


def test_by_keyboard_a_choice_changes_the_results_and_keeps_the_focus_and_can_be_taken_back(
    page: Page, panel: str, watch: Watch
) -> None:
    open_panel(page, panel, "?level=UNCLASSIFIED")
    before = page.locator("#search-status").inner_text()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "SECRET":
            break
    page.keyboard.press("Space")
    expect(page.locator("#search-status")).not_to_have_text(before)
    box = page.get_by_role("checkbox", name=re.compile("^SECRET .* cables$"))
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    assert page.url.endswith("?level=UNCLASSIFIED&level=SECRET")
    page.get_by_role("button", name="Remove filter: Classification SECRET").press("Enter")
    expect(page.locator("#search-status")).to_have_text(before)
    expect(box).not_to_be_checked()
    page.get_by_role("button", name="Remove filter: Classification UNCLASSIFIED").press("Enter")
    expect(page.locator("#search-chips")).to_be_hidden()
    expect(page.locator("#search-filters")).to_be_focused()
    assert watch.complaints == []


def test_two_choices_made_before_the_first_is_searched_for_are_both_kept(page: Page, panel: str) -> None:
    open_panel(page, panel)
    choose = "document.querySelector(`[data-facet=${facet}] li input`).click()"
    page.evaluate(f"for (const facet of ['level', 'sender']) {choose}")
    expect(page.locator("#search-chips .chip")).to_have_count(2)
    assert re.search(r"\?sender=\w+&level=\w+$", page.url)


def test_removing_a_filter_moves_the_focus_to_the_next_one(page: Page, panel: str) -> None:
    open_panel(page, panel, "?level=SECRET&tag=PREL&from=2004")
    expect(page.locator("#search-chips button")).to_have_count(4)
    page.get_by_role("button", name="Remove filter: From 2004").press("Enter")
    expect(page.get_by_role("button", name="Remove filter: Classification SECRET")).to_be_focused()
    page.get_by_role("button", name="Remove all filters").click()
    expect(page.locator("#search-chips")).to_be_hidden()


def test_a_long_list_opens_and_is_narrowed_by_typing_and_a_choice_outlives_both(page: Page, panel: str) -> None:
    open_panel(page, panel)
    sender = page.locator("[data-facet=sender]")
    expect(sender.locator("li")).to_have_count(8)
    sender.get_by_role("button", name=re.compile(r"^Show all \d\d\d$")).press("Enter")
    field = sender.get_by_role("searchbox")
    expect(field).to_be_focused()
    field.fill("portb c")
    expect(sender.locator("li")).to_have_count(1)
    sender.get_by_role("checkbox").check()
    expect(page.locator("#search-chips")).to_contain_text("Sender PORTBC")
    field.fill("portaa")
    sender.get_by_role("checkbox").check()
    expect(page.locator("#search-chips button")).to_have_count(3)
    assert page.url.endswith("?sender=PORTBC&sender=PORTAA")
    sender.get_by_role("button", name="Show fewer").click()
    expect(sender.locator("li")).to_have_count(8)
    expect(sender.get_by_role("checkbox", checked=True)).to_have_count(2)
    expect(sender.get_by_role("checkbox").first).to_be_checked()


def test_a_date_is_a_year_a_month_or_a_day_and_anything_else_is_explained(page: Page, panel: str) -> None:
    open_panel(page, panel)
    first, last, message = (
        page.get_by_role("textbox", name="From"),
        page.get_by_role("textbox", name="To"),
        page.locator("#search-period"),
    )
    first.fill("2004/6")
    first.press("Enter")
    expect(first).to_have_value("2004-06")
    expect(page.locator("#search-chips")).to_contain_text("From 2004-06")
    last.fill("1999")
    last.press("Tab")
    expect(message).to_have_text("The first date is later than the second.")
    expect(last).to_have_attribute("aria-invalid", "true")
    last.fill("June")
    last.press("Tab")
    expect(message).to_contain_text("Write a year, a month or a day")
    assert page.url.endswith("?from=2004-06")
    last.fill("2006")
    last.press("Enter")
    expect(message).to_be_empty()
    expect(page.locator("#search-chips")).to_contain_text("Dates 2004-06 to 2006")


def test_a_click_on_a_bar_is_a_year_again_all_years_and_a_stroke_over_some_those(page: Page, panel: str) -> None:
    open_panel(page, panel)
    first, last = page.get_by_role("textbox", name="From"), page.get_by_role("textbox", name="To")
    bar = page.locator("[data-year='2004'] .space")
    bar.click()
    expect(first).to_have_value("2004")
    expect(last).to_have_value("2004")
    expect(page.locator("[data-year='2005']")).to_have_class("out")
    bar.click()
    expect(first).to_have_value("")
    page.locator("[data-year='2006'] .space").hover()
    page.mouse.down()
    page.locator("[data-year='1999'] .space").hover()
    page.mouse.up()
    expect(first).to_have_value("1999")
    expect(last).to_have_value("2006")
    page.locator("[data-year='2004'] .space").click(modifiers=["Shift"])
    expect(last).to_have_value("2004")
    expect(first).to_have_value("1999")


def test_who_does_not_see_the_bars_hears_a_table_of_them(page: Page, panel: str, known: list[Known]) -> None:
    open_panel(page, panel, "?from=2004")
    rows = page.get_by_role("table", name="Cables found, by year").get_by_role("row")
    years = Counter(str(cable.day.year) for cable in known if cable.day)
    assert rows.all_inner_texts() == [f"{year}\t{count}" for year, count in sorted(years.items())]
    undated = sum(cable.day is None for cable in known)
    expect(page.locator(".undated")).to_have_text(f"{undated} cables without a date")


def test_on_a_phone_the_panel_is_closed_and_loads_counts_when_it_is_opened(
    browser: Browser, panel: str, watch: Watch
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    watch.follow(page)
    open_panel(page, panel, "?level=SECRET&from=2004")
    expect(page.locator(".filters > details > summary")).to_have_text("Filters 2 on")
    expect(page.locator("[data-facet]").first).to_be_hidden()
    assert not any("/c/sender" in request for request in watch.requests)
    page.locator(".filters > details > summary").click()
    expect(page.locator("[data-facet=sender] li")).to_have_count(8)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watch.complaints == []
    page.close()


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize(
    "code", ["<img src=x onerror=document.title='broken'>", "__proto__", "constructor", "\u202e", "'"]
)
def test_a_tampered_address_finds_nothing_and_is_shown_as_text(
    page: Page, panel: str, watch: Watch, facet: str, code: str
) -> None:
    page.goto(f"{panel}empty.html")
    address = page.evaluate(
        "([facet, code]) => `?${new URLSearchParams([[facet, code], ['from', code]])}`", [facet, code]
    )
    open_panel(page, panel, address)
    expect(page.locator("#search-status")).to_have_text("0 cables")
    expect(page.locator("#search-chips button")).to_have_count(1)
    expect(page.locator("#search-chips")).to_contain_text(code)
    box = page.locator(f"[data-facet={facet}] input:checked")
    expect(box).to_have_count(1)
    assert box.input_value() == code
    assert page.title() == "Filters"
    assert page.locator("img").count() == 0
    assert watch.complaints == []
    box.click()
    expect(page.locator("#search-status")).not_to_have_text("0 cables")
