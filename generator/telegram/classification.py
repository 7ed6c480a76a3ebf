"""The classification line: ``C O N F I D E N T I A L USNATO 000432``, ``UNCLAS SECTION 01 OF 02 ROME 001196``.

It gives the level, captions behind a double slash, and the post and serial that make the reference id.
"""

from __future__ import annotations

import re

from generator import vocabulary
from generator.record import Record
from generator.telegram.handling import find_captions
from generator.telegram.lines import LEVEL

_LEVEL = re.compile(rf"(?:{LEVEL})(?![A-Z])")
_SECTION = re.compile(r"\b(?:FINAL )?SECTION ?(\d{1,3}) ?OF ?(\d{1,3})(?!\d)")
_OFFICIAL_USE = re.compile(r"(?:\s?//?|\s)\s?(?:FOR OFFICIAL USE ONLY|FOUO)\b")
_ENCRYPT_FOR_TRANSMISSION_ONLY = re.compile(r"\bE ?F ?T ?O\b")
_POST_AND_SERIAL = re.compile(r"(?<![\w'’.])(?P<post>[A-Z][A-Z'’.]*(?: [A-Z][A-Z'’.]*){0,3}) (?P<serial>\d{1,7})\b")
_NO_POST = {"SECTION", "SECTIONS", "PART", "PAGE"}
"""A word before a number that damage left there; better no id than a wrong one."""
_LEVELS = {
    "TOPSECRET": vocabulary.TOP_SECRET,
    "SECRET": vocabulary.SECRET,
    "CONFIDENTIAL": vocabulary.CONFIDENTIAL,
    "LIMITEDOFFICIALUSE": vocabulary.LIMITED_OFFICIAL_USE,
    "LOU": vocabulary.LIMITED_OFFICIAL_USE,
    "UNCLASSIFIED": vocabulary.UNCLASSIFIED,
    "UNCLAS": vocabulary.UNCLASSIFIED,
}


class ClassificationLine(Record, frozen=True):
    """What a classification line says; what it does not say is empty or 0.

    Attributes:
        level: one of `vocabulary.CLASSIFICATIONS`.
        captions: handling captions on the same line.
        post: the sender as written there, such as ``SAN JOSE``.
        serial: the sender's serial number for the year.
        section: which section of a telegram in several this is; `sections` says of how many.
    """

    level: str
    captions: tuple[str, ...] = ()
    post: str = ""
    serial: int = 0
    section: int = 0
    sections: int = 0


def parse_classification(text: str) -> ClassificationLine | None:
    """Read a classification line, or a value such as ``CONFIDENTIAL//NOFORN``; None if it is none."""
    text = " ".join(text.upper().split())
    found = _LEVEL.match(text)
    if found is None:
        return None
    level = _LEVELS[found[0].replace(" ", "")]
    rest = text[found.end() :]
    if level == vocabulary.UNCLASSIFIED and _OFFICIAL_USE.match(rest):
        level = vocabulary.FOUO
        rest = _OFFICIAL_USE.sub("", rest, count=1)
    captions = find_captions(rest)
    for caption in captions:
        rest = rest.replace(caption, " ")
    section = _SECTION.search(rest)
    rest = " ".join(_ENCRYPT_FOR_TRANSMISSION_ONLY.sub(" ", _SECTION.sub(" ", rest)).split())
    post = _POST_AND_SERIAL.search(rest)
    if post and _NO_POST.intersection(post["post"].split()):
        post = None
    return ClassificationLine(
        level=level,
        captions=captions,
        post=post["post"] if post else "",
        serial=int(post["serial"]) if post else 0,
        section=int(section[1]) if section else 0,
        sections=int(section[2]) if section else 0,
    )
