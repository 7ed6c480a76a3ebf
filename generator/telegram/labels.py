"""Labels: what a line of a header opens a part with, in the spellings and misspellings that are held.

The order of labels is that of 5 FAH-2 H-320; the misspellings, and the distribution and drafting lines of 1973-79, are
those of public collections.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from generator.telegram.classification import is_misspelt_classification
from generator.telegram.dtg import DTG_LABEL
from generator.telegram.handling import is_caption_line, is_caption_with_note
from generator.telegram.lines import LEVEL, LEVEL_GLUED_ON
from generator.telegram.tag_words import codes_in


class Role(StrEnum):
    """What a part of a telegram is."""

    BLANK = "blank"
    TRANSMISSION = "transmission"
    DISTRIBUTION = "distribution"
    DRAFTING = "drafting"
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
    FRONT_MATTER = "front matter"
    UNKNOWN = "unknown"
    BODY = "body"

    __hash__ = str.__hash__  # Enum's own is several times slower, and roles are looked up for every line


_POST_AHEAD = r"AMEMB|AMCONS|AMCONGEN|USMISSION|SECSTATE|R(?:UE|H[EM])[A-Z]{2,5}/"
"""What only a post or its route begins with, so that a label may be glued to it."""
OFFICE = r"[A-Z]{1,6}(?:/[A-Z]{1,4})?-\d{2,3}\b"
"""An office and its number of copies: ``EUR-12``."""
_COLON = r"\s{0,3}[:;]"
_MARKED = r"(?:\s?\([A-Z/]{1,7}\))?"
SUBJECT_WORD = (
    r"(?:S\s?U\s?B\s?J\s?E\s?C\s?T\s?S?|SUBJ|SUBECT|SUBJCT|UBJECT|SUJECT|SUBJET|SUBJEC|SBJECT|SUBJECTT|SUBJJECT|SUBJEECT|SUUBJECT|"
    r"SSUBJECT|SUBEJCT|SUBJCET|SUJBECT|USBJECT|SUBJETC|SUBJ[A-Z]CT|SUB[A-Z]ECT|SUBJE[A-Z]T|SUBJEC[A-Z]|SU[A-Z]JECT|S[A-Z]BJECT|"
    r"[A-Z]UBJECT|SUBJ\.|SUBJT|SBJ|SUJB|SUBK|SUB)"
)
"""SUBJECT with a letter or two lost, doubled, swapped or mistaken."""
SUBJECT_ALONE = "SUBJECT|SUBJ|UBJECT|SUBECT|SUBJCT|SUJECT|SUBEJCT|SUBJCET|SUBJET|SUBJEC"
"""What is a label without a colon, too, since it is no other word."""
TAGS_WORD = (
    r"(?:T\s?A\s?G\s?S|TAGES|TABS|TAS|TGS|AGS|TAG|TAGSS|TAAGS|TTAGS|TAGGS|TGAS|ATGS|TASG|TAGA|TAGD|TAGX|TAGZ|TAHS|TAFS|TAQS|"
    r"RAGS|YAGS|TSGS|TAG\(S\)|TAGS/TERMS)"
)
"""TAGS with a letter lost, doubled, swapped or mistaken."""
REFERENCE_WORD = (
    r"(?:REFS?|REF\s?\(S\)|REF/S|REFS\(S\)|REFTELS?|REFTEL\(S\)|REFERENCES?|REFERENCE\(S\)|RFES?|EFS?|REFF)"
)
EXECUTIVE_ORDER_NUMBER = r"(?:E[.,]?\s?[O0][.,]?|O\.E\.|EXECUTIVE\s{1,3}ORDER(?:\s?NO\.?)?)[\s:]{0,4}\d{4,5}(?!\d)"
_NOTICE = r"(?i:[(*\s]{0,5}C\s?O\s?R\s?R\s?E\s?C\s?T\s?E\s?D\s{1,4}C\s?O\s?P\s?Y|Message Text$)"
_NOTICE_FURTHER_ON = r"(?i:.{0,60}partial extract|.{0,40}Declassified/Released U\.?S\.? Dep)"
"""These cost more than other labels, so they are looked for only in lines that hold a piece of them."""

_LABELS: tuple[tuple[Role, str], ...] = (
    (
        Role.TRANSMISSION,
        r"V?ZCZC|[ZOPR]{2} R[A-Z]{4,7}\b|DE R[A-Z]{4,7}\b|ZN[YR] |ZFD|ZFF|ZDK\b|[ZOPR][A-Z]{7} R[UH][A-Z]{3,5}",
    ),
    (Role.DTG, DTG_LABEL),
    (
        Role.DISTRIBUTION,
        rf"(?:ORIGIN|ACTION|INFO)\s{{1,8}}(?:{OFFICE}|[A-Z]{{1,5}} \d\d,)|(?:ORIGIN|ACTION)\s[A-Z]{{1,5}} \d\d$",
    ),
    (Role.DRAFTING, r"(?:DRAFTED|APPROVED|CLEARED) BY\b|CLEARANCES?\s?:|DESIRED DIST|ORIG(?:INAL)? DIST"),
    (Role.FROM, r"FM\s+\S|FM(?=AMEMB|AMCONS|USMISSION|SECSTATE)|(?i:FROM\s?:\s{0,8}\S)|FM$"),
    (Role.TO, rf"TO\s+[A-Z]|(?i:TO\s?:\s{{0,8}}[A-Z])|TO$|TO(?={_POST_AHEAD})"),
    (Role.INFO, rf"INFO\s+[A-Z]|(?i:INFO\s?:\s{{0,8}}[A-Z])|INFO$|INFO(?={_POST_AHEAD})"),
    (Role.SEPARATOR, r"BT$|-{6,}\s{0,4}[A-Z\d]{0,10}Z?[A-Z\d /]{0,30}$"),
    (Role.NOTICE, _NOTICE),
    (Role.CLASSIFICATION, rf"(?:{LEVEL})(?=$|[\s/])(?!\s+[a-z])|{LEVEL_GLUED_ON}"),
    (Role.EXECUTIVE_ORDER, rf"(?i:{EXECUTIVE_ORDER_NUMBER}|E\.\s?O\.\s?:|EO\s?:|DECL\s?:)"),
    (
        Role.TAGS,
        (
            r"(?=[TARYtary])"  # spares other lines the many spellings
            rf"(?:(?i:{TAGS_WORD}\s{{0,3}}[:;,.](?!\w\.)|TAGS{_MARKED}(?:\s|$|{_COLON}))|TAG\s+[A-Z]{{2}})"
        ),
    ),
    (
        Role.SUBJECT,
        (
            r"(?=[SUsuſ]|.[Uu])"
            rf"(?:(?i:{SUBJECT_WORD}{_MARKED}{_COLON}|SUBJECT$|SUBJ$)|(?:{SUBJECT_ALONE})\s+(?!LINE\s{{0,3}}/)\S"
            r"|SUBJECT\s?[.,-]\s)"
        ),
    ),
    (
        Role.REFERENCE,
        (
            rf"(?i:{REFERENCE_WORD}{_COLON}|(?:REFS?|REF\(S\)|REFTELS?)$"
            r"|(?:REFS?|REF\(S\)|REFTELS?)[.,]?\s+(?:\(?[A-Z][.):]|\d{2}\s?[A-Z]|(?-i:[A-Z][A-Z'’. ]{1,30}\s\d)))"
        ),
    ),
    (
        Role.CLASSIFIED_BY,
        r"(?i:(?:[A-Z]{1,6}(?:/[A-Z]{1,6})*\s?-\s?)?(?:CLASSIFIED BY|DERIVED FROM)\b|REASONS?\s?:)",
    ),
)
"""What a line opens a part with; the first of these that fits wins."""
_LABEL = re.compile("|".join(f"(?P<{role.name}>{pattern})" for role, pattern in _LABELS))
_LABEL_OR_NOTICE = re.compile(_LABEL.pattern.replace(_NOTICE, f"{_NOTICE}|{_NOTICE_FURTHER_ON}"))
_LABEL_START = re.compile(r"[\s*_#>]{0,60}(?=[A-Za-z\d.(\[*-])")
"""Indents, and the marks of Markdown in front of a label."""
_CAPTION_BEFORE_LABEL = re.compile(
    r"(?:SIPDIS|NOFORN|EXDIS|NODIS|LIMDIS|STADIS|SENSITIVE)"
    r"(?:[ /,]{1,3}(?:SIPDIS|NOFORN|EXDIS|NODIS|LIMDIS|STADIS|SENSITIVE)){0,3}"
    r"\s{1,8}(?=E\.?O\b|TAGS|SUBJ|REF|C(?:LASSIFIED|lassified) B)"
)
_GLUED_TAGS = re.compile(r"TAGS(?P<code>[A-Z]{4,60})\b")
_WITHOUT_COLON = re.compile(rf"(?:{SUBJECT_ALONE}|(?i:TAGS?))\s+[^\s:;]|(?i:{TAGS_WORD})\s{{0,3}}[,.]\s{{0,8}}[^\s:;]")
_MARK_IN_FRONT = re.compile(r"\((?:U|C|S|SBU|LOU)\)\s?(?=[A-Z]{3})", re.IGNORECASE)
_ROUTED_ADDRESSEE = re.compile(r"R(?:UE|H[EM])[A-Z]{2,5}/[A-Z][A-Z ]{1,60}\d{0,7}\Z")
"""Most lines of TO and INFO: ``RUEHRO/AMEMBASSY ROME 0432``; telling them spares them the search for a label."""
_USUAL_LABELS = {
    "FM": Role.FROM,
    "TO": Role.TO,
    "TAGS:": Role.TAGS,
    "SUBJECT:": Role.SUBJECT,
    "REF:": Role.REFERENCE,
    "REFS:": Role.REFERENCE,
}
"""Labels as they should be; with a capital behind them, they are nothing else."""
_GAP = re.compile(r"(?<=\S) {2,}")
_ROLES = dict(Role.__members__)
_LONGEST_REMEMBERED = 80


def role_of(text: str) -> Role | None:
    """Tell which part a line opens by its label; None if it opens none."""
    return _role_of_short(text) if len(text) <= _LONGEST_REMEMBERED else _find_role(text)


def behind_weak_label(text: str) -> str:
    """Give what follows a label of SUBJECT or TAGS that has no colon, and so may as well be a word of a sentence.

    It is empty where there is no such label.
    """
    stripped = text.lstrip()
    label = _WITHOUT_COLON.match(stripped)
    return stripped[label.end() - 1 :] if label else ""


def _find_role(text: str) -> Role | None:
    if "  " in text:  # a tab was there, or columns
        text = _GAP.sub(" ", text)
    labels = _labels_for(text)
    word, _, value = text.partition(" ")
    if labels is _LABEL and word in _USUAL_LABELS and "A" <= value[:1] <= "Z":
        return _USUAL_LABELS[word]
    start = _find_start(text)
    if start < 0 or (labels is _LABEL and text[0] == "R" and _ROUTED_ADDRESSEE.match(text)):
        return None
    stripped = text[start:]
    label = labels.match(stripped)
    if label is None and stripped.startswith("(") and (mark := _MARK_IN_FRONT.match(stripped)):
        label = labels.match(stripped, mark.end())
    if label is not None and label.lastgroup is not None:
        return _ROLES[label.lastgroup]
    if stripped.startswith("TAGS") and (glued := _GLUED_TAGS.match(stripped)) and codes_in(glued["code"]):
        return Role.TAGS
    if is_caption_line(stripped) or _CAPTION_BEFORE_LABEL.match(stripped) or is_caption_with_note(stripped):
        return Role.HANDLING
    return Role.CLASSIFICATION if is_misspelt_classification(stripped) else None


def _find_start(text: str) -> int:
    """Find where a label may begin; -1 where none may."""
    if "A" <= text[:1] <= "Z":
        return 0
    start = _LABEL_START.match(text)
    return start.end() if start else -1


def _labels_for(text: str) -> re.Pattern[str]:
    """Give the pattern for the labels of a line: it is the dear one where the line may be a notice."""
    lowered = text.lower()
    return _LABEL_OR_NOTICE if "xtract" in lowered or "/re" in lowered else _LABEL


def without_decoration(text: str) -> str:
    """Leave out what may stand in front of a label: an indent, marks of Markdown, a portion mark."""
    stripped = text[max(_find_start(text), 0) :]
    mark = _MARK_IN_FRONT.match(stripped)
    return stripped[mark.end() :] if mark and _labels_for(text).match(stripped, mark.end()) else stripped


_role_of_short = lru_cache(maxsize=2048)(_find_role)
"""Headers repeat each other's lines, addressees above all: remembering is much cheaper than looking again."""
