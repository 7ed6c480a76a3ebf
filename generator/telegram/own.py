"""What a telegram says of itself: only a line that repeats it can be an artefact of its transmission.

A body may quote another telegram's page line, hold ``SECRET`` alone on a line, or name the caption of a note. Page
lines, counts of sections and repeated classifications name the post, serial and level of the telegram that they cut in
two; a line that names others is the author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.telegram.any_case import is_level_line
from generator.telegram.classification import ClassificationLine, parse_classification
from generator.telegram.dtg import parse_dtg
from generator.telegram.handling import is_caption_line, parse_captions
from generator.telegram.labels import Role, role_of
from generator.telegram.lines import LEVEL, Line
from generator.telegram.misspelt import one_slip_apart
from generator.telegram.stations import station_code
from generator.telegram.transmission import parse_station_serial
from generator.vocabulary import FOUO, UNCLASSIFIED

_LEVEL = re.compile(rf"(?:{LEVEL})(?![A-Z])")
_POST_AND_SERIAL = re.compile(
    r"(?:TO\s)?(?:PAGE\s{1,3}\d{1,3}\s{1,8})?(?P<post>[A-Z][A-Z'’. ]{1,40}?)\s{1,8}#?(?P<serial>\d{3,8})\b"
)
_PAGE = re.compile(r"(?:TO\s)?PAGE\s")
_NOT_OF_NAME = re.compile(r"[^A-Z]")
_FROM = re.compile(r"\s*(?i:FM)\s+(?:R[A-Z]{4,7}/)?(?P<name>.{1,60})")
_SHORTEST_CUT = 4
"""Letters. Page lines cut the post's name: ``PORT AU PR``, ``VALLET``."""
_MOST_LINES = 500
"""No header is longer, and what is taken for one may be."""
_DE_COUNTS_TO = 10_000
"""The DE line has the last four digits of the serial."""


class Own:
    """The posts, serials, levels and captions that a telegram's own header names; looked up when first asked."""

    def __init__(self, header: Sequence[Line]) -> None:
        self._lines = header
        self._header: list[str] = []
        self._known = False
        self._posts: set[str] = set()
        self._serials: set[int] = set()
        self._levels: set[str] = set()
        self._captions: set[str] = set()
        self._groups: set[str] = set()

    def may_say(self, text: str) -> bool:
        """Tell whether a line in the form of an artefact names nothing that contradicts the header.

        Where the header names no post, no level or nothing at all, there is nothing to contradict.
        """
        self._read()
        level = _LEVEL.match(text)
        if level and self._levels and _level_of(text) not in self._levels:
            return False
        rest = text[level.end() :].lstrip() if level else text
        named = _POST_AND_SERIAL.match(rest)
        if named:
            return self.is_named(named["post"], named["serial"], damaged_serial=level is None)
        if level or not self._header:
            return True
        return self._captions.issuperset(parse_captions(text).captions)

    def is_named(self, post: str, serial: str, *, damaged_serial: bool = True) -> bool:
        """Tell whether post and serial are this telegram's.

        Args:
            post: as written; words of the text may stand in front.
            serial: its digits.
            damaged_serial: the form is that of transmission alone, so that the post is enough; else the serial must be
                the telegram's but for one slip.
        """
        self._read()
        number = int(serial)
        if not (self._posts or self._serials) or number in self._serials or number % _DE_COUNTS_TO in self._serials:
            return True
        if not damaged_serial and not any(one_slip_apart(str(number), str(each)) for each in self._serials):
            return False
        return any(map(self.is_post, _tails(post)))

    def is_exactly(self, post: str, serial: int) -> bool:
        """Tell whether post and serial are this telegram's, to the digit; what the header has not may be."""
        self._read()
        if self._serials and not {serial, serial % _DE_COUNTS_TO} & self._serials:
            return False
        return not self._posts or any(map(self.is_post, _tails(post)))

    def is_sent(self, text: str) -> bool:
        """Tell whether a line has the telegram's date-time group; an empty line has none."""
        self._read()
        return _group(text) in self._groups

    @property
    def says_when_it_was_sent(self) -> bool:
        """The header has a date-time group."""
        self._read()
        return bool(self._groups)

    def is_post(self, name: str) -> bool:
        """Tell whether a name is that of the telegram's post, cut or with one slip at most."""
        self._read()
        letters = _NOT_OF_NAME.sub("", name)
        if letters in self._posts or station_code(name) in self._posts:
            return True
        if len(letters) < _SHORTEST_CUT:
            return False
        return any(each.startswith(letters) or one_slip_apart(letters, each) for each in self._posts)

    def _read(self) -> None:
        if self._known:
            return
        self._known = True
        self._header = [line.text.strip() for line in self._lines[:_MOST_LINES] if line.text]
        for index, text in enumerate(self._header):
            role = role_of(text)
            if role is None and not text.isupper():
                role = _role_of_small(text.upper())
            if role is Role.CLASSIFICATION:
                below = self._header[index + 1] if index + 1 < len(self._header) else ""
                self._take_classification(text, below)
            elif role is Role.HANDLING:
                self._captions.update(parse_captions(text).captions)
            elif role is Role.TRANSMISSION:
                self._serials.add(parse_station_serial(text))
            elif _PAGE.match(text) and (page := _POST_AND_SERIAL.match(text)):
                self._take_names(page["post"])
                self._serials.add(int(page["serial"]))
            elif role is Role.DTG:
                self._groups.add(_group(text))
            elif sender := read_sender(text):
                self._take_names(sender)
        self._serials.discard(0)
        self._posts.discard("")
        self._groups.discard("")

    def _take_classification(self, text: str, below: str) -> None:
        line = parse_classification(text)
        if line is None:
            return
        self._levels.add(_level(line))
        self._captions.update(line.captions)
        if not line.serial and role_of(below) is None and (more := parse_classification(f"{text} {below}")):
            line = more  # post and serial stand on a line of their own
        if line.serial:
            self._serials.add(line.serial)
            self._take_names(line.post)

    def _take_names(self, post: str) -> None:
        self._posts |= {_NOT_OF_NAME.sub("", post), station_code(post)}


def read_sender(text: str) -> str:
    """Give the name on an FM line; empty if a line is none."""
    found = _FROM.match(text)
    return found["name"].strip().upper() if found else ""


def _group(text: str) -> str:
    """Give a line's date-time group in one spelling; empty if it has none."""
    read = parse_dtg(text)
    if read is None:
        return ""
    return f"{read.sent:%y%m%d%H%M}" if read.sent else "".join(read.text.upper().split())


def _tails(words: str) -> Iterator[str]:
    """Yield what may be a post's name at the end of some words."""
    pieces = words.split()
    return (" ".join(pieces[start:]) for start in range(len(pieces)))


def _role_of_small(capitals: str) -> Role | None:
    """Tell a line of level or captions that was not in capitals."""
    if is_level_line(capitals):
        return Role.CLASSIFICATION
    return Role.HANDLING if is_caption_line(capitals) else None


def _level_of(text: str) -> str:
    line = parse_classification(text)
    return _level(line) if line else ""


def _level(line: ClassificationLine) -> str:
    return UNCLASSIFIED if line.level == FOUO else line.level
