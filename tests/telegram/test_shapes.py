"""Headings, rules and tables: what lines of a body are by how they look."""

from __future__ import annotations

import pytest

from generator.cable import BlockKind
from tests.telegram.reading import blocks_of

PARAGRAPH, HEADING, ITEM, TABLE, RULE = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.ITEM,
    BlockKind.TABLE,
    BlockKind.RULE,
)


def seen(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in blocks_of(text)]


@pytest.mark.parametrize(
    "line", ["---", "-----------", "=======", "*******", "_______", "- - - - -", "–––––", "———", "~~~~"]
)
@pytest.mark.parametrize(
    "heading", ["The cellar", "THE CELLAR", "Who was there?", "SUMMARY.", "A. The cellar", "Comment"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_line_with_a_line_of_signs_below_it_is_a_heading(heading: str, line: str, gap: str) -> None:
    assert seen(f"¶1. (U) Text.\n\n{heading}\n{line}{gap}¶2. (U) More.") == [
        (PARAGRAPH, "Text."),
        (HEADING, heading),
        (PARAGRAPH, "More."),
    ]


@pytest.mark.parametrize(
    ("text", "heading", "mark"),
    [
        ("(U) The cellar\n--------------", "The cellar", "U"),
        ("(C) THE CELLAR", "THE CELLAR", "C"),
        ("(SBU) The Way Forward", "The Way Forward", "SBU"),
        ("(U) Comment", "Comment", "U"),
        ("(C/NF) THE CELLAR\n-----------", "THE CELLAR", "C/NF"),
        ("THE WAY FORWARD", "THE WAY FORWARD", ""),
        ("The Way Forward", "The Way Forward", ""),
        ("The Cellar and the Buoy", "The Cellar and the Buoy", ""),
        ("Comment", "Comment", ""),
        ("Comment:", "Comment:", ""),
        ("THE WAY FORWARD: A COMMENT", "THE WAY FORWARD: A COMMENT", ""),
        ("II. THE CELLAR", "II. THE CELLAR", ""),
        ("THE BUOY AND ITS\nLIGHTHOUSE\n----------------", "THE BUOY AND ITS LIGHTHOUSE", ""),
    ],
)
def test_a_heading_may_have_a_mark_and_may_be_written_as_titles_are(text: str, heading: str, mark: str) -> None:
    block = blocks_of(f"¶1. (U) Text.\n\n{text}\n\n¶2. (U) More.")[1]
    assert (block.text, block.mark) == (heading, mark)
    assert block.kind is HEADING


@pytest.mark.parametrize(
    "text",
    [
        "It stays.",
        "The buoy was seen",
        "A buoy was seen in the Harbour",
        "The Buoy,",
        "The Buoy;",
        "the Buoy",
        "(U) The buoy is blue.",
        "The Director of the Lighthouse and of the Buoys of the Island of Gozo and Its Many Harbours",
    ],
)
def test_a_short_line_of_words_is_no_heading(text: str) -> None:
    assert seen(f"¶1. (U) Text.\n\n{text}\n\n¶2. (U) More.")[1][0] is PARAGRAPH


@pytest.mark.parametrize(
    "text", ["¶1. (U) Text.\n\nThe Cellar\n\nIt is dark.", "¶1. (U) Text goes on\n\nThe Cellar\n\n¶2. (U) More."]
)
def test_a_line_with_capitals_is_a_heading_only_between_a_sentence_and_a_paragraph(text: str) -> None:
    assert seen(text)[1] == (PARAGRAPH, "The Cellar")


@pytest.mark.parametrize("heading", ["THE CELLAR", "SUMMARY", "THE CELLAR: A COMMENT", "WHO WAS THERE?"])
def test_text_may_follow_a_heading_in_capitals_at_once(heading: str) -> None:
    assert seen(f"{heading}\nIt is dark in there,\nand damp.\n\n¶2. (U) More.")[:2] == [
        (HEADING, heading),
        (PARAGRAPH, "It is dark in there, and damp."),
    ]


@pytest.mark.parametrize("second", ["is dark.", "IN VALLETTA IS DARK.", "and the Buoy."])
def test_a_line_in_capitals_that_goes_on_is_no_heading(second: str) -> None:
    assert [kind for kind, _ in seen(f"THE CELLAR\n{second}\n\n¶2. (U) More.")] == [PARAGRAPH, PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN TEXT",
        "BEGIN TEXT:",
        "Begin text:",
        "END TEXT.",
        "End text.",
        "(END TEXT)",
        "BEGIN TEXT OF NOTE",
        "Begin unofficial translation:",
        "END NON-PAPER.",
        "END QUOTE",
        "End note.",
        "END COMMENT",
        "REF: A. STATE 55 B. 07 LONDON 66",
        "NOTE: NOT PASSED ABOVE ADDRESSEES",
    ],
)
def test_the_ends_of_a_quoted_text_a_second_ref_and_a_note_stand_alone_and_head_nothing(text: str) -> None:
    blocks = seen(f"¶1. (U) Text:\n\n{text}\n\nThe buoy is blue.\n\n¶2. (U) More.")
    assert blocks[1] == (PARAGRAPH, text)
    assert blocks[2] == (PARAGRAPH, "The buoy is blue.")


@pytest.mark.parametrize("line", ["-----", "=====", "* * * * *", "_______", "- - -", "+++++"])
def test_a_line_of_signs_alone_is_a_rule_and_ends_what_stands_above(line: str) -> None:
    long = (
        "The buoy of the lighthouse of Valletta was seen on the pier of the harbour, where it stays to this day, blue."
    )
    for text in (f"¶1. (U) Text.\n\n{line}\n\nMore.", f"{long}\n{line}\nMore.", f"Text\ntext.\n{line}\nMore."):
        kinds = [kind for kind, _ in seen(text)]
        assert kinds == [PARAGRAPH, RULE, PARAGRAPH]


@pytest.mark.parametrize(
    "table",
    [
        "Ship        Rig       Crew\nIria        bark        88\nHval        ketch        7",
        "Ship        Crew\n\nIria          88\n\nHval           7",
        "| Ship | Crew |\n|------|------|\n| Iria |   88 |",
        "Ship | Rig | Crew\nIria | bark | 88\nHval | ketch | 7",
        "+------+------+\n| Ship | Crew |\n+------+------+\n| Iria |   88 |\n+------+------+",
        "Buoys ............ 12\nLamps ............. 3",
        "Buoys . . . . . . 12\nLamps . . . . . .  3",
        "Ship        Crew\n---------   ----\nIria          88",
        "1.  Iria        bark       88\n2.  Hval        ketch       7",
        "            2008      2009\nBuoys         12        13\nLamps          3         4",
        "Buoys:        12\nLamps:         3\nRings:         1",
        "USD       12.50\nEUR        9.30",
    ],
)
def test_a_table_keeps_its_lines(table: str) -> None:
    blocks = seen(f"¶1. (U) They are:\n\n{table}\n\n¶2. (U) More.")
    if table.startswith("+-"):  # a rule above it
        blocks[1:3] = [(TABLE, f"{blocks[1][1]}\n{blocks[2][1]}")]
    assert blocks == [(PARAGRAPH, "They are:"), (TABLE, table), (PARAGRAPH, "More.")]


def test_a_table_may_follow_the_words_that_announce_it_at_once() -> None:
    table = "          2008      2009\nBuoys       12        13\nLamps        3         4"
    assert seen(f"¶1. (U) The figures of two years are:\n{table}\n\n¶2. (U) More.") == [
        (PARAGRAPH, "The figures of two years are:"),
        (TABLE, table),
        (PARAGRAPH, "More."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He said it...  She did not.  They left.",
        "The buoy  is blue.\nIt stays.",
        "Wait... what?\nWell... so.",
        "a | b",
    ],
)
def test_a_few_gaps_make_no_table(text: str) -> None:
    assert [kind for kind, _ in seen(f"¶1. (U) {text}")] == [PARAGRAPH]
