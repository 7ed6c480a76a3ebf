"""What templates may do with what a view has: ``{{ view.cables | number }}``, ``{{ 'cable.from' | say }}``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, Protocol

from markupsafe import Markup, escape

from generator.pages.entries import write_entries
from generator.pages.escaping import escape_text
from generator.pages.views import iso
from generator.wording import Wording

_PLAIN = frozenset({str, int})
"""Of these kinds, two that are equal are written alike."""


class _Word(Protocol):
    @property
    def text(self) -> str:
        """The word."""

    @property
    def meaning(self) -> str:
        """What it means; empty if that is not known."""


def make_filters(wording: Wording, lang: str = "") -> dict[str, Callable[..., Any]]:
    """Give what templates may do.

    Args:
        wording: the words of the interface.
        lang: the attribute that says what language cables are in; empty if it is the interface's.
    """
    return {
        "breakable": breakable,
        "entries": partial(write_entries, wording=wording, lang=lang),
        "explained": explain,
        "iso": iso,
        "long_date": wording.long_date,
        "number": wording.number,
        "say": partial(say, wording),
        "subject": attrgetter("headline"),
    }


def say(wording: Wording, key: str, **values: object) -> str:
    """Give a text of the interface; where something in its gaps is HTML, the text becomes HTML around it.

    Jinja asks for those that have no gaps once, while it compiles a template.
    """
    if _PLAIN.issuperset(map(type, values.values())):
        return _say_plain(wording, key, **values)
    if not any(isinstance(value, Markup) for value in values.values()):
        return wording.say(key, **values)
    form = Markup(escape(wording.form(key, values)))  # noqa: S704 - escaped just now
    return form.format_map(wording.written(values))


@lru_cache(maxsize=4096)
def _say_plain(wording: Wording, key: str, **values: object) -> str:
    """Give a text with names and numbers in its gaps: on the pages of one sender, or of one day, it is the same."""
    return wording.say(key, **values)


def explain(words: Iterable[_Word]) -> Markup:
    """Write words in a row, each of which says what it means where that is known."""
    return Markup(", ".join([_explain_one(word.text, word.meaning) for word in words]))  # noqa: S704 - escaped below


def breakable(path: str) -> Markup:
    """Write a path so that a line of a narrow page may end behind each slash."""
    return Markup(escape_text(path).replace("/", "/<wbr>"))  # noqa: S704 - escaped just now


@lru_cache(maxsize=1024)
def _explain_one(text: str, meaning: str) -> str:
    word = escape_text(text)
    return f'<abbr tabindex="0" title="{escape_text(meaning)}">{word}</abbr>' if meaning else word
