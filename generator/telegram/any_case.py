"""Headers in small letters: ``Fm AmEmbassy Paris``, ``c o n f i d e n t i a l paris 000900``.

Somebody typed them off, or a program changed their case. A label in small letters is a word of the text as well, so it
counts only above the subject, where nothing but a header's lines can stand, and only in the form that such a line has.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from generator.telegram.classification import parse_classification
from generator.telegram.handling import is_caption_line
from generator.telegram.labels import Role, role_of
from generator.telegram.lines import BARE_LEVEL
from generator.telegram.stations import is_known, station_code

_LOWER = {Role.CLASSIFICATION, Role.EXECUTIVE_ORDER, Role.TAGS, Role.SUBJECT, Role.REFERENCE, Role.CLASSIFIED_BY}
_OPENED = {Role.DTG, Role.TRANSMISSION, Role.FROM}
_AFTER = {Role.FROM: {Role.DTG, Role.TRANSMISSION}, Role.TO: {Role.FROM}, Role.INFO: {Role.FROM}}
"""Behind which parts sender and addressees stand."""
_SENTENCE = re.compile(r"[.?!:]\Z|[.?!]\s")
_DIGIT = re.compile(r"\d")
_NAMED = re.compile(r"(?i:(?:TO|INFO)\s?[:\s]|R[A-Z]{4,7}\s?/|AMEMB|AMCON|USMISSION|USDEL|SECSTATE|SECDEF|EMBASSY)")
_LONGEST = 80
_MOST_WORDS = 3
_PADDED = re.compile(r" 0\d{4,6}\b")
"""Serials have six places; no number of a sentence begins with a nought."""


def role_in_any_case(text: str, seen: AbstractSet[Role]) -> Role | None:
    """Tell which part of the upper header a line opens that is not all in capitals.

    Args:
        text: the line.
        seen: the roles above it.
    """
    capitals = text.strip().upper()
    role = role_of(capitals) if len(text) <= _LONGEST and Role.SUBJECT not in seen else None
    fits = False
    if role is Role.CLASSIFICATION:
        fits = bool(seen & _OPENED) and role not in seen and is_level_line(capitals)
    elif role is Role.HANDLING:
        fits = bool(seen & {Role.CLASSIFICATION, Role.FROM}) and is_caption_line(capitals)
    elif role is Role.TRANSMISSION:
        fits = seen <= {role, Role.BLANK} and (role in seen or _DIGIT.search(capitals) is not None)
    elif role in _AFTER and not (seen & _LOWER or _SENTENCE.search(capitals)):
        fits = bool(seen & _AFTER[role]) and role not in seen and _names_post(capitals)
    return role if fits else None


def is_level_line(capitals: str) -> bool:
    """Tell whether a line, put in capitals, has the form of a classification line, and is no sentence with a level."""
    if BARE_LEVEL.match(capitals):
        return True
    line = parse_classification(capitals)
    if line is None or not line.serial or line.left:
        return False
    return is_known(station_code(line.post)) or _PADDED.search(capitals) is not None


def _names_post(capitals: str) -> bool:
    """Tell whether a post or an office stands behind a label, and no sentence."""
    name = capitals.partition(" ")[2].strip()
    return _NAMED.match(name) is not None or len(name.split()) <= _MOST_WORDS


def addressee_in_capitals(text: str) -> str:
    """Put a line of addressees in capitals, so that a post has one name; a note behind a name stays as it is."""
    return text.upper() if text.islower() or _NAMED.match(text) else text
