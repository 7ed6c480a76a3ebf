"""What a made-up telegram says, read by the shortest patterns that fit its one form.

This is no parser: it knows the telegrams of `telegram.py` and no others. Peers are given what it
finds, ready in front matter, where ours must find it in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, NamedTuple

_MONTHS: Final = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_PRECEDENCES: Final = {"R": "ROUTINE", "P": "PRIORITY", "O": "IMMEDIATE"}

_STATION: Final = re.compile(r"\d\d([A-Z]+)\d+")
_LINES: Final = re.compile(
    r"(?P<transmission>VZCZCX\w+)\n"
    r"[A-Z]{2} .+\nDE .+\nZN.+\n"
    r"(?P<dtg>(?P<prosign>[A-Z]) (?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)Z (?P<month>[A-Z]{3}) \d\d)\n"
    r"FM (?P<sender>.+)\n"
    r"TO (?P<action>(?:.+\n)+?)(?:INFO (?P<info>(?:.+\n)+))?\n"
    r"(?P<marking>.+?) \S+ \d{6}\n"
)
_FIELDS: Final = re.compile(
    r"E\.O\. \d+: (?:DECL: )?(?P<declassify>.+)\n\n"
    r"TAGS: (?P<tags>.+)\n\n"
    r"SUBJECT: (?P<subject>.+)\n*"
    r"(?:REF: (?P<references>(?:.+\n?)+))?\n?"
    r"(?:Classified By: (?P<title>.+) (?P<person>\S+ \S+) for reasons 1\.4 \((?P<reasons>.+)\)\.)?$"
)
_TAG: Final = re.compile(r"\[(\S+)\]\(#\)")
_PARAGRAPH: Final = re.compile(r"^¶(\d+)\. \((\w+)\) (.+?)(?:  \n(\w+))?$", re.MULTILINE)


class Paragraph(NamedTuple):
    """A numbered paragraph, and who may read it."""

    number: int
    mark: str
    text: str


class Reference(NamedTuple):
    """An entry of the REF block."""

    letter: str
    text: str

    @property
    def id(self) -> str:
        """`76DUJER6` for 76 DUJER 6."""
        return self.text.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Telegram:
    """All that a page of ours shows of one cable by itself."""

    id: str
    sent: datetime
    sender: str
    sender_name: str
    classification: str
    handling: list[str]
    tags: list[str]
    subject: str
    references: list[Reference]
    classified_by: str
    declassify: str
    precedence: str
    dtg: str
    transmission: str
    action: list[str]
    info: list[str]
    header: str
    paragraphs: list[Paragraph]
    signer: str


def read_telegram(cable_id: str, year: int, text: str) -> Telegram:
    """Reads the telegram of this id, which was sent in this year: its own date has no century."""
    header, _, body = text.partition("\n\n¶1.")
    header = header.strip().replace("  \n", "\n")
    lines = _found(_LINES, header)
    fields = _found(_FIELDS, header)
    month = _MONTHS.index(lines["month"]) + 1
    classification, handling = _read_marking(lines["marking"])
    *_, (_, _, _, signer) = paragraphs = _PARAGRAPH.findall(f"¶1.{body}")
    return Telegram(
        id=cable_id,
        sent=datetime(year, month, int(lines["day"]), int(lines["hour"]), int(lines["minute"]), tzinfo=UTC),
        sender=_found(_STATION, cable_id)[1],
        sender_name=lines["sender"],
        classification=classification,
        handling=handling,
        tags=_TAG.findall(fields["tags"]),
        subject=fields["subject"],
        references=[Reference(*line.split(". ")) for line in (fields["references"] or "").splitlines()],
        classified_by=_write_classifier(fields),
        declassify=fields["declassify"],
        precedence=_PRECEDENCES[lines["prosign"]],
        dtg=lines["dtg"].partition(" ")[2],
        transmission=lines["transmission"],
        action=lines["action"].splitlines(),
        info=(lines["info"] or "").splitlines(),
        header=header,
        paragraphs=[Paragraph(int(number), mark, words) for number, mark, words, _ in paragraphs],
        signer=signer,
    )


def _read_marking(line: str) -> tuple[str, list[str]]:
    """Reads the classification and how the telegram may be handed on; all of these are SIPDIS."""
    if line.startswith("UNCLAS"):
        return "UNCLASSIFIED", [*line.split()[1:], "SIPDIS"]
    return line.replace(" ", ""), ["SIPDIS"]


def _write_classifier(fields: re.Match[str]) -> str:
    if not fields["person"]:
        return ""
    reasons = ", ".join(re.split(r"\W+", fields["reasons"]))
    return f"{fields['person']}, {fields['title']}; reasons {reasons}"


def _found(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    match = pattern.search(text)
    if match is None:
        raise ValueError(f"{pattern.pattern} is not in this made-up cable: {text[:200]}")
    return match
