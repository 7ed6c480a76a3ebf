"""Marks: the words that a search means, in a passage beside the result and on the cable's own page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.search.terms import fold, split_tokens, term_of
from tests.browser import Watch, serve
from tests.site_folder import SiteFolder

CABLE = "cable/2007/03/07VALLETTA118.html"
TEXT_OF_PAGE = "document.querySelector('article').innerText"
# Gives the pieces of each text that are marked for some terms and phrases.
MARKED = """
([texts, terms, phrases]) => texts.map((text) =>
  cablepress.spansOf(text, { terms: new Set(terms), phrases }).map(([start, end]) => text.slice(start, end)))
"""
PASSAGE = """
([texts, terms, phrases, length]) => {
  const blocks = texts.map(([kind, text], n) => ({ anchor: `p${n + 1}`, text, prose: kind === "p" }));
  const found = cablepress.passage(blocks, { terms: new Set(terms), phrases }, length);
  return found && [found.anchor, (found.before ? "<" : "") +
    found.pieces.map(({ text, marked }) => marked ? `[${text}]` : text).join("") + (found.after ? ">" : "")];
}
"""


@pytest.fixture(scope="module")
def scripts(browser: Browser, host: str) -> Iterator[Page]:
    """The page of the search, which has all scripts of marks."""
    page = browser.new_page()
    open_search(page, host)
    yield page
    page.close()


def open_search(page: Page, address: str) -> None:
    """Open the page of the search, with the scripts that it loads for the first passage."""
    page.goto(f"{address}search.html")
    page.evaluate("cablepress.loadScript('search/marking.js').then(() => 0)")


def marked(page: Page, text: str, *terms: str, phrases: tuple[list[str], ...] = ()) -> list[str]:
    (pieces,) = page.evaluate(MARKED, [[text], terms, phrases])
    return [str(piece) for piece in pieces]


def test_the_browser_marks_the_words_of_the_sample_that_python_counts(scripts: Page, sample: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(sample.glob("source/**/*.txt"))]
    ours = [[term for token in split_tokens(text) if (term := term_of(token))] for text in texts]
    theirs = scripts.evaluate(MARKED, [texts, sorted({term for terms in ours for term in terms}), []])
    assert [[term_of(fold(piece)) for piece in pieces] for pieces in theirs] == ours
    assert sum(map(len, ours)) > 10_000


@pytest.mark.parametrize(
    ("text", "term", "pieces"),
    [
        ("The Harbours, HARBOUR; harbour’s (harbour)", "harbour", ["Harbours", "HARBOUR", "harbour’s", "harbour"]),
        ("a cafe\u0301, café.", "cafe", ["cafe\u0301", "café"]),
        ("in İstanbul, ISTANBUL", "istanbul", ["İstanbul", "ISTANBUL"]),
        ("before İ the ﬁnal word", "final", ["ﬁnal"]),
        ("O’Neill and O'NEILL", "oneil", ["O’Neill", "O'NEILL"]),
        ("well-being", "well", ["well"]),
        ("air/sea \\sea— –sea", "sea", ["sea", "sea", "sea"]),
        ("ship´sea－sea", "sea", ["sea", "sea"]),
        ("ΟΔΟΣ, οδος", "οδος", ["ΟΔΟΣ", "οδος"]),
        ("𝔰𝔢𝔞 🌊sea🌊", "sea", ["𝔰𝔢𝔞", "sea"]),
        ("negotiating negotiations negotiable", "negoti", ["negotiating", "negotiations", "negotiable"]),
        ("not the words of a season", "sea", []),
        (f"{'-' * 90}sea{'.' * 90}", "sea", ["sea"]),
    ],
)
def test_a_word_is_marked_however_it_is_written_and_where_it_stands(
    scripts: Page, text: str, term: str, pieces: list[str]
) -> None:
    assert marked(scripts, text, term) == pieces
    assert len(pieces) == [term_of(token) for token in split_tokens(text)].count(term)


def test_no_letter_changes_its_length_in_lower_case_but_the_one_that_is_provided_for(scripts: Page) -> None:
    longer = """[...Array(0x110000).keys()].map((code) => String.fromCodePoint(code))
      .filter((letter) => letter.toLowerCase().length !== letter.length)"""
    assert scripts.evaluate(longer) == ["İ"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("the Secretary of State said", ["Secretary of State"]),
        ("the SECRETARY\n   of -- State’s", []),
        ("the SECRETARY,\n   of -- State; (secretary of state)", ["SECRETARY,\n   of -- State", "secretary of state"]),
        ("secretary of secretary of state", ["secretary of state"]),
        ("a secretary of the state, and secretaries of state", []),
        ("a secretary of", []),
    ],
)
def test_a_phrase_is_marked_as_one_where_its_very_words_follow_each_other(
    scripts: Page, text: str, pieces: list[str]
) -> None:
    assert marked(scripts, text, phrases=(["secretary", "of", "state"],)) == pieces


def test_what_overlaps_is_marked_once(scripts: Page) -> None:
    phrases = (["secretary", "of", "state"], ["state", "visit"])
    assert marked(scripts, "Secretary of State visit, state", "state", phrases=phrases) == [
        "Secretary of State visit",
        "state",
    ]


FILLER = "one two three four five six seven eight nine ten "


@pytest.mark.parametrize(
    ("blocks", "passage"),
    [
        ([("p", "No word."), ("p", "A buoy at sea.")], ["p2", "A [buoy] at [sea]."]),
        ([("p", "A buoy, buoy, buoy."), ("p", "A buoy at sea.")], ["p2", "A [buoy] at [sea]."]),
        ([("p", "A buoy."), ("p", "The sea.")], ["p1", "A [buoy]."]),
        ([("p", "The buoy and the sea."), ("p", "Red  \n light.")], ["p2", "[Red light]."]),
        ([("h", "BUOY"), ("p", "Buoys.")], ["p2", "[Buoys]."]),
        ([("h", "BUOY"), ("p", "None.")], ["p1", "[BUOY]"]),
        ([("p", FILLER * 2 + "buoy " + FILLER)], ["p1", "<eight nine ten [buoy] one two three four five six seven>"]),
        ([("p", FILLER * 2 + "buoy")], ["p1", "<one two three four five six seven eight nine ten [buoy]"]),
        ([("h", "HEADING"), ("p", FILLER * 2)], ["p2", "one two three four five six seven eight nine ten one>"]),
        ([("p", " \n"), ("h", "HEADING")], ["p2", "HEADING"]),
        ([("p", "x" * 90)], ["p1", "x" * 54 + ">"]),
        ([("p", " ")], None),
        ([], None),
    ],
)  # fmt: skip
def test_a_passage_has_most_of_what_is_sought_and_is_cut_between_words(
    scripts: Page, blocks: list[tuple[str, str]], passage: list[str] | None
) -> None:
    assert scripts.evaluate(PASSAGE, [blocks, ["buoy", "sea"], [["red", "light"]], 54]) == passage


def test_what_is_sought_goes_into_an_address_and_comes_back(scripts: Page) -> None:
    back = """() => {
      const sought = { terms: new Set(["harbour", "10.5", "x\\u0022y"]), phrases: [["secretary", "of", "state"]] };
      const text = cablepress.encodeSought(sought);
      const { terms, phrases } = cablepress.decodeSought(text);
      return [text, [...terms], phrases];
    }"""
    text = '"secretary of state" harbour 10.5'
    assert scripts.evaluate(back) == [text, ["harbour", "10.5"], [["secretary", "of", "state"]]]


ATTACK = "<img src=x onerror=document.title='broken'>"


@pytest.mark.parametrize(
    "text",
    [ATTACK, f'"{ATTACK}"', '"', '""" "', "\x00\x01 \x7f\ud800", "a " * 50_000, "a" * 100_000, '"' * 100_000, "%", ""],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)
def test_any_text_in_an_address_is_read_as_few_short_words(scripts: Page, text: str) -> None:
    many = " ".join(f"w{number}" for number in range(500))
    counted = """(texts) => texts.map((text) => {
      const { terms, phrases } = cablepress.decodeSought(text);
      const all = [...terms, ...phrases.map((words) => words.join(" "))];
      return [all.length, Math.max(0, ...all.map((each) => each.length))];
    })"""
    for count, longest in scripts.evaluate(counted, [text, text + many, many]):
        assert count <= 64
        assert longest <= 100


def test_a_cable_shows_the_words_of_the_search_and_leads_from_place_to_place(
    page: Page, origin: str, watch: Watch
) -> None:
    page.goto(f"{origin}{CABLE}")
    before = page.evaluate(TEXT_OF_PAGE)
    page.goto(f'{origin}{CABLE}?mark=spanner "ref C and on"')
    status = page.locator(".marks [role=status]")
    marks = page.locator("mark")
    expect(status).to_have_text("1 of 4 places: spanner, paragraph 8")
    assert marks.all_inner_texts() == ["spanner", "ref C", " and on", "spanner", "spanner"]
    expect(marks.first).to_be_in_viewport()
    expect(page.get_by_role("region", name="Marked words")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(status).to_have_text("2 of 4 places: ref C and on, paragraph 8")
    assert page.locator("mark[aria-current]").all_inner_texts() == ["ref C", " and on"]
    page.get_by_role("button", name="Previous").press("Enter")
    page.get_by_role("button", name="Previous").press("Enter")
    expect(status).to_contain_text("4 of 4 places")
    expect(marks.last).to_be_in_viewport()
    page.get_by_role("button", name="Remove marks").press("Enter")
    expect(marks).to_have_count(0)
    expect(page.get_by_role("region", name="Marked words")).to_have_count(0)
    assert page.evaluate(TEXT_OF_PAGE) == before
    assert page.evaluate("document.activeElement.innerText").startswith("17.")
    if origin.startswith("http"):
        assert page.url == f"{origin}{CABLE}"
    assert watch.complaints == []
    assert all(url.startswith(origin) for url in watch.requests)


def test_a_cable_with_an_anchor_begins_with_the_first_place_from_there_on(page: Page, origin: str) -> None:
    page.goto(f"{origin}{CABLE}?mark=spanner#p9")
    expect(page.locator(".marks [role=status]")).to_contain_text("2 of 3 places")
    expect(page.locator("mark").nth(1)).to_be_in_viewport()


def test_the_subject_is_marked_too_and_the_page_begins_in_the_text(page: Page, host: str) -> None:
    page.goto(f"{host}{CABLE}")
    word = page.locator("h1").inner_text().split()[-1]
    page.goto(f"{host}{CABLE}?mark={term_of(fold(word))} spanner")
    expect(page.locator("h1 mark").last).to_have_text(word)
    expect(page.locator(".text mark[aria-current]")).to_be_in_viewport()


def test_of_very_many_places_the_first_are_marked_and_the_bar_says_so(page: Page, site: SiteFolder) -> None:
    site.cable("a.txt", body=f"¶1. (U) {'exercise ' * 3000}\n\n¶2. (U) An exercise, all fictional.").build()
    (path,) = site.output.glob("cable/**/*.html")
    page.goto(f"{path.as_uri()}?mark={term_of('exercise')}")
    expect(page.locator(".marks [role=status]")).to_contain_text("of the first 2,000 places")
    expect(page.locator("mark")).to_have_count(2000)


def test_a_page_without_the_words_says_so(page: Page, origin: str, watch: Watch) -> None:
    page.goto(f"{origin}{CABLE}?mark=zeppelin")
    expect(page.locator(".marks [role=status]")).to_have_text("These words are not in the subject or the text.")
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".marks")).to_have_count(0)
    assert watch.complaints == []


@pytest.mark.parametrize("text", [ATTACK, f'buoy "{ATTACK}"', "%00%22%22%3Cb%3E", "%", "a" * 30_000])
def test_a_changed_address_puts_nothing_into_the_page(page: Page, origin: str, watch: Watch, text: str) -> None:
    page.goto(f"{origin}{CABLE}")
    elements = "[...document.querySelectorAll('body *:not(.marks, .marks *, mark)')].length"
    count = page.evaluate(elements)
    page.goto(f"{origin}{CABLE}?mark={text}")
    expect(page.locator(".marks [role=status]")).not_to_be_empty()
    assert page.evaluate(elements) == count
    assert page.title() != "broken"
    assert watch.complaints == []


def test_a_page_that_is_not_to_be_marked_loads_one_small_script(page: Page, origin: str, watch: Watch) -> None:
    page.goto(f"{origin}{CABLE}", wait_until="networkidle")
    assert [url for url in watch.requests if "/search/" in url] == [f"{origin}search/cable.js"]


@pytest.mark.parametrize("size", [(1200, 800), (390, 700), (320, 256)])
def test_the_buttons_come_first_by_keyboard_and_nothing_that_has_the_focus_is_under_the_bar(
    page: Page, host: str, size: tuple[int, int]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{host}{CABLE}?mark=spanner")
    page.locator(".marks").wait_for()
    page.locator(".masthead a").last.focus()
    names = []
    covered = """() => {
      const bar = document.querySelector(".marks");
      const edges = (element) => element.getBoundingClientRect();
      const focused = document.activeElement;
      const apart = edges(focused).bottom <= edges(bar).top || edges(focused).top >= edges(bar).bottom;
      return bar.contains(focused) || apart ? "" : focused.outerHTML;
    }"""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        names.append(page.evaluate("document.activeElement.innerText"))
        assert page.evaluate(covered) == ""
    assert names[:3] == ["Previous", "Next", "Remove marks"]
    assert len(names) > 20


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_can_be_read_in_both_schemes(browser: Browser, host: str, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f'{host}{CABLE}?mark=buoy "ref C and on"')
    page.locator("mark").first.wait_for()
    colours = """[...document.querySelectorAll("mark")].map((mark) => {
      const { color, backgroundColor } = getComputedStyle(mark);
      return [color, backgroundColor].map((each) => each.match(/\\d+/g).map(Number));
    })"""
    pairs = page.evaluate(colours)
    context.close()
    assert len(pairs) > 5
    assert min(contrast(*pair) for pair in pairs) >= 4.5


def contrast(one: list[int], other: list[int]) -> float:
    """Give the contrast of two colours as WCAG 2 defines it."""
    lights = []
    for colour in (one, other):
        parts = [part / 255 for part in colour[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_the_search_page_reads_a_cable_s_text_without_its_furniture(page: Page, origin: str, watch: Watch) -> None:
    open_search(page, origin)
    blocks = page.evaluate("(address) => cablepress.readCable(address)", CABLE)
    texts = {block["anchor"]: block["text"].strip() for block in blocks}
    assert texts["p10"].startswith("The two men ended by talking about knots.")
    assert texts["u8"] == "He will give up Iceland's mooring equipment when he is given back his."
    assert [block["text"] for block in blocks if not block["prose"]][:1] == ["SUMMARY"]
    assert blocks[-1] == {"anchor": "p19", "text": "PENDLEWOOD", "prose": False}
    assert page.locator("iframe").count() == 0
    assert watch.complaints == []


def test_a_cable_that_cannot_be_read_is_an_error_and_leaves_nothing_behind(page: Page, origin: str) -> None:
    page.clock.install()
    open_search(page, origin)
    page.evaluate("window.answer = cablepress.readCable('cable/none.html').catch((error) => error.message), 0")
    page.wait_for_timeout(300)
    page.clock.fast_forward(11_000)
    assert page.evaluate("window.answer") == "The page cable/none.html could not be read."
    assert page.locator("iframe").count() == 0


def test_three_cables_are_read_at_once_and_each_only_once(page: Page, host: str, sample: Path) -> None:
    addresses = [path.relative_to(sample).as_posix() for path in sorted((sample / "cable").rglob("*.html"))[:5]]
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/cable/**", hold)
    open_search(page, host)
    page.evaluate("(all) => { window.answer = Promise.all([...all, ...all].map(cablepress.readCable)) }", addresses)
    for expected in (3, 5):
        page.wait_for_timeout(300)
        assert len(held) == expected
        for route in held[0 if expected == 3 else 3 :]:
            route.continue_()
    assert all(page.evaluate("window.answer"))
    assert len(held) == 5


def test_a_foreign_page_gets_no_answer_from_a_host(page: Page, host: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        f'<!doctype html><iframe src="{host}{CABLE}"></iframe>'
        "<script>window.got = []; onmessage = (event) => got.push(event.data);</script>"
    )
    with serve(tmp_path) as elsewhere:
        page.goto(elsewhere, wait_until="networkidle")
        page.evaluate("frames[0].postMessage('cablepress.read', '*')")
        page.wait_for_timeout(1000)
        assert page.evaluate("window.got") == []
