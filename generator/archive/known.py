"""What an archive has of the sources already: asked for as they are read, as memory is not to hold that of all."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from generator.archive.database import Database
from generator.findings import Finding
from generator.sources.discovery import SourceFile
from generator.sources.stamps import NO_STAMP

Known = dict[int, str]
"""For each telegram of a file that the archive has: the line where it begins, and its SHA-256.

That is empty where the file has come to another collection since then, so that it is read again.
"""
_MAY_PASS = {"source.unreadable", "source.defect"}
"""What may be noticed about a file at one reading and not at the next, though the file is the same."""


def known_of_files(database: Database, files: Sequence[SourceFile]) -> Mapping[str, Known]:
    """Give what the archive has of some files, by name."""
    collections = {file.name: file.collection for file in files}
    known: defaultdict[str, Known] = defaultdict(dict)
    for path, line, sha256, collection in database.execute(
        "SELECT path, line, sha256, collection FROM source WHERE path IN (SELECT value FROM json_each(?))",
        (json.dumps(list(collections)),),
    ):
        known[path][line] = sha256 if collections[path] == collection else ""
    return known


def known_of_lines(database: Database, file: SourceFile, start: int, stop: int | None = None) -> Known:
    """Give what the archive has of a file from one line to below another; None where there is no end."""
    rows = database.execute(
        "SELECT line, sha256, collection FROM source WHERE path = ?1 AND line >= ?2 AND line < coalesce(?3, line + 1)",
        (file.name, start, stop),
    )
    return {line: sha256 if collection == file.collection else "" for line, sha256, collection in rows}


def lines_without_source(database: Database, files: Iterable[SourceFile]) -> dict[str, list[int]]:
    """Give the lines of what the archive has from files that are no more, by path.

    Args:
        database: an archive that has forgotten what is no more (`files_to_read`): the others need not be looked at.
        files: all that there are, in the order of their names.
    """
    names = (file.name for file in files)
    name = next(names, None)
    gone: defaultdict[str, list[int]] = defaultdict(list)
    for path, line in database.execute(
        "SELECT path, line FROM source WHERE path NOT IN (SELECT path FROM file) ORDER BY path, line"
    ):
        while name is not None and name < path:
            name = next(names, None)
        if name != path:
            gone[path].append(line)
    return gone


def files_to_read(database: Database, files: Iterable[SourceFile]) -> tuple[list[SourceFile], int]:
    """Give the files that may have changed since they were read, and how many telegrams are in all others.

    Args:
        database: an archive open for writing; it forgets that it has read what is no more, or not the same any more.
        files: all that there are, in the order of their names.
    """
    rows = database.execute("SELECT path, stamp, collection, telegrams FROM file ORDER BY path")
    row = next(rows, None)
    to_read: list[SourceFile] = []
    forgotten: list[tuple[str, int, str, int]] = []
    unchanged = 0
    for file in files:
        while row and row[0] < file.name:
            forgotten.append(row)
            row = next(rows, None)
        if row and row[:3] == (file.name, file.stamp, file.collection):
            unchanged += row[3]
            row = next(rows, None)
        else:
            to_read.append(file)  # what is known of it, if anything, is forgotten on the way to the next
    forgotten += [row, *rows] if row else []
    database.executemany("DELETE FROM file WHERE path = ?", (each[:1] for each in forgotten))
    return to_read, unchanged


def remember_file(database: Database, file: SourceFile, telegrams: int, noticed: Sequence[Finding]) -> bool:
    """Note that a file was read, so that it need not be read again while its stamp is the same.

    Args:
        database: an archive open for writing.
        file: the file.
        telegrams: how many are in it.
        noticed: what was noticed about it, apart from its telegrams; `findings_of_files` gives it again.

    Returns:
        Whether it was: another try at reading it may go otherwise, or its states cannot be told apart.
    """
    if file.stamp == NO_STAMP or any(finding.code in _MAY_PASS for finding in noticed):
        return False
    packed = msgspec.msgpack.encode(noticed) if noticed else None
    row = (file.name, file.stamp, file.collection, telegrams, packed)
    database.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)", row)
    return True


def findings_of_files(database: Database) -> Iterator[Finding]:
    """Yield what was noticed about the files that the archive remembers."""
    for (packed,) in database.execute("SELECT findings FROM file WHERE findings IS NOT NULL ORDER BY path"):
        yield from _decode_findings(packed)


_decode_findings = msgspec.msgpack.Decoder(list[Finding]).decode
