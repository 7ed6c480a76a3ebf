"""The E.O. line: when, or by which rule, a cable is declassified."""

from __future__ import annotations

from datetime import date

import pytest

from generator.telegram.executive_order import parse_executive_order
from tests.telegram.reading import HEADER, read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("E.O. 12958: DECL: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECL:10/06/2019", (2019, 10, 6)),
        ("E.O. 12958 DECL: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECL 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: 10/06/2019", (2019, 10, 6)),
        ("EO 12958 DECL: 2020/02/23", (2020, 2, 23)),
        ("EO 12958: DECL: 2020-02-23", (2020, 2, 23)),
        ("EO12958 DECL: 2020/2/3", (2020, 2, 3)),
        ("E.O. 12958: DECL: 6/30/08", (2008, 6, 30)),
        ("E.O. 12958: decl: 01/07/2014", (2014, 1, 7)),
        ("e.o. 12958: decl: 01/07/2014", (2014, 1, 7)),
        ("E.O. 1295: DECL: 01/07/2014", (2014, 1, 7)),
        ("E.O. 12958, AS AMENDED: DECL: 01/07/2014", (2014, 1, 7)),
        ("E.O. 12958 (AS AMENDED): DECL: 01/07/2014", (2014, 1, 7)),
        ("E. O. 12958: DECL: 01/07/2014", (2014, 1, 7)),
        ("E.O 12958: DECL: 01/07/2014", (2014, 1, 7)),
        ("O.E. 12958: DECL: 01/07/2014", (2014, 1, 7)),
        ("EXECUTIVE ORDER 12958: DECL: 01/07/2014", (2014, 1, 7)),
        ("E.O. 12958: DECLASSIFY: 01/07/2014", (2014, 1, 7)),
        ("E.O. 12356: DECL: 12/31/95", (1995, 12, 31)),
        ("E.O. 12958: DECL: 10 / 06 / 2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 10-06-2019", (2019, 10, 6)),
        ("E.O. 12958:\nDECL: 10/06/2019", (2019, 10, 6)),
        ("DECL: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 10/06/2019 (ROE)", (2019, 10, 6)),
        ("E.O. 12958: DECL: 02/29/2016", (2016, 2, 29)),
        ("E.O. 13526: DECL: 2035/01/02", (2035, 1, 2)),
        ("E.O. 12958: DECL: DECL: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 10/06/2019 DECL: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958 (DECL: 10/06/2019)", (2019, 10, 6)),
        ("E.O. 12958, AS AMENDED, DECL: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958; DECL; 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958 - DECL: 10/06/2019", (2019, 10, 6)),
        ("E.0. 12958: DECL: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12,958: DECL: 10/06/2019", (2019, 10, 6)),
        ("E.O.: 12958 DECL: 10/06/2019", (2019, 10, 6)),
        ("E.O.12958:DECL:10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DELC: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DCL: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECL. 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECLAS: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECLASSIFY ON: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECLASSIFICATION DATE: 10/06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 10.06.2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 10 06 2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 10/06 2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 10/062019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 1006/2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 10//06/2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 20191006", (2019, 10, 6)),
        ("E.O. 12958: DECL: 1O/O6/2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 23/02/2020", (2020, 2, 23)),
        ("E.O. 12958: DECL: 31-12-2019", (2019, 12, 31)),
        ("E.O. 12958: DECL: OCT 6, 2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: October 6, 2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: OCTOBER 6TH, 2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: OCT. 6 2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 6 OCTOBER 2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 06OCT2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 06-OCT-2019", (2019, 10, 6)),
        ("E.O. 12958: DECL: 6 OCT 19", (2019, 10, 6)),
        ("E.O. 12958: DECL: 6 OCOTBER 2019", (2019, 10, 6)),
        ("E.O. 12958: DEC 31, 2019", (2019, 12, 31)),
        ("10/06/2019", (2019, 10, 6)),
        ("E.O. 12958:\nPAGE 02 ROME 01196 01 OF 02 082030Z\nDECL: 10/06/2019", (2019, 10, 6)),
    ],
)
def test_a_date_of_declassification_is_a_date(text: str, day: tuple[int, int, int]) -> None:
    assert_dated(text, day)


def assert_dated(text: str, day: tuple[int, int, int], year: int = 0) -> None:
    found = parse_executive_order(text, year)
    assert (found.on, found.rule, found.impossible) == (date(*day), "", False)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("E.O. 12958: N/A", "N/A"),
        ("E.O. 12958:N/A", "N/A"),
        ("E.O. 12958 N/A", "N/A"),
        ("E.O. 12356: DECL: OADR", "OADR"),
        ("E.O. 12356: DECL:OADR", "OADR"),
        ("E.O. 12958: DECL: X1, X5", "X1, X5"),
        ("E.O. 12958: DECL: X1", "X1"),
        ("E.O. 12958: DECL: 1.6 X1", "1.6 X1"),
        ("E.O. 11652: GDS", "GDS"),
        ("E.O. 11652: XGDS-2", "XGDS-2"),
        ("E.O. 12065: GDS 10/06/89 (ROE, JOHN)", "GDS 10/06/89 (ROE, JOHN)"),
        ("E.O. 12958: DECL: UPON COMPLETION\nOF THE GAME", "UPON COMPLETION OF THE GAME"),
        ("E.O. 11652: XGDS-3", "XGDS-3"),
        ("E.O. 11652: DNG: CO 01/01/80", "DNG: CO 01/01/80"),
        ("E.O. 12065: RDS-1 12/31/2010 (DOE, JOHN)", "RDS-1 12/31/2010 (DOE, JOHN)"),
        ("E.O. 12958: DECL: UPON CLOSURE OF THE POST", "UPON CLOSURE OF THE POST"),
        ("E.O. 12958: DECL: AFTER KOREAN REUNIFICATION", "AFTER KOREAN REUNIFICATION"),
        ("E.O. 12958: DECL: 20 years", "20 years"),
        ("E.O. 12958: DECL: 25X1-HUMAN", "25X1-HUMAN"),
        ("E.O. 12958: DECL: MR", "MR"),
        ("E.O. 12958: DECL: 2019", "2019"),
        ("E.O. 12958: DECL: 10/2019", "10/2019"),
        ("E.O. 12958: DECL: OCT 2019", "OCT 2019"),
        ("E.O. 12958: DECL: X1 10/06/2019", "X1 10/06/2019"),
        ("E.O. 12958: DECL: FISH 6, 2019", "FISH 6, 2019"),
        ("E.O. 12958: DECLARATION OF INTENT", "DECLARATION OF INTENT"),
        ("E.O. 12958: DECLASSIFIED", "DECLASSIFIED"),
        ("E.O. 12958: DECEMBER", "DECEMBER"),
        ("E.O. 12958: NA", "NA"),
        ("OADR", "OADR"),
        ("E.O. 12958:", ""),
        ("E.O. 12958: DECL:", ""),
        ("", ""),
    ],
)
def test_a_rule_of_declassification_is_kept_as_written(text: str, rule: str) -> None:
    found = parse_executive_order(text)
    assert (found.on, found.rule, found.impossible, found.left) == (None, rule, False, "")


@pytest.mark.parametrize(
    "value",
    ["13/32/2019", "32/13/2019", "02/30/2019", "30/02/2019", "2019/13/01", "0/0/2019", "00/00/0000", "FEB 30, 2019"],
)
def test_a_date_that_does_not_exist_is_no_date_but_kept_as_written(value: str) -> None:
    found = parse_executive_order(f"E.O. 12958: DECL: {value}")
    assert (found.on, found.rule, found.impossible) == (None, value, True)


def test_a_date_with_too_many_digits_is_no_date() -> None:
    assert parse_executive_order("E.O. 12958: DECL: 1/1/20199").rule == "1/1/20199"


@pytest.mark.parametrize(
    ("value", "year", "expected"),
    [
        ("6/30/08", 1998, 2008),
        ("6/30/08", 2008, 2008),
        ("1/1/59", 2009, 2059),
        ("1/1/59", 0, 1959),
        ("12/31/79", 1973, 1979),
        ("12/31/05", 1985, 2005),
        ("12/31/08", 2009, 2008),
        ("6 OCT 34", 2009, 2034),
        ("1/1/1959", 2009, 1959),
    ],
)
def test_two_digits_of_a_year_are_not_before_the_cable(value: str, year: int, expected: int) -> None:
    found = parse_executive_order(f"E.O. 12958: DECL: {value}", year).on
    assert found is not None
    assert found.year == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("E.O. 12958: DECL: 10/06/2019 TAGS: PREL, MT", "TAGS: PREL, MT"),
        ("E.O. 12958: DECL: 10/06/2019TAGS: PREL", "TAGS: PREL"),
        ("E.O. 12958: DECL: 10/06/2019, X1", "X1"),
        ("E.O. 12958: DECL: 10/06/2019 (ROE)", "ROE"),
        ("E.O. 12958: DECL: 10/06/2019.", ""),
        ("E.O. 12958: DECL: 10/06/2019 DECL: 10/07/2020", "10/07/2020"),
    ],
)
def test_what_follows_the_date_is_left_over(text: str, left: str) -> None:
    found = parse_executive_order(text)
    assert found.on == date(2019, 10, 6)
    assert found.left == left


def test_a_date_below_a_rule_is_the_date_and_the_rule_is_kept() -> None:
    found = parse_executive_order("E.O. 12356: DNG: CO 01/01/88; DECL: 01/01/96")
    assert (found.on, found.rule) == (date(1996, 1, 1), "DNG: CO 01/01/88")


def test_a_rule_ends_where_another_label_is_glued_on() -> None:
    found = parse_executive_order("E.O. 12958: N/A TAGS: PREL")
    assert (found.rule, found.left) == ("N/A", "TAGS: PREL")


def test_a_cable_whose_date_of_declassification_does_not_exist_says_so_with_the_line() -> None:
    cable = read(HEADER.replace("12958: N/A", "12958: DECL: 02/30/2019") + "¶1. (U) Text.\n")
    assert (cable.declassify_on, cable.declassify_rule) == (None, "02/30/2019")
    (finding,) = cable.findings
    assert (finding.code, finding.line) == ("cable.bad-date", 14)
    assert "E.O. line" in finding.remedy


def test_a_cable_says_what_of_its_line_was_not_understood() -> None:
    cable = read(HEADER.replace("12958: N/A", "12958: DECL: 10/06/2019 BUOYS") + "¶1. (U) Text.\n")
    assert cable.declassify_on == date(2019, 10, 6)
    (finding,) = cable.findings
    assert (finding.code, finding.line) == ("cable.unread-words", 14)
    assert "'BUOYS'" in finding.message


def test_the_line_s_two_digit_year_is_counted_from_the_cable_s_own() -> None:
    assert read(HEADER.replace("12958: N/A", "12958: DECL: 1/1/59")).declassify_on == date(2059, 1, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("E.O. 12958: N/A\n\nTAGS: PREL, MT\n", "TAGS: PREL, MT\n\nE.O. 12958: DECL: 10/06/2019\n"),
        ("E.O. 12958: N/A\n\nTAGS: PREL, MT\n", "TAGS: PREL, MT\nE.O. 12958: DECL: 10/06/2019\n"),
        ("E.O. 12958: N/A\n\nTAGS", "E.O. 12958: DECL: 10/06/2019\nTAGS"),
        ("E.O. 12958: N/A", "DECL: 10/06/2019"),
    ],
)
def test_the_line_may_stand_above_or_below_the_tags(old: str, new: str) -> None:
    cable = read(HEADER.replace(old, new) + "¶1. (U) Text.\n")
    assert cable.declassify_on == date(2019, 10, 6)
    assert [tag.code for tag in cable.tags] == ["PREL", "MT"]
