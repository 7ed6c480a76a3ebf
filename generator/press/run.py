"""Runs the press: prints all files of a site into the staging folder.

What can be done piece by piece is done by workers. The pieces of all stages stand in one row, so that none waits while
a stage is brought to its end here: what the site has one of is printed here meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from generator import addresses
from generator.archive import Archive
from generator.exports import hosting_files, sitemap_files
from generator.output import Printed, write_file
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
from generator.press.printing import IndexRange, PageRange, PrintOrder, do_piece, unpack_printed
from generator.press.stages import Stages
from generator.search import SearchIndex, search_files
from generator.sitefile import SiteFile

Range = TypeVar("Range", IndexRange, PageRange)

_CABLES_IN_A_PIECE = 100
_CABLES_IN_AN_INDEX_PIECE = 500
_LISTS_IN_A_PIECE = 40
_AHEAD = 16
"""Pieces that a worker may be given ahead: so many that it has some to do while the index is put together here."""


def print_site(
    order: PrintOrder, archive: Archive, own_pages: Iterable[OwnPage], workers: Workers, stages: Stages
) -> list[Printed]:
    """Print everything that the archive holds, and the publisher's own pages.

    Returns:
        What was printed, in an order that does not hang on the number of workers.
    """
    cables = archive.count()
    plans = list(plan_lists(archive, order.page_size))
    index_pieces = list(_ranges(IndexRange, cables, _CABLES_IN_AN_INDEX_PIECE))
    page_pieces = list(_ranges(PageRange, cables, _CABLES_IN_A_PIECE))
    list_pieces = list(in_batches(plans, _LISTS_IN_A_PIECE))
    done = workers.map(partial(do_piece, order), chain(index_pieces, page_pieces, list_pieces), ahead=_AHEAD)
    printed: list[Printed] = []

    def write(files: Iterable[SiteFile]) -> None:
        printed.extend(write_file(order.folder, file) for file in files)

    with stages.stage("index", cables):
        index = SearchIndex()
        for part in islice(done, len(index_pieces)):
            index.add(part)
            stages.advance(part.cables)
        write(search_files(index, archive.entries(0, cables)))
        del index  # it is large
    with stages.stage("single", 1):
        write(_single_pages(order, archive, own_pages))
        write(order.theme.assets())
        write(hosting_files())
    with stages.stage("print", cables):
        for pages in islice(done, len(page_pieces)):
            printed += unpack_printed(pages)
            stages.advance(_CABLES_IN_A_PIECE)
    with stages.stage("list", len(plans)):
        for pages in done:
            printed += unpack_printed(pages)
            stages.advance(_LISTS_IN_A_PIECE)
    with stages.stage("sitemap", 1):
        if order.site.url:
            linked = {each.address for each in printed if each.address.endswith(".html")} - {addresses.NOT_FOUND}
            write(sitemap_files(order.site.url, sorted(linked)))
    return printed


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
