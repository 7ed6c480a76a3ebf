"""Official releases of 1973-79: the text between stamps, and the attributes below it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources import RawTelegram
from generator.sources.discovery import SourceFile
from generator.sources.making import Piece
from generator.sources.release import read_message_attributes, read_release
from tests.source_files import MOST_BYTES, cables_of, codes_of, quick, read_file

STAMP = "Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review 04 MAY 2006"
TEXT = """LIMITED OFFICIAL USE

PAGE 01        LIMA 02545  281618Z

12
ORIGIN L-03

INFO  OCT-01  ARA-06  ISO-00  SS-15  /019 R

DRAFTED BY L/M:HBUOY:EX
APPROVED BY L:JPIER
------------------281618Z 011536 /44
R 281605Z DEC 73
FM AMEMBASSY LIMA
TO SECSTATE WASHDC 8800

LIMITED OFFICIAL USE LIMA 2545

E.O. 11652: N/A
TAGS: PFOR, PE
SUBJECT: EXERCISE: THE BUOY

1. ALL OF THIS IS FICTIONAL.

2. SO IS THAT.
BELCOURT

LIMITED OFFICIAL USE

NNNN
"""
ATTRIBUTES = """Automatic Decaptioning: X
Channel Indicators: n/a
Current Classification: UNCLASSIFIED
Draft Date: 28 DEC 1973
Decaption Date: 01-Jan-1960 12:00:00 am
Document Number: 1973LIMA02545
Executive Order: N/A
From: LIMA
Handling Restrictions: n/a
Line Count: '55'
Locator: TEXT ON-LINE, ON MICROFILM
Original Classification: LIMITED OFFICIAL USE
Reference: 73 STATE 250001
Review Date: 30 JUL 2001
Subject: EXERCISE: THE
BUOY
TAGS: PFOR, PE
To: STATE
Type: TE
Markings: Declassified/Released
"""


def release(text: str = TEXT, attributes: str = ATTRIBUTES, stamp: str = STAMP) -> str:
    return f"{stamp}\n\nMessage Text\n\n{text}\nMessage Attributes\n\n{attributes}\n{stamp}\n"


def test_a_release_becomes_a_cable(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "lima.txt", release())
    assert (cable.id, cable.subject, cable.sender) == ("73LIMA2545", "EXERCISE: THE BUOY", "LIMA")
    assert cable.classification == "LIMITED OFFICIAL USE", "not what 'Current Classification' says"
    assert [tag.code for tag in cable.tags] == ["PFOR", "PE"]
    assert [block.text for block in cable.body if block.number] == ["ALL OF THIS IS FICTIONAL.", "SO IS THAT."]
    assert cable.info == (), "the distribution inside the department is no addressee"
    assert [each.target for each in cable.references] == ["73STATE250001"]
    assert "1973LIMA02545" in cable.aliases


def test_nothing_of_the_file_is_lost_and_only_the_telegram_is_parsed(tmp_path: Path) -> None:
    written = release()
    (telegram,) = read_file(tmp_path, "lima.txt", written)
    assert isinstance(telegram, RawTelegram)
    assert telegram.text == written
    lines = written.split("\n")
    assert lines[telegram.telegram_line - 2] == "Message Text"
    assert lines[telegram.telegram_end - 1] == "Message Attributes"
    (cable,) = cables_of(tmp_path, "lima.txt", written)
    assert "Grafeld" not in cable.header
    assert "DRAFTED BY L/M:HBUOY:EX" in cable.header


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("Subject: A\nB C\nTAGS: X", {"subject": "A B C", "tags": "X"}),
        ("Subject: A\nSUBJECTS: B", {"subject": "A SUBJECTS: B"}),
        ("Subject: n/a\nFrom: N/A\nTo: ", {}),
        ("Line Count: '55'", {"line count": "55"}),
        ("Draft Date: 01-Jan-1994 12:00:00 am", {"draft date": "01-Jan-1994 12:00:00 am"}),
        ("  original classification : SECRET\r", {"original classification": "SECRET"}),
        ("Note: this is no name\nFrom: LIMA", {"from": "LIMA"}),
        ("From: LIMA\nFrom: ROME", {"from": "LIMA"}),
        (f"From: LIMA\n{STAMP}\n", {"from": "LIMA"}),
    ],
)
def test_an_attribute_goes_on_until_the_next_known_name(lines: str, values: dict[str, str]) -> None:
    assert read_message_attributes(lines) == values


@pytest.mark.parametrize(
    ("number", "sender", "cable_id"),
    [
        ("1976PRETOR01234", "PRETORIA", "76PRETORIA1234"),
        ("1974BUENOS00017", "BUENOS AIRES", "74BUENOSAIRES17"),
        ("1975MOSCOW09999", "MOSCOW", "75MOSCOW9999"),
        ("1976PRETOR01234", "n/a", "76PRETORIA1234"),
        ("1976PRETOR01234", "PORT LOUIS", "76PRETORIA1234"),
    ],
)
def test_a_station_that_was_cut_to_six_letters_is_made_whole_where_the_sender_says_how(
    tmp_path: Path, number: str, sender: str, cable_id: str
) -> None:
    attributes = f"Document Number: {number}\nFrom: {sender}\nLocator: ON MICROFILM\nDraft Date: 01 JAN 1976\n"
    (cable,) = cables_of(tmp_path, "a.txt", release("n/a\n", attributes))
    assert cable.id == cable_id
    assert number in cable.aliases


def test_the_telegram_s_own_line_makes_a_cut_station_whole(tmp_path: Path) -> None:
    text = TEXT.replace("LIMA 2545", "PRETORIA 2545").replace("AMEMBASSY LIMA", "AMEMBASSY PRETORIA")
    (cable,) = cables_of(tmp_path, "a.txt", release(text, ATTRIBUTES.replace("1973LIMA", "1973PRETOR")))
    assert cable.id == "73PRETORIA2545"


@pytest.mark.parametrize(
    ("locator", "has_body"),
    [
        ("TEXT ON-LINE", True),
        ("TEXT ON-LINE, ON MICROFILM", True),
        ("ON MICROFILM", False),
        ("TEXT ON MICROFILM,TEXT\nON-LINE", True),
    ],
)
def test_there_is_a_body_only_where_the_locator_says_so(tmp_path: Path, locator: str, has_body: bool) -> None:
    attributes = ATTRIBUTES.replace("TEXT ON-LINE, ON MICROFILM", locator)
    (cable,) = cables_of(tmp_path, "a.txt", release(attributes=attributes))
    assert bool(cable.body) == has_body
    assert (cable.id, cable.subject) == ("73LIMA2545", "EXERCISE: THE BUOY")
    assert ("cable.no-text" in [each.code for each in cable.findings]) == (not has_body)
    assert not cable.extract


@pytest.mark.parametrize("written", ["28 DEC 1973", "28-Dec-1973 12:00:00 am", "28 December 1973"])
def test_both_forms_of_a_date_are_read(tmp_path: Path, written: str) -> None:
    attributes = ATTRIBUTES.replace("28 DEC 1973", written).replace("TEXT ON-LINE, ", "")
    (cable,) = cables_of(tmp_path, "a.txt", release(attributes=attributes))
    assert cable.sent is not None
    assert f"{cable.sent:%Y-%m-%d %H:%M}" == "1973-12-28 00:00"


def test_a_release_without_stamp_or_heading_is_read(tmp_path: Path) -> None:
    written = f"{STAMP}\n{TEXT}Message Attributes\n{ATTRIBUTES}"
    assert cables_of(tmp_path, "a.txt", written)[0].id == "73LIMA2545"
    assert cables_of(tmp_path, "a", f"{TEXT}\n  MESSAGE ATTRIBUTES  \r\n{ATTRIBUTES}".encode())[0].subject


def test_a_telegram_that_only_speaks_of_attributes_is_none(tmp_path: Path) -> None:
    (telegram,) = read_file(tmp_path, "a.txt", TEXT.replace("FICTIONAL", "Message Attributes of fiction"))
    assert isinstance(telegram, RawTelegram)
    assert telegram.attributes == {}


PIECES = [
    "Message Text",
    "Message Attributes",
    "TAGS: X",
    "Locator: ON MICROFILM",
    "Document Number: 1",
    STAMP,
    "\n",
    "\x00",
    "é",
    "x" * 99,
]


@quick
@given(st.lists(st.sampled_from(PIECES)))
def test_any_pieces_of_releases_are_read_or_refused(pieces: list[str]) -> None:
    data = "\n".join(pieces).encode()
    for item in read_release(Piece(SourceFile("", "a.txt", ""), data, 1, 1, MOST_BYTES)):
        codes_of([item], parsed=True)
