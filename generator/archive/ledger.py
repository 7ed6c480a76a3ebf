"""The ledger: what was printed last, so that the next build prints what is not the same.

It is written when a site has been published. Between an ingest and that, the archive is marked: what it holds is not
what was printed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.archive.database import Database, grammar_fingerprint, open_database, open_for_reading
from generator.findings import Finding
from generator.record import Record


class Ledger(Record, frozen=True, kw_only=True):
    """What was printed.

    Attributes:
        output: the published folder.
        shared: a digest of what all pages share: Cablepress itself, the theme, the settings.
        inputs: a digest of that and of everything else that went in; empty where nobody can tell whether it changes.
        telegrams: how many were read, in this build or an earlier one.
        cables, files, size, search_files, search_size, findings: what the report said.
    """

    output: str
    shared: str
    inputs: str
    telegrams: int
    cables: int
    files: int
    size: int
    search_files: int
    search_size: int
    findings: tuple[Finding, ...]


class PrintedPage(NamedTuple):
    """A cable's page: its address, its key (see `LinkedCable`), and how many source texts lie beside it."""

    address: str
    key: bytes
    texts: int


class PrintedFolder(NamedTuple):
    """A folder of the published site: its path in it, the state of our files in it, and the names of others'."""

    path: str
    state: bytes
    others: tuple[str, ...]


class LastPrint(NamedTuple):
    """What was printed last.

    Attributes:
        ledger: what is known of all of it.
        folders: those of the published site.
    """

    ledger: Ledger
    folders: list[PrintedFolder]


_decode = msgspec.json.Decoder(Ledger).decode


def is_as_printed_before(database: Database) -> bool:
    """Tell whether the archive holds what was printed."""
    return _meta(database, "ledger") is not None and _meta(database, "unprinted") is None


def note_unprinted(database: Database) -> None:
    """Note that the archive does not hold what was printed any more."""
    database.execute("INSERT OR REPLACE INTO meta VALUES ('unprinted', '')")


def read_ledger(path: Path) -> LastPrint | None:
    """Read the ledger of an archive; None where there is no sound archive, or nothing was printed of it."""
    if not path.is_file():
        return None
    try:
        with closing(open_for_reading(path)) as database:
            text = _meta(database, "ledger")
            if text is None or _meta(database, "grammar") != grammar_fingerprint():
                return None
            rows = database.execute("SELECT path, state, others FROM folder ORDER BY path")
            folders = [PrintedFolder(folder, state, tuple(json.loads(others))) for folder, state, others in rows]
            return LastPrint(_decode(text), folders)
    except (sqlite3.Error, msgspec.DecodeError):  # whoever writes into it next will have a better reason to complain
        return None


def write_ledger(
    path: Path,
    ledger: Ledger,
    pages: Iterable[PrintedPage],
    folders: Iterable[PrintedFolder],
    gone: Iterable[str] | None,
) -> None:
    """Write down what was printed.

    Args:
        path: of the archive.
        ledger: what is known of all of it.
        pages: the pages that were printed.
        folders: those of the published site that are not as they were.
        gone: the folders that are no more; None where what is given is all that there is.
    """
    with open_database(path) as database:
        if gone is None:
            database.execute("DELETE FROM page")
            database.execute("DELETE FROM folder")
        else:
            database.execute("DELETE FROM page WHERE address NOT IN (SELECT address FROM cable)")
            database.executemany("DELETE FROM folder WHERE path = ?", ((folder,) for folder in gone))
        database.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?)", pages)
        database.executemany(
            "INSERT OR REPLACE INTO folder VALUES (?, ?, ?)",
            ((folder.path, folder.state, json.dumps(folder.others)) for folder in folders),
        )
        value = msgspec.json.encode(ledger).decode()
        database.execute("INSERT OR REPLACE INTO meta VALUES ('ledger', ?)", (value,))
        database.execute("DELETE FROM meta WHERE name = 'unprinted'")


def printed_pages(database: Database, start: int, stop: int) -> dict[str, tuple[bytes, int]]:
    """Give the keys and the numbers of texts of the printed pages of a range of ordinals, by address."""
    rows = database.execute(
        "SELECT address, key, texts FROM cable JOIN page USING (address) WHERE ordinal >= ? AND ordinal < ?",
        (start, stop),
    )
    return {address: (key, texts) for address, key, texts in rows}


def pages_without_cable(database: Database) -> Iterator[PrintedPage]:
    """Yield the printed pages whose cables are no more."""
    rows = database.execute(
        "SELECT address, key, texts FROM page WHERE address NOT IN (SELECT address FROM cable) ORDER BY address"
    )
    return (PrintedPage(*row) for row in rows)


def _meta(database: Database, name: str) -> str | None:
    row = database.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None
