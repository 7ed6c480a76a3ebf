"""The date-time group: ``P 070531Z OCT 09``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from generator.telegram.dtg import full_year, parse_dtg
from tests.telegram.reading import HEADER, codes_of, read


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("P 070531Z OCT 09", (2009, 10, 7, 5, 31)),
        ("R 010000Z JAN 00", (2000, 1, 1, 0, 0)),
        ("O 312359Z DEC 99", (1999, 12, 31, 23, 59)),
        ("R 290815Z FEB 08", (2008, 2, 29, 8, 15)),
        ("O P 190243Z DEC 89", (1989, 12, 19, 2, 43)),
        ("Z 281605Z DEC 76 ZFF4", (1976, 12, 28, 16, 5)),
        ("O 190243ZDEC 89", (1989, 12, 19, 2, 43)),
        ("O 190243Z DEC89", (1989, 12, 19, 2, 43)),
        ("O 190243 Z DEC 89", (1989, 12, 19, 2, 43)),
        ("R 151040Z JAN 2010", (2010, 1, 15, 10, 40)),
        ("R 151040Z SEPT 05", (2005, 9, 15, 10, 40)),
        ("R 151040Z JUNE 05", (2005, 6, 15, 10, 40)),
        ("R 151040Z DECEMBER 05", (2005, 12, 15, 10, 40)),
        ("r 151040z jan 10", (2010, 1, 15, 10, 40)),
        ("151040Z JAN 10", (2010, 1, 15, 10, 40)),
        ("R 151040Z JAN. 10", (2010, 1, 15, 10, 40)),
        ("DTG 151040Z JAN 10", (2010, 1, 15, 10, 40)),
    ],
)
def test_the_date_time_group_is_the_time_in_utc(text: str, sent: tuple[int, int, int, int, int]) -> None:
    group = parse_dtg(text)
    assert group is not None
    assert group.sent == datetime(*sent, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "precedences"),
    [
        ("Z 070531Z OCT 09", ("FLASH",)),
        ("O 070531Z OCT 09", ("IMMEDIATE",)),
        ("P 070531Z OCT 09", ("PRIORITY",)),
        ("R 070531Z OCT 09", ("ROUTINE",)),
        ("O P 070531Z OCT 09", ("IMMEDIATE", "PRIORITY")),
        ("P R 070531Z OCT 09", ("PRIORITY", "ROUTINE")),
        ("P P 070531Z OCT 09", ("PRIORITY",)),
        ("NIACT O 070531Z OCT 09", ("NIACT", "IMMEDIATE")),
        ("O NIACT 070531Z OCT 09", ("IMMEDIATE", "NIACT")),
        ("070531Z OCT 09", ()),
        ("X 070531Z OCT 09", ()),
        ("XO 070531Z OCT 09", ()),
    ],
)
def test_the_prosigns_are_precedences_the_action_one_first(text: str, precedences: tuple[str, ...]) -> None:
    group = parse_dtg(text)
    assert group is not None
    assert group.precedences == precedences


@pytest.mark.parametrize(
    "text", ["P 070531Z OCT 09", "O P 070531Z OCT 09", "DTG: 070531Z OCT 09", "070531Z OCT 09 ZDK"]
)
def test_the_group_is_kept_as_written_without_prosigns(text: str) -> None:
    group = parse_dtg(text)
    assert group is not None
    assert group.text == "070531Z OCT 09"


@pytest.mark.parametrize(
    "text",
    [
        "R 311200Z FEB 05",
        "R 290815Z FEB 07",
        "R 002460Z JAN 05",
        "R 012400Z JAN 05",
        "R 320000Z JAN 05",
        "R 010101Z OKT 05",
    ],
)
def test_a_time_that_does_not_exist_is_not_guessed_but_kept_as_written(text: str) -> None:
    group = parse_dtg(text)
    assert group is not None
    assert group.sent is None
    assert group.text == text.removeprefix("R ")


@pytest.mark.parametrize(
    "text",
    ["", "R", "070531 OCT 09", "07053Z OCT 09", "1070531Z OCT 09", "R 070531Z 10 09", "R 070531Z OCT", "7 OCT 2009"],
)
def test_what_is_no_date_time_group_is_none(text: str) -> None:
    assert parse_dtg(text) is None


@pytest.mark.parametrize(
    ("two_digits", "year"), [(0, 2000), (10, 2010), (49, 2049), (50, 1950), (66, 1966), (99, 1999)]
)
def test_two_digits_of_a_year_turn_at_a_fixed_year_so_that_no_build_depends_on_the_day(
    two_digits: int, year: int
) -> None:
    assert full_year(two_digits) == year


def test_a_cable_whose_time_does_not_exist_says_so_with_the_line() -> None:
    cable = read(HEADER.replace("070531Z OCT 09", "310531Z SEP 09") + "¶1. (U) Text.\n")
    assert cable.sent is None
    assert cable.dtg == "310531Z SEP 09"
    (finding,) = [finding for finding in cable.findings if finding.code == "cable.bad-date"]
    assert finding.line == 5


def test_a_cable_without_a_date_time_group_says_so() -> None:
    cable = read(HEADER.replace("R 070531Z OCT 09\n", "") + "¶1. (U) Text.\n")
    assert cable.sent is None
    assert "cable.no-date" in codes_of(cable)


def test_the_first_of_two_date_time_groups_is_the_cable_s() -> None:
    cable = read(HEADER + "¶1. (U) Text.\n\nR 080900Z NOV 09\n\n¶2. (U) More.\n")
    assert cable.sent == datetime(2009, 10, 7, 5, 31, tzinfo=timezone(timedelta()))
