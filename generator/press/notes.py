"""Reads the publisher's notes on cables from their folder."""

from __future__ import annotations

from dataclasses import dataclass

from generator.archive import Note
from generator.config import Config
from generator.findings import Finding
from generator.pages import read_note
from generator.press.markdown_files import read_markdown


@dataclass(frozen=True, slots=True)
class Notes:
    """The publisher's notes, one a cable at most, and what was wrong with any."""

    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


def read_notes(config: Config) -> Notes:
    """Read all notes, in any depth of folders."""
    notes: dict[str, Note] = {}
    findings: list[Finding] = []
    for file in read_markdown(config, "notes"):
        if file.text is None:
            findings.append(Finding(file.shown, 0, "note.unreadable", "this note cannot be read as UTF-8 text"))
            continue
        note, wrong = read_note(file.text, file.shown)
        findings += wrong
        if note.cable_id in notes:
            message = f"{notes[note.cable_id].path} is a note on {note.cable_id}, too"
            findings.append(Finding(file.shown, 0, "note.same-name", message))
        else:
            notes[note.cable_id] = note
    return Notes(tuple(notes.values()), tuple(findings))
