"""The staging folder: a new site grows here, beside the published one, until it is whole.

It begins empty, or as a twin of the published one (`generator.output.twin`): then only what is not the same is written.
"""

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
from generator.output.updating import Changes, Staying, update_checksums
from generator.sitefile import SiteFile

MARK = ".cablepress-is-printing"
"""A file in the folder that says: nobody needs anything here. A twin's may hold a seal (`generator.output.sealing`)."""
_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_EVERYBODY = 0o666
"""Who may read and write a printed file, as far as the umask lets them: the same as for any other new file."""


class Staging:
    """A folder to print into, beside the one it will replace.

    Args:
        target: the published folder (it need not exist yet).
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = target.parent / f".{target.name}.printing"
        self.aside = target.parent / f".{target.name}.old"
        self._is_begun = False

    def prepare(self) -> None:
        """Make the folder, empty; what a killed build left is put right or cleared away first.

        Raises:
            OutputError: it cannot be made, or something else has its name.
        """
        try:
            self._put_right()
            if self.has_mark():
                remove_tree(self.folder, MARK)
            elif os.path.lexists(self.folder):
                retire(self.folder, self.target)
            self._is_begun = True
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
            raise _repeated(self.folder, error) from error
        except OSError as error:
            raise cannot_write(self.folder, error) from error

    def update(self, printed: Iterable[Printed], staying: Staying) -> Changes:
        """Write down what was printed into a twin, and take out what is no more; arguments as for `update_checksums`.

        Raises:
            OutputError: it cannot be done, or two files have one address.
        """
        try:
            changes = update_checksums(self.folder, printed, staying)
            for address in changes.gone:
                (self.folder / address).unlink()
                _remove_empty(self.folder, (self.folder / address).parent)
        except RepeatedAddressError as error:
            raise _repeated(self.folder, error) from error
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        return changes

    def mark(self) -> None:
        """Say in the folder that nothing in it is needed by anybody."""
        (self.folder / MARK).touch()

    def unmark(self) -> None:
        """Take that back: the folder is a whole site."""
        (self.folder / MARK).unlink()

    def has_mark(self) -> bool:
        """Tell whether the folder may be cleared away as it is."""
        return (self.folder / MARK).is_file()

    def discard(self) -> None:
        """Clear the folder away, for a build that failed. Where that fails too, the next build does it.

        A twin of an earlier build stays: it is mended at the next one.
        """
        if not self._is_begun:
            return
        with suppress(OSError):
            if self.has_mark():
                remove_tree(self.folder, MARK)
            elif is_empty(self.folder):  # it was stopped before there was a mark
                self.folder.rmdir()

    def _put_right(self) -> None:
        """Mend what a build left that was killed between its two renames (see `generator.output.publish`)."""
        if read_printed(self.aside) is not None and not os.path.lexists(self.target):
            self.aside.rename(self.target)
        elif read_printed(self.aside) is not None or is_empty(self.aside):
            retire(self.aside, self.target)


def _remove_empty(top: Path, folder: Path) -> None:
    """Remove a folder in which nothing is left, and those above it, up to the uppermost one."""
    while folder != top and is_empty(folder):
        folder.rmdir()
        folder = folder.parent


def _repeated(folder: Path, error: RepeatedAddressError) -> OutputError:
    return OutputError(
        f"two files of the site have the address {error}",
        where=folder.as_posix(),
        remedy="This is a defect of Cablepress: please report it.",
    )


def write_file(folder: Path, file: SiteFile) -> Printed:
    """Write one file of the site, unless it stands there already.

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
        except FileExistsError:
            _write_over(Path(path), file.content)
        except FileNotFoundError:
            (folder / file.address).parent.mkdir(parents=True, exist_ok=True)
            _write(path, file.content)
    except OSError as error:
        raise cannot_write(folder / file.address, error) from error
    return Printed(file.address, hashlib.sha256(file.content).hexdigest(), len(file.content))


def _write(path: str, content: bytes) -> None:
    """Write a new file. Python's own kind of file looks at what it opened and keeps a buffer: a third of the time."""
    handle = os.open(path, _TO_WRITE, _EVERYBODY)
    try:
        written = os.write(handle, content)
        while written < len(content):
            written += os.write(handle, content[written:])
    finally:
        os.close(handle)


def _write_over(path: Path, content: bytes) -> None:
    """Put a file in the place of one that has other bytes: never into it, as it has a second name in the old site."""
    if path.stat().st_size != len(content) or path.read_bytes() != content:
        path.unlink()
        _write(os.fspath(path), content)


def cannot_write(path: Path, error: OSError) -> OutputError:
    """Say that a place cannot be written, and why."""
    if error.errno in {errno.EBUSY, errno.EXDEV}:
        remedy = "It seems to be a disk or volume of its own, which cannot be replaced: print into a folder on it."
    else:
        remedy = "Check the folder's permissions and the free space, or print elsewhere with --output."
    return OutputError(f"cannot be written: {error.strerror or error}", where=path.as_posix(), remedy=remedy)
