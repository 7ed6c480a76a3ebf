"""Runs the press: prints all files of a site into the staging folder.

What can be done piece by piece is done by workers. Pieces of later stages wait behind those of earlier ones, so that no
worker is idle while a stage is brought to its end here: what the site has one of is printed here meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from generator import addresses
from generator.addresses import Part
from generator.archive import Archive
from generator.exports import hosting_files, sitemap_files
from generator.output import PrintedFiles, addresses_after, write_file
from generator.pages import (
    OwnPage,
    View,
    view_classifications,
    view_collections,
    view_dates,
    view_home,
    view_not_found,
    view_own_page,
    view_search,
    view_senders,
    view_signers,
    view_tags,
)
from generator.parallel import Workers, in_batches
from generator.press.look import OwnLook, dress
from generator.press.printing import (
    Done,
    IndexRange,
    PrintOrder,
    cut,
    do_index,
    do_lists,
    do_merge,
    do_pages,
    open_printer,
    plan_merges,
    unpack_printed,
)
from generator.press.stages import Stages
from generator.press.todo import CABLES_IN_A_PIECE, Todo
from generator.search import CABLES_IN_A_RUN, pack_columns, search_files
from generator.sitefile import SiteFile

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_LISTS_IN_A_PIECE = 40
_AHEAD = 16
"""Pieces that a worker may be given ahead: so many that it has some to do while a stage is brought to its end here."""


@dataclass(frozen=True, slots=True)
class Press:
    """What every printing needs.

    Attributes:
        order: what all pieces share.
        archive: what is printed of.
        own_pages: the publisher's own pages.
        look: what the site changes of its theme's looks.
        workers: who print.
        stages: hears how it is getting on.
    """

    order: PrintOrder
    archive: Archive
    own_pages: Sequence[OwnPage]
    look: OwnLook
    workers: Workers
    stages: Stages


def print_site(press: Press, todo: Todo, printed: PrintedFiles) -> list[bytes]:
    """Print what must be printed.

    Args:
        press: what is printed, and how.
        todo: what must be.
        printed: is told of every file.

    Returns:
        What the ledger must know of the cables' pages, packed.
    """
    return _Run(press, todo, printed).print()


class _Run:
    """One run of the press; what was printed so far is in `printed`."""

    def __init__(self, press: Press, todo: Todo, printed: PrintedFiles) -> None:
        self.press, self.todo, self.printed = press, todo, printed
        self.order, self.archive, self.stages = press.order, press.archive, press.stages

    def print(self) -> list[bytes]:
        todo = self.todo
        to_index = self.archive.count() if todo.index else 0
        indexed = self._start(do_index, cut(IndexRange, 0, to_index, CABLES_IN_A_RUN))
        pages = self._start(do_pages, todo.pages)
        cables = self._take("index", to_index, indexed, CABLES_IN_A_RUN)
        merges = plan_merges(cables)
        merged = self._start(do_merge, merges)
        lists = self._start(do_lists, in_batches(todo.lists, _LISTS_IN_A_PIECE))
        of_pages = self._take("print", todo.cables, pages, CABLES_IN_A_PIECE)
        terms = self._take("merge", len(merges), merged, 1)
        with self.stages.stage("single", 1):
            if todo.index:
                columns = pack_columns(self.archive, self.order.site.vocabulary)
                self._write(search_files(cables, terms, self.order.boosts, columns, self.order.site.wording))
            self.printed.add(self.press.workers.side_by_side(partial(write_file, self.order.folder), todo.patched))
            self._write(_print_own_pages(self.order, self.press.own_pages))
            if Part.OTHERS in todo.printed:
                self._write(_print_single_pages(self.order, self.archive))
                self._write(dress(self.order.theme.assets(), self.press.look))
                self._write(hosting_files())
        self._take("list", len(todo.lists), lists, _LISTS_IN_A_PIECE)
        if Part.SITEMAP in todo.printed:
            with self.stages.stage("sitemap", 1):
                self._write(self._sitemap())
        return of_pages

    def _start(
        self, do: Callable[[PrintOrder, Piece], Done[Result]], pieces: Iterable[Piece]
    ) -> Iterator[Done[Result]]:
        return self.press.workers.map(partial(do, self.order), pieces, ahead=_AHEAD)

    def _take(self, stage: str, steps: int, pieces: Iterable[Done[Result]], in_a_piece: int) -> list[Result]:
        """Take what workers printed in a stage, and give what later steps must know of each piece."""
        results: list[Result] = []
        if not steps:  # nothing of this stage is to be done
            return results
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
        pages = (each for each in self._addresses() if each.endswith(".html"))
        return sitemap_files(self.order.site.url, (page for page in pages if page != addresses.NOT_FOUND))

    def _addresses(self) -> Iterator[str]:
        """Give the addresses of all files that the site has now, the sitemap's left out."""
        if self.todo.printed == frozenset(Part):
            return (each.address for each in self.printed)
        return addresses_after(self.order.folder, self.printed, self.todo.staying)


def _print_own_pages(order: PrintOrder, own_pages: Iterable[OwnPage]) -> Iterator[SiteFile]:
    """Print the publisher's own pages."""
    printer = open_printer(order.theme, order.site)
    for page in own_pages:
        yield printer.render("page.html", view_own_page(page, order.site))


def _print_single_pages(order: PrintOrder, archive: Archive) -> Iterator[SiteFile]:
    """Print the pages of which a site has one each."""
    site = order.site
    printer = open_printer(order.theme, site)
    views: tuple[tuple[str, View], ...] = (
        ("home.html", view_home(archive, site)),
        ("index.html", view_tags(archive, site)),
        ("index.html", view_senders(archive, site)),
        ("index.html", view_dates(archive, site)),
        ("index.html", view_classifications(archive, site)),
        *(("index.html", view) for view in view_signers(archive, site)),
        ("search.html", view_search(archive, site)),
        ("404.html", view_not_found(site)),
    )
    collections = view_collections(archive, site)
    if collections:
        views += (("collections.html", collections),)
    for template, view in views:
        yield printer.render(template, view)
