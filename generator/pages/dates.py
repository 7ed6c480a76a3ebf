"""Dates as pages write them."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip


def long_date(day: date) -> str:
    """``7 October 2009``."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def month_name(number: int) -> str:
    """``October`` for 10."""
    return _MONTHS[number - 1]


def clock(time: datetime) -> str:
    """``05:31 UTC``."""
    return f"{time.hour:02}:{time.minute:02} UTC"
