"""Edits: which cables have another text than before, where nothing else has changed.

Little of the pages and the index hangs on one cable's text alone: where all changes are edits, links stay as they are,
and so do most of the printed files.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from generator.archive.database import Database
from generator.archive.entries import CableEntry, CableText
from generator.archive.entry_shelf import ENTRY, make_entry
from generator.record import Record

MOST = 64
"""So many edits are told apart; with more, everything may as well be looked at."""
_SHOWN = ", ".join(f"cable.{column}" for column in ENTRY.split(", "))
_decode_text = msgspec.msgpack.Decoder(CableText).decode


class Edit(Record, frozen=True):
    """A cable whose text changed, as it was before.

    Attributes:
        ordinal: its place in the order of dates, which is the same.
        text: what could be searched of it.
        entry: what lists showed of it.
        words: those that might tell what it was about, packed.
    """

    ordinal: int
    text: CableText
    entry: CableEntry
    words: bytes


class Linked(NamedTuple):
    """What a telegram says that links hang on."""

    cable_id: str
    address: str
    sent: str | None
    sender: str
    classification: str
    signer: str
    collection: str
    tags: tuple[str, ...]
    targets: tuple[tuple[int, str], ...]
    aliases: tuple[str, ...]


class _Before(NamedTuple):
    number: int
    linked: Linked
    edit: Edit


class EditNotes:
    """Notes what ingest removes and files, as long as all of that may be edits of few cables.

    Args:
        database: an archive open for writing, its links as the last build left them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._removed: dict[tuple[str, int], _Before] = {}
        self._edits: list[Edit] = []
        self._are_edits = True

    def note_removal(self, path: str, line: int) -> None:
        """Note that a telegram is about to be removed."""
        if not self._are_edits:
            return
        before = self._look_up(path, line)
        if before is None or len(self._removed) + len(self._edits) >= MOST:
            self._give_up()
        else:
            self._removed[path, line] = before

    def note_filing(self, path: str, line: int, linked: Linked) -> int | None:
        """Note that a telegram is filed; give the number that its place in the same file had, if it was edited."""
        if not self._are_edits:
            return None
        before = self._removed.pop((path, line), None)
        if before is None or before.linked != linked:
            self._give_up()
            return None
        self._edits.append(before.edit)
        return before.number

    def edits(self) -> tuple[Edit, ...] | None:
        """Give the edits; None where something else has changed, or too much."""
        return None if self._removed or not self._are_edits else tuple(self._edits)

    def _give_up(self) -> None:
        self._are_edits = False
        self._removed.clear()

    def _look_up(self, path: str, line: int) -> _Before | None:
        """Give what is known of a telegram that its cable's page shows, and that no other source gives as well."""
        row = self._database.execute(
            f"SELECT source.number, ordinal, source.signer, collection, record, words, {_SHOWN}"
            " FROM source JOIN cable ON cable.source = source.number"
            " JOIN source_words ON source_words.source = source.number"
            " WHERE path = ? AND line = ?"
            " AND NOT EXISTS (SELECT 1 FROM source AS other WHERE other.cable_id = source.cable_id"
            " AND other.number <> source.number)",
            (path, line),
        ).fetchone()
        if row is None:
            return None
        number, ordinal, signer, collection, record, words, *shown = row
        cable_id, address, sent, sender, _, _, classification = shown
        linked = Linked(
            cable_id,
            address,
            sent,
            sender,
            classification,
            signer,
            collection,
            tuple(code for (code,) in self._of("code FROM source_tag", number, "code")),
            tuple(self._of("position, target FROM source_reference", number, "position")),
            tuple(alias for (alias,) in self._of("alias FROM source_alias", number, "alias")),
        )
        return _Before(number, linked, Edit(ordinal, _decode_text(record), make_entry(shown), words))

    def _of(self, what: str, number: int, order: str) -> Iterable[Any]:
        return self._database.execute(f"SELECT {what} WHERE source = ? ORDER BY {order}", (number,))
