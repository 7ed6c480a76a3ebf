"""REF: the earlier messages that a cable builds on."""

from __future__ import annotations

import pytest

from generator.cable import ReferenceKind
from generator.telegram.identity import ReferenceId
from generator.telegram.reference_items import find_items
from generator.telegram.references import parse_references
from tests.telegram.reading import HEADER, codes_of, read

OWN = ReferenceId(9, "VALLETTA", 118)


def targets(text: str, own: ReferenceId | None = OWN) -> list[str]:
    return [reference.target for reference in parse_references(text, own) if reference.target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("REF: 06 MOSCOW 431", "06MOSCOW431"),
        ("REF: 06 MOSCOW 000431", "06MOSCOW431"),
        ("REF: 06 MOSCOW 00000431", "06MOSCOW431"),
        ("REF: 06MOSCOW431", "06MOSCOW431"),
        ("REF: 06-MOSCOW-431", "06MOSCOW431"),
        ("REF: 10-OTTAWA-57", "10OTTAWA57"),
        ("REF: 2008 BRASILIA 672", "08BRASILIA672"),
        ("REF: 1989 LISBON 4471", "89LISBON4471"),
        ("REF: 2008BRASILIA672", "08BRASILIA672"),
        ("REF: MOSCOW 02259 (2002)", "02MOSCOW2259"),
        ("REF: MOSCOW 02259(2002)", "02MOSCOW2259"),
        ("REF: MOSCOW 5049-01", "01MOSCOW5049"),
        ("REF: O4 OSLO 1093", "04OSLO1093"),
        ("REF: 99 OSLO 1450", "99OSLO1450"),
        ("REF: 00 OSLO 12", "00OSLO12"),
        ("REF: 06 SAN JOSE 525", "06SANJOSE525"),
        ("REF: 06 PORT OF SPAIN 12", "06PORTOFSPAIN12"),
        ("REF: 06 USUN NEW YORK 917", "06USUNNEWYORK917"),
        ("REF: 06 N'DJAMENA 511", "06NDJAMENA511"),
        ("REF: 06 ST. PETERSBURG 12", "06STPETERSBURG12"),
        ("REF: 06 AMEMBASSY MOSCOW 431", "06MOSCOW431"),
        ("REF: 06 SECSTATE 431", "06STATE431"),
        ("REF: 06 HK 431", "06HONGKONG431"),
        ("REF: 06 BA 431", "06BUENOSAIRES431"),
        ("REF: 06 SECDEF 431", "06SECDEF431"),
        ("REF: 06 UNVIE 102 (NOTAL)", "06UNVIEVIENNA102"),
        ("REF: see 06 Moscow 431", "06MOSCOW431"),
        ("REF: 06 MOSCOW 431 DATED 12 OCT 06", "06MOSCOW431"),
        ("REF: 06 MOSCOW 431, PARA 3", "06MOSCOW431"),
        ("REF: STATE 311722 DTG 281605Z DEC 08", "08STATE311722"),
    ],
)
def test_a_reference_with_a_year_in_any_form_is_the_cable_of_that_year(text: str, target: str) -> None:
    assert targets(text) == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("REF: MOSCOW 431", "09MOSCOW431"),
        ("REF: UNVIE 102 (NOTAL)", "09UNVIEVIENNA102"),
        ("REF: N'DJAMENA 511", "09NDJAMENA511"),
        ("REF: 870 Ulaanbaatar", "09ULAANBAATAR870"),
        ("REF: Moscow 431", "09MOSCOW431"),
        ("REF: VALLETTA 117", "09VALLETTA117"),
        ("REF: VALLETTA 119", "08VALLETTA119"),
        ("REF: VALLETTA 9000", "08VALLETTA9000"),
    ],
)
def test_without_a_year_it_is_the_cable_s_own_or_the_one_before_where_the_serial_lies_in_the_future(
    text: str, target: str
) -> None:
    assert targets(text) == [target]


def test_the_year_before_2000_is_1999() -> None:
    assert targets("REF: VALLETTA 9000", ReferenceId(0, "VALLETTA", 118)) == ["99VALLETTA9000"]


@pytest.mark.parametrize(
    "label",
    [
        "REF:",
        "REFS:",
        "REF(S):",
        "REFTEL:",
        "REFTELS:",
        "Ref:",
        "Ref(s):",
        "REFERENCE:",
        "REFERENCES:",
        "REF",
        "REF ;",
        "",
    ],
)
def test_a_label_may_take_many_forms(label: str) -> None:
    assert targets(f"{label} A. 06 MOSCOW 431 B. 06 ROME 12") == ["06MOSCOW431", "06ROME12"]


@pytest.mark.parametrize(
    "text",
    [
        "REF: A. 06 MOSCOW 431\n     B. 06 ROME 12\n     C. 06 SUVA 3",
        "REF: A) 06 MOSCOW 431\n     B) 06 ROME 12\n     C) 06 SUVA 3",
        "REF: (A) 06 MOSCOW 431 (B) 06 ROME 12 (C) 06 SUVA 3",
        "REF: A - 06 MOSCOW 431, B - 06 ROME 12, C - 06 SUVA 3",
        "REF: ¶A. 06 MOSCOW 431\n¶B. 06 ROME 12\n¶C. 06 SUVA 3",
        "REF: A: 06 MOSCOW 431 B: 06 ROME 12 C: 06 SUVA 3",
        "REF: A.06 MOSCOW 431,B.06 ROME 12;C.06 SUVA 3",
        "REFS: A. 06 MOSCOW 431; B. 06 ROME 12; C. 06 SUVA 3",
        "REF: A. 06 MOSCOW\n431 B. 06\nROME 12\nC. 06 SUVA 3",
    ],
)
def test_items_are_told_by_their_letters_in_every_form(text: str) -> None:
    found = parse_references(text, OWN)
    assert [(each.letter, each.target) for each in found] == [("A", "06MOSCOW431"), ("B", "06ROME12"), ("C", "06SUVA3")]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("A. ROME 1 B. ROME 2 C. ROME 3", ["A", "B", "C"]),
        ("A. ROME 1 C. ROME 3", ["A", "C"]),
        ("A. MEMO FROM WASHINGTON D.C. B. ROME 2", ["A", "B"]),
        ("ROME 1 B. ROME 2", ["", "B"]),
        ("B. ROME 2 A. ROME 1", ["B"]),
        ("A. ROME 1 Z. ROME 2", ["A"]),
        ("ROME 1", [""]),
        (" , ; ", []),
        ("", []),
    ],
)
def test_letters_go_up_from_one_item_to_the_next_and_others_are_text(text: str, letters: list[str]) -> None:
    assert [item.letter for item in find_items(text)] == letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REF: BAKU 1 AND 13", ["09BAKU1", "09BAKU13"]),
        ("REF: BAKU 1 & 13", ["09BAKU1", "09BAKU13"]),
        ("REF: BAKU 1, 13, 15", ["09BAKU1", "09BAKU13", "09BAKU15"]),
        ("REF: 06 BAKU 1, 13 AND 15", ["06BAKU1", "06BAKU13", "06BAKU15"]),
        ("REF: SECSTATE 1 & USUN 2", ["09STATE1", "09USUNNEWYORK2"]),
        ("REF: SECSTATE 1 AND USUN 2", ["09STATE1", "09USUNNEWYORK2"]),
        ("REF: 06 BAKU 1, 07 ROME 12", ["06BAKU1", "07ROME12"]),
        ("REF: 06 BAKU 1, 07-ROME-12", ["06BAKU1", "07ROME12"]),
        ("REF: 06-BAKU-1, 07ROME12", ["06BAKU1", "07ROME12"]),
        ("REF: BAKU 1 AND 5049-01", ["09BAKU1", "01BAKU5049"]),
        ("REF: BAKU 1 (2002) AND 13 (2003)", ["02BAKU1", "03BAKU13"]),
        ("REF: BAKU 1 AND 2 OTHERS", ["09BAKU1"]),
        ("REF: BAKU 1 AND BAKU 1", ["09BAKU1"]),
        ("REF: BAKU 1, ROME 2 AND PREVIOUS", ["09BAKU1", "09ROME2"]),
    ],
)
def test_one_item_may_name_several_cables(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ROE-DOE E-MAIL 12/12/06",
        "ROE-DOE EMAIL OF 12 OCT 06",
        "ROE TO DOE E-MAILS",
        "ROE-DOE PHONECON 07/18/08",
        "ROE-DOE TELCON",
        "TELEPHONE CONVERSATION OF 12 OCT",
        "ROE MEMO 12",
        "TD-314/12345-06",
        "TD 314/12345-06",
        "IIR 6 847 0123 06",
        "9 FAM 41.41",
        "9 FAM 41.41 N3",
        "5 FAH-2 H-320",
        "22 CFR 51",
        "LETTER OF OCTOBER 7",
        "2008 HUMAN RIGHTS REPORT",
        "HANDBOOK OF FOG SIGNALS, 1962 EDITION",
    ],
)
def test_what_is_no_cable_is_told_apart_and_never_a_link(text: str) -> None:
    (found,) = parse_references(f"REF: A. {text}", OWN)
    assert (found.kind, found.target, found.text) == (ReferenceKind.OTHER, "", text)


@pytest.mark.parametrize(
    "text",
    [
        "12 OCT 06",
        "OCTOBER 7",
        "07 OCT 06",
        "DATED 12 OCT 06",
        "MOSCOW",
        "431",
        "THE HARBOR SERIES",
        "1962 EDITION",
        "PARA 3",
        "06 MOSCOW 12345678",
        "MOSCOW 000",
        "MOSCOW 3/4",
        "BAKU 1, 3/4/06",
        "MOSCOW 43A",
    ],
)
def test_what_is_not_understood_is_unclear_and_no_link(text: str) -> None:
    (found,) = parse_references(f"REF: A. {text}", OWN)
    assert (found.kind, found.target, found.text) == (ReferenceKind.UNCLEAR, "", text)


def test_without_the_cable_s_own_id_a_reference_without_a_year_is_unclear() -> None:
    (with_year, without) = parse_references("REF: A. 06 MOSCOW 431 B. ROME 12", None)
    assert (with_year.kind, with_year.target) == (ReferenceKind.CABLE, "06MOSCOW431")
    assert (without.kind, without.target) == (ReferenceKind.UNCLEAR, "")


def test_the_cable_itself_is_no_reference() -> None:
    assert targets("REF: A. VALLETTA 118 B. 09 VALLETTA 118 C. 08 VALLETTA 118") == ["08VALLETTA118"]


def test_a_reference_keeps_its_words_as_written() -> None:
    (found,) = parse_references("REF: A. 06 Moscow  431\n(NOTAL), see para 3;", OWN)
    assert found.text == "06 Moscow 431 (NOTAL), see para 3"


@pytest.mark.parametrize(
    "page_line", ["PAGE 02 VALLET 00118 01 OF 02 070531Z", "PAGE 02 ROME 01196 01 OF 02 082030Z", "PAGE 02"]
)
def test_a_page_line_between_items_is_no_reference(page_line: str) -> None:
    assert targets(f"REF: A. 06 MOSCOW 431\n{page_line}\nB. 06 ROME 12") == ["06MOSCOW431", "06ROME12"]


@pytest.mark.parametrize(
    "block",
    [
        "REF: A. 06 MOSCOW 431\n     B. 06 ROME 12\n",
        "REF: A. 06 MOSCOW 431\n\n     B. 06 ROME 12\n",
        "REF A. 06 MOSCOW 431\nB. 06 ROME 12\n",
        "REF:\n\nA. 06 MOSCOW 431\nB. 06 ROME 12\n",
        "REF:\nA. 06 MOSCOW 431\n\nB. 06 ROME 12\n",
        "REF: 06 MOSCOW 431\n\nREF: 06 ROME 12\n",
        "REF: 06 MOSCOW 431\nREF: 06 ROME 12\n",
        "REF: A. 06 MOSCOW 431\nPAGE 02 VALLET 00118 070531Z\nB. 06 ROME 12\n",
        "REF: A. 06 MOSCOW 431\nB. 06 ROME\n12\n",
        "REF A: 06 MOSCOW 431\nREF B: 06 ROME 12\n",
        "REF 06 MOSCOW 431 AND 06 ROME 12\n",
    ],
)
def test_a_block_of_references_may_wrap_hold_blank_lines_and_come_twice(block: str) -> None:
    cable = read(HEADER + block + "\n¶1. (U) Text.\n")
    assert [reference.target for reference in cable.references] == ["06MOSCOW431", "06ROME12"]
    assert cable.body[0].text == "Text."


def test_a_label_without_colon_before_a_station_is_one() -> None:
    cable = read(HEADER.rstrip("\n") + "\nREF MOSCOW 431\n\n¶1. (U) Text.\n")
    assert cable.subject == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"
    assert [reference.target for reference in cable.references] == ["09MOSCOW431"]


@pytest.mark.parametrize("paragraph", ["1. (C) Text.", "¶1. Text.", "1. (U) 06 ROME 12 is text."])
def test_the_block_ends_where_a_paragraph_begins_also_without_a_blank_line(paragraph: str) -> None:
    cable = read(f"{HEADER}REF: A. 06 MOSCOW 431\n{paragraph}\n")
    assert [reference.target for reference in cable.references] == ["06MOSCOW431"]
    assert cable.body[0].number == 1


def test_a_reference_that_is_not_understood_is_reported_with_its_line() -> None:
    cable = read(HEADER + "REF: A. 06 MOSCOW 431\n     B. THE HARBOR SERIES\n\n¶1. (U) Text.\n")
    (finding,) = [finding for finding in cable.findings if finding.code == "cable.unclear-reference"]
    assert finding.line == 20
    assert "THE HARBOR SERIES" in finding.message


@pytest.mark.parametrize("words", ["septel", "reftel", "ref A", "reftels A and B", "06 MOSCOW 431"])
def test_a_mention_in_the_text_is_no_reference(words: str) -> None:
    cable = read(HEADER + f"¶1. (U) As said in {words}, the buoy is blue.\n")
    assert cable.references == ()
    assert codes_of(cable) == []


def test_a_page_line_s_post_is_no_letter_of_an_item() -> None:
    found = parse_references("REF: A. PAGE 02 B. HONG KONG 00001", year=2009)
    assert "09HONGKONG1" in {reference.target for reference in found}


@pytest.mark.parametrize("text", ["STATE 523 50", "STATE 523 50.", "LONDON 99/100", "LONDON 12 13", "LONDON 98/101"])
def test_numbers_that_may_be_serials_or_years_or_torn_are_no_link(text: str) -> None:
    (found,) = parse_references(f"REF: {text}", ReferenceId(8, "VALLETTA", 118))
    assert (found.kind, found.target, found.text) == (ReferenceKind.UNCLEAR, "", text)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("STATE 523 06 ROME 12", ["08STATE523", "06ROME12"]),
        ("LONDON 06/431", ["06LONDON431"]),
        ("STATE 523 6 MAY 2008", ["08STATE523"]),
        ("STATE 523 2 PAGES", ["08STATE523"]),
        ("STATE 523 12/05/2008", ["08STATE523"]),
        ("STATE 523 121530Z MAY 08", ["08STATE523"]),
    ],
)
def test_a_number_behind_a_serial_may_be_of_something_else(text: str, targets: list[str]) -> None:
    assert [each.target for each in parse_references(f"REF: {text}", ReferenceId(8, "VALLETTA", 118))] == targets


def test_a_report_s_number_is_no_telegram_s() -> None:
    (found,) = parse_references("REF: CERP 0001", ReferenceId(8, "VALLETTA", 118))
    assert (found.kind, found.target) == (ReferenceKind.OTHER, "")
