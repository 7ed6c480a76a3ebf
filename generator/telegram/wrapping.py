"""Wrapping: with which unlabelled lines a part of a header goes on, and which end it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from generator.telegram.labels import OFFICE, REFERENCE_WORD, SUBJECT_WORD, TAGS_WORD, Role
from generator.telegram.tag_words import is_line_of_tags

_SUMMARY = re.compile(
    r"(?:\(?[CSU]\)\s{0,3}|\(SBU\)\s{0,3})?(?:BEGIN |EXECUTIVE )?(?:SUMM?AR?Y|INTRODUCTION|COMMENT|KEY POINTS?)"
    r"(?:\s?(?:AND|/|&)\s?[A-Z]{1,20}(?: [A-Z]{1,20})?)?\s{0,3}(?:[:.]|-{1,3}(?!\w)|\Z)",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"(?:\(?(?:[CSU]|SBU)\)\s{0,3})?(?:(?i:THIS IS AN? (?:JOINT |URGENT |)?ACTION"
    r"|THIS (?:CABLE|MESSAGE|TELEGRAM) (?:IS|CONTAINS|HAS|WAS)\b"
    r"|THIS IS A (?:JOINT|COORDINATED|GUIDANCE|FOLLOW)|ACTION REQUEST(?:ED)?\s{0,3}(?:[:.-]|\Z)|BEGIN (?:TEXT|SUMMARY)"
    r"|PARA(?:GRAPH)? \d{1,2} (?:IS|CONTAINS)|(?:INDEX|TABLE OF CONTENTS)\s{0,3}(?::|\Z)))"
)
_CAPTION_PROSE = re.compile(
    r"(?i:\(?(?:NOT (?:FOR|INTENDED FOR) (?:INTERNET|PUBLIC|DISTRIBUTION|FURTHER)\b.{0,60}"
    r"|SENSITIVE(?: BUT UNCLASSIFIED)?"
    r"|PLEASE (?:PROTECT|HANDLE)\b.{0,60}|(?:FOR )?OFFICIAL USE ONLY|PROTECT ACCORDINGLY"
    r"|NO DISTRIBUTION OUTSIDE .{0,60}|(?:HANDLE AS )?SBU|LIMITED DISTRIBUTION|NO FORN)[\s.)]{0,4})\Z"
)
_PASSING = re.compile(r"(?:DEPT|DEPARTMENT|STATE)(?: (?:ALSO|PLEASE|PLS))? (?:PASS (?:TO )?[A-Z]{2,}|FOR [A-Z]{1,6}/)")
"""To whom the Department shall pass a telegram, or which of its bureaus it is for: ``STATE PASS USTR``."""
_OF_WHOLE_TEXT = re.compile(
    r"\((?:TS|SBU|LOU|FOUO|[SCU])[^()]{0,20}ENTIRE (?:TEXT|MESSAGE|CABLE|TELEGRAM|DOCUMENT)\s?\)\.?\s*\Z", re.IGNORECASE
)
"""The mark of all paragraphs, on a line of its own."""
_MARKED_TEXT = re.compile(r"\((?:TS|SBU|LOU|[SCU])(?:/NF)?\)\s{1,4}(?=[A-Z])")
_SENTENCE = re.compile(
    r"[\"“'(]?[A-Z][a-z']{0,20}(?: [\w'’-]{1,30},?){0,6}?"
    r" [a-z]{2,20},? (?:[a-z]{1,20},? ){0,3}[a-z]{2,20}\b"
)
_DASHES = re.compile(r"\s*(?:[-=_*~]\s{0,8}){3,}\Z")
_ROUTING = re.compile(r"(?:R[UH][A-Z]{3,6}(?:\s{1,3}|$))+$")
_ROUTE = re.compile(r"R[A-Z]{4,7}\s?/")
_POST_AND_SERIAL = re.compile(r"[A-Z][A-Z'’. ]{1,40} \d{4,7}\Z")
_SERIAL_LAST = re.compile(r"\d{4,7}$")
_REFERENCE_ITEM = re.compile(r"\s*(?:\(?[A-Z]\)|¶?[A-Z]\.|[A-Z]\s-)\s?\S")
_REFERENCE = re.compile(
    r"\s*(?:(?:(?:19|20)?\d{2}|O\d)[\s-]{0,2})?"
    r"(?!(?:[A-Z]{1,6} )?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\b)"
    r"[A-Z][A-Z'’. ]{1,30}[\s-]{0,2}\d{1,7}(?:-\d{2})?\s{0,3}(?:\([A-Z\d ]{1,20}\))?\s?[.,;]?\Z"
)
"""A line that is one reference and nothing else."""
_ADDRESSEE = re.compile(
    r"\s*(?:R[A-Z]{4,7}\s?/\s?\S|(?:AMEMB|AMCON|USMISSION|USDEL|USINT|USOFFICE|USLO|SECSTATE|SECDEF|USUN\b|USNATO|JCS\b|CINC|"
    r"XMT\b|[A-Z ]{3,40} COLLECTIVE\b))"
)
_COPIES = r"/\d{3}\s?[A-Z]{0,2}"
_OFFICES_OF_1968 = rf"(?:[A-Z]{{1,5}} \d\d,\s?)+(?:[A-Z]{{1,5}} \d\d|{_COPIES})?"
_DISTRIBUTION = re.compile(rf"\s*(?:(?:{OFFICE}\s{{0,6}})+(?:{_COPIES})?|{_OFFICES_OF_1968}|{_COPIES})\Z")
_NO_ADDRESSEE = re.compile(
    r"\s*(?:RESTRICTED\b|(?!(?:FM|TO|INFO)?(?:AMEMB|AMCON|SECSTATE|SECDEF|US))[A-Z'’.]{10,}\d{4,7}\Z"
    r"|.*\b[A-Z]{1,5} \d\d,[A-Z/])"
)
"""A level that is none here, a classification line without its spaces, or offices with their numbers of copies."""
_DRAFTING = re.compile(r"\s*[A-Z][A-Z/&.-]{0,20}\s?[:-]\s?[A-Z][A-Z .,:/()'-]{0,60}\Z")
_STRAY_MARK = re.compile(r"\s*(?:\d{1,3}[A-Z]?(?:-?\d?[A-Z])?|-{3,}.{0,40}|[A-Z]\d{1,3}|Q{3,})\Z")
_NUMBER = re.compile(r"\d")
_LABEL_ALONE = re.compile(
    rf"[\s*_#>]*(?:(?i:{SUBJECT_WORD}|{TAGS_WORD}|{REFERENCE_WORD})(?:\s?\([A-Z/]{{1,7}}\))?\s{{0,3}}[:;.,]{{0,2}}[\s*_]*|"
    r"(?:E\.O\.|EO|E\.O) \d{5}\s?[:;]?)\Z"
)
_LONGEST_LABEL = 24


def ends_part(role: Role, text: str, before: str) -> bool:
    """Tell whether an unlabelled line is more than a part can go on with; `before` is the line above it."""
    if role is Role.SUBJECT:
        return _ends_subject(text, before)
    if role is Role.TAGS:
        return _ends_tags(text, before)
    ends = _ENDED_BY.get(role)
    return ends(text) if ends else False


def _ends_subject(text: str, before: str) -> bool:
    stripped = text.lstrip()
    if _SUMMARY.match(stripped) or _ACTION.match(stripped) or _CAPTION_PROSE.match(stripped) or _DASHES.match(text):
        return True
    if _OF_WHOLE_TEXT.match(stripped):
        return True
    if _PASSING.match(stripped) or (before and _MARKED_TEXT.match(stripped) and not _LABEL_ALONE.match(before)):
        return True
    return before.isupper() and not stripped.isupper() and _SENTENCE.match(stripped) is not None


def _ends_tags(text: str, before: str) -> bool:
    stripped = before.rstrip()
    if stripped.count("(") > stripped.count(")"):
        return False
    if _LABEL_ALONE.match(stripped):  # the value of a label that stands alone
        return not is_line_of_tags(text, after_comma=True)
    return not is_line_of_tags(text, after_comma=stripped.endswith((",", ";", "/")))


def _ends_reference(text: str) -> bool:
    """A sentence ends REF, too; an item's note may go on in words, but not begin with a capital."""
    return _ends_statement(text) or (_SENTENCE.match(text.lstrip()) is not None and not is_reference_item(text))


def _ends_statement(text: str) -> bool:
    stripped = text.lstrip()
    if _ACTION.match(stripped) or _DASHES.match(text) or _CAPTION_PROSE.match(stripped):
        return True
    return _SUMMARY.match(stripped) is not None


_ENDED_BY: dict[Role, Callable[[str], bool]] = {
    Role.REFERENCE: _ends_reference,
    Role.CLASSIFIED_BY: _ends_statement,
    Role.EXECUTIVE_ORDER: lambda text: _DASHES.match(text) is not None or is_line_of_tags(text),
    Role.FROM: lambda text: _ROUTE.match(text) is not None or _NO_ADDRESSEE.match(text) is not None,  # TO was lost
    Role.TO: lambda text: _NO_ADDRESSEE.match(text) is not None,
    Role.INFO: lambda text: _NO_ADDRESSEE.match(text) is not None,
    Role.TRANSMISSION: lambda text: _ROUTING.match(text) is None,
    Role.CLASSIFICATION: lambda text: _POST_AND_SERIAL.match(text) is None,
    Role.DISTRIBUTION: lambda text: not is_distribution(text),
    Role.DRAFTING: lambda text: _DASHES.match(text) is not None or is_stray_mark(text),
}


def goes_on_after_page(role: Role, text: str) -> bool:
    """Tell whether a line below a page line, and blank lines, goes on with the part that the page's end cut in two."""
    if role is Role.TAGS:
        return is_line_of_tags(text)
    if role in {Role.TO, Role.INFO}:
        return is_addressee(text)
    return role is Role.REFERENCE and is_reference_item(text)


def is_addressee(text: str) -> bool:
    """Tell whether a line names a post or an office by its route, or by the kind of post."""
    return _ADDRESSEE.match(text) is not None


def is_distribution(text: str) -> bool:
    """Tell whether a line holds offices and numbers of copies only: ``EUR-12  SS-15  /019 R`` (1973-79)."""
    return _DISTRIBUTION.match(text) is not None


def is_drafting(text: str) -> bool:
    """Tell whether a line names who drafted or cleared: ``EUR/WE:JROE:MD``."""
    return _DRAFTING.match(text) is not None


def is_stray_mark(text: str) -> bool:
    """Tell the numbers and dashes that a communications centre of 1973-79 printed above FM."""
    return _STRAY_MARK.match(text) is not None


def is_dashes(text: str) -> bool:
    """Tell whether a line holds nothing but dashes or the like."""
    return _DASHES.match(text) is not None


def is_reference_item(text: str) -> bool:
    """Tell whether a line begins with a letter as the items of REF do."""
    return _REFERENCE_ITEM.match(text) is not None


def is_one_reference(text: str) -> bool:
    """Tell whether a text is one reference, so that a number in front does not make it a paragraph."""
    return _REFERENCE.match(text) is not None


def serial_stands_last(text: str) -> bool:
    """Tell whether a line ends with a serial number."""
    return _SERIAL_LAST.search(text) is not None


def label_stands_alone(text: str) -> bool:
    """Tell whether a line is a label whose value is still to come."""
    return len(text) <= _LONGEST_LABEL and _is_label(text)


@lru_cache(maxsize=2048)
def _is_label(text: str) -> bool:
    return _LABEL_ALONE.match(text) is not None
