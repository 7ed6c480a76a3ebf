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
        ("E.O. 12958:\nPAGE 02 ROME 01196 01 OF 02 082030Z\nDECL: 10/06/2019", (2019, 10, 6)),
    ],
)
def test_a_date_of_declassification_is_a_date(text: str, day: tuple[int, int, int]) -> None:
    assert parse_executive_order(text) == (date(*day), "")


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
        ("E.O. 12958:", ""),
        ("E.O. 12958: DECL:", ""),
        ("", ""),
    ],
)
def test_a_rule_of_declassification_is_kept_as_written(text: str, rule: str) -> None:
    assert parse_executive_order(text) == (None, rule)


@pytest.mark.parametrize(
    "value", ["13/32/2019", "23/02/2020", "02/30/2019", "2019/13/01", "0/0/2019", "00/00/0000", "1/1/20199"]
)
def test_a_date_that_does_not_exist_is_no_date_but_kept_as_written(value: str) -> None:
    assert parse_executive_order(f"E.O. 12958: DECL: {value}") == (None, value)


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
