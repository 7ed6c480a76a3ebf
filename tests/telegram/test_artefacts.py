"""Artefacts: what transmission, publishers and archives put into a body, whole sections' headers among it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.telegram.artefacts import is_artefact
from generator.telegram.lines import squeeze
from tests.telegram.reading import HEADER, body_of, read

POST = HEADER.replace("UNCLAS", "C O N F I D E N T I A L")


def texts(text: str, header: str = HEADER) -> list[str]:
    return [block.text for block in body_of(text, header).blocks]


ALONE = [
    "PAGE 02 RUEHRO 1196 082030Z",
    "PAGE 02 RUEHRO #1196/01 082030Z",
    "PAGE 2 ROME 1196 01 OF 02 082030Z",
    "PAGE 03        VALLET  00118  02 OF 03  070531Z",
    "STATE 015113 182333Z",
    "ROME 01196 01 OF 02 082030Z",
    "STATE 015113  182333Z OCT 76",
    "MEXICO 00002918  002.2 OF 004",
    "PORT AU PR 00001021  001.4 OF 003",
    "USUN NEW Y 00000671  001 OF 002",
    "OTTAWA 00000918 001.2  OF  003",
    "CONFIDENTIAL",
    "SECRET",
    "TOP SECRET",
    "UNCLASSIFIED",
    "LIMITED OFFICIAL USE",
    "S E C R E T",
    "U N C L A S S I F I E D",
    "CONFIDENTIAL/NOFORN",
    "CONFIDENTIAL NOFORN",
    "SECRET - NODIS",
    "SECRET EXDIS",
    "C O N F I D E N T I A L NOFORN",
    "UNCLAS SENSITIVE",
    "UNCLASSIFIED/FOR OFFICIAL USE ONLY",
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "UNCLASSIFIED     PAGE 02 OF 03",
    "SIPDIS",
    "SIPDIS SIPDIS",
    "NOFORN",
    "NNNN",
    "NNNNNNNN",
    "BT",
    "#1234",
    "#",
    "!!!!",
    "<< END OF DOCUMENT >>",
    "<<END OF DOCUMENT>>",
    "<<END>>",
    "MINIMIZE CONSIDERED",
    "MINIMIZE CONSIDERED.",
    "Declassified/Released US Department of State EO Systematic Review 20 MAR 2014",
    "Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review 04 MAY 2006",
    "Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review 22 May 2009",
    "RELEASED IN FULL",
    "RELEASE IN PART B1, 1.4(D)",
    "UNCLASSIFIED U.S. Department of State Case No. F-2012-00001 Doc No. C00000001 Date: 01/02/2013",
    "This record is a partial extract of the original cable.",
    "This record is a partial extract of the original cable. The full text of the original cable is not available.",
    "The full text of the original cable is not available.",
    "(This record is a partial extract of the original cable)",
    "this document is only a partial extract of the original cable",
    "THIS RECORD IS A PARTIAL EXTRACT OF THE ORIGINAL CABLE",
]


@pytest.mark.parametrize("line", ALONE)
def test_what_is_none_of_the_author_s_is_left_out_of_the_text_and_named_by_its_line(line: str) -> None:
    assert is_artefact(line)
    body = body_of(f"¶1. (U) The buoy is blue.\n\n  {line}\n\n¶2. (U) It stays.")
    assert [block.text for block in body.blocks] == ["The buoy is blue.", "It stays."]
    assert body.artefacts == (3,)


@pytest.mark.parametrize(
    "line",
    [
        "CONFIDENTIAL SOURCES SAID SO",
        "SECRET TALKS",
        "SECRET SERVICE",
        "SECRET PAGE",
        "UNCLASSIFIED DOCUMENTS",
        "SECTION 3 OF THE ACT",
        "SECTION 301 OF THE TRADE ACT",
        "PAGE 02 OF THE ACT",
        "PAGE TWO",
        "SENSITIVE TALKS",
        "SENSITIVITIES",
        "ROME 01196 BUOYS",
        "STATE 015113",
        "STATE 015113 REFERS.",
        "IN 1976 STATE 015113 SAID SO",
        "BT IS A SIGN",
        "#1 IN BUOYS",
        "< LESS THAN 3",
        "THE END",
        "MINIMIZE THE COST",
        "RELEASED IN MALTA",
        "DECLASSIFIED DOCUMENTS",
        "He was declassified/released.",
        "The full text of the note is with the desk.",
        "An extract of the note follows.",
        "This record is blue.",
        "xxxxxxxxxxxx",
        "BEYRLE",
    ],
)
def test_what_an_author_wrote_stays(line: str) -> None:
    assert not is_artefact(line)
    assert line in " ".join(texts(f"¶1. (U) The buoy is blue.\n\n{line}\n\n¶2. (U) It stays."))


CUTS = [
    "VALLETTA 00000118  001.2 OF 003",
    "PAGE 02 VALLET 00118 01 OF 02 082030Z",
    "VALLETTA 000118 182333Z",
    "UNCLASSIFIED",
    "LIMITED OFFICIAL USE\n\n\nPAGE 02        VALLET  00118  082030Z",
    "UNCLASSIFIED\n\nUNCLASSIFIED\n\nPAGE 02 VALLET 00118 070531Z",
    "NNNN\n\nUNCLAS SECTION 02 OF 02 VALLETTA 000118\n\nSIPDIS",
]


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("The buoy is", "blue.", "The buoy is blue."),
        ("The buoy, which", "Roe saw, is blue.", "The buoy, which Roe saw, is blue."),
        ("The mid-", "level buoy is blue.", "The mid-level buoy is blue."),
        ("The buoy of the U.S.", "government is blue.", "The buoy of the U.S. government is blue."),
        ("The buoy went out on June", "15. It is blue.", "The buoy went out on June 15. It is blue."),
        ("THE BUOY IS", "BLUE.", "THE BUOY IS BLUE."),
    ],
)
def test_a_sentence_cut_in_two_is_one_again(cut: str, gap: str, before: str, after: str, whole: str) -> None:
    assert texts(f"¶1. (U) {before}{gap}{cut}{gap}{after}\n\n¶2. (U) More.") == [whole, "More."]


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("¶1. (U) The buoy is blue.", "It stays."),
        ("¶1. (U) The buoy is blue", "¶2. (U) It stays."),
        ("¶1. (U) The buoy is blue", "2. (U) It stays."),
        ("¶1. (U) Two things", "-- A buoy."),
        ("THE CELLAR", "The buoy is blue."),
        ("The cellar\n----------", "The buoy is blue."),
    ],
)
def test_what_was_two_blocks_stays_two(cut: str, before: str, after: str) -> None:
    assert len(texts(f"{before}\n\n{cut}\n\n{after}")) == 2


def test_a_table_cut_in_two_is_one_again() -> None:
    (table,) = texts("Buoys      12\nLamps       9\n\nPAGE 02 VALLET 00118 082030Z\n\nRings       3\nRopes       1")
    assert table.split("\n") == ["Buoys      12", "Lamps       9", "Rings       3", "Ropes       1"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The buoy is VALLETTA 00000118  001.2 OF 003 blue.", "The buoy is blue."),
        ("The buoy is blue. VALLETTA 00000118  001.2 OF 003  It stays.", "The buoy is blue. It stays."),
        ("The bOTTAWA 00000918  001.2 OF 003uoy", "The bOTTAWA 00000918  001.2 OF 003uoy"),
        ("The buoy is PAGE 02 VALLET 00118 01 OF 02 082030Z blue.", "The buoy is blue."),
        ("A PAGE 02 ROME 01196 01 OF 02 082030Z b.", "A PAGE 02 ROME 01196 01 OF 02 082030Z b."),
        ("They told us, in OTTAWA 00000918  001 OF 002 so.", "They told us, in OTTAWA 00000918 001 OF 002 so."),
        ("THE BUOY IS VALLETTA 00000118  001.2 OF 003 BLUE.", "THE BUOY IS BLUE."),
        ("the VALLETTA 00000118  001 OF 003 buoy VALLETTA 00000118  002 OF 003 is", "the buoy is"),
        ("VALLETTA 00000118  001 OF 003 The buoy.", "The buoy."),
        ("See page 02 of 03.", "See page 02 of 03."),
        ("See VALLETTA 118, page 1 OF 03.", "See VALLETTA 118, page 1 OF 03."),
        ("ONE OF 003 BUOYS", "ONE OF 003 BUOYS"),
    ],
)
def test_an_artefact_run_together_with_text_is_cut_out_of_its_line(line: str, text: str) -> None:
    assert " ".join(texts(f"¶1. (U) {line}")) == " ".join(text.split())


def test_a_line_that_was_shortened_is_named() -> None:
    body = body_of("¶1. (U) The buoy is\nstill OTTAWA 00000918  001.2 OF 003 blue.\n")
    assert (body.artefacts, body.shortened) == ((), (2,))


# Of the telegram itself

OF_THE_CABLE = [
    "VALLETTA 00000118  001.2 OF 002",
    "VALETTA 00000118  001.2 OF 002",
    "VALLET 00000118  001.2 OF 002",
    "VALLETTA 00000181  001.2 OF 002",
    "MALTA 00000118  001.2 OF 002",
    "PAGE 02 VALLET 00118 01 OF 02 082030Z",
    "PAGE 02 RUEHVT #0118/01 082030Z",
    "PAGE 02",
    "CONFIDENTIAL",
    "C O N F I D E N T I A L",
    "CONFIDENTIAL NOFORN",
    "CONFIDENTIAL VALLETTA 000118",
    "C O N F I D E N T I A L VALLETTA 00018",
    "SIPDIS",
    "EXDIS",
    "SIPDIS EXDIS",
    "NNNN",
    "BT",
]
OF_ANOTHER = [
    "OTTAWA 00000918  001.2 OF 002",
    "PAGE 02 ROME 01196 01 OF 02 082030Z",
    "PAGE 02 RUEHRO #1196/01 082030Z",
    "STATE 015113 182333Z",
    "SECRET",
    "UNCLASSIFIED",
    "SECRET NOFORN",
    "CONFIDENTIAL VALLETTA 2008",
    "CONFIDENTIAL ROME 000119",
    "UNCLASSIFIED VALLETTA 2008",
    "NOFORN",
    "SIPDIS NODIS",
    "DECLASSIFIED",
]
CONFIDENTIAL = HEADER.replace("UNCLAS", "C O N F I D E N T I A L").replace("SIPDIS", "SIPDIS EXDIS")


@pytest.mark.parametrize("line", OF_THE_CABLE)
def test_a_line_that_names_the_telegram_s_own_post_serial_level_or_caption_is_left_out(line: str) -> None:
    cable = read(f"{CONFIDENTIAL}¶1. (C) This is an exercise.\n\n{line}\n\n¶2. (C) It stays.\nROE\n")
    assert [block.text for block in cable.body] == ["This is an exercise.", "It stays."]


@pytest.mark.parametrize("line", OF_ANOTHER)
def test_a_line_that_names_another_post_serial_level_or_caption_is_the_author_s(line: str) -> None:
    cable = read(f"{CONFIDENTIAL}¶1. (C) This is an exercise.\n\n{line}\n\n¶2. (C) It stays.\nROE\n")
    assert squeeze(line) in [block.text for block in cable.body]
    assert cable.signer == "ROE"


@pytest.mark.parametrize("level", ["SECRET", "UNCLASSIFIED", "DECLASSIFIED", "LIMITED OFFICIAL USE"])
@pytest.mark.parametrize(
    "beside", ["PAGE 02 VALLET 00118 082030Z", "NNNN", "VALLETTA 00000118  001.2 OF 002", "RELEASED IN FULL"]
)
@pytest.mark.parametrize("form", ["{0}\n\n{1}", "{1}\n{0}", "{0}\n\n{0}\n{1}"])
def test_a_level_beside_what_parts_two_pages_was_put_there_whatever_it_is(level: str, beside: str, form: str) -> None:
    cable = read(f"{CONFIDENTIAL}¶1. (C) The exercise is\n\n{form.format(level, beside)}\n\nfictional.\n")
    assert [block.text for block in cable.body] == ["The exercise is fictional."]


@pytest.mark.parametrize("level", ["SECRET", "UNCLASSIFIED", "DECLASSIFIED"])
def test_a_level_below_the_signer_closes_the_telegram_whatever_it_is(level: str) -> None:
    cable = read(f"{CONFIDENTIAL}¶1. (C) This is an exercise.\n\nROE\n\n{level}\n")
    assert ([block.text for block in cable.body], cable.signer) == (["This is an exercise."], "ROE")


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("PAGE 02        PORT A  01196  082030Z", "PORT AU PRINCE 001196"),
        ("PORT AU PR 00001196  002 OF 003", "PORT AU PRINCE 001196"),
        ("PAGE 02        STATE  018840  TOSEC 340058 082030Z", "STATE 018840"),
        ("USUN NEW Y 00000671  001 OF 002", "USUN NEW YORK 000671"),
    ],
)
def test_the_name_of_a_post_may_be_cut(line: str, own: str) -> None:
    header = CONFIDENTIAL.replace("VALLETTA 000118", own).replace("#0118", "#9999")
    cable = read(f"{header}¶1. (C) This is an exercise.\n\n{line}\n\n¶2. (C) It stays.\n")
    assert [block.text for block in cable.body] == ["This is an exercise.", "It stays."]


# Sections


@pytest.mark.parametrize(
    "line",
    [
        "UNCLAS SECTION 02 OF 02 VALLETTA 000118",
        "C O N F I D E N T I A L SECTION 02 OF 03 VALLETTA 000118",
        "C O N F I D E N T I A L  SECTION 2 OF 3  VALLETTA 118",
        "CONFIDENTIAL SECTION 02 OF 03 VALLETTA 00118",
        "CONFIDENTIAL FINAL SECTION OF 03 VALLETTA 000118",
        "C O N F I D E N T I A L FINAL SECTION OF 03 VALLETTA 000118",
        "C O N F I D E N T I A L FINAL SECTION OF VALLETTA 000118",
        "S E C R E T SECTION TWO OF THREE VALLETTA 118",
        "SECRET SECTION 02 OF 02 VALLETTA 000118 NODIS",
        "LIMITED OFFICIAL USE SECTION 02 OF 02 VALLETTA 0118",
        "UNCLAS SENSITIVE SECTION 02 OF 02 VALLETTA 000118",
        "UNCLAS SECTION 02 OF 02 VALLETTA 000118 SIPDIS",
        "UNCLAS E F T O SECTION 2 OF 2 VALLETTA 0118",
        "C O N F I D E N T I A L SECT 02 OF 03 VALLETTA 118",
        "C O N F I D E N T I A L SEC. 02 OF 03 VALLETTA 118",
        "UNCLASSIFIED SECTION 02 OF 02 VALLETTA 000118",
        "SECTION 02 OF 02",
        "SECTION 2 OF 2 VALLETTA 000118",
        "FINAL SECTION OF 02",
    ],
)
def test_a_further_section_s_classification_line_begins_its_header(line: str) -> None:
    text = f"¶1. (U) The buoy is\n{line}\n\nSIPDIS\n\nTAGS: PREL\nSUBJECT: THE LIGHTHOUSE\n\nblue.\n\n¶2. (U) More."
    assert texts(text) == ["The buoy is blue.", "More."]


FULL = """\
NNNN
VZCZCXRO3881
RR RUEHRK RUEHLI
DE RUEHVT #0118/02 2800531
ZNR UUUUU ZZH
R 070531Z OCT 09
FM AMEMBASSY VALLETTA
TO RUEHC/SECSTATE WASHDC 3456
INFO RUEHRK/AMEMBASSY REYKJAVIK

UNCLAS SECTION 02 OF 02 VALLETTA 000118

SIPDIS

E.O. 12958: N/A

TAGS: PREL, MT

SUBJECT: EXERCISE: THE LIGHTHOUSE IS FICTIONAL
"""

OF_THE_SEVENTIES = """\
LIMITED OFFICIAL USE

PAGE 01        VALLET  00118  02 OF 02  070540Z

47
ACTION EUR-12

INFO  OCT-01  ISO-00  CIAE-00  DODE-00  PM-04  H-02
      INR-07  L-03  /066 W
                     --------------------- 024433
R 070531Z OCT 09
FM AMEMBASSY VALLETTA
TO SECSTATE WASHDC 3456
INFO AMEMBASSY REYKJAVIK

LIMITED OFFICIAL USE SECTION 2 OF 2 VALLETTA 0118
"""


@pytest.mark.parametrize(
    "section",
    [
        FULL,
        FULL.replace("\n\n", "\n"),
        FULL.removeprefix("NNNN\n"),
        FULL.replace("INFO RUEHRK/AMEMBASSY REYKJAVIK", "INFO RUEHRK/AMEMBASSY\nREYKJAVIK"),
        FULL.replace("THE LIGHTHOUSE IS FICTIONAL", "THE LIGHTHOUSE\nIS FICTIONAL"),
        FULL.replace("THE LIGHTHOUSE IS FICTIONAL", "THE LIGHTHOUSE (2 OF 2)"),
        FULL + "\nPAGE 02 VALLET 00118 070531Z\n",
        OF_THE_SEVENTIES,
        OF_THE_SEVENTIES.replace("LIMITED OFFICIAL USE", "CONFIDENTIAL"),
        OF_THE_SEVENTIES.replace("47\n", "").replace(
            "--------------------- 024433", "--------------024433 070545Z /15"
        ),
    ],
)
def test_the_whole_header_of_a_section_is_left_out(section: str) -> None:
    body = body_of(f"¶1. (U) The buoy is\n\n{section}\nblue.\n\n¶2. (U) More.\nROE\n\nNNNN\n", HEADER)
    assert [block.text for block in body.blocks] == ["The buoy is blue.", "More."]
    assert body.signer == "ROE"


@pytest.mark.parametrize(
    "line",
    [
        "SECTION 3 OF THE ACT SAYS SO.",
        "SECRET SECTION OF THE ARCHIVE.",
        "SECTION 2 OF THE DRAFT",
        "THE FINAL SECTION OF THE ROAD IS BLUE.",
        "FINAL SECTION OF THE ROAD.",
        "Section 02 of 02 of the road.",
        "CONFIDENTIAL SECTIONS OF THE NOTE.",
    ],
)
def test_words_that_only_look_like_a_section_s_line_stay(line: str) -> None:
    assert line in " ".join(texts(f"¶1. (U) The buoy is blue.\n\n{line}\n\n¶2. (U) It stays."))


@pytest.mark.parametrize(
    "notice",
    [
        "This record is a partial extract of the original cable. The full text of the original cable is not available.",
        "This record is a partial extract of the original cable.\nThe full text of the original cable is not available",
        "this record is a partial extract of the original cable",
        "[This record is a partial extract of the original cable.]",
        "THIS RECORD IS A PARTIAL EXTRACT OF THE ORIGINAL CABLE.",
        "\n\nThis record is a partial extract of the original cable.\n",
    ],
)
@pytest.mark.parametrize("header", ["", HEADER])
def test_a_notice_that_the_text_is_an_extract_says_so_and_is_no_paragraph(notice: str, header: str) -> None:
    for text in (f"{notice}\n\n{header}¶1. (U) The buoy.\n", f"{header}{notice}\n\n¶1. (U) The buoy.\n"):
        cable = read(text)
        assert cable.extract
        assert [block.text for block in cable.body] == ["The buoy."]


def test_a_notice_below_the_text_says_so_too() -> None:
    cable = read(f"{HEADER}¶1. (U) The buoy.\n\nThis record is a partial extract of the original cable.\n")
    assert cable.extract
    assert [block.text for block in cable.body] == ["The buoy."]


@pytest.mark.parametrize(
    "text", ["We sent an extract.", "The partial extract was blue.", "It is an extract of vanilla."]
)
def test_a_cable_that_speaks_of_extracts_is_whole(text: str) -> None:
    assert not read(f"{HEADER}¶1. (U) {text}\n").extract


# Nothing is dropped silently

LINES = st.sampled_from(
    [
        *ALONE,
        *FULL.split("\n"),
        *OF_THE_SEVENTIES.split("\n"),
        "",
        "",
        "The buoy is",
        "blue.",
        "¶2. (U) It.",
        "ROE",
        "THE BUOY",
    ]
)


@given(st.lists(LINES, max_size=30))
@settings(deadline=None, max_examples=300)
def test_every_line_is_in_a_block_an_artefact_or_the_signer(lines: list[str]) -> None:
    body = body_of("\n".join(lines), HEADER)
    shown = "\n".join(block.text for block in body.blocks)
    for number, line in enumerate(lines, start=1):
        words = line.removeprefix("¶2. (U) ").strip()
        if words.strip("-") and number not in {*body.artefacts, *body.shortened, body.signer_line}:
            assert " ".join(words.split()) in " ".join(shown.split())
