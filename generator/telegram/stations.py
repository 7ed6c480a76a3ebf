"""Stations: one code for each, however its name is written.

``AMEMBASSY ROME``, ``Embassy Rome`` and ``ROME`` are ROME; ``SECSTATE WASHDC`` is STATE. But SECDEF is not STATE,
VIENNA not UNVIE and BRUSSELS not USEUBRUSSELS: only what stands in the vocabulary, or a kind of post in front of a
name, makes two names one. Sources: 5 FAH-2 (plain language addresses of posts), and the ids of public collections.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache

from generator.vocabulary import STATION_ALIASES, STATIONS

_UNMISTAKABLE = "AMEMBASSY|AMCONSULATE|AMCONSUL|AMCONGEN|EMBASSY|USMISSION"
_KIND_OF_POST = re.compile(
    rf"(?:(?:{_UNMISTAKABLE})\s*"
    r"|(?:AM(?:ERICAN)? (?:EMBASSY|CONSULATE(?: GENERAL)?|CONSUL|CONGEN)|AMEMBASS?E?Y?|AMEMBSSY|AMEMB|AMCON|CONGEN"
    r"|CONSULATE(?: GENERAL)?|US EMBASSY|US MISSION|MISSION|USMIS|US INTERESTS SECTION|USINT|US OFFICE|USOFFICE|USOFF"
    r"|USLO|US LIAISON OFFICE|REO)\s+)(?=[A-Z])"
)
"""What is left out in front of a post's name; those of the first line also where the space behind them was lost."""
_GLUED_KIND = re.compile(r"(?:AMEMB|AMCON|CONGEN|CONSULATE|MISSION|USMIS|USINT|USOFFICE|USLO|US)(?=[A-Z]{4})")
_MOST_KINDS = 2
_LONGEST_REMEMBERED = 60
_SHORTEST_CUT, _LONGEST_CUT = 5, 6
"""Six letters, and five where the sixth place is the space between two words: ``HONG K``."""


def fold(text: str) -> str:
    """Put a text in capitals without accents, every character at its place: ``São Paulo`` is ``SAO PAULO``."""
    if text.isascii():
        return text.upper()
    return "".join(map(_fold_letter, text))


@lru_cache(maxsize=1024)
def _fold_letter(letter: str) -> str:
    if letter in "‘’`´ʼ′＇":
        return "'"
    if unicodedata.category(letter) in {"Pd", "Zs"} or letter == "\u2212":
        return " " if unicodedata.category(letter) == "Zs" else "-"
    plain = unicodedata.normalize("NFKD", letter)[:1].upper()
    return plain if len(plain) == 1 and plain.isascii() else letter


def station_code(name: str) -> str:
    """Give the code of a station from its name as written: capitals only, no kind of post in front.

    Returns:
        The code of the vocabulary where it has the name, else the name's own letters; empty if it has none.
    """
    return _remembered_code(name) if len(name) <= _LONGEST_REMEMBERED else _find_code(name)


def _find_code(name: str) -> str:
    plain = " ".join(fold(name).split())
    for _ in range(_MOST_KINDS):
        whole = _letters(plain)
        if whole in STATIONS or whole in STATION_ALIASES:
            break
        plain = _KIND_OF_POST.sub("", plain, count=1)
    code = _letters(plain)
    if code in STATION_ALIASES:
        return STATION_ALIASES[code]
    if code in STATIONS:
        return code
    half = code[: len(code) // 2]
    if half in STATIONS and code == half * 2:  # ROMEROME
        return half
    bare = _GLUED_KIND.sub("", code, count=1)
    return STATION_ALIASES.get(bare, bare) if is_known(STATION_ALIASES.get(bare, bare)) else code


_remembered_code = lru_cache(maxsize=8192)(_find_code)


def is_known(code: str) -> bool:
    """Tell whether a code is that of a station in the vocabulary."""
    return code in STATIONS


def station_of_cut(code: str) -> str:
    """Give the station that six letters of a document number of 1973-79 mean: ``PRETOR`` is PRETORIA.

    Returns:
        The code as it is where it is a station's own, or where not exactly one known station begins so.
    """
    if code in STATIONS or not _SHORTEST_CUT <= len(code) <= _LONGEST_CUT:
        return code
    first = bisect_left(_IN_ORDER, code)
    fitting = [each for each in _IN_ORDER[first : first + 2] if each.startswith(code)]
    return fitting[0] if len(fitting) == 1 else code


_IN_ORDER = sorted(STATIONS)


def _letters(text: str) -> str:
    return re.sub(r"[^A-Z]", "", text)
