"""Runs the press: prints all files of a site into the staging folder.

What can be done piece by piece is done by workers. Pieces of later stages wait behind those of earlier ones, so that no
worker is idle while a stage is brought to its end here: what the site has one of is printed here meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TypeVar

from generator import addresses
from generator.archive import Archive
from generator.exports import hosting_files, sitemap_files
from generator.output import PrintedFiles, write_file
from generator.pages import (
    OwnPage,
    View,
    plan_lists,
    view_collections,
    view_dates,
    view_home,
    view_not_found,
    view_own_page,
    view_search,
    view_senders,
    view_tags,
)
from generator.pages.theme import Printer
from generator.parallel import Workers, in_batches
from generator.press.printing import (
    Done,
    IndexRange,
    PageRange,
    PrintOrder,
    do_index,
    do_lists,
    do_merge,
    do_pages,
    plan_merges,
    unpack_printed,
)
from generator.press.stages import Stages
from generator.search import CABLES_IN_A_RUN, pack_columns, search_files
from generator.sitefile import SiteFile

Range = TypeVar("Range", IndexRange, PageRange)
Piece = TypeVar("Piece")
Result = TypeVar("Result")

_CABLES_IN_A_PIECE = 100
_LISTS_IN_A_PIECE = 40
_AHEAD = 16
"""Pieces that a worker may be given ahead: so many that it has some to do while a stage is brought to its end here."""


def print_site(
    order: PrintOrder,
    archive: Archive,
    own_pages: Iterable[OwnPage],
    workers: Workers,
    stages: Stages,
    printed: PrintedFiles,
) -> None:
    """Print everything that the archive holds, and the publisher's own pages; ``printed`` is told of every file."""
    _Run(order, archive, workers, stages, printed).print(own_pages)


class _Run:
    """One run of the press; what was printed so far is in `printed`."""

    def __init__(
        self, order: PrintOrder, archive: Archive, workers: Workers, stages: Stages, printed: PrintedFiles
    ) -> None:
        self.order, self.archive, self.workers, self.stages, self.printed = order, archive, workers, stages, printed
        self.cables = archive.count()

    def print(self, own_pages: Iterable[OwnPage]) -> None:
        indexed = self._start(do_index, _ranges(IndexRange, self.cables, CABLES_IN_A_RUN))
        pages = self._start(do_pages, _ranges(PageRange, self.cables, _CABLES_IN_A_PIECE))
        cables = self._take("index", self.cables, indexed, CABLES_IN_A_RUN)
        merges = plan_merges(cables)
        merged = self._start(do_merge, merges)
        plans = list(plan_lists(self.archive, self.order.page_size))
        lists = self._start(do_lists, in_batches(plans, _LISTS_IN_A_PIECE))
        self._take("print", self.cables, pages, _CABLES_IN_A_PIECE)
        terms = self._take("merge", len(merges), merged, 1)
        with self.stages.stage("single", 1):
            columns = pack_columns(self.archive, self.order.site.vocabulary)
            self._write(search_files(cables, terms, self.order.boosts, columns))
            self._write(_single_pages(self.order, self.archive, own_pages))
            self._write(self.order.theme.assets())
            self._write(hosting_files())
        self._take("list", len(plans), lists, _LISTS_IN_A_PIECE)
        with self.stages.stage("sitemap", 1):
            self._write(self._sitemap())

    def _start(
        self, do: Callable[[PrintOrder, Piece], Done[Result]], pieces: Iterable[Piece]
    ) -> Iterator[Done[Result]]:
        return self.workers.map(partial(do, self.order), pieces, ahead=_AHEAD)

    def _take(self, stage: str, steps: int, pieces: Iterable[Done[Result]], in_a_piece: int) -> list[Result]:
        """Take what workers printed in a stage, and give what later steps must know of each piece."""
        results = []
        with self.stages.stage(stage, steps):
            for done in pieces:
                self.printed.add(unpack_printed(done.printed))
                results.append(done.result)
                self.stages.advance(in_a_piece)
        return results

    def _write(self, files: Iterable[SiteFile]) -> None:
        self.printed.add([write_file(self.order.folder, file) for file in files])

    def _sitemap(self) -> Iterable[SiteFile]:
        if not self.order.site.url:
            return ()
        pages = (each.address for each in self.printed if each.address.endswith(".html"))
        return sitemap_files(self.order.site.url, (page for page in pages if page != addresses.NOT_FOUND))


def _ranges(kind: type[Range], cables: int, size: int) -> Iterator[Range]:
    """Cut all ordinals into ranges of a kind."""
    return (kind(start, min(start + size, cables)) for start in range(0, cables, size))


def _single_pages(order: PrintOrder, archive: Archive, own_pages: Iterable[OwnPage]) -> Iterator[SiteFile]:
    """Print the pages of which a site has one each, and the publisher's own."""
    printer, site = Printer(order.theme), order.site
    views: tuple[tuple[str, View], ...] = (
        ("home.html", view_home(archive, site)),
        ("index.html", view_tags(archive, site)),
        ("index.html", view_senders(archive, site)),
        ("index.html", view_dates(archive, site)),
        ("search.html", view_search(archive, site)),
        ("404.html", view_not_found(site)),
    )
    collections = view_collections(archive, site)
    if collections:
        views += (("collections.html", collections),)
    own_views: Iterator[tuple[str, View]] = (("page.html", view_own_page(page, site)) for page in own_pages)
    for template, view in chain(views, own_views):
        yield printer.render(template, view)
