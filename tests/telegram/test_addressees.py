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
