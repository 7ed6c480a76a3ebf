"""What an archive has of the sources already: asked for as they are read, as memory is not to hold that of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.archive.database import Database
from generator.sources.discovery import SourceFile

Known = dict[int, str]
"""For each telegram of a file that the archive has: the line where it begins, and its SHA-256.

That is empty where the file has come to another collection since then, so that it is read again.
"""


def known_of_files(database: Database, files: Sequence[SourceFile]) -> Mapping[str, Known]:
    """Give what the archive has of some files that follow each other in the order of names, by name."""
    collections = {file.name: file.collection for file in files}
    known: defaultdict[str, Known] = defaultdict(dict)
    for path, line, sha256, collection in database.execute(
        "SELECT path, line, sha256, collection FROM source WHERE path BETWEEN ? AND ?", (files[0].name, files[-1].name)
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
        database: an archive open for reading.
        files: all that there are, in the order of their names.
    """
    names = (file.name for file in files)
    name = next(names, None)
    gone: defaultdict[str, list[int]] = defaultdict(list)
    for path, line in database.execute("SELECT path, line FROM source ORDER BY path, line"):
        while name is not None and name < path:
            name = next(names, None)
        if name != path:
            gone[path].append(line)
    return gone
