"""Mentions of telegrams in a text: a station with a serial, and what year they say.

``06 MOSCOW 431``, ``MOSCOW 02259 (2002)``, ``MOSCOW 5049-01``, ``ROME 431 OF 2006``, ``870 Ulaanbaatar``.
Numbers are looked for first: what stands before one is a station's name or none. What has two readings is not `clear`.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.telegram.mention_names import Mention, NameReader, Number, Token, is_year, may_be_year_in_front
from generator.telegram.reference_words import BEHIND, COUNTED, INTRODUCING
from generator.telegram.stations import is_known, station_code
from generator.vocabulary import MONTHS

__all__ = ["Mention", "Number", "find_mentions"]

_LONGEST_SERIAL = 7
_LONGEST_NAME = 6
_LAST_DAY = 31
_FAR_APART = 500
"""Serials of one list stand closer together: a number further off that looks like a year may be one."""

_CLOSE = 100
"""Two serials that a slash joins stand closer together than this."""


def find_mentions(tokens: Sequence[Token], latest: int) -> list[Mention]:
    """Find the mentions of telegrams, in their order.

    Args:
        tokens: those of one item.
        latest: the year of the cable that cites, in full: what lies beyond it is no year.
    """
    reader = _Reader(tokens, latest)
    found: list[Mention] = []
    index = 0
    while index < len(tokens):
        mention = reader.mention_at(index, found[-1].after if found else 0) if tokens[index].is_number else None
        if mention is not None:
            found.append(mention)
        index = max(index + 1, mention.after if mention else 0)
    return found


class _Reader(NameReader):
    """Reads mentions around numbers."""

    def __init__(self, tokens: Sequence[Token], latest: int) -> None:
        super().__init__(tokens)
        self.latest = latest

    def mention_at(self, index: int, floor: int) -> Mention | None:
        """Read the mention whose first serial (or year in the middle) is the number at an index."""
        name = self.name_before(index, floor)
        if name is None:
            return self._serial_first(index, floor)
        first, year, clear = self._year_before(name.first, floor)
        serial = index
        if not year and (middle := self._middle_year(index)):
            year, serial = self.text(index), middle
            clear = not self._may_be_two_serials(index, middle)
        if not self._is_serial(serial):
            return None
        if self._may_be_a_list_or_a_year(serial):
            if not name.known:
                return None
            clear = False
        numbers, after, sure = self._numbers(serial)
        start, end = self.tokens[first].start, self.tokens[after - 1].end
        return Mention(name.station, name.known, year, numbers, start, end, clear and sure, first, after)

    def _year_before(self, first: int, floor: int) -> tuple[int, str, bool]:
        """Read the year in front of a name: where the mention begins, the year, and whether that is certain."""
        index = first - 1
        before = index - (self.text(index) == "-")
        if floor > 0 and before < floor <= first and self._is_year_at(before) and not self.tokens[first].new_line:
            return first, "", False  # the serial before it may be its year
        if index >= floor and self.text(index) in {"-", "/"} and self.is_number(index - 1):
            index -= 1
        if index >= floor and self.text(index) == ")" and self.text(index - 2) == "(" and index - 2 >= floor:
            index -= 1
        if index < floor or not self.is_number(index):
            return first, "", True
        if self.text(index - 1) in {".", "/", ":"} and self.is_glued(index) and index - 1 >= floor:
            return first, "", False  # the end of a date or of another number
        if index - 1 >= floor and self.tokens[index - 1].is_word and not self.tokens[index].new_line:
            introduced = self.text(index - 1) in INTRODUCING
            if not introduced or self.tokens[first].new_line:  # 12 OCT 06, PAGE 02: no year of what follows
                return first, "", self.tokens[first].new_line and not introduced
        start = index - 1 if index - 1 >= floor and self.text(index - 1) in {"'", "("} else index
        year = self.text(index)
        return (start, year, True) if may_be_year_in_front(year, self.latest) else (index, "", False)

    def _middle_year(self, index: int) -> int:
        """Give the index of the serial where a year stands between station and serial; 0 if none does."""
        if not is_year(self.text(index), self.latest):
            return 0
        behind = index + 1
        if self.text(behind) in {"-", "/", ")"}:
            behind += 1
        certain = self.text(index - 1) in {"(", "'"}
        number = self.text(behind)
        if not self.is_number(behind) or (behind == index + 1 and self.tokens[behind].new_line):
            return 0
        return behind if len(number) > 2 and (certain or not is_year(number, self.latest)) else 0  # noqa: PLR2004

    def _may_be_two_serials(self, first: int, second: int) -> bool:
        """``LONDON 99/100``: a year and a serial, or two serials of one list."""
        before, behind = self.text(first), self.text(second)
        if self.text(first + 1) != "/" or len(before) > 2 or before.startswith("0"):  # noqa: PLR2004 - a year in full
            return False
        return 0 < int(behind) - int(before) < _CLOSE

    def _is_serial(self, index: int) -> bool:
        """Tell whether a number can be a serial, from what stands right behind it."""
        digits = self.text(index)
        if not self.is_number(index) or len(digits.removeprefix("00")) > _LONGEST_SERIAL or not int(digits):
            return False
        behind = self.text(index + 1)
        if self.is_glued(index + 1):
            if behind[0].isalnum() or behind in {"%", "@"}:
                return False
            if behind in {".", ":"} and self.is_glued(index + 2) and self.is_number(index + 2):
                return False
            if behind == "/" and self.is_number(index + 2):
                return self._is_sane_slash(index)
        if behind[:3] in MONTHS and int(digits) <= _LAST_DAY and not self.tokens[index + 1].new_line:
            return False
        return behind not in COUNTED or self.tokens[index + 1].new_line

    def _is_sane_slash(self, index: int) -> bool:
        """``12345/12346`` are two serials and ``12345/76`` has a year; ``3/4`` and ``12/12/06`` are neither."""
        digits, other = self.text(index), self.text(index + 2)
        if self.text(index + 3) == "/" and self.is_number(index + 4):
            return len(digits) > 2 and len(other) == len(digits)  # noqa: PLR2004 - not a date
        return len(digits) > 2 and (len(other) >= len(digits) or self._is_year_behind(index, index + 2))  # noqa: PLR2004

    def _is_year_behind(self, index: int, year: int) -> bool:
        """A year behind a serial is not the end of the next serial: ``12305/06``."""
        digits, number = self.text(index), self.text(year)
        if not is_year(number, self.latest):
            return False
        return int(digits[-len(number) :]) + 1 != int(number)

    def _may_be_a_list_or_a_year(self, index: int) -> bool:
        """``BAKU 06 ROME 12`` and ``ROME 06 12`` can be read in two ways."""
        behind = index + 1
        if behind >= len(self.tokens) or self.tokens[behind].new_line or not self._is_year_at(index):
            return False
        if self.is_number(behind):
            return True
        if self.text(behind) == "-" and behind + 1 < len(self.tokens):  # 73-HONG KONG-1
            behind += 1
        return self.tokens[behind].is_word and self.text(behind) not in BEHIND and self.name_follows(behind)

    def _numbers(self, index: int) -> tuple[tuple[Number, ...], int, bool]:
        """Read a serial with those that follow it; give them, the index behind them and whether all is certain."""
        sure = True
        number, after, ok = self._number(index)
        numbers = [number]
        sure &= ok
        while (following := self._next_serial(numbers[-1], after)) is not None:
            if following < 0:
                return tuple(numbers), after, False
            number, after, ok = self._number(following)
            numbers.append(number)
            sure &= ok
        return tuple(numbers), after, sure and not self._number_follows(after)

    def _number_follows(self, index: int) -> bool:
        """Tell whether a number stands right behind serials that is no year of what follows and no part of a date."""
        if not self.is_number(index) or self.tokens[index].new_line or self._goes_with_what_follows(index):
            return False
        behind = self.text(index + 1)
        if self.is_glued(index + 1) and (behind[0].isalnum() or self.is_number(index + 2)):
            return False  # 121530Z, 12/05/06
        return behind[:3] not in MONTHS

    def _number(self, index: int) -> tuple[Number, int, bool]:
        """Read one serial and the year behind it."""
        digits = self.text(index)
        sign, at = self.text(index + 1), index + 2
        if sign in {"(", "'"} and self._year_may_be_the_next_one_s(index + 1):
            return Number(digits, ""), index + 1, self.tokens[index + 1].new_line
        if sign in {"(", "["}:
            at += self.text(at) in {"'", "OF", "FROM"}
            if self.text(at + 1) in {")", "]"} and self._is_year_at(at):
                return Number(digits, self.text(at), bracketed=True), at + 2, True
        elif sign in {"-", "/"} and self.is_number(at):
            return self._number_with_sign(index)
        elif sign in {"OF", "FROM", "'"} and self._is_year_at(at) and len(self.text(at)) > 2 - (sign == "'"):
            return Number(digits, self.text(at)), at + 1, True  # in full, or shortened by the apostrophe
        return Number(digits, ""), index + 1, True

    def _year_may_be_the_next_one_s(self, sign: int) -> bool:
        """``ROME 1 '06 OSLO 2``; a year in brackets is the next one's only at the beginning of a line."""
        if self.text(sign) == "'":
            return self.is_number(sign + 1) and self.name_follows(sign + 2)
        return self.tokens[sign].new_line and self._is_year_at(sign + 1) and self.name_follows(sign + 3)

    def _number_with_sign(self, index: int) -> tuple[Number, int, bool]:
        """Read a serial with a dash or slash and another number behind it: ``5049-01``, ``431-434``."""
        digits, at = self.text(index), index + 2
        number = self.text(at)
        if not (self.is_glued(at) or self.is_glued(index + 1)):
            subject_follows = at + 1 < len(self.tokens) and self.tokens[at + 1].is_word
            return Number(digits, ""), index + 1, subject_follows or not self._is_year_at(at)
        if self._is_year_behind(index, at) and not is_year(digits, self.latest):
            return Number(digits, number), at + 1, True
        return Number(digits, ""), index + 1, len(number) >= len(digits) and int(number) > int(digits)

    def _is_year_at(self, index: int) -> bool:
        return self.is_number(index) and is_year(self.text(index), self.latest)

    def _next_serial(self, last: Number, after: int) -> int | None:
        """Give the index of a further serial of the same station; None if there is none, -1 if it cannot be told."""
        index = self._skip_caption(after)
        sign = self.text(index)
        if sign not in {",", "AND", "&", "/", ";", "+", "OR", "THROUGH", "THRU", "TO", "-"}:
            return None
        index += 1
        while self.text(index) in {"AND", "&", "OR", ",", "ALSO"}:
            index += 1
        digits = self.text(index)
        if not self.is_number(index) or not self._is_serial(index):
            return None
        if self._goes_with_what_follows(index):
            return None
        if sign in {"TO", "-"} and not int(last.digits) < int(digits) < int(last.digits) + _FAR_APART:
            return -1 if sign == "-" and self.is_glued(index) else None
        if sign == "," and self.is_glued(index) and self._may_be_thousands(last.digits, digits):
            return -1
        return -1 if self._may_be_a_year(last.digits, sign, digits) else index

    def _may_be_a_year(self, before: str, sign: str, digits: str) -> bool:
        """``ROME 431, 2006`` and ``ROME 1431, 06``: serials of one list stand closer together."""
        if not is_year(digits, self.latest):
            return False
        if len(digits) == 2:  # noqa: PLR2004 - a year without its century
            return sign == "," and len(before) > 2  # noqa: PLR2004
        return abs(int(digits) - int(before)) > _FAR_APART

    def _skip_caption(self, index: int) -> int:
        """Pass over ``(NOTAL)`` and its like."""
        if self.text(index) == "(" and self.text(index + 2) == ")" and self.text(index + 1).isalpha():
            return index + 3
        return index

    def _goes_with_what_follows(self, index: int) -> bool:
        """A number before a name is that one's year, and before any other word it counts something."""
        behind = index + 1
        if self.text(behind) in {"-", "/"} and self.is_glued(behind):
            behind += 1
        if behind >= len(self.tokens) or not self.tokens[behind].is_word:
            return False
        if self.name_follows(behind) and self.text(behind) not in BEHIND:
            return True
        return self.text(behind) not in BEHIND and not self.tokens[behind].new_line

    @staticmethod
    def _may_be_thousands(before: str, behind: str) -> bool:
        """``12,345`` may be one number; ``431,432`` are two."""
        if len(behind) != 3 or len(before) > 3 or before.startswith("0"):  # noqa: PLR2004 - as thousands are written
            return False
        return not (len(before) == 3 and int(before) < int(behind))  # noqa: PLR2004

    def _serial_first(self, index: int, floor: int) -> Mention | None:
        """Read ``870 Ulaanbaatar``, where nothing else is said."""
        digits = self.text(index)
        if index > floor and self.tokens[index - 1].text not in {",", ";", "AND", "SEE"}:
            return None
        if not 3 <= len(digits) <= _LONGEST_SERIAL or not int(digits):  # noqa: PLR2004 - two digits are a year
            return None
        last = index + 1
        while last < len(self.tokens) and self.tokens[last].is_word and last - index <= _LONGEST_NAME:
            code = station_code(" ".join(token.text for token in self.tokens[index + 1 : last + 1]))
            last += 1
            if is_known(code) and (last == len(self.tokens) or self.text(last) in {"(", ",", ";"}):
                number, after, _ = self._number(last - 1)
                if len(digits) == 4 and is_year(digits, self.latest):  # noqa: PLR2004 - a year
                    return None
                after = after if number.year else last
                numbers = (Number(digits, number.year),)
                start, end = self.tokens[index].start, self.tokens[after - 1].end
                return Mention(code, True, "", numbers, start, end, not self.is_number(after), index, after)
        return None
