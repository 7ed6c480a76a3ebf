"""The date-time group: ``P 070531Z OCT 09``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from generator.telegram import Role
from generator.telegram.dtg import full_year, parse_dtg
from generator.telegram.layout import role_of
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
        ("DTG: 151040Z JAN 10", (2010, 1, 15, 10, 40)),
        ("P 070531Z OCT09", (2009, 10, 7, 5, 31)),
        ("P070531Z OCT 09", (2009, 10, 7, 5, 31)),
        ("P070531ZOCT09", (2009, 10, 7, 5, 31)),
        ("P  070531Z  OCT  09", (2009, 10, 7, 5, 31)),
        ("P 07 0531Z OCT 09", (2009, 10, 7, 5, 31)),
        ("P 070531 OCT 09", (2009, 10, 7, 5, 31)),
        ("P 070531OCT09", (2009, 10, 7, 5, 31)),
        ("070531 OCT 09", (2009, 10, 7, 5, 31)),
        ("P 070531Z OCTOBER 2009", (2009, 10, 7, 5, 31)),
        ("P 070531Z OCT 2009", (2009, 10, 7, 5, 31)),
        ("P 070531Z OCT, 2009", (2009, 10, 7, 5, 31)),
        ("P 070531Z OCT '09", (2009, 10, 7, 5, 31)),
        ("R 281605Z DEC 76 ZFF4", (1976, 12, 28, 16, 5)),
        ("R 281605Z ZDK DEC 76", (1976, 12, 28, 16, 5)),
        ("R 281605Z DEC 76 FM SECSTATE WASHDC", (1976, 12, 28, 16, 5)),
        ("------------------281618Z 011536 /44 Z 281605Z DEC 76", (1976, 12, 28, 16, 5)),
        ("R 010000Z JAN 66", (1966, 1, 1, 0, 0)),
    ],
)
def test_the_date_time_group_is_the_time_in_utc(text: str, sent: tuple[int, int, int, int, int]) -> None:
    assert_sent(text, sent, mended=False)


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("O70531Z OCT 09", (2009, 10, 7, 5, 31)),
        ("O O70531Z OCT 09", (2009, 10, 7, 5, 31)),
        ("P 07O531Z OCT 09", (2009, 10, 7, 5, 31)),
        ("P 070531Z 0CT 09", (2009, 10, 7, 5, 31)),
        ("P 07053lZ OCT 09", (2009, 10, 7, 5, 31)),
        ("P 07I531Z OCT 09", (2009, 10, 7, 15, 31)),
        ("P 070531Z OCT O9", (2009, 10, 7, 5, 31)),
        ("P 070531Z OCTO9", (2009, 10, 7, 5, 31)),
        ("P 070531Z OTC 09", (2009, 10, 7, 5, 31)),
        ("P 070531Z OKT 09", (2009, 10, 7, 5, 31)),
        ("P 070531Z DCE 09", (2009, 12, 7, 5, 31)),
        ("P 070531Z FBE 09", (2009, 2, 7, 5, 31)),
        ("P 070531Z SPET 09", (2009, 9, 7, 5, 31)),
        ("P 070531Z FEBUARY 09", (2009, 2, 7, 5, 31)),
        ("P 070531Z AUGST 09", (2009, 8, 7, 5, 31)),
        ("P 070531Z OCOTBER 09", (2009, 10, 7, 5, 31)),
    ],
)
def test_a_slip_that_leaves_one_reading_is_read_and_said(text: str, sent: tuple[int, int, int, int, int]) -> None:
    assert_sent(text, sent, mended=True)


def assert_sent(text: str, sent: tuple[int, int, int, int, int], *, mended: bool) -> None:
    group = parse_dtg(text)
    assert group is not None
    assert (group.sent, group.mended) == (datetime(*sent, tzinfo=UTC), mended)


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
        ("ZNIACT 070531Z OCT 09", ("FLASH", "NIACT")),
        ("O070531Z OCT 09", ("IMMEDIATE",)),
        ("OP 070531Z OCT 09", ("IMMEDIATE", "PRIORITY")),
        ("OO 070531Z OCT 09", ("IMMEDIATE",)),
        ("O/P 070531Z OCT 09", ("IMMEDIATE", "PRIORITY")),
        ("O, P 070531Z OCT 09", ("IMMEDIATE", "PRIORITY")),
        ("O P R 070531Z OCT 09", ("IMMEDIATE", "PRIORITY", "ROUTINE")),
        ("PRIORITY 070531Z OCT 09", ("PRIORITY",)),
        ("NIACT IMMEDIATE 070531Z OCT 09", ("NIACT", "IMMEDIATE")),
        ("TOP 070531Z OCT 09", ()),
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
        "R 010101Z XYZ 05",
        "R 010101Z MAT 05",
        "R 010101Z JUM 05",
        "R 240001Z OCT",
        "R 242501Z OCT 09",
        "R 232361Z OCT 09",
        "R 70531Z OCT 09",
        "R 0705312Z OCT 09",
        "R 1070531Z OCT 09",
    ],
)
def test_a_time_that_does_not_exist_is_not_guessed_but_kept_as_written(text: str) -> None:
    group = parse_dtg(text)
    assert group is not None
    assert group.sent is None
    assert group.text == text.removeprefix("R ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "R",
        "R 070531Z 10 09",
        "7 OCT 2009",
        "070531Z",
        "------------------281618Z 011536 /44",
        "PAGE 02 STATE 015113 182333Z",
        "ROME 123456 BUOYS 09",
        "123456 FISH 09",
        "STATE 070531 OCTOPUS",
        "OIL OIL Z MAY 09",
    ],
)
def test_what_is_no_date_time_group_is_none(text: str) -> None:
    assert parse_dtg(text) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("P 070531Z OCT 09", ""),
        ("DTG: 070531Z OCT 09", ""),
        ("R 281605Z DEC 76 ZFF4", ""),
        ("R 281605Z DEC 76 ZDK ZFF-1", ""),
        ("R 281605Z DEC 76 CTG BUOY", "CTG BUOY"),
        ("X 281605Z DEC 76", "X"),
    ],
)
def test_what_else_the_line_says_is_left_over_but_for_operating_signals(text: str, left: str) -> None:
    group = parse_dtg(text)
    assert group is not None
    assert group.left == left


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


def test_a_cable_whose_time_was_mended_says_so_with_the_line() -> None:
    cable = read(HEADER.replace("070531Z OCT 09", "O7O531Z OTC O9") + "¶1. (U) Text.\n")
    assert cable.sent == datetime(2009, 10, 7, 5, 31, tzinfo=UTC)
    assert (cable.dtg, cable.id) == ("O7O531Z OTC O9", "09VALLETTA118")
    (finding,) = cable.findings
    assert (finding.code, finding.line) == ("cable.mended-date", 5)
    assert "2009-10-07 05:31" in finding.message


@pytest.mark.parametrize(
    "line",
    [
        "070531Z OCT 09",
        "R070531Z OCT09",
        "R 070531Z 0CT 09",
        "R  070531Z  OCT  09",
        "R 070531 OCT 09",
        "O70531Z OCT 09",
        "OP 070531Z OCT 2009",
        "ROUTINE 070531Z OCTOBER 2009",
        "R 070531Z OCT 09 ZFF4",
        "DTG: 070531Z OCT 09",
        "NIACT O 070531Z OCT 09",
    ],
)
def test_the_layout_knows_the_line_in_any_of_its_forms(line: str) -> None:
    assert role_of(line) is Role.DTG
    assert read(HEADER.replace("R 070531Z OCT 09", line)).sent == datetime(2009, 10, 7, 5, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    "line", ["------------------281618Z 011536 /44", "123456 FISH 09", "070531", "12 OCT 09", "OIL 05Z", "000118 BUOYS"]
)
def test_another_line_is_no_date_time_group_to_the_layout(line: str) -> None:
    assert role_of(line) is not Role.DTG


def test_the_stamp_in_a_row_of_dashes_is_not_the_time_of_the_cable() -> None:
    stamped = HEADER.replace("R 070531Z", "------------------080618Z 011536 /44\nR 070531Z")
    assert read(stamped).sent == datetime(2009, 10, 7, 5, 31, tzinfo=UTC)


def test_of_two_groups_in_the_header_the_first_counts() -> None:
    assert read(HEADER.replace("R 070531Z OCT 09", "R 070531Z OCT 09\nR 080900Z NOV 09")).dtg == "070531Z OCT 09"


def test_a_cable_without_a_date_time_group_says_so() -> None:
    cable = read(HEADER.replace("R 070531Z OCT 09\n", "") + "¶1. (U) Text.\n")
    assert cable.sent is None
    assert "cable.no-date" in codes_of(cable)


def test_the_first_of_two_date_time_groups_is_the_cable_s() -> None:
    cable = read(HEADER + "¶1. (U) Text.\n\nR 080900Z NOV 09\n\n¶2. (U) More.\n")
    assert cable.sent == datetime(2009, 10, 7, 5, 31, tzinfo=timezone(timedelta()))
