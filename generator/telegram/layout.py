"""Finds the parts of a telegram: every line belongs to exactly one.

A telegram has a fixed order (transmission lines, date-time group, addressees, classification, captions, E.O., TAGS,
SUBJECT, REF, Classified By, paragraphs), and every rule of it is broken somewhere. So each line is first looked at
by itself: does it open a part by its label? If not, it goes on with the part before it, where that part may go on;
or it is an unknown line of the header, where more of the header follows; or the body begins here. A line that holds
the end of one part and the beginning of another is taken apart first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.telegram import unread_front_matter
from generator.telegram.any_case import role_in_any_case
from generator.telegram.glued import find_glued
from generator.telegram.labels import Role, behind_weak_label, role_of
from generator.telegram.lines import BARE_LEVEL, PAGE_LINE, PARAGRAPH, PORTION_MARK, Line
from generator.telegram.parts import LATE, Layout, Part, put_above, put_together
from generator.telegram.tag_words import is_line_of_tags
from generator.telegram.wrapping import (
    ends_part,
    goes_on_after_page,
    is_addressee,
    is_dashes,
    is_distribution,
    is_drafting,
    is_one_reference,
    is_reference_item,
    is_stray_mark,
    label_stands_alone,
    serial_stands_last,
)

__all__ = ["Layout", "Part", "Role", "find_layout", "role_of"]

# Each is looked at for every line, and a name of its own is several times faster than an Enum's attribute.
_BLANK, _BODY, _SEPARATOR, _UNKNOWN = Role.BLANK, Role.BODY, Role.SEPARATOR, Role.UNKNOWN
_CLASSIFICATION, _HANDLING, _NOTICE = Role.CLASSIFICATION, Role.HANDLING, Role.NOTICE
_TAGS, _SUBJECT, _REFERENCE = Role.TAGS, Role.SUBJECT, Role.REFERENCE

_GOES_ON = {
    Role.TRANSMISSION,
    Role.DISTRIBUTION,
    Role.DRAFTING,
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
"""The roles whose part may take in the unlabelled lines that follow it without a blank line; `ends_part` says which."""
_ADDRESSEES = {Role.TO, Role.INFO}
_GOES_ON_ACROSS_PAGES = {Role.TO, Role.INFO, Role.EXECUTIVE_ORDER, Role.TAGS, Role.REFERENCE, Role.CLASSIFIED_BY}
_CORE = {Role.DTG, Role.CLASSIFICATION, Role.EXECUTIVE_ORDER, Role.TAGS, Role.SUBJECT}
_OPENS_FRAGMENT = _CORE | LATE | {Role.TRANSMISSION, Role.DISTRIBUTION, Role.FROM, Role.TO, Role.INFO}
"""What shows that a text is the header of a telegram, or a piece of one."""
_ANYWHERE = LATE | {Role.HANDLING, Role.NOTICE}
"""The roles that a line below the subject may still open."""
_UPPER = {Role.DTG, Role.FROM, Role.TO, Role.INFO, Role.TRANSMISSION, Role.DISTRIBUTION, Role.DRAFTING}
_EARLY_LINES = 120
"""Some telegrams go to a hundred posts before they say anything else."""
_FIRST_LINES = 12
_LOOK_AHEAD = 12
_MOST_TAKEN_APART = 30
"""No header has so many parts; without an end, a line of nothing but labels would take the square of its length."""
_MOST_LINES = 5_000  # the longest headers have some hundreds; what is longer is no header, and costs less as text
_SHORTEST_GLUED = len("N/A TAGS: X")


def find_layout(lines: Sequence[Line]) -> Layout:
    """Give every line of a telegram its role."""
    above = unread_front_matter.count_lines(lines)
    below = _layout_below(lines[above:] if above else lines)
    return put_above(lines[:above], Role.FRONT_MATTER, below) if above else below


def _layout_below(lines: Sequence[Line]) -> Layout:
    if not _has_header(lines):
        return _without_header(lines)
    finding = _Finding(list(lines))
    roles = finding.roles()
    return put_together(finding.lines, roles)


def _has_header(lines: Sequence[Line]) -> bool:
    """Tell whether a text has any of a header: one of its main parts, or at its beginning any other."""
    looked_at = 0
    numbered = False
    for line in lines[:_EARLY_LINES]:
        if not line.text:
            continue
        role = role_of(line.text)
        numbered = numbered or PARAGRAPH.match(line.text) is not None
        if numbered and role is _CLASSIFICATION and BARE_LEVEL.match(line.text.strip()):
            return False  # the level below the text of a body
        if role in _CORE or (role in _OPENS_FRAGMENT and looked_at < _FIRST_LINES):
            return True
        if _opens_marked_paragraph(line.text):
            return False
        if looked_at < _FIRST_LINES and find_glued(line.text, _UNKNOWN, set()) is not None:
            return True
        looked_at += 1
    return False


class _Finding:
    """The roles of a telegram's lines while they are found, from the first line to the last of the header.

    Attributes:
        lines: all lines; one that holds the end of a part and the beginning of another is taken apart.
        current: the part that the line before belongs to, if it may go on.
        broken_off: the part that a page's end may have cut in two.
        seen: the roles so far.
        addressees: whether TO or INFO came last.
        waiting: whether a label stood alone on its line, so that its value is still to come.
        taken_apart: how many lines were.
    """

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.current: Role | None = None
        self.broken_off: Role | None = None
        self.seen: set[Role] = set()
        self.addressees = Role.TO
        self.waiting = False
        self.taken_apart = 0

    def roles(self) -> list[Role]:
        """Give the roles of the header's lines; the lines beyond them are the body."""
        roles: list[Role] = []
        for index, line in enumerate(self.lines):  # what is cut off a line comes next
            text = line.text
            if not text:
                role = _BLANK
                if not self.waiting:
                    self.current = None
            elif index < _MOST_LINES and (role := self._next(index, text)) is not _BODY:
                self._note(self._take_apart(index, text, role), role)
            else:
                break
            roles.append(role)
        return roles

    def _note(self, text: str, role: Role) -> None:
        """Note the role of a line, so that the next one is seen against it."""
        page = role is _SEPARATOR and "PAGE" in text and _is_page_line(text)
        if role is _HANDLING and (self.current is _TAGS or self.broken_off is _TAGS):  # it slipped in
            self.broken_off = _TAGS
        elif not page and not (self.broken_off and role is _CLASSIFICATION and BARE_LEVEL.match(text.strip())):
            self.broken_off = role if role in _GOES_ON_ACROSS_PAGES else None
        if role in _ADDRESSEES:
            self.addressees = role
        if not page or not self.waiting:
            self.waiting = role in LATE and label_stands_alone(text)
            self.current = role
        self.seen.add(role)

    def _take_apart(self, index: int, text: str, role: Role) -> str:
        """Take a line apart where another part begins within it, and give what is left of it."""
        if len(text) < _SHORTEST_GLUED or role is _NOTICE or self.taken_apart == _MOST_TAKEN_APART:
            return text
        at = find_glued(text, role, self.seen)
        if at is None:
            return text
        line = self.lines[index]
        if line.start and role is self.current:
            return text  # what was cut off turned out to be of the same part: its label is none
        self.taken_apart += 1
        head = text[:at].rstrip(" ")
        self.lines[index : index + 1] = [
            Line(line.number, head, line.start),
            Line(line.number, text[at:], line.start + at),
        ]
        return head

    def _next(self, index: int, text: str) -> Role:
        """Decide the role of one line with text from it, the part before it and what has been seen so far."""
        if "PAGE" in text and _is_page_line(text):
            return self.current if self.current in _GOES_ON_ACROSS_PAGES and not self.waiting else _SEPARATOR
        opened = role_of(text)
        if opened is not None and self._is_label(opened, text):
            return opened
        if _SUBJECT not in self.seen and not text.isupper() and (role := role_in_any_case(text, self.seen)):
            return role
        if not "A" <= text[0] <= "Z" and (  # with no letter begins a paragraph's number
            (self.seen & _CORE and self._opens_paragraph(text)) or _opens_marked_paragraph(text)
        ):
            return _BODY
        if self.current in _GOES_ON and not ends_part(self.current, text, self._before(index)):
            return self.current
        return self._unlabelled(index)

    def _before(self, index: int) -> str:
        return self.lines[index - 1].text if index else ""

    def _is_label(self, role: Role, text: str) -> bool:
        """Tell whether a line that begins like a label is one here.

        A label of the upper header below the subject is text, such as a heading 'INFO FOR VISITORS'; so is a second
        SUBJECT without a colon in a subject, or a line that begins with the word TAGS and goes on as a sentence.
        """
        if (role is _SUBJECT or role is _TAGS) and (value := behind_weak_label(text)):
            if role in self.seen and not self.waiting:
                return False
            if role is _TAGS:
                return is_line_of_tags(value)
        if _SUBJECT not in self.seen or role in _ANYWHERE:
            return True
        if role is _SEPARATOR:
            return text.strip() == "BT"
        return role is _CLASSIFICATION and bool(BARE_LEVEL.match(text.strip()) or serial_stands_last(text))

    def _opens_paragraph(self, text: str) -> bool:
        """Tell a numbered paragraph, or in REF also one with a portion mark only, from a numbered reference."""
        number = PARAGRAPH.match(text)
        if self.current is not _REFERENCE:
            return number is not None
        mark = PORTION_MARK.match(text.lstrip() if number is None else text, number.end() if number else 0)
        if number is None:
            return mark is not None and mark[0].startswith("(") and not is_one_reference(text.lstrip()[mark.end() :])
        return number["marked"] is not None or mark is not None or not is_one_reference(text[number.end() :])

    def _unlabelled(self, index: int) -> Role:
        """Decide the role of a line that opens nothing and goes on with nothing."""
        text = self.lines[index].text
        if self.broken_off and goes_on_after_page(self.broken_off, text) and self._before_is_break(index):
            return self.broken_off
        if self.broken_off is _TAGS and is_line_of_tags(text, only_known=True):
            return _TAGS
        if _REFERENCE in self.seen and is_reference_item(text) and not PARAGRAPH.match(text):
            return _REFERENCE
        if not self.seen & {_SUBJECT, _TAGS, Role.EXECUTIVE_ORDER} and (role := self._of_upper_header(text)):
            return role
        if not self._more_header_follows(index):
            return _SEPARATOR if is_dashes(text) and self._underlines(index) else _BODY
        return _SEPARATOR if is_dashes(text) else _UNKNOWN

    def _before_is_break(self, index: int) -> bool:
        """Tell whether a page ended directly above: a page line, with blank lines and a bare level at most."""
        for line in reversed(self.lines[max(0, index - 6) : index]):
            if _is_page_line(line.text):
                return True
            if line.text and not BARE_LEVEL.match(line.text.strip()):
                return False
        return False

    def _underlines(self, index: int) -> bool:
        """Tell dashes right below the subject, with nothing below them, from those above a heading of the body."""
        below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return self.current is _SUBJECT and (not below or self._opens_paragraph(below))

    def _of_upper_header(self, text: str) -> Role | None:
        """Tell the lines that only the upper header has: more addressees, and what 1973-79 printed above FM."""
        if self.seen & _ADDRESSEES:
            return self.addressees if _CLASSIFICATION not in self.seen and is_addressee(text.upper()) else None
        if Role.DISTRIBUTION in self.seen and is_distribution(text):
            return Role.DISTRIBUTION
        if Role.DRAFTING in self.seen and Role.FROM not in self.seen and is_drafting(text):
            return Role.DRAFTING
        return _SEPARATOR if Role.FROM not in self.seen and is_stray_mark(text) else None

    def _more_header_follows(self, index: int) -> bool:
        """Look for another label a little further down, before any numbered paragraph."""
        wanted = LATE if _SUBJECT in self.seen else LATE | _CORE | {Role.FROM, Role.TO}
        if not self.seen & LATE:
            wanted = wanted | _UPPER
        for line in self.lines[index + 1 : index + 1 + _LOOK_AHEAD]:
            if PARAGRAPH.match(line.text):
                return False
            if line.text and (role := role_of(line.text)) in wanted and self._is_label(role, line.text):
                return True
        return False


def _is_page_line(text: str) -> bool:
    return "PAGE" in text and PAGE_LINE.match(text.strip()) is not None


def _opens_marked_paragraph(text: str) -> bool:
    """Tell a numbered paragraph with a pilcrow or a portion mark, which nothing of a header looks like."""
    number = PARAGRAPH.match(text)
    if number is None:
        return False
    if number["marked"] is None and PORTION_MARK.match(text, number.end()) is None:
        return False
    return "CLASSIFIED BY" not in text[:80].upper() or number["marked"] is not None


def _without_header(lines: Sequence[Line]) -> Layout:
    """A text without any part of a header is a body, but for notices above it."""
    above = takewhile(lambda line: not line.text or role_of(line.text) is _NOTICE, lines)
    roles = [_NOTICE if line.text else _BLANK for line in above]
    return put_together(lines, roles)
