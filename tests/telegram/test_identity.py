"""Reference ids: ``USNATO 000432`` of 2009 is ``09USNATO432``."""

from __future__ import annotations

import pytest

from generator.telegram.identity import read_reference_id, station_code
from tests.telegram.reading import HEADER, codes_of, read


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ROME", "ROME"),
        ("AMEMBASSY ROME", "ROME"),
        ("AMEMBASSYROME", "ROME"),
        ("AMCONSUL HONG KONG", "HONGKONG"),
        ("USMISSION USNATO", "USNATO"),
        ("USMISSION USUN NEW YORK", "USUNNEWYORK"),
        ("USMISSION UN ROME", "UNROME"),
        ("EMBASSY ROME", "ROME"),
        ("Embassy Rome", "ROME"),
        ("AMEMBASSY  SAN   JOSE", "SANJOSE"),
        ("AMEMBASSY N'DJAMENA", "NDJAMENA"),
        ("AMEMBASSY ST. GEORGES", "STGEORGES"),
        ("REO SUVA", "SUVA"),
        ("REOLA", "REOLA"),
        ("SECSTATE WASHDC", "STATE"),
        ("SECSTATE", "STATE"),
        ("STATE", "STATE"),
        ("HK", "HONGKONG"),
        ("BA", "BUENOSAIRES"),
        ("SECDEF", "SECDEF"),
        ("VIENNA", "VIENNA"),
        ("UNVIE", "UNVIEVIENNA"),
        ("BRUSSELS", "BRUSSELS"),
        ("USEU BRUSSELS", "USEUBRUSSELS"),
        ("AMEMBASSY", "AMEMBASSY"),
        ("", ""),
        ("123", ""),
    ],
)
def test_a_station_has_one_code_whatever_stands_in_front(name: str, code: str) -> None:
    assert station_code(name) == code


@pytest.mark.parametrize(
    "text",
    [
        "09USNATO432",
        "09usnato432",
        " 09USNATO432 ",
        "09USNATO000432",
        "09 USNATO 000432",
        "09-USNATO-432",
        "09_USNATO_432",
        "2009USNATO432",
        "2009-USNATO-432",
        "09 USMISSION USNATO 432",
    ],
)
def test_an_id_in_any_usual_spelling_is_the_same_id(text: str) -> None:
    assert str(read_reference_id(text)) == "09USNATO432"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("99OSLO1450", "99OSLO1450"),
        ("1999OSLO1450", "99OSLO1450"),
        ("00OSLO1", "00OSLO1"),
        ("05 SAN JOSE 525", "05SANJOSE525"),
        ("06N'DJAMENA511", "06NDJAMENA511"),
    ],
)
def test_years_of_both_centuries_keep_their_two_digits(text: str, expected: str) -> None:
    assert str(read_reference_id(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "USNATO432",
        "09432",
        "09USNATO",
        "9USNATO432",
        "09USNATO0",
        "09USNATO12345678",
        "fragment",
        "09-432",
        "09 '' 432",
        "1809ROME1",
        "09" + "A" * 100 + "1",
    ],
)
def test_what_is_no_id_is_not_made_one(text: str) -> None:
    assert read_reference_id(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09SECTION01OF03SANJOSE525", "09SANJOSE525"),
        ("08SECTION1OF2ROME1", "08ROME1"),
        ("09 SECTION 01 OF 03 SAN JOSE 525", "09SANJOSE525"),
        ("09ROME525SECTION01OF03", "09ROME525"),
        ("09SECTION01OF02AMEMBASSYROME12", "09ROME12"),
        ("7575LIBREVILLE1895", "75LIBREVILLE1895"),
        ("0909ROME1", "09ROME1"),
        ("200909ROME1", "09ROME1"),
        ("90STATE255577TOSEC140323", "90STATE255577"),
        ("90 STATE 255577 TOSEC 140323", "90STATE255577"),
        ("90TOSEC140323STATE255577", "90STATE255577"),
        ("06USMISSIONGENEVA1", "06GENEVA1"),
        ("05AMEMBASSYROME1", "05ROME1"),
        ("09AMCONSULHONGKONG3", "09HONGKONG3"),
        ("06USINTHAVANA12", "06HAVANA12"),
        ("09ROMEROME12", "09ROME12"),
        ("09ROME12 09ROME12", "09ROME12"),
        ("09ROME1209ROME12", "09ROME12"),
        ("09UNCLASROME12", "09ROME12"),
        ("09CONFIDENTIALROME12", "09ROME12"),
        ("09ROME12A", "09ROME12"),
        ("09ROME12SIPDIS", "09ROME12"),
        ("09ROME12CORRECTEDCOPY", "09ROME12"),
        ("1974STATE123456_b", "74STATE123456"),
        ("09ROME1O2", "09ROME102"),
        ("09ROME1OO2", "09ROME1002"),
        ("O9ROME12", "09ROME12"),
        ("2OO9ROME12", "09ROME12"),
        ("09ROMEO12", "09ROME12"),
        ("09OSLO12", "09OSLO12"),
        ("09rome12.html", "09ROME12"),
        ("09ROME12.TXT", "09ROME12"),
        ("cable/2009/10/09USNATO432.html", "09USNATO432"),
        ("09ROME12 (1).txt", "09ROME12"),
        ("09ROME12 copy.txt", "09ROME12"),
        ("cable_09ROME12.txt", "09ROME12"),
        ("#09ROME12", "09ROME12"),
        ("[09ROME12]", "09ROME12"),
        ("09/ROME/12", "09ROME12"),
        ("09ROME/12", "09ROME12"),
        ("09–ROME–12", "09ROME12"),
        ("09 São Paulo 12", "09SAOPAULO12"),
        ("09N’DJAMENA511", "09NDJAMENA511"),
        ("09\u00a0ROME\u00a012", "09ROME12"),
        ("09\u200bROME12", "09ROME12"),
        ("０９ROME12", "09ROME12"),
    ],
)
def test_a_damaged_id_is_read_as_the_one_it_was(text: str, expected: str) -> None:
    assert str(read_reference_id(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1973LIMA02545", "73LIMA2545"),
        ("1973PRETOR00123", "73PRETORIA123"),
        ("1975HONGK00012", "75HONGKONG12"),
        ("1974TELAV00012", "74TELAVIV12"),
        ("1976ANKARA00012", "76ANKARA12"),
        ("1973SANTIA00012", "73SANTIAGO12"),
        ("2009PRETOR00123", "09PRETOR123"),
        ("1973PORTO00012", "73PORTO12"),
        ("1973PORT00012", "73PORT12"),
        ("1973XYZABC00012", "73XYZABC12"),
    ],
)
def test_a_document_number_of_1973_to_1979_cuts_a_post_that_only_one_can_be(text: str, expected: str) -> None:
    assert str(read_reference_id(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["09ROME12O", "09SECTION01OF03", "09ROME0", "09ROME000", "TOSEC140323", "0910ROME1", "09ROME12AB", "09ROME12.5"],
)
def test_damage_that_may_be_mended_in_more_ways_than_one_is_not(text: str) -> None:
    assert read_reference_id(text) is None


def test_the_id_is_post_and_serial_of_the_classification_line_and_the_year_of_the_date() -> None:
    cable = read(HEADER + "¶1. (U) Text.\n")
    assert (cable.id, cable.sender, cable.sender_name) == ("09VALLETTA118", "VALLETTA", "AMEMBASSY VALLETTA")
    assert cable.aliases == ()


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("SAN JOSE", "09SANJOSE118"),
        ("N'DJAMENA", "09NDJAMENA118"),
        ("AMEMBASSY ROME", "09ROME118"),
        ("SECSTATE", "09STATE118"),
    ],
)
def test_a_post_is_named_in_the_id_by_its_code(post: str, expected: str) -> None:
    assert read(HEADER.replace("UNCLAS VALLETTA", f"UNCLAS {post}") + "¶1. (U) Text.\n").id == expected


def test_without_a_classification_line_the_id_is_from_the_from_and_routing_lines_and_says_so() -> None:
    cable = read(HEADER.replace("UNCLAS VALLETTA 000118\n", "") + "¶1. (U) Text.\n")
    assert cable.id == "09VALLETTA118"
    assert "cable.inferred-id" in codes_of(cable)


def test_without_either_the_id_is_from_the_file_s_name_and_says_so() -> None:
    cable = read("SUBJECT: A FISH\n\n¶1. (U) Text.\n", "content/cables/05ROME77.txt")
    assert cable.id == "05ROME77"
    assert "cable.inferred-id" in codes_of(cable)


def test_without_any_id_the_page_is_named_after_the_file_and_says_so() -> None:
    cable = read("Just a text.\n", "content/cables/Élan vital!.txt")
    assert cable.id == "ELAN-VITAL"
    assert "cable.no-id" in codes_of(cable)


def test_a_file_whose_name_holds_no_letter_still_gets_a_page_of_its_own() -> None:
    cable = read("Just a text.\n", "content/cables/£££.txt")
    assert cable.id == "CABLE-00000000"


def test_a_name_that_differs_from_the_text_becomes_an_alias_and_is_reported() -> None:
    cable = read(HEADER + "¶1. (U) Text.\n", "content/cables/09VALLETTA119.txt")
    assert (cable.id, cable.aliases) == ("09VALLETTA118", ("09VALLETTA119",))
    assert "cable.inferred-id" in codes_of(cable)


def test_a_name_that_says_the_same_is_no_finding() -> None:
    cable = read(HEADER + "¶1. (U) Text.\n", "content/cables/09VALLETTA118.txt")
    assert (cable.id, cable.aliases, cable.findings) == ("09VALLETTA118", (), ())


@pytest.mark.parametrize("line", ["DE RUEHVT #0118/01 2800531", "DE RUEHVT #0118 2800531", "DE RUEHVT#118 2800531"])
def test_a_section_behind_the_station_s_serial_is_no_part_of_it(line: str) -> None:
    text = HEADER.replace("DE RUEHVT #0118 2800531", line).replace("UNCLAS VALLETTA 000118\n", "UNCLAS\n")
    assert read(text + "¶1. (U) Text.\n").id == "09VALLETTA118"


@pytest.mark.parametrize("text", ["UNCLAS VALLETTA 0000000", "UNCLAS VALLETTA"])
def test_a_serial_of_nought_is_none(text: str) -> None:
    header = HEADER.replace("UNCLAS VALLETTA 000118", text).replace("#0118", "#0000")
    assert read(header + "¶1. (U) Text.\n", "note.txt").id == "NOTE"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("09SECTION01OF03VALLETTA118", "09SECTION01OF03VALLETTA118"),
        ("0909VALLETTA118", "0909VALLETTA118"),
        ("09VALLETTA000118", "09VALLETTA000118"),
        ("09AMEMBASSYVALLETTA118", "09AMEMBASSYVALLETTA118"),
    ],
)
def test_a_damaged_id_stays_an_alias_of_the_cable(name: str, raw: str) -> None:
    cable = read(HEADER + "¶1. (U) Text.\n", f"content/cables/{name}.txt")
    assert (cable.id, cable.aliases, codes_of(cable)) == ("09VALLETTA118", (raw,), [])
    given = read(HEADER + "¶1. (U) Text.\n", fields={"id": name})
    assert (given.id, given.aliases) == ("09VALLETTA118", (raw,))


@pytest.mark.parametrize(
    "name", ["09VALLETTA118", "09 VALLETTA 118", "09valletta118", "09VALLETTA118 (1)", "09-VALLETTA-118"]
)
def test_a_spelling_that_no_link_has_is_no_alias(name: str) -> None:
    assert read(HEADER + "¶1. (U) Text.\n", f"content/cables/{name}.txt").aliases == ()
