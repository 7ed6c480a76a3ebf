"""The classification line: ``C O N F I D E N T I A L USNATO 000432``, ``UNCLAS SECTION 01 OF 02 ROME 001196``.

It gives the level, captions behind it, and the post and serial that make the reference id. Where damage leaves more
than one reading of post and serial, there is none: a wrong id would be a wrong link.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from functools import lru_cache

from generator import vocabulary
from generator.record import Record
from generator.telegram.handling import parse_captions
from generator.telegram.identity import station_code
from generator.telegram.lines import LEVEL, LEVEL_GLUED_ON
from generator.telegram.misspelt import closest

_LEVEL = re.compile(
    rf"(?:{LEVEL})(?:(?![A-Z]| A R Y\b| A R I A T\b)|(?=SECTION|SIPDIS|NOFORN))"
    rf"|(?:S E C R E T|C O N F I D E N T I A L|U N C L A S)(?=[A-Z]{{2}})|{LEVEL_GLUED_ON}"
)
_LEVEL_BEFORE_POST = re.compile(r"(?:S E C R E T|C O N F I D E N T I A L|U N C L A S|UNCLAS)[A-Z]")
_SENSITIVE_BUT = re.compile(r"(?:SENSITIVE BUT |SBU ?/{0,2} ?)(?=UNCLAS)")
_LIMITED = re.compile(r"(?:LIM[IT]{1,3}E?D|LTD\.?) ?OFFIC[IA]{1,2}L ?USE?\b")
_FIRST_WORD = re.compile(r"(?:[A-Z0] ){4,20}[A-Z0](?![A-Z0])|[A-Z0]{5,14}(?![A-Z0])")
_CLEAR_ENOUGH = 0.85
_WORDS_OF_THEIR_OWN = {
    "SECRETS",
    "SECRETE",
    "SECRETED",
    "SECRETLY",
    "DECLASSIFIED",
    "CONFIDENTIALLY",
    "CONFIDENTIALITY",
}

_NUMBERS = "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN".split()
_NUMBER = rf"(?:[\dO]{{1,3}}|{'|'.join(_NUMBERS)})"
_SECTION = re.compile(
    rf"(?:(?:\bFINAL )?(?:S ?E ?C ?T ?I ?O ?N|SECTIONS|SECITON|SECTON)|\bSECT?\.?|\bPART) ?#?(?P<section>{_NUMBER})"
    rf" ?(?:[O0]F|/) ?(?P<sections>{_NUMBER})(?!\d)"
)
_SECTION_BEHIND = re.compile(r"(?<=\d) (?P<section>\d{2,3}) OF (?P<sections>\d{2,3})\b")
_FINAL_SECTION = re.compile(rf"\bFINAL SECTION(?: OF(?: (?P<sections>{_NUMBER})\b)?)?")
_OFFICIAL_USE = re.compile(r"(?:\s?//?|\s)\s?(?:FOR OFFICIAL USE(?: ONLY)?|F ?O ?U ?O|OFFICIAL USE ONLY)\b")
_SECOND_SERIAL = {"TOSEC", "SECTO"}
"""The Secretary's party counts its telegrams by itself; the station's own serial stands before."""
_DATE_GLUED_ON = re.compile(r"(?:19|20)\d{6}")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]*")
_SERIAL = re.compile(r"#?(?P<serial>[\dOI]{1,7})(?P<behind>[./,;:)-].{0,20})?")
_GLUED = re.compile(r"(?P<post>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.]{1,20})[-#]?(?P<serial>\d{4,7})")
_NUMBER_SIGN = {"NO", "NO.", "NR", "NR.", "#", "-"}
_FEWEST_DIGITS = 3
_MOST_NAMES = 4
_NO_POST = {"SECTION", "SECTIONS", "PART", "PAGE", "COPY"}
"""A word before a number that damage left there; better no id than a wrong one."""
_NOTHING = "/-.,;:()*#"
_AS_DIGITS = str.maketrans("OI", "01")
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
        left: words of the line that are none of these.
    """

    level: str
    captions: tuple[str, ...] = ()
    post: str = ""
    serial: int = 0
    section: int = 0
    sections: int = 0
    left: str = ""

    def contradicts(self, other: ClassificationLine) -> bool:
        """Tell whether it says another level or serial than another line."""
        return self.level != other.level or (self.serial > 0 and self.serial != other.serial)


def parse_classification(text: str, sender: str = "") -> ClassificationLine | None:
    """Read a classification line, or a value such as ``CONFIDENTIAL//NOFORN``; None if it is none.

    Args:
        text: the line.
        sender: the station code that FM gives, which tells a post from the words before it.
    """
    text = " ".join(text.upper().split())
    read = _read_level(text)
    if read is None:
        return None
    level, rest = read
    if level == vocabulary.UNCLASSIFIED and _OFFICIAL_USE.search(rest):
        level = vocabulary.FOUO
        rest = _OFFICIAL_USE.sub(" ", rest, count=1)
    rest, section, sections = _cut_section(rest)
    name, _, serial_last = rest.rpartition(" ")
    if serial_last.isdecimal() and name[-1:].isalpha():  # it is no caption; what stands before is the same more often
        captions = parse_captions(name)
        words = [*captions.left.split(), serial_last]
    else:
        captions = parse_captions(rest)
        words = captions.left.split()
    start, end, post, serial = _find_post(words, sender)
    if post and words[end : end + 1] and words[end] in _SECOND_SERIAL:
        end += 2
    left = " ".join(word for word in (*words[:start], *words[end:]) if word.strip(_NOTHING))
    return ClassificationLine(level, captions.captions, post, serial, section, sections, left)


def is_misspelt_classification(text: str) -> bool:
    """Tell whether a line is a classification line whose level is misspelt: ``CONFIDENTAIL ROME 001196``.

    It stands alone, or has a serial or a section behind it; anything less may be an author's heading.
    """
    if not text.isupper() or not (_FIRST_WORD.match(text) or _LIMITED.match(text)):
        return False
    if _LEVEL.match(text) and not _LEVEL_BEFORE_POST.match(text):
        return False
    line = parse_classification(text)
    return line is not None and (not line.left or line.serial > 0 or line.sections > 0)


def _read_level(text: str) -> tuple[str, str] | None:
    """Give the level that a line begins with, and the rest of the line."""
    sensitive = _SENSITIVE_BUT.match(text)
    start = sensitive.end() if sensitive else 0
    rest_begins = " SENSITIVE " if sensitive else " "
    found = _LEVEL.match(text, start)
    if found:
        return _LEVELS[found[0].replace(" ", "")], rest_begins + text[found.end() :]
    found = _LIMITED.match(text)
    if found:
        return vocabulary.LIMITED_OFFICIAL_USE, text[found.end() :]
    found = _FIRST_WORD.match(text, start)
    level = _misspelt_level(found[0].replace(" ", ""), text[found.end() :]) if found else ""
    return (level, rest_begins + text[found.end() :]) if found and level else None


def _misspelt_level(word: str, rest: str) -> str:
    """Tell a misspelt level; a short one only where the line holds no other words of an author's."""
    if word in _WORDS_OF_THEIR_OWN:
        return ""
    meant = _level_meant(word)
    if not meant or len(meant) > len("UNCLASS"):
        return _LEVELS.get(meant, "")
    return (
        _LEVELS[meant]
        if not rest.strip(_NOTHING + " ") or re.search(r"\d", rest) or parse_captions(rest).captions
        else ""
    )


@lru_cache(maxsize=1024)
def _level_meant(word: str) -> str:
    meant = closest(word, ("UNCLAS", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED"))
    if meant or word == "UNCLASS":
        return meant or "UNCLAS"
    near = difflib.get_close_matches(word, ("CONFIDENTIAL", "UNCLASSIFIED"), n=1, cutoff=_CLEAR_ENOUGH)
    return near[0] if near and near[0][0] == word[0] and not word.startswith(near[0]) else ""


def _cut_section(rest: str) -> tuple[str, int, int]:
    """Cut ``SECTION 01 OF 02`` out of a line; it may say only that it is the last of some."""
    if "F" not in rest and "/" not in rest:  # it says neither OF nor FINAL
        return rest, 0, 0
    found = _SECTION.search(rest) or _SECTION_BEHIND.search(rest)
    if found:
        section, sections = _number(found["section"]), _number(found["sections"])
        return f"{rest[: found.start()]} {rest[found.end() :]}", section, sections
    final = _FINAL_SECTION.search(rest)
    if final:
        sections = _number(final["sections"] or "0")
        return f"{rest[: final.start()]} {rest[final.end() :]}", sections, sections
    return rest, 0, 0


def _number(text: str) -> int:
    return _NUMBERS.index(text) if text in _NUMBERS else int(text.replace("O", "0"))


def _find_post(words: Sequence[str], sender: str) -> tuple[int, int, str, int]:
    """Find post and serial among the words: where they begin and end, and what they are."""
    nothing = len(words), len(words), "", 0
    for index, word in enumerate(words):
        if word.isalpha():
            continue
        glued = _GLUED.fullmatch(word)
        found = _SERIAL.fullmatch(word)
        if glued:
            start, names, digits = index, [*_names_before(words, index), glued["post"]], glued["serial"]
        elif found and sum(map(str.isdecimal, found["serial"])) >= min(_FEWEST_DIGITS, len(found["serial"])):
            before = index - 1 if index and words[index - 1] in _NUMBER_SIGN else index
            start, names, digits = before - 1, _names_before(words, before), found["serial"]
        elif any(map(str.isdecimal, word)) and not _DATE_GLUED_ON.fullmatch(word.strip(_NOTHING)):
            return nothing  # a damaged serial, most likely
        else:
            continue
        if names:
            names = _those_of(sender, names)
            if _NO_POST.intersection(names):
                return nothing
            return start - len(names) + 1, index + 1, " ".join(names), int(digits.translate(_AS_DIGITS))
    return nothing


def _names_before(words: Sequence[str], index: int) -> list[str]:
    start = index
    while start and index - start < _MOST_NAMES and _NAME.fullmatch(words[start - 1]):
        start -= 1
    return list(words[start:index])


def _those_of(sender: str, names: list[str]) -> list[str]:
    """Leave out the words before the sender's own name."""
    for start in range(len(names) if sender else 0):
        if station_code(" ".join(names[start:])) == sender:
            return names[start:]
    return names
