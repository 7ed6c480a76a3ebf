"""The addressees of TO and INFO: ``[ROUTE/]NAME [PRECEDENCE] [number]``."""

from __future__ import annotations

import pytest

from generator.cable import Addressee
from generator.telegram.addressees import parse_addressee, parse_addressees
from generator.telegram.lines import split_lines
from tests.telegram.reading import HEADER, read


@pytest.mark.parametrize(
    ("entry", "addressee"),
    [
        ("SECSTATE WASHDC", Addressee(name="SECSTATE WASHDC")),
        ("RUEHC/SECSTATE WASHDC", Addressee(name="SECSTATE WASHDC", route="RUEHC")),
        ("RUEHC/SECSTATE WASHDC PRIORITY", Addressee(name="SECSTATE WASHDC", route="RUEHC", precedence="PRIORITY")),
        ("RUEHC/SECSTATE WASHDC 3456", Addressee(name="SECSTATE WASHDC", route="RUEHC", number="3456")),
        (
            "RUEHC/SECSTATE WASHDC PRIORITY 3456",
            Addressee(name="SECSTATE WASHDC", route="RUEHC", precedence="PRIORITY", number="3456"),
        ),
        (
            "RUEHC / SECSTATE WASHDC IMMEDIATE 0012",
            Addressee(name="SECSTATE WASHDC", route="RUEHC", precedence="IMMEDIATE", number="0012"),
        ),
        ("AMEMBASSY SUVA FLASH", Addressee(name="AMEMBASSY SUVA", precedence="FLASH")),
        ("AMEMBASSY SUVA ROUTINE", Addressee(name="AMEMBASSY SUVA", precedence="ROUTINE")),
        ("AMEMBASSY SUVA NIACT IMMEDIATE", Addressee(name="AMEMBASSY SUVA", precedence="NIACT IMMEDIATE")),
        (
            "AMEMBASSY SUVA NIACT IMMEDIATE 7712",
            Addressee(name="AMEMBASSY SUVA", precedence="NIACT IMMEDIATE", number="7712"),
        ),
        ("AMEMBASSY SUVA NIACT", Addressee(name="AMEMBASSY SUVA", precedence="NIACT")),
        ("AMEMBASSY  SUVA   PRIORITY", Addressee(name="AMEMBASSY SUVA", precedence="PRIORITY")),
        ("RUEHZG/NATO EU COLLECTIVE", Addressee(name="NATO EU COLLECTIVE", route="RUEHZG")),
        ("NATO EU COLLECTIVE PRIORITY", Addressee(name="NATO EU COLLECTIVE", precedence="PRIORITY")),
        ("RHMFISS/HQ USHARBOR EXERCISE SITE 12", Addressee(name="HQ USHARBOR EXERCISE SITE 12", route="RHMFISS")),
        ("AMEMBASSY N'DJAMENA 0044", Addressee(name="AMEMBASSY N'DJAMENA", number="0044")),
        ("XMT AMEMBASSY SUVA", Addressee(name="AMEMBASSY SUVA", excluded=True)),
        ("RUEHSV/XMT AMEMBASSY SUVA", Addressee(name="AMEMBASSY SUVA", route="RUEHSV", excluded=True)),
        ("XMTER STATION", Addressee(name="XMTER STATION")),
        ("SECSTATE WASHDC 3456 PRIORITY", Addressee(name="SECSTATE WASHDC", precedence="PRIORITY", number="3456")),
        ("SECSTATE WASHDC3456", Addressee(name="SECSTATE WASHDC", number="3456")),
        ("SECSTATE WASHDC PRIORITY3456", Addressee(name="SECSTATE WASHDC", precedence="PRIORITY", number="3456")),
        ("SECSTATE WASHDC, PRIORITY, 3456", Addressee(name="SECSTATE WASHDC", precedence="PRIORITY", number="3456")),
        ("SECSTATE WASHDC PRIORITY 3456.", Addressee(name="SECSTATE WASHDC", precedence="PRIORITY", number="3456")),
        ("SECSTATE WASHDC PRIORITY #3456", Addressee(name="SECSTATE WASHDC", precedence="PRIORITY", number="3456")),
        ("SECSTATE WASHDC (PRIORITY)", Addressee(name="SECSTATE WASHDC", precedence="PRIORITY")),
        ("SECSTATE WASHDC PRIORITY PRIORITY", Addressee(name="SECSTATE WASHDC", precedence="PRIORITY")),
        ("SECSTATE WASHDC PRIORITY 77", Addressee(name="SECSTATE WASHDC", precedence="PRIORITY", number="77")),
        ("SECSTATE WASHDC 123456", Addressee(name="SECSTATE WASHDC", number="123456")),
        ("AMEMBASSY SUVA IMMEDIATE NIACT", Addressee(name="AMEMBASSY SUVA", precedence="NIACT IMMEDIATE")),
        ("NIACT IMMEDIATE AMEMBASSY SUVA", Addressee(name="AMEMBASSY SUVA", precedence="NIACT IMMEDIATE")),
        ("PRIORITY RUEHSV/AMEMBASSY SUVA", Addressee(name="AMEMBASSY SUVA", route="RUEHSV", precedence="PRIORITY")),
        ("AMEMBASSY SUVA POUCH", Addressee(name="AMEMBASSY SUVA", note="POUCH")),
        ("AMEMBASSY SUVA (BY POUCH)", Addressee(name="AMEMBASSY SUVA", note="BY POUCH")),
        (
            "AMEMBASSY SUVA PRIORITY 0012 ZEL",
            Addressee(name="AMEMBASSY SUVA", precedence="PRIORITY", number="0012", note="ZEL"),
        ),
        ("ZEN/AMEMBASSY SUVA", Addressee(name="AMEMBASSY SUVA", route="ZEN")),
        ("ZEN/RUEHSV/AMEMBASSY SUVA", Addressee(name="AMEMBASSY SUVA", route="ZEN/RUEHSV")),
        ("RUEHC SECSTATE WASHDC", Addressee(name="SECSTATE WASHDC", route="RUEHC")),
        ("RUEHC\\SECSTATE WASHDC", Addressee(name="SECSTATE WASHDC", route="RUEHC")),
        ("UEHC/SECSTATE WASHDC", Addressee(name="SECSTATE WASHDC", route="UEHC")),
        ("USMISSION USUN NEW YORK", Addressee(name="USMISSION USUN NEW YORK")),
        ("USMISSION USNATO", Addressee(name="USMISSION USNATO")),
        ("DAO AMEMBASSY BEIRUT", Addressee(name="DAO AMEMBASSY BEIRUT")),
        (
            "RUEKJCS/CJCS WASHINGTON DC//J3/J5// PRIORITY",
            Addressee(name="CJCS WASHINGTON DC//J3/J5//", route="RUEKJCS", precedence="PRIORITY"),
        ),
        ("RUEKJCS/JOINT STAFF WASHDC//J5//", Addressee(name="JOINT STAFF WASHDC//J5//", route="RUEKJCS")),
        ("SECDEF WASHDC//USDP:ISA//", Addressee(name="SECDEF WASHDC//USDP:ISA//")),
        ("NATO/EU COLLECTIVE", Addressee(name="NATO/EU COLLECTIVE")),
        ("ROME/VATICAN COLLECTIVE", Addressee(name="ROME/VATICAN COLLECTIVE")),
        ("AMEMBASSY SUVA BOX 1234", Addressee(name="AMEMBASSY SUVA BOX 1234")),
        ("HARBOR UNIT APO NY 09777", Addressee(name="HARBOR UNIT APO NY 09777")),
        ("EXERCISE CONFERENCE 2004", Addressee(name="EXERCISE CONFERENCE 2004")),
        ("1234 HARBOR STREET", Addressee(name="1234 HARBOR STREET")),
        ("ALL DIPLOMATIC AND CONSULAR POSTS", Addressee(name="ALL DIPLOMATIC AND CONSULAR POSTS")),
        ("ALL DIPLOMATIC POSTS PRIORITY", Addressee(name="ALL DIPLOMATIC POSTS", precedence="PRIORITY")),
        ("PRIORITY", Addressee(name="PRIORITY")),
        ("3456", Addressee(name="3456")),
        ("", Addressee(name="")),
    ],
)
def test_an_addressee_is_a_route_a_name_a_precedence_and_a_number(entry: str, addressee: Addressee) -> None:
    assert parse_addressee(entry) == addressee


@pytest.mark.parametrize(
    ("word", "precedence"),
    [
        ("PIORITY", "PRIORITY"),
        ("PRIORTY", "PRIORITY"),
        ("PRIORITYY", "PRIORITY"),
        ("PROIRITY", "PRIORITY"),
        ("IMMEDIATTE", "IMMEDIATE"),
        ("IMEDIATE", "IMMEDIATE"),
        ("IMMEDIAE", "IMMEDIATE"),
        ("ROUTNE", "ROUTINE"),
        ("ROUTTINE", "ROUTINE"),
    ],
)
def test_a_misspelt_precedence_is_read_as_what_it_means(word: str, precedence: str) -> None:
    addressee = parse_addressee(f"RUEHSV/AMEMBASSY SUVA {word} 1234")
    assert (addressee.name, addressee.precedence) == ("AMEMBASSY SUVA", precedence)


@pytest.mark.parametrize("word", ["AUTHORITY", "MAJORITY", "COLLECTIVE", "PRIOR", "WASHDC", "PORT", "ROUTE"])
def test_another_word_is_no_precedence(word: str) -> None:
    assert parse_addressee(f"HARBOR {word}").name == f"HARBOR {word}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TO RUEHC/SECSTATE WASHDC", ["SECSTATE WASHDC"]),
        ("TO SECSTATE WASHDC\nAMEMBASSY SUVA\nAMEMBASSY ROME", ["SECSTATE WASHDC", "AMEMBASSY SUVA", "AMEMBASSY ROME"]),
        ("INFO NATO EU COLLECTIVE\nAMEMBASSY SUVA", ["NATO EU COLLECTIVE", "AMEMBASSY SUVA"]),
        ("TO SECSTATE WASHDC\n\nTO AMEMBASSY SUVA", ["SECSTATE WASHDC", "AMEMBASSY SUVA"]),
        ("TO  SECSTATE WASHDC\n    AMEMBASSY SUVA  ", ["SECSTATE WASHDC", "AMEMBASSY SUVA"]),
        ("TO SECSTATE WASHDC\nPAGE 02 STATE 015113 182333Z\nAMEMBASSY SUVA", ["SECSTATE WASHDC", "AMEMBASSY SUVA"]),
        ("TO SECSTATE WASHDC\nTO PAGE 02 STATE 015113 182333Z\nAMEMBASSY SUVA", ["SECSTATE WASHDC", "AMEMBASSY SUVA"]),
        ("TO PAGE 02 STATE 015113 182333Z\nAMEMBASSY SUVA", ["AMEMBASSY SUVA"]),
        ("TO SECSTATE WASHDC\nLIMITED OFFICIAL USE\n\nPAGE 02\nAMEMBASSY SUVA", ["SECSTATE WASHDC", "AMEMBASSY SUVA"]),
        ("TO: SECSTATE WASHDC\nAMEMBASSY SUVA", ["SECSTATE WASHDC", "AMEMBASSY SUVA"]),
        ("INFO:AMEMBASSY SUVA", ["AMEMBASSY SUVA"]),
        ("TO\nAMEMBASSY SUVA", ["AMEMBASSY SUVA"]),
        ("TORUEHC/SECSTATE WASHDC", ["SECSTATE WASHDC"]),
        ("INFORUEHC/SECSTATE WASHDC", ["SECSTATE WASHDC"]),
        ("TO USMISSION USNATO\nTOKYO HARBOR OFFICE", ["USMISSION USNATO", "TOKYO HARBOR OFFICE"]),
        ("", []),
    ],
)
def test_there_is_one_addressee_a_line_and_page_lines_are_none(text: str, names: list[str]) -> None:
    assert [addressee.name for addressee in parse_addressees(split_lines(text))] == names


@pytest.mark.parametrize(
    "text",
    [
        "TO RUEHC/SECSTATE WASHDC PRIORITY\n3456",
        "TO RUEHC/SECSTATE WASHDC\nPRIORITY 3456",
        "TO RUEHC/SECSTATE WASHDC\nPRIORITY\n3456",
    ],
)
def test_a_line_that_holds_only_the_end_of_an_addressee_belongs_to_the_one_above(text: str) -> None:
    expected = Addressee(name="SECSTATE WASHDC", route="RUEHC", precedence="PRIORITY", number="3456")
    assert parse_addressees(split_lines(text)) == (expected,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INFO NATO COLLECTIVE\nXMT AMEMBASSY SUVA", [("NATO COLLECTIVE", False), ("AMEMBASSY SUVA", True)]),
        ("INFO NATO COLLECTIVE XMT AMEMBASSY SUVA", [("NATO COLLECTIVE", False), ("AMEMBASSY SUVA", True)]),
        (
            "INFO NATO COLLECTIVE PRIORITY XMT AMEMBASSY SUVA XMT AMEMBASSY ROME",
            [("NATO COLLECTIVE", False), ("AMEMBASSY SUVA", True), ("AMEMBASSY ROME", True)],
        ),
    ],
)
def test_xmt_excludes_the_post_behind_it_and_not_the_collective_before_it(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    found = parse_addressees(split_lines(text))
    assert [(addressee.name, addressee.excluded) for addressee in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TO ALL POSTS\nXMT AMEMBASSY SUVA\nAMEMBASSY ROME", ["ALL POSTS", "-AMEMBASSY SUVA", "-AMEMBASSY ROME"]),
        ("TO ALL POSTS\nXMT SUVA, ROME AND OSLO", ["ALL POSTS", "-SUVA", "-ROME", "-OSLO"]),
        ("TO ALL POSTS XMT AMEMBASSY SUVA AMEMBASSY ROME", ["ALL POSTS", "-AMEMBASSY SUVA", "-AMEMBASSY ROME"]),
        ("TO ALL POSTS\nXMT SUVA\nXMT ROME", ["ALL POSTS", "-SUVA", "-ROME"]),
        ("TO ALL POSTS\nXMT SUVA\nRUEHRO/AMEMBASSY ROME", ["ALL POSTS", "-SUVA", "AMEMBASSY ROME"]),
        (
            "INFO NATO COLLECTIVE XMT AMEMBASSY SUVA\nAMEMBASSY ROME",
            ["NATO COLLECTIVE", "-AMEMBASSY SUVA", "AMEMBASSY ROME"],
        ),
        (
            "INFO NATO COLLECTIVE\nXMT\nAMEMBASSY SUVA\nAMEMBASSY ROME",
            ["NATO COLLECTIVE", "-AMEMBASSY SUVA", "AMEMBASSY ROME"],
        ),
    ],
)
def test_xmt_may_exclude_several_posts(text: str, expected: list[str]) -> None:
    found = parse_addressees(split_lines(text))
    assert [f"{'-' if addressee.excluded else ''}{addressee.name}" for addressee in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TO SECSTATE WASHDC PRIORITY 3456 AMEMBASSY SUVA PRIORITY AMCONSUL NICE",
            [("SECSTATE WASHDC", "PRIORITY", "3456"), ("AMEMBASSY SUVA", "PRIORITY", ""), ("AMCONSUL NICE", "", "")],
        ),
        (
            "TO RUEHC/SECSTATE WASHDC 3456 RUEHSV/AMEMBASSY SUVA",
            [("SECSTATE WASHDC", "", "3456"), ("AMEMBASSY SUVA", "", "")],
        ),
        ("TO AMEMBASSY SUVA/AMEMBASSY ROME", [("AMEMBASSY SUVA", "", ""), ("AMEMBASSY ROME", "", "")]),
        ("TO AMEMBASSY SUVA / AMEMBASSY ROME", [("AMEMBASSY SUVA", "", ""), ("AMEMBASSY ROME", "", "")]),
        ("TO AMEMBASSY SUVA, AMEMBASSY ROME", [("AMEMBASSY SUVA", "", ""), ("AMEMBASSY ROME", "", "")]),
        ("TO AMEMBASSY SUVA AND AMEMBASSY ROME", [("AMEMBASSY SUVA", "", ""), ("AMEMBASSY ROME", "", "")]),
        ("TO AMEMBASSY SUVA AMEMBASSY ROME", [("AMEMBASSY SUVA", "", ""), ("AMEMBASSY ROME", "", "")]),
        (
            "TO CIA WASHDC PRIORITY DIA WASHDC IMMEDIATE",
            [("CIA WASHDC", "PRIORITY", ""), ("DIA WASHDC", "IMMEDIATE", "")],
        ),
        ("INFO CIA WASHDC IMMEDIATE 1234 NSC WASHDC", [("CIA WASHDC", "IMMEDIATE", "1234"), ("NSC WASHDC", "", "")]),
        ("TO AMEMBASSY SUVA PRIORITY BY POUCH", [("AMEMBASSY SUVA", "PRIORITY", "")]),
        ("TO AMEMBASSY SUVA NIACT IMMEDIATE", [("AMEMBASSY SUVA", "NIACT IMMEDIATE", "")]),
    ],
)
def test_several_addressees_may_share_a_line(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = parse_addressees(split_lines(text))
    assert [(each.name, each.precedence, each.number) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TO ALL DIPLOMATIC AND CONSULAR\nPOSTS PRIORITY", ["ALL DIPLOMATIC AND CONSULAR POSTS"]),
        ("TO ALL DIPLOMATIC AND\nCONSULAR POSTS", ["ALL DIPLOMATIC AND CONSULAR POSTS"]),
        ("INFO NATO EU\nCOLLECTIVE PRIORITY", ["NATO EU COLLECTIVE"]),
        ("TO RUEHC/\nSECSTATE WASHDC", ["SECSTATE WASHDC"]),
        ("INFO RUEKJCS/JOINT STAFF\nWASHDC//J5//", ["JOINT STAFF WASHDC//J5//"]),
        (
            "INFO RHMFISS/HEADQUARTERS UNITED STATES SOUTHERN HARBOR EXERCISE COMMAND\nMIAMI FL\nRUEHSV/AMEMBASSY SUVA",
            ["HEADQUARTERS UNITED STATES SOUTHERN HARBOR EXERCISE COMMAND MIAMI FL", "AMEMBASSY SUVA"],
        ),
        ("INFO RUEHZG/NATO COLLECTIVE\nHARBOR COLLECTIVE", ["NATO COLLECTIVE", "HARBOR COLLECTIVE"]),
        ("INFO AMEMBASSY SUVA\nROME\nOSLO", ["AMEMBASSY SUVA", "ROME", "OSLO"]),
        ("INFO AMEMBASSY\nOSLO\nAMEMBASSY LIMA", ["AMEMBASSY OSLO", "AMEMBASSY LIMA"]),
        ("TO RUEHNY/AMEMBASSY\nOSLO PRIORITY 12", ["AMEMBASSY OSLO"]),
        ("INFO AMEMBASSY\nAMEMBASSY LIMA", ["AMEMBASSY", "AMEMBASSY LIMA"]),
    ],
)
def test_a_wrapped_line_is_put_together_and_a_new_one_is_not(text: str, names: list[str]) -> None:
    assert [addressee.name for addressee in parse_addressees(split_lines(text))] == names


def test_a_cable_may_have_addressees_for_information_only() -> None:
    cable = read(HEADER.replace("TO RUEHC/SECSTATE WASHDC 3456\n", "") + "¶1. (U) Text.\n")
    assert cable.action == ()
    assert [each.name for each in cable.info] == ["AMEMBASSY REYKJAVIK"]


def test_a_page_line_that_begins_with_to_ends_neither_to_nor_info() -> None:
    page_line = "INFO RUEHRK/AMEMBASSY REYKJAVIK\nTO PAGE 02 VALLET 000118 070531Z\nRUEHLI/AMEMBASSY LISBON"
    cable = read(HEADER.replace("INFO RUEHRK/AMEMBASSY REYKJAVIK", page_line) + "¶1. (U) Text.\n")
    assert [each.name for each in cable.action] == ["SECSTATE WASHDC"]
    assert [each.name for each in cable.info] == ["AMEMBASSY REYKJAVIK", "AMEMBASSY LISBON"]


def test_addressees_below_a_lost_label_are_no_part_of_the_sender_s_name() -> None:
    cable = read(HEADER.replace("TO RUEHC", "RUEHC") + "¶1. (U) Text.\n")
    assert cable.sender_name == "AMEMBASSY VALLETTA"
    assert [finding.line for finding in cable.findings if finding.code == "cable.unknown-line"] == [7]
