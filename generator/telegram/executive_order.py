"""The E.O. line: when, or by which rule, a cable is declassified (E.O. 11652, 12065, 12356, 12958, 13526)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from generator.record import Record
from generator.telegram.dtg import full_year, month_number
from generator.telegram.lines import squeeze, without_page_lines

_DECL = r"D(?:ECL|CL|ELC|EC|ECLAS)\s?[:;.]|DECL(?:AS|ASS|ASSIFY|ASSIFICATION)?(?:\s(?:ON|DATE))?\b\s?[:;.]?"
_ORDER = re.compile(
    r"\s*(?:(?:E\s?[.,]?\s?[O0]\s?[.,]?|O\.E\.|EXECUTIVE ORDER)[\s:]{0,3}[\dlI]{1,3},?[\dlI]{2,3}(?!\d)[\s.:;,-]{0,4}"
    r"(?:\(?AS AMENDED\)?[\s:;,-]{0,4})?)?",
    re.IGNORECASE,
)
_DECLASSIFY = re.compile(rf"[\s(]{{0,3}}(?:{_DECL})[\s:;,-]{{0,4}}", re.IGNORECASE)
_DECLASSIFY_BELOW = re.compile(rf"[\s;,/(]{{1,3}}(?:{_DECL})\s{{0,3}}", re.IGNORECASE)
_OTHER_FIELD = re.compile(r"\s?\b(?:TAGS|SUBJECT|SUBJ|REF)\s?[:;]", re.IGNORECASE)
# A letter by itself stands for a digit that damage took: 20A7 is not 2020.
_NUMERIC_DATES = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>[\dO]{4})\s?[/.-]\s?(?P<month>[\dO]{1,2})\s?[/.-]\s?(?P<day>[\dO]{1,2})(?![\dO]|[A-Za-z](?![A-Za-z]))",
        r"(?P<month>[\dOlI]{1,2})\s?[/.-]{1,2}\s?(?P<day>[\dOlI]{1,2})\s?[/.-]{1,2}\s?(?P<year>[\dO]{4}|[\dO]{2})(?![\dO]|[A-Za-z](?![A-Za-z]))",
        r"(?P<month>\d{1,2}) (?P<day>\d{1,2})[ /](?P<year>(?:19|20)\d{2})(?!\d)",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2}) (?P<year>(?:19|20)\d{2})(?!\d)",
        r"(?P<month>\d{1,2})/(?P<day>\d{2})(?P<year>(?:19|20)\d{2})(?!\d)",
        r"(?P<month>\d{2})(?P<day>\d{2})/(?P<year>(?:19|20)\d{2})(?!\d)",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
    )
)
_WRITTEN_DATES = tuple(
    re.compile(form)
    for form in (
        (
            r"(?P<word>[A-Za-z]{3,9})\.?\s?(?P<day>\d{1,2})(?:ST|ND|RD|TH)?\s?,?\s?"
            r"(?P<year>(?:19|20)\d{2}|(?<=[, ])\d{2})(?!\d)"
        ),
        r"(?P<day>\d{1,2})(?:ST|ND|RD|TH)?\s?-?(?P<word>[A-Za-z]{3,9})[.,]?\s?-?(?P<year>(?:19|20)\d{2}|\d{2})(?!\d)",
    )
)
_AS_DIGITS = str.maketrans("OolI", "0011")
_YEAR_OF_FOUR_DIGITS = 4
_CENTURY = 100
_LONGEST_CLOSED = 75
"""Years from a cable to its declassification; a two-digit year does not mean one beyond."""
_MONTHS = 12
_NOTHING = " .,;:()/-[]"


class Declassification(Record, frozen=True):
    """What an E.O. line says; what it does not say is None or empty.

    Attributes:
        on: the date of declassification.
        rule: what the line says in place of a date: ``OADR``, ``X1, X5``, ``N/A``, ``GDS``.
        impossible: the rule has the form of a date that does not exist.
        left: what follows the date.
    """

    on: date | None = None
    rule: str = ""
    impossible: bool = False
    left: str = ""


@lru_cache(maxsize=4096)  # all cables of a day have the same
def parse_executive_order(text: str, year: int = 0) -> Declassification:
    """Read an E.O. line.

    Args:
        text: the line, its label included or not.
        year: the cable's own, if known: a two-digit year of declassification is not before it.
    """
    value, left = _value(text)
    start = 0
    while declassify := _DECLASSIFY.match(value, start):
        start = declassify.end()
    value = value[start:].strip()
    found = _find_date(value)
    if found is None:
        return _by_rule(value, year, left)
    day = _date(found, year)
    if day is None:
        return Declassification(rule=value, impossible=True, left=left)
    rest = _DECLASSIFY.sub("", value[found.end() :], count=1) if value[found.end() :].strip(_NOTHING) else ""
    if rest.strip(_NOTHING) == found[0].strip():  # it is said twice
        rest = ""
    return Declassification(on=day, left=" ".join(filter(None, (rest.strip(_NOTHING), left))))


def _value(text: str) -> tuple[str, str]:
    """Cut off the order's name in front, and what another label begins behind."""
    line = squeeze(without_page_lines(text))
    value = line[_ORDER.match(line).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    other = _OTHER_FIELD.search(value)
    return (value[: other.start()], value[other.start() :].strip()) if other else (value, "")


def _by_rule(value: str, year: int, left: str) -> Declassification:
    """Read a rule; below it there may be a date after all: ``DNG: CO 01/01/80; DECL: 01/01/86``."""
    below = _DECLASSIFY_BELOW.search(value)
    found = _find_date(value[below.end() :]) if below else None
    day = _date(found, year) if found else None
    if below is None or day is None:
        return Declassification(rule=value, left=left)
    return Declassification(on=day, rule=value[: below.start()].strip(_NOTHING), left=left)


def _find_date(value: str) -> re.Match[str] | None:
    for form in _NUMERIC_DATES:
        if found := form.match(value):
            return found
    for form in _WRITTEN_DATES:
        found = form.match(value)
        if found and month_number(found["word"]):
            return found
    return None


def _date(found: re.Match[str], year: int) -> date | None:
    pieces = found.groupdict()
    day, stated_year = (int(pieces[name].translate(_AS_DIGITS)) for name in ("day", "year"))
    month = month_number(pieces["word"]) if "word" in pieces else int(pieces["month"].translate(_AS_DIGITS))
    if month > _MONTHS >= day and found.start("month") < found.start("year"):
        month, day = day, month  # as Europeans write it
    if len(pieces["year"]) < _YEAR_OF_FOUR_DIGITS:
        stated_year = _full_year(stated_year, year)
    try:
        return date(stated_year, month, day)
    except ValueError:
        return None


def _full_year(two_digits: int, year: int) -> int:
    """Give the year that two digits mean: the first that is not before the cable's own."""
    first = year + (two_digits - year) % _CENTURY
    return first if year and first - year <= _LONGEST_CLOSED else full_year(two_digits)
