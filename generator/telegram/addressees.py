"""The addressees of TO and INFO: ``[ROUTE/]NAME [PRECEDENCE] [number]``, one a line (5 FAH-2 H-320)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.cable import Addressee
from generator.telegram.lines import PAGE_LINE, Line, squeeze
from generator.vocabulary import closest_precedence

_LABEL = re.compile(r"\A(?:(?:TO|INFO)(?:\s+|\Z)|(?:TO|INFO)\s?:\s*)", re.IGNORECASE)
_ROUTE = re.compile(r"(?P<route>[A-Z]{4,8})\s?/\s?(?=\S)")
_NUMBER = re.compile(r"\s+(?P<number>\d{4,})\Z")
_EXCLUDED = re.compile(r"(?P<route>[A-Z]{4,8}\s?/\s?)?XMT\s+")
_BEFORE_EXCLUDED = re.compile(r"\s(?=XMT\b)")
_ONLY_THE_END = re.compile(r"(?:(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)\b)?\s*\d*\Z")
_LONGEST_PRECEDENCE = 12
_closest_precedence = lru_cache(maxsize=4096)(closest_precedence)


def parse_addressees(lines: Iterable[Line]) -> tuple[Addressee, ...]:
    """Read the lines of a TO or INFO part, its label included."""
    return tuple(parse_addressee(entry) for entry in _entries(lines))


@lru_cache(maxsize=8192)  # the same posts again and again
def parse_addressee(entry: str) -> Addressee:
    """Read one addressee: ``RUEHC/SECSTATE WASHDC PRIORITY 3456``."""
    text = squeeze(entry)
    excluded = _EXCLUDED.match(text)
    text = (excluded["route"] or "") + text[excluded.end() :] if excluded else text
    route = _ROUTE.match(text)
    text = text[route.end() :] if route else text
    number = _NUMBER.search(text)
    text = text[: number.start()] if number else text
    name, precedence = _split_precedence(text)
    return Addressee(
        name=name,
        route=route["route"] if route else "",
        precedence=precedence,
        number=number["number"] if number else "",
        excluded=excluded is not None,
    )


def _split_precedence(text: str) -> tuple[str, str]:
    """Cut a precedence off the end of an addressee; a misspelt one is read as what it means."""
    name, _, last = text.rpartition(" ")
    precedence = _closest_precedence(last) if name and len(last) <= _LONGEST_PRECEDENCE else ""
    if not precedence:
        return text, ""
    if name.endswith(" NIACT"):
        return name.removesuffix(" NIACT"), f"NIACT {precedence}"
    return name, precedence


def _entries(lines: Iterable[Line]) -> list[str]:
    """Cut the labels off, drop page lines, and put a line that is only the end of an addressee to the one before.

    ``XMT`` stands between a collective and what is excluded from it; they are two entries.
    """
    entries: list[str] = []
    for line in lines:
        text = line.text.strip()
        if not text or PAGE_LINE.match(text):
            continue
        text = _LABEL.sub("", text, count=1)
        if entries and _ONLY_THE_END.match(text):
            entries[-1] += f" {text}"
        else:
            entries += _BEFORE_EXCLUDED.split(text)
    return entries
