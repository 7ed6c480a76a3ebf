"""Unread words: what a field leaves over is reported with its line."""

from __future__ import annotations

import pytest

from generator.telegram.lines import Line
from generator.telegram.unread import unread_words
from tests.telegram.reading import read

LINES = [Line(7, "TAGS: PREL, ??"), Line(8, "  MT   fish"), Line(9, "soup")]


@pytest.mark.parametrize(
    ("words", "line"),
    [("??", 7), ("fish", 8), ("MT fish", 8), ("mt FISH", 8), ("fish soup", 8), ("soup", 9), ("lost", 7)],
)
def test_a_finding_stands_at_the_line_that_holds_the_words(words: str, line: int) -> None:
    (finding,) = unread_words("a.txt", "TAGS", [words], LINES)
    assert (finding.path, finding.line, finding.code) == ("a.txt", line, "cable.unread-words")
    assert "TAGS" in finding.message
    assert words in finding.message


def test_a_piece_is_a_finding_of_its_own_and_nothing_is_none() -> None:
    assert [finding.line for finding in unread_words("a.txt", "TAGS", ["??", "", " ", "soup"], LINES)] == [7, 9]
    assert unread_words("a.txt", "TAGS", [], LINES) == []
    assert [finding.line for finding in unread_words("a.txt", "TAGS", ["??"], [])] == [0]


def test_a_long_piece_is_several_findings_each_with_words_that_a_person_can_read() -> None:
    findings = unread_words("a.txt", "TAGS", ["fish " * 100], LINES)
    assert all(len(finding.message) < 300 for finding in findings)
    assert sum(finding.message.count("fish") for finding in findings) == 100


def test_of_many_pieces_the_last_finding_says_how_many_more_there_are() -> None:
    findings = unread_words("a.txt", "TAGS", map(str, range(100)), LINES)
    assert len(findings) == 10
    assert findings[-1].message.endswith("'9', and 90 more")


@pytest.mark.parametrize(
    ("lines", "sender", "unread"),
    [
        ("FM\nFM SECSTATE WASHDC", "SECSTATE WASHDC", []),
        ("FM SECSTATE WASHDC\nFM SECSTATE WASHDC", "SECSTATE WASHDC", []),
        ("FM AMEMBASSY ROME\nFM AMEMBASSY OSLO", "AMEMBASSY ROME", [(3, "AMEMBASSY OSLO")]),
    ],
)
def test_the_first_sender_that_says_anything_is_taken_and_another_one_is_reported(
    lines: str, sender: str, unread: list[tuple[int, str]]
) -> None:
    cable = read(f"R 070531Z OCT 09\n{lines}\nTO AMEMBASSY BERN\n\nUNCLAS STATE 118840\n\nSUBJECT: A\n\n1. Text.\n")
    assert cable.sender_name == sender
    assert [(each.line, each.message.split("'")[1]) for each in cable.findings] == unread
