"""Every kind of page fits the window: from a small phone to a desktop, and with letters twice as large."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import QUIET, find_chromium
from tests.layout import layout_findings


def findings_of(page: Page, host: str, addresses: list[str], width: int) -> list[str]:
    """Measure pages, one after another, in a window of a width, as they are and with all their parts open."""
    found = []
    page.set_viewport_size({"width": width, "height": 850})
    for address in addresses:
        page.goto(f"{host}{address}")
        found += [f"{address}: {finding}" for finding in layout_findings(page)]
        page.locator("details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
        found += [f"{address}, opened: {finding}" for finding in layout_findings(page)]
    return found


@pytest.fixture(scope="module")
def large_letters(browser: Browser) -> Iterator[Browser]:
    """The browser of a reader whose letters are twice as large as is usual, by its own setting."""
    setting = "--blink-settings=defaultFontSize=32"
    with browser.browser_type.launch(executable_path=find_chromium(), args=[*QUIET, setting]) as large:
        yield large


@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_every_kind_of_page_fits_the_window(
    page: Page, own_host: str, pages_of_all_kinds: list[str], width: int
) -> None:
    assert findings_of(page, own_host, pages_of_all_kinds, width) == []


@pytest.mark.parametrize("width", [390, 1200])
def test_every_kind_of_page_fits_the_window_with_letters_twice_as_large(
    large_letters: Browser, own_host: str, pages_of_all_kinds: list[str], width: int
) -> None:
    page = large_letters.new_page()
    page.goto(f"{own_host}index.html")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert findings_of(page, own_host, pages_of_all_kinds, width) == []
    page.close()


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        ("main { width: 120vw; }", "wide in a window of"),
        ("h1 { white-space: nowrap; }", "wide in a box of"),
        ("h1 { height: 1em; overflow: hidden; }", "cut off at"),
        ("h1 { margin-left: -100px; }", "text outside of the window"),
        ("h1 { margin-bottom: -2em; }", "lies on"),
        (".facts a { display: inline-block; width: 2em; }", "“VALLETTA” is broken in two"),
    ],
)
def test_what_is_broken_is_found(page: Page, host: str, broken: str, found: str) -> None:
    page.set_viewport_size({"width": 390, "height": 850})
    page.goto(f"{host}cable/2007/03/07VALLETTA118.html")
    page.evaluate(
        """(rules) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rules);
          document.adoptedStyleSheets.push(sheet);
        }""",
        broken,
    )
    assert [finding for finding in layout_findings(page) if found in finding] != []
