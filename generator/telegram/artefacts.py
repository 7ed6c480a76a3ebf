"""Artefacts: lines that transmission, not the author, put into a body.

``VALLETTA 00000118  001.2 OF 003``; ``PAGE 02 ROME 01196 01 OF 02``; a classification line repeated on its own; the
whole header of the next section of a telegram that was sent in several; the stamp of whoever released it. They stay
in the source view and are left out of the reading text. Those that name a post, serial, level or caption must name the
telegram's own: see `own`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from generator.record import Record
from generator.telegram.handling import is_caption_line
from generator.telegram.lines import BARE_LEVEL, LEVEL, PAGE_LINE, Line
from generator.telegram.own import Own
from generator.telegram.sections import RepeatedHeader, end_of_section_header, may_begin_section
from generator.telegram.signer import is_signer

_POST = r"[A-Z][A-Z'’. ]{1,40}"
_COUNT = r"\s{1,4}\d{3}(?:\.\d)?\s{1,3}OF\s{1,3}\d{3}"
_CAPTION = r"(?:SENSITIVE|NOFORN|EXDIS|NODIS|LIMDIS|STADIS|SIPDIS|FOUO|FOR OFFICIAL USE ONLY|ORCON|REL [A-Z, ]{2,30})"
_IN_CAPITALS = re.compile(
    rf"(?:{_POST}\s\d{{5,8}}{_COUNT}"
    rf"|{_POST}\s\d{{4,8}}\s{{1,4}}(?:\d\d OF \d\d\s{{1,4}})?\d{{6}}Z(?:\s[A-Z]{{3}}\s\d\d)?"
    rf"|(?:TO\s)?PAGE\s{{1,3}}\d{{1,3}}\s{{1,8}}R[A-Z]{{4,7}}\s{{1,3}}#?\d{{3,6}}(?:/\d\d)?[A-Z\d .:/-]{{0,60}}"
    rf"|(?:{LEVEL})(?:\s?[-/,(\s]{{1,3}}{_CAPTION}\)?){{0,3}}(?:\s?//\s?[A-Z /]{{1,40}})?"
    rf"(?:\s{{1,9}}PAGE\s{{1,3}}\d{{1,3}}(?:\s{{1,9}}OF\s{{1,3}}\d{{1,3}})?)?"
    rf"|(?:{LEVEL})\s{{1,3}}{_POST}\s\d{{4,8}}"
    r"|N{4,8}|BT|#\d{0,6}|!!!!|<{1,3}\s?END(?: OF (?:DOCUMENT|MESSAGE|TELEGRAM|CABLE))?\s?>{0,3}"
    r"|MINIMIZE CONSIDERED\.?|NOTE BY OC/?T:?.{0,60}|RELEASED? IN (?:FULL|PART)\b.{0,40}|DECLASSIFIED"
    r"|=*\s?CABLE ENDS\s?=*)\Z"
)
_STAMP = re.compile(
    r"(?:[A-Z][\w.' ]{2,40}\s)?Declassified/Released\s{1,3}US Department of State.{0,60}\Z"
    r"|(?:UNCLASSIFIED|RELEASED? IN (?:FULL|PART)).{0,20}U\.S\. Department of State Case No\..{0,80}\Z"
)
_EXTRACT = re.compile(
    r"\W{0,3}(?:this (?:record|document|text|cable) (?:is|contains|holds) (?:only )?(?:a |an )?(?:partial )?extract\b"
    r"|(?:a )?partial extract of the original cable\b|the full text of the original cable is not available\b).{0,90}\Z",
    re.IGNORECASE,
)
_SIGNS = "#!<="
_ONLY_AT_BREAK = {"DECLASSIFIED"}
"""What a stamp says in a word that an author may put on a line as well."""
_LONGEST = 150
_SHORT = 40
_NEAR = 8
_MOST_LOOKED_THROUGH = 20_000
_WITHIN_A_LINE = re.compile(
    rf"(?<![\w'’])(?P<post>{_POST})\s(?P<serial>\d{{5,8}}){_COUNT}(?!\d)"
    rf"|(?:\bTO )?\bPAGE\s{{1,3}}\d\d\s{{1,8}}(?P<of_page>{_POST})\s(?P<of_page_serial>\d{{4,8}})"
    r"\s[A-Z\d .:/-]{0,40}?\d{6}Z\b"
)


class Stripped(Record, frozen=True):
    """The lines of a body without its artefacts.

    Attributes:
        lines: those that are the author's, blank ones among them, in their order.
        artefacts: the numbers of the lines that are left out.
        extract: one of them says that the text is not the whole cable.
        shortened: the numbers of those out of whose middle an artefact was cut.
    """

    lines: tuple[Line, ...]
    artefacts: tuple[int, ...]
    extract: bool = False
    shortened: tuple[int, ...] = ()


def is_artefact(text: str) -> bool:
    """Tell whether a line has the form of what transmission, an archive or a publisher put into a body."""
    stripped = text.strip()
    if not stripped or len(stripped) > _LONGEST:
        return False
    return _is_short_artefact(stripped) if len(stripped) <= _SHORT else _is_artefact(stripped)


def _is_artefact(stripped: str) -> bool:
    if stripped.isupper() or stripped[0] in _SIGNS:
        return (
            _IN_CAPITALS.match(stripped) is not None
            or PAGE_LINE.match(stripped) is not None
            or is_caption_line(stripped)
            or _STAMP.match(stripped) is not None
            or is_extract_notice(stripped)
        )
    return is_extract_notice(stripped) or (" of State" in stripped and _STAMP.match(stripped) is not None)


_is_short_artefact = lru_cache(maxsize=1024)(_is_artefact)
"""Headings and ends of pages come again and again."""


def is_extract_notice(text: str) -> bool:
    """Tell whether a line says that the text is not the whole cable; a public collection put it there."""
    lowered = text.lower()
    return ("extract" in lowered or "full text" in lowered) and _EXTRACT.match(text.strip()) is not None


def strip_artefacts(lines: Sequence[Line], header: Sequence[Line], own: Own) -> Stripped:
    """Leave out the artefacts of a body, and the headers of further sections.

    Args:
        lines: those of the body.
        header: those of the telegram's own header, most of which a further section repeats.
        own: what that header names.
    """
    left_out = set(_artefacts(lines, header, own))
    kept = [line for line in lines if line.number not in left_out] if left_out else lines
    artefacts = tuple(sorted(left_out))
    extract = bool(left_out) and any(line.number in left_out and is_extract_notice(line.text) for line in lines)
    if not any(map(_may_hold_artefact, lines)):
        return Stripped(tuple(kept), artefacts, extract)
    known = "\n".join([line.text for line in header])[:_MOST_LOOKED_THROUGH]
    cut = [_without_artefact(line, known, own) for line in kept]
    return Stripped(
        tuple(cut), artefacts, extract, tuple(a.number for a, b in zip(kept, cut, strict=True) if a is not b)
    )


def _may_hold_artefact(line: Line) -> bool:
    """Tell whether one may be run together with a line. To look for one capital first is many times faster."""
    text = line.text
    return ("G" in text and "PAGE" in text) or ("F" in text and " OF 0" in text)


def _artefacts(lines: Sequence[Line], header: Sequence[Line], own: Own) -> Iterator[int]:
    """Yield the numbers of the lines that are no text. Those not in capitals stand near the beginning or the end."""
    last = len(lines) - _NEAR
    repeated: RepeatedHeader | None = None
    end = 0
    for index, line in enumerate(lines):
        text = line.text
        if not text:
            continue
        if index < end:
            yield line.number
            continue
        in_capitals = text.isupper()
        if not (in_capitals or not _NEAR < index < last or text.lstrip()[0] in _SIGNS):
            continue
        if in_capitals and may_begin_section(text) and ("PAGE" not in text or own.may_say(text.strip())):
            repeated = repeated or RepeatedHeader(header)
            end = end_of_section_header(lines, index, repeated, is_artefact)
        if index < end or (is_artefact(text) and (_is_own(text, own) or _stands_at_break(lines, index, own))):
            yield line.number


def _is_own(text: str, own: Own) -> bool:
    """Tell whether a line in the form of an artefact is one wherever it stands."""
    stripped = text.strip()
    return not stripped.isupper() or (stripped not in _ONLY_AT_BREAK and own.may_say(stripped))


def _stands_at_break(lines: Sequence[Line], index: int, own: Own) -> bool:
    """Tell whether a bare level stands beside what parts two pages, or closes the telegram below its signer.

    An archive may have marked the pages with another level than the author's.
    """
    text = lines[index].text.strip()
    if not (BARE_LEVEL.match(text) or text in _ONLY_AT_BREAK):
        return False
    above = _neighbour(lines[max(index - _NEAR, 0) : index][::-1])
    below = _neighbour(lines[index + 1 : index + 1 + _NEAR])
    if any(is_artefact(each) and _is_own(each, own) and not is_caption_line(each) for each in (above, below) if each):
        return True
    return index >= len(lines) - _NEAR and not below and all(map(is_signer, above.split("/")))


def _neighbour(lines: Iterable[Line]) -> str:
    """Give the first of some lines that says anything else than a level."""
    texts = (line.text.strip() for line in lines)
    return next((text for text in texts if text and not BARE_LEVEL.match(text) and text not in _ONLY_AT_BREAK), "")


def _without_artefact(line: Line, known: str, own: Own) -> Line:
    """Cut artefacts out of a line into which they were run together with the text around them.

    Args:
        line: the line.
        known: the telegram's header, which holds the names of posts.
        own: what they must name.
    """
    text = line.text
    if " OF " not in text and "PAGE " not in text:
        return line
    pieces: list[str] = []
    end = 0
    for found in _WITHIN_A_LINE.finditer(text):
        if not own.is_named(found["post"] or found["of_page"], found["serial"] or found["of_page_serial"]):
            continue
        start = found.start() + (_start_of_post(found["post"], known) if found["post"] else 0)
        pieces.append(text[end:start])
        end = found.end()
    pieces.append(text[end:])
    if len(pieces) == 1 or not any(map(str.strip, pieces)):
        return line
    return Line(line.number, _put_together(pieces))


def _put_together(pieces: Sequence[str]) -> str:
    """Join what is left of a line with single spaces, but for a word that was cut in two."""
    joined = [pieces[0]]
    for piece in pieces[1:]:
        glued = joined[-1][-1:].islower() and piece[:1].islower()
        joined += [piece] if glued else [" ", piece.lstrip()]
    return "".join(joined).rstrip()


def _start_of_post(words: str, known: str) -> int:
    """Find where the post's name begins in capitals that may hold words of the text: ``THE BUOY PORT LOUIS``."""
    starts = [0, *(index + 1 for index, each in enumerate(words) if each == " ")]
    return next((start for start in starts if words[start:].strip() and words[start:].strip() in known), starts[-1])
