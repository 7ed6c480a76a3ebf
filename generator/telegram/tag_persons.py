"""Persons among TAGS: ``OVIP (CLINTON, HILLARY)``, and what damage does to their brackets (5 FAH-3)."""

from __future__ import annotations

import re

from generator.telegram.lines import squeeze
from generator.telegram.tag_words import codes_in

_SURNAME = r"[A-Z][A-Z'’-]{1,30}(?: [A-Z][A-Z'’-]{1,30}){0,2}"
_GIVEN = r"[A-Z][A-Z'’-]{0,30}\.?(?: (?:[A-Z]\.?(?![A-Z])|[JS]R\.?|I{2,3}|IV))?"
_UNOPENED = re.compile(rf"(?<![(\w'’-])(?P<surname>[A-Z][A-Z'’-]{{1,30}}),\s{{0,3}}(?P<given>{_GIVEN})\)")
_UNCLOSED = re.compile(
    rf"\(\s{{0,3}}(?P<surname>{_SURNAME})\s?,\s{{0,3}}(?P<given>{_GIVEN}(?: [A-Z][A-Z'’-]{{2,30}})?)"
)
_BARE = re.compile(
    r"\b(?P<code>OVIP|OREP) (?P<surname>[A-Z][A-Z'’-]{2,30}), (?P<given>[A-Z][A-Z'’-]{2,30})(?=\s*(?:[,;]|\Z))"
)
_SUFFIX = re.compile(r"(?:[JS]R\.?|I{2,3}|IV|M\.?D\.?|DR\.?)\Z")
_WITH_SUFFIX = 3
_INITIAL = re.compile(r"(?:\b[A-Z]|[JS]R)\.\Z")


def close_brackets(value: str) -> str:
    """Give every person of a TAGS text both brackets where one was lost, or both behind a visit."""
    if "," not in value:
        return value
    opened, closed = value.count("("), value.count(")")
    if closed > opened:
        value = _UNOPENED.sub(r"(\g<surname>, \g<given>)", value)
    elif opened > closed:
        last = value.rfind("(")
        value = value[:last] + _UNCLOSED.sub(_close, value[last:], count=1)
    if "OVIP " in value or "OREP " in value:
        value = _BARE.sub(_bracket, value)
    return value


def persons_in(content: str) -> list[str]:
    """Give the persons in a bracket, each as ``SURNAME, GIVEN NAME``; what has no comma is given as it stands."""
    persons: list[str] = []
    for piece in re.split(r";| AND (?=[A-Z'’-]{2,30},)|/", content):
        names = [squeeze(name) for name in piece.split(",") if name.strip(" .")]
        if len(names) > _WITH_SUFFIX or (len(names) == _WITH_SUFFIX and not _SUFFIX.match(names[2])):
            pairs = [names[at : at + 2] for at in range(0, len(names), 2)]
            persons += [_name(pair) for pair in pairs]
        elif names:
            persons.append(_name(names))
    return persons


def _name(names: list[str]) -> str:
    """Put the pieces of a name together; the full stop of an initial belongs to it."""
    name = ", ".join(each.strip(" :") for each in names)
    return name if _INITIAL.search(name) else name.rstrip(".")


def _close(person: re.Match[str]) -> str:
    """Put the bracket behind the given name, or before its last word where that is a TAG already."""
    given, _, last = person["given"].rpartition(" ")
    if given and codes_in(last):
        return f"({person['surname']}, {given}) {last}"
    return f"({person['surname']}, {person['given']})"


def _bracket(person: re.Match[str]) -> str:
    """Put a name behind a visit into brackets, unless its words are TAGS themselves."""
    if codes_in(person["surname"]) or codes_in(person["given"]):
        return person[0]
    return f"{person['code']} ({person['surname']}, {person['given']})"
