"""Artefacts: lines that transmission, not the author, put into a body.

``VALLETTA 00000118  001.2 OF 003``; ``PAGE 02 ROME 01196 01 OF 02``; a classification line repeated on its own; the
whole header of the next section of a telegram that was sent in several. They stay in the source view and are left
out of the reading text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.telegram.layout import Role, role_of
from generator.telegram.lines import LEVEL, Line

_SECTION_COUNT = re.compile(r"[A-Z][A-Z'’. ]{1,40}\s\d{5,8}\s{1,4}\d{3}(?:\.\d)?\sOF\s\d{3}\Z")
_PAGE = re.compile(r"(?:TO\s+)?PAGE\s\d{1,3}(?:\s+OF\s+\d{1,3}\Z|\s+[A-Z]|\Z)")
_CLOSING = re.compile(r"(?:N{4}|BT|#\d{0,6}|!!!!)\Z")
_BARE_LEVEL = re.compile(rf"(?:{LEVEL})(?:\s?//\s?[A-Z /]{{1,40}})?\Z")
_NEXT_SECTION = re.compile(rf"(?:(?:{LEVEL}).{{0,40}}SECTION\s?\d{{1,3}}\s?OF\s?\d{{1,3}}|VZCZC)")
_MOST_HEADER_LINES = 60


def is_artefact(text: str) -> bool:
    """Tell whether a line of a body is none of the author's."""
    stripped = text.strip()
    if not stripped or not (stripped[0].isupper() or stripped[0] in "#!"):
        return False
    return any(pattern.match(stripped) for pattern in (_SECTION_COUNT, _PAGE, _CLOSING, _BARE_LEVEL))


def strip_section_headers(lines: Sequence[Line]) -> list[Line]:
    """Leave out the headers of further sections: each is replaced by one artefact line at its place."""
    kept: list[Line] = []
    index = 0
    while index < len(lines):
        if _NEXT_SECTION.match(lines[index].text.strip()):
            end = _end_of_header(lines, index)
            kept.append(Line(lines[index].number, "NNNN"))
            index = end
        else:
            kept.append(lines[index])
            index += 1
    return kept


def _end_of_header(lines: Sequence[Line], start: int) -> int:
    """Find where the text goes on after a section's header: at the first line that is no part of one.

    Labelled lines and what follows them without a blank line belong to the header.
    """
    in_part = True
    end = start + 1
    for index in range(start + 1, min(len(lines), start + _MOST_HEADER_LINES)):
        text = lines[index].text
        if not text:
            in_part = False
        elif _is_header_line(text) or in_part:
            in_part = True
            end = index + 1
        else:
            break
    return end


def _is_header_line(text: str) -> bool:
    return role_of(text) not in {None, Role.NOTICE}
