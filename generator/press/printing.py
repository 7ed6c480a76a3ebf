"""Prints pieces of a site: this is what workers do, each with the archive and the theme open for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from generator.archive import Archive, Differing, PrintedPage
from generator.exports import source_files
from generator.memory import giving_back
from generator.output import Printed, write_file
from generator.pages import ListPlan, Site, Theme, WantedPlan, view_cable, view_list_pages, view_wanted_pages
from generator.pages.printer import Printer
from generator.search import (
    IndexedCables,
    IndexedRange,
    Merging,
    Run,
    TermGroup,
    cut_groups,
    forget_forms,
    index_cables,
)
from generator.sitefile import SiteFile
from generator.wording import Wording, forget_wordings

Result = TypeVar("Result")
Range = TypeVar("Range", "IndexRange", "PageRange")

_CABLE, _LIST, _WANTED = "cable.html", "list.html", "wanted.html"

_archives: dict[Path, Archive] = {}
"""What this process holds open: a worker for as long as it lives, the press until the end of a build."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What all pieces of one build share.

    Attributes:
        archive: where the archive is.
        folder: where to print.
        runs: where the index may lie while it is built.
        theme: what pages look like.
        site: what all pages share.
        page_size: how many cables stand on one page of a list.
        boosts: how much a hit in each field of the search counts.
    """

    archive: Path
    folder: Path
    runs: Path
    theme: Theme
    site: Site
    page_size: int
    boosts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class IndexRange:
    """To index: the cables of ordinals from ``start`` to below ``stop``."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class PageRange:
    """To print, page and source text: the cables of ordinals from ``start`` to below ``stop``."""

    start: int
    stop: int


def cut(kind: type[Range], start: int, stop: int, size: int) -> Iterator[Range]:
    """Cut ordinals into ranges of a kind, each of ``size`` but for the last one."""
    return (kind(first, min(first + size, stop)) for first in range(start, stop, size))


@dataclass(frozen=True, slots=True)
class MergeRange:
    """To merge: what all runs say of some ranges of terms."""

    runs: tuple[Run, ...]
    terms: TermGroup


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What became of a piece: what was printed, packed, and what the press must know for a later step."""

    printed: bytes
    result: Result


def plan_merges(cables: Iterable[IndexedCables]) -> list[MergeRange]:
    """Plan the merging of all runs."""
    runs = tuple(each.run for each in cables)
    return [MergeRange(runs, terms) for terms in cut_groups(runs)]


@giving_back
def do_index(order: PrintOrder, cables: IndexRange) -> Done[IndexedCables]:
    """Index a range of cables."""
    archive, site = _open_archive(order.archive), order.site
    indexed, files = index_cables(archive, cables.start, cables.stop, order.runs, site.vocabulary)
    return Done(_write(order, files), indexed)


@giving_back
def do_merge(order: PrintOrder, piece: MergeRange) -> Done[list[IndexedRange]]:
    """Make the files of some ranges of terms."""
    forget_forms()  # all runs are there
    ranges: list[IndexedRange] = []
    return Done(_write(order, _open_runs(piece.runs).merge(piece.terms, ranges)), ranges)


def do_pages(order: PrintOrder, cables: PageRange) -> Done[bytes]:
    """Print the pages of a range of cables; the result is what the ledger must know of them, packed."""
    pages: list[PrintedPage] = []
    printed = _write(order, _cable_files(order, cables, pages))
    return Done(printed, msgspec.msgpack.encode(pages))


def do_compare(archive: Path, cables: PageRange) -> list[Differing]:
    """Find the cables of a range whose pages are not as they were printed."""
    return _open_archive(archive).differing(cables.start, cables.stop)


@giving_back
def do_lists(order: PrintOrder, plans: tuple[ListPlan | WantedPlan, ...]) -> Done[None]:
    """Print some lists."""
    return Done(_write(order, _list_files(order, plans)), None)


def _write(order: PrintOrder, files: Iterable[SiteFile]) -> bytes:
    """Write files and pack what was printed: from one process to another, that takes a tenth of what pickling does."""
    return msgspec.msgpack.encode([write_file(order.folder, file) for file in files])


unpack_printed = msgspec.msgpack.Decoder(list[Printed]).decode
unpack_pages = msgspec.msgpack.Decoder(list[PrintedPage]).decode


def make_ready(looks: tuple[Theme, Site]) -> None:
    """Open what can be opened before there is an archive to print."""
    open_printer(*looks).get_ready(_CABLE, _LIST)


def _cable_files(order: PrintOrder, cables: PageRange, pages: list[PrintedPage]) -> Iterator[SiteFile]:
    """Make the pages and the source texts of a range of cables; ``pages`` is told of each."""
    printer = open_printer(order.theme, order.site)
    for filed in _open_archive(order.archive).cables(cables.start, cables.stop):
        pages.append(PrintedPage(filed.address, filed.key, filed.texts))
        yield printer.render(_CABLE, view_cable(filed, order.site))
        yield from source_files(filed)


def _list_files(order: PrintOrder, plans: tuple[ListPlan | WantedPlan, ...]) -> Iterator[SiteFile]:
    """Make the pages of some lists."""
    printer, archive = open_printer(order.theme, order.site), _open_archive(order.archive)
    for plan in plans:
        if isinstance(plan, WantedPlan):
            wanted = view_wanted_pages(plan, archive, order.site, order.page_size)
            yield from (printer.render(_WANTED, view) for view in wanted)
        else:
            lists = view_list_pages(plan, archive, order.site, order.page_size)
            yield from (printer.render(_LIST, view) for view in lists)


def _open_archive(path: Path) -> Archive:
    if path not in _archives:
        _archives[path] = Archive(path)
    return _archives[path]


def open_printer(theme: Theme, site: Site) -> Printer:
    """Open a theme in the language of a site; a process compiles its templates once a build."""
    return _open_printer(theme, site.wording, site.lang)


@cache
def _open_printer(theme: Theme, wording: Wording, lang: str) -> Printer:
    return Printer(theme, wording, lang)


@lru_cache(maxsize=1)
def _open_runs(runs: tuple[Run, ...]) -> Merging:
    return Merging(runs)


def close_rooms() -> None:
    """Close the archive, the theme with its words, and the runs that this process holds open.

    The next build opens them anew, as somebody may have changed what they are made of.
    """
    _open_runs.cache_clear()
    while _archives:
        _archives.popitem()[1].close()
    _open_printer.cache_clear()
    forget_wordings()
