"""The transmission lines above the date-time group: ``VZCZCXRO3880``, ``DE RUEHNO #0432/01 2800531`` (ACP 127)."""

from __future__ import annotations

import re

_ID = re.compile(r"\bV?ZCZC ?(?=[A-Z]{0,8}\d)[A-Z\d]{2,20}|\bVZCZC[A-Z\d]{0,20}")
_ORIGIN = re.compile(
    r"\bDE ?R[A-Z\d]{4,7} {0,3}(?:# {0,2}(?P<marked>\d{1,6})|(?P<serial>\d{4,6})(?=/\d\d| {1,3}\d{7}\b))"
)


def parse_transmission_id(text: str) -> str:
    """Read the id of the transmission, without a space that damage put into it; empty if the text has none."""
    found = _ID.search(text)
    return found[0].replace(" ", "") if found else ""


def parse_station_serial(text: str) -> int:
    """Read the sender's serial for the year from the DE line; 0 if the text has none.

    Without its number sign it is one only where a section or the seven digits of day and time follow.
    """
    found = _ORIGIN.search(text)
    return int(found["marked"] or found["serial"]) if found else 0
