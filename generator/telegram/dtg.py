"""The date-time group: ``P 070531Z OCT 09`` is 7 October 2009, 05:31 UTC, with priority (ACP 121)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from generator.record import Record
from generator.vocabulary import MONTHS, PRECEDENCE_OF_PROSIGN

_DTG = re.compile(
    r"(?P<prosigns>(?:\b(?:[ZOPR]|NIACT) ){0,3})(?<!\d)(?P<group>(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})\s?Z"
    r"\s?(?P<month>[A-Z]{3})(?:T|TEMBER|OBER|EMBER|UARY|RUARY|CH|IL|E|Y|UST)?\.?\s?(?P<year>(?:19|20)?\d{2}))\b",
    re.IGNORECASE,
)
LAST_YEAR_OF_THIS_CENTURY = 49
"""Two-digit years above this one are 19xx. It is fixed, and not today's year: a build must not depend on the day."""
_LAST_OF_TWO_DIGITS = 99


class DateTimeGroup(Record, frozen=True):
    """What the line of a date-time group says.

    Attributes:
        sent: the time in UTC; None where the group means no time that exists (``311200Z FEB 05``).
        text: the group as written, ``070531Z OCT 09``.
        precedences: in words, the action precedence first.
    """

    sent: datetime | None
    text: str
    precedences: tuple[str, ...]


def parse_dtg(text: str) -> DateTimeGroup | None:
    """Read the first date-time group of a text; None if there is none."""
    found = _DTG.search(text)
    if found is None:
        return None
    words = (PRECEDENCE_OF_PROSIGN.get(word, word) for word in found["prosigns"].upper().split())
    return DateTimeGroup(_time(found), found["group"], tuple(dict.fromkeys(words)))


def full_year(two_digits: int) -> int:
    """Give the year that two digits mean."""
    return two_digits + (2000 if two_digits <= LAST_YEAR_OF_THIS_CENTURY else 1900)


def _time(found: re.Match[str]) -> datetime | None:
    month = MONTHS.get(found["month"].upper())
    if month is None:
        return None
    year = int(found["year"])
    try:
        return datetime(
            year if year > _LAST_OF_TWO_DIGITS else full_year(year),
            month,
            int(found["day"]),
            int(found["hour"]),
            int(found["minute"]),
            tzinfo=UTC,
        )
    except ValueError:
        return None
