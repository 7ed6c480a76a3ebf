"""Paragraphs and items: numbers and portion marks in all the forms that people type, and what only looks like one."""

from __future__ import annotations

import pytest

from generator.cable import BlockKind
from tests.telegram.reading import HEADER, blocks_of, read


def seen(text: str) -> list[tuple[int, str, str, str]]:
    """Give what each block is: number, mark, label, text."""
    return [(block.number, block.mark, block.label, block.text) for block in blocks_of(text)]


# Numbers and marks


@pytest.mark.parametrize(
    ("line", "number", "mark"),
    [
        ("(C) 1. Text.", 1, "C"),
        ("(SBU) 12. Text.", 12, "SBU"),
        ("(C/NF) ¶3. Text.", 3, "C/NF"),
        ("(1) (C) Text.", 1, "C"),
        ("(1). (U) Text.", 1, "U"),
        ("1 (C) Text.", 1, "C"),
        ("1- (C) Text.", 1, "C"),
        ("1.- (C) Text.", 1, "C"),
        ("1, (C) Text.", 1, "C"),
        ("1: (SBU) Text.", 1, "SBU"),
        ("1.. (C) Text.", 1, "C"),
        ("- 1. (C) Text.", 1, "C"),
        ("l. (C) Text.", 1, "C"),
        ("1. C/NF) Text.", 1, "C/NF"),
        ("1. [C] Text.", 1, "C"),
        ("1. (C] Text.", 1, "C"),
        ("P1. (C) Text.", 1, "C"),
        ("P1. Text.", 1, ""),
        ("Para 1. Text.", 1, ""),
        ("PARA 1. (C) Text.", 1, "C"),
        ("Para 1: Text.", 1, ""),
        ("Paragraph 1. Text.", 1, ""),
        ("¶1.(C)Text.", 1, "C"),
        ("¶1.   (C)   Text.", 1, "C"),
        ("1.(SBU)Text.", 1, "SBU"),
        ("1. (c) Text.", 1, "C"),
        ("1. (sbu) Text.", 1, "SBU"),
        ("1. (c/nf) Text.", 1, "C/NF"),
        ("1. (u) Text.", 1, "U"),
        ("1. (U//FOUO) Text.", 1, "U/FOUO"),
        ("1. (C-NF) Text.", 1, "C/NF"),
        ("1. (S/NOFORN) Text.", 1, "S/NOFORN"),
        ("1. (C/REL TO USA, AUS) Text.", 1, "C/REL TO USA, AUS"),
        ("1. (S//REL TO USA, AUS, CAN, GBR, NZL) Text.", 1, "S/REL TO USA, AUS, CAN, GBR, NZL"),
        ("1. (C/REL) Text.", 1, "C/REL"),
        ("1. (S/FGI) Text.", 1, "S/FGI"),
        ("1. (LOU) Text.", 1, "LOU"),
        ("1. (FOUO) Text.", 1, "FOUO"),
        ("1. (OUO) Text.", 1, "OUO"),
        ("1. (TS/NF) Text.", 1, "TS/NF"),
        ("1. (S/NODIS) Text.", 1, "S/NODIS"),
        ("1. (UNCLASSIFIED) Text.", 1, "UNCLASSIFIED"),
        ("1. (CONFIDENTIAL) Text.", 1, "CONFIDENTIAL"),
        ("1. (SECRET) Text.", 1, "SECRET"),
        ("1. (C - ENTIRE TEXT) Text.", 1, "C - ENTIRE TEXT"),
        ("1. (C-ENTIRE TEXT). Text.", 1, "C-ENTIRE TEXT"),
        ("1. (C - Entire text) Text.", 1, "C - Entire text"),
        ("1. (SBU: entire message) Text.", 1, "SBU: entire message"),
        ("(C/NF entire text) Text.", 0, "C/NF entire text"),
        ("1. ( SBU ) Text.", 1, "SBU"),
        ("1. (C )Text.", 1, "C"),
        ("1. ( C/NF) Text.", 1, "C/NF"),
        ("(SBU/NF) Text.", 0, "SBU/NF"),
        ("(sbu) Text.", 0, "SBU"),
        ("[C] Text.", 0, "C"),
        ("Â¶1. (C) Text.", 1, "C"),
        ("Â¶ 1. (C) Text.", 1, "C"),
    ],
)
def test_a_number_and_mark_are_read_however_they_are_typed(line: str, number: int, mark: str) -> None:
    assert seen(line) == [(number, mark, "", "Text.")]


def test_a_mark_of_the_whole_text_on_a_line_of_its_own_stays_there() -> None:
    text = "(C - Entire text)\n\nThis is an exercise, and no summary.\n\n1. The buoy is blue."
    assert seen(text) == [
        (0, "C - Entire text", "", ""),
        (0, "", "", "This is an exercise, and no summary."),
        (1, "", "", "The buoy is blue."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "(A) the buoy",
        "1998. That year it was blue.",
        "2.5 million buoys were seen.",
        "1.4 (c) is a reason.",
        "1.5 (C) is a reason.",
        "12,000 buoys.",
        "3rd of June.",
        "7:30 (A) was the hour.",
        "P5 members were blue.",
        "Para 4 of the note is blue.",
        "Paragraph 7. is the one.",
        "P3 is blue.",
        "(UK) buoys are blue.",
        "(CONFIDENTIALLY) it is blue.",
        "(USG) it is blue.",
        "(c/o) the buoy.",
        "(Sources) say so.",
        "II. (x",
    ],
)
def test_what_only_looks_like_a_number_or_a_mark_is_text(line: str) -> None:
    text = f"¶1. (U) The buoy.\n\n{line}"
    assert [(number, mark) for number, mark, _, _ in seen(text)] == [(1, "U"), (0, "")]


@pytest.mark.parametrize(
    "line",
    [
        "(S) was sent in June.",
        "(C) was sent in June.",
        "(U) was sent in June.",
        "2. 5 million saw it.",
        "1998. That year it sank.",
        "12. It was the last one.",
        "P5. They stay.",
        "Para 3. It says so.",
        "4 (d) it is so.",
        "(b) of the Act it is so.",
        "B. Roe said so.",
        "o governo said so.",
        "2.5 million saw it.",
        "15) and that was all.",
        "(2) of the Act says so.",
    ],
)
def test_a_wrapped_line_that_looks_like_a_paragraph_goes_on_with_the_sentence(line: str) -> None:
    assert seen(f"¶1. (U) According to the cable which the embassy there sent\n{line}") == [
        (1, "U", "", f"According to the cable which the embassy there sent {line}")
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. (C) A.\n\n2. (C) B.\n\n4. (C) D.", [1, 2, 4]),
        ("1. (C) A.\n\n2. (C) B.\n\n2. (C) C.\n\n3. (C) D.", [1, 2, 2, 3]),
        ("1. A.\n\n2. B.\n\n2. C.\n\n3. D.", [1, 2, 2, 3]),
        ("1. A.\n\n3. C.\n\n2. B.", [1, 3, 2]),
        ("1. IT IS BLUE.\n2. IT STAYS.\n3. IT IS OLD.", [1, 2, 3]),
        ("SUMMARY: IT IS BLUE. END SUMMARY\n1. IT STAYS.\nA) IT IS OLD.\n2. IT IS NEW.", [0, 1, 0, 2]),
        ("1. IT IS IN PARA.\n2. THERE IT STAYS.", [1]),
        ("1. IT IS BLUE.\n3. THERE IT STAYS.", [1]),
        ("1. (C) IT IS BLUE.\n2. THERE IT STAYS.", [1]),
        ("A.\n\n2. (U) B.\n\n3. (U) C.", [0, 2, 3]),
        ("(C) A.\n\n2. (C) B.", [0, 2]),
        ("1) A.\n\n2) B.\n\n3) C.", [1, 2, 3]),
        ("Para 1. A.\n\nPara 2. B.\n\nPara 3. C.", [1, 2, 3]),
        ("P1. A.\n\nP2. B.", [1, 2]),
        ("(1) (C) A.\n\n(2) (C) B.\n\n(3) (U) C.", [1, 2, 3]),
        ("¶1. (C) A:\n\n(1) (C) A.\n\n(2) (C) B.\n\n¶2. (U) C.", [1, 0, 0, 2]),
        ("1. (C) A.\n2. (C) B.\n3. (C) C.", [1, 2, 3]),
        ("¶1. A.\n¶2. B.\n¶2. C.", [1, 2, 2]),
        ("1. (U) A.\n\n 2. (U) B.", [1, 2]),
        ("9. (U) A.\n\n10. (U) B.\n\n11. (U) C.", [9, 10, 11]),
        ("¶1. (U) A.\n\n2 (U) B.\n\n3, (U) C.", [1, 2, 3]),
    ],
)
def test_numbers_may_skip_repeat_and_go_back(text: str, numbers: list[int]) -> None:
    assert [block.number for block in blocks_of(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "1. (U)\nIt is blue.\n\n2. (C)\nIt stays.",
        "1. (U)\n\nIt is blue.\n\n2. (C)\n\nIt stays.",
        "¶1.\n(U) It is blue.\n\n¶2.\n(C) It stays.",
        "1. (U) It is blue. 2. (C) It stays.",
        "1. (U) It is blue. 2. (C)\nIt stays.",
        "1. (U) It is blue.  2.\n(C) It stays.",
        "1. (U) It is\nblue. 2. (C) It\nstays.",
        "1. (U) It is blue.\n2.\n(C) It stays.",
    ],
)
def test_a_number_may_stand_above_its_text_or_at_the_end_of_the_line_before(text: str) -> None:
    assert seen(text) == [(1, "U", "", "It is blue."), (2, "C", "", "It stays.")]


@pytest.mark.parametrize(
    "text",
    [
        "1. (U) It is as said in para 2. (C) comes later.",
        "1. (U) It is as said in no. 2. We stay.",
        "1. (U) It is blue. 2. It stays.",
        "1. (U) It cost 2. (See below.)",
        "1. (U) It is blue. 3. (C) it stays.",
    ],
)
def test_a_number_inside_a_line_is_text_unless_it_is_the_next_one_with_a_mark_behind_a_sentence(text: str) -> None:
    assert len(blocks_of(text)) == 1


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("¶3. (U) Three:\n\n1. A.\n\n2. B.\n\n3. C.\n\n¶4. (U) D.", ["", "1.", "2.", "3.", ""]),
        ("3. Three:\n\n   1. A.\n   2. B.\n   3. C.\n   4. D.\n\n4. E.", ["", "1.", "2.", "3.", "4.", ""]),
        ("3. (C) Three:\n1) A.\n2) B.\n\n4. (C) D.", ["", "1)", "2)", ""]),
        ("3. (C) Three:\n(1) A.\n(2) B.\n\n4. (C) D.", ["", "(1)", "(2)", ""]),
        ("3. (C) Three:\nA. One.\nB. Two.\nC. Three.", ["", "A.", "B.", "C."]),
        ("3. (C) Three:\na. One.\nb. Two.\nc. Three.", ["", "a.", "b.", "c."]),
        ("3. (C) Three:\n\n(A) One.\n\n(B) Two.\n\n(C) Three.\n\n4. (C) D.", ["", "(A)", "(B)", "(C)", ""]),
        ("3. (C) Three:\n\n(a) One.\n\n(b) Two.\n\n(c) Three.", ["", "(a)", "(b)", "(c)"]),
        ("3. (C) Three:\n(A) One.\n(B) Two.\n(C) Three.", ["", "(A)", "(B)", "(C)"]),
        ("3. (C) Three:\n\n¶A. One.\n\n¶B. Two.", ["", "A.", "B."]),
        ("3. (C) Three:\n\nÂ¶A. One.\n\nÂ¶B. Two.", ["", "A.", "B."]),
        ("3. (C) Three:\n\no One.\n\no Two.", ["", "o", "o"]),
        ("3. (C) Three:\n•One.\n• Two.", ["", "•", "•"]),
        ("3. (C) Three:\n* One.\n* Two.", ["", "*", "*"]),
        ("3. (C) Three:\n-- One\n-- Two", ["", "--", "--"]),
        ("3. (C) Three:\n--One\n--Two", ["", "--", "--"]),
        ("3. (C) Three:\n--- One\n--- Two", ["", "---", "---"]),
        ("3. (C) Three:\n-(U) One.\n-(U) Two.", ["", "-", "-"]),
        ("3. (C) Three:\nI. One.\nII. Two.\nIII. Three.\nIV. Four.", ["", "I.", "II.", "III.", "IV."]),
        ("3. (C) Three:\n\ni) One.\n\nii) Two.\n\niii) Three.", ["", "i)", "ii)", "iii)"]),
        ("3. (C) Three:\n(i) One.\n(ii) Two.", ["", "(i)", "(ii)"]),
        ("3. (C) One:\nA) One.\nB) Two.", ["", "A)", "B)"]),
        ("3. (C) The buoy which was seen in the harbour of Valletta\n-- and who saw it -- is blue.", [""]),
        ("3. (C) Two:\n-- a buoy\n-- a ring\n-- and a lamp", ["", "--", "--", "--"]),
    ],
)
def test_items_have_their_labels_and_the_next_paragraph_none(text: str, labels: list[str]) -> None:
    assert [block.label for block in blocks_of(text)] == labels


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("¶1. A:\n\nA. One:\n\n(1) Deep:\n\n(a) Deeper.\n\n(b) Deeper.\n\n(2) Deep.\n\nB. Two.", [0, 1, 2, 3, 3, 2, 1]),
        ("¶1. A:\n\n-- One:\n   -- Deep.\n   -- Deep.\n-- Two.", [0, 1, 2, 2, 1]),
        ("¶1. A:\n\n-- One.\n -- Two.\n-- Three.", [0, 1, 1, 1]),
        ("¶1. A:\n\n-- One:\n\n- Deep.\n\n-- Two:\n\n* Deep.", [0, 1, 2, 1, 2]),
        ("¶1. A:\n\n(a) One:\n\n(i) Deep.\n\n(ii) Deep.\n\n(b) Two.", [0, 1, 2, 2, 1]),
        ("¶1. A:\n\n(g) G.\n\n(h) H.\n\n(i) I.\n\n(j) J.", [0, 1, 1, 1, 1]),
        ("¶1. A:\n\nA. One:\n\na. Deep.\n\nB. Two.", [0, 1, 2, 1]),
    ],
)
def test_items_hang_as_deep_as_their_lists(text: str, levels: list[int]) -> None:
    assert [block.level for block in blocks_of(text)] == levels


@pytest.mark.parametrize(
    ("line", "label", "mark"),
    [
        ("A. (C) One.", "A.", "C"),
        ("¶B. (S/NF) One.", "B.", "S/NF"),
        ("-- (SBU) One.", "--", "SBU"),
        ("-(U) One.", "-", "U"),
        ("a) (C/NF) One.", "a)", "C/NF"),
        ("(1) (U) One.", "(1)", "U"),
        ("* (LOU) One.", "*", "LOU"),
        ("-- (c) One.", "--", ""),
        ("-- (A) One.", "--", ""),
        ("-- (UK) One.", "--", ""),
    ],
)
def test_an_item_may_have_a_portion_mark_of_its_own(line: str, label: str, mark: str) -> None:
    item = blocks_of(f"¶3. (C) Two:\n\n{line}")[1]
    assert (item.label, item.mark) == (label, mark)
    assert item.text.endswith("One.")


# Joined and kept lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("A mid-\nlevel buoy.", "A mid-level buoy."),
        ("THE MID-\nLEVEL BUOY WAS SEEN.", "THE MID-LEVEL BUOY WAS SEEN."),
        ("A two-\nand three-year buoy.", "A two- and three-year buoy."),
        ("The buoy --\nit is blue.", "The buoy -- it is blue."),
        ("The buoy -\nit is blue.", "The buoy - it is blue."),
    ],
)
def test_a_compound_broken_behind_its_hyphen_is_one_word_again(lines: str, text: str) -> None:
    assert [block.text for block in blocks_of(f"¶1. (U) {lines}")] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe\nDirector of Buoys\nP.O. Box 12\nValletta",
        "Ambassador Roe\nPoloff Doe (notetaker)\nDirector Pendlewood\nThe Hon. Mr. Hurl",
        "The sea is wide,\nThe buoy is blue,\nNobody wants it,\nNeither do you",
        "Participants:\nJane Roe\nJohn Doe",
        "120 Lighthouse Road\nValletta\nMalta",
    ],
)
def test_short_lines_that_each_begin_anew_keep_their_breaks(text: str) -> None:
    (block,) = blocks_of(f"¶1. (U) {text}")
    assert (block.kind, block.text, block.number) == (BlockKind.LINES, text, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The buoy is\nblue and\nstays so.",
        "The buoy of\nValletta",
        "The Minister of Valletta,\nJane Roe, came.",
        "They said to\nJane Roe:",
        "The Minister of the Buoys of the Island of Gozo\nJane Roe",
        "The Minister of Buoys, whom we met on the pier today,\nThe Director\nJane Roe",
        "The buoy is blue.\nIt stays.\nNobody came.",
        "The buoy went to\nValletta and then\nthe pier.",
    ],
)
def test_lines_that_were_wrapped_are_joined(text: str) -> None:
    (block,) = blocks_of(f"¶1. (U) {text}")
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, " ".join(text.split("\n")))


# Letters as entities


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("the buoy&#8217;s lamp", "the buoy’s lamp"),
        ("&#x2019;tis", "’tis"),
        ("caf&#233;", "café"),
        ("8&#8211;9", "8–9"),
        ("&#147;blue&#148;", "“blue”"),
        ("a&#160;b", "a b"),
        ("a&#10;b", "a b"),
        ("&#0;x", "&#0;x"),
        ("&#8217", "&#8217"),
        ("&amp; &lt;b&gt;", "&amp; &lt;b&gt;"),
        ("AT&#T;", "AT&#T;"),
        ("&#1;", "&#1;"),
    ],
)
def test_numeric_entities_are_letters_and_nothing_else_is(written: str, read_as: str) -> None:
    cable = read(f"{HEADER}¶1. (U) It says {written}\n")
    assert cable.body[0].text == f"It says {read_as}"
    assert cable.body[0].line == 20


@pytest.mark.parametrize(
    "text",
    [
        "Minister Roe\nMadame Doe",
        "Tuesday:\n9:00 a.m. Meeting",
        "Sincerely,\nJohn Doe",
        "Jane Roe\nJohn Doe",
    ],
)
def test_two_lines_far_shorter_than_the_text_is_wide_keep_their_breaks(text: str) -> None:
    assert [(block.kind, block.text) for block in blocks_of(f"¶1. (U) An exercise.\n\n{text}\n\n¶2. (U) More.")][1] == (
        BlockKind.LINES,
        text,
    )


def test_in_a_text_that_was_wrapped_narrowly_two_lines_are_a_sentence() -> None:
    narrow = "The buoy of this exercise was\nseen on the pier of the\nharbour."
    assert blocks_of(f"¶1. (U) {narrow}\n\nThe lamp of Minister\nJane Roe\n")[1].text == "The lamp of Minister Jane Roe"


def test_questions_and_answers_stand_on_their_own() -> None:
    asked = "Q: Is the buoy of this exercise blue and\nround?\nA: It is.\nQ. Always?\nA: Yes\nA. Roe."
    text = f"¶1. (U) {asked}\n\n¶2. (U) Group\nA: it came."
    assert [block.text for block in blocks_of(text)] == [
        "Q: Is the buoy of this exercise blue and round?",
        "A: It is.",
        "Q. Always?",
        "A: Yes A. Roe.",
        "Group A: it came.",
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("A. Alpha:\n(1) one\n(2) two\nB. Beta\n(1) three\n(2) four", ["A.", "(1)", "(2)", "B.", "(1)", "(2)"]),
        ("a) one\nb) two\ni. roman\nii. roman", ["a)", "b)", "i.", "ii."]),
        ("- Minister\nA. Roe", ["-"]),
        ("A. As said in para\n(1) above", ["A."]),
        ("A. The buoy is as blue as it was said to be in\n(1) above", ["A."]),
    ],
)
def test_a_list_begins_below_a_short_item(text: str, labels: list[str]) -> None:
    assert [block.label for block in blocks_of(f"¶1. (U) The points of this exercise:\n{text}")][1:] == labels
