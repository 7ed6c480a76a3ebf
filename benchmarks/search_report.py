"""The search's part of the bench's page: what the index is, what making it took, and what each query cost."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from benchmarks.engines import RESULTS
from benchmarks.processes import HAS_PROC
from benchmarks.queries import KINDS, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.peers import IndexCost
    from benchmarks.search_costs import Measured, Searches

_INDEX_HEADS: Final = ("", "files", "MB", "largest KB", "made in s", "with the site s", "memory MB")
_QUERY_HEADS: Final = (
    "",
    "words",
    "cables found",
    "KB, first query",
    "KB, the next",
    f"KB, {RESULTS} results",
    "ms, first query",
    "ms, the next",
    "ms, all at hand",
)


@dataclass(frozen=True, slots=True)
class Making:
    """What one build took: for the index of its search, and in all.

    Attributes:
        wall: seconds, the site's printing included.
    """

    index: IndexCost
    wall: float


@dataclass(frozen=True, slots=True)
class SearchRound:
    """The searches over one collection.

    Attributes:
        making: the builds of each site, by its name.
        absent: one sentence for each contestant that was not printed.
    """

    cables: int
    measured: Measured
    making: Mapping[str, Sequence[Making]]
    absent: Sequence[str]


def write_search_round(round_: SearchRound) -> list[str]:
    """The section of the report about searching one collection."""
    lines = [f"## Searching {round_.cables:,} cables", "", *write_searches(round_.measured, round_.making)]
    for sentence in round_.absent:
        lines += ["", sentence]
    return lines


def write_searches(measured: Measured, making: Mapping[str, Sequence[Making]] | None = None) -> list[str]:
    """The tables of searches over one collection, and what must be known to read them; no heading.

    `making` has the builds of each site by its name, where they were measured.
    """
    making = making or {}
    lines = []
    if searches := measured.searches:
        lines += [*_head(_INDEX_HEADS), *[_write_index(each, making.get(each.name, ())) for each in searches], ""]
        lines += _head(_QUERY_HEADS)
        for each in searches:
            lines += [_write_queries(each, kind) for kind in (*KINDS, "")]
        lines += ["", *_write_notes(measured)]
        if HAS_PROC:
            lines += [f"- Meanwhile, {measured.elsewhere:.0%} of the processors' time went elsewhere."]
    for name, reason in measured.failed.items():
        lines += ["", f"{name}: its search failed ({reason})."]
    return lines


def _head(heads: Sequence[str]) -> list[str]:
    return [f"| {' | '.join(heads)} |".replace("|  |", "| |"), f"|{'---|' * len(heads)}"]


def _write_index(searches: Searches, making: Sequence[Making]) -> str:
    index = searches.index
    cells = [
        f"{searches.name} ({searches.version})" if searches.version else searches.name,
        f"{index.files:,}",
        f"{index.size / 1e6:,.1f}",
        f"{index.largest / 1e3:,.0f}",
        _median([made.index.wall for made in making], "{:,.2f}"),
        _median([made.wall for made in making], "{:,.2f}"),
        _median([made.index.peak / 1e6 for made in making], "{:,.0f}"),
    ]
    return f"| {' | '.join(cells)} |"


def _write_queries(searches: Searches, kind: str) -> str:
    first, further, again = (
        [asked for asked in some if kind in {asked.query.kind, ""}]
        for some in (searches.first, searches.further, searches.again)
    )
    cells = [
        searches.name,
        kind or f"all {len(first)}",
        _median([asked.found for asked in first], "{:,.0f}"),
        _both(asked.size / 1e3 for asked in first),
        _both(asked.size / 1e3 for asked in further),
        _both(asked.size_of_results / 1e3 for asked in further),
        *(_both(asked.ms for asked in some) for some in (first, further, again)),
    ]
    return f"| {' | '.join(cells)} |"


def _write_notes(measured: Measured) -> list[str]:
    searches = measured.searches
    count = max(len(each.first) for each in searches)
    kinds = ", ".join(f"{kind} {share}" for kind, share in KINDS.items())
    pages = ", ".join(f"{each.name} {each.page / 1e3:,.1f} KB" for each in searches)
    notes = f"""
        {count} queries, the same for all; half are one word, half two. So many of a sample of {SAMPLE:,} cables,
        or of all if they are fewer, have a word: {kinds}. The median, with the 95th percentile behind it.

        First query: on a page just opened, with nothing in the browser's cache. The next: on that page, after
        one other query. All at hand: the first once more, after the next.

        KB: each file by gzip, or as it is where that is smaller. Those of a first query are all that the browser
        was sent, also the page with its style and first scripts ({pages}).

        KB of {RESULTS} results: what is fetched for them beyond the query. Cablepress has subject, date and sender
        within the query; Pagefind fetches a file with the text of each cable.

        ms: from the question until {RESULTS} results can be shown, in {measured.browser}. All files are on this
        machine, so no network's time is in it.

        Of two words, Cablepress finds cables with either, the best first; Pagefind those with both.

        Files and MB: all in the folder of the search, with its scripts; Pagefind's has ready user interfaces, too.

        Made in: for Cablepress, the stages of its build that only make the index, without what of that runs beside
        the printing of pages; the memory is the peak of the whole build. For Pagefind, its own command over the
        printed pages.
    """
    return [f"- {' '.join(note.split())}" for note in notes.strip().split("\n\n")]


def _median(values: Sequence[float], form: str) -> str:
    return form.format(median(values)) if values else "–"


def _both(values: Iterable[float]) -> str:
    ordered: Sequence[float] = sorted(values)
    return f"{median(ordered):,.0f} ({ordered[int(len(ordered) * 0.95)]:,.0f})" if ordered else "–"
