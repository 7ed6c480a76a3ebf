"""An edition: the site is printed and published, all of it or what is not as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from generator import addresses
from generator.archive import Differing, Edit, Links, PrintedFolder
from generator.errors import OutputError
from generator.output import (
    Changes,
    Others,
    PrintedFiles,
    Staging,
    Standing,
    find_folders,
    publish,
    publish_changes,
    seal,
)
from generator.press.before import Before, look_again, make_twins
from generator.press.printing import PageRange, cut, do_compare
from generator.press.run import Press, print_site
from generator.press.todo import Todo, everything, in_ranges, what_differs, what_was_edited
from generator.search import patch_index

_CABLES_IN_A_COMPARISON = 2_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an edition.

    Attributes:
        files: how many files the site has.
        changed: how many of them are new or have other bytes than before.
        size: the bytes of all together.
        search_files: how many of them the search page loads.
        search_size: the bytes of those together.
        pages: what the ledger must know of the cables' pages that were printed, packed.
        folders: the folders that are not as they were.
        gone: those that are no more; None where all that there is was printed.
    """

    files: int
    changed: int
    size: int
    search_files: int
    search_size: int
    pages: Sequence[bytes]
    folders: Sequence[PrintedFolder] = ()
    gone: Sequence[str] | None = None


NOTHING = Outcome(files=0, changed=0, size=0, search_files=0, search_size=0, pages=())
"""What became of an edition that was held back: it was not printed."""


class Edition:
    """An edition that is to be printed.

    Args:
        press: what is printed, and how.
        staging: where.
    """

    def __init__(self, press: Press, staging: Staging) -> None:
        self._press, self._staging = press, staging
        self._archive, self._stages = press.archive, press.stages

    def print_all(self) -> Outcome:
        """Print everything, and publish it.

        Raises:
            CablepressError: it cannot be done; the earlier site stands as it was.
        """
        self._staging.prepare()
        with PrintedFiles(self._press.order.runs) as printed:
            pages = self._print(everything(self._archive, self._press.order.page_size), printed)
            sizes = (printed.count, printed.count, printed.size, printed.search_count, printed.search_size)
            with self._stages.stage("publish", 1):
                self._staging.finish(printed)
                others = publish(self._staging)
        with self._stages.stage("twin", 1):
            return Outcome(*sizes, pages, self._make_twin(others))

    def print_changes(self, before: Before, links: Links) -> Outcome:
        """Print what is not as it was, and publish it.

        Args:
            before: what the last build printed; the staging folder is a twin of it.
            links: what has changed since.

        Raises:
            CablepressError: it cannot be done; the earlier site stands as it was.
        """
        todo = self._what_differs() if links.edits is None else self._what_was_edited(links.edits, links.beside)
        with PrintedFiles(self._press.order.runs) as printed:
            pages = self._print(todo, printed)
            with self._stages.stage("publish", 1):
                changes = self._staging.update(printed, todo.staying)
                sizes = _count(changes, self._staging.target, before)
                folders, gone = self._publish(changes, before.standing)
        return Outcome(changes.files, len(changes.changed), *sizes, pages, folders, gone)

    def _publish(self, changes: Changes, standing: Standing) -> tuple[list[PrintedFolder], list[str]]:
        """Publish changes; give the folders that are not as they were, and those that are no more."""
        site = self._staging.target
        is_changed = bool(changes.changed or changes.gone)
        changed = publish_changes(self._staging, standing, changes) if is_changed else []
        gone = standing.gone_from(site) if changes.gone else []
        return [PrintedFolder(*folder) for folder in (*standing.noticed, *changed)], gone

    def _print(self, todo: Todo, printed: PrintedFiles) -> list[bytes]:
        return print_site(self._press, todo, printed)

    def _what_was_edited(self, edits: Sequence[Edit], beside: frozenset[int]) -> Todo:
        """Find out what hangs on some edits, and patch the index."""
        with self._stages.stage("patch", 1):
            site, workers = self._press.order.site, self._press.workers
            patched = patch_index(self._archive, site.vocabulary, self._read, edits, workers)
        return what_was_edited(self._archive, self._press.order.page_size, edits, beside, patched)

    def _read(self, address: str) -> bytes:
        """Read a file of the published site."""
        return (self._staging.target / address).read_bytes()

    def _what_differs(self) -> Todo:
        """Find out which pages are not as they were printed."""
        with self._stages.stage("compare", self._archive.count()):
            differing = list(self._compare())
            gone = chain(_lost_texts(differing), self._pages_without_cable())
            ranges = in_ranges([each.ordinal for each in differing])
            return what_differs(self._archive, self._press.order.page_size, ranges, gone)

    def _compare(self) -> Iterator[Differing]:
        """Compare the pages of all cables with what the ledger has."""
        pieces = cut(PageRange, 0, self._archive.count(), _CABLES_IN_A_COMPARISON)
        for some in self._press.workers.map(partial(do_compare, self._press.order.archive), pieces):
            yield from some
            self._stages.advance(_CABLES_IN_A_COMPARISON)

    def _pages_without_cable(self) -> Iterator[str]:
        """Yield the addresses of what was printed of cables that are no more."""
        for page in self._archive.pages_without_cable():
            yield page.address
            yield from _texts(page.address, 1, page.texts)

    def _make_twin(self, others: Others) -> list[PrintedFolder]:
        """Make the staging folder a twin of the site, where that can be; give the folders of the site."""
        folders = list(find_folders(self._staging.target, others))
        try:
            self._staging.prepare()
            make_twins(self._staging, folders, self._press.workers)
            seal(self._staging.target, self._staging.folder, (folder.path for folder in folders))
        except (OSError, OutputError):
            self._staging.discard()
        return [PrintedFolder(*folder) for folder in look_again(self._staging.target, folders, self._press.workers)]


def _lost_texts(differing: Iterable[Differing]) -> Iterator[str]:
    """Yield the addresses of texts that cables had, and have no more."""
    for each in differing:
        yield from _texts(each.address, each.texts + 1, each.texts_before)


def _texts(address: str, first: int, last: int) -> Iterator[str]:
    return (addresses.source_text(address, version) for version in range(first, last + 1))


def _count(changes: Changes, site: Path, before: Before) -> tuple[int, int, int]:
    """Count the bytes of a site that is about to be published, and the files and bytes of its search."""
    sizes = [before.ledger.size, before.ledger.search_files, before.ledger.search_size]
    came = [(each.address, each.size, 1) for each in changes.changed]
    went = [(address, 0, 0) for address in changes.gone]
    for address, size, there in chain(came, went):
        try:
            size_before, was_there = (site / address).stat().st_size, 1
        except FileNotFoundError:
            size_before = was_there = 0
        sizes[0] += size - size_before
        if addresses.is_of_search(address):
            sizes[1] += there - was_there
            sizes[2] += size - size_before
    return sizes[0], sizes[1], sizes[2]
