"""Prints pieces of a site: this is what workers do, each with the archive and the theme open for itself."""

from __future__ import annotations

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


def print_cable_range(order: PrintOrder, piece: CableRange) -> list[Printed]:
    """Print the pages and the source texts of a range of cables."""
    printer, archive = _open_printer(order.theme), _open_archive(order.archive)
    printed: list[Printed] = []
    for filed in archive.cables(piece.start, piece.stop):
        page = printer.render("cable.html", view_cable(filed, order.site))
        printed += (write_file(order.folder, file) for file in (page, *source_files(filed)))
    return printed


def print_some_lists(order: PrintOrder, plans: tuple[ListPlan, ...]) -> list[Printed]:
    """Print the pages of some lists."""
    printer, archive = _open_printer(order.theme), _open_archive(order.archive)
    views = chain.from_iterable(view_list_pages(plan, archive, order.site, order.page_size) for plan in plans)
    return [write_file(order.folder, printer.render("list.html", view)) for view in views]


def index_cable_range(order: PrintOrder, piece: CableRange) -> IndexPart:
    """Index a range of cables."""
    return index_cables(_open_archive(order.archive), piece.start, piece.stop)


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
