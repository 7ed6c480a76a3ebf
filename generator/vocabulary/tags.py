"""TAGS: Traffic Analysis by Geography and Subject, with their names and kinds (5 FAH-3)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.cable import TagKind
from generator.record import Record
from generator.vocabulary.tables import read_names

_PLACE_LENGTH = 2
_PROGRAM_LENGTH = 3

_TABLES = {
    "tags-places": TagKind.PLACE,
    "tags-subjects": TagKind.SUBJECT,
    "tags-programs": TagKind.PROGRAM,
    "tags-organizations": TagKind.ORGANIZATION,
}


class TagTerm(Record, frozen=True):
    """What the vocabulary knows of a TAG.

    Attributes:
        kind: what it is about.
        name: such as ``External Political Relations``; empty where only the code is certain.
    """

    kind: TagKind
    name: str = ""


TAGS: Mapping[str, TagTerm] = {
    code: TagTerm(kind, name) for table, kind in _TABLES.items() for code, name in read_names(table).items()
}
"""Every known TAG by its code."""

TAG_CODES: frozenset[str] = frozenset(TAGS)
"""Every known code of every kind."""


def tag_kind(code: str) -> TagKind:
    """Tell what a TAG is about: from the vocabulary, or else from its form, as 5 FAH-3 builds them.

    Two letters are a place; K and three letters a programme; a comma makes a person; what stands after the slash
    only narrows an organisation (``UNGA/C-6``); all else is a subject.
    """
    if "," in code:
        return TagKind.PERSON
    term = TAGS.get(code) or TAGS.get(code.partition("/")[0])
    if term is not None:
        return term.kind
    if len(code) == _PLACE_LENGTH and code.isalpha():
        return TagKind.PLACE
    if len(code) == _PROGRAM_LENGTH + 1 and code.startswith("K") and code.isalpha():
        return TagKind.PROGRAM
    return TagKind.SUBJECT
