"""Rows about the cables of a range, put together by cable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)
Value = TypeVar("Value")


def by_cable(rows: Iterable[tuple[int, Name, Value]]) -> dict[int, dict[Name, Value]]:
    """Give what rows of an ordinal, a name and a value say of each cable: values by name, none for any other cable."""
    found: dict[int, dict[Name, Value]] = defaultdict(dict)
    for ordinal, name, value in rows:
        found[ordinal][name] = value
    return found
