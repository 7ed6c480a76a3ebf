"""Every kind of page can be used by everyone: WCAG 2.2 AA by axe-core, and what readers set on their machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import SCHEMES, axe_findings_of_more_contrast, axe_findings_of_schemes
from tests.layout import layout_findings
from tests.printed_sample import NOTED

NARROW, PHONE, DESKTOP = 320, 390, 1200
CABLE = "cable/2007/03/07VALLETTA118.html"
OPEN = "(all) => all.forEach((details) => { details.open = true; })"
# What of the page moves by itself, or would.
MOVING = """
() => [document.documentElement, ...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  const lasts = style.transitionDuration.split(",").some((each) => parseFloat(each) > 0);
  return lasts || style.animationName !== "none" || style.scrollBehavior === "smooth";
}).map((element) => element.localName + "." + element.className)
"""
# What leads somewhere in a drawing and has not a colour of the reader's own: drawings keep those that they are given.
STRANGE = """
() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const own = ["LinkText", "CanvasText", "Highlight", "ButtonText"].map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return [...document.querySelectorAll("main svg a :is(rect, path, circle, text)")].filter((shape) => {
    const { fill, fillOpacity, stroke } = getComputedStyle(shape);
    return fillOpacity !== "0" && fill !== "none" && !own.includes(fill) && !own.includes(stroke);
  }).map((shape) => shape.outerHTML);
}
"""


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a phone and on a desktop."""
    page = browser.new_page(viewport={"width": request.param, "height": 850})
    yield page
    page.close()


def test_axe_finds_nothing_on_any_kind_of_page(reader: Page, own_host: str, pages_of_all_kinds: list[str]) -> None:
    for address in pages_of_all_kinds:
        reader.goto(f"{own_host}{address}")
        assert axe_findings_of_schemes(reader) == [], address


def test_axe_finds_nothing_in_french_in_the_ledger_theme_with_a_note(
    reader: Page, other_publisher: str, kinds: dict[str, tuple[str, ...]]
) -> None:
    for address in (NOTED, *(first for first, *_ in kinds.values())):
        reader.goto(f"{other_publisher}{address}")
        assert [*layout_findings(reader), *axe_findings_of_schemes(reader)] == [], address
    reader.goto(f"{other_publisher}{NOTED}")
    assert axe_findings_of_more_contrast(reader) == []
    reader.set_viewport_size({"width": NARROW, "height": 850})
    assert layout_findings(reader) == [], "on the narrowest phone"
    expect(reader.locator(":lang(fr) #note")).to_contain_text("La suite de l'affaire")
    expect(reader.locator(".brand img")).to_be_visible()
    expect(reader.locator(".brand .stamp")).to_be_visible()


def test_who_asks_for_more_contrast_has_seven_to_one_everywhere(
    page: Page, own_host: str, pages_of_all_kinds: list[str]
) -> None:
    for address in pages_of_all_kinds:
        page.goto(f"{own_host}{address}")
        assert axe_findings_of_more_contrast(page) == [], address


def test_axe_finds_nothing_on_the_search_page_in_any_state(reader: Page, host: str) -> None:
    reader.goto(f"{host}search.html?q=weather+buoy&sender=VALLETTA")
    expect(reader.locator("#search-results li").first).to_be_visible()
    expect(reader.locator("#search-chips button").first).to_be_visible()
    reader.locator("details").evaluate_all(OPEN)
    expect(reader.locator("#search-filters [type=checkbox]").first).to_be_visible()
    assert axe_findings_of_schemes(reader) == [], "with results, all filters open"
    reader.locator("#search-filters .period input").first.fill("yesterday")
    reader.keyboard.press("Enter")
    expect(reader.locator("#search-period")).not_to_be_empty()
    assert axe_findings_of_schemes(reader) == [], "with a date that is none"
    for words, help_text in (("lihgthouse", "Did you mean"), ('"weather buoy', "Search instead for")):
        reader.goto(f"{host}search.html")
        reader.fill("#search-words", words)
        reader.keyboard.press("Enter")
        expect(reader.locator("#search-help")).to_contain_text(help_text)
        assert axe_findings_of_schemes(reader) == [], words


def test_axe_finds_nothing_after_a_file_of_the_search_did_not_arrive(reader: Page, host: str) -> None:
    reader.route(re.compile(r"/search/[a-z]/"), lambda route: route.abort())
    reader.goto(f"{host}search.html?q=buoy")
    expect(reader.locator("#search-again")).to_be_visible()
    assert axe_findings_of_schemes(reader) == []


def test_axe_finds_nothing_on_a_cable_with_marked_words_and_all_its_parts_open(reader: Page, host: str) -> None:
    reader.goto(f"{host}{CABLE}?mark=buoy")
    expect(reader.locator(".marks")).to_be_visible()
    reader.locator("details").evaluate_all(OPEN)
    assert axe_findings_of_schemes(reader) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_is_lost_in_a_reader_s_own_colours(
    page: Page, own_host: str, kinds: dict[str, tuple[str, ...]], scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    for first, *_ in kinds.values():
        page.goto(f"{own_host}{first}")
        assert page.evaluate(STRANGE) == [], first
    page.goto(f"{own_host}{CABLE}?mark=buoy#p2")
    for kind in ("mark", "mark[aria-current]", "#p2"):
        assert stands_out(page, kind), kind


def stands_out(page: Page, selector: str) -> bool:
    """Tell whether something has another ground than the page, or a frame."""
    differs: bool = page.locator(selector).first.evaluate(
        """(element) => {
          const style = getComputedStyle(element);
          const ground = getComputedStyle(document.body).backgroundColor;
          const hasGround = ![ground, "rgba(0, 0, 0, 0)"].includes(style.backgroundColor);
          return hasGround || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1);
        }"""
    )
    return differs


def test_nothing_moves_for_who_asks_for_less_motion(page: Page, own_host: str, pages_of_all_kinds: list[str]) -> None:
    page.emulate_media(reduced_motion="reduce")
    for address in pages_of_all_kinds:
        page.goto(f"{own_host}{address}")
        assert page.evaluate(MOVING) == [], address
