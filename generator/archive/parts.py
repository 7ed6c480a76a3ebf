"""Parts: archives of some of a site's sources each, made by themselves, are put together.

Facts hang on their source alone, so they may be made anywhere, at the same time; what hangs on all cables together is
worked out when all facts are in one archive (`generator.archive.links`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from generator.archive.database import Database, grammar_fingerprint, open_for_reading
from generator.archive.schema import OF_SOURCES
from generator.errors import BuildError


def take_facts(database: Database, part: Path) -> int:
    """Take over the facts of an archive of other sources of the same site.

    Args:
        database: an archive open for writing.
        part: the other archive, which no build is using.

    Returns:
        How many telegrams came.

    Raises:
        BuildError: another version of Cablepress made the part, or a source of it is in the archive already.
    """
    with closing(open_for_reading(part)) as other:
        if other.execute("SELECT value FROM meta WHERE name = 'grammar'").fetchone() != (grammar_fingerprint(),):
            raise BuildError(
                "another version of Cablepress made this archive",
                where=part.as_posix(),
                remedy="Make it again with the version that puts the parts together.",
            )
        (last,) = database.execute("SELECT coalesce(max(number), 0) FROM source").fetchone()
        taken = _copy(database, other, "source", last)
        for table in OF_SOURCES:
            _copy(database, other, table, last)
        _copy(database, other, "file", None)
    return taken


def _copy(database: Database, other: Database, table: str, offset: int | None) -> int:
    """Copy the rows of a table; ``offset`` is added to the numbers of sources that they begin with."""
    rows = other.execute(f"SELECT * FROM {table}")
    columns = ", ".join("?" for _ in rows.description)
    moved = rows if offset is None else _moved(rows, offset)
    return database.executemany(f"INSERT INTO {table} VALUES ({columns})", moved).rowcount


def _moved(rows: Iterator[tuple[Any, ...]], offset: int) -> Iterator[tuple[Any, ...]]:
    return ((number + offset, *others) for number, *others in rows)
