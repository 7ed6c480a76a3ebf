"""The classification line: ``UNCLAS SECTION 01 OF 02 ROME 001196``."""

from __future__ import annotations

import pytest

from generator.telegram import Role
from generator.telegram.classification import ClassificationLine, is_misspelt_classification, parse_classification
from generator.telegram.layout import role_of
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
        ("UNCLASSIFIED//SENSITIVE", "UNCLASSIFIED"),
        ("UNCLAS SENSITIVE", "UNCLASSIFIED"),
        ("SENSITIVE BUT UNCLASSIFIED", "UNCLASSIFIED"),
        ("UNCLAS SENSITIVE//FOUO", FOUO),
        ("U N C L A S F O U O ROME 001196", FOUO),
        ("CONFIDENTIALSECTION 01 OF 02 ROME 001196", "CONFIDENTIAL"),
        ("UNCLASSECTION 01 OF 02 ROME 001196", "UNCLASSIFIED"),
        ("S E C R E TROME 001196", "SECRET"),
        ("CONFIDENTAIL", "CONFIDENTIAL"),
        ("CONFIDENTAIL ROME 001196", "CONFIDENTIAL"),
        ("CONFEDENTAL ROME 001196", "CONFIDENTIAL"),
        ("C0NFIDENTIAL ROME 001196", "CONFIDENTIAL"),
        ("C O N F I D E N T A I L ROME 001196", "CONFIDENTIAL"),
        ("UNLCAS ROME 001196", "UNCLASSIFIED"),
        ("UNCLASS ROME 001196", "UNCLASSIFIED"),
        ("UNCLASSIFED", "UNCLASSIFIED"),
        ("UNCALSSIFIED", "UNCLASSIFIED"),
        ("SERCET NOFORN", "SECRET"),
        ("SECRT ROME 001196", "SECRET"),
        ("LIMITED OFFICAL USE STATE 262118", "LIMITED OFFICIAL USE"),
        ("LIMTED OFFICIAL USE", "LIMITED OFFICIAL USE"),
        ("LIMITED OFFICIALUSE", "LIMITED OFFICIAL USE"),
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
        "S E C R E T A R Y",
        "SECRETS",
        "SECRETS OF THE HARBOR",
        "SECRT GARDENS OPEN",
        "DECLASSIFIED",
        "CONFIDENTIALLY",
        "CONFIDENCE",
        "UNCLEAR",
        "LIMITED EDITION",
        "SENSITIVE",
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
        ("UNCLAS ROME001196", "ROME", 1196),
        ("UNCLAS ROME-001196", "ROME", 1196),
        ("UNCLAS ROME #1196", "ROME", 1196),
        ("UNCLAS ROME NO. 1196", "ROME", 1196),
        ("UNCLAS ROME 00O196", "ROME", 196),
        ("UNCLAS ROME O01196", "ROME", 1196),
        ("UNCLAS ROME 001196/01", "ROME", 1196),
        ("UNCLAS NDJAMENA 000511", "NDJAMENA", 511),
        ("UNCLAS PORT-AU-PRINCE 000511", "PORT-AU-PRINCE", 511),
        ("UNCLAS ST. PETERSBURG 000511", "ST. PETERSBURG", 511),
        ("UNCLAS SÃO PAULO 000511", "SÃO PAULO", 511),
        ("SECRET NODIS CHEROKEE STATE 012345", "STATE", 12345),
        ("SECRET//REL TO USA, GBR ROME 001196", "ROME", 1196),
        ("SECRET//NOFORN//20191006 ROME 001196", "ROME", 1196),
        ("CONFIDENTIAL SECTO 04012", "SECTO", 4012),
        ("C O N F I D E N T I A L STATE 123456 TOSEC 0123", "STATE", 123456),
        ("UNCLAS SECTION 01 OF ROME 001196", "", 0),
        ("UNCLAS ROME 01234A", "", 0),
        ("UNCLAS ROME 0123X TOSEC 140323", "", 0),
        ("UNCLAS ROME", "", 0),
        ("UNCLAS", "", 0),
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
        ("UNCLAS SECTION 01 OF O2 ROME 001196", 1, 2),
        ("UNCLAS SECTION 01 0F 02 ROME 001196", 1, 2),
        ("UNCLAS SECTION 1/2 ROME 001196", 1, 2),
        ("UNCLAS SECTION ONE OF TWO ROME 001196", 1, 2),
        ("UNCLAS SECT 1 OF 2 ROME 001196", 1, 2),
        ("UNCLAS SECITON 01 OF 02 ROME 001196", 1, 2),
        ("UNCLAS S E C T I O N 01 OF 02 ROME 001196", 1, 2),
        ("UNCLAS PART 1 OF 2 ROME 001196", 1, 2),
        ("UNCLAS ROME 001196 01 OF 02", 1, 2),
        ("UNCLAS FINAL SECTION OF 03 ROME 001196", 3, 3),
        ("UNCLAS FINAL SECTION OF THREE ROME 001196", 3, 3),
        ("UNCLAS FINAL SECTION OF ROME 001196", 0, 0),
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


@pytest.mark.parametrize(
    ("text", "sender", "post", "left"),
    [
        ("UNCLAS CORRECTED COPY ROME 001196", "ROME", "ROME", "CORRECTED COPY"),
        ("UNCLAS SIPDIS STATE FOR INR ROME 001196", "ROME", "ROME", "STATE FOR INR"),
        ("UNCLAS CORRECTED COPY ROME 001196", "", "", "CORRECTED COPY ROME 001196"),
        ("UNCLAS USUN NEW YORK 000917", "USUNNEWYORK", "USUN NEW YORK", ""),
        ("UNCLAS PORT LOUIS 000917", "ROME", "PORT LOUIS", ""),
        ("UNCLAS ROME 001196 SIPDIS STATE FOR EUR", "ROME", "ROME", "STATE FOR EUR"),
        ("UNCLAS ROME", "ROME", "", "ROME"),
        ("UNCLAS STATE 001196 TOSEC 0123", "STATE", "STATE", ""),
        ("UNCLAS//ROME 001196.", "ROME", "ROME", ""),
    ],
)
def test_the_sender_tells_the_post_from_other_words_and_these_are_left_over(
    text: str, sender: str, post: str, left: str
) -> None:
    line = parse_classification(text, sender)
    assert line is not None
    assert (line.post, line.left) == (post, left)


@pytest.mark.parametrize(
    "text",
    [
        "CONFIDENTAIL ROME 001196",
        "UNLCAS SECTION 01 OF 02 ROME 001196",
        "UNCLASS ROME 001196",
        "CONFIDENTAIL",
        "SERCET",
    ],
)
def test_the_layout_knows_a_line_whose_level_is_misspelt(text: str) -> None:
    assert is_misspelt_classification(text)
    assert role_of(text) is Role.CLASSIFICATION


@pytest.mark.parametrize(
    "text",
    [
        "SECRETS OF THE HARBOR",
        "SECRT GARDENS OPEN",
        "Confidentail talks",
        "UNCLEAR WATERS",
        "SECTION 1",
        "CONFEDENTAL TALKS",
        "",
    ],
)
def test_a_heading_is_no_misspelt_classification(text: str) -> None:
    assert not is_misspelt_classification(text)


def test_what_was_not_understood_of_the_line_is_reported() -> None:
    cable = read(HEADER.replace("UNCLAS VALLETTA 000118", "UNLCAS BUOY FISH VALLETTA 000118") + "¶1. (U) Text.\n")
    assert (cable.id, cable.classification) == ("09VALLETTA118", "UNCLASSIFIED")
    assert [(each.code, each.line) for each in cable.findings] == [("cable.unread-words", 10)]
    assert "BUOY FISH" in cable.findings[0].message


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
