"""The record of a cable: everything that its text says about itself, as plain data.

These records are what the telegram grammar yields, what the archive keeps and what pages show. They hold no
behaviour beyond what follows from their own fields. Names are those of the telegrams themselves.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from generator.findings import Finding
from generator.record import Record


class Addressee(Record, frozen=True, kw_only=True):
    """One station or office that a cable was sent to.

    Attributes:
        name: as written, such as ``SECSTATE WASHDC``.
        route: the routing indicator before the slash, such as ``RUEHC``; empty if not given.
        precedence: the addressee's own precedence, such as ``PRIORITY``; empty if not given.
        number: the serial that the sender counts for this addressee, such as ``3456``; empty if not given.
        excluded: the line says ``XMT``: the collective before it, but not this one.
        note: how it is sent, where the line says it: ``BY POUCH``.
    """

    name: str
    route: str = ""
    precedence: str = ""
    number: str = ""
    excluded: bool = False
    note: str = ""


class TagKind(StrEnum):
    """What a code of Traffic Analysis by Geography and Subject is about (5 FAH-3)."""

    PLACE = "place"
    PROGRAM = "program"
    PERSON = "person"
    ORGANIZATION = "organization"
    SUBJECT = "subject"


class Tag(Record, frozen=True, kw_only=True):
    """One code of the TAGS line: ``PREL``, ``RS``, ``KNNP``, ``CLINTON, HILLARY``."""

    code: str
    kind: TagKind


class ReferenceKind(StrEnum):
    """What a reference points at."""

    CABLE = "cable"
    OTHER = "other"
    """An e-mail, a phone call, a report, a manual: never a link."""
    UNCLEAR = "unclear"
    """It may be a cable, but which one cannot be told for certain."""


class Reference(Record, frozen=True, kw_only=True):
    """One entry of a REF block.

    Attributes:
        letter: the item's letter, ``A``; empty where a single reference has none.
        text: as written, such as ``06 MOSCOW 431 (NOTAL)``.
        target: the reference id that it means, such as ``06MOSCOW431``; empty unless `kind` is CABLE.
        kind: what it points at.
    """

    letter: str
    text: str
    target: str
    kind: ReferenceKind


class ClassifiedBy(Record, frozen=True, kw_only=True):
    """Who classified a cable.

    Attributes:
        person: the name, such as ``Kelly Degnan``; empty where only an office is named.
        title: the function, such as ``Political Advisor``.
        reasons: letters of section 1.4 (or 1.5) of the executive order, such as ``('b', 'd')``.
        text: the whole statement as written.
    """

    person: str
    title: str
    reasons: tuple[str, ...]
    text: str


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    TABLE = "table"
    LINES = "lines"
    RULE = "rule"


class Block(Record, frozen=True, kw_only=True):
    """One block of a cable's reading text.

    Attributes:
        kind: what it is.
        text: the text without its number, mark or bullet; a table, and lines that
            were broken on purpose, keep their line breaks; all else is one line.
        number: the paragraph's number, where it begins one; 0 otherwise.
        mark: the portion mark without its brackets, such as ``C/NF``; empty if not given.
        label: an item's own mark, such as ``A.``, ``(1)`` or ``--``.
        level: how deep it is: 0 for a paragraph, 1 for what hangs below one, 2 for what hangs below that.
        line: the line of the source where it begins, counted from 1.
    """

    kind: BlockKind
    text: str
    number: int = 0
    mark: str = ""
    label: str = ""
    level: int = 0
    line: int = 0


class Source(Record, frozen=True, kw_only=True):
    """Where a cable came from.

    Attributes:
        path: the file, relative to the site's folder, with forward slashes.
        line: the line (or row) where it begins, counted from 1.
        sha256: of the bytes of the source, in hexadecimal.
    """

    path: str
    line: int
    sha256: str


class Cable(Record, frozen=True, kw_only=True):
    """One cable, as its text (and front matter, where there is some) gives it.

    What is not given is empty; nothing is guessed without a finding that says so.

    Attributes:
        id: the reference id in canonical form, ``09USNATO432``: two-digit year, station, serial. Where the text
            gives none, the file's name in capitals. Always made of ``A-Z``, ``0-9`` and ``-``.
        aliases: other forms of the id under which the cable may have been published.
        collection: the name of the folder directly under the cables' folder; empty for a file outside any.
        sent: the date-time group as a time in UTC, to the minute; None if there is none.
        dtg: the date-time group as written, ``070531Z OCT 09``.
        sender: the sender's station code, ``USNATO``; empty if unknown.
        sender_name: the sender as the FM line writes it.
        classification: the level, in full: ``CONFIDENTIAL``, ``UNCLASSIFIED//FOR OFFICIAL USE ONLY``.
        handling: captions such as ``SIPDIS`` and ``NOFORN``, in their order, each once.
        precedences: ``FLASH``, ``IMMEDIATE``, ``PRIORITY``, ``ROUTINE``; the action one first.
        transmission_id: ``VZCZCXRO3880``.
        action: the addressees of TO.
        info: the addressees of INFO.
        tags: the codes of TAGS, in their order, each once.
        subject: as written, on one line.
        headline: the subject in headline case where it is in capitals only; or else as written.
        declassify_on: the date of the E.O. line.
        declassify_rule: what the E.O. line says instead of a date, such as ``OADR`` or ``X1``.
        classified_by: who classified it.
        references: the entries of the REF blocks.
        summary: the text of the summary, on one line a block.
        body: the reading text.
        signer: the surname at the end, in capitals.
        media: web addresses of what was published with it.
        header: the telegram's text before the body, whole.
        extract: the text has no header, or says that it is a partial extract.
        source: where it came from.
        findings: what was noticed while reading it.
    """

    id: str
    aliases: tuple[str, ...] = ()
    collection: str = ""
    sent: datetime | None = None
    dtg: str = ""
    sender: str = ""
    sender_name: str = ""
    classification: str = ""
    handling: tuple[str, ...] = ()
    precedences: tuple[str, ...] = ()
    transmission_id: str = ""
    action: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    tags: tuple[Tag, ...] = ()
    subject: str = ""
    headline: str = ""
    declassify_on: date | None = None
    declassify_rule: str = ""
    classified_by: ClassifiedBy | None = None
    references: tuple[Reference, ...] = ()
    summary: str = ""
    body: tuple[Block, ...] = ()
    signer: str = ""
    media: tuple[str, ...] = ()
    header: str = ""
    extract: bool = False
    source: Source
    findings: tuple[Finding, ...] = ()
