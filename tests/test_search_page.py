"""The search page: what a reader types, chooses and gets, on a host and on a disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import Watch
from tests.site_folder import SiteFolder

STATUS, HELP, RESULTS = "#search-status", "#search-help", "#search-results li"


def search(page: Page, words: str) -> None:
    page.fill("#search-words", words)
    page.keyboard.press("Enter")


def hold(page: Page, pattern: str) -> list[Route]:
    """Keep files from coming; give those that were asked for."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(pattern, keep)
    return held


@pytest.mark.parametrize(
    "text", ["07VALLETTA118", "07 valletta 118", "2007Valletta00118", "VALLETTA 118", "07-VALLETTA-118"]
)
def test_a_reference_id_in_any_spelling_goes_to_its_cable(page: Page, origin: str, watch: Watch, text: str) -> None:
    page.goto(f"{origin}search.html")
    search(page, text)
    page.wait_for_url("**/cable/2007/03/07VALLETTA118.html")
    page.go_back()
    expect(page.locator("#search-words")).to_have_value(text)
    expect(page.locator(RESULTS).first).to_contain_text("The cable of this reference")
    assert page.locator(f"{RESULTS} .fact", has_text="07VALLETTA118").count() == 1, "it is not shown twice"
    assert page.url.startswith(f"{origin}search.html?q=")
    assert watch.complaints == []


def test_an_id_without_its_year_that_several_cables_have_shows_all_of_them(page: Page, host: str) -> None:
    page.goto(f"{host}search.html")
    search(page, "VALLETTA 201")
    expect(page.locator(STATUS)).to_contain_text("cable")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("lihgthouse", "lighthouse"),
        ("Bouy", "buoy"),
        ("+lighthouse +bouy", "+lighthouse +buoy"),
        ("+buoy +trawler +biscuit +zinc", ""),
        ('"buoy weather"', "buoy weather"),
        ('"two ferrries"', '"two ferries"'),
        ("zzzzqqqqxxxx", ""),
    ],
)
def test_a_search_that_finds_nothing_is_answered_with_another_one(
    page: Page, origin: str, words: str, meant: str
) -> None:
    page.goto(f"{origin}search.html")
    search(page, words)
    expect(page.locator(STATUS)).to_contain_text("No cable was found")
    if not meant:
        return
    expect(page.locator(HELP)).to_have_text(f"Did you mean: {meant}")
    page.click(f"{HELP} a")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("#search-words")).to_have_value(meant)


@pytest.mark.parametrize(
    ("words", "said", "instead"),
    [
        ('"weather buoy', "A quotation mark has no partner", "weather buoy"),
        ("nofield:buoy", "There is no field “nofield”", "buoy"),
        ("+Tag:PREL -pier", "There is no field “tag”", "+tags:PREL -pier"),
        ('nofield:"weather buoy"', "There is no field “nofield”", '"weather buoy"'),
        ("buoy~x", "could not be read", "buoy x"),
        ("harbour~20 +pier", "A word may differ in 2 letters at most", "harbour~2 +pier"),
        ('"of the"', "has no word that can be looked for", ""),
    ],
)
def test_what_cannot_be_read_is_explained_with_a_search_that_can(
    page: Page, host: str, watch: Watch, words: str, said: str, instead: str
) -> None:
    page.goto(f"{host}search.html")
    search(page, words)
    expect(page.locator(STATUS)).to_contain_text(said)
    expect(page.locator("#search-again")).to_be_hidden()
    expect(page.locator(HELP)).to_have_text(f"Search instead for: {instead}" if instead else "")
    assert watch.complaints == []


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("Pier 6: Peace - Music", "pier 6 peace music"),
        ("Ferries -- Harbour + Pier", "ferries harbour pier"),
        ('Subject:"two ferries"', 'subject:"two ferries"'),
    ],
)
def test_a_sign_that_belongs_to_no_word_and_capitals_of_a_field_mean_nothing(
    page: Page, host: str, pasted: str, plain: str
) -> None:
    said = []
    for words in (pasted, plain):
        page.goto(f"{host}search.html")
        search(page, words)
        expect(page.locator(RESULTS).first).to_be_visible()
        expect(page.locator(STATUS)).to_contain_text("cable")
        said.append([page.inner_text(STATUS), page.locator(f"{RESULTS} .entry-subject").all_inner_texts()])
    assert said[0] == said[1]


@pytest.mark.parametrize("words", ["+the", "+signer:MAY", "+may +of"])
def test_words_that_the_index_leaves_out_find_nothing_and_that_is_told(page: Page, host: str, words: str) -> None:
    page.goto(f"{host}search.html")
    search(page, words)
    expect(page.locator(STATUS)).to_contain_text("Not looked for, as nearly every cable has it")
    expect(page.locator(HELP)).to_be_empty()
    assert page.locator(RESULTS).count() == 0


@pytest.mark.parametrize("signs", ["/", "//", "\\", "%", "...", "\U0001f600"])
def test_signs_alone_find_nothing_and_that_is_told(page: Page, host: str, signs: str) -> None:
    page.goto(f"{host}search.html")
    search(page, signs)
    expect(page.locator(STATUS)).to_contain_text(f"“{signs}” has no word that can be looked for")
    assert page.locator(RESULTS).count() == 0


def test_dates_that_are_turned_round_in_an_address_are_told(page: Page, host: str) -> None:
    page.goto(f"{host}search.html?q=pier&from=2010&to=2000")
    expect(page.locator(STATUS)).to_contain_text("The first date is later than the second")


def test_a_site_that_is_published_anew_meanwhile_is_searched_as_it_is_now(
    page: Page, host: str, tmp_path: Path
) -> None:
    anew = SiteFolder(tmp_path).cable("09VALLETTA118.txt", body="1. (U) The exercise goes on.")
    anew.build()
    page.goto(f"{host}search.html")
    search(page, "lighthouse")
    expect(page.locator(RESULTS).first).to_be_visible()
    files = anew.printed()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url.rpartition("/search/")[2])
        found = files.get("search/" + asked[-1].partition("?")[0])
        route.fulfill(status=200 if found else 404, body=found or b"")

    page.route("**/search/**", answer)
    search(page, '"exercise goes on"')  # for a phrase, more files must come
    expect(page.locator(RESULTS)).to_have_count(1)
    assert any(name.startswith("index.js?") for name in asked), "the browser keeps the other one"


def test_a_browser_that_cannot_search_is_told_so(page: Page, host: str) -> None:
    page.add_init_script("delete globalThis.DecompressionStream")
    page.goto(f"{host}search.html?q=buoy")
    expect(page.locator(STATUS)).to_contain_text("This browser is too old for the search")


def test_a_search_begins_by_itself_after_a_pause_and_is_one_step_back(page: Page, origin: str) -> None:
    page.goto(f"{origin}about.html")
    page.goto(f"{origin}search.html")
    page.locator("#search-words").press_sequentially("weather buo", delay=20)
    expect(page.locator(STATUS)).to_contain_text("cable")
    page.locator("#search-words").press_sequentially("y trawler", delay=20)
    expect(page).to_have_url(re.compile(r"q=weather\+buoy\+trawler"))
    page.go_back()
    expect(page.locator("#search-words")).to_have_value("")
    page.go_back()
    expect(page).to_have_url(f"{origin}about.html")


def test_all_of_a_search_is_in_its_address_and_is_gone_back_to(page: Page, origin: str, watch: Watch) -> None:
    page.goto(f"{origin}search.html?q=exercise")
    expect(page.locator(RESULTS)).to_have_count(25)
    page.select_option("#search-order", "oldest")
    expect(page.locator(STATUS)).to_contain_text("the oldest first")
    page.locator("#search-filters label", has_text="VALLETTA").locator("input").check()
    expect(page.locator("#search-chips")).to_contain_text("VALLETTA")
    page.fill("#search-filters .period label:first-child input", "2009")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("from=2009"))
    found = page.locator(f"{RESULTS} .entry-subject")
    expect(page.locator(f"{RESULTS} .fact").first).to_contain_text("2009")
    subjects, address = found.all_inner_texts(), page.url
    page.goto(f"{origin}index.html")
    page.goto(address)
    expect(found.first).to_be_visible()
    assert found.all_inner_texts() == subjects
    for _ in range(5):
        page.go_back()
    expect(page.locator("#search-order")).to_have_value("relevance")
    expect(page.locator(RESULTS)).to_have_count(25)
    assert watch.complaints == []


def test_filters_without_words_find_all_cables_that_pass_them_by_date(page: Page, host: str) -> None:
    page.goto(f"{host}search.html?sender=VALLETTA")
    expect(page.locator(STATUS)).to_contain_text("the oldest first")
    dates = [text for text in page.locator(f"{RESULTS} .fact:first-child").all_inner_texts() if text[0].isdigit()]
    assert dates == sorted(dates)
    assert len(dates) > 4
    page.select_option("#search-order", "newest")
    expect(page.locator(STATUS)).to_contain_text("the newest first")
    newest = [text for text in page.locator(f"{RESULTS} .fact:first-child").all_inner_texts() if text[0].isdigit()]
    assert newest == dates[::-1]


def test_a_result_has_a_passage_with_its_words_marked_and_its_cable_opens_at_them(
    page: Page, origin: str, watch: Watch
) -> None:
    page.goto(f'{origin}search.html?q="weather buoy" knots')
    first = page.locator(RESULTS).first
    expect(first.locator(".passage mark").first).to_be_visible()
    assert any("weather buoy" in text.lower() for text in first.locator("mark").all_inner_texts())
    first.locator("a.entry-subject").click()
    expect(page.locator("main mark").first).to_be_visible()
    expect(page.get_by_role("region", name="Marked words")).to_contain_text("of")
    assert watch.complaints == []


def test_a_passage_leads_to_its_paragraph_and_names_the_number_that_it_has_on_the_page(page: Page, host: str) -> None:
    page.set_viewport_size({"width": 1200, "height": 20_000})
    page.goto(f"{host}search.html?q=buoy&sender=VALLETTA")
    places = page.locator(".passage-place")
    expect(places).to_have_count(4)
    assert sorted(places.all_inner_texts()) == ["¶", "¶ 1", "¶ 1", "¶ 12"]
    place = page.get_by_role("link", name="Paragraph of LIGHTS CONFERENCE OPENS")
    place.click()
    expect(page.locator(":target")).to_contain_text("Annex B, buoys")


def test_first_results_are_shown_while_the_rest_of_the_index_is_on_its_way(page: Page, host: str) -> None:
    held = hold(page, "**/search/lengths.js*")
    page.goto(f"{host}search.html?q=weather+buoy")
    expect(page.locator(STATUS)).to_contain_text("First results")
    expect(page.locator(RESULTS)).to_have_count(10)
    for route in held:
        route.continue_()
    expect(page.locator(STATUS)).to_contain_text("the closest first")
    expect(page.locator(RESULTS)).to_have_count(25)


def test_results_do_not_wait_for_the_counts_of_filters_nor_go_where_these_do_not_come(page: Page, host: str) -> None:
    held = hold(page, "**/search/c/tag.js*")
    page.goto(f"{host}search.html?q=exercise")
    expect(page.locator(RESULTS)).to_have_count(25)
    expect(page.locator(STATUS)).to_contain_text("the closest first")
    page.route("**/search/c/tag.js*", lambda route: route.abort())  # it is asked for again, once
    for route in held:
        route.abort()
    expect(page.locator(STATUS)).to_contain_text("search/c/tag.js could not be loaded")
    expect(page.locator(RESULTS)).to_have_count(25)
    page.unroute("**/search/c/tag.js*")
    page.click("#search-again")
    expect(page.locator("#search-filters")).to_contain_text("PREL")
    expect(page.locator(STATUS)).to_contain_text("the closest first")


def test_a_later_search_is_never_overtaken_by_an_earlier_one(page: Page, host: str) -> None:
    held = hold(page, "**/search/l/0.js*")
    page.goto(f"{host}search.html?q=bouy~1")
    page.wait_for_timeout(500)
    search(page, "trawler")
    expect(page.locator(STATUS)).to_contain_text("cable")
    shown = page.locator(RESULTS).all_inner_texts()
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)
    assert held
    assert [text.split("\n")[0] for text in page.locator(RESULTS).all_inner_texts()] == [
        t.split("\n")[0] for t in shown
    ]


def test_it_all_works_by_keyboard_and_is_announced(page: Page, host: str) -> None:
    page.goto(f"{host}search.html")
    page.focus("#search-words")
    page.keyboard.type("weather buoy")
    page.keyboard.press("Enter")
    status = page.get_by_role("status")
    expect(status).to_contain_text("cables, the closest first")
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.className || document.activeElement.id"))
        if "entry-subject" in reached:
            break
    assert {"search-order", "entry-subject"} <= reached
    page.keyboard.press("Enter")
    page.wait_for_url("**/cable/**")


@pytest.mark.parametrize(
    "address",
    [
        "?q=%00%01%1f%7f&order=<script>&from=x&to=99999&sender=%00",
        "?q=buoy&sender=<img src=x onerror=document.title='broken'>&level=nothing",
        "?q=" + "a%20" * 5_000,
        "?q=%22" + "buoy%20" * 3_000 + "%22",
        "?q=%ff%fe&order=newest",
        "?order=oldest&order=newest&q=buoy&q=trawler",
        "?q=buoy&order=constructor&from=__proto__&sender=toString",
    ],
    ids=lambda address: address[:24],
)
def test_a_tampered_address_gets_a_message_and_never_an_exception_or_markup(
    page: Page, origin: str, watch: Watch, address: str
) -> None:
    page.goto(f"{origin}search.html{address}")
    expect(page.locator(STATUS)).not_to_be_empty()
    expect(page.locator(STATUS)).not_to_have_text("Searching…")
    assert page.title() != "broken"
    assert page.locator("main img, main script").count() == 0
    assert watch.complaints == []
