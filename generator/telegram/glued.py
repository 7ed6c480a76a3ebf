"""Glued parts: where in a line of a header another part begins, since the line feed between them was lost.

What may follow hangs on the part that the line belongs to, and on what was there already: a telegram has one subject,
so a second ``SUBJECT:`` is a word of something else. A label inside a sentence needs its colon, and a value that
looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from generator.telegram.labels import EXECUTIVE_ORDER_NUMBER, Role
from generator.telegram.lines import LEVEL

_LATE = re.compile(
    rf"(?P<EXECUTIVE_ORDER>(?<![A-Za-z.]){EXECUTIVE_ORDER_NUMBER}(?=\s?[:;,.]|\s+(?:DECL|N/A|GDS|XGDS)))"
    r"|(?P<TAGS>(?:(?<![A-Za-z])(?i:TAGE?S?|TABS|TGS|AGS)|(?<=[A-Z\d)/.])TAGS)\s?[:;])"
    r"|(?P<SUBJECT>(?:(?<![A-Za-z])(?i:SUBJECT|SUBJ|SUBECT|SUBJCT|UBJECT|SUJECT|SUBEJCT|SUBJCET)"
    r"|(?<=[A-Z\d)/.])SUBJ(?:ECT)?)\s?[:;])"
    r"|(?P<REFERENCE>(?:(?<![A-Za-z(])(?i:REF(?:S|\(S\)|TELS?|ERENCES?)?)|(?<=[A-Z\d)/.])REFS?)\s?[:;]"
    r"(?=\s{0,3}(?:\(?[A-Z][.)]|\d{2,4}[\s-]?[A-Z]{2}|[A-Z][A-Z'’. ]{1,30}\s?\d|$)))"
    r"|(?P<LOOSE_REFERENCE>(?<![A-Za-z(])REFS?\s(?=\(?A[.)]\s?(?:\d{2}\s?)?[A-Z]{2}|\d{2}\s[A-Z]{3,20}\s\d))"
    r"|(?P<CLASSIFIED_BY>(?<![A-Z])C(?:lassified|LASSIFIED) [Bb][Yy]\s?:|(?<![a-z])Classified By\b"
    r"|(?<![A-Z])CLASSIFIED BY\b(?=.{2,120}?\b1\.[45]\b))"
    r"|(?P<PARAGRAPH>(?:(?<=\s)|(?<=[.)]))(?:¶\s?1\s?\.?|1\.)\s{0,3}\(?(?:C|S|U|SBU|LOU|TS)(?:/{1,2}[A-Z]{2,6})?\)|(?<=\s)¶1\.)"
    r"|(?P<HANDLING>(?<=\s)SIPDIS(?=\s{0,3}$|\s+(?:E\.?O|TAGS|SUBJ|REF|DEPT|STATE)\b))"
)
_WEAK_SUBJECT = re.compile(r"(?<=[\sA-Z\d),])(?<![A-Z]{5})SUBJ(?:ECT)?\s(?!TO\b)(?=\S)")
_WEAK_TAGS = re.compile(r"(?<=\s)TAGS\s(?=[A-Z]{2,5}(?:[,\s]|$))")
_POST = r"(?=R[A-Z]{4,7}\s?/|AMEMB|AMCON|SECSTATE|USMISSION|USDEL|ALL\s|[A-Z ]{3,30}COLLECTIVE)"
_DTG = r"(?:[ZOPR]\s){1,2}\d{6}Z\s[A-Z]{3}\s\d{2}\b"
_FROM = r"FM\s(?=[A-Z]{3})"
_TO = rf"TO\s{_POST}"
_INFO = rf"INFO\s{_POST}"
_CLASSIFICATION = (
    rf"(?:{LEVEL})(?!\sSERVICE)(?=\s(?:SECTION \d{{1,3}} OF \d{{1,3}} |[A-Z/ ]{{0,20}}// ?)?"
    r"[A-Z][A-Z'’. ]{1,40}\s\d{4,7}\b)"
)
_FOLLOWS = {
    role: re.compile(rf"\s(?P<label>{'|'.join(labels)})")
    for role, labels in {
        Role.TRANSMISSION: (_DTG, _FROM),
        Role.DTG: (_FROM, _TO),
        Role.FROM: (_TO, _INFO, _CLASSIFICATION),
        Role.TO: (_INFO, _CLASSIFICATION),
        Role.INFO: (_CLASSIFICATION,),
    }.items()
}
"""What may follow each part of the upper header on its line."""
_ONCE = {Role.TAGS, Role.SUBJECT}
_OWN_LABEL = re.compile(r"\s{0,12}[^\s:;]{1,14}(?:\s\d{5}|\s[Bb][Yy])?\s?[:;](?:\s?(?:DECL|decl|Decl)\s?:)?")
_SIGN = re.compile(
    r":|;|¶|REFS?\s|SUBJ|C(?:lassified|LASSIFIED) [Bb][Yy]|1\.\s{0,3}\(|SIPDIS|TAGS"
    r"|E[.,]?\s?[O0][.,]?\s?\d{4}|EXECUTIVE"
)
"""What no line lacks behind its own label if it holds the label of another part.

Each way begins with one certain character, which lets the search skip all others.
"""


def find_glued(text: str, role: Role, seen: AbstractSet[Role]) -> int | None:
    """Find where the next part begins within a line.

    Args:
        text: the line.
        role: the part that its beginning belongs to.
        seen: the roles above this line's.

    Returns:
        The index of the label's first character, or None if the line is of one part.
    """
    follows = _FOLLOWS.get(role)
    upper = follows.search(text) if follows else None
    found = upper.start("label") if upper else None
    if _may_hold_late(text):
        end = len(text) if found is None else found
        late_found = _find_late(text[:end], role, seen | {role})
        return late_found if late_found is not None else found
    return found


def _may_hold_late(text: str) -> bool:
    """Tell whether a line may hold labels of the lower header at all."""
    own = _OWN_LABEL.match(text) if ":" in text or ";" in text else None
    return _SIGN.search(text, own.end() if own else 1) is not None


def _find_late(text: str, role: Role, seen: AbstractSet[Role]) -> int | None:
    start = 1 + len(text) - len(text.lstrip())
    for found in _LATE.finditer(text, start):
        name = (found.lastgroup or "").removeprefix("LOOSE_")
        if name == "PARAGRAPH":
            if Role.SUBJECT in seen or role in {Role.TAGS, Role.EXECUTIVE_ORDER, Role.REFERENCE, Role.CLASSIFIED_BY}:
                return found.start()
            continue
        other = Role[name]
        if other is role or (other in _ONCE and other in seen):
            continue
        if text[: found.start()].strip(" \t([*_#>").strip() == "":
            continue
        return _earlier(text, role, seen, found.start())
    return _earlier(text, role, seen, None)


def _earlier(text: str, role: Role, seen: AbstractSet[Role], at: int | None) -> int | None:
    """Prefer a label without a colon that stands before: behind TAGS or an E.O. line nothing else is a word."""
    if role in {Role.TAGS, Role.EXECUTIVE_ORDER, Role.HANDLING}:
        end = len(text) if at is None else at
        for other, pattern in ((Role.TAGS, _WEAK_TAGS), (Role.SUBJECT, _WEAK_SUBJECT)):
            if other is not role and other not in seen and (weak := pattern.search(text, 1, end)):
                return weak.start()
    return at
