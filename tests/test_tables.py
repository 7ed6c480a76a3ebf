"""Tables of telegrams become tables where the columns are certain, and stay lines where they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.tables import read_table


def test_columns_are_where_every_line_is_blank() -> None:
    table = read_table("Port         Seen   Lost\nGreat Haven    12      1\nMarsa           9      0")
    assert table is not None
    assert table.head == ("Port", "Seen", "Lost")
    assert table.rows == (("Great Haven", "12", "1"), ("Marsa", "9", "0"))
    assert table.numeric == (1, 2)


def test_a_rule_below_the_first_line_makes_it_the_head() -> None:
    table = read_table("Port    Light\n----    -----\nMarsa   green\nGozo    red\n-------------")
    assert table is not None
    assert (table.head, table.rows) == (("Port", "Light"), (("Marsa", "green"), ("Gozo", "red")))


def test_without_a_head_all_lines_are_rows() -> None:
    table = read_table("Marsa   green\nGozo    red")
    assert table is not None
    assert (table.head, len(table.rows), table.numeric) == ((), 2, ())


@pytest.mark.parametrize(
    "text",
    [
        "one line   only",
        "Port    Light\nMarsa   green\n        and red",  # a cell that goes on: whose line is it?
        "Port    Light\nThe lights of all ports\nMarsa   green",
        "Port   Light\nMarsa  green\n------------\nGozo   red\nComino red",
        "Port\tLight\nMarsa\tgreen",
        "| Port | Light |\n| Marsa | green |",
        "\n".join("Marsa   green" for _ in range(61)),
    ],
)
def test_where_columns_are_not_certain_it_is_no_table(text: str) -> None:
    assert read_table(text) is None


@given(st.text(alphabet=" ab1-\n", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    table = read_table(text)
    if table is not None:
        cells = [*table.head, *(cell for row in table.rows for cell in row)]
        kept = [line for line in text.split("\n") if line.strip("- ")]
        assert "".join("".join(cells).split()) == "".join("".join(kept).split())
