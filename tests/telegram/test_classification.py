"""The classification line: ``UNCLAS SECTION 01 OF 02 ROME 001196``."""

from __future__ import annotations

import pytest

from generator.telegram.classification import ClassificationLine, parse_classification
from tests.telegram.reading import HEADER, codes_of, read

FOUO = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("UNCLAS", "UNCLASSIFIED"),
        ("UNCLASSIFIED", "UNCLASSIFIED"),
        ("U N C L A S", "UNCLASSIFIED"),
        ("U N C L A S S I F I E D", "UNCLASSIFIED"),
        ("CONFIDENTIAL", "CONFIDENTIAL"),
        ("C O N F I D E N T I A L", "CONFIDENTIAL"),
        ("C ONFIDENTIAL", "CONFIDENTIAL"),
        ("SECRET", "SECRET"),
        ("S E C R E T", "SECRET"),
        ("TOP SECRET", "TOP SECRET"),
        ("T O P S E C R E T", "TOP SECRET"),
        ("T O P   S E C R E T", "TOP SECRET"),
        ("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE"),
        ("L I M I T E D   O F F I C I A L   U S E", "LIMITED OFFICIAL USE"),
        ("LOU", "LIMITED OFFICIAL USE"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", FOUO),
        ("UNCLASSIFIED // FOR OFFICIAL USE ONLY", FOUO),
        ("UNCLAS//FOUO", FOUO),
        ("UNCLAS FOR OFFICIAL USE ONLY", FOUO),
        ("UNCLAS FOUO ROME 001196", FOUO),
        ("Confidential", "CONFIDENTIAL"),
        ("secret//noforn", "SECRET"),
    ],
)
def test_a_level_is_told_with_its_letters_together_or_apart(text: str, level: str) -> None:
    line = parse_classification(text)
    assert line is not None
    assert line.level == level


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SECRETARY OF STATE",
        "SECRETARIAT",
        "CONFIDENTIALITY",
        "UNCLASSY",
        "CLASSIFIED",
        "PUBLIC",
        "ROME 001196",
        "E.O. 12958",
    ],
)
def test_what_names_no_level_is_no_classification(text: str) -> None:
    assert parse_classification(text) is None


@pytest.mark.parametrize(
    ("text", "post", "serial"),
    [
        ("UNCLAS ROME 001196", "ROME", 1196),
        ("C O N F I D E N T I A L USNATO 000432", "USNATO", 432),
        ("S E C R E T SAN JOSE 000525", "SAN JOSE", 525),
        ("UNCLAS PORT OF SPAIN 000012", "PORT OF SPAIN", 12),
        ("UNCLAS USUN NEW YORK 000917", "USUN NEW YORK", 917),
        ("UNCLAS N'DJAMENA 000511", "N'DJAMENA", 511),
        ("UNCLAS ST. GEORGES 000007", "ST. GEORGES", 7),
        ("UNCLAS AMEMBASSY ROME 1196", "AMEMBASSY ROME", 1196),
        ("UNCLAS ROME 1", "ROME", 1),
        ("UNCLAS ROME 001196 SIPDIS", "ROME", 1196),
        ("UNCLAS SENSITIVE ROME 001196", "ROME", 1196),
        ("CONFIDENTIAL//NOFORN ROME 001196", "ROME", 1196),
        ("C O N F I D E N T I A L NOFORN SECTION 01 OF 02 ROME 001196", "ROME", 1196),
        ("LIMITED OFFICIAL USE STATE 262118", "STATE", 262118),
        ("UNCLAS E F T O ROME 001196", "ROME", 1196),
        ("UNCLAS EFTO ROME 001196", "ROME", 1196),
        ("CONFIDENTIAL STATE 255577 TOSEC 140323", "STATE", 255577),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY ROME 001196", "ROME", 1196),
        ("UNCLAS   ROME    001196", "ROME", 1196),
        ("UNCLAS", "", 0),
        ("UNCLAS ROME", "", 0),
        ("UNCLAS 001196", "", 0),
        ("UNCLAS ROME 12345678", "", 0),
        ("UNCLAS SECTION 01 OF O2 ROME 001196", "ROME", 1196),
        ("UNCLAS SECTION 01", "", 0),
        ("UNCLAS PART 1 ROME", "", 0),
    ],
)
def test_post_and_serial_are_told_from_all_else_on_the_line_or_left_open(text: str, post: str, serial: int) -> None:
    line = parse_classification(text)
    assert line is not None
    assert (line.post, line.serial) == (post, serial)


@pytest.mark.parametrize(
    ("text", "section", "sections"),
    [
        ("UNCLAS SECTION 01 OF 02 ROME 001196", 1, 2),
        ("C O N F I D E N T I A L SECTION 02 OF 03 SAN JOSE 000525", 2, 3),
        ("S E C R E T FINAL SECTION 03 OF 03 ROME 001196", 3, 3),
        ("UNCLAS SECTION 1 OF 2 ROME 001196", 1, 2),
        ("UNCLAS SECTION 01 OF 02ROME 001196", 1, 2),
        ("UNCLAS SECTION01OF02 ROME 001196", 1, 2),
        ("UNCLAS SECTION 010 OF 012 ROME 001196", 10, 12),
        ("UNCLAS ROME 001196 SECTION 01 OF 02", 1, 2),
        ("UNCLAS ROME 001196", 0, 0),
    ],
)
def test_a_section_says_which_it_is_and_is_no_part_of_the_post(text: str, section: int, sections: int) -> None:
    line = parse_classification(text)
    assert line is not None
    assert (line.section, line.sections) == (section, sections)
    assert line.serial in {1196, 525}
    assert line.post in {"ROME", "SAN JOSE"}


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("CONFIDENTIAL//NOFORN", ("NOFORN",)),
        ("S E C R E T NOFORN ROME 001196", ("NOFORN",)),
        ("UNCLAS SENSITIVE ROME 001196 SIPDIS", ("SENSITIVE", "SIPDIS")),
        ("SECRET//NODIS//NOFORN", ("NODIS", "NOFORN")),
        ("UNCLAS ROME 001196", ()),
    ],
)
def test_captions_on_the_line_are_handling(text: str, captions: tuple[str, ...]) -> None:
    line = parse_classification(text)
    assert line is not None
    assert line.captions == captions


def test_a_line_that_says_all_is_read_in_all_its_parts() -> None:
    line = parse_classification("S E C R E T//NOFORN SECTION 01 OF 03 PORT LOUIS 000266")
    assert line == ClassificationLine("SECRET", ("NOFORN",), "PORT LOUIS", 266, 1, 3)


def test_a_classification_line_that_wraps_gives_the_id_all_the_same() -> None:
    wrapped = HEADER.replace("UNCLAS VALLETTA 000118", "C O N F I D E N T I A L SECTION 01 OF 02\nVALLETTA 000118")
    cable = read(wrapped + "¶1. (U) Text.\n")
    assert cable.id == "09VALLETTA118"
    assert cable.classification == "CONFIDENTIAL"
    assert "cable.unknown-line" not in codes_of(cable)


def test_of_two_classification_lines_the_one_with_a_serial_is_the_cable_s() -> None:
    cable = read(HEADER.replace("UNCLAS VALLETTA 000118", "SECRET\n\nUNCLAS VALLETTA 000118") + "¶1. (U) Text.\n")
    assert (cable.id, cable.classification) == ("09VALLETTA118", "UNCLASSIFIED")


def test_a_cable_without_classification_says_so() -> None:
    cable = read(HEADER.replace("UNCLAS VALLETTA 000118\n", "") + "¶1. (U) Text.\n")
    assert cable.classification == ""
    assert "cable.no-classification" in codes_of(cable)


def test_a_heading_that_begins_with_a_level_is_text() -> None:
    cable = read(HEADER + "SECRET TALKS BEGIN\n\n¶1. (U) Text.\n")
    assert cable.body[0].text == "SECRET TALKS BEGIN"
    assert cable.classification == "UNCLASSIFIED"
