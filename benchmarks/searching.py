"""What a search costs a reader: bytes as a host sends them, and time, in a real Chromium.

``python -m benchmarks.searching PUBLIC`` asks a printed site 200 queries of rare, middling and very common words and
prints a table in Markdown. Bytes are those of each file compressed by gzip, as hosts send them; times are those of the
engine, from the question to ten results, with all files on this machine.
"""

from __future__ import annotations

import argparse
import gzip
import random
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from generator.search.terms import split_tokens, term_of
from tests.browser import open_browser, serve

QUERIES, SAMPLE, RESULTS = 200, 2_000, 10
KINDS = {"rare": (1, 1), "middling": (20, 200), "very common": (1_000, SAMPLE)}
"""Words that so many of the sampled cables have."""

ASK = """
async ([query, count]) => {
  const search = await cablepress.open("search/");
  const start = performance.now();
  const answer = await search.search(query, { count });
  return [performance.now() - start, answer.total];
}
"""


def choose_queries(public: Path, choice: random.Random) -> dict[str, list[str]]:
    """Choose queries of one and two words of each kind, out of a sample of the site's cables."""
    texts = sorted(public.glob("source/**/*.txt"))
    having: Counter[str] = Counter()
    for path in choice.sample(texts, min(SAMPLE, len(texts))):
        having.update({token for token in split_tokens(path.read_text(encoding="utf-8")) if term_of(token) == token})
    count = QUERIES // len(KINDS) + 1
    words = {kind: sorted(w for w, n in having.items() if low <= n <= high) for kind, (low, high) in KINDS.items()}
    return {
        kind: [" ".join(choice.sample(some, 1 + number % 2)) for number in range(count)]
        for kind, some in words.items()
        if len(some) > 1
    }


HEADS = ("words", "cables found", "KB, first query", "KB, a further one", "ms, first time", "ms, all at hand")
FIRST = 12
"""So many queries of each kind are asked on a page that has loaded nothing yet."""


class Bench:
    """A browser at a site, and what its pages asked for."""

    def __init__(self, browser: Browser, public: Path, host: str) -> None:
        self.browser, self.public, self.host = browser, public, host
        self.requests: list[str] = []
        self.served = cache(self._served)

    def row(self, kind: str, queries: Sequence[str]) -> str:
        """Ask all queries of a kind, twice, and some of them on pages of their own; give the row of the table."""
        page = self.open()
        asked = [self.ask(page, query) for query in queries]
        again = [self.ask(page, query)[1] for query in queries]
        page.close()
        first = [self.first(query) for query in queries[:FIRST]]
        found = f"{statistics.median(total for _, _, total in asked):,.0f}"
        further, took = [size for size, _, _ in asked[1:]], [ms for _, ms, _ in asked]
        return f"| {kind} | {found} | {both(first, 1e3)} | {both(further, 1e3)} | {both(took, 1)} | {both(again, 1)} |"

    def open(self) -> Page:
        """Open the search on a page that has nothing of it yet."""
        page = self.browser.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(f"{self.host}search.html")
        return page

    def ask(self, page: Page, query: str) -> tuple[int, float, int]:
        """Ask one query; give the bytes that came for it, the milliseconds, and how many cables it found."""
        before = len(self.requests)
        took, total = page.evaluate(ASK, [query, RESULTS])
        return sum(map(self.served, self.requests[before:])), took, total

    def first(self, query: str) -> int:
        """Give the bytes of a first query, the scripts of the search among them."""
        before = len(self.requests)
        page = self.open()
        self.ask(page, query)
        page.close()
        return sum(self.served(url) for url in self.requests[before:] if "/search" in url)

    def _served(self, url: str) -> int:
        path = urlsplit(url)
        return len(gzip.compress((self.public / path.path.lstrip("/")).read_bytes())) if path.scheme == "http" else 0


def both(values: Sequence[float], unit: float) -> str:
    """Give the median and the 95th percentile."""
    ordered = sorted(values)
    return f"{statistics.median(ordered) / unit:,.0f} ({ordered[int(len(ordered) * 0.95)] / unit:,.0f})"


def main() -> int:
    """Measure a printed site."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("public", type=Path, help="the folder of a printed site")
    public = options.parse_args().public
    queries = choose_queries(public, random.Random(1))
    print(f"| {' | '.join(HEADS)} |\n|{'---|' * len(HEADS)}")
    with open_browser() as browser, serve(public) as host:
        bench = Bench(browser, public, host)
        for kind, some in queries.items():
            print(bench.row(kind, some), flush=True)
    files = [path.stat().st_size for path in (public / "search").rglob("*.js")]
    print("\nMedians, with the 95th percentile behind them.")
    print(f"{len(files):,} files of {sum(files) / 1e6:.1f} MB, the largest of {max(files) / 1e3:.0f} KB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
