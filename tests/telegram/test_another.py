"""Two telegrams in one text: what is of the second is shown and reported, and is never taken for a section."""

from __future__ import annotations

import pytest

from generator.cable import Cable
from tests.telegram.reading import HEADER, codes_of, read

FIRST = f"{HEADER}¶1. (U) This is an exercise.\n\nPENDLEWOOD\n\nNNNN\n\n"
SECOND = """\
VZCZCXRO4711
PP RUEHVT
DE RUEHLI #0432 2811200
ZNY CCCCC ZZH
P 081200Z OCT 09
FM AMEMBASSY LISBON
TO RUEHC/SECSTATE WASHDC PRIORITY 3457
INFO RUEHRK/AMEMBASSY REYKJAVIK
BT
C O N F I D E N T I A L LISBON 000432
SIPDIS
E.O. 12958: DECL: 10/06/2019
TAGS: PREL, PO
SUBJECT: EXERCISE: THE OTHER LIGHTHOUSE
1. (C) This is another exercise.
ROE
NNNN
"""


def shown(cable: Cable) -> str:
    return " ".join(f"{block.text}" for block in cable.body).replace("\n", " ")


def at_most_above_paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line and not line.startswith("1.")]


@pytest.mark.parametrize(
    "second",
    [
        SECOND,
        SECOND.partition("ZNY CCCCC ZZH\n")[2],
        SECOND.replace("VZCZCXRO4711\n", ""),
        SECOND.replace("BT\n", "\n"),
        SECOND.replace("SIPDIS\n", "\nSIPDIS\n\n"),
        SECOND.replace("FM AMEMBASSY LISBON", "FM AMEMBASSY VALLETTA").replace("LISBON 000432", "VALLETTA 000119"),
        SECOND.replace("081200Z", "080531Z"),
        SECOND.replace("LISBON 000432", "SECTION 02 OF 02 LISBON 000432"),
        SECOND.replace("P 081200Z OCT 09\n", ""),
        SECOND.replace("C O N F I D E N T I A L LISBON 000432\n", ""),
        SECOND.replace("FM AMEMBASSY LISBON\n", ""),
        "UNCLAS SECTION 02 OF 02 LISBON 000432\nSIPDIS\nTAGS: PREL, PO\n\n1. (C) An exercise, too.\nROE\nNNNN\n",
    ],
)
def test_every_line_of_another_telegram_is_shown_and_a_finding_says_where_it_begins(second: str) -> None:
    cable = read(FIRST + second)
    (finding,) = (each for each in cable.findings if each.code == "cable.another-telegram")
    assert (FIRST + second).split("\n")[finding.line - 1] == second.partition("\n")[0]
    assert f"line {finding.line}" in finding.message
    for line in at_most_above_paragraphs(second):
        assert line in shown(cable)
    assert (cable.id, cable.signer, cable.body[0].text) == ("09VALLETTA118", "PENDLEWOOD", "This is an exercise.")


def test_the_summary_of_another_telegram_is_not_the_cable_s() -> None:
    second = SECOND.replace("This is another", "SUMMARY: This is another exercise. END SUMMARY. This")
    assert "another" not in read(FIRST + second).summary


@pytest.mark.parametrize(
    "section",
    [
        SECOND.replace("FM AMEMBASSY LISBON", "FM AMEMBASSY VALLETTA").replace("LISBON 000432", "VALLETTA 000118"),
        SECOND.replace("LISBON 000432", "SECTION 02 OF 02 VALLETTA 000118").replace("LISBON", "VALLETTA"),
        SECOND.replace("081200Z", "070531Z").replace("LISBON 000432", "SECTION 02 OF 02 VALLETA 000118"),
        SECOND.replace("081200Z", "070531Z").replace("LISBON 000432", "SECTION 02 OF 02 VALLETTA 000018"),
        SECOND.replace("081200Z", "070531Z").replace("C O N F I D E N T I A L LISBON 000432\n", ""),
    ],
)
def test_a_section_with_the_same_post_and_serial_or_the_same_date_time_group_is_of_the_same_telegram(
    section: str,
) -> None:
    section = section.partition("1. (C)")[0].replace("SUBJECT: EXERCISE: THE OTHER", "SUBJECT: EXERCISE: THE")
    cable = read(f"{HEADER}¶1. (U) This is\n\n{section}\nan exercise.\n\n¶2. (U) It stays.\nPENDLEWOOD\n")
    assert [block.text for block in cable.body] == ["This is an exercise.", "It stays."]
    assert "cable.another-telegram" not in codes_of(cable)


@pytest.mark.parametrize(
    "text",
    [
        "FM RADIO IS AN EXERCISE.",
        "FM: THE MINISTER SAID SO.",
        "P 081200Z OCT 09",
        "PAGE 01 LISBON 00432 081200Z",
        "THEY MET AT 081200Z OCT 09.\nFM RADIO WAS ON.",
        "SECTION 2 OF 3",
    ],
)
def test_a_line_that_only_looks_like_one_of_a_header_is_no_telegram(text: str) -> None:
    cable = read(f"{HEADER}¶1. (U) This is an exercise.\n\n{text}\n\n¶2. (U) It stays.\n")
    assert "cable.another-telegram" not in codes_of(cable)
    assert cable.body[-1].text == "It stays."


@pytest.mark.parametrize("text", ["P 081200Z OCT 09", "PAGE 01 LISBON 00432 081200Z", "VZCZCXRO4711"])
def test_a_text_without_a_header_holds_no_other_telegram(text: str) -> None:
    assert "cable.another-telegram" not in codes_of(read(f"¶1. (U) This is an exercise.\n\n{text}\n\n¶2. (U) More.\n"))
