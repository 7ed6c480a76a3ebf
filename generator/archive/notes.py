"""The publisher's notes on cables, as the archive keeps them beside the facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from generator.archive.database import Database
from generator.findings import Finding
from generator.record import Record


class PressLink(Record, frozen=True, kw_only=True):
    """Something that was published about a cable elsewhere.

    Attributes:
        title: of it.
        url: where it is, http or https.
        outlet: who published it; empty if not said.
        published: when; None if not said.
    """

    title: str
    url: str
    outlet: str = ""
    published: date | None = None


class Note(Record, frozen=True, kw_only=True):
    """What the publisher has to say on a cable.

    Attributes:
        cable_id: of the cable.
        path: the file that the note is in.
        title: of the note; empty if it has none.
        author: who wrote it; empty if not said.
        written: when; None if not said.
        html: what it says; ``{root}`` at the beginning of an address stands for the site's own folder.
        press: what was published elsewhere.
    """

    cable_id: str
    path: str
    title: str = ""
    author: str = ""
    written: date | None = None
    html: str = ""
    press: tuple[PressLink, ...] = ()


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Note).decode


def file_notes(database: Database, notes: Iterable[Note]) -> frozenset[int]:
    """Bring the archive's notes up to date.

    Args:
        database: an archive open for writing.
        notes: all that there are, one a cable at most.

    Returns:
        The ordinals of the cables whose notes are not as they were; the links must be up to date.
    """
    before: dict[str, bytes] = dict(database.execute("SELECT cable_id, record FROM note"))
    now = {note.cable_id: _encode(note) for note in notes}
    changed = [cable_id for cable_id in {**before, **now} if before.get(cable_id) != now.get(cable_id)]
    database.executemany("DELETE FROM note WHERE cable_id = ?", ((cable_id,) for cable_id in changed))
    database.executemany("INSERT INTO note VALUES (?, ?)", ((each, now[each]) for each in changed if each in now))
    rows = database.execute(
        "SELECT ordinal FROM cable WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(changed),)
    )
    return frozenset(ordinal for (ordinal,) in rows)


def notes_of(database: Database, start: int, stop: int) -> dict[int, Note]:
    """Give the notes on the cables of a range of ordinals."""
    rows = database.execute(
        "SELECT ordinal, record FROM cable CROSS JOIN note ON cable_id = id WHERE ordinal >= ? AND ordinal < ?",
        (start, stop),
    )
    return {ordinal: _decode(record) for ordinal, record in rows}


def report_notes(database: Database) -> Iterator[Finding]:
    """Yield a finding for each note on a cable that is not there."""
    rows = database.execute("SELECT record FROM note WHERE cable_id NOT IN (SELECT id FROM cable) ORDER BY cable_id")
    for (record,) in rows:
        note = _decode(record)
        yield Finding(note.path, 0, "note.no-cable", f"there is no cable {note.cable_id}")
