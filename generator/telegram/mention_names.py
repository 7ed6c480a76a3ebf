"""The words, numbers and signs of a REF item, and the stations that its words name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.record import Record
from generator.telegram.reference_words import COUNTED, DEPARTMENT, FILLING, NO_STATION, OFFICES, OWN_POST, PAIRED
from generator.telegram.stations import is_known, station_code

OWN_STATION = "."
"""Stands for the station of the cable that cites: ``OURTEL 431``."""
_TOKEN = re.compile(r"[A-Z](?:[A-Z]|'(?=[A-Z])|\.(?=[A-Z](?![A-Z])))*|\d+|[^\s\w]|\w", re.ASCII)
_NOUGHT = re.compile(r"(?<=\d)O{1,3}(?=\d|\b)|\bO{1,2}(?=\d)")
_LONGEST_NAME = 6
_SHORT_FORMS = {"ST", "MT", "PT", "FT", "U", "S", "N"}
_FIRST_YEAR, _LAST_YEAR = 1966, 2049
"""Telegrams of other years are in no collection."""


class Token(Record, frozen=True):
    """A word, a number or a sign."""

    text: str
    start: int
    end: int
    glued: bool
    new_line: bool

    @property
    def is_number(self) -> bool:
        """It is made of digits."""
        return self.text[0] in "0123456789"

    @property
    def is_word(self) -> bool:
        """It begins with a letter."""
        return self.text[0].isalpha()


class Name(Record, frozen=True):
    """A station's name before a number: its code, whether the vocabulary has it, the index of its first word."""

    station: str
    known: bool
    first: int


class Number(Record, frozen=True):
    """A serial: its digits, and the year behind it where it has one."""

    digits: str
    year: str
    bracketed: bool = False


class Mention(Record, frozen=True):
    """A station with serials.

    Attributes:
        station: its code.
        known: the vocabulary has it.
        year: the year in front as written; empty if there is none.
        numbers: the serials.
        start: where it begins, the year included.
        end: where it ends.
        clear: there is one way to read it.
        first: the index of its first token.
        after: the index of the token behind it.
    """

    station: str
    known: bool
    year: str
    numbers: tuple[Number, ...]
    start: int
    end: int
    clear: bool
    first: int
    after: int


def write_noughts(folded: str) -> str:
    """Write a nought where a letter O stands for one: ``O4 OSLO`` is ``04 OSLO``. Every character keeps its place."""
    if "O" not in folded:
        return folded
    return _NOUGHT.sub(lambda letters: "0" * len(letters[0]), folded)


def cut_tokens(folded: str) -> list[Token]:
    """Cut a text, in capitals, into words, numbers and signs."""
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.finditer(folded):
        start = found.start()
        tokens.append(Token(found[0], start, found.end(), start == end and start > 0, "\n" in folded[end:start]))
        end = found.end()
    return tokens


def is_year(digits: str, latest: int) -> bool:
    """Tell whether digits can be a year that lies not behind the latest."""
    return len(digits) in {2, 4} and digits.isdecimal() and _FIRST_YEAR <= full(digits) <= latest


def may_be_year_in_front(digits: str, latest: int) -> bool:
    """Tell whether digits before a station's name can be a year.

    One year too many is a misprint or a cable of New Year's day; a nought in front can be nothing but a year's.
    """
    return is_year(digits, latest + 1) or (len(digits) == 2 and digits[0] == "0")  # noqa: PLR2004


def full(digits: str) -> int:
    """Give the year that two or four digits mean."""
    number = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two digits leave the century out
        return number
    return number + (2000 if number + 2000 <= _LAST_YEAR else 1900)


class NameReader:
    """Tells which words around a number are a station's name."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def text(self, index: int) -> str:
        """Give a token's text; empty beyond the ends."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def is_glued(self, index: int) -> bool:
        """Tell whether nothing stands between a token and the one before it."""
        return 0 <= index < len(self.tokens) and self.tokens[index].glued

    def is_number(self, index: int) -> bool:
        """Tell whether a token is a number."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_number

    def name_before(self, index: int, floor: int) -> Name | None:
        """Find the longest known station that ends right before a number, or an unknown name there."""
        last = index - 1
        while last >= floor and (self.text(last) in FILLING or self.text(last) in {"-", "/", ":", "#", ".", "(", "'"}):
            last -= 1
        if index - last > 4 or last < floor or not self.tokens[last].is_word:  # noqa: PLR2004 - signs and a word
            return None
        if self.text(last) in OWN_POST:
            return Name(OWN_STATION, True, last)
        if self.text(last) in DEPARTMENT:
            return Name("STATE", True, last)
        firsts = list(self._words_before(last, floor))
        for first in reversed(firsts):
            words = self._join(first, last)
            if all(len(word) == 1 for word in words.split()):
                continue
            code = station_code(words)
            if self.is_glued(index) and not is_known(code):  # an O glued to a serial is a nought: STATEO06
                code = code.removesuffix("O")
            if is_known(code):
                before = self.text(first - 1) if first > floor else ""
                return None if before in OFFICES or before in PAIRED or words in NO_STATION else Name(code, True, first)
        return self._unknown_name(firsts, last)

    def _join(self, first: int, last: int) -> str:
        """Put words together as a name; ``ROME'S`` is ROME."""
        return " ".join(token.text for token in self.tokens[first : last + 1] if token.is_word).removesuffix("'S")

    def _words_before(self, last: int, floor: int) -> Iterator[int]:
        """Give the places where a name of several words may begin, the nearest first."""
        words = 1
        index = last
        yield index
        while words < _LONGEST_NAME and index - 1 >= floor:
            before = self.text(index - 1)
            further = self.text(index - 2) if index - 2 >= floor else ""
            if (before == "." and further in _SHORT_FORMS) or (before == "-" and further[:1].isalpha()):
                index -= 2
            elif before and self.tokens[index - 1].is_word:
                index -= 1
            else:
                return
            words += 1
            yield index

    def _unknown_name(self, firsts: Sequence[int], last: int) -> Name | None:
        """Take up to three words that no other meaning is known of for a station's name."""
        best = None
        for first in firsts[:3]:
            word = self.text(first)
            if word in NO_STATION or word in OFFICES or word in COUNTED or len(word) == 1 or "." in word:
                break
            best = first
            if self.tokens[first].new_line:
                break
        if best is None:
            return None
        code = station_code(self._join(best, last))
        return Name(code, False, best) if len(code) > 1 else None

    def name_follows(self, index: int) -> bool:
        """Tell whether words with a number behind them begin here: a further mention."""
        last = index
        while last - index < 2 * _LONGEST_NAME and (self._is_word(last) or self._is_inside_name(last, index)):
            last += 1
        if last == index:
            return False
        number = last
        while number - last <= 1 and self.text(number) in {"-", "/", "#", ":"}:
            number += 1
        words = self._join(index, last - 1)
        return self.is_number(number) and (is_known(station_code(words)) or self.text(index) not in NO_STATION)

    def _is_word(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].is_word

    def _is_inside_name(self, index: int, first: int) -> bool:
        """``ST. PETERSBURG``, ``PORT-AU-PRINCE``."""
        if index == first or not self._is_word(index + 1):
            return False
        return self.text(index) == "-" or (self.text(index) == "." and self.text(index - 1) in _SHORT_FORMS)
