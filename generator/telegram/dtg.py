"""The date-time group: ``P 070531Z OCT 09`` is 7 October 2009, 05:31 UTC, with priority (ACP 121).

In public collections the space may be lost anywhere in it, the letter O stands for zero, the Z or the year is gone,
and months are written out or misspelt. A time is given only where these leave one reading.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from generator.record import Record
from generator.telegram.lines import squeeze
from generator.telegram.misspelt import closest
from generator.vocabulary import MONTHS, PRECEDENCE_OF_PROSIGN

_PROSIGN = r"(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|NIACT|[ZOPR])"
_PROSIGNS = rf"(?P<prosigns>(?:\b{_PROSIGN}[ \t,/.-]{{0,3}}(?:{_PROSIGN}[ \t,/.-]{{0,3}}){{0,3}})?)"
_MONTH_AND_YEAR = r"\s{0,2}(?P<month>0CT|[A-Z]{3,9})(?:\.?,?\s{0,2}['’]?(?P<year>(?:19|20|2O)?[\dO]{2}))?(?![\dA-Z])"
_DTG = re.compile(
    rf"{_PROSIGNS}(?<!\d)(?P<group>(?P<time>[\dOIL]{{2}}\s?[\dOIL]{{2}}\s?[\dOIL]{{2}})\s?Z?(?:\s(?:ZDK|ZFF))?{_MONTH_AND_YEAR})",
    re.IGNORECASE,
)
_DAMAGED = re.compile(rf"{_PROSIGNS}(?<!\d)(?P<group>(?P<time>[\dO]{{3,8}})\s?Z{_MONTH_AND_YEAR})", re.IGNORECASE)
"""Too few digits or too many: which are meant cannot be told."""
_MONTHS = "(?:" + "|".join(MONTHS) + ")[A-Z]{0,6}"
DTG_LABEL = (
    rf"(?i:(?:DTG\s?:?\s?)?(?:{_PROSIGN}[ /,.-]{{0,2}}){{0,4}}(?:\d|[OIL](?=[\dOIL ]))(?:\s?[\dOIL]){{3,6}}\s?"
    rf"(?:Z\s{{0,2}}(?:0CT|[A-Z]{{3,9}})[.,]?\s{{0,2}}['’]?(?:19|20)?[\dO]{{2}}\b|Z\s{{0,2}}{_MONTHS}\b|{_MONTHS}\.?\s{{0,2}}(?:19|20)?\d{{2}}\b))"
)
"""What the line of a date-time group begins with, for `layout`."""
_PROSIGN_ALONE = re.compile(_PROSIGN)
_AS_DIGITS = str.maketrans("OIL", "011")
_FEWEST_DIGITS = 4
_OPERATING_SIGNAL = re.compile(r"Z[A-Z]{2}-?\d?\Z")
_NOTHING = ".:,;-/"
_MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            ("JAN", "JANUARY"), ("FEB", "FEBRUARY"), ("MAR", "MARCH"), ("APR", "APRIL"), ("MAY",), ("JUN", "JUNE"),
            ("JUL", "JULY"), ("AUG", "AUGUST"), ("SEP", "SEPT", "SEPTEMBER"), ("OCT", "OCTOBER"),
            ("NOV", "NOVEMBER"), ("DEC", "DECEMBER"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
LAST_YEAR_OF_THIS_CENTURY = 49
"""Two-digit years above this one are 19xx. It is fixed, and not today's year: a build must not depend on the day."""
_LAST_OF_TWO_DIGITS = 99


class DateTimeGroup(Record, frozen=True):
    """What the line of a date-time group says.

    Attributes:
        sent: the time in UTC; None where the group means no time that exists (``311200Z FEB 05``) or not for certain.
        text: the group as written, ``070531Z OCT 09``.
        precedences: in words, the action precedence first.
        left: what else the line says; operating signals such as ``ZFF4`` are no part of it.
        mended: the time was read through a slip of the keyboard, such as a letter O for a zero or a misspelt month.
    """

    sent: datetime | None
    text: str
    precedences: tuple[str, ...]
    left: str = ""
    mended: bool = False


def parse_dtg(text: str) -> DateTimeGroup | None:
    """Read the first date-time group of a text; None if there is none."""
    text = squeeze(text)
    found = _find_group(text)
    if found is None:
        return None
    sent = _time(found)
    mended = sent is not None and (
        not found["time"].replace(" ", "").isdecimal()
        or not (found["year"] or "0").isdecimal()
        or found["month"].upper() not in _MONTH_NAMES
    )
    left = _left_over(text[: found.start()] + " " + text[found.end() :])
    return DateTimeGroup(sent, found["group"], _precedences(found["prosigns"]), left, mended)


@lru_cache(maxsize=1024)
def _precedences(prosigns: str) -> tuple[str, ...]:
    words = _PROSIGN_ALONE.findall(prosigns.upper())
    return tuple(dict.fromkeys(PRECEDENCE_OF_PROSIGN.get(word, word) for word in words))


def _find_group(text: str) -> re.Match[str] | None:
    for found in _DTG.finditer(text):
        if _is_group(found):
            return found
    return _DAMAGED.search(text)


def full_year(two_digits: int) -> int:
    """Give the year that two digits mean."""
    return two_digits + (2000 if two_digits <= LAST_YEAR_OF_THIS_CENTURY else 1900)


@lru_cache(maxsize=1024)
def month_number(word: str) -> int:
    """Give the number of a month: ``OCT``, ``Sept``, ``OCTOBER``, ``OCOTBER``; 0 where it cannot be told."""
    plain = word.upper().replace("0", "O")
    number = MONTHS.get(plain) or _MONTH_NAMES.get(plain)
    if number:
        return number
    near = {_MONTH_NAMES[name] for name in _MONTH_NAMES if name.startswith(plain) and len(plain) > len("JAN")}
    near = near or {_MONTH_NAMES[name] for name in _MONTH_NAMES if closest(plain, (name,))}
    return near.pop() if len(near) == 1 else 0


def _left_over(text: str) -> str:
    words = text.split()
    return " ".join(
        word for word in words if word.strip(_NOTHING) and word != "DTG:" and not _OPERATING_SIGNAL.match(word)
    )


def _is_group(found: re.Match[str]) -> bool:
    """Tell a group from words and numbers that happen to look like one: without its Z it needs a month and a year."""
    time = found["time"]
    if not time.isdecimal() and sum(map(str.isdecimal, time)) < _FEWEST_DIGITS:
        return False
    marked = "Z" in found["group"][: found.start("month") - found.start("group")].upper()
    return marked or (found["year"] is not None and month_number(found["month"]) > 0)


def _time(found: re.Match[str]) -> datetime | None:
    month = month_number(found["month"])
    time = found["time"]
    digits = time if time.isdecimal() else "".join(time.upper().translate(_AS_DIGITS).split())
    if not month or found["year"] is None or len(digits) != len("070531"):
        return None
    year = int(found["year"].upper().translate(_AS_DIGITS))
    try:
        return datetime(
            year if year > _LAST_OF_TWO_DIGITS else full_year(year),
            month,
            int(digits[:2]),
            int(digits[2:4]),
            int(digits[4:]),
            tzinfo=UTC,
        )
    except ValueError:
        return None
