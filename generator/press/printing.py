"""Prints pieces of a site: this is what workers do, each with the archive and the theme open for itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from generator.archive import Archive
from generator.exports import source_files
from generator.output import Printed, write_file
from generator.pages import ListPlan, Site, Theme, view_cable, view_list_pages
from generator.pages.theme import Printer
from generator.search import IndexPart, index_cables
from generator.sitefile import SiteFile

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
class CableRange:
    """The cables of ordinals from ``start`` to below ``stop``."""

    start: int
    stop: int


def print_piece(order: PrintOrder, piece: CableRange | tuple[ListPlan, ...]) -> list[Printed]:
    """Print a range of cables, or some lists."""
    files = _cable_files(order, piece) if isinstance(piece, CableRange) else _list_files(order, piece)
    return [write_file(order.folder, file) for file in files]


def index_piece(archive: Path, piece: CableRange) -> IndexPart:
    """Index a range of cables."""
    return index_cables(_open_archive(archive), piece.start, piece.stop)


def _cable_files(order: PrintOrder, piece: CableRange) -> Iterator[SiteFile]:
    printer = _open_printer(order.theme)
    for filed in _open_archive(order.archive).cables(piece.start, piece.stop):
        view = view_cable(filed, order.site)
        yield printer.render("cable.html", view)
        yield from source_files(filed)


def _list_files(order: PrintOrder, plans: tuple[ListPlan, ...]) -> Iterator[SiteFile]:
    printer, archive = _open_printer(order.theme), _open_archive(order.archive)
    for view in chain.from_iterable(view_list_pages(plan, archive, order.site, order.page_size) for plan in plans):
        yield printer.render("list.html", view)


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
