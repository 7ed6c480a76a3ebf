"""The E.O. line: when, or by which rule, a cable is declassified (E.O. 11652, 12065, 12356, 12958)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from generator.telegram.dtg import full_year
from generator.telegram.lines import squeeze, without_page_lines

_LABEL = re.compile(
    r"\s*(?:(?:E\.?\s?O\.?|O\.E\.|EXECUTIVE ORDER)[\s:]*\d{4,5}(?!\d)[\s.:,;]*(?:\(?AS AMENDED\)?[\s:,;]*)?)?"
    r"(?:DECL\w*\.?[\s:]*)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})\s?[/-]\s?(?P<day>\d{1,2})\s?[/-]\s?(?P<year>\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})\s?[/-]\s?(?P<month>\d{1,2})\s?[/-]\s?(?P<day>\d{1,2})(?!\d)")


@lru_cache(maxsize=4096)  # all cables of a day have the same
def parse_executive_order(text: str) -> tuple[date | None, str]:
    """Read an E.O. line.

    Returns:
        The date of declassification, or None; and what the line says in place of one (``OADR``, ``X1, X5``,
        ``N/A``, ``GDS``), or an empty text.
    """
    value = squeeze(_LABEL.sub("", squeeze(without_page_lines(text)), count=1))
    found = _YEAR_FIRST.match(value) or _MONTH_FIRST.match(value)
    day = _date(found) if found else None
    return (day, "") if day else (None, value)


def _date(found: re.Match[str]) -> date | None:
    year = int(found["year"])
    try:
        return date(year if len(found["year"]) > len("09") else full_year(year), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
