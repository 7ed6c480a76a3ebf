"""What a search costs a reader: bytes as a host sends them, and time, in a real Chromium.

``python -m benchmarks.searching PUBLIC... --cables FOLDER`` asks printed sites of the same cables, each by its own
engine, the same 200 queries, and prints the tables that `make bench` prints. Without ``--cables``, words are taken from
the sources that the first site carries.

Each query is asked three times: first on a page that has just been opened with an empty cache; as the next after
another query, on that one's page; and once more on its own page after that, when all that it needs is at hand. Sites
take turns, so that what else the machine does meets all.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Error as BrowserError

from benchmarks.engines import RESULTS, Engine, find_engine
from benchmarks.processes import CORES, read_busy_seconds, read_family_seconds
from benchmarks.queries import Query, choose_queries
from benchmarks.search_costs import Asked, IndexFiles, Measured, Searches
from benchmarks.search_report import write_searches
from tests.browser import open_browser, serve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, Page

_ASK: Final = """
async ([words, count]) => {
  const begun = performance.now();
  const [found, fetchResults] = await (ENGINE)(words, count);
  window.fetchResults = fetchResults;
  return [performance.now() - begun, found];
}
"""
_FETCH: Final = """
async () => {
  const begun = performance.now();
  await window.fetchResults();
  return performance.now() - begun;
}
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A printed site with a search."""

    name: str
    engine: Engine
    public: Path
    version: str = ""


def measure_searches(browser: Browser, sites: Sequence[Site], queries: Sequence[Query]) -> Measured:
    """Ask printed sites all queries, the sites in turns."""
    failed: dict[str, str] = {}
    with ExitStack() as stack:
        readers = [_Reader(browser, site, stack) for site in sites]
        own, busy, begun = read_family_seconds(), read_busy_seconds(), time.perf_counter()
        for query, following in pairwise([*queries, *queries[:1]]):
            for reader in readers:
                try:
                    reader.visit(query, following)
                except BrowserError as failure:
                    failed[reader.searches.name] = failure.message.splitlines()[0]
            readers = [reader for reader in readers if reader.searches.name not in failed]
        spent = (read_busy_seconds() - busy) - (read_family_seconds() - own)
        elsewhere = max(spent, 0.0) / ((time.perf_counter() - begun) * CORES)
        return Measured(f"Chromium {browser.version}", [reader.searches for reader in readers], failed, elsewhere)


def count_index(folder: Path) -> IndexFiles:
    """Count what the search has on the disk."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return IndexFiles(len(sizes), sum(sizes), max(sizes, default=0))


class _Reader:
    """A browser at a site, and what it was sent since that was last asked for."""

    def __init__(self, browser: Browser, site: Site, stack: ExitStack) -> None:
        self.browser, self.public = browser, site.public
        self.sent: list[str] = []
        host = stack.enter_context(serve(site.public, self.sent))
        self.address = f"{host}{site.engine.page}"
        self.script = _ASK.replace("ENGINE", site.engine.ask)
        self.searches = Searches(site.name, site.version, count_index(site.public / site.engine.folder))
        self.size_of = cache(self._size_of)

    def visit(self, query: Query, following: Query) -> None:
        """Ask two queries, and the first again, with nothing of the site in the browser's cache before."""
        page = self.browser.new_page()
        try:
            page.goto(self.address)
            self.searches.page = self.take_size()
            first = self.ask(page, query)
            self.searches.first.append(replace(first, size=first.size + self.searches.page))
            self.searches.further.append(self.ask(page, following))
            # Not the last one again: an engine may still have its answer.
            self.searches.again.append(self.ask(page, query))
        finally:
            page.close()

    def ask(self, page: Page, query: Query) -> Asked:
        """Ask a query, and fetch what its results need."""
        ms, found = page.evaluate(self.script, [query.words, RESULTS])
        size = self.take_size()
        ms += page.evaluate(_FETCH)
        return Asked(query, found, size, self.take_size(), ms)

    def take_size(self) -> int:
        """Give the bytes of what was sent since the last time."""
        size = sum(map(self.size_of, self.sent))
        self.sent.clear()
        return size

    def _size_of(self, address: str) -> int:
        return served_size(self.public / unquote(urlsplit(address).path).lstrip("/"))


def served_size(path: Path) -> int:
    """Give the bytes of a file as a host sends it: by gzip, or as it is if that is smaller."""
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content)))


def main() -> int:
    """Measure printed sites."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.searching", description=__doc__)
    parser.add_argument("public", type=Path, nargs="+", help="the folder of a printed site")
    parser.add_argument("--cables", type=Path, help="a folder with the same cables as text")
    wanted = parser.parse_args()
    sites = []
    for public in wanted.public:
        if not (engine := find_engine(public)):
            parser.error(f"{public} has no search that is known here")
        sites.append(Site(engine.name, engine, public))
    with open_browser() as browser:
        measured = measure_searches(browser, sites, choose_queries(wanted.cables or wanted.public[0] / "source"))
    print("\n".join(write_searches(measured)))
    return 1 if measured.failed else 0


if __name__ == "__main__":
    sys.exit(main())
