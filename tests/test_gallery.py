"""Pictures as a browser shows them: nothing runs over, nothing covers a name, all can be hit, read and reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from playwright.sync_api import Browser, Page

from tests.browser import Watch
from tests.gallery import pictures, write_gallery

WIDTHS = (320, 390, 1200)

COVERED_NAMES = """() => {
  // Pairs of names in one picture of which one covers the other; what is only heard covers nothing.
  const found = [];
  for (const picture of document.querySelectorAll(".timeline, .map, .network, .calendar table")) {
    const place = (node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    const dates = [...picture.querySelectorAll("li")].map((row) => row.lastChild);
    const names = [...picture.querySelectorAll("text, li > a, li > span, td, th"), ...dates]
      .filter((name) => name.textContent.trim() && (name.checkVisibility ? name : name.parentElement).checkVisibility())
      .map((name) => [name.textContent, name.checkVisibility ? name.getBoundingClientRect() : place(name)]);
    names.forEach(([one, a], number) => names.slice(number + 1).forEach(([other, b]) => {
      const over = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const under = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (over > 1 && under > 3) found.push(`${one} / ${other}`);
    }));
  }
  return found;
}"""

ROWS_BESIDE_ARCS = """() => [...document.querySelectorAll(".network")].flatMap((network) => {
  const svg = network.querySelector("svg").getBoundingClientRect();
  const rows = [...network.querySelectorAll("li")];
  return rows.map((row, number) => {
    const box = row.getBoundingClientRect();
    return Math.abs((box.top + box.bottom) / 2 - (svg.top + svg.height * (number + .5) / rows.length));
  });
})"""

MISSED_COLUMNS = """() => [...document.querySelectorAll(".timeline a")].filter((link) => {
  link.scrollIntoView({ block: "center", behavior: "instant" });
  const box = link.querySelector("path").getBoundingClientRect();
  // A column is a line, as broad as one of so many parts of the grid. It is hit near all of its corners.
  const grid = link.closest("svg");
  const half = grid.getBoundingClientRect().width / grid.viewBox.baseVal.width / 2 - 1;
  return [box.top + 2, box.bottom - 1].some((y) => [-half, half].some((aside) =>
    document.elementFromPoint((box.left + box.right) / 2 + aside, y)?.closest("a") !== link));
}).length"""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_gallery(tmp_path_factory.mktemp("gallery"))


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser, gallery: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    page = context.new_page()
    page.goto(gallery.as_uri())
    yield page
    context.close()


def ask(page: Page, question: str) -> Any:
    return page.evaluate(question)


def test_no_picture_is_wider_than_its_page(page: Page) -> None:
    assert ask(page, "document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_no_name_covers_another(page: Page) -> None:
    assert ask(page, COVERED_NAMES) == []


def test_arcs_lead_to_the_middle_of_their_rows(page: Page) -> None:
    distances = ask(page, ROWS_BESIDE_ARCS)
    assert len(distances) > 30
    assert max(distances) < 1


def test_arcs_end_before_the_names_of_cables(page: Page) -> None:
    room = ask(
        page,
        "[...document.querySelectorAll('.network a')].map((link) => link.getBoundingClientRect().left"
        " - link.closest('.network').querySelector('svg').getBoundingClientRect().right)",
    )
    assert min(room) >= 16


def test_a_bar_is_hit_on_its_whole_column(page: Page) -> None:
    assert ask(page, MISSED_COLUMNS) == 0


def test_what_a_finger_hits_in_a_calendar_is_as_large_as_it_must_be(page: Page) -> None:
    # A cell's border is no link, but it is space between links, which counts too.
    sizes = ask(
        page, "[...document.querySelectorAll('.calendar td[class]')].map((each) => each.getBoundingClientRect())"
    )
    assert len(sizes) > 300
    assert min(min(size["width"], size["height"]) for size in sizes) >= 24


def test_the_policy_of_the_pages_allows_all_of_it(browser: Browser, gallery: Path) -> None:
    watch, page = Watch(), browser.new_page()
    watch.follow(page)
    page.goto(gallery.as_uri())
    assert page.locator(".timeline a").count() > 100
    assert watch.complaints == []
    assert {re.sub(r".*/", "", address) for address in watch.requests} == {"index.html", "style.css"}
    page.close()


def test_a_keyboard_reaches_every_bar_and_every_post(browser: Browser, gallery: Path) -> None:
    page = browser.new_page()
    page.goto(gallery.as_uri())
    page.keyboard.press("Tab")
    assert ask(page, "document.activeElement.querySelector('title').textContent") == "1951: 3,889 cables"
    page.keyboard.press("Tab")
    assert ask(page, "document.activeElement.getAttribute('href')") == "date/1952.html"
    page.close()


def test_the_markup_is_valid_to_a_strict_parser(gallery: Path) -> None:
    html5lib.HTMLParser(strict=True).parse(gallery.read_text(encoding="utf-8"))


def test_no_picture_holds_a_style_a_script_or_a_word_of_another_host() -> None:
    for name, drawn in pictures():
        assert not re.search(r"style=|<style|<script|\son\w+=|https?:|url\(", drawn), name
