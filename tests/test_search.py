"""Search: the terms of the index, and that the browser finds with them what one whole Lunr index would find."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.archive import Archive, ingest_sources, link_cables, open_database
from generator.config import read_config
from generator.parallel import Workers
from generator.search import FIELDS
from generator.search.index import BOOSTS, base36
from generator.search.terms import TERMS, fold, split_tokens
from generator.sources.discovery import find_sources
from tests.browser import Watch
from tests.site_folder import ROOT

# Builds one whole index with lunr.js's own builder from the same texts, under the same pipeline.
BUILD_WHOLE_INDEX = """
(input) => {
  lunr.tokenizer.separator = /[\\s\\-‐‑‒–—/\\\\_]+/;
  function makeTerm(token) {
    var term = cablepress.term(cablepress.fold(token.toString()));
    return term === "" ? undefined : token.update(() => term);
  }
  lunr.Pipeline.registerFunction(makeTerm, "makeTerm");
  window.whole = lunr(function () {
    this.ref("ref");
    input.fields.forEach((name, number) => this.field(name, { boost: input.boosts[number] }));
    this.pipeline.reset();
    this.pipeline.add(makeTerm);
    this.searchPipeline.reset();
    this.searchPipeline.add(makeTerm);
    input.cables.forEach((cable) => this.add(cable));
  });
}
"""
SEARCH_BOTH = """
async (queries) => {
  // Lunr adds up a score in the order in which the builder met the terms; that moves its last binary digit.
  var digits = (score) => Number(score.toPrecision(13));
  var search = await cablepress.open("search/");
  return queries.map((query) => {
    var ours = search(query).map((r) => [r.cable.id, digits(r.score)]);
    var lunrs = window.whole.search(cablepress.fold(query)).map((r) => [r.ref, digits(r.score)]);
    return [ours, lunrs];
  });
}
"""
QUERIES = [
    "lighthouse", "buoy", "the lighthouse convention", "reykjavik", "pouch", "chess telex", "cod quotas ferry",
    "+buoy +lighthouse", "+buoy -lighthouse", "-buoy", "-buoy -exercise", "+chess pouch -cod", "subject:buoy",
    "body:exercise", "sender:lisbon", "tags:prel", "id:09valletta411", "signer:pendlewood", "+sender:oslo +tags:ewwt",
    "-tags:prel", "light*", "*house", "b*y", "li*e*s", "subject:light*", "+bu* +ferr*", "bouy~1", "lihgthouse~2",
    "exercse~1 fictional", "chess^10 buoy", "buoy^3 +ferry", "subject:ferry^4 body:pouch", "Valletta's", "TÅKEØYA",
    "café", "lighthouse/buoy", "well-being", "nosuchwordatall", "+nosuchwordatall buoy", "lighthouse lighthouse",
    "negotiations negotiated negotiating", "try trying tries", "lay laying delay", "08", "2008", "412",
]  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive of the sample collection."""
    path = tmp_path_factory.mktemp("archive") / "archive.sqlite"
    files = find_sources(ROOT / "content" / "cables", "content/cables").files
    with open_database(path) as database:
        ingest_sources(database, files, read_config(ROOT).max_cable_bytes, Workers(None, 1))
        link_cables(database)
    return Archive(path)


def test_the_browser_finds_what_one_whole_lunr_index_finds_in_the_same_order_with_the_same_scores(
    page: Page, host: str, archive: Archive, watch: Watch
) -> None:
    page.goto(f"{host}search.html")
    cables = [
        {
            "ref": cable.id,
            "id": cable.id,
            "subject": cable.subject,
            "tags": " ".join(tag.code for tag in cable.tags),
            "sender": f"{cable.sender} {cable.sender_name}",
            "signer": cable.signer,
            "body": "\n".join(block.text for block in cable.body),
        }
        for cable in archive.texts(0, archive.count())
    ]
    boosts = [BOOSTS[name] for name in FIELDS]
    page.evaluate(BUILD_WHOLE_INDEX, {"fields": list(FIELDS), "boosts": boosts, "cables": cables})
    answers = page.evaluate(SEARCH_BOTH, QUERIES)
    for query, (ours, lunrs) in zip(QUERIES, answers, strict=True):
        assert ours == lunrs, query
    assert sum(bool(ours) for ours, _ in answers) > len(QUERIES) * 0.8, "most queries must find something"
    assert watch.complaints == []


def test_python_and_the_browser_make_the_same_term_of_every_word_of_the_sample(
    page: Page, host: str, sample: Path
) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(sample.glob("source/**/*.txt")))
    words = sorted(set(fold(text).split()))
    page.goto(f"{host}search.html")
    terms = page.evaluate("(words) => words.map((word) => cablepress.term(word))", words)
    ours = [TERMS[word] for word in words]
    assert [(w, o) for w, o in zip(words, ours, strict=True)] == list(zip(words, terms, strict=True))
    assert len(words) > 3000


@pytest.mark.parametrize(
    "text", ["Tåkeøya", "ÉVIAN", "İstanbul", "Straße", "naïve café", "МОСКВА", "O’Neill’s", "ﬁnal"]
)
def test_python_and_the_browser_fold_text_the_same_way(page: Page, host: str, text: str) -> None:
    page.goto(f"{host}search.html")
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
    assert all(url.startswith(origin) for url in watch.requests)


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
    expect(items.nth(25).locator("a")).to_be_focused()


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


@pytest.mark.parametrize("damage", ["missing", "truncated"])
def test_an_index_that_does_not_arrive_is_told_and_not_taken_for_no_results(
    browser: Browser, host: str, damage: str
) -> None:
    page = browser.new_page()
    if damage == "missing":
        page.route("**/search/index.js", lambda route: route.fulfill(status=404, body="gone"))
    else:
        page.route("**/search/index.js", lambda route: route.fulfill(body='cablepress.receive("index","{'))
    page.goto(f"{host}search.html?q=lighthouse")
    expect(page.locator("#search-status")).to_contain_text("index.js")
    page.close()


def test_numbers_are_written_as_javascript_does() -> None:
    assert [base36(n) for n in (0, 9, 35, 36, 1295, 1296, 46_655, 46_656, 251_287)] == [
        "0", "9", "z", "10", "zz", "100", "zzz", "1000", "5dw7",
    ]  # fmt: skip


def test_tokens_are_trimmed_and_folded_and_terms_leave_out_stop_words() -> None:
    tokens = split_tokens("The buoys and the buoy’s buoy; (BUOY) well-being 10.5 **")
    assert tokens == ["the", "buoys", "and", "the", "buoys", "buoy;", "(buoy)", "well", "being", "10.5", "**"]
    terms = ["", "buoy", "", "", "buoy", "buoy", "buoy", "well", "be", "10.5", ""]
    assert [TERMS[token] for token in tokens] == terms


def test_the_index_is_data_and_never_code(sample: Path) -> None:
    script = (sample / "search" / "index.js").read_text(encoding="utf-8")
    name, text = re.fullmatch(r'cablepress\.receive\("(\w+)",(".*")\);\n', script, re.DOTALL).groups()  # type: ignore[union-attr]
    assert name == "index"
    assert json.loads(json.loads(text))["fields"] == list(FIELDS)
