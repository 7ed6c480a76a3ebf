"""How much of a collection was understood, in numbers."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from generator.archive.database import open_for_reading
from generator.record import Record

_COUNTS = """
SELECT count(*), count(sent), sum(sender <> ''), sum(classification <> ''), sum(subject <> '')
FROM cable
"""


class Coverage(Record, frozen=True, kw_only=True):
    """How many cables there are, and how many of them have what.

    Attributes:
        cables: all of them.
        dated: those with a time at which they were sent.
        with_sender: those whose sender is known.
        with_classification: those with a classification.
        with_subject: those with a subject.
        with_tags: those with at least one TAG.
        references: how many references of theirs mean a cable.
        linked: how many of these cables are in the collection.
    """

    cables: int
    dated: int
    with_sender: int
    with_classification: int
    with_subject: int
    with_tags: int
    references: int
    linked: int


def read_coverage(path: Path) -> Coverage:
    """Count what a finished archive has of each cable.

    Args:
        path: the SQLite file.
    """
    with closing(open_for_reading(path)) as database:
        cables, dated, sender, classification, subject = database.execute(_COUNTS).fetchone()
        (tags,) = database.execute("SELECT count(DISTINCT ordinal) FROM cable_tag").fetchone()
        (references,) = database.execute("SELECT count(*) FROM source_reference JOIN cable USING (source)").fetchone()
        (linked,) = database.execute("SELECT count(*) FROM citation").fetchone()
    return Coverage(
        cables=cables,
        dated=dated,
        with_sender=sender or 0,
        with_classification=classification or 0,
        with_subject=subject or 0,
        with_tags=tags,
        references=references,
        linked=linked,
    )
