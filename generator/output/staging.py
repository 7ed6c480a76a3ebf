"""The staging folder: a new site grows here, beside the published one, until it is whole."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.errors import OutputError
from generator.output.checksums import RepeatedAddressError, read_printed, write_checksums
from generator.output.printed import Printed
from generator.output.retire import is_empty, remove_tree, retire
from generator.sitefile import SiteFile

_MARK = ".cablepress-is-printing"
_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_EVERYBODY = 0o666
"""Who may read and write a printed file, as far as the umask lets them: the same as for any other new file."""


class Staging:
    """A folder to print into, beside the one it will replace.

    Args:
        target: the published folder (it need not exist yet).
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = target.with_name(f".{target.name}.printing")
        self.aside = target.with_name(f".{target.name}.old")

    def prepare(self) -> None:
        """Make the folder, empty; what a killed build left is put right or cleared away first.

        Raises:
            OutputError: it cannot be made, or something else has its name.
        """
        try:
            self._put_right()
            if self.has_mark():
                remove_tree(self.folder, _MARK)
            elif os.path.lexists(self.folder):
                retire(self.folder, self.target)
            self.folder.mkdir(parents=True)
            self.mark()
        except OSError as error:
            raise cannot_write(self.folder, error) from error

    def finish(self, printed: Iterable[Printed]) -> None:
        """Write down what was printed.

        Args:
            printed: in the order of addresses.

        Raises:
            OutputError: it cannot be written, or two files have one address.
        """
        try:
            write_checksums(self.folder, printed)
        except RepeatedAddressError as error:
            raise OutputError(
                f"two files of the site have the address {error}",
                where=self.folder.as_posix(),
                remedy="This is a defect of Cablepress: please report it.",
            ) from error
        except OSError as error:
            raise cannot_write(self.folder, error) from error

    def mark(self) -> None:
        """Say in the folder that nothing in it is needed by anybody."""
        (self.folder / _MARK).touch()

    def unmark(self) -> None:
        """Take that back: the folder is a whole site."""
        (self.folder / _MARK).unlink()

    def has_mark(self) -> bool:
        """Tell whether the folder may be cleared away as it is."""
        return (self.folder / _MARK).is_file()

    def discard(self) -> None:
        """Clear the folder away, for a build that failed. Where that fails too, the next build does it."""
        with suppress(OSError):
            if self.has_mark():
                remove_tree(self.folder, _MARK)
            elif is_empty(self.folder):  # it was stopped before there was a mark
                self.folder.rmdir()

    def _put_right(self) -> None:
        """Mend what a build left that was killed between its two renames (see `generator.output.publish`)."""
        if read_printed(self.aside) is not None and not os.path.lexists(self.target):
            self.aside.rename(self.target)
        elif read_printed(self.aside) is not None or is_empty(self.aside):
            retire(self.aside, self.target)


def write_file(folder: Path, file: SiteFile) -> Printed:
    """Write one file of the site.

    Args:
        folder: a staging folder.
        file: its address must not lead out of the folder.

    Raises:
        OutputError: it cannot be written.
    """
    parts = file.address.split("/")
    # What is not printable cannot stand in the list of checksums, or not on every disk.
    if {"..", ".", ""} & set(parts) or "\\" in file.address or not file.address.isprintable():
        raise OutputError(
            f"{file.address!r} cannot be an address of the site",
            where=folder.as_posix(),
            remedy="If it is a file of your theme, rename it.",
        )
    path = os.path.join(folder, file.address)  # noqa: PTH118 - a Path for each file takes longer
    try:
        try:
            _write(path, file.content)
        except FileNotFoundError:
            (folder / file.address).parent.mkdir(parents=True, exist_ok=True)
            _write(path, file.content)
    except OSError as error:
        raise cannot_write(folder / file.address, error) from error
    return Printed(file.address, hashlib.sha256(file.content).hexdigest(), len(file.content))


def _write(path: str, content: bytes) -> None:
    """Write a whole file. Python's own kind of file looks at what it opened and keeps a buffer: a third of the time."""
    handle = os.open(path, _TO_WRITE, _EVERYBODY)
    try:
        written = os.write(handle, content)
        while written < len(content):
            written += os.write(handle, content[written:])
    finally:
        os.close(handle)


def cannot_write(path: Path, error: OSError) -> OutputError:
    """Say that a place cannot be written, and why."""
    if error.errno in {errno.EBUSY, errno.EXDEV}:
        remedy = "It seems to be a disk or volume of its own, which cannot be replaced: print into a folder on it."
    else:
        remedy = "Check the folder's permissions and the free space, or print elsewhere with --output."
    return OutputError(f"cannot be written: {error.strerror or error}", where=path.as_posix(), remedy=remedy)
