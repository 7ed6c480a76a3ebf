"""The date behind a reference, which tells its year: ``STATE 12345, "TITLE", DATED 12/3/05``."""

from __future__ import annotations

import re

from generator.record import Record

_MONTH = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}"
_DATE = (
    rf"(?:\d{{6}}\s?Z\s?{_MONTH}\.?\s?(?P<a>\d{{4}}|\d{{2}})"
    r"|(?P<b>(?:19|20)\d{2})-\d{2}-\d{2}"
    r"|\d{1,2}(?P<sign>[/.-])\d{1,2}(?P=sign)(?P<c>\d{4}|\d{2})"
    rf"|\d{{1,2}}(?:ST|ND|RD|TH)?[ -]?{_MONTH}[ .,-]{{0,2}}'?(?P<d>\d{{4}}|\d{{2}})"
    rf"|{_MONTH}\.? \d{{1,2}}(?:ST|ND|RD|TH)?(?:, ?|\s)'?(?P<e>\d{{4}}|\d{{2}})"
    rf"|{_MONTH}\.?,? (?P<f>(?:19|20)\d{{2}}))(?![/-]?\d)"
)
_SAYING = r"(?:(?:DATED?|DTD|DTG|SENT|OF|ON|FROM)[\s:]{1,3}){1,2}"
_RIGHT_BEHIND = re.compile(
    rf"\s{{0,8}}(?:\([A-Z ]{{3,20}}\))?[\s,;:-]{{0,8}}(?P<said>\(\s?(?:{_SAYING})?|{_SAYING})?" + _DATE
)
_SAID = re.compile(r"\b(?P<said>(?:DATED|DTD|DTG|SENT|DATE)(?: ON)?[\s:]{1,3})" + _DATE)
_FARTHEST = 200


class DateBehind(Record, frozen=True):
    """The year of a date, in two digits or four, and whether the text says that it is that of the telegram."""

    year: str
    said: bool


def find_date_of(behind: str) -> DateBehind | None:
    """Find the date behind a mention; None if there is none.

    Args:
        behind: the text from the mention to the next one, in capitals, what stands in quotation marks blanked.
    """
    near = behind[:_FARTHEST]
    if not any(map(str.isdigit, near)):
        return None
    found = _RIGHT_BEHIND.match(near) or _SAID.search(near)
    if found is None:
        return None
    return DateBehind(next(filter(None, found.group("a", "b", "c", "d", "e", "f"))), found["said"] is not None)
