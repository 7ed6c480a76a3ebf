"""The signer: the surname in capitals at the end of a telegram (5 FAH-2; public collections)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.telegram.lines import LEVEL, Line
from generator.telegram.reference_words import OFFICES
from generator.vocabulary import TAG_CODES

_WORD = r"(?:Mc|Mac|D['’])?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’`-]*[A-ZÀ-ÖØ-Þ]"
_SIGNER = re.compile(
    rf"(?:[A-Z]\.\s?|ST\. ){{0,2}}{_WORD}(?:,?\s{_WORD}|,?\s[JS]R\.|\s[A-Z]\.|\sY|\sE){{0,4}}(?:\s?\(?ACTING\)?)?\Z"
)
_TWO = re.compile(rf"(?P<first>{_WORD})/(?P<second>{_WORD})\Z")
_SHORTEST_OF_TWO = 3
_SECTIONS = frozenset("POL ECON PAS PAO MGT MGMT CON CONS CONGEN DCM AMB POLOFF ECONOFF ADMIN".split())
_NOTE = re.compile(r"NOTE\s?(?::|BY\b)")
_NOT_A_SIGNER = re.compile(
    r"(?:BEGIN|END|COMMENT|SUMMARY|TEXT|ANNEX|UNQUOTE|QUOTE|UNQTE|QTE|NOTE|BT|NNNN|SIPDIS|NOFORN|EXDIS|NODIS|LIMDIS|STADIS"
    r"|ACTION REQUEST|MINIMIZE|SEPTEL|REFTEL|CONTINUED|WARNING|UNCLAS|PAGE|SECTION|ACTING|FINAL|REGARDS|NIACT"
    rf"|SENSITIVE|ENCLOSURES?|ATTACHMENTS?|APPENDIX|BIO|BIOS|CLASSIFIED|CABLE ENDS|OMITTED|DELETED|{LEVEL})\b"
)
_BEHIND_SENTENCE = re.compile(
    r"(?P<word>[A-Za-z]{2,20})[\"”)]{0,2}[.?!][\"”)]{0,2}\s{1,8}(?P<name>[A-ZÀ-ÖØ-Þ'’-]{4,20})\Z"
)
_TITLES = frozenset(
    "MR MRS MS DR ST GEN LT COL MAJ CAPT CDR ADM SGT AMB PRES SEN REP GOV MIN SEC PROF REV MSGR HON INT GENL DEP ASST "
    "NO NOS VS FT MT PT INC LTD CO CORP DEPT UNIV JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC".split()
)
"""What ends in a full stop before a name or a number, and ends no sentence."""
_CLOSING = re.compile(r"[-=_*~#.<>]+\Z")
_CLASSIFIED = re.compile(LEVEL)
_GLUED_LEVEL = re.compile(r"\b(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)\b")
_SENTENCE_END = re.compile(r"[.?!:;][\"”’')\]]*\Z")
_DANGLING = re.compile(
    r"\b(?:THE|AN?|OF|AND|OR|FOR|TO|IN|ON|AT|BY|WITH|FROM|ITS|HIS|HER|THEIR|OUR|ITS|IS|WAS|ARE|THAT|AS|NEW|,)\Z|[,-]\Z",
    re.IGNORECASE,
)
_LEAST_FULL_LINE = 40
_LONGEST = 40


def split_signer(lines: Sequence[Line], header: Sequence[Line] = ()) -> tuple[Sequence[Line], str, int]:
    """Cut the signer off the end of a body whose artefacts are left out.

    Args:
        lines: those of the body.
        header: those of the telegram's own header, which names the posts that no signer is called after.

    Returns:
        The lines of the text, the signer in capitals (empty if there is none), and the number of the signer's line.
    """
    end = len(lines)
    while end and not lines[end - 1].text:
        end -= 1
    at = end
    while at and (not lines[at - 1].text or _CLOSING.match(lines[at - 1].text.strip())):
        at -= 1
    at = _above_note(lines, at)
    last = lines[at - 1].text.strip().rstrip("#") if at else ""
    if last.islower() and _is_all_small(lines[max(at - 3, 0) : at - 1], header):
        last = last.upper()
    if (
        at > 1
        and is_signer(last)
        and not (_is_post(last, header) or _wraps(lines, at - 1) or _ends_list(lines, at - 1))
    ):
        return [*lines[: at - 1], *lines[at:end]], last, lines[at - 1].number
    if at and (cut := _cut_behind_sentence(lines[at - 1].text, header)):
        line = lines[at - 1]
        text = Line(line.number, line.text[:cut].rstrip(), line.start)
        return [*lines[: at - 1], text, *lines[at:end]], line.text[cut:].strip().rstrip("#"), line.number
    return lines[:end], "", 0


def _is_all_small(above: Sequence[Line], header: Sequence[Line]) -> bool:
    """Tell whether a telegram is all in small letters, its signer, below the end of a sentence, among them."""
    before = next((line.text for line in reversed(above) if line.text), "")
    return _SENTENCE_END.search(before[-4:]) is not None and "".join([line.text for line in header]).islower()


def _above_note(lines: Sequence[Line], at: int) -> int:
    """Go up from a note that a communications centre put below the signer, a line with blank ones above, if so."""
    if at < 3 or lines[at - 2].text or not _NOTE.match(lines[at - 1].text.lstrip()):  # noqa: PLR2004 - three lines
        return at
    above = at - 1
    while above and not lines[above - 1].text:
        above -= 1
    return above if above and is_signer(lines[above - 1].text.strip()) else at


def _cut_behind_sentence(text: str, header: Sequence[Line]) -> int:
    """Find where a name stands behind the last sentence, as in 1973-79: ``PLEASE SAY SO. ROE``; 0 if none does."""
    stripped = text.rstrip("# ")
    found = _BEHIND_SENTENCE.search(stripped[-_LONGEST:])
    if found is None or found["word"].upper() in _TITLES or not is_signer(found["name"]):
        return 0
    return 0 if _is_post(found["name"], header) else len(stripped) - len(found["name"])


def is_signer(text: str) -> bool:
    """Tell whether a line has the form of a signer: ``DAALDER``, ``VAN DER MEER``, ``O'BRIEN (ACTING)``."""
    return (
        len(text) <= _LONGEST
        and (_SIGNER.match(text) is not None or _are_two(text))
        and not _NOT_A_SIGNER.match(text)
        and text.strip("X") != ""
        and not _GLUED_LEVEL.search(text)
    )


def _are_two(text: str) -> bool:
    """Tell two names (``DAALDER/ROE``) from offices and TAGS (``POL/ECON``)."""
    two = _TWO.match(text) if "/" in text else None
    return two is not None and all(
        len(name) >= _SHORTEST_OF_TWO and name not in OFFICES and name not in _SECTIONS and name not in TAG_CODES
        for name in two.groups()
    )


def _is_post(name: str, header: Sequence[Line]) -> bool:
    """Tell whether a name is that of the post which sent the telegram."""
    for line in header:
        if name not in line.text:
            continue
        text = line.text.strip().rstrip("0123456789 ")
        if text.endswith(f" {name}") and (text.startswith("FM ") or _CLASSIFIED.match(text)):
            return True
    return False


def _ends_list(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the two lines above are of the same form: then all are a list, of cities or of names."""
    above = [line.text.strip() for line in lines[max(index - 2, 0) : index]]
    return len(above) == 2 and all(map(is_signer, above))  # noqa: PLR2004 - two lines


def _wraps(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line above must go on: then a last word below it belongs to it, and is no signer."""
    at = index - 1
    while at > 0 and not lines[at].text:
        at -= 1
    if at < index - 1 and lines[index].number - lines[at].number == index - at:  # blank lines, and no artefact
        return False
    text = lines[at].text
    if _SENTENCE_END.search(text[-4:]):
        return False
    return _DANGLING.search(text[-8:]) is not None or (len(text) >= _LEAST_FULL_LINE and text.isupper())
