"""What a build printed: hundreds of thousands of files, of which memory holds some and scratch files the others."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from heapq import merge
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple, Self

from generator import addresses

_MOST = 50_000
"""Files that are held in memory, about 15 MB."""


class Printed(NamedTuple):
    """What became of a `SiteFile`: its address, its SHA-256 in hexadecimal, its size in bytes."""

    address: str
    sha256: str
    size: int


class PrintedFiles:
    """All that a build printed; it is told in any order, and given in the order of addresses, as often as asked for.

    Args:
        folder: where scratch files may lie until this is closed. They have no names, so a killed build leaves none.
        most: how many files are held in memory.

    Attributes:
        count: how many files were printed.
        size: their bytes together.
        search_count: how many of them the search page loads.
        search_size: the bytes of those together.
    """

    def __init__(self, folder: Path, most: int = _MOST) -> None:
        self._folder = folder
        self._most = most
        self._held: list[Printed] = []
        self._laid: list[IO[str]] = []
        self.count = self.size = self.search_count = self.search_size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Delete the scratch files."""
        for laid in self._laid:
            laid.close()

    def add(self, printed: Iterable[Printed]) -> None:
        """Note what was printed."""
        before = len(self._held)
        self._held.extend(printed)
        self.count += len(self._held) - before
        self.size += sum(each.size for each in self._held[before:])
        of_search = [each.size for each in self._held[before:] if addresses.is_of_search(each.address)]
        self.search_count += len(of_search)
        self.search_size += sum(of_search)
        if len(self._held) > self._most:
            self._lay_aside()

    def __iter__(self) -> Iterator[Printed]:
        """Give what was printed so far."""
        return merge(*map(_read, self._laid), sorted(self._held))

    def _lay_aside(self) -> None:
        laid = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=self._folder)  # noqa: SIM115 - stays open
        self._laid.append(laid)
        # No address holds a tab or a line's end: they are not printable.
        laid.writelines(f"{address}\t{sha256}\t{size}\n" for address, sha256, size in sorted(self._held))
        self._held.clear()


def _read(laid: IO[str]) -> Iterator[Printed]:
    laid.seek(0)
    for line in laid:
        address, sha256, size = line.split("\t")
        yield Printed(address, sha256, int(size))
