"""The body: paragraphs, portion marks, headings, items, tables, artefacts, sections, and the signer."""

from __future__ import annotations

import pytest

from generator.cable import Block, BlockKind
from generator.telegram.artefacts import is_artefact
from tests.telegram.reading import HEADER, blocks_of, body_of, read

PARAGRAPH, HEADING, ITEM, TABLE, RULE = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.ITEM,
    BlockKind.TABLE,
    BlockKind.RULE,
)


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in blocks_of(text)]


def texts(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)]


# Paragraphs and portion marks


@pytest.mark.parametrize(
    ("line", "number", "mark"),
    [
        ("¶1. (C) Text.", 1, "C"),
        ("¶1 (C) Text.", 1, "C"),
        ("¶1: (C) Text.", 1, "C"),
        ("¶ 1. (C) Text.", 1, "C"),
        ("Â¶1. (C) Text.", 1, "C"),
        ("¶12.(C/NF) Text.", 12, "C/NF"),
        ("1. (SBU) Text.", 1, "SBU"),
        ("1. C) Text.", 1, "C"),
        ("1.(C/NF) Text.", 1, "C/NF"),
        ("1.  (C)  Text.", 1, "C"),
        ("1 . (C) Text.", 1, "C"),
        ("1) (C) Text.", 1, "C"),
        ("  1. (C) Text.", 1, "C"),
        ("001. (C) Text.", 1, "C"),
        ("1. Text.", 1, ""),
        ("¶1. Text.", 1, ""),
        ("117. (U) Text.", 117, "U"),
        ("(C) Text.", 0, "C"),
        ("(C/NF) Text.", 0, "C/NF"),
        ("Text.", 0, ""),
        ("1. (U) Text.", 1, "U"),
        ("1. (LOU) Text.", 1, "LOU"),
        ("1. (S) Text.", 1, "S"),
        ("1. (TS) Text.", 1, "TS"),
        ("1. (UNCLAS) Text.", 1, "UNCLAS"),
        ("1. ( C ) Text.", 1, "C"),
        ("1. (S/NF) Text.", 1, "S/NF"),
        ("1. (S//NF) Text.", 1, "S/NF"),
        ("1. (S-NF) Text.", 1, "S/NF"),
        ("1. (C / NF) Text.", 1, "C/NF"),
        ("1. (U//FOUO) Text.", 1, "U/FOUO"),
        ("1. (SBU/NOFORN) Text.", 1, "SBU/NOFORN"),
        ("1. (C/REL XA, XB) Text.", 1, "C/REL XA, XB"),
        ("1. (S//NF//OC) Text.", 1, "S/NF/OC"),
    ],
)
def test_a_paragraph_has_its_number_and_portion_mark_in_every_form(line: str, number: int, mark: str) -> None:
    (block,) = blocks_of(line)
    assert (block.kind, block.number, block.mark, block.text) == (PARAGRAPH, number, mark, "Text.")


@pytest.mark.parametrize(
    "line",
    [
        "1.4 (b) is a reason.",
        "1989 was a year.",
        "2008. The buoy came back.",
        "(Corrected text.) He offered.",
        "(Comment: Text.)",
        "(X) Text.",
        "(U.S.) Text.",
        "3,000 buoys.",
        "10:30 was the hour.",
    ],
)
def test_a_number_or_bracket_in_a_sentence_is_text(line: str) -> None:
    (block,) = blocks_of(line)
    assert (block.number, block.mark, block.text) == (0, "", line)


def test_lines_of_a_paragraph_are_joined_with_single_spaces() -> None:
    (block,) = blocks_of("¶1. (C) The buoy\nis  blue\n   and stays.")
    assert block.text == "The buoy is blue and stays."
    assert block.line == 1


def test_the_first_paragraph_may_have_no_number() -> None:
    blocks = blocks_of("The buoy is blue.\n\n¶2. (U) It stays.")
    assert [(block.number, block.text) for block in blocks] == [(0, "The buoy is blue."), (2, "It stays.")]


def test_a_paragraph_without_number_goes_on_below_a_numbered_one_as_a_block_of_its_own() -> None:
    blocks = blocks_of("¶1. (U) The buoy is blue.\n\nIt stays.")
    assert [(block.number, block.text) for block in blocks] == [(1, "The buoy is blue."), (0, "It stays.")]


@pytest.mark.parametrize("second", ["2. (C) It stays.", "¶2. It stays.", "2.(C/NF) It stays.", "2. C) It stays."])
def test_paragraphs_whose_blank_line_was_lost_are_told_apart_by_their_marks(second: str) -> None:
    blocks = blocks_of(f"1. (C) The buoy is blue.\n{second}")
    assert [(block.number, block.text) for block in blocks] == [(1, "The buoy is blue."), (2, "It stays.")]


@pytest.mark.parametrize("second", ["15. The rest is silence.", "2. The rest is silence.", "3) is the rest."])
def test_a_number_without_mark_at_the_beginning_of_a_wrapped_line_is_text(second: str) -> None:
    (block,) = blocks_of(f"1. (C) The buoy went out on June\n{second}")
    assert block.text.endswith(second)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("¶1. A.\n\n¶2. B.", [1, 3]), ("\n\n¶1. A.\n¶2. B.", [3, 4]), ("A HEAD\n\n¶1. A.\nmore\n\n-- B", [1, 3, 6])],
)
def test_a_block_knows_the_line_where_it_begins(text: str, lines: list[int]) -> None:
    assert [block.line for block in blocks_of(text)] == lines


@pytest.mark.parametrize("text", ["", "\n\n\n", "   \n  "])
def test_an_empty_body_has_no_blocks_and_no_signer(text: str) -> None:
    body = body_of(text)
    assert (body.blocks, body.signer) == ((), "")


# Headings and rules


@pytest.mark.parametrize(
    "text",
    [
        "Summary\n-------",
        "Summary\n=======",
        "A heading in mixed case\n---------------",
        "THE CELLAR\n----------",
        "THE CELLAR",
        "WHAT IS TO BE DONE?",
        "HOW IT CAME ASHORE: A STORY",
        "Comment\n---",
    ],
)
def test_a_line_underlined_or_alone_in_capitals_is_a_heading(text: str) -> None:
    blocks = blocks_of(f"{text}\n\n¶1. (U) Text.")
    assert [(block.kind, block.text) for block in blocks] == [(HEADING, text.partition("\n")[0]), (PARAGRAPH, "Text.")]


@pytest.mark.parametrize(
    "text",
    [
        "THE BUOY IS BLUE.",
        "OK",
        "A short line",
        "THE BUOY, THE RING,",
        "A" * 91,
        "123",
        "¶1. THE BUOY IS BLUE",
        "(U) THE BUOY IS BLUE.",
    ],
)
def test_a_sentence_a_number_or_a_long_line_in_capitals_is_no_heading(text: str) -> None:
    assert kinds(f"{text}\n\n¶2. (U) Text.")[0] is PARAGRAPH


def test_text_directly_below_an_underlined_heading_is_a_block_of_its_own() -> None:
    assert texts("Summary\n-------\nThe buoy is blue.\nIt stays.") == ["Summary", "The buoy is blue. It stays."]


@pytest.mark.parametrize("line", ["-----", "=====", "*****", "_____", "~~~~~", "--- ---"])
def test_dashes_on_their_own_are_a_rule(line: str) -> None:
    assert kinds(f"¶1. Text.\n\n{line}\n\n¶2. Text.") == [PARAGRAPH, RULE, PARAGRAPH]


# Items


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("A. The ring.", "A.", "The ring."),
        (" A. The ring.", "A.", "The ring."),
        ("A) The ring.", "A)", "The ring."),
        ("a) The ring.", "a)", "The ring."),
        ("(1) The ring.", "(1)", "The ring."),
        ("(12) The ring.", "(12)", "The ring."),
        ("(a) The ring.", "(a)", "The ring."),
        ("(iv) The ring.", "(iv)", "The ring."),
        ("-- The ring.", "--", "The ring."),
        ("--The ring.", "--", "The ring."),
        ("- The ring.", "-", "The ring."),
        ("-The ring.", "-", "The ring."),
        ("– The ring.", "–", "The ring."),
        ("— The ring.", "—", "The ring."),
        ("• The ring.", "•", "The ring."),
        ("* The ring.", "*", "The ring."),
        ("   -- “The ring.”", "--", "“The ring.”"),
    ],
)
def test_an_item_has_its_label(line: str, label: str, text: str) -> None:
    blocks = blocks_of(f"¶1. (U) Two things:\n\n{line}")
    assert (blocks[1].kind, blocks[1].label, blocks[1].text, blocks[1].level) == (ITEM, label, text, 1)


@pytest.mark.parametrize(
    "line",
    [
        "-5 degrees it was.",
        "--5 was the mark.",
        "(Irish) buoys.",
        "(123) buoys.",
        "U.S. buoys.",
        "A buoy.",
        "*** stars",
        "(ix.) x",
    ],
)
def test_what_only_looks_like_a_label_is_text(line: str) -> None:
    assert ITEM not in kinds(f"¶1. (U) Text.\n\n{line}")


@pytest.mark.parametrize("line", ["-- The ring.", "(2) The ring.", "- The ring.", "b) The ring."])
def test_an_item_needs_no_blank_line_before_it(line: str) -> None:
    assert kinds(f"¶1. (U) Two things:\n{line}") == [PARAGRAPH, ITEM]


def test_a_letter_with_a_full_stop_begins_an_item_only_below_a_blank_line() -> None:
    assert texts("¶1. (U) The letter came from\nJ. Doe.") == ["The letter came from J. Doe."]
    assert kinds("¶1. (U) Two things:\n\n J. Doe.") == [PARAGRAPH, ITEM]


def test_an_item_goes_on_over_wrapped_lines() -> None:
    assert texts("¶1. (U) Things:\n\n -- The ring\nof iron.\n -- The buoy.") == [
        "Things:",
        "The ring of iron.",
        "The buoy.",
    ]


def test_another_family_of_labels_below_an_item_is_a_level_deeper_and_a_new_paragraph_starts_again() -> None:
    blocks = blocks_of("¶1. Things:\n\nA. One.\n\n -- Deep.\n\n -- Deep.\n\nB. Two.\n\n¶2. More:\n\n -- Flat.")
    assert [block.level for block in blocks] == [0, 1, 2, 2, 1, 0, 1]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_list_numbered_like_paragraphs_is_items_since_paragraphs_go_up(gap: str) -> None:
    blocks = blocks_of(
        f"¶4. (U) Three bags:\n\n 1. The seeds.{gap} 2. The buttons,\nof horn.{gap} 3. The rest.\n\n¶5. (U) Text."
    )
    assert [(block.number, block.label, block.text) for block in blocks] == [
        (4, "", "Three bags:"),
        (0, "1.", "The seeds."),
        (0, "2.", "The buttons, of horn."),
        (0, "3.", "The rest."),
        (5, "", "Text."),
    ]


def test_a_list_below_the_first_paragraph_takes_no_number_from_the_second() -> None:
    blocks = blocks_of("¶1. (U) Bags:\n\n1. Seeds.\n\n2. Buttons.\n\n¶2. (U) Text.")
    assert [(block.number, block.label) for block in blocks] == [(1, ""), (0, "1."), (0, "2."), (2, "")]


def test_where_no_paragraph_is_marked_the_next_number_is_the_next_paragraph() -> None:
    blocks = blocks_of("4. Bags:\n\n1. A.\n\n2. B.\n\n3. C.\n\n4. D.\n\n5. Text.")
    assert [block.number for block in blocks] == [4, 0, 0, 0, 0, 5]


# Tables


TABLE_TEXT = """\
  Ship          Rig       Crew
  -----------   -------   ----
  Santa Iria    barque      88
  Hvalreki      ketch        7"""


def test_a_table_keeps_its_lines_its_heads_and_its_columns() -> None:
    blocks = blocks_of(f"¶1. (U) Entries:\n\n{TABLE_TEXT}\n\n¶2. (U) More.")
    assert [block.kind for block in blocks] == [PARAGRAPH, TABLE, PARAGRAPH]
    assert blocks[1].text == TABLE_TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Ship        Crew\nSanta Iria    88\nHvalreki       7",
        "Ship  Rig  Crew\nIria  bark  88\nHval  ketch  7",
        "Ship        Crew\n----------------\nSanta Iria    88\nHvalreki       7",
        "Ship        Crew\n=====       ====\nSanta Iria    88",
        "One        1\nTwo        2",
        "Total:     3\nOne:       1",
        "Ship\tCrew\nIria\t88\nHval\t7",
    ],
)
def test_lines_with_columns_are_a_table(text: str) -> None:
    assert kinds(text) == [TABLE]


@pytest.mark.parametrize(
    "text",
    [
        "The buoy is blue.  It stays.\nIt is  blue.",
        "The buoy is blue.  It stays.\nNobody came.  It rained.\nThey left.  It went on.",
        "One line    with a gap.",
        "A paragraph with one\nodd    gap in it\nand more text\nthat has none.",
        "The buoy:  it is blue.\nThe ring:  it is iron.",
    ],
)
def test_two_spaces_behind_a_sentence_make_no_table(text: str) -> None:
    assert kinds(text) == [PARAGRAPH]


def test_a_table_that_begins_with_a_number_is_a_table_of_that_paragraph() -> None:
    (block,) = blocks_of("¶3. (U) Ship      Crew\n       Iria        88\n       Hval         7")
    assert (block.kind, block.number, block.mark) == (TABLE, 3, "U")


# Artefacts


ARTEFACTS = [
    "VALLETTA 00000118  001.2 OF 003",
    "OTTAWA 00000918 001.2 OF 003",
    "PORT LOUIS 00000266  002 OF 003",
    "N'DJAMENA 00000511  001.2 OF 002",
    "PAGE 02 ROME 01196 01 OF 02 082030Z",
    "PAGE 02        ROME  03961  01 OF 02  051005Z",
    "PAGE 02 STATE 311722 TOSEC 340058",
    "PAGE 02 OF 03",
    "PAGE 02",
    "TO PAGE 02 STATE 015113 182333Z",
    "CONFIDENTIAL",
    "C O N F I D E N T I A L",
    "UNCLAS",
    "SECRET//NOFORN",
    "LIMITED OFFICIAL USE",
    "NNNN",
    "BT",
    "#0118",
    "!!!!",
]


@pytest.mark.parametrize("line", ARTEFACTS)
def test_a_line_of_transmission_is_an_artefact(line: str) -> None:
    assert is_artefact(line)
    assert is_artefact(f"   {line}")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "PAGE 12 HOLDS A MAP",
        "PAGE 12 of the ledger",
        "PAGES 12 AND 13",
        "Page 02",
        "SECRET TALKS",
        "Secret",
        "UNCLASSIFIABLE",
        "CONFIDENTIAL: THE BUOY",
        "ROME 12345 BUOYS",
        "Rome 00000118 001.2 OF 003",
        "¶1. (U) Text.",
        "#TAG",
        "! NOTE",
        "xxxxxxxxxxxx",
    ],
)
def test_a_line_of_the_author_is_none(line: str) -> None:
    assert not is_artefact(line)


@pytest.mark.parametrize("line", ARTEFACTS)
def test_an_artefact_is_left_out_of_the_reading_text(line: str) -> None:
    assert texts(f"¶1. (U) The buoy is blue.\n\n{line}\n\n\n¶2. (U) It stays.") == ["The buoy is blue.", "It stays."]


@pytest.mark.parametrize("line", ["PAGE 02 ROME 01196 01 OF 02 082030Z", "VALLETTA 00000118  001.2 OF 003"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_a_paragraph_cut_in_two_by_a_page_line_is_joined_again(line: str, gap: str) -> None:
    assert texts(f"¶1. (U) The buoy is{gap}{line}{gap}blue.\n\n¶2. (U) It stays.") == ["The buoy is blue.", "It stays."]


def test_a_paragraph_that_ended_at_a_page_line_is_not_joined_with_the_next() -> None:
    assert texts("The buoy is blue.\n\nPAGE 02\n\nIt stays.") == ["The buoy is blue.", "It stays."]


@pytest.mark.parametrize("second", ["¶2. It stays", "2. (U) It stays", "2. It stays", "(2) It stays", "-- It stays"])
def test_a_paragraph_or_item_below_a_page_line_begins_anew_though_the_one_above_has_no_full_stop(second: str) -> None:
    assert texts(f"¶1. (U) The buoy is blue\n\nPAGE 02\n\n{second}") == ["The buoy is blue", "It stays"]


def test_a_number_that_does_not_come_next_goes_on_with_the_sentence_cut_in_two() -> None:
    assert texts("¶1. (U) The buoy went out on June\n\nPAGE 02\n\n15. It stays.") == [
        "The buoy went out on June 15. It stays."
    ]


def test_what_an_earlier_publisher_redacted_stays_in_the_text() -> None:
    assert texts("¶1. (C) According to xxxxxxxxxxxx, the buoy is blue.") == [
        "According to xxxxxxxxxxxx, the buoy is blue."
    ]


# Several sections


SECTION = """\
¶1. (U) The buoy is
UNCLAS SECTION 02 OF 02 VALLETTA 000118

SIPDIS

E.O. 12958: N/A
TAGS: PREL, MT
SUBJECT: EXERCISE: THE LIGHTHOUSE IS FICTIONAL

blue.
"""


def test_the_header_of_a_further_section_is_left_out_and_the_text_joined() -> None:
    assert [block.text for block in body_of(SECTION, HEADER).blocks] == ["The buoy is blue."]


@pytest.mark.parametrize(
    "header",
    [
        "UNCLAS SECTION 02 OF 02 VALLETTA 000118",
        "UNCLAS SECTION 02 OF 02 VALLETTA 000118\n\nSIPDIS",
        "C O N F I D E N T I A L SECTION 02 OF 02 VALLETTA 000118\nNOFORN\nSIPDIS",
        HEADER.replace("UNCLAS", "UNCLAS SECTION 02 OF 02").replace("2800531", "2800540").replace("#0118", "#0118/02"),
        "NNNN\nVZCZCXRO3881\n\nUNCLAS SECTION 02 OF 02 VALLETTA 000118",
        "UNCLAS SECTION 02 OF 02 VALLETTA 000118\n\nPAGE 02 VALLET 00118 070531Z\nSIPDIS",
    ],
)
def test_more_or_less_of_the_header_may_be_repeated(header: str) -> None:
    body = body_of(f"¶1. (U) The buoy is\n\n{header}\n\nblue.\nROE\n", HEADER)
    assert [block.text for block in body.blocks] == ["The buoy is blue."]
    assert body.signer == "ROE"


@pytest.mark.parametrize(
    "line",
    [
        "blue, and stays so.",
        "TO THE SURPRISE OF ALL IT IS BLUE.",
        "INFO WAS SCARCE.",
        "FM Roe came.",
        "SUBJECT to approval, it stays.",
        "SECRET TALKS were held.",
        "REF: none of it.",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\nSIPDIS\n", "\nSIPDIS\n\n"])
def test_no_line_of_the_text_is_lost_with_the_header_of_a_section(line: str, gap: str) -> None:
    body = body_of(f"¶1. (U) The buoy is here.\n\nUNCLAS SECTION 02 OF 02 VALLETTA 000118{gap}{line}\n", HEADER)
    assert line in " ".join(block.text for block in body.blocks)


def test_three_sections_are_one_text() -> None:
    section = "UNCLAS SECTION 0{} OF 03 VALLETTA 000118\n\nSIPDIS\n"
    text = f"¶1. (U) One\n{section.format(2)}\nand a half.\n\n¶2. (U) Two\n{section.format(3)}\nand three.\n"
    assert [block.text for block in body_of(text, HEADER).blocks] == ["One and a half.", "Two and three."]


def test_a_body_may_end_with_a_section_s_header() -> None:
    assert [
        block.text for block in body_of("¶1. Text.\nUNCLAS SECTION 02 OF 02 VALLETTA 000118\n\nSIPDIS\n").blocks
    ] == ["Text."]


# The signer


@pytest.mark.parametrize(
    "last",
    [
        "ROE",
        "ROE-DOE",
        "O'ROE",
        "VAN ROE",
        "DE LA ROE",
        "  ROE  ",
        "ROE\n\nNNNN",
        "ROE\nUNCLAS",
        "ROE\n\n\nBT\n#0118\nNNNN",
    ],
)
def test_the_last_line_is_the_signer_above_what_closes_the_telegram(last: str) -> None:
    body = body_of(f"¶1. (U) Text.\n{last}\n")
    assert body.signer == last.strip().partition("\n")[0]
    assert [block.text for block in body.blocks] == ["Text."]


def test_a_signer_may_stand_below_a_blank_line() -> None:
    assert body_of("¶1. (U) Text.\n\n\nROE\n").signer == "ROE"


def test_two_names_glued_together_are_kept_as_written() -> None:
    assert body_of("¶1. (U) Text.\nROEDOE\n").signer == "ROEDOE"


@pytest.mark.parametrize(
    "last",
    [
        "It stays.",
        "Roe",
        "ROE.",
        "END SUMMARY",
        "END OF TEXT",
        "COMMENT",
        "R",
        "A B C D",
        "¶2. (U) ROE",
        "ROE 118",
        "UNQUOTE",
        "[end extract]",
    ],
)
def test_a_last_line_that_is_no_surname_in_capitals_is_text(last: str) -> None:
    body = body_of(f"¶1. (U) Text.\n\n{last}\n")
    assert body.signer == ""
    assert len(body.blocks) == 2


def test_the_last_word_of_a_wrapped_line_in_capitals_is_no_signer() -> None:
    body = body_of("¶1. (LOU) THE BUOY WENT OUT IN JUNE AND THE DIRECTOR WAITS FOR ITS\nRETURN\n")
    assert body.signer == ""
    assert body.blocks[0].text.endswith("FOR ITS RETURN")


def test_a_surname_alone_is_text_where_there_is_no_other() -> None:
    body = body_of("ROE\n")
    assert (body.signer, [block.text for block in body.blocks]) == ("", ["ROE"])


def test_a_closing_line_is_an_artefact_and_no_text() -> None:
    cable = read(HEADER + "¶1. (U) Text.\nROE\n\nUNCLAS\n\nNNNN\n")
    assert cable.signer == "ROE"
    assert cable.body == (Block(kind=PARAGRAPH, text="Text.", number=1, mark="U", line=20),)
