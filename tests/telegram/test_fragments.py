"""Fragments: one field at a time, of the bare value, of the labelled block, or of a larger piece."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import telegram
from generator.telegram import (
    read_action_addressees,
    read_addressees,
    read_body,
    read_classification,
    read_classified_by,
    read_declassification,
    read_dtg,
    read_handling,
    read_info_addressees,
    read_references,
    read_sender,
    read_signer,
    read_subject,
    read_summary,
    read_tags,
    read_transmission_id,
)
from tests.telegram.reading import HEADER, read

ABOVE = "UNCLAS VALLETTA 000118\n\nSIPDIS\n\n"
BELOW = "\n\n¶1. (U) Summary: The buoy is blue. End summary.\n\n¶2. (U) It stays.\nROE\n"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A FISH IS COUNTED", "A FISH IS COUNTED"),
        ("A FISH\nIS COUNTED", "A FISH IS COUNTED"),
        ("(C/NF) A FISH", "A FISH"),
        ("A FISH\nREF: 06 ROME 12", "A FISH"),
        ("A FISH\n\nThe buoy is blue.", "A FISH"),
        ("SUBJECT: A FISH", "A FISH"),
        ("SUBJ:\n\nA FISH\nIS COUNTED\n", "A FISH IS COUNTED"),
        ("TAGS: PREL\nSUBJECT: A FISH\nREF: 06 ROME 12", "A FISH"),
        (f"{ABOVE}SUBJECT: A FISH{BELOW}", "A FISH"),
        (f"SIPDIS\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A FISH{BELOW}", "A FISH"),
        ("¶4. (U) Text.\n\nSUBJECT: A FISH\nREF: 06 ROME 12\n", "A FISH"),
        ("TAGS: PREL SUBJECT: A FISH REF: 06 ROME 12", "A FISH"),
        ("TAGS: PREL\nREF: 06 ROME 12", ""),
        ("¶1. (U) Text.", ""),
        ("E.O. 12958: N/A", ""),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_the_subject_of_any_piece(text: str, subject: str) -> None:
    assert read_subject(text) == subject


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("PREL, MT", ["PREL", "MT"]),
        ("PREL\nMT, IT", ["PREL", "MT", "IT"]),
        ("PREL OVIP (ROE, JANE)", ["PREL", "OVIP", "ROE, JANE"]),
        ("[PREL](#) [MT](#)", ["PREL", "MT"]),
        ("TAGS: PREL, MT", ["PREL", "MT"]),
        ("TAGS\nPREL MT", ["PREL", "MT"]),
        ("TAGS: PREL, MT\nSUBJECT: A FISH", ["PREL", "MT"]),
        ("PREL, MT\nSUBJECT: A FISH", ["PREL", "MT"]),
        ("E.O. 12958: N/A\nTAGS: PREL,\nMT\nSUBJECT: A FISH", ["PREL", "MT"]),
        (f"{ABOVE}TAGS: PREL, MT\n\nSUBJECT: A FISH{BELOW}", ["PREL", "MT"]),
        ("¶4. (U) Text.\n\nTAGS: PREL\n", ["PREL"]),
        ("SUBJECT: A FISH", []),
        ("¶1. (U) Text.", []),
        ("", []),
    ],
)
def test_the_tags_of_any_piece(text: str, codes: list[str]) -> None:
    assert [tag.code for tag in read_tags(text)] == codes


@pytest.mark.parametrize(
    ("text", "year", "targets"),
    [
        ("06 ROME 12", None, ["06ROME12"]),
        ("ROME 12", None, [""]),
        ("ROME 12", 9, ["09ROME12"]),
        ("ROME 12", 2009, ["09ROME12"]),
        ("ROME 12", 1979, ["79ROME12"]),
        ("A. 06 ROME 12\nB. SUVA 3", 2009, ["06ROME12", "09SUVA3"]),
        ("REF: A. 06 ROME 12 B. SUVA 3", 2009, ["06ROME12", "09SUVA3"]),
        ("(U) REF: 06 ROME 12", None, ["06ROME12"]),
        ("**REF:** 06 ROME 12", None, ["06ROME12"]),
        ("TAGS: PREL\nSUBJECT: A FISH\nREFS: A. 06 ROME 12\nB. SUVA 3\n\n1. (U) Text", 2009, ["06ROME12", "09SUVA3"]),
        ("REF: 06 ROME 12\n\nREF: SUVA 3", 2009, ["06ROME12", "09SUVA3"]),
        ("SUBJECT: A FISH REF: SUVA 3", 2009, ["09SUVA3"]),
        ("¶4. (U) Text.\n\nREF: 06 ROME 12", None, ["06ROME12"]),
        ("SUBJECT: A FISH", 2009, []),
        ("1. (U) Text about ROME 12.", 2009, []),
        ("", 2009, []),
    ],
)
def test_the_references_of_any_piece_with_a_year(text: str, year: int | None, targets: list[str]) -> None:
    assert [reference.target for reference in read_references(text, year)] == targets


@pytest.mark.parametrize(
    ("text", "action", "info"),
    [
        ("RUEHC/SECSTATE WASHDC 3456", ["SECSTATE WASHDC"], []),
        ("AMEMBASSY ROME\nAMEMBASSY SUVA PRIORITY", ["AMEMBASSY ROME", "AMEMBASSY SUVA"], []),
        ("TO AMEMBASSY ROME\nAMEMBASSY SUVA", ["AMEMBASSY ROME", "AMEMBASSY SUVA"], []),
        ("INFO AMEMBASSY ROME\nAMEMBASSY SUVA", [], ["AMEMBASSY ROME", "AMEMBASSY SUVA"]),
        (
            "FM AMEMBASSY VALLETTA\nTO SECSTATE WASHDC\nINFO AMEMBASSY ROME\n\nUNCLAS",
            ["SECSTATE WASHDC"],
            ["AMEMBASSY ROME"],
        ),
        (f"R 070531Z OCT 09\nTO SECSTATE WASHDC\n\n{ABOVE}SUBJECT: A FISH{BELOW}", ["SECSTATE WASHDC"], []),
        ("TAGS: PREL", [], []),
        ("", [], []),
    ],
)
def test_the_addressees_of_any_piece(text: str, action: list[str], info: list[str]) -> None:
    assert [addressee.name for addressee in read_action_addressees(text)] == action
    assert [addressee.name for addressee in read_info_addressees(text)] == info
    assert [addressee.name for addressee in read_addressees(text)] == action + info


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("AMEMBASSY ROME", "AMEMBASSY ROME"),
        ("FM AMEMBASSY ROME", "AMEMBASSY ROME"),
        ("FM RUEHRO/AMEMBASSY ROME", "AMEMBASSY ROME"),
        ("R 070531Z OCT 09\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\n", "AMEMBASSY ROME"),
        ("R 070531Z OCT 09 FM AMEMBASSY ROME TO SECSTATE WASHDC", "AMEMBASSY ROME"),
        ("From: AMEMBASSY ROME", "AMEMBASSY ROME"),
        ("TAGS: PREL", ""),
        ("", ""),
    ],
)
def test_the_sender_of_any_piece(text: str, sender: str) -> None:
    assert read_sender(text) == sender


@pytest.mark.parametrize(
    ("text", "level", "serial"),
    [
        ("CONFIDENTIAL//NOFORN", "CONFIDENTIAL", 0),
        ("S E C R E T", "SECRET", 0),
        ("C O N F I D E N T I A L VALLETTA 000118", "CONFIDENTIAL", 118),
        (f"{ABOVE}TAGS: PREL\n", "UNCLASSIFIED", 118),
        (
            "LIMITED OFFICIAL USE\n\nPAGE 01 VALLET 00118\n\nLIMITED OFFICIAL USE VALLETTA 118\n",
            "LIMITED OFFICIAL USE",
            118,
        ),
    ],
)
def test_the_classification_of_any_piece(text: str, level: str, serial: int) -> None:
    line = read_classification(text)
    assert line is not None
    assert (line.level, line.serial) == (level, serial)


@pytest.mark.parametrize("text", ["", "TAGS: PREL", "The buoy is blue.", "SUBJECT: SECRET TALKS"])
def test_a_piece_without_a_classification_has_none(text: str) -> None:
    assert read_classification(text) is None


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("SIPDIS", ("SIPDIS",)),
        ("SIPDIS NOFORN", ("SIPDIS", "NOFORN")),
        ("UNCLAS VALLETTA 000118 SIPDIS\n\nNOFORN\n\nTAGS: PREL", ("SIPDIS", "NOFORN")),
        (f"{ABOVE}SUBJECT: A FISH{BELOW}", ("SIPDIS",)),
        ("SUBJECT: THE NOFORN CAPTION", ()),
        ("", ()),
    ],
)
def test_the_captions_of_any_piece(text: str, captions: tuple[str, ...]) -> None:
    assert read_handling(text) == captions


@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        ("10/06/2019", date(2019, 10, 6), ""),
        ("DECL: 10/06/2019", date(2019, 10, 6), ""),
        ("E.O. 12958: DECL: 10/06/2019", date(2019, 10, 6), ""),
        ("OADR", None, "OADR"),
        ("SIPDIS\nE.O. 12356: DECL: OADR\nTAGS: PREL\n", None, "OADR"),
        (f"{ABOVE}TAGS: PREL\nE.O. 12958: DECL: 10/06/2019\nSUBJECT: A FISH{BELOW}", date(2019, 10, 6), ""),
        ("TAGS: PREL", None, ""),
        ("", None, ""),
    ],
)
def test_the_declassification_of_any_piece(text: str, day: date | None, rule: str) -> None:
    read_line = read_declassification(text)
    assert (read_line.on, read_line.rule) == (day, rule)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ambassador Jane Roe for reasons 1.4 (b)", "Jane Roe"),
        ("Classified By: Ambassador Jane Roe for reasons 1.4 (b)", "Jane Roe"),
        ("REF: 06 ROME 12\nClassified By: Ambassador Jane Roe for reasons 1.4 (b)\n\n1. (C) Text", "Jane Roe"),
        ("SUBJECT: A FISH Classified By: Ambassador Jane Roe for reasons 1.4 (b)", "Jane Roe"),
        ("1. (U) CLASSIFIED BY POLOFF JOHN ROE, 1.5 (D).\n\n2. (C) Text", "JOHN ROE"),
    ],
)
def test_who_classified_is_read_of_any_piece_and_no_label_is_invented(text: str, person: str) -> None:
    statement = read_classified_by(text)
    assert statement is not None
    assert statement.person == person
    assert statement.text in " ".join(text.split())


@pytest.mark.parametrize("text", ["", "TAGS: PREL", "1. (C) Text.", "SUBJECT: A FISH CLASSIFIED BY WEIGHT"])
def test_a_piece_that_does_not_say_who_classified_has_none(text: str) -> None:
    assert read_classified_by(text) is None


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("SUMMARY: The buoy is blue.", "The buoy is blue."),
        ("1. (C) Summary: The buoy is blue. End summary.\n\n2. (C) It stays.", "The buoy is blue."),
        (f"{ABOVE}SUBJECT: A FISH{BELOW}", "The buoy is blue."),
        ("The buoy is blue.", ""),
        ("SUBJECT: SUMMARY OF TALKS", ""),
        ("", ""),
    ],
)
def test_the_summary_of_any_piece(text: str, summary: str) -> None:
    assert read_summary(text) == summary


@pytest.mark.parametrize(
    ("text", "signer"),
    [
        ("ROE", "ROE"),
        ("It stays.\nROE\n", "ROE"),
        ("It stays.\nROE\n\nNNNN\n", "ROE"),
        (f"SUBJECT: A FISH{BELOW}", "ROE"),
        ("It stays.", ""),
        ("TAGS: PREL\nSUBJECT: A FISH", ""),
        ("", ""),
    ],
)
def test_the_signer_of_any_piece(text: str, signer: str) -> None:
    assert read_signer(text) == signer


@pytest.mark.parametrize(
    "text",
    [
        "070531Z OCT 09",
        "P 070531Z OCT 09",
        "VZCZCXRO3880\nPP RUEHC\nP 070531Z OCT 09\nFM AMEMBASSY ROME\n",
        "VZCZCXRO3880 PP RUEHC P 070531Z OCT 09 FM AMEMBASSY ROME",
        "PAGE 01 VALLET 00118 080000Z\n------------------281618Z 011536 /44\nR 070531Z OCT 09\n",
    ],
)
def test_the_date_of_any_piece(text: str) -> None:
    group = read_dtg(text)
    assert group is not None
    assert group.sent == datetime(2009, 10, 7, 5, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "transmission"),
    [
        ("VZCZCXRO3880", "VZCZCXRO3880"),
        ("\nVZCZCXRO3880 PP RUEHC\nDE RUEHNO #0432", "VZCZCXRO3880"),
        ("PP RUEHC", ""),
        ("", ""),
    ],
)
def test_the_transmission_id_of_any_piece(text: str, transmission: str) -> None:
    assert read_transmission_id(text) == transmission


def test_the_body_of_any_piece() -> None:
    assert [block.text for block in read_body(f"SUBJECT: A FISH{BELOW}")][-1] == "It stays."
    assert [block.number for block in read_body("¶4. (U) It stays.\n\n¶5. (U) So be it.")] == [4, 5]
    assert read_body("TAGS: PREL") == ()


@pytest.mark.parametrize(
    ("block", "attribute"),
    [
        ("TAGS: PREL, MT", "tags"),
        ("SUBJECT: A FISH", "subject"),
        ("REF: A. 06 ROME 12", "references"),
        ("Classified By: Ambassador Jane Roe for reasons 1.4 (b)", "classified_by"),
        ("E.O. 12958: DECL: 10/06/2019", "declassify_on"),
        ("R 070531Z OCT 09", "sent"),
        ("FM AMEMBASSY ROME", "sender_name"),
        ("TO RUEHC/SECSTATE WASHDC", "action"),
        ("INFO RUEHC/AMEMBASSY ROME", "info"),
        ("VZCZCXRO3880\nPP RUEHC RUEHRO", "transmission_id"),
        ("C O N F I D E N T I A L USNATO 000432", "classification"),
        ("UNCLAS VALLETTA 000118\n\nSIPDIS", "handling"),
        ("SUMMARY: The buoy is blue.", "summary"),
        ("The buoy is blue.\nROE", "signer"),
    ],
)
def test_a_telegram_of_one_block_only_has_that_field(block: str, attribute: str) -> None:
    assert getattr(read(block), attribute)
    assert getattr(read(f"\n{block}\n"), attribute) == getattr(read(block), attribute)


def test_a_whole_telegram_gives_each_field_as_the_record_has_it() -> None:
    text = f"{HEADER}REF: 06 ROME 12\n\n¶1. (U) Summary: The buoy is blue.\nROE\n"
    cable = read(text)
    assert read_tags(text) == cable.tags
    assert read_subject(text) == cable.subject
    assert read_references(text, 2009) == cable.references
    assert read_addressees(text) == (*cable.action, *cable.info)
    assert read_sender(text) == cable.sender_name
    assert read_handling(text) == cable.handling
    assert read_summary(text) == cable.summary
    assert read_signer(text) == cable.signer
    assert read_body(text) == cable.body
    assert read_transmission_id(text) == cable.transmission_id


READERS: list[Callable[[str], object]] = [getattr(telegram, name) for name in telegram.__all__ if name[:5] == "read_"]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@given(
    text=st.one_of(
        st.text(max_size=80), st.lists(st.sampled_from([*HEADER.split("\n"), "¶1. (U) Text.", " "])).map("\n".join)
    )
)
@settings(deadline=None, max_examples=40)
def test_a_reader_takes_any_text(reader: Callable[[str], object], text: str) -> None:
    assert reader(text) == reader(text)
