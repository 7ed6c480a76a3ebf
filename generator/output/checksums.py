"""SHA256SUMS: what a build printed.

Readers verify a copy with it (``sha256sum -c SHA256SUMS``); we tell our files from others by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path

from generator.output.printed import Printed

FILE_NAME = "SHA256SUMS"
NOTHING_PRINTED = "# Printed by Cablepress. To verify a copy: sha256sum -c SHA256SUMS\n"
"""The list of a folder that is ours, though nothing in it is."""
_OURS = "# Printed by Cablepress"
BEFORE_ADDRESS = 66
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
        for each in printed:
            if each.address == before:
                raise RepeatedAddressError(before)
            before = each.address
            file.write(line_of(each))


def line_of(printed: Printed) -> str:
    """Give the line of a file, in the form of sha256sum."""
    return f"{printed.sha256}  {printed.address}\n"


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
