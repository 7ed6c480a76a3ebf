"""SHA256SUMS: what a build printed.

Readers verify a copy with it (``sha256sum -c SHA256SUMS``); we tell our files from others by it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby
from pathlib import Path

from generator.output.printed import Printed

FILE_NAME = "SHA256SUMS"
NOTHING_PRINTED = "# Printed by Cablepress. To verify a copy: sha256sum -c SHA256SUMS\n"
"""The list of a folder that is ours, though nothing in it is."""
_OURS = "# Printed by Cablepress"
_BEFORE_ADDRESS = 66
"""Characters of a line: the sum and two spaces."""


class RepeatedAddressError(Exception):
    """Two printed files have one address, which is the message."""


class Addresses:
    """The addresses of all files that a build printed into a folder.

    There may be a million of them, so each folder's names are kept as one text.

    Args:
        addresses: those of one folder behind each other, mostly.
    """

    def __init__(self, addresses: Iterable[str] = ()) -> None:
        self._names: dict[str, str] = {}
        for folder, inside in groupby(addresses, key=lambda address: address.rpartition("/")[0]):
            names = "\n".join(address.rpartition("/")[2] for address in inside)
            self._names[folder] = f"{self._names[folder]}\n{names}" if folder in self._names else names

    def __iter__(self) -> Iterator[str]:
        for folder, names in self._names.items():
            start = f"{folder}/" if folder else ""
            yield from (start + name for name in names.split("\n"))

    def names_in(self, folder: str) -> set[str]:
        """Give the names of the files in a folder, which is empty for the uppermost one."""
        return set(self._names[folder].split("\n")) if folder in self._names else set()

    def folders(self) -> set[str]:
        """Give the folders that the files stand in, and those above them."""
        folders: set[str] = set()
        for name in self._names:
            folder = name
            while folder and folder not in folders:
                folders.add(folder)
                folder = folder.rpartition("/")[0]
        return folders


def write_checksums(folder: Path, printed: Iterable[Printed]) -> None:
    """Write the list in the form of sha256sum.

    Args:
        folder: what was printed into.
        printed: in the order of addresses.

    Raises:
        RepeatedAddressError: two files have one address.
        OSError: it cannot be written.
    """
    before = None
    with (folder / FILE_NAME).open("w", encoding="utf-8", newline="\n") as file:
        file.write(NOTHING_PRINTED)
        for address, sha256, _ in printed:
            if address == before:
                raise RepeatedAddressError(address)
            before = address
            file.write(f"{sha256}  {address}\n")


@dataclass(slots=True)
class Changes:
    """What differs between a folder and its list of checksums as it was before.

    Attributes:
        changed: the files that are new or have other bytes.
        gone: the addresses of files that are no more.
        files: how many files there are now.
    """

    changed: list[Printed] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    files: int = 0


def update_checksums(folder: Path, printed: Iterable[Printed], is_kept: Callable[[str], bool]) -> Changes:
    """Bring a folder's list up to date with what was printed into it.

    Args:
        folder: what was printed into; its list is of what stood in it before.
        printed: in the order of addresses; some may be as they were.
        is_kept: tells of an address that was not printed whether its file stays.

    Raises:
        RepeatedAddressError: two files have one address.
        OSError: it cannot be read or written.
    """
    changes = Changes()
    path, new = folder / FILE_NAME, folder / f"{FILE_NAME}.new"
    with path.open(encoding="utf-8") as before, new.open("w", encoding="utf-8", newline="\n") as after:
        after.write(NOTHING_PRINTED)
        for line, each in _merge(before, printed):
            if each is None:
                address = line[_BEFORE_ADDRESS:-1]
                if not is_kept(address):
                    changes.gone.append(address)
                    continue
                after.write(line)
            else:
                written = f"{each.sha256}  {each.address}\n"
                if written != line:
                    changes.changed.append(each)
                after.write(written)
            changes.files += 1
    os.replace(new, path)  # noqa: PTH105 - not written into: the file has a second name in the published folder
    return changes


def addresses_after(folder: Path, printed: Iterable[Printed], is_kept: Callable[[str], bool]) -> Iterator[str]:
    """Give the addresses that `update_checksums` will leave in a folder's list, in their order; arguments as there."""
    with (folder / FILE_NAME).open(encoding="utf-8") as before:
        for line, each in _merge(before, printed):
            address = each.address if each else line[_BEFORE_ADDRESS:-1]
            if each or is_kept(address):
                yield address


def _merge(before: Iterable[str], printed: Iterable[Printed]) -> Iterator[tuple[str, Printed | None]]:
    """Yield every line of a list, and every printed file; those of one address together."""
    lines = (line for line in before if not line.startswith("#"))
    line = next(lines, "")
    last = ""
    for each in printed:
        if each.address == last:
            raise RepeatedAddressError(last)
        last = each.address
        while line and line[_BEFORE_ADDRESS:-1] < last:
            yield line, None
            line = next(lines, "")
        if line and line[_BEFORE_ADDRESS:-1] == last:
            yield line, each
            line = next(lines, "")
        else:
            yield "", each
    if line:
        yield line, None
        for line in lines:
            yield line, None


def is_ours(folder: Path) -> bool:
    """Tell whether a build printed into a folder, by the first line of its list."""
    try:
        with (folder / FILE_NAME).open(encoding="utf-8") as file:
            return _begins_as_ours(file.readline())
    except (OSError, UnicodeDecodeError):
        return False


def _begins_as_ours(line: str) -> bool:
    return not line or line.startswith(_OURS)  # an empty one was about to be written when a build was killed


def read_printed(folder: Path) -> Addresses | None:
    """Give the addresses of all files that a build printed into a folder; None if the folder is none of ours."""
    try:
        with (folder / FILE_NAME).open(encoding="utf-8") as file:
            if not _begins_as_ours(file.readline()):
                return None
            lines = (line.rstrip("\n") for line in file if not line.startswith("#"))
            return Addresses(chain([FILE_NAME], (line.partition("  ")[2] for line in lines)))
    except (OSError, UnicodeDecodeError):
        return None


def printed_before(folder: Path) -> Addresses:
    """Give the addresses of all files that an earlier build printed into a folder; none if it is none of ours."""
    return read_printed(folder) or Addresses()
