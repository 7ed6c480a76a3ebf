"""Finds the files that cables are in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from generator.collection import FILE_NAME
from generator.findings import Finding
from generator.folders import scan
from generator.record import Record
from generator.sources.recognising import HEAD_BYTES, recognise
from generator.sources.stamps import NO_STAMP, stamp_of, trusted_until

SUFFIXES = (".txt", ".md", ".csv", ".html", ".htm", ".json", ".jsonl")
"""The endings of files that are read; what they hold is told by their content. One without an ending is looked into."""
_COMPANIONS = {FILE_NAME, "readme.md", "readme.txt", "license.txt", "license.md"}
"""Files about a collection, which are no cables and need no finding."""


class SourceFile(Record, frozen=True):
    """A file to read.

    Attributes:
        folder: the path of its folder, with a stroke at its end; as text, since a `Path` for each of a quarter of a
            million files would take 100 MB, and the same text for all files of a folder.
        name: the path as people see it: relative to the site's folder, with forward slashes.
        collection: the folder directly under the cables' folder, or the name of an entry of ``sources``; empty for a
            file outside any.
        size: in bytes, when it was found.
        stamp: tells its states apart (`generator.sources.stamps`); `NO_STAMP` where it must be read to know.
        own_name: its name in the folder, where that is not the last part of the one that people see; else empty.
    """

    folder: str
    name: str
    collection: str
    size: int = 0
    stamp: int = NO_STAMP
    own_name: str = ""

    @property
    def place(self) -> str:
        """Where it is, as text."""
        return self.folder + (self.own_name or self.name.rpartition("/")[2])

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.place)

    @property
    def suffix(self) -> str:
        """The ending of its name, in small letters with its dot; empty if it has none."""
        return _suffix(os.path.basename(self.place)).lower()  # noqa: PTH119 - a Path for each file takes longer


@dataclass(frozen=True, slots=True)
class Discovery:
    """What is in the cables' folder: files to read, in the order of their names, and what was passed over.

    Attributes:
        files: the files to read.
        findings: what was passed over.
        descriptions: the collection.yaml of each collection that has one.
    """

    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    descriptions: tuple[SourceFile, ...] = ()


def find_sources(folder: Path, shown_folder: str, collection: str = "") -> Discovery:
    """Find all source files in a folder, in any depth. Hidden files and folders are passed over.

    Args:
        folder: the cables' folder. If it is not there, nothing is found.
        shown_folder: the same as people see it; it begins the names of the files.
        collection: the collection of all of them; if empty, it is the folder directly under this one.
    """
    files: list[SourceFile] = []
    findings: list[Finding] = []
    descriptions: list[SourceFile] = []
    closed: list[OSError] = []
    until = trusted_until()
    for parent, entries in _walk(folder, closed.append):
        inside = parent.relative_to(folder)
        own_collection = collection or (printable(inside.parts[0]) if inside.parts else "")
        shown_parent = "/".join([shown_folder, *map(printable, inside.parts)])
        start = os.path.join(parent, "")  # noqa: PTH118 - with a stroke at its end
        for entry in entries:
            shown, in_small = printable(entry.name), entry.name.lower()
            name, own_name = f"{shown_parent}/{shown}", "" if shown == entry.name else entry.name
            if in_small in _COMPANIONS:
                if in_small == FILE_NAME and len(inside.parts) == (0 if collection else 1):
                    descriptions.append(_source_file(start, entry, name, own_name, own_collection, until))
                continue
            suffix = _suffix(in_small)
            if suffix in SUFFIXES or (not suffix and _shows_format(parent / entry.name)):
                files.append(_source_file(start, entry, name, own_name, own_collection, until))
            else:
                message = f"{kind_of_file(Path(entry.name))} are not read"
                findings.append(Finding(name, 0, "source.not-a-cable", message))
    for error in closed:
        if not isinstance(error, FileNotFoundError):
            name = printable(Path(shown_folder, Path(error.filename).relative_to(folder)).as_posix())
            findings.append(Finding(name, 0, "source.unreadable", f"the folder cannot be read: {error.strerror}"))
    files.sort(key=attrgetter("name"))
    return Discovery(tuple(files), tuple(findings), tuple(descriptions))


def find_single(path: Path, shown: str, collection: str) -> Discovery:
    """Find one file that was named; whatever its ending, it is looked into."""
    folder = os.fspath(path)[: -len(path.name)]
    return Discovery((_source_file(folder, path, shown, path.name, collection, trusted_until()),), ())


def kind_of_file(path: Path) -> str:
    """Name the kind of a file by its ending, as the beginning of a sentence about such files."""
    return f"'{printable(path.suffix)}' files" if path.suffix else "files without an ending"


def _shows_format(path: Path) -> bool:
    """Look into a file that has no ending; what cannot be read is left to whoever has a better reason to."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as opened:
            return recognise(opened.read(HEAD_BYTES), "") is not None
    except OSError:
        return False


def _suffix(name: str) -> str:
    """Give a name's ending, as `Path.suffix` does, without making a path of each of a quarter of a million."""
    stem, dot, ending = name.rpartition(".")
    return dot + ending if stem and ending else ""


def _source_file(
    folder: str, found: os.DirEntry[str] | Path, name: str, own_name: str, collection: str, until: int
) -> SourceFile:
    """Make the record of a file; a link to nowhere has no size, and whoever reads it will say so."""
    try:
        status = found.stat()
    except OSError:
        return SourceFile(folder, name, collection, own_name=own_name)
    return SourceFile(folder, name, collection, status.st_size, stamp_of(status, until), own_name)


def printable(name: str) -> str:
    """Make a file's name fit for text, so that different names stay different.

    A name is read as UTF-8, whatever the locale says, or the same folder would be printed under other names elsewhere.
    Bytes that are no UTF-8 become escapes, as do control characters and the backslash, with which escapes begin.
    """
    if name.isascii() and name.isprintable() and "\\" not in name:
        return name
    try:
        in_bytes = os.fsencode(name)
    except UnicodeEncodeError:  # typed into site.yaml, in a locale that has no such letters
        in_bytes = name.encode("utf-8", "surrogateescape")
    return "".join(map(_printable_character, in_bytes.decode("utf-8", "surrogateescape")))


def _printable_character(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # how Python carries a byte of a name that is no UTF-8
        return f"\\x{ord(character) - 0xDC00:02x}"
    if character.isprintable() and character != "\\":
        return character
    return character.encode("unicode_escape").decode()


def _walk(folder: Path, on_error: Callable[[OSError], object]) -> Iterator[tuple[Path, Sequence[os.DirEntry[str]]]]:
    """Yield every folder from this one on, in the order of their names, with its files, but for what is hidden.

    Files can be asked for more until the next folder is. Links to folders are followed, each real folder at most once.
    """
    seen: set[str] = set()
    todo = [os.fspath(folder)]
    while todo:
        parent = todo.pop()
        real = os.path.realpath(parent)
        if real in seen:
            continue
        seen.add(real)
        with ExitStack() as opened:
            try:
                entries = [each for each in opened.enter_context(scan(parent)) if not each.name.startswith(".")]
            except OSError as error:
                on_error(error)
                continue
            files: list[os.DirEntry[str]] = []
            folders: list[str] = []
            for entry in entries:
                if _is_folder(entry):
                    folders.append(os.path.join(parent, entry.name))  # noqa: PTH118 - as `todo` has texts
                else:
                    files.append(entry)
            yield Path(parent), files
        todo += sorted(folders, key=os.fsencode, reverse=True)  # bytes have the same order in every locale


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself; whoever reads it will say so
        return False
