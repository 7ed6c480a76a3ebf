"""Prints pieces of a site: this is what workers do, each with the archive and the theme open for itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from generator.archive import Archive
from generator.exports import source_files
from generator.output import Printed, write_file
from generator.pages import ListPlan, Site, Theme, view_cable, view_list_pages
from generator.pages.theme import Printer
from generator.search import index_cables
from generator.sitefile import SiteFile

_CABLE, _LIST = "cable.html", "list.html"
_archives: dict[Path, Archive] = {}
"""What this process holds open: a worker for as long as it lives, the press until the end of a build."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What all pieces of one build share: where the archive is, where to print, and what pages look like."""

    archive: Path
    folder: Path
    theme: Theme
    site: Site
    page_size: int


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


Piece = IndexRange | PageRange | tuple[ListPlan, ...]
"""What a worker is handed."""


def do_piece(order: PrintOrder, piece: Piece) -> Any:  # noqa: ANN401 - one of two, as the piece is
    """Do a piece of work.

    Returns:
        An `IndexPart` for an `IndexRange`; for everything else what was `Printed`, packed: from one process to another,
        that takes a tenth of what pickling does (see `unpack_printed`).
    """
    if isinstance(piece, IndexRange):
        return index_cables(_open_archive(order.archive), piece.start, piece.stop)
    files = _cable_files(order, piece) if isinstance(piece, PageRange) else _list_files(order, piece)
    return msgspec.msgpack.encode([write_file(order.folder, file) for file in files])


unpack_printed = msgspec.msgpack.Decoder(list[Printed]).decode


def make_ready(theme: Theme) -> None:
    """Open what can be opened before there is an archive to print."""
    _open_printer(theme).get_ready(_CABLE, _LIST)


def _cable_files(order: PrintOrder, cables: PageRange) -> Iterator[SiteFile]:
    """Make the pages and the source texts of a range of cables."""
    printer = _open_printer(order.theme)
    for filed in _open_archive(order.archive).cables(cables.start, cables.stop):
        yield printer.render(_CABLE, view_cable(filed, order.site))
        yield from source_files(filed)


def _list_files(order: PrintOrder, plans: tuple[ListPlan, ...]) -> Iterator[SiteFile]:
    """Make the pages of some lists."""
    printer, archive = _open_printer(order.theme), _open_archive(order.archive)
    for plan in plans:
        for view in view_list_pages(plan, archive, order.site, order.page_size):
            yield printer.render(_LIST, view)


def _open_archive(path: Path) -> Archive:
    if path not in _archives:
        _archives[path] = Archive(path)
    return _archives[path]


@cache
def _open_printer(theme: Theme) -> Printer:
    return Printer(theme)


def close_rooms() -> None:
    """Close the archive and the theme that this process holds open; the next build opens them anew."""
    while _archives:
        _archives.popitem()[1].close()
    _open_printer.cache_clear()
