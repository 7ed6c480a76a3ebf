"""REF blocks in the forms that they have in the wild: labels, letters, years, posts, wrapping, damage, and prose."""

from __future__ import annotations

import pytest

from generator.cable import ReferenceKind
from generator.telegram.identity import ReferenceId
from generator.telegram.references import parse_references

OWN = ReferenceId(9, "VALLETTA", 118)


def read(text: str, own: ReferenceId | None = OWN) -> str:
    """Write what was found, an item a word: ``A=06ROME1``, ``=09OSLO2``, ``B=other``, ``unclear``."""
    return " ".join(f"{each.letter}={each.target or each.kind.value}" for each in parse_references(text, own))


LABELS = [
    "REF:", "REFS:", "REF(S):", "REFTEL:", "REFTELS:", "REFTEL(S):", "REFERENCE:", "REFERENCES:", "Ref:", "Refs:", "ref:", "Reftel:",
    "REF", "REFS", "REF ;", "REF;", "REFS;", "REF :", "REF.", "REF -", "REF: REFS:", "REF: REF:", "R E F:", "REF'S:", "¶REF:", "REF::",
    "REFERENCE TELEGRAM:", "REFERENCE TELEGRAMS:", "REF CABLE:", "REF CABLES:",
]  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("space", [" ", "\n"])
def test_a_label_in_any_form_is_no_part_of_the_first_item(label: str, space: str) -> None:
    assert read(f"{label}{space}A. 06 MOSCOW 431 B. ROME 12") == "A=06MOSCOW431 B=09ROME12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A.ROME 1,B.STATE 2", "A=09ROME1 B=09STATE2"),
        ("A.ROME 1 B.STATE 2", "A=09ROME1 B=09STATE2"),
        ("A)ROME 1 B)STATE 2", "A=09ROME1 B=09STATE2"),
        ("(A)ROME 1(B)STATE 2", "A=09ROME1 B=09STATE2"),
        ("(A.) ROME 1 (B.) STATE 2", "A=09ROME1 B=09STATE2"),
        ("(A): ROME 1 (B): STATE 2", "A=09ROME1 B=09STATE2"),
        ("[A] ROME 1 [B] STATE 2", "A=09ROME1 B=09STATE2"),
        ("A.) ROME 1 B.) STATE 2", "A=09ROME1 B=09STATE2"),
        ("A / ROME 1", "A=09ROME1"),
        ("A/ ROME 1 B/ STATE 2", "A=09ROME1 B=09STATE2"),
        ("A-ROME 1, B-STATE 2", "A=09ROME1 B=09STATE2"),
        ("A -- ROME 1 B -- STATE 2", "A=09ROME1 B=09STATE2"),
        ("A: ROME 1\nB: STATE 2", "A=09ROME1 B=09STATE2"),
        ("A; ROME 1\nB; STATE 2", "A=09ROME1 B=09STATE2"),
        ("a. Rome 1\nb. State 2", "A=09ROME1 B=09STATE2"),
        ("(a) Rome 1 (b) State 2", "A=09ROME1 B=09STATE2"),
        ("A ROME 1 B STATE 2", "A=09ROME1 B=09STATE2"),
        ("(A ROME 1 (B) STATE 2", "A=09ROME1 B=09STATE2"),
        ("REF A: ROME 1\nREF B: ROME 2", "A=09ROME1 B=09ROME2"),
        ("REF A: ROME 1 REF B: ROME 2", "A=09ROME1 B=09ROME2"),
        ("¶A. ROME 1\n¶B. STATE 2", "A=09ROME1 B=09STATE2"),
        ("A. A. ROME 1 B. B. STATE 2", "A=09ROME1 B=09STATE2"),
        ("A. (A) ROME 1\nB. (B) STATE 2", "A=09ROME1 B=09STATE2"),
        ("A. ROME 1\nA. ROME 2\nC. ROME 3", "A=09ROME1 A=09ROME2 C=09ROME3"),
        ("A. ROME 1 D. ROME 2", "A=09ROME1 D=09ROME2"),
        ("A. ROME 1B. STATE 2C. OSLO 3", "A=09ROME1 B=09STATE2 C=09OSLO3"),
        ("A. ROME 1. B. STATE 2.", "A=09ROME1 B=09STATE2"),
        ("A. (U) ROME 1 B. (C) STATE 2", "A=09ROME1 B=09STATE2"),
        ("A. ROME 1 (U), B. STATE 2 (C/NF)", "A=09ROME1 B=09STATE2"),
        ("(U) STATE 12345", "=09STATE12345"),
        ("1) ROME 1 2) STATE 2", "1=09ROME1 2=09STATE2"),
        ("1. ROME 1\n2. STATE 2", "1=09ROME1 2=09STATE2"),
        ("(1) ROME 1 (2) STATE 2", "1=09ROME1 2=09STATE2"),
        ("A. THROUGH C. STATE 1, 2, 3", "A=09STATE1 B=09STATE2 C=09STATE3"),
        ("(A) THROUGH (C) STATE 1, 2 AND 3", "A=09STATE1 B=09STATE2 C=09STATE3"),
        ("A. AND B. STATE 1 AND 2", "A=09STATE1 B=09STATE2"),
        ("A. ROE, JOHN A. EMAIL B. ROME 2", "A=other B=09ROME2"),
        ("A. D. ROE E-MAIL B. ROME 2", "A=other B=09ROME2"),
        ("A. ROE-DOE E-MAIL D. ROE PHONECON B. ROME 2", "A=other B=09ROME2"),
        ("A. ROME 1\n\nREF: A. ROME 2", "A=09ROME1 A=09ROME2"),
        ("06 MOSCOW 431\nREF: 06 ROME 12", "=06MOSCOW431 =06ROME12"),
    ],
)
def test_items_are_told_apart(text: str, expected: str) -> None:
    assert read(f"REF: {text}") == expected


def test_letters_go_on_behind_z() -> None:
    letters = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "BB", "CC"]
    text = "\n".join(f"{letter}. ROME {serial}" for serial, letter in enumerate(letters, 1))
    assert read(text) == " ".join(f"{letter}=09ROME{serial}" for serial, letter in enumerate(letters, 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'05 ROME 12", "=05ROME12"),
        ("’05 ROME 12", "=05ROME12"),
        ("(05) ROME 12", "=05ROME12"),
        ("05/ROME/12", "=05ROME12"),
        ("05-ROME-12", "=05ROME12"),
        ("05ROME 12", "=05ROME12"),
        ("05 ROME12", "=05ROME12"),
        ("2005ROME12", "=05ROME12"),
        ("O5 ROME 12", "=05ROME12"),
        ("2OO5 ROME 12", "=05ROME12"),
        ("ROME 12 OF 2005", "=05ROME12"),
        ("ROME 12 (2005)", "=05ROME12"),
        ("ROME 12 (05)", "=05ROME12"),
        ("ROME 12 ('05)", "=05ROME12"),
        ("ROME 12 [2005]", "=05ROME12"),
        ("ROME 12 '05", "=05ROME12"),
        ("ROME 5049-01", "=01ROME5049"),
        ("ROME 5049-2001", "=01ROME5049"),
        ("ROME 5049/01", "=01ROME5049"),
        ("MOSCOW 06 431", "=06MOSCOW431"),
        ("MOSCOW 2006-431", "=06MOSCOW431"),
        ("MOSCOW (06) 431", "=06MOSCOW431"),
        ("PARIS 12345 (76)", "=76PARIS12345"),
        ("74 LIMA 2545", "=74LIMA2545"),
        ("1974 LIMA 2545", "=74LIMA2545"),
        ("ROME O12", "=09ROME12"),
        ("ROME 1O2", "=09ROME102"),
        ("06\nROME 12", "=06ROME12"),
        ("BAKU 06\nROME 12", "=09BAKU6 =09ROME12"),
        ("A. MOSCOW 2258 (2002) B. 02259 (2002) C. 5049-01", "A=02MOSCOW2258 B=02MOSCOW2259 C=01MOSCOW5049"),
        ("A. MOSCOW 2258 B. 2259", "A=09MOSCOW2258 B=09MOSCOW2259"),
        ("MOSCOW 2258; 2259", "=09MOSCOW2258 =09MOSCOW2259"),
        ("STATE 12345, DATED 12/3/05", "=05STATE12345"),
        ('STATE 12345, "FISH QUOTAS FOR ROME 12", DATED 12/3/05', "=05STATE12345"),
        ("STATE 12345, FISH, DATED 12 MARCH 2005", "=05STATE12345"),
        ("STATE 12345 OF MARCH 12, 2005", "=05STATE12345"),
        ("STATE 12345 (MARCH 12, 2005)", "=05STATE12345"),
        ("STATE 12345 DTG 281605Z DEC 05", "=05STATE12345"),
        ("STATE 12345 DATED 2005-12-03", "=05STATE12345"),
        ("STATE 12345 DATED JAN 5", "=09STATE12345"),
        ("STATE 12345, DATED 12 OCT, 07/18/08", "=09STATE12345"),
    ],
)
def test_the_year_may_stand_anywhere(text: str, expected: str) -> None:
    assert read(f"REF: {text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EMBASSY BONN 12", "=09BONN12"),
        ("AMEMBASSY ROME 3", "=09ROME3"),
        ("AMCONSUL HONG KONG 3", "=09HONGKONG3"),
        ("USINT HAVANA 12", "=09HAVANA12"),
        ("REO BASRAH 12", "=09BASRAH12"),
        ("USEU BRUSSELS 4", "=09USEUBRUSSELS4"),
        ("USEU 4", "=09USEUBRUSSELS4"),
        ("BRUSSELS 4", "=09BRUSSELS4"),
        ("VIENNA 4", "=09VIENNA4"),
        ("USUN NEW YORK 5", "=09USUNNEWYORK5"),
        ("N’DJAMENA 12", "=09NDJAMENA12"),
        ("N DJAMENA 12", "=09NDJAMENA12"),
        ("ST. PETERSBURG 3", "=09STPETERSBURG3"),
        ("ST.PETERSBURG 3", "=09STPETERSBURG3"),
        ("SAINT PETERSBURG 3", "=09STPETERSBURG3"),
        ("Phnom Penh 12", "=09PHNOMPENH12"),
        ("SÃO PAULO 44", "=09SAOPAULO44"),
        ("RIO 5", "=09RIODEJANEIRO5"),
        ("TEL AVIV 12", "=09TELAVIV12"),
        ("PORT-AU-PRINCE 12", "=09PORTAUPRINCE12"),
        ("THE HAGUE 12", "=09THEHAGUE12"),
        ("MEXICO CITY 14", "=09MEXICO14"),
        ("SECSTATE WASHDC 12345", "=09STATE12345"),
        ("DEPTEL 12345", "=09STATE12345"),
        ("SECDEF 12", "=09SECDEF12"),
        ("FAO ROME 12", "=09FAOROME12"),
        ("UN ROME 12", "=09UNROME12"),
        ("OURTEL 12", "=09VALLETTA12"),
        ("STATE: 12345", "=09STATE12345"),
        ("ROME NO. 431", "=09ROME431"),
        ("ROME CABLE 431", "=09ROME431"),
        ("ROME'S 431", "=09ROME431"),
        ("ROME #431", "=09ROME431"),
        ("870 ULAANBAATAR (2006)", "=06ULAANBAATAR870"),
        ("08 NEWPOST 12", "=08NEWPOST12"),
        ("STATE 311722 TOSEC 340058", "=09STATE311722"),
    ],
)
def test_a_post_is_known_by_all_its_names(text: str, expected: str) -> None:
    assert read(f"REF: {text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ROME 1, 2, AND 3", "=09ROME1 =09ROME2 =09ROME3"),
        ("STATE 12345/12346", "=09STATE12345 =09STATE12346"),
        ("STATE 12345 AND ROME 12 AND 13", "=09STATE12345 =09ROME12 =09ROME13"),
        ("MOSCOW 1 LONDON 22 PARIS 3", "=09MOSCOW1 =09LONDON22 =09PARIS3"),
        ("MOSCOW 1/LONDON 22/PARIS 3", "=09MOSCOW1 =09LONDON22 =09PARIS3"),
        ("MOSCOW 1\nLONDON 22\nPARIS 3", "=09MOSCOW1 =09LONDON22 =09PARIS3"),
        ("MOSCOW 1; LONDON 22", "=09MOSCOW1 =09LONDON22"),
        ("BAGHDAD 1, 2 (NOTAL), AND 3; KABUL 4", "=09BAGHDAD1 =09BAGHDAD2 =09BAGHDAD3 =09KABUL4"),
        ("08 ROME 431 - 434", "=08ROME431 =08ROME434"),
        ("08 ROME 431 THROUGH 434", "=08ROME431 =08ROME434"),
        ("ROME 431,432", "=09ROME431 =09ROME432"),
        ("KABUL 1200 AND PREVIOUS", "=09KABUL1200"),
        ("PARIS 1235 ET AL", "=09PARIS1235"),
        ("DHAKA 1065 (EXDIS)", "=09DHAKA1065"),
        ("STATE 12345, PARAS 3 AND 4", "=09STATE12345"),
        ("PARA 3 OF STATE 12345", "=09STATE12345"),
        ("GUIDANCE FROM STATE 12345", "=09STATE12345"),
        ("STATE 123456 - DEMARCHE REQUEST", "=09STATE123456"),
        ("STATE 123456 DEMARCHE REQUEST ON FISH", "=09STATE123456"),
        ("STATE 12345, 2007 HUMAN RIGHTS REPORT", "=09STATE12345"),
        ("ROE-DOE EMAIL 12/12/06, STATE 1234", "=09STATE1234"),
        ("9 FAM 41.31 N3, STATE 12345", "=09STATE12345"),
        ("A. ROME 431 (AND ROE EMAIL 12/12/06)", "A=09ROME431"),
        ("A. ROME 12 PAGE 02 VALLET 00118 01 OF 02 070531Z B. ROME 13", "A=09ROME12 B=09ROME13"),
        ("A. ROME 12\nTO PAGE 02 STATE 015113 182333Z\nB. ROME 13", "A=09ROME12 B=09ROME13"),
        ("A. ROME 12\nUNCLAS SECTION 02 OF 02 VALLETTA 000118\nB. ROME 13", "A=09ROME12 B=09ROME13"),
        ("A. ROME 12\nVALLETTA 00000118 001.2 OF 003\nB. ROME 13", "A=09ROME12 B=09ROME13"),
        ("A. ROME 12\nC O N F I D E N T I A L\nB. ROME 13", "A=09ROME12 B=09ROME13"),
    ],
)
def test_an_item_may_name_several_telegrams_and_say_more(text: str, expected: str) -> None:
    assert read(f"REF: {text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "LIMA A-34", "STATE DTG 050114Z JAN 07", "SECSTATE 031234Z", "USDEL SECRETARY TELEGRAM 12", "UNSCR 1441", "9 FAM 41.31",
        "3 FAH-1 H-100", "IIR 6 847 0123 06", "DIA REPORT 12", "E-MAIL ROE/DOE 3/4/09", "ROE@EXAMPLE.ORG 3/4/09", "SEPTEL", "N/A",
        "NONE", "MEMCON OF 12 OCT", "VALLETTA 118", "LETTER FROM ROME 12", "TREATY OF ROME 1957", "WWW.EXAMPLE.ORG/12",
        "NEWSPAPER ARTICLE ABOUT ROME 431", "EMAIL RE STATE 12345", "2008 INTERNATIONAL NARCOTICS REPORT 12",
    ],
)  # fmt: skip
def test_what_is_no_telegram_or_the_cable_itself_is_no_link_and_nothing_to_report(text: str) -> None:
    assert [each.kind for each in parse_references(f"REF: {text}", OWN)] == [ReferenceKind.OTHER]


@pytest.mark.parametrize(
    "text",
    [
        "12 ROME 431", "ROME 431, 2006", "ROME 1431, 06", "ROME 14001, 75", "STATE 12,345", "STATE 12305/06", "ROME 2005-06", "ROME 431-34", "BAKU 06 ROME 12",
        "ELECTIONS IN ROME 2008", "06 EL SALVADOR 12", "USDAO ROME 12", "EMBTEL 12", "A. 02259 (2002)", "ROME 12 MAY 2006",
        "BOEING 747", "FIGURE 12", "H.R. 1234", "ROME 1.5", "ROME 12%", "ROME 12TH", "ROME", "ROME 431 (2003), 432, OSLO",
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_or_none_is_no_certain_link(text: str) -> None:
    assert ReferenceKind.UNCLEAR in [each.kind for each in parse_references(f"REF: {text}", OWN)] or text.endswith(
        "OSLO"
    )


def test_a_telegram_of_a_year_yet_to_come_is_no_link_but_for_one_on_new_year_s_eve() -> None:
    assert read("REF: A. 09 STATE 12345", ReferenceId(6, "ROME", 118)) == "A=unclear"
    assert read("REF: A. 07 STATE 12", ReferenceId(6, "ROME", 118)) == "A=07STATE12"


def test_the_year_at_the_end_of_a_list_may_be_that_of_all() -> None:
    assert read("REF: BAKU 1 AND 13 (2003)") == "=03BAKU13 =unclear"


def test_a_very_long_block_is_cut_and_the_rest_is_shown() -> None:
    found = parse_references("REF: A. ROME 12 " + "fish " * 5000, OWN)
    assert found[0].target == "09ROME12"
    assert sum(each.text.count("fish") for each in found) == 5000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A. FISH QUOTAS\n73-HONG KONG-1", "A=73HONGKONG1"),
        ("A. 73-HONG KONG-1\nB. ROME 2", "A=73HONGKONG1 B=09ROME2"),
        ("A. ROME\n73-HONG KONG-1", "A=unclear"),
        ("A. ROME 73-HONG KONG-1", "A=unclear"),
        ("ROME 73-PARIS 1", "=unclear"),
    ],
)
def test_a_number_with_a_hyphen_before_a_station_is_its_year_or_unclear(text: str, expected: str) -> None:
    assert read(text) == expected
