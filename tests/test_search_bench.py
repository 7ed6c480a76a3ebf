"""The bench of the search asks printed sites the same queries in a real browser, and writes down what that took."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.cables import write_cables
from benchmarks.disk import Attic
from benchmarks.engines import CABLEPRESS, PAGEFIND, find_engine
from benchmarks.measure import Cost, Printed, build
from benchmarks.peers import PEERS, ROOT, Cablepress, Contestant, IndexCost
from benchmarks.queries import Query, choose_queries
from benchmarks.report import Result, Round, write_report
from benchmarks.rounds import reason_to_leave_out, rounds_to_search
from benchmarks.search_costs import Asked, IndexFiles, Measured, Searches
from benchmarks.search_report import Making, SearchRound, write_search_round
from benchmarks.searching import Site, measure_searches, served_size
from generator.search.terms import split_tokens, term_of
from tests.browser import Watch, serve


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site of 120 made-up cables."""
    site = tmp_path_factory.mktemp("made")
    write_cables(120, site)
    (site / "site.yaml").write_text("title: Made up\nurl: https://example.org/made/\n")
    return site


@pytest.fixture(scope="session")
def printed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Contestant, Cost]:
    """The same site as the bench prints it, and what that cost."""
    work = tmp_path_factory.mktemp("work")
    contestant = Cablepress().prepare(made, work)
    return contestant, build(contestant, ROOT, Attic(work / "attic"))


@pytest.fixture(scope="session")
def queries(made: Path) -> list[Query]:
    return choose_queries(made / "content", count=9)


def test_as_many_queries_of_each_kind_are_chosen_and_none_of_them_twice(made: Path) -> None:
    queries = choose_queries(made / "content", count=20)

    assert Counter(query.kind for query in queries) == {"rare": 7, "middling": 7, "very common": 6}
    assert Counter(len(query.words.split()) for query in queries) == {1: 11, 2: 9}
    assert len(set(queries)) == 20
    assert choose_queries(made / "content", count=20) == queries


def test_a_rare_word_is_in_one_cable_and_a_very_common_one_in_half_or_more(made: Path) -> None:
    paths = made.glob("content/**/*.txt")
    texts = [{term_of(token) for token in split_tokens(path.read_text(encoding="utf-8"))} for path in paths]

    for query in choose_queries(made / "content", count=30):
        for word in query.words.split():
            cables = sum(word in text for text in texts)
            assert {"rare": cables == 1, "middling": 1.2 <= cables <= 12, "very common": cables >= 60}[query.kind]


def test_all_queries_are_asked_first_and_next_and_once_more(
    browser: Browser, printed: tuple[Contestant, Cost], queries: list[Query]
) -> None:
    site = Site("ours", CABLEPRESS, printed[0].output)

    searches = measure_searches(browser, [site], queries).searches[0]

    assert [asked.query for asked in searches.first] == queries
    assert [asked.query for asked in searches.further] == [*queries[1:], queries[0]]
    assert [asked.query for asked in searches.again] == queries
    assert [asked.found for asked in searches.again] == [asked.found for asked in searches.first]
    single = [asked for asked in searches.first if " " not in asked.query.words]
    assert {asked.found for asked in single if asked.query.kind == "rare"} == {1}
    assert all(asked.found >= 60 for asked in searches.first if asked.query.kind == "very common")


def test_a_first_query_counts_all_that_the_browser_is_sent_and_one_asked_again_nothing(
    browser: Browser, printed: tuple[Contestant, Cost], queries: list[Query], page: Page, watch: Watch
) -> None:
    public = printed[0].output
    with serve(public) as host:
        page.goto(f"{host}search.html")
        page.evaluate(
            "words => cablepress.open('search/').then((search) => search.search(words, { count: 10 }))",
            queries[0].words,
        )
        seen = [public / urlsplit(url).path.lstrip("/") for url in watch.requests if url.startswith("http")]

    searches = measure_searches(browser, [Site("ours", CABLEPRESS, public)], queries).searches[0]

    assert searches.first[0].size == sum(served_size(path) for path in seen)
    assert 0 < searches.page < searches.first[0].size
    assert sum(asked.size for asked in searches.further) < sum(asked.size for asked in searches.first)
    assert [asked.size + asked.size_of_results for asked in searches.again] == [0] * len(queries)


def test_a_site_whose_search_fails_is_named_and_the_others_are_measured(
    browser: Browser, printed: tuple[Contestant, Cost], queries: list[Query], tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged"
    shutil.copytree(printed[0].output, damaged)
    (damaged / "search" / "engine.js").unlink()
    sites = [Site("damaged", CABLEPRESS, damaged), Site("whole", CABLEPRESS, printed[0].output)]

    measured = measure_searches(browser, sites, queries)

    assert [(each.name, len(each.first)) for each in measured.searches] == [("whole", len(queries))]
    assert "search/engine.js could not be loaded" in measured.failed["damaged"]


def test_a_file_counts_as_a_host_sends_it(tmp_path: Path) -> None:
    text, packed = tmp_path / "text", tmp_path / "packed"
    text.write_bytes(b"cable " * 1_000)
    packed.write_bytes(gzip.compress(text.read_bytes()))

    assert served_size(text) == len(gzip.compress(text.read_bytes()))
    assert served_size(packed) == packed.stat().st_size


def test_the_engine_of_a_printed_site_is_known_by_its_folder(tmp_path: Path, printed: tuple[Contestant, Cost]) -> None:
    (tmp_path / "pagefind").mkdir()

    assert find_engine(printed[0].output) is CABLEPRESS
    assert find_engine(tmp_path) is PAGEFIND
    assert find_engine(tmp_path / "pagefind") is None


def test_what_the_index_took_of_our_build_is_read_from_its_report(printed: tuple[Contestant, Cost]) -> None:
    contestant, cost = printed
    stages = json.loads(cost.last_line)["seconds"]

    assert contestant.cost_of_index(cost) == IndexCost(stages["index"] + stages["merge"], cost.peak)
    assert 0 < contestant.cost_of_index(cost).wall < cost.wall


def test_an_index_made_by_a_command_of_its_own_costs_what_that_command_does(tmp_path: Path) -> None:
    large, small = (sys.executable, "-c", "bytearray(200_000_000)"), (sys.executable, "-c", "pass")
    contestant = Contestant("peer", "1", PAGEFIND, tmp_path, tmp_path / "out" / "peer", (large, small))

    cost = build(contestant, tmp_path, Attic(tmp_path / "attic"))

    _, last = cost.commands
    assert contestant.cost_of_index(cost) == IndexCost(last.wall, last.peak)
    assert last.wall < cost.wall
    assert cost.peak > 200_000_000


def test_a_peer_is_left_out_with_the_reason_where_the_memory_does_not_suffice() -> None:
    peer = PEERS["hugo+pagefind"]

    assert reason_to_leave_out(peer, 50_000, memory=24_000_000_000) == ""
    assert "251,287 cables take about 88 GB" in reason_to_leave_out(peer, 251_287, memory=24_000_000_000)
    assert reason_to_leave_out(peer, 251_287, memory=0) == ""  # not known
    assert reason_to_leave_out(PEERS["hugo"], 251_287, memory=1) == ""


def test_each_search_is_measured_at_the_most_cables_that_were_printed_for_it(tmp_path: Path) -> None:
    ours, peer = (
        Result(Contestant(name, "1", engine, tmp_path, tmp_path, ()), [], Printed(0, 0))
        for name, engine in (("ours", CABLEPRESS), ("peer", PAGEFIND))
    )
    both, larger, alone = (
        Round(count, 0, results, [], []) for count, results in ((10, [ours, peer]), (20, [ours, peer]), (30, [ours]))
    )

    assert rounds_to_search([both, larger]) == [larger]
    assert rounds_to_search([both, larger, alone]) == [larger, alone]


def test_the_report_has_every_kind_of_query_and_all_together_by_median_and_95th_percentile() -> None:
    asked = [
        Asked(Query(kind, "word"), found, size, size_of_results=3_000, ms=found / 10)
        for kind, found, size in (("rare", 10, 1_000), ("middling", 200, 20_000), ("very common", 3_000, 300_000))
    ]
    searches = Searches(
        "peer", "1.0", IndexFiles(1_234, 5_600_000, 78_000), page=2_100, first=asked, further=asked, again=asked
    )
    measured = Measured("Chromium 1", [searches], {"other": "it stopped"}, elsewhere=0.25)
    making = {"peer": [Making(IndexCost(12.5, 400_000_000), wall) for wall in (20, 30, 40)]}

    lines = write_search_round(SearchRound(1_000, measured, making, ["third: not installed."]))

    assert lines[0] == "## Searching 1,000 cables"
    assert "| peer (1.0) | 1,234 | 5.6 | 78 | 12.50 | 30.00 | 400 |" in lines
    assert "| peer | middling | 200 | 20 (20) | 20 (20) | 3 (3) | 20 (20) | 20 (20) | 20 (20) |" in lines
    assert "| peer | all 3 | 200 | 20 (300) | 20 (300) | 3 (3) | 20 (300) | 20 (300) | 20 (300) |" in lines
    assert any("(peer 2.1 KB)" in line for line in lines)
    assert "other: its search failed (it stopped)." in lines
    assert lines[-1] == "third: not installed."


def test_a_report_of_searches_alone_does_not_speak_of_runs() -> None:
    assert "# What a search costs" in write_report([], "ours", 3)
    assert "Runs:" not in write_report([], "ours", 3)
