"""Reading, in a real browser: without scripts, on a phone, by keyboard, from a host and from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import QUIET, Watch, find_chromium, serve

SCRIPTS_OFF = "--blink-settings=scriptEnabled=false"
NEEDS_A_HOST = "404.html"
"""It stands for pages that are missing, which only a host can do."""


def find_cable(sample: Path, cable_id: str) -> str:
    """Give the address of a sample cable."""
    (path,) = sample.glob(f"cable/**/{cable_id}.html")
    return path.relative_to(sample).as_posix()


def test_every_kind_of_page_works_without_complaint_and_asks_no_other_host(
    page: Page, origin: str, watch: Watch, pages_of_all_kinds: list[str]
) -> None:
    for address in pages_of_all_kinds:
        if address != NEEDS_A_HOST:
            page.goto(f"{origin}{address}")
            expect(page.locator("h1")).to_have_count(1)
            assert watch.complaints == [], address
    assert [url for url in watch.requests if not url.startswith(origin)] == []


def test_every_kind_of_page_can_be_read_whole_without_scripts_on_a_host_and_on_a_disk(
    browser: Browser, host: str, sample: Path, pages_of_all_kinds: list[str]
) -> None:
    with browser.browser_type.launch(executable_path=find_chromium(), args=[*QUIET, SCRIPTS_OFF]) as without:
        page, page_without = browser.new_page(), without.new_page()
        for address in pages_of_all_kinds:
            if address in {"search.html", NEEDS_A_HOST}:
                continue
            page.goto(f"{host}{address}")
            page.evaluate(
                "document.querySelectorAll('form.sift').forEach((each) => each.remove())"
            )  # only scripts shorten
            whole = page.locator("body").inner_text()
            assert len(whole) > 100
            for origin in (host, f"{sample.as_uri()}/"):
                page_without.goto(f"{origin}{address}")
                assert page_without.locator("body").inner_text() == whole, f"{origin}{address}"
        page.close()


def test_everything_but_search_can_be_read_without_scripts(browser: Browser, origin: str, sample: Path) -> None:
    without = browser.browser_type.launch(executable_path=find_chromium(), args=[*QUIET, SCRIPTS_OFF])
    page = without.new_page()
    page.goto(f"{origin}index.html")
    page.locator(f'a[href="{"sender/VALLETTA.html"}"]').first.click()
    page.locator(f'a[href$="{find_cable(sample, "07VALLETTA118")}"]').first.click()
    expect(page.locator("#p2")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{origin}search.html")
    assert "JavaScript" in page.locator("noscript").inner_text()
    expect(page.locator('main a[href="tag/index.html"]').first).to_be_visible()
    without.close()


def test_the_page_for_a_missing_address_is_whole_at_any_depth(page: Page, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "harbour-exercise").symlink_to(sample)  # the path of the sample's url
    with serve(tmp_path) as host:
        page.route("**/no/such/page.html", lambda route: route.fulfill(path=sample / "404.html", status=404))
        page.goto(f"{host}harbour-exercise/no/such/page.html")
        assert page.evaluate("document.styleSheets.length") == 1
        page.locator('main a[href$="tag/index.html"]').click()
        expect(page.locator("h1")).to_have_text("Tags")


def test_a_paragraph_s_number_is_a_link_to_it(page: Page, origin: str, sample: Path) -> None:
    page.goto(f"{origin}{find_cable(sample, '07VALLETTA118')}")
    page.locator('a[href="#p3"]').first.click()
    assert page.url.endswith("#p3")
    expect(page.locator("#p3")).to_be_in_viewport()


def test_a_reader_follows_a_reference_and_comes_back_by_cited_by(page: Page, origin: str, sample: Path) -> None:
    citing, cited = find_cable(sample, "04ROME3961"), find_cable(sample, "04OSLO1093")
    page.goto(f"{origin}{citing}")
    page.locator(f'a[href$="{Path(cited).name}"]').first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url == f"{origin}{cited}"
    page.locator(f'a[href$="{Path(citing).name}"]').first.click()
    assert page.url == f"{origin}{citing}"


def test_a_mention_of_a_reference_in_the_text_leads_to_its_entry(page: Page, host: str, sample: Path) -> None:
    page.goto(f"{host}{find_cable(sample, '04ROME3961')}")
    page.locator('main a[href="#ref-A"]').first.click()
    expect(page.locator("#ref-A")).to_be_in_viewport()


def test_the_source_text_can_be_had_as_it_was_given(page: Page, host: str, sample: Path) -> None:
    page.goto(f"{host}{find_cable(sample, '04ROME3961')}")
    href = page.locator('a[href$="04ROME3961.txt"]').first.get_attribute("href")
    answer = page.request.get(f"{page.url.rpartition('/')[0]}/{href}")
    assert answer.text().startswith("\n\nVZCZCXRO5528")


def test_the_first_tab_stop_skips_to_the_content(page: Page, host: str) -> None:
    page.goto(f"{host}tag/index.html")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused.startswith("#")
    assert page.locator(focused).count() == 1


def test_every_portion_mark_says_what_it_means_the_first_of_its_kind_by_keyboard_and_without_scripts_too(
    page: Page, origin: str, sample: Path
) -> None:
    page.goto(f"{origin}{find_cable(sample, '06TALLINN912')}")
    marks = page.get_by_text("(C)", exact=True)
    expect(marks).to_have_count(7)
    assert {mark.get_attribute("title") for mark in marks.all()} == {"Confidential"}
    assert [mark.get_attribute("tabindex") for mark in marks.all()] == ["0", *[None] * 6]
    page_source = (sample / find_cable(sample, "06TALLINN912")).read_text(encoding="utf-8")
    assert page_source.count('<abbr tabindex="0" title="Confidential">(C)</abbr>') == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_follows_the_reader_s_colour_scheme(browser: Browser, host: str, sample: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{host}{find_cable(sample, '07VALLETTA118')}")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    brightness = sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    assert (brightness < 3 * 128) == (scheme == "dark")
