"""Every kind of page by keyboard alone: all that can be used is reached, what has the focus is seen, details open."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Watch

CABLE = "cable/2007/03/07VALLETTA118.html"
# Notes each element that gets the focus, and how that is seen: by a line around it, and what lies over it.
NOTE_STOPS = """
() => {
  window.stops = [];
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  // Circles on a map may lie on each other: the smaller ones on top.
  const isBeside = (target, top) => target.ownerSVGElement && target.ownerSVGElement === top.ownerSVGElement;
  document.addEventListener("focusin", ({ target }) => {
    const style = getComputedStyle(target);
    const [one, other] = [style.outlineColor, getComputedStyle(document.body).backgroundColor].map(light);
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    // In a drawing an outline would be a box around a curve: there the shape itself is what changes its colour.
    const shape = target.ownerSVGElement && target.querySelector("path, circle");
    const focus = getComputedStyle(document.documentElement).getPropertyValue("--focus").trim();
    const probe = document.createElement("i");
    probe.style.color = focus;
    document.body.append(probe);
    const drawn = shape && getComputedStyle(shape);
    const isTinted = drawn && [drawn.stroke, drawn.fill].includes(getComputedStyle(probe).color);
    probe.remove();
    const isLined = isTinted || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && contrast >= 3;
    const box = target.getClientRects()[0];
    const middle = [box.left + box.width / 2, Math.max(0, box.top) + Math.min(box.height, 20) / 2];
    const top = document.elementFromPoint(...middle);
    const isSeen = !!top && (target.contains(top) || top.contains(target) || isBeside(target, top));
    window.stops.push({ target, isLined, isSeen });
  });
}
"""
# What can be used and was not reached (but the links of a drawing that the page has as text, too), and what was wrong.
USABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
JUDGE = """
(usable) => {
  const all = [...document.querySelectorAll(usable)].filter((each) => each.checkVisibility() && !each.disabled);
  const reached = new Set(window.stops.map(({ target }) => target));
  const leads = new Set([...reached].map(({ href }) => href));
  const isTwin = (each) => each.tabIndex === -1 && leads.has(each.href?.baseVal
    ? new URL(each.href.baseVal, document.baseURI).href : each.href);
  const names = (some) => some.map((each) => each.outerHTML.slice(0, 120));
  return {
    count: reached.size,
    unreached: names(all.filter((each) => !reached.has(each) && !isTwin(each))),
    unlined: names(window.stops.filter(({ isLined }) => !isLined).map(({ target }) => target)),
    covered: names(window.stops.filter(({ isSeen }) => !isSeen).map(({ target }) => target)),
  };
}
"""


@pytest.fixture
def still(page: Page) -> Page:
    """A page that does not move while it is tabbed through."""
    page.emulate_media(reduced_motion="reduce")
    return page


def tab_through(page: Page) -> dict[str, Any]:
    """Press Tab until the page's end; tell what was reached and what was not, and what of it was not seen."""
    page.evaluate(NOTE_STOPS)
    for _ in range(page.locator(USABLE).count() + 2):
        page.keyboard.press("Tab")
    judged: dict[str, Any] = page.evaluate(JUDGE, USABLE)
    return judged


def assert_usable(page: Page, what: str) -> None:
    """Assert that all of the page is reached by Tab, and seen then."""
    judged = tab_through(page)
    assert judged["count"] > 3, what
    assert judged == {**judged, "unreached": [], "unlined": [], "covered": []}, what


def test_all_of_every_kind_of_page_is_reached_by_tab_and_seen_when_it_is(
    still: Page, own_host: str, kinds: dict[str, tuple[str, ...]]
) -> None:
    for chosen in kinds.values():
        still.goto(f"{own_host}{chosen[0]}")
        assert_usable(still, chosen[0])


def test_all_of_a_search_s_results_and_filters_is_reached_by_tab(still: Page, host: str) -> None:
    still.goto(f"{host}search.html?q=weather+buoy&sender=VALLETTA")
    expect(still.locator("#search-results li").first).to_be_visible()
    still.locator("details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
    expect(still.locator("#search-filters [type=checkbox]").first).to_be_visible()
    still.evaluate("document.activeElement.blur()")
    assert_usable(still, "results")


@pytest.mark.parametrize("address", ["index.html", CABLE])
def test_what_has_the_focus_is_seen_in_the_dark(still: Page, host: str, address: str) -> None:
    still.emulate_media(color_scheme="dark")
    still.goto(f"{host}{address}")
    assert_usable(still, address)


def test_marked_words_do_not_cover_what_has_the_focus(still: Page, host: str) -> None:
    still.set_viewport_size({"width": 390, "height": 600})
    still.goto(f"{host}{CABLE}?mark=buoy")
    expect(still.locator(".marks")).to_be_visible()
    assert_usable(still, "marks")


def test_the_first_tab_stop_skips_to_the_content_on_every_kind_of_page(
    still: Page, host: str, kinds: dict[str, tuple[str, ...]]
) -> None:
    for kind, chosen in kinds.items():
        if kind == "not found":
            continue  # it stands at any address, so that no link of its own can lead to a place on it
        still.goto(f"{host}{chosen[0]}")
        still.keyboard.press("Tab")
        expect(still.locator(".skip")).to_be_in_viewport()
        still.keyboard.press("Enter")
        expect(still, kind).to_have_url(re.compile("#main$"))  # a browser tells of it a moment later
        still.keyboard.press("Tab")
        # A page without a link in its content leads on to what follows it.
        assert still.evaluate("!document.activeElement.closest('.masthead, .skip')"), kind


def test_every_part_that_opens_does_so_by_enter_and_closes_again(
    still: Page, own_host: str, pages_of_all_kinds: list[str], watch: Watch
) -> None:
    opened = 0
    for address in pages_of_all_kinds:
        still.goto(f"{own_host}{address}")
        for summary in still.locator("summary:visible").element_handles():
            summary.focus()
            before = summary.evaluate("(summary) => summary.parentElement.open")
            still.keyboard.press("Enter")
            assert summary.evaluate("(summary) => summary.parentElement.open") is not before, address
            still.keyboard.press("Enter")
            assert summary.evaluate("(summary) => summary.parentElement.open") is before, address
            opened += 1
    assert opened > 5
    assert watch.complaints == []
