"""Finds the parts of a telegram: every line belongs to exactly one.

A telegram has a fixed order (transmission lines, date-time group, addressees, classification, captions, E.O., TAGS,
SUBJECT, REF, Classified By, paragraphs), and every rule of it is broken somewhere. So each line is first looked at
by itself: does it open a part by its label? If not, it goes on with the part before it, where that part may go on;
or it is an unknown line of the header, where more of the header follows; or the body begins here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from generator.record import Record
from generator.telegram.handling import is_caption_line
from generator.telegram.lines import BARE_LEVEL, LEVEL, PAGE_LINE, PARAGRAPH, PORTION_MARK, Line


class Role(StrEnum):
    """What a part of a telegram is."""

    BLANK = "blank"
    TRANSMISSION = "transmission"
    DTG = "dtg"
    FROM = "from"
    TO = "to"
    INFO = "info"
    SEPARATOR = "separator"
    CLASSIFICATION = "classification"
    HANDLING = "handling"
    EXECUTIVE_ORDER = "executive order"
    TAGS = "tags"
    SUBJECT = "subject"
    REFERENCE = "reference"
    CLASSIFIED_BY = "classified by"
    NOTICE = "notice"
    UNKNOWN = "unknown"
    BODY = "body"

    __hash__ = str.__hash__  # Enum's own is several times slower, and roles are looked up for every line


class Part(Record, frozen=True):
    """Neighbouring lines of one role."""

    role: Role
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines as they stand."""
        return "\n".join(line.text for line in self.lines)


class Layout(Record, frozen=True):
    """All parts of a telegram in their order; together they hold each of its lines once.

    Attributes:
        parts: the last of them is the body.
        by_role: the same parts.
        body: the lines of the body.
        header: all lines above it.
    """

    parts: tuple[Part, ...]
    by_role: dict[Role, list[Part]]
    body: tuple[Line, ...]
    header: tuple[Line, ...]

    def all(self, role: Role) -> list[Part]:
        """Give the parts of one role."""
        return self.by_role.get(role, [])

    def first(self, role: Role) -> Part | None:
        """Give the first part of a role, or None."""
        return next(iter(self.all(role)), None)


_LABELS: tuple[tuple[Role, str], ...] = (
    (Role.TRANSMISSION, r"VZCZC|[ZOPR]{2} R[A-Z]{4,7}\b|DE R[A-Z]{4,7}\b|ZN[YR] |ZFD|ZFF|ZDK\b"),
    (Role.DTG, r"(?i:(?:(?:[ZOPR]|NIACT) ){0,3}\d{6}\s?Z\s?[A-Z]{3,9}\.?\s?(?:19|20)?\d{2}\b)"),
    (Role.FROM, r"FM\s+\S"),
    (Role.TO, r"TO\s+[A-Z]"),
    (Role.INFO, r"INFO\s+(?![A-Z]{1,6}-\d)[A-Z]"),
    (Role.SEPARATOR, r"BT$"),
    (Role.NOTICE, r"(?i:C\s?O\s?R\s?R\s?E\s?C\s?T\s?E\s?D\s+C\s?O\s?P\s?Y|.{0,60}partial extract)"),
    (Role.CLASSIFICATION, rf"(?:{LEVEL})(?=$|[\s/])(?!\s+[a-z])"),
    (Role.EXECUTIVE_ORDER, r"(?i:(?:E\.?\s?O\.?|O\.E\.|EXECUTIVE ORDER)[\s:]*\d{4,5}(?!\d)|DECL\s?:)"),
    (Role.TAGS, r"(?i:(?:TAGS|TAGES|TABS|TAS|TGS|AGS|TAG)\s?[:;,.]|TAGS(?:\s|$))|TAG\s+[A-Z]{2}"),
    (
        Role.SUBJECT,
        r"(?i:(?:SUBJECT|SUBJ|SUBECT|SUBJCT|UBJECT|SUJECT)\s?[:;]|SUBJECT$)|SUBJECT\s+(?!LINE\s{0,3}/)\S",
    ),
    (
        Role.REFERENCE,
        (
            r"(?i:(?:REF|REFS|REF\(S\)|REFTELS?|REFERENCES?)\s?[:;]"
            r"|REFS?\s+(?:\(?[A-Z][.):]|\d{2}\s?[A-Z]|(?-i:[A-Z][A-Z'’. ]{1,30}\s\d)))"
        ),
    ),
    (
        Role.CLASSIFIED_BY,
        r"(?i:(?:[A-Z]{1,6}(?:/[A-Z]{1,6})*\s?-\s?)?(?:CLASSIFIED BY|DERIVED FROM)\b|REASONS?\s?:)",
    ),
)
"""What a line opens a part with; the first of these that fits wins."""
_LABEL = re.compile("|".join(f"(?P<{role.name}>{pattern})" for role, pattern in _LABELS))
_LABEL_START = re.compile(r"[A-Za-z\d. ]")

_GOES_ON = {
    Role.TRANSMISSION,
    Role.FROM,
    Role.CLASSIFICATION,
    Role.TO,
    Role.INFO,
    Role.EXECUTIVE_ORDER,
    Role.TAGS,
    Role.SUBJECT,
    Role.REFERENCE,
    Role.CLASSIFIED_BY,
}
"""The roles whose part may take in the unlabelled lines that follow it without a blank line; `_ends` says which."""

_GOES_ON_ACROSS_PAGES = _GOES_ON - {Role.TRANSMISSION, Role.FROM, Role.CLASSIFICATION, Role.SUBJECT}

_CORE = {Role.DTG, Role.CLASSIFICATION, Role.EXECUTIVE_ORDER, Role.TAGS, Role.SUBJECT}
_LATE = {Role.EXECUTIVE_ORDER, Role.TAGS, Role.SUBJECT, Role.REFERENCE, Role.CLASSIFIED_BY}
_ANYWHERE = _LATE | {Role.HANDLING, Role.NOTICE}
"""The roles that a line below the subject may still open."""
_MAY_STAND_ALONE = {Role.SUBJECT, Role.TAGS, Role.REFERENCE}
_LABELS_ALONE = {"SUBJECT", "SUBJ", "TAGS", "REF", "REFS"}
_LONGEST_REMEMBERED = 80
_EARLY_LINES = 120
"""Some telegrams go to a hundred posts before they say anything else."""
_LOOK_AHEAD = 12
_SUBJECT_ENDS = re.compile(r"(?:SUMMARY|SUMMAY|THIS IS AN ACTION)", re.IGNORECASE)
_SERIAL_LAST = re.compile(r"\d{4,7}$")
_ROUTING = re.compile(r"(?:R[UH][A-Z]{3,6}(?:\s{1,3}|$))+$")
_ROUTE = re.compile(r"R[A-Z]{4,7}\s?/")
_POST_AND_SERIAL = re.compile(r"[A-Z][A-Z'’. ]{1,40} \d{4,7}\Z")
_REFERENCE_ITEM = re.compile(r"\s*(?:\(?[A-Z]\)|¶?[A-Z]\.|[A-Z]\s-)\s?\S")


def role_of(text: str) -> Role | None:
    """Tell which part a line opens by its label; None if it opens none."""
    return _role_of_short(text) if len(text) <= _LONGEST_REMEMBERED else _find_role(text)


def _find_role(text: str) -> Role | None:
    if not _LABEL_START.match(text):
        return None
    stripped = text.lstrip()
    label = _LABEL.match(stripped)
    if label is not None and label.lastgroup is not None:
        return Role[label.lastgroup]
    return Role.HANDLING if is_caption_line(stripped) else None


_role_of_short = lru_cache(maxsize=8192)(_find_role)
"""Headers repeat each other's lines, addressees above all: remembering is much cheaper than looking again."""


def find_layout(lines: Sequence[Line]) -> Layout:
    """Give every line of a telegram its role."""
    if not any(role_of(line.text) in _CORE for line in lines[:_EARLY_LINES]):
        return _without_header(lines)
    roles: list[Role] = []
    current: Role | None = None
    seen: set[Role] = set()
    for index in range(len(lines)):
        role = _next_role(lines, index, current, seen)
        if role is Role.BODY:
            return _layout(lines, roles)
        roles.append(role)
        if role is not Role.BLANK:
            seen.add(role)
            current = role
        elif not _value_still_to_come(lines, index, current):
            current = None
    return _layout(lines, roles)


def _next_role(lines: Sequence[Line], index: int, current: Role | None, seen: set[Role]) -> Role:
    """Decide the role of one line from the line, the part before it and what has been seen so far."""
    text = lines[index].text
    if not text:
        return Role.BLANK
    if "PAGE" in text and PAGE_LINE.match(text.strip()):
        return current if current in _GOES_ON_ACROSS_PAGES else Role.SEPARATOR
    opened = role_of(text)
    if opened is not None and not _belongs_to_body(opened, text, seen):
        return opened
    if seen & _CORE and _opens_paragraph(text, current):
        return Role.BODY
    if current in _GOES_ON and not _ends(current, text):
        return current
    return _unlabelled(lines, index, seen)


def _unlabelled(lines: Sequence[Line], index: int, seen: set[Role]) -> Role:
    """Decide the role of a line that opens nothing and goes on with nothing."""
    text = lines[index].text
    if Role.REFERENCE in seen and _REFERENCE_ITEM.match(text) and not PARAGRAPH.match(text):
        return Role.REFERENCE
    return Role.UNKNOWN if _more_header_follows(lines, index, seen) else Role.BODY


def _belongs_to_body(role: Role, text: str, seen: set[Role]) -> bool:
    """A label of the upper header below the subject is text, such as a heading 'INFO FOR VISITORS'."""
    if Role.SUBJECT not in seen or role in _ANYWHERE:
        return False
    return role is not Role.CLASSIFICATION or not (BARE_LEVEL.match(text.strip()) or _SERIAL_LAST.search(text))


def _opens_paragraph(text: str, current: Role | None) -> bool:
    """Only a portion mark tells a numbered paragraph from a numbered reference."""
    number = PARAGRAPH.match(text)
    if number is None or current is not Role.REFERENCE:
        return number is not None
    return number["marked"] is not None or PORTION_MARK.match(text, number.end()) is not None


def _ends(role: Role, text: str) -> bool:
    """Tell whether an unlabelled line is more than a part can go on with."""
    if role is Role.SUBJECT:
        return _SUBJECT_ENDS.match(text) is not None
    if role is Role.FROM:  # the label TO was lost
        return _ROUTE.match(text) is not None
    if role is Role.TRANSMISSION:
        return _ROUTING.match(text) is None
    return role is Role.CLASSIFICATION and _POST_AND_SERIAL.match(text) is None


def _value_still_to_come(lines: Sequence[Line], index: int, current: Role | None) -> bool:
    """A label may stand alone, its value below a blank line: ``SUBJECT:``, then nothing, then the subject."""
    return current in _MAY_STAND_ALONE and lines[index - 1].text.strip().rstrip(":;").upper() in _LABELS_ALONE


def _more_header_follows(lines: Sequence[Line], index: int, seen: set[Role]) -> bool:
    """Look for another label a little further down, before any numbered paragraph."""
    wanted = _LATE if Role.SUBJECT in seen else _LATE | _CORE | {Role.FROM, Role.TO}
    for line in lines[index + 1 : index + 1 + _LOOK_AHEAD]:
        if PARAGRAPH.match(line.text):
            return False
        if line.text and role_of(line.text) in wanted:
            return True
    return False


def _without_header(lines: Sequence[Line]) -> Layout:
    """A text without any part of a header is a body, but for notices above it."""
    roles: list[Role] = []
    for line in lines:
        if line.text and role_of(line.text) is not Role.NOTICE:
            break
        roles.append(Role.NOTICE if line.text else Role.BLANK)
    return _layout(lines, roles)


def _layout(lines: Sequence[Line], roles: Sequence[Role]) -> Layout:
    """Put neighbouring lines of one role together; the lines beyond the roles are the body."""
    parts: list[Part] = []
    start = 0
    for index in range(1, len(roles) + 1):
        if index == len(roles) or roles[index] is not roles[start] or _opens_again(lines[index], roles[start]):
            parts.append(Part(roles[start], tuple(lines[start:index])))
            start = index
    body = tuple(lines[len(roles) :])
    parts.append(Part(Role.BODY, body))
    by_role: dict[Role, list[Part]] = {}
    for part in parts:
        by_role.setdefault(part.role, []).append(part)
    return Layout(tuple(parts), by_role, body, tuple(lines[: len(roles)]))


def _opens_again(line: Line, role: Role) -> bool:
    """Two REF blocks may follow each other without a blank line; their labels tell them apart."""
    return (role in _LATE or role is Role.FROM) and role_of(line.text) is role
