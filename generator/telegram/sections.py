"""Sections: a long telegram was sent in several, each with a header of its own in the middle of the text.

The header of a further section repeats most of the first one: transmission lines, date-time group, addressees,
classification, captions, E.O., TAGS, SUBJECT (5 FAH-2; ACP 121). Between the telegrams of 1973-79 stands a routing
block as well (``ACTION EUR-12``, ``INFO  OCT-01  /066 W``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from generator.telegram.layout import Role, role_of
from generator.telegram.lines import LEVEL, Line, squeeze

_NUMBER = r"(?:\d{1,3}|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)"
_WORD = r"SEC(?:T(?:ION)?)?\.?\s{0,3}"
_SECTION = (
    rf"(?:(?:FINAL\s{{1,3}})?{_WORD}{_NUMBER}\s{{0,3}}OF\s{{0,3}}{_NUMBER}\b"
    rf"|FINAL\s{{1,3}}{_WORD}OF\b(?:\s{{1,3}}{_NUMBER}\b)?)"
)
_CLASSIFIED_SECTION = re.compile(rf"(?:{LEVEL})(?![A-Z])[A-Z /,-]{{0,40}}?\b{_SECTION}[A-Z\d '’./-]{{0,60}}\Z")
_SECTION_ALONE = re.compile(rf"{_SECTION}(?:\s[A-Z][A-Z'’. ]{{1,40}}\s\d{{4,8}})?\Z")
_TRANSMISSION = re.compile(
    r"VZCZC[A-Z\d]{0,12}\Z|PAGE\s{1,3}0?1\s{1,9}[A-Z][A-Z'’. ]{1,40}\s\d{3,}[A-Z\d .:/-]{0,60}\Z"
)
_SECTION_AHEAD = 80
"""How many lines the header of a section may have above its classification line: some go to a hundred posts."""
_UNMISTAKABLE = {Role.TRANSMISSION, Role.DTG, Role.SEPARATOR, Role.HANDLING, Role.EXECUTIVE_ORDER, Role.TAGS}
"""What the header of a further section may hold that no author begins a line with."""
_ROUTED = re.compile(r"(?:TO|INFO|XMT)?\s{0,3}R[A-Z]{4,7}\s?/|(?:FM|TO|INFO)\s(?:AM|US|SEC|R[A-Z]{5})[A-Z]")
_ROUTING_BLOCK = re.compile(
    r"(?:ACTION|INFO|ORIGIN)\s{1,4}[A-Z]{1,5}-\d\d|[A-Z]{1,5}-\d\d\s|/?\d{1,3}(?:\s[A-Z])?\Z|-{6,}"
)
_REASONS = re.compile(r"\b1\.[45]\b|\bREASON", re.IGNORECASE)
_SHORTEST_REPEATED = 9
_MOST_LOOKED_THROUGH = 20_000
"""Characters; each may be a whole line of addressees, and no header is longer."""


def may_begin_section(text: str) -> bool:
    """Tell whether the header of a further section may begin with a line."""
    return text.isupper() and (opens_section(text.strip()) or _TRANSMISSION.match(text.strip()) is not None)


class RepeatedHeader:
    """A telegram's own header, in which lines that may repeat it are looked up."""

    def __init__(self, header: Sequence[Line]) -> None:
        self._lines = {squeeze(line.text) for line in header}
        self._text = squeeze(" ".join(line.text for line in header))[:_MOST_LOOKED_THROUGH]

    def __contains__(self, text: str) -> bool:
        words = squeeze(text)
        return words in self._lines or (len(words) >= _SHORTEST_REPEATED and words in self._text)


def end_of_section_header(
    lines: Sequence[Line], start: int, repeated: RepeatedHeader, is_artefact: Callable[[str], bool]
) -> int:
    """Find where the text goes on after the header of a section.

    A line that neither can be but a header's nor repeats one of the first header is the author's: the text may
    go on without a blank line, and then nothing else tells it from a wrapped subject.

    Args:
        lines: those of the body.
        start: the index of the header's first line.
        repeated: the telegram's own header.
        is_artefact: tells the other lines that transmission put there.

    Returns:
        The index behind the header's last line.
    """
    end = _section_line(lines, start) or start + 1
    for index in range(end, len(lines)):
        text = lines[index].text
        if text and not (_is_header_line(text, repeated) or is_artefact(text)):
            break
        end = index + 1
    return end


@lru_cache(maxsize=1024)
def opens_section(text: str) -> bool:
    """Tell whether a line, without margins, says which section of a telegram begins: its classification line does."""
    if "OF" not in text or "SEC" not in text:
        return False
    return _CLASSIFIED_SECTION.match(text) is not None or _SECTION_ALONE.match(text) is not None


def _section_line(lines: Sequence[Line], start: int) -> int:
    """Give the index behind a section's classification line, where only a header's lines stand above it; else 0."""
    for index in range(start, min(start + _SECTION_AHEAD, len(lines))):
        text = lines[index].text.strip()
        if opens_section(text):
            return index + 1
        if text and not text.isupper() and not _ROUTING_BLOCK.match(text):
            return 0
    return 0


def _is_header_line(text: str, repeated: RepeatedHeader) -> bool:
    role = role_of(text)
    stripped = text.strip()
    if role in _UNMISTAKABLE or text in repeated or may_begin_section(text):
        return True
    if role is Role.SUBJECT:
        return ":" in stripped[:12]
    if role is Role.CLASSIFIED_BY:
        return _REASONS.search(stripped) is not None
    return stripped.isupper() and (_ROUTED.match(stripped) is not None or _ROUTING_BLOCK.match(stripped) is not None)
