"""The parser on whole telegrams: some of the sample collection, each understood as its own text says, and damage."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.cable import Addressee, BlockKind, Cable, ReferenceKind
from generator.telegram.lines import squeeze
from tests.site_folder import ROOT
from tests.telegram.reading import HEADER, codes_of, read
from tests.telegrams import telegram

SAMPLE = ROOT / "content" / "cables" / "harbour-exercise"
SAMPLES = sorted(SAMPLE.glob("*.txt"))


def sample(name: str) -> Cable:
    path = SAMPLE / f"{name}.txt"
    return read(path.read_text(encoding="utf-8"), f"content/cables/harbour-exercise/{path.name}")


def numbers(cable: Cable) -> list[int]:
    return [block.number for block in cable.body if block.number]


def test_a_telegram_is_understood_in_every_field() -> None:
    cable = sample("07VALLETTA118")
    assert cable.id == "07VALLETTA118"
    assert cable.sent == datetime(2007, 3, 28, 10, 5, tzinfo=UTC)
    assert cable.dtg == "281005Z MAR 07"
    assert (cable.sender, cable.sender_name) == ("VALLETTA", "AMEMBASSY VALLETTA")
    assert cable.classification == "CONFIDENTIAL"
    assert cable.handling == ("SIPDIS",)
    assert cable.precedences == ("PRIORITY",)
    assert cable.transmission_id == "VZCZCXRO4412"
    assert cable.action == (Addressee(name="SECSTATE WASHDC", route="RUEHC", precedence="PRIORITY", number="1455"),)
    assert len(cable.info) == 8
    assert cable.info[0] == Addressee(name="AMEMBASSY REYKJAVIK", route="RUEHRK", precedence="PRIORITY", number="0090")
    assert cable.info[-1] == Addressee(name="NATO EU COLLECTIVE", route="RUEHZG")
    assert [tag.code for tag in cable.tags] == ["EWWT", "PBTS", "SENV", "PREL", "SCUL", "KSCA", "MT", "IC"]
    assert cable.subject == "A BUOY IN A GARDEN: MALTA, ICELAND AND THE LAW OF FINDERS"
    assert (cable.declassify_on, cable.declassify_rule) == (date(2017, 3, 28), "")
    assert cable.classified_by is not None
    assert (cable.classified_by.title, cable.classified_by.person) == ("Ambassador", "Marguerite Pendlewood")
    assert cable.classified_by.reasons == ("b", "d")
    assert [each.target for each in cable.references] == ["07TUNIS211", "06LISBON431", "06STATE111203", "06REYKJAVIK17"]
    assert cable.signer == "PENDLEWOOD"
    assert not cable.extract
    assert cable.findings == ()


@pytest.mark.parametrize(
    ("name", "paragraphs", "joined"),
    [
        ("07VALLETTA118", 19, "a strong smell of lemons. (The last is not a code group."),
        ("07PORTLOUIS266", 21, "Somewhere on that journey the second label came off"),
        ("09VALLETTA411", 20, "that makes rather less per state than the cost of the paper"),
        ("04ROME3961", 9, "A depository had then frozen the table."),
    ],
)
def test_the_sections_of_a_telegram_are_one_text(name: str, paragraphs: int, joined: str) -> None:
    cable = sample(name)
    assert numbers(cable) == list(range(1, paragraphs + 1))
    assert joined in " ".join(block.text for block in cable.body)
    assert not any("SECTION" in block.text or "SIPDIS" in block.text or " OF 00" in block.text for block in cable.body)
    assert cable.findings == ()


@pytest.mark.parametrize("name", ["07LISBON81", "08USUNNEWYORK917"])
def test_a_corrected_copy_keeps_its_subject(name: str) -> None:
    cable = sample(name)
    assert "C O R R E C T E D" in cable.header
    assert cable.subject.startswith(("THE TWO LIGHTS RACE: RULES", "GENERAL ASSEMBLY, SIXTH COMMITTEE"))
    assert cable.findings == ()


def test_a_cable_without_pilcrows_and_marks_has_its_paragraphs_and_items() -> None:
    cable = sample("06UNVIEVIENNA102")
    assert numbers(cable) == [1, 2, 3, 4, 5, 6]
    assert {block.mark for block in cable.body} == {""}
    assert [block.label for block in cable.body if block.kind is BlockKind.ITEM] == ["--", "--", "--"]


def test_a_cable_of_one_unnumbered_paragraph_has_it() -> None:
    cable = sample("05SUVA233")
    assert numbers(cable) == []
    assert [block.text[:17] for block in cable.body] == ["Exercise message;"]
    assert cable.signer == "FERNYHALGH"


def test_a_first_paragraph_without_number_stands_before_the_second() -> None:
    cable = sample("07HONGKONG1988")
    assert [block.number for block in cable.body if block.kind is BlockKind.PARAGRAPH] == [0, 2, 3, 4, 5]
    assert (cable.id, cable.sender) == ("07HONGKONG1988", "HONGKONG")


def test_wrapped_tags_a_wrapped_subject_and_a_mistyped_year_are_read_as_they_are_meant() -> None:
    cable = sample("06NAIROBI1640")
    assert [tag.code for tag in cable.tags] == ["SENV", "EAGR", "TBIO", "KSCA", "EAID", "KE", "NO", "MP"]
    assert cable.subject == "FINGER MILLET TRAVELS NORTH, WITH THREE SEALS AND A CHAPERONE"
    assert [(each.letter, each.target) for each in cable.references] == [("A", "04OSLO1093"), ("B", "04ROME3961")]


def test_a_cable_that_lost_its_classification_line_has_the_rest_and_says_so() -> None:
    cable = sample("06LISBON431")
    assert (cable.id, cable.classification) == ("06LISBON431", "")
    assert codes_of(cable) == ["cable.inferred-id", "cable.no-classification"]


def test_a_cable_that_lost_its_end_has_no_signer_and_keeps_its_last_words() -> None:
    cable = sample("91BERN1822")
    assert cable.signer == ""
    assert cable.body[-1].text.endswith("WHO SAYS THAT IT WAS")
    assert [block.label for block in cable.body if block.kind is BlockKind.ITEM] == ["1.", "2.", "3."]


def test_a_partial_extract_has_its_paragraphs_and_says_what_it_is() -> None:
    cable = sample("fragment-buoy-list")
    assert cable.extract
    assert cable.id == "FRAGMENT-BUOY-LIST"
    assert numbers(cable) == [9, 10, 11]
    (table,) = [block.text for block in cable.body if block.kind is BlockKind.TABLE]
    assert table.split("\n")[0].split() == ["No.", "Name", "Moored", "Light", "Remarks"]
    assert len(table.split("\n")) == 9
    assert codes_of(cable) == ["cable.no-date", "cable.no-header", "cable.no-id", "cable.no-subject"]


def test_what_is_no_cable_among_the_references_is_told_apart() -> None:
    cable = sample("08NASSAU465")
    assert [(each.letter, each.kind, each.target) for each in cable.references] == [
        ("A", ReferenceKind.CABLE, "08DUBLIN344"),
        ("B", ReferenceKind.OTHER, ""),
        ("C", ReferenceKind.CABLE, "07LISBON81"),
        ("D", ReferenceKind.OTHER, ""),
    ]


def test_a_portion_mark_may_differ_from_paragraph_to_paragraph() -> None:
    assert {block.mark for block in sample("09VALLETTA405").body if block.number} == {"C", "C/NF"}


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_every_sample_cable_is_the_one_that_its_file_s_name_says(path: Path) -> None:
    cable = sample(path.stem)
    assert cable.id == path.stem.upper()
    assert cable.aliases == ()
    assert "cable.unknown-line" not in codes_of(cable)
    assert numbers(cable) == sorted(set(numbers(cable)))
    assert not any(line.rstrip() in cable.subject for line in ("REF:", "TAGS:"))


def test_an_invented_telegram_has_no_findings() -> None:
    cable = read(telegram(), "content/cables/09VALLETTA118.txt")
    assert cable.findings == ()
    assert [block.text for block in cable.body] == ["This is an exercise. Everything in it is fictional."]


@pytest.mark.parametrize("end", ["\n", "  \n", "\t\n", "\u00a0\n"])
def test_white_space_at_the_end_of_lines_means_nothing(end: str) -> None:
    text = telegram(refs="A. 06 ROME 12\n     B. SUVA 3").replace("  \n", "\n")
    assert read(text.replace("\n", end)) == read(text)


def test_a_telegram_may_begin_and_end_with_blank_lines() -> None:
    text = telegram()
    assert read(text.strip("\n")).id == read(f"\n\n\n{text}\n\n\n").id == "09VALLETTA118"


LINES_OF_HEADER = [line for line in HEADER.split("\n") if line]


@pytest.mark.parametrize("line", LINES_OF_HEADER)
def test_whichever_line_of_the_header_is_lost_the_others_are_understood(line: str) -> None:
    whole, damaged = (read(text + "¶1. (U) Text.\nROE\n") for text in (HEADER, HEADER.replace(f"{line}\n", "", 1)))
    lost = {
        name
        for name in (
            "sent",
            "sender_name",
            "action",
            "info",
            "classification",
            "handling",
            "declassify_rule",
            "tags",
            "subject",
        )
        if getattr(whole, name) != getattr(damaged, name)
    }
    assert len(lost) <= 1
    assert (damaged.body[0].text, damaged.signer) == ("Text.", "ROE")


@pytest.mark.parametrize("line", LINES_OF_HEADER)
def test_whichever_line_of_the_header_stands_there_twice_the_fields_are_the_same(line: str) -> None:
    whole, damaged = (read(text + "¶1. (U) Text.\n") for text in (HEADER, HEADER.replace(line, f"{line}\n{line}", 1)))
    for name in (
        "id",
        "sent",
        "sender_name",
        "classification",
        "handling",
        "tags",
        "declassify_rule",
        "subject",
        "signer",
    ):
        assert getattr(whole, name) == getattr(damaged, name)
    assert [block.text for block in damaged.body] == ["Text."]


def test_a_telegram_without_line_feeds_is_kept_as_text() -> None:
    cable = read(" ".join(HEADER.split()) + " 1. (U) Text.")
    shown = cable.header + " ".join(block.text for block in cable.body)
    assert "THE LIGHTHOUSE IS FICTIONAL" in shown


# White space

SPACED = """\
VZCZCXRO3880
RR RUEHRK RUEHLI
DE RUEHVT #0118/01 2800531
ZNR UUUUU ZZH
O R 070531Z OCT 09
FM AMEMBASSY VALLETTA
TO RUEHC/SECSTATE WASHDC PRIORITY 3456
INFO RUEHRK/AMEMBASSY REYKJAVIK
C O N F I D E N T I A L SECTION 01 OF 02 VALLETTA 000118
SIPDIS NOFORN
E.O. 12958: DECL: 10/06/2019
TAGS: PREL, MT
SUBJECT: EXERCISE: THE LIGHTHOUSE IS FICTIONAL
REF: 09 ROME 12
Classified By: Political Officer Jane Roe for reasons 1.4 (b) and (d)
1. (C) This is an exercise.
ROE"""


def facts(text: str) -> Cable:
    cable = read(text)
    references = tuple(replace(each, text=squeeze(each.text)) for each in cable.references)
    return replace(cable, header="", references=references)


@pytest.mark.parametrize("space", ["\t", "  ", "    ", " \t ", "\u00a0", "\u2003", "\u3000"])
@pytest.mark.parametrize("line", SPACED.split("\n")[1:15])
def test_a_tab_or_any_other_space_between_the_words_of_a_header_changes_nothing(line: str, space: str) -> None:
    known = facts(SPACED)
    assert (known.id, known.findings) == ("09VALLETTA118", ())
    places = [at for at, letter in enumerate(line) if letter == " "]
    for spaced in (line.replace(" ", space), *(f"{line[:at]}{space}{line[at + 1 :]}" for at in places)):
        assert facts(SPACED.replace(f"\n{line}\n", f"\n{spaced}\n")) == known


# Glued and unknown lines

GLUED = """\
P 070531Z OCT 09
FM AMEMBASSY VALLETTA
TO SECSTATE WASHDC 3456
INFO AMEMBASSY REYKJAVIK
CONFIDENTIAL VALLETTA 000118
SUBJECT: EXERCISE: THE LIGHTHOUSE IS FICTIONAL
1. (C) This is an exercise.
ROE
"""


@pytest.mark.parametrize(
    ("line", "glued"),
    [
        ("TO SECSTATE WASHDC 3456", "TOSECSTATE WASHDC 3456"),
        ("INFO AMEMBASSY REYKJAVIK", "INFOAMEMBASSY REYKJAVIK"),
        ("FM AMEMBASSY VALLETTA", "FMAMEMBASSY VALLETTA"),
        ("CONFIDENTIAL VALLETTA 000118", "CONFIDENTIALVALLETTA000118"),
        ("CONFIDENTIAL VALLETTA 000118", "CONFIDENTIALVALLETTA 000118"),
        ("CONFIDENTIAL VALLETTA 000118", "CONFIDENTIAL VALLETTA000118"),
    ],
)
def test_a_label_and_what_it_is_glued_to_are_told_apart(line: str, glued: str) -> None:
    known, cable = read(GLUED), read(GLUED.replace(f"{line}\n", f"{glued}\n"))
    assert (known.id, len(known.action), len(known.info)) == ("09VALLETTA118", 1, 1)
    assert replace(cable, header="") == replace(known, header="")


def test_a_routed_addressee_may_be_glued_to_its_label() -> None:
    cable = read(GLUED.replace("TO SECSTATE", "TORUEHC/SECSTATE").replace("INFO AMEM", "INFORUEHRK/AMEM"))
    assert [(each.route, each.name) for each in (*cable.action, *cable.info)] == [
        ("RUEHC", "SECSTATE WASHDC"),
        ("RUEHRK", "AMEMBASSY REYKJAVIK"),
    ]


@pytest.mark.parametrize("line", ["RESTRICTED VALLETTA 000118", "RESTRICTEDVALLETTA000118"])
@pytest.mark.parametrize("below", ["INFO AMEMBASSY REYKJAVIK", "FM AMEMBASSY VALLETTA", "TO SECSTATE WASHDC 3456"])
def test_a_line_that_names_no_addressee_is_reported_and_is_none(line: str, below: str) -> None:
    cable = read(GLUED.replace(f"{below}\n", f"{below}\n{line}\n").replace("CONFIDENTIAL VALLETTA 000118\n", ""))
    assert [each.name for each in (*cable.action, *cable.info)] == ["SECSTATE WASHDC", "AMEMBASSY REYKJAVIK"]
    assert cable.sender_name == "AMEMBASSY VALLETTA"
    (finding,) = (each for each in cable.findings if each.code == "cable.unknown-line")
    assert line in finding.message


def test_the_distribution_of_the_sixties_is_no_addressee() -> None:
    above = "90\nACTION EUR 15\nINFO OCT 01,SS 20,USIA 12,\nNSA 02,CIA 04,/036 W\n"
    cable = read(above + GLUED)
    assert [each.name for each in cable.info] == ["AMEMBASSY REYKJAVIK"]
    assert replace(cable, header="", body=()) == replace(read(GLUED), header="", body=())
    assert cable.header.startswith(above)
