"""Handling captions: ``SIPDIS``, ``NOFORN``, ``ROGER CHANNEL`` (5 FAH-2 H-440).

They stand on lines of their own and on the classification line; doubled, glued to each other, with their letters
apart, misspelt, or with a note to the reader behind them (``SIPDIS  STATE FOR EUR/RPM``).
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from generator.record import Record
from generator.telegram.misspelt import closest
from generator.vocabulary import CAPTIONS

_CHANNELS = "DG", "DISSENT", "HR", "MED", "OIG", "SY", "EEO", "RODCA", "POLICY", "IG"
_SAME = {
    "NO FOREIGN": "NOFORN",
    "NO FOREIGN DISTRIBUTION": "NOFORN",
    "NO FORN": "NOFORN",
    "NOT RELEASABLE TO FOREIGN NATIONALS": "NOFORN",
    "ENCRYPT FOR TRANSMISSION ONLY": "EFTO",
    "SBU": "SENSITIVE",
    "SENSITIVE BUT UNCLASSIFIED": "SENSITIVE",
}
_FORMS = {*CAPTIONS, *_SAME, "EFTO", "CHEROKEE", "CHANNEL ONLY", *(f"{name} CHANNEL" for name in _CHANNELS)}
_RELEASABLE = (
    r"REL(?:EASABLE)? TO (?:[A-Z]{3}|NATO|ISAF|FVEY)(?:,? (?:AND )?(?:[A-Z]{3}|NATO|ISAF|FVEY)(?![A-Z])){0,15}"
)
_FORM = "|".join([*(re.escape(form) for form in sorted(_FORMS, key=len, reverse=True)), _RELEASABLE])
_GLUED = "SIPDIS|NOFORN|EXDIS|NODIS|LIMDIS|STADIS|SENSITIVE"
_ONE_OF_GLUED = re.compile(_GLUED)
_CAPTION = re.compile(
    rf"(?<![A-Z])(?:(?P<glued>(?:{_GLUED}){{2,6}})|(?P<known>{_FORM})|(?P<word>[A-Z]{{4,11}}))(?![A-Z])",
    re.IGNORECASE | re.ASCII,
)
_OFTEN_MISSPELT = ("SIPDIS", "NOFORN", "EXDIS", "NODIS", "LIMDIS", "STADIS", "SENSITIVE", "NOCONTRACT")
_WORDS_OF_THEIR_OWN = {"NODES"}
_LETTERS_APART = re.compile(r"[A-Z](?<![A-Z]{2})(?: [A-Z]){3,24}(?![A-Z])")
_LONGEST_NOTE = 200
_LONGEST_REMEMBERED = 40
_caption_meant = lru_cache(maxsize=4096)(partial(closest, words=_OFTEN_MISSPELT))
_DIGIT = re.compile(r"\d")
_FILLER = " \t\n/,;.-*"
_NOTE = re.compile(
    r"(?:STATE|DEPT|DEPTS|DEPARTMENT|SECSTATE|FOR|PASS|PLEASE|PLS|ALSO|WHITE HOUSE|NSC|TREASURY|COMMERCE|USDOC|USTR|"
    r"SECDEF|DOD|OSD|JCS|JOINT|JUSTICE|ENERGY|LABOR|INTERIOR|AGRICULTURE|USDA|USAID|AID|HHS|EPA|FAA|"
    r"EMBASSY|AMEMBASSY|EMBASSIES|MISSION|POSTS?)\b",
    re.IGNORECASE,
)
_NOTE_LEADS_ON = re.compile(r"\b(?:FOR|PASS|PASSES|PASSED|TO|ATTN|ALSO|PLEASE|PLS)\b", re.IGNORECASE)


class Captions(Record, frozen=True):
    """What a line of captions says.

    Attributes:
        captions: in their order, each once, in their usual form.
        left: the words that are no captions, as written.
    """

    captions: tuple[str, ...] = ()
    left: str = ""


def parse_captions(text: str) -> Captions:
    """Read a line of captions, or what is left of a classification line without its level."""
    return _parse_short(text) if len(text) <= _LONGEST_REMEMBERED else _parse_captions(text)


def _parse_captions(text: str) -> Captions:
    captions: list[str] = []

    def take(found: re.Match[str]) -> str:
        read = _read(found)
        captions.extend(read)
        return "\0" if read else found[0]

    rest = _CAPTION.sub(take, _LETTERS_APART.sub(_put_together, text))
    left = " ".join(filter(None, (piece.strip(_FILLER) for piece in re.split("[\0\n]", rest))))
    return Captions(tuple(dict.fromkeys(captions)), "" if left in {"(", ")", "()", "( )"} else left)


_parse_short = lru_cache(maxsize=2048)(_parse_captions)
"""Captions are the same in most cables."""


def find_captions(text: str) -> tuple[str, ...]:
    """Give the captions in a piece of the header, in their order, each once."""
    return parse_captions(text).captions


def is_caption_line(text: str) -> bool:
    """Tell whether a line holds captions and nothing else."""
    if not text.isupper() or _DIGIT.search(text):  # no caption has a digit
        return False
    read = parse_captions(text)
    return bool(read.captions) and not read.left


def is_caption_with_note(text: str) -> bool:
    """Tell whether a line holds captions and then a note to whom the cable is passed on: ``SIPDIS  STATE FOR EUR``."""
    start = _CAPTION.match(text) if text[:1].isupper() else None
    if start is None or not start[0].isupper() or not _read(start):
        return False
    left = parse_captions(text[:_LONGEST_NOTE]).left
    note = _NOTE.match(left)
    return note is not None and _NOTE_LEADS_ON.search(left) is not None


def _read(found: re.Match[str]) -> list[str]:
    text = " ".join(found[0].upper().split())
    if found["glued"]:
        return _ONE_OF_GLUED.findall(text)
    if found["known"]:
        return [_SAME.get(text, text)]
    meant = "" if text in _WORDS_OF_THEIR_OWN else _caption_meant(text)
    return [meant] if meant else []


def _put_together(found: re.Match[str]) -> str:
    word = found[0].replace(" ", "")
    whole = _CAPTION.fullmatch(word)
    return word if whole and _read(whole) else found[0]
