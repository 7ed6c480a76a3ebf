"""Artefacts: lines that transmission, not the author, put into a body.

``VALLETTA 00000118  001.2 OF 003``; ``PAGE 02 ROME 01196 01 OF 02``; a classification line repeated on its own; the
whole header of the next section of a telegram that was sent in several. They stay in the source view and are left
out of the reading text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.telegram.layout import Role, role_of
from generator.telegram.lines import BARE_LEVEL, LEVEL, PAGE_LINE, Line, squeeze

_SECTION_COUNT = re.compile(r"[A-Z][A-Z'’. ]{1,40}\s\d{5,8}\s{1,4}\d{3}(?:\.\d)?\sOF\s\d{3}\Z")
_CLOSING = re.compile(r"(?:N{4}|BT|#\d{0,6}|!!!!)\Z")
_NEXT_SECTION = re.compile(
    rf"(?:(?:{LEVEL}).{{0,40}}SECTION\s?\d{{1,3}}\s?OF\s?\d{{1,3}}[A-Z\d '’./-]{{0,60}}|VZCZC[A-Z\d]{{0,12}})\Z"
)
_UNMISTAKABLE = {Role.TRANSMISSION, Role.DTG, Role.SEPARATOR, Role.HANDLING, Role.EXECUTIVE_ORDER, Role.TAGS}
"""What the header of a further section may hold that no author begins a line with."""


def is_artefact(text: str) -> bool:
    """Tell whether a line of a body is none of the author's."""
    stripped = text.strip()
    if not stripped or not (stripped[0].isupper() or stripped[0] in "#!"):
        return False
    return any(pattern.match(stripped) for pattern in (_SECTION_COUNT, PAGE_LINE, _CLOSING, BARE_LEVEL))


def strip_section_headers(lines: Sequence[Line], header: Sequence[Line] = ()) -> list[Line]:
    """Leave out the headers of further sections: each is replaced by one artefact line at its place.

    Args:
        lines: those of the body.
        header: those of the telegram's own header, most of which a further section repeats.
    """
    starts = [index for index, line in enumerate(lines) if _NEXT_SECTION.match(line.text.lstrip())]
    if not starts:
        return list(lines)
    repeated = {squeeze(line.text) for line in header}
    kept: list[Line] = []
    end = 0
    for start in starts:
        if start >= end:
            kept += [*lines[end:start], Line(lines[start].number, "NNNN")]
            end = _end_of_header(lines, start, repeated)
    return [*kept, *lines[end:]]


def _end_of_header(lines: Sequence[Line], start: int, repeated: set[str]) -> int:
    """Find where the text goes on after a section's header.

    A line that neither can be but a header's nor repeats one of the first header is the author's: the text may
    go on without a blank line, and then nothing else tells it from a wrapped subject.
    """
    end = start + 1
    for index in range(start + 1, len(lines)):
        text = lines[index].text
        if text and not _is_header_line(text, repeated):
            break
        end = index + 1
    return end


def _is_header_line(text: str, repeated: set[str]) -> bool:
    return (
        squeeze(text) in repeated
        or role_of(text) in _UNMISTAKABLE
        or is_artefact(text)
        or _NEXT_SECTION.match(text.lstrip()) is not None
    )
