"""Opens the archive's SQLite file, and makes it anew where it is damaged or from another version of Cablepress."""

from __future__ import annotations

import hashlib
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from generator.archive.schema import SCHEMA
from generator.errors import BuildError
from generator.vocabulary import grammar_words

Database = sqlite3.Connection

_APPLICATION_ID = 0x43424C50  # "CBLP": tells our files from other people's
_APPLICATION_ID_PLACE = slice(68, 72)  # sqlite.org/fileformat.html
_SQLITE_HEAD = b"SQLite format 3\0"
_SQLITE_HEAD_LENGTH = 100
_SUFFIX = ".sqlite"
_SECONDS_TO_WAIT = 10
_GRAMMAR_ROOMS = ("archive", "redaction", "sources", "telegram", "vocabulary")
_GRAMMAR_MODULES = (
    "addresses.py",
    "cable.py",
    "clocks.py",
    "collection.py",
    "findings.py",
    "folders.py",
    "frontmatter.py",
    "record.py",
)
_GRAMMAR_LIBRARIES = ("pyyaml", "msgspec", "ftfy", "lxml")
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_DAMAGE_WORDS = ("no such table", "no such column", "Could not decode")


class DamagedArchiveError(BuildError):
    """What the archive holds makes no sense; made anew, it will."""


@contextmanager
def open_database(path: Path) -> Iterator[Database]:
    """Open the archive for writing, in one transaction that ends with the block.

    One that is damaged or of another version is made anew: everything in it can be had again from the sources.

    Args:
        path: the SQLite file; its folder is made.

    Raises:
        DamagedArchiveError: the archive turned out to be damaged within the block.
        BuildError: the file is not an archive of ours, another build is using it, or it cannot be written.
    """
    _check_owner(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        database = _open_current(path) or _make_anew(path)
    except (OSError, sqlite3.Error) as error:
        raise _cannot_use(path, error) from error
    try:
        yield database
        if database.in_transaction:
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise _cannot_use(path, error) from error
    finally:
        database.close()


def forget_archive(path: Path) -> None:
    """Delete the archive, and SQLite's files beside it; the next `open_database` makes it again.

    Raises:
        BuildError: the file is not an archive of ours, or it cannot be deleted.
    """
    _check_owner(path)
    try:
        _delete(path)
    except OSError as error:
        raise _cannot_use(path, error) from error


def is_damage(error: Exception) -> bool:
    """Tell whether what reading the archive raised means that its file is damaged, so that it must be made anew."""
    if isinstance(error, sqlite3.DatabaseError):
        # The low byte: SQLite has finer codes above it.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return code in _DAMAGE or str(error).startswith(_DAMAGE_WORDS)
    return isinstance(error, (DamagedArchiveError, msgspec.DecodeError))


def open_for_reading(path: Path) -> Database:
    """Open a finished archive; nothing can be changed through it."""
    # Not mapped: a cable would be read in 36 µs, not 44, but all that was ever read would count as memory.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)


@cache
def grammar_fingerprint() -> str:
    """Give a digest of all that makes facts of sources: when it changes, every source is parsed again.

    That is our own code, and what it stands on: Python (with its tables of Unicode), the parsers of YAML and HTML, the
    writer of records, and the mender of letters. Of the vocabulary's tables only what parsing hangs on counts: a name
    that pages show can change without it.
    """
    package = Path(__file__).parent.parent
    modules = [package / name for name in _GRAMMAR_MODULES]
    for room in _GRAMMAR_ROOMS:
        modules += sorted((package / room).rglob("*.py"))
    versions = (platform.python_version(), *map(version, _GRAMMAR_LIBRARIES))
    digest = hashlib.sha256(repr(versions).encode())
    digest.update(grammar_words().encode())
    for module in modules:
        digest.update(module.relative_to(package).as_posix().encode())
        digest.update(module.read_bytes())
    return digest.hexdigest()


def _check_owner(path: Path) -> None:
    """Make sure that a file is ours to change or delete: one with our mark, or a ruin under our kind of name."""
    try:
        with path.open("rb") as file:
            head = file.read(_SQLITE_HEAD_LENGTH)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _cannot_use(path, error) from error
    if head.startswith(_SQLITE_HEAD) and len(head) == _SQLITE_HEAD_LENGTH:
        ours = head[_APPLICATION_ID_PLACE] == _APPLICATION_ID.to_bytes(4, "big")
    else:
        ours = not head or path.suffix == _SUFFIX
    if not ours:
        raise BuildError(
            "this file is not an archive of Cablepress, so it is left alone",
            where=path.as_posix(),
            remedy=f"Set 'paths: archive' in site.yaml to a new name that ends in {_SUFFIX}.",
        )


def _open_current(path: Path) -> Database | None:
    """Open an archive that this version wrote; None if there is none that can be used."""
    if not path.exists():
        return None
    database = _connect(path)
    try:
        _begin(database)
        row = database.execute("SELECT value FROM meta WHERE name = 'grammar'").fetchone()
        if row == (grammar_fingerprint(),):
            return database
    except sqlite3.Error as error:
        if not is_damage(error):
            database.close()
            raise
    database.close()
    return None


def _make_anew(path: Path) -> Database:
    """Make an empty archive. A file of its own, as emptied tables would leave their texts behind in it."""
    _delete(path)
    database = _connect(path)
    try:
        _begin(database)
        database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        for statement in SCHEMA.split(";\n"):
            database.execute(statement)
        database.execute("INSERT INTO meta VALUES ('grammar', ?)", (grammar_fingerprint(),))
    except sqlite3.Error:
        database.close()
        raise
    return database


def _connect(path: Path) -> Database:
    return sqlite3.connect(path, timeout=_SECONDS_TO_WAIT, isolation_level=None)


def _begin(database: Database) -> None:
    database.execute("PRAGMA synchronous = OFF")  # lost power loses the archive, which a build makes again
    database.execute("PRAGMA secure_delete = ON")  # a text that left the sources leaves the file
    database.execute("PRAGMA cache_size = -65536")
    database.execute("BEGIN IMMEDIATE")


def _delete(path: Path) -> None:
    # The journals first: one that is left over would be played back into the next file of this name.
    for suffix in ("-journal", "-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _cannot_use(path: Path, error: Exception) -> BuildError:
    if is_damage(error):
        return DamagedArchiveError(
            "the archive is damaged", where=path.as_posix(), remedy="Delete the file; the next build makes it again."
        )
    if "locked" in str(error):
        what, remedy = "another program is using the archive", "Wait until it is done, or close it."
    else:
        reason = error.strerror if isinstance(error, OSError) else error
        what = f"the archive cannot be written: {reason}"
        remedy = "Check the folder's permissions and the free space, or set 'paths: archive' in site.yaml."
    return BuildError(what, where=path.as_posix(), remedy=remedy)
