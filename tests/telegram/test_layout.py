"""The layout: every line of a telegram belongs to exactly one part."""

from __future__ import annotations

import pytest

from generator.telegram import Role
from generator.telegram.layout import role_of
from tests.telegram.reading import HEADER, codes_of, layout_of, parts_of, read


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("VZCZCXRO3880", Role.TRANSMISSION),
        ("PP RUEHDBU RUEHSL", Role.TRANSMISSION),
        ("OO RUEHWEB", Role.TRANSMISSION),
        ("DE RUEHNO #0432/01 2800531", Role.TRANSMISSION),
        ("ZNY CCCCC ZZH", Role.TRANSMISSION),
        ("ZNR UUUUU ZZH", Role.TRANSMISSION),
        ("P 070531Z OCT 09", Role.DTG),
        ("O P 070531Z OCT 09", Role.DTG),
        ("NIACT O 070531Z OCT 09", Role.DTG),
        ("070531Z OCT 09", Role.DTG),
        ("R 070531ZOCT09", Role.DTG),
        ("FM AMEMBASSY ROME", Role.FROM),
        ("TO RUEHC/SECSTATE WASHDC", Role.TO),
        ("INFO RUEHRK/AMEMBASSY REYKJAVIK", Role.INFO),
        ("BT", Role.SEPARATOR),
        ("C O R R E C T E D COPY//TEXT//", Role.NOTICE),
        ("CORRECTED COPY", Role.NOTICE),
        ("This record is a partial extract of the original cable.", Role.NOTICE),
        ("UNCLAS ROME 001196", Role.CLASSIFICATION),
        ("C O N F I D E N T I A L USNATO 000432", Role.CLASSIFICATION),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", Role.CLASSIFICATION),
        ("LIMITED OFFICIAL USE STATE 262118", Role.CLASSIFICATION),
        ("SIPDIS", Role.HANDLING),
        ("NOFORN SIPDIS", Role.HANDLING),
        ("E.O. 12958: N/A", Role.EXECUTIVE_ORDER),
        ("EO 12958 DECL: 2020/02/23", Role.EXECUTIVE_ORDER),
        ("E.O. 1295: DECL: 01/07/2014", Role.EXECUTIVE_ORDER),
        ("DECL: 01/07/2014", Role.EXECUTIVE_ORDER),
        ("TAGS: PREL", Role.TAGS),
        ("TAGS PREL", Role.TAGS),
        ("TAGS", Role.TAGS),
        ("TAG PREL", Role.TAGS),
        ("TAGES: PREL", Role.TAGS),
        ("SUBJECT: A FISH", Role.SUBJECT),
        ("SUBJ: A FISH", Role.SUBJECT),
        ("SUBJECT A FISH", Role.SUBJECT),
        ("UBJECT: A FISH", Role.SUBJECT),
        ("SUBJECT", Role.SUBJECT),
        ("REF: 06 ROME 12", Role.REFERENCE),
        ("REF(S): 06 ROME 12", Role.REFERENCE),
        ("REFTELS: 06 ROME 12", Role.REFERENCE),
        ("REF A. 06 ROME 12", Role.REFERENCE),
        ("REF 06 ROME 12", Role.REFERENCE),
        ("REF ROME 12", Role.REFERENCE),
        ("Classified By: Jane Roe", Role.CLASSIFIED_BY),
        ("CLASSIFIED BY POLOFF", Role.CLASSIFIED_BY),
        ("AF/C - Classified By: Jane Roe", Role.CLASSIFIED_BY),
        ("REASON: 1.4 (B)", Role.CLASSIFIED_BY),
    ],
)
def test_a_line_opens_a_part_by_its_label_also_when_indented(line: str, role: Role) -> None:
    assert role_of(line) is role
    assert role_of(f"   {line}") is role


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The buoy is blue.",
        "To the harbor",
        "Info for visitors",
        "FMs met.",
        "Secret talks",
        "SECRETARY OF STATE",
        "Tag the buoy.",
        "TAGGED BUOYS",
        "Subject to approval",
        "REFUGEES: NONE",
        "REF THE ABOVE",
        "DECLARE: IT",
        "¶1. (U) SUBJECT: A FISH",
        "E.O. OF THE HARBOR",
        "DE GAULLE",
        "STATE FOR EUR/NB",
        "BTW",
        "12 buoys",
        "REGRETS",
    ],
)
def test_another_line_opens_none(line: str) -> None:
    assert role_of(line) is None


def test_a_telegram_in_its_usual_order_is_taken_to_its_parts() -> None:
    text = HEADER + "REF: 06 ROME 12\n\nClassified By: Jane Roe\n\n¶1. (U) Text.\nROE"
    assert parts_of(text) == [
        (Role.TRANSMISSION, "VZCZCXRO3880 | RR RUEHRK RUEHLI | DE RUEHVT #0118 2800531 | ZNR UUUUU ZZH"),
        (Role.DTG, "R 070531Z OCT 09"),
        (Role.FROM, "FM AMEMBASSY VALLETTA"),
        (Role.TO, "TO RUEHC/SECSTATE WASHDC 3456"),
        (Role.INFO, "INFO RUEHRK/AMEMBASSY REYKJAVIK"),
        (Role.CLASSIFICATION, "UNCLAS VALLETTA 000118"),
        (Role.HANDLING, "SIPDIS"),
        (Role.EXECUTIVE_ORDER, "E.O. 12958: N/A"),
        (Role.TAGS, "TAGS: PREL, MT"),
        (Role.SUBJECT, "SUBJECT: EXERCISE: THE LIGHTHOUSE IS FICTIONAL"),
        (Role.REFERENCE, "REF: 06 ROME 12"),
        (Role.CLASSIFIED_BY, "Classified By: Jane Roe"),
        (Role.BODY, "¶1. (U) Text. | ROE"),
    ]


def test_without_any_blank_line_the_parts_are_the_same() -> None:
    text = HEADER + "REF: 06 ROME 12\n\nClassified By: Jane Roe\n\n¶1. (U) Text.\nROE"
    assert parts_of(text.replace("\n\n", "\n")) == parts_of(text)


def test_with_a_blank_line_between_all_lines_the_parts_are_the_same() -> None:
    text = HEADER + "REF: 06 ROME 12\n\nClassified By: Jane Roe\n\n¶1. (U) Text."
    roles, wide = ([role for role, _ in parts_of(each)] for each in (text, text.replace("\n", "\n\n")))
    assert list(dict.fromkeys(wide)) == list(dict.fromkeys(roles))


@pytest.mark.parametrize(
    ("block", "role", "expected"),
    [
        ("RR RUEHRK RUEHLI\nRUEHDL RUEHTU\n", Role.TRANSMISSION, "RR RUEHRK RUEHLI | RUEHDL RUEHTU"),
        ("TO AMEMBASSY ROME\nAMEMBASSY SUVA\n", Role.TO, "TO AMEMBASSY ROME | AMEMBASSY SUVA"),
        ("TAGS: PREL\nMT, IT\n", Role.TAGS, "TAGS: PREL | MT, IT"),
        ("SUBJECT: A FISH\nIS COUNTED\n", Role.SUBJECT, "SUBJECT: A FISH | IS COUNTED"),
        (
            "Classified By: Jane Roe\nfor reasons 1.4 (b)\n",
            Role.CLASSIFIED_BY,
            "Classified By: Jane Roe | for reasons 1.4 (b)",
        ),
        ("E.O. 12958: DECL: UPON\nCOMPLETION\n", Role.EXECUTIVE_ORDER, "E.O. 12958: DECL: UPON | COMPLETION"),
        (
            "C O N F I D E N T I A L SECTION 01 OF 02\nROME 001196\n",
            Role.CLASSIFICATION,
            "C O N F I D E N T I A L SECTION 01 OF 02 | ROME 001196",
        ),
    ],
)
def test_a_part_goes_on_over_wrapped_lines(block: str, role: Role, expected: str) -> None:
    parts = parts_of(f"R 070531Z OCT 09\n{block}\nTAGS: KNNP\n\nSUBJECT: A BUOY\n\n¶1. Text.")
    assert (role, expected) in parts


@pytest.mark.parametrize(
    "line", ["STATE FOR EUR/NB", "PLEASE PASS TO THE HARBOR", "REFERENCE TO NOTHING", "DEPT FOR ROE"]
)
def test_an_unknown_line_of_the_header_is_kept_and_reported_with_its_line(line: str) -> None:
    cable = read(HEADER.replace("SIPDIS\n", f"SIPDIS\n\n{line}\n") + "¶1. (U) Text.\n")
    (finding,) = [finding for finding in cable.findings if finding.code == "cable.unknown-line"]
    assert finding.line == 14
    assert line in finding.message
    assert line in cable.header
    assert cable.body[0].text == "Text."


def test_the_body_begins_at_the_first_paragraph_or_the_first_line_that_no_header_follows() -> None:
    assert read(HEADER + "The buoy is blue.\n\n¶2. (U) It stays.\n").body[0].text == "The buoy is blue."
    assert read(HEADER + "STATE FOR EUR\n\n¶1. (U) It stays.\n").body[0].text == "STATE FOR EUR"


@pytest.mark.parametrize(
    "heading", ["INFO FOR VISITORS", "TO WHOM IT MAY CONCERN", "FM ROE ARRIVES", "SECRET GARDENS OPEN"]
)
def test_a_heading_that_begins_like_a_label_of_the_upper_header_is_text(heading: str) -> None:
    cable = read(f"{HEADER}{heading}\n\n¶1. (U) Text.\n")
    assert [block.text for block in cable.body] == [heading, "Text."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The buoy is blue.\n\nIt stays.", ["The buoy is blue.", "It stays."]),
        ("¶4. (U) The buoy is blue.\n\n¶5. (U) It stays.", ["The buoy is blue.", "It stays."]),
        ("A letter about nothing at all.", ["A letter about nothing at all."]),
        (
            "Secret talks were held.\nSubject to approval, they go on.",
            ["Secret talks were held. Subject to approval, they go on."],
        ),
    ],
)
def test_a_text_without_a_header_is_a_body(text: str, shown: list[str]) -> None:
    cable = read(text)
    assert cable.extract
    assert cable.header == ""
    assert "cable.no-header" in codes_of(cable)
    assert [block.text for block in cable.body] == shown


def test_a_partial_extract_says_so_above_its_text() -> None:
    cable = read("This record is a partial extract of the original cable.\n\n¶9. (U) Text.\n")
    assert cable.extract
    assert [block.number for block in cable.body] == [9]
    assert "cable.no-header" in codes_of(cable)


def test_a_telegram_to_seventy_posts_with_a_damaged_date_is_a_telegram_all_the_same() -> None:
    posts = "\n".join(f"RUEHX/AMEMBASSY POST {'ABCDEFGHIJ'[n % 10]}" for n in range(70))
    text = HEADER.replace("R 070531Z OCT 09", "R 07O531Z OCT 09").replace("TO RUEHC", f"TO {posts}\nRUEHC")
    cable = read(text + "¶1. (U) Text.\n")
    assert len(cable.action) == 71
    assert [tag.code for tag in cable.tags] == ["PREL", "MT"]
    assert [block.text for block in cable.body] == ["Text."]


def test_labels_in_the_text_are_text() -> None:
    cable = read(HEADER + "¶1. (U) Text.\n\nSUBJECT: ANOTHER\n\nTAGS: KNNP\n\nREF: 06 ROME 12\n")
    assert cable.subject == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"
    assert [tag.code for tag in cable.tags] == ["PREL", "MT"]
    assert cable.references == ()
    assert [block.text for block in cable.body][1:] == ["SUBJECT: ANOTHER", "TAGS: KNNP", "REF: 06 ROME 12"]


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", "   ", "\u00a0\n\t\n"])
def test_an_empty_text_has_an_empty_layout(text: str) -> None:
    assert not any(line.text for part in layout_of(text).parts for line in part.lines)
    assert read(text).body == ()


def test_the_header_is_kept_whole() -> None:
    cable = read(HEADER + "¶1. (U) Text.\n")
    assert cable.header == HEADER.strip("\n")


def test_a_header_of_many_thousand_lines_ends_and_all_of_them_are_kept() -> None:
    layout = layout_of("R 070531Z OCT 09\nFM AMEMBASSY ROME\nTAGS: PREL\n" + "MT\n" * 9_000)
    assert len(layout.header) == 5_000
    assert len(layout.header) + len(layout.body) == 9_004
