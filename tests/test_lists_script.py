"""Lists in place: with scripts on, what stands on a page can be shortened and ordered; without, none of that shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from generator.archive import Listing
from generator.pages.list_names import search_of
from tests.browser import Watch
from tests.printed_pages import read_page
from tests.site_folder import files_of

FILTER, ORDER, STATUS = ".sift input", ".sift select", ".sift [role=status]"
LIST = "tag/EWWT.html"


def shown(page: Page, selector: str = ".entry") -> Locator:
    return page.locator(f"{selector}:not([hidden])")


def facts(page: Page, selector: str) -> list[str]:
    return page.locator(f".entry {selector}").all_text_contents()


def test_words_shorten_the_list_on_the_page_whatever_their_accents_and_capitals(
    page: Page, origin: str, watch: Watch
) -> None:
    page.goto(f"{origin}{LIST}")
    address, before = page.url, shown(page).count()
    page.fill(FILTER, "búoy lisbon")
    expect(shown(page)).to_have_count(1)
    expect(shown(page)).to_contain_text("Buoy 14 Rounds the Cape")
    expect(page.locator(STATUS)).to_have_text(f"1 of {before} shown")
    page.fill(FILTER, "06LISBON431")
    expect(shown(page)).to_have_count(1)
    page.fill(FILTER, "zzzz")
    expect(page.locator(STATUS)).to_have_text(f"0 of {before} shown")
    page.fill(FILTER, "")
    expect(shown(page)).to_have_count(before)
    expect(page.locator(STATUS)).to_have_text("")
    assert page.url == address
    assert watch.complaints == []


def test_a_list_can_be_ordered_by_date_sender_subject_and_level(page: Page, origin: str) -> None:
    page.goto(f"{origin}{LIST}")
    dates = page.locator(".entry time").evaluate_all("all => all.map(each => each.dateTime)")
    page.select_option(ORDER, "newest")
    newest = page.locator(".entry time").evaluate_all("all => all.map(each => each.dateTime)")
    assert newest == sorted(dates, reverse=True)
    page.select_option(ORDER, "sender")
    senders = facts(page, ".fact:nth-child(2)")
    assert senders == sorted(senders)
    page.select_option(ORDER, "subject")
    assert facts(page, ".entry-subject") == sorted(facts(page, ".entry-subject"))
    page.select_option(ORDER, "level")
    levels = facts(page, "[data-level]")
    ranks = ["UNCLASSIFIED", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", "LIMITED OFFICIAL USE", "CONFIDENTIAL", "SECRET"]
    assert levels == sorted(levels, key=ranks.index)
    assert page.locator(".entry").last.locator("[data-level]").count() == 0, "who has no level comes last"
    page.select_option(ORDER, "oldest")
    assert page.locator(".entry time").evaluate_all("all => all.map(each => each.dateTime)") == dates


def test_it_says_that_it_works_on_one_page_and_leads_to_a_search_of_the_whole_list(page: Page, host: str) -> None:
    page.goto(f"{host}{LIST}")
    expect(page.locator(".sift")).to_contain_text("on this page alone, 1 of 2.")
    page.click(".sift a")
    expect(page.locator("#search-status")).to_contain_text("39 cables")


@pytest.mark.parametrize(
    ("listing", "key", "cables"),
    [
        (Listing.SENDER, "REYKJAVIK", 8),
        (Listing.CLASSIFICATION, "UNCLASSIFIED//FOR OFFICIAL USE ONLY", 2),
        (Listing.YEAR, "2007", 12),
        (Listing.MONTH, "2006-10", 3),
        (Listing.SIGNER, "GRISWOLD-PIKE", 1),
        (Listing.SIGNER, "PENDLEWOOD", 5),
    ],
)
def test_the_search_of_a_list_finds_as_many_cables_as_it_has(
    page: Page, host: str, listing: Listing, key: str, cables: int
) -> None:
    page.goto(f"{host}{search_of(listing, key)}")
    expect(page.locator("#search-status")).to_contain_text(f"{cables} cable")


def test_by_keyboard_alone_a_list_is_shortened_and_ordered(page: Page, host: str) -> None:
    page.goto(f"{host}{LIST}")
    page.focus(FILTER)
    page.keyboard.type("buoy")
    page.keyboard.press("Enter")  # which sends nothing
    assert page.url == f"{host}{LIST}"
    found = shown(page).count()
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    expect(page.locator(ORDER)).to_have_value("level")
    expect(shown(page)).to_have_count(found)


@pytest.mark.parametrize(
    ("address", "words", "left", "groups"),
    [
        ("tag/index.html", "iceland", 1, 1),
        ("sender/index.html", "finland", 1, 1),
    ],
)
def test_an_index_is_shortened_by_names_codes_and_headings(
    page: Page, origin: str, watch: Watch, address: str, words: str, left: int, groups: int
) -> None:
    page.goto(f"{origin}{address}")
    page.fill(FILTER, words)
    expect(shown(page, ".group li")).to_have_count(left)
    expect(shown(page, ".group")).to_have_count(groups)
    assert watch.complaints == []


def test_without_scripts_nothing_of_it_shows_and_the_list_is_whole(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}{LIST}")
    expect(page.locator(".sift")).to_be_hidden()
    expect(shown(page)).to_have_count(25)
    context.close()


def test_only_lists_and_indexes_load_the_script(sample: Path) -> None:
    loading = {
        address.split("/")[0]
        for address, content in files_of(sample).items()
        if address.endswith(".html")
        for element in read_page(address, content.decode()).all("script")
        if element.target.endswith("assets/lists.js")
    }
    assert loading == {"tag", "sender", "date", "classification", "signer", "collection", "reference"}


@pytest.mark.parametrize("address", [LIST, "tag/index.html", "date/2009/10/06.html"])
def test_the_list_stands_where_it_stays_before_the_script_has_come(page: Page, host: str, address: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/lists.js", hold)
    with page.expect_request("**/lists.js"):
        page.goto(f"{host}{address}", wait_until="commit")
    expect(page.locator("body")).to_have_css("margin", "0px")  # the style sheet has come
    entries = page.locator(".entries, .group").first
    before = entries.bounding_box()
    expect(page.locator(".sift")).to_be_hidden()
    held[0].continue_()
    expect(page.locator(".sift")).to_be_visible()
    assert entries.bounding_box() == before
