"""Search: the terms of the index, and that the browser finds with them what one whole Lunr index would find."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.search.terms import fold, split_tokens, term_of
from tests.browser import Watch
from tests.site_folder import ROOT

# The engine's own scripts, as the worker has them, for what a page does not do itself.
ENGINE = "".join((ROOT / "generator" / "search" / name).read_text() for name in ("lunr.js", "browser/terms.js"))


def test_python_and_the_browser_make_the_same_term_of_every_word_of_the_sample(
    page: Page, host: str, sample: Path
) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(sample.glob("source/**/*.txt")))
    words = sorted(set(fold(text).split()))
    page.goto(f"{host}search.html")
    page.evaluate(ENGINE)
    terms = page.evaluate("(words) => words.map((word) => cablepress.term(word))", words)
    ours = [term_of(word) for word in words]
    assert [(w, o) for w, o in zip(words, ours, strict=True)] == list(zip(words, terms, strict=True))
    assert len(words) > 3000


@pytest.mark.parametrize(
    "text", ["Tåkeøya", "ÉVIAN", "İstanbul", "Straße", "naïve café", "МОСКВА", "O’Neill’s", "ﬁnal"]
)
def test_python_and_the_browser_fold_text_the_same_way(page: Page, host: str, text: str) -> None:
    page.goto(f"{host}search.html")
    page.evaluate(ENGINE)
    assert page.evaluate("(text) => cablepress.fold(text)", text) == fold(text).strip()


def test_a_reader_types_words_and_gets_to_a_cable_from_a_host_and_from_a_disk(
    page: Page, origin: str, watch: Watch
) -> None:
    page.goto(f"{origin}index.html")
    page.goto(f"{origin}search.html")
    page.fill("#search-words", "weather buoy")
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).to_contain_text("cables, the closest first")
    first = page.locator("#search-results a").first
    subject = first.inner_text()
    first.click()
    expect(page.locator("h1")).to_have_text(subject)
    page.go_back()
    expect(page.locator("#search-words")).to_have_value("weather buoy")
    assert watch.complaints == []
    assert all(url.startswith((origin, "blob:")) for url in watch.requests)


def test_without_a_worker_the_page_searches_itself_and_no_file_is_loaded_twice(
    page: Page, origin: str, watch: Watch
) -> None:
    page.add_init_script("window.Worker = function () { throw new Error('no workers here'); };")
    page.goto(f"{origin}search.html?q=bouy~1+lihgthouse~2")
    expect(page.locator("#search-results li").first).to_be_visible()
    data = [url for url in watch.requests if "/search/" in url and not url.endswith(("cable.js", "marking.js"))]
    assert len(data) == len(set(data))  # pages of cables, in frames for passages, load two scripts of their own
    assert watch.complaints == []


def test_a_search_can_be_linked(page: Page, origin: str) -> None:
    page.goto(f"{origin}search.html?q=lighthouse%20convention")
    expect(page.locator("#search-words")).to_have_value("lighthouse convention")
    expect(page.locator("#search-results li").first).to_be_visible()


def test_more_results_come_on_demand_and_focus_moves_to_the_first_of_them(page: Page, host: str) -> None:
    page.goto(f"{host}search.html?q=exercise")
    items = page.locator("#search-results li")
    expect(items).to_have_count(25)
    page.click("#search-more")
    expect(items).to_have_count(50)
    expect(items.nth(25).locator("a.entry-subject")).to_be_focused()


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=document.title='broken'>",
        "~",
        "^",
        ":",
        "nofield:word",
        "word~x",
        "+",
        "-",
        "*",
        "**",
        '"',
        "a" * 10_000,
    ],
    ids=lambda query: query[:12],
)
def test_an_odd_query_gets_a_message_and_never_an_exception_or_markup(
    page: Page, origin: str, watch: Watch, query: str
) -> None:
    page.goto(f"{origin}search.html")
    page.fill("#search-words", query)
    page.keyboard.press("Enter")
    expect(page.locator("#search-status")).not_to_have_text("Searching…")
    expect(page.locator("#search-status")).not_to_be_empty()
    assert page.title() != "broken"
    assert page.locator("#search-results img").count() == 0
    assert watch.complaints == []


def test_a_field_that_does_not_exist_is_answered_with_those_that_do(page: Page, host: str) -> None:
    page.goto(f"{host}search.html?q=nofield:word")
    expect(page.locator("#search-status")).to_contain_text("Fields are id, subject, tags, sender, signer, body")


def damage_missing(_: str) -> tuple[int, str]:
    return 404, "gone"


def damage_cut(script: str) -> tuple[int, str]:
    return 200, script[: len(script) // 2]


def damage_shortened(script: str) -> tuple[int, str]:
    """Cut off the data and not the call."""
    return 200, script[: len(script) // 2] + '");'


def damage_changed(script: str) -> tuple[int, str]:
    middle = len(script) // 2
    return 200, script[:middle] + ("A" if script[middle] != "A" else "B") + script[middle + 1 :]


def damage_swapped(script: str) -> tuple[int, str]:
    """As another file of the index."""
    return 200, re.sub(r'receive\("[^"]*"', 'receive("d/9"', script)


@pytest.mark.parametrize("file", ["index", "lengths", "r/0", "t/0-0", "d/0"])
@pytest.mark.parametrize("damage", [damage_missing, damage_cut, damage_shortened, damage_changed, damage_swapped])
def test_a_file_that_is_not_as_it_was_printed_is_told_never_taken_for_no_results_and_may_be_tried_again(
    browser: Browser, host: str, sample: Path, damage: Callable[[str], tuple[int, str]], file: str
) -> None:
    page = browser.new_page()
    script = (sample / "search" / f"{file}.js").read_text(encoding="ascii")
    status, body = damage(script)
    broken = [True]
    page.route(
        f"**/search/{file}.js*",
        lambda route: route.fulfill(status=status, body=body) if broken[0] else route.continue_(),
    )
    page.goto(f"{host}search.html?q=a*")
    expect(page.locator("#search-status")).to_contain_text(f"search/{file}.js")
    broken[0] = False
    page.click("#search-again")
    expect(page.locator("#search-results li").first).to_be_visible()
    page.close()


def test_tokens_are_trimmed_and_folded_and_terms_leave_out_stop_words() -> None:
    tokens = split_tokens("The buoys and the buoy’s buoy; (BUOY) well-being 10.5 **")
    assert tokens == ["the", "buoys", "and", "the", "buoys", "buoy;", "(buoy)", "well", "being", "10.5", "**"]
    terms = ["", "buoy", "", "", "buoy", "buoy", "buoy", "well", "be", "10.5", ""]
    assert [term_of(token) for token in tokens] == terms


def test_the_index_is_data_and_never_code(sample: Path) -> None:
    scripts = {"client.js", "page.js", "marking.js", "cable.js", "engine.js"}
    data = [path for path in (sample / "search").rglob("*.js") if path.name not in scripts]
    assert len(data) > 4
    for path in data:
        name = path.relative_to(sample / "search").with_suffix("").as_posix()
        assert re.fullmatch(
            rf'cablepress\.receive\("{name}","[A-Za-z0-9+/=]*(:[0-9a-f]+){{1,2}}"\);\n',
            path.read_text(encoding="ascii"),
        )


def test_no_line_of_a_script_is_both_code_and_in_the_form_of_a_comment() -> None:
    """Printed scripts lose their lines that are comments: so no text may go over several lines."""
    for script in (ROOT / "generator" / "search" / "browser").glob("*.js"):
        for line in script.read_text(encoding="utf-8").splitlines():
            assert line.count("`") % 2 == 0, f"{script.name}: {line}"
