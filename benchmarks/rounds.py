"""One round of the bench: a collection of so many made-up cables, printed by all in turns, then searched."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from benchmarks.again import build_again
from benchmarks.cables import write_cables
from benchmarks.cache import NotInstalledError, digest_of, make_once
from benchmarks.floor import write_again
from benchmarks.markup import weigh_markup
from benchmarks.measure import count_printed, take_turns
from benchmarks.peers import PEERS, ROOT, Cablepress
from benchmarks.processes import MEMORY
from benchmarks.queries import choose_queries
from benchmarks.report import Result, Round
from benchmarks.search_report import Making, SearchRound
from benchmarks.searching import Site, measure_searches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from benchmarks.disk import Attic
    from benchmarks.peers import Peer

OURS: Final = Cablepress()
WORK: Final = ROOT / ".bench"
_SITE: Final = "title: Benchmark\nurl: https://example.org/bench/\n"


def run_round(count: int, peers: Sequence[str], runs: int, attic: Attic) -> Round:
    """Have ours and the named peers print so many cables, in turns."""
    say(f"{count:,} cables")
    site = make_site(count)
    contestants = [OURS.prepare(site, WORK)]
    absent: list[str] = []
    for name in peers:
        if too_large := reason_to_leave_out(PEERS[name], count, MEMORY):
            absent.append(f"{name}: {too_large}.")
            continue
        try:
            contestants.append(PEERS[name].prepare(site, WORK))
        except NotInstalledError as reason:
            absent.append(f"{name}: not installed ({reason}).")
    for sentence in absent:
        say(f"  {sentence}")
    if rest := attic.seconds_to_rest():
        say(f"  waiting {rest:.0f} s for the disk to get over the files deleted last")
        time.sleep(rest)
    costs = take_turns(contestants, runs, ROOT, attic, say)
    results = [Result(c, costs[c.name], count_printed(c.output)) for c in contestants if c.name in costs]
    failed = [f"{c.name}: did not finish." for c in contestants if c.name not in costs]
    markup = next((weigh_markup(each.contestant.output) for each in results if each.name == OURS.name), [])
    return Round(count, count_printed(site / "content").size, results, absent, failed, markup=markup)


def with_floor(round_: Round, attic: Attic) -> Round:
    """The round, with what it takes to write the files of ours again, as often as ours ran."""
    ours = next((result for result in round_.results if result.name == OURS.name), None)
    if ours is None:
        return round_
    floor = [write_again(ours.contestant.output, WORK / "out" / "floor", attic) for _ in ours.costs]
    say(f"  the floor: {median(floor):.2f} s")
    return replace(round_, floor=floor)


def with_again(round_: Round) -> Round:
    """The round, with what it takes ours to build again, as often as it was built."""
    ours = next((result for result in round_.results if result.name == OURS.name), None)
    if ours is None:
        return round_
    again = build_again(ours.contestant, ROOT, len(ours.costs))
    say(f"  again: nothing changed {median(again.unchanged):.2f} s, one edited {median(again.edited):.2f} s")
    return replace(round_, again=again)


def reason_to_leave_out(peer: Peer, count: int, memory: int) -> str:
    """Say why a peer is not to print so many cables: it would not fail by itself, but take the machine down with it.

    Empty if it may, or if the bytes of this machine's memory are not known (0).
    """
    needed = count * peer.bytes_a_cable
    if not memory or needed <= memory:
        return ""
    return (
        f"left out, as {count:,} cables take about {needed / 1e9:.0f} GB of memory, and here are {memory / 1e9:.0f} GB"
    )


def rounds_to_search(rounds: Sequence[Round]) -> list[Round]:
    """Choose the rounds to search: for each site with a search, the one of the most cables that it was printed of."""
    largest: dict[str, Round] = {}
    for round_ in sorted(rounds, key=lambda each: each.cables):
        largest |= {result.name: round_ for result in round_.results if result.contestant.engine}
    return [round_ for round_ in rounds if any(round_ is each for each in largest.values())]


def search_round(round_: Round, browser: Browser) -> SearchRound:
    """Ask all sites of a round that have a search the same queries."""
    say(f"searching {round_.cables:,} cables")
    queries = choose_queries(make_site(round_.cables) / "content" / "cables")
    contestants = [result.contestant for result in round_.results]
    sites = [Site(each.name, each.engine, each.output, each.version) for each in contestants if each.engine]
    making = {
        result.name: [Making(result.contestant.cost_of_index(cost), cost.wall) for cost in result.costs]
        for result in round_.results
        if result.contestant.engine
    }
    absent = [*round_.absent, *round_.failed]
    return SearchRound(round_.cables, measure_searches(browser, sites, queries), making, absent)


def make_site(count: int) -> Path:
    """A site of so many made-up cables, written once and kept."""
    here = Path(__file__).parent
    makers = ("cables.py", "stations.py", "telegram.py", "words.py")
    digest = digest_of(here / maker for maker in makers)

    def make(folder: Path) -> None:
        write_cables(count, folder)
        (folder / "site.yaml").write_text(_SITE, encoding="utf-8")

    return make_once(WORK / "cables" / f"{count}-{digest}", make)


def say(line: str) -> None:
    """Tell whoever waits how far the bench is."""
    print(line, file=sys.stderr, flush=True)
