"""The words of the interface, in the language of the site.

They stand in one file for each language, ``languages/en.yaml`` of a theme (`wording_file` reads it). What English does
beside its words, as plurals, names of months and thousands, other languages do in ways of their own: those are the
Unicode project's (CLDR), by Babel.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.findings import Finding
from generator.wording_file import FOLDER, Text, check_texts, read_texts, usable

if TYPE_CHECKING:
    from babel import Locale

ENGLISH = "en"
"""The language that has every text; where another has none, this one's is shown."""
BUNDLED = next(
    folder for folder in (Path(__file__).parent / "themes", Path(__file__).parent.parent / "themes") if folder.is_dir()
)
"""The themes that come with Cablepress: inside an installed package, and beside the package in a checkout."""
_DEFAULT = (BUNDLED / "default",)


class Wording:
    """All that the interface says in one language.

    Whoever has a wording has it by its language and where its files are: from one process to another goes that alone,
    and a process has one wording of each.

    Attributes:
        language: as a tag such as ``fr``. It is English where the language asked for has no texts: then months,
            thousands and the direction are English ones, too, and a page can say truly what it is in.
        folders: of themes; the first that has a text wins.
    """

    def __init__(self, language: str, folders: tuple[Path, ...]) -> None:
        self._asked_for, self.folders = language, folders
        self.language = language if has_texts(language, folders) else ENGLISH
        self._numbers: dict[int, str] = {}
        self._plurals: dict[int, str] = {}
        self._dates: dict[date, str] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return open_wording, (self._asked_for, self.folders)

    def __str__(self) -> str:
        return self.language

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """All texts by their keys, such as ``cable.cited_by``; one with a plural has a form for each."""
        found: dict[str, Text] = {}
        # A site may say in English less than the pages offer; that takes nothing from its other languages.
        offered = ChainMap(dict(read_texts(_file(_DEFAULT[0], ENGLISH)).texts), found)
        for language in _spoken(self.language):
            for folder in reversed(self.folders):
                found.update(usable(read_texts(_file(folder, language)), offered))
        return found

    @property
    def direction(self) -> str:
        """``ltr``, or ``rtl`` for a language that is written from right to left."""
        return direction_of(self.language)

    def say(self, key: str, /, **values: object) -> str:
        """Give a text.

        Args:
            key: which one.
            values: what stands in its gaps, by their names; numbers are written as the language writes them. ``count``
                chooses among the forms of a plural.

        Raises:
            KeyError: there is no such text, or no value for one of its gaps.
        """
        form = self.form(key, values)
        return form.format_map(self.written(values)) if values else form

    def form(self, key: str, values: Mapping[str, object]) -> str:
        """Give a text with its gaps: that form of it which a number of things takes."""
        text = self.texts.get(key)
        if text is None:
            raise KeyError(f"there is no interface text '{key}'")
        if isinstance(text, str):
            return text
        return text.get(self._plural(_number(values["count"]))) or text["other"]

    def _plural(self, number: int) -> str:
        """Give the form that so many things take: ``one`` for 1."""
        if number not in self._plurals:
            self._plurals[number] = _locale(self.language).plural_form(number)
        return self._plurals[number]

    def written(self, values: Mapping[str, object]) -> dict[str, object]:
        """Write the numbers among the values of gaps."""
        return {name: self.number(value) if type(value) is int else value for name, value in values.items()}

    def number(self, number: int) -> str:
        """Write a whole number: ``12,345``."""
        if number not in self._numbers:
            from babel.numbers import format_decimal  # noqa: PLC0415 - a build with nothing to do needs none of it

            self._numbers[number] = format_decimal(number, locale=_locale(self.language))
        return self._numbers[number]

    def month(self, number: int) -> str:
        """Give the name of a month, as a date has it: ``October`` for 10."""
        return self._months[number - 1]

    @cached_property
    def _months(self) -> tuple[str, ...]:
        names = _locale(self.language).months["format"]["wide"]
        return tuple(names[month] for month in range(1, 13))

    @cached_property
    def months_named(self) -> tuple[tuple[str, str], ...]:
        """The names of the months, each short and whole."""
        names = _locale(self.language).months["stand-alone"]
        short = _locale(self.language).months["format"]["abbreviated"]
        return tuple((short[month], names["wide"][month]) for month in range(1, 13))

    @cached_property
    def weekdays_named(self) -> tuple[tuple[str, str], ...]:
        """The names of the days from Monday on, each as short as can be and whole."""
        names = _locale(self.language).days["stand-alone"]
        return tuple((names["short"][day], names["wide"][day]) for day in range(7))

    @property
    def first_weekday(self) -> int:
        """With which day a week begins: 0 is Monday, 6 is Sunday."""
        return int(_locale(self.language).first_week_day)

    def long_date(self, day: date) -> str:
        """Write a date: ``7 October 2009``."""
        only = date(day.year, day.month, day.day)  # a time is a date, too
        if only not in self._dates:
            key = "dates.first_day" if day.day == 1 else "dates.day"
            self._dates[only] = self.say(key, day=str(day.day), month=self.month(day.month), year=str(day.year))
        return self._dates[only]

    def month_of(self, day: date) -> str:
        """Write the month of a date: ``October 2009``."""
        return self.say("dates.month", month=self.month(day.month), year=str(day.year))

    def span(self, first: date, last: date) -> str:
        """Write from which day to which: ``1 March 2006 to 7 October 2009``."""
        begin, end = self.long_date(first), self.long_date(last)
        return begin if begin == end else self.say("dates.span", first=begin, last=end)

    def clock(self, time: datetime) -> str:
        """Write the time of a day: ``05:31 UTC``."""
        return self.say("dates.clock", hour=f"{time.hour:02}", minute=f"{time.minute:02}")

    def meaning(self, kind: str, code: str, english: str) -> str:
        """Say what a word of the telegrams means: in the language's own words if it has some, or else in English.

        Args:
            kind: the table that the word stands in, such as ``captions``.
            code: the word.
            english: what it means in English; empty if that is not known.
        """
        text = self.texts.get(f"meanings.{kind}.{code}")
        return text if isinstance(text, str) else english


def open_wording(language: str, folders: tuple[Path, ...] = _DEFAULT) -> Wording:
    """Open the words of a language: there is one of each in a process."""
    return _open(language, folders)


_open = cache(Wording)


def forget_wordings() -> None:
    """Forget what was read of files of texts: somebody may change them before the next build."""
    _open.cache_clear()
    read_texts.cache_clear()


def direction_of(language: str) -> str:
    """Give how a language is written: ``ltr``, or ``rtl`` from right to left."""
    return str(_locale(language).text_direction)


def has_texts(language: str, folders: tuple[Path, ...]) -> bool:
    """Tell whether there is a file of interface texts for a language, or for the one that it is a kind of."""
    return any(_file(folder, each).is_file() for each in _ever_closer(language) for folder in folders)


def check_wording(language: str, folders: tuple[Path, ...], root: Path) -> Iterator[Finding]:
    """Find what is wrong with the interface texts of a site.

    Args:
        language: of the site.
        folders: of its theme.
        root: the site's own folder, of whose files mistakes are told.
    """
    if not has_texts(language, folders):
        yield Finding("site.yaml", 0, "language.missing", f"the interface has no texts in the language '{language}'")
    for folder in folders:
        for each in _spoken(language):
            path = _file(folder, each)
            if folder.is_relative_to(root) and folder not in _DEFAULT and path.is_file():
                english = read_texts(_file(_DEFAULT[0], ENGLISH)).texts
                yield from check_texts(path, path.relative_to(root).as_posix(), english)


def _file(folder: Path, language: str) -> Path:
    """Give the place of the texts of a language in a theme."""
    return folder / FOLDER / f"{language}.yaml"


def _spoken(language: str) -> list[str]:
    """Give the languages whose texts are shown, a later one's before those of an earlier."""
    return list(dict.fromkeys((ENGLISH, *_ever_closer(language))))


def _ever_closer(language: str) -> list[str]:
    """Give a language from the widest sense to the narrowest: ``pt`` and ``pt-BR``."""
    parts = language.split("-")
    return ["-".join(parts[:length]) for length in range(1, len(parts) + 1)]


def _number(count: object) -> int:
    if not isinstance(count, int):
        raise TypeError(f"a plural hangs on a whole number, not on {count!r}")
    return count


@cache
def _locale(language: str) -> Locale:
    """Give what is known of a language; English for one that Unicode's tables lack."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above

    for each in reversed(_ever_closer(language)):
        try:
            return Locale.parse(each, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(ENGLISH)
