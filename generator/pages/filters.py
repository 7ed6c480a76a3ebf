"""What templates may do with what a view has: ``{{ view.cables | number }}``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from markupsafe import Markup

from generator.pages.dates import long_date
from generator.pages.entries import write_entries
from generator.pages.escaping import escape_text


class _Word(Protocol):
    @property
    def text(self) -> str:
        """The word."""

    @property
    def meaning(self) -> str:
        """What it means; empty if that is not known."""


def explain(words: Iterable[_Word]) -> Markup:
    """Write words in a row, each of which says what it means where that is known."""
    return Markup(", ".join([_explain_one(word.text, word.meaning) for word in words]))  # noqa: S704 - escaped below


def breakable(path: str) -> Markup:
    """Write a path so that a line of a narrow page may end behind each slash."""
    return Markup(escape_text(path).replace("/", "/<wbr>"))  # noqa: S704 - escaped just now


@lru_cache(maxsize=1024)
def _explain_one(text: str, meaning: str) -> str:
    word = escape_text(text)
    return f'<abbr title="{escape_text(meaning)}">{word}</abbr>' if meaning else word


def _with_thousands(number: int) -> str:
    return f"{number:,}"


def _iso(day: date) -> str:
    return day.isoformat()


FILTERS: dict[str, Callable[..., Any]] = {
    "breakable": breakable,
    "entries": write_entries,
    "explained": explain,
    "iso": _iso,
    "long_date": long_date,
    "number": _with_thousands,
}
