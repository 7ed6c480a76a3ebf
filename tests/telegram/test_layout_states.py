"""Layout of every state: 1973-79, the 1980s to 2000s, line feeds lost, page lines in between, corrected copies."""

from __future__ import annotations

import pytest

from generator.telegram import Role
from generator.telegram.glued import find_glued
from generator.telegram.labels import role_of
from tests.telegram.reading import HEADER, codes_of, layout_of, parts_of, read

NINETEEN_SEVENTIES = """\
Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review 04 MAY 2006
Message Text
LIMITED OFFICIAL USE

PAGE 01        VALLET 01190  01 OF 02  281618Z

50
ACTION EUR-12

INFO  OCT-01  SS-15  ISO-00  PM-03  NSC-05  SP-02

NSAE-00  CIAE-00  /019 W
------------------281618Z 011536 /44
R 281605Z DEC 76
FM AMEMBASSY VALLETTA
TO SECSTATE WASHDC 3456
INFO AMEMBASSY ROME
AMEMBASSY TUNIS

LIMITED OFFICIAL USE VALLETTA 1190

E.O. 11652: N/A
TAGS: PFOR, MT
SUBJ: A FISH IS COUNTED

REF: (A) STATE 311722 (B) ROME 12345

1. THE BUOY IS BLUE.

LIMITED OFFICIAL USE

PAGE 02        VALLET 01190  01 OF 02  281618Z

2. IT STAYS.
ROE


LIMITED OFFICIAL USE

NNNN
"""


def test_a_telegram_of_1976_is_taken_to_its_parts() -> None:
    assert [(role, text[:40]) for role, text in parts_of(NINETEEN_SEVENTIES)][:-1] == [
        (Role.NOTICE, "Margaret P. Grafeld Declassified/Released"[:40]),
        (Role.CLASSIFICATION, "LIMITED OFFICIAL USE"),
        (Role.SEPARATOR, "PAGE 01        VALLET 01190  01 OF 02  281618Z"[:40]),
        (Role.SEPARATOR, "50"),
        (Role.DISTRIBUTION, "ACTION EUR-12"),
        (Role.DISTRIBUTION, "INFO  OCT-01  SS-15  ISO-00  PM-03  NSC-05  SP-02"[:40]),
        (Role.DISTRIBUTION, "NSAE-00  CIAE-00  /019 W"),
        (Role.SEPARATOR, "------------------281618Z 011536 /44"),
        (Role.DTG, "R 281605Z DEC 76"),
        (Role.FROM, "FM AMEMBASSY VALLETTA"),
        (Role.TO, "TO SECSTATE WASHDC 3456"),
        (Role.INFO, "INFO AMEMBASSY ROME | AMEMBASSY TUNIS"),
        (Role.CLASSIFICATION, "LIMITED OFFICIAL USE VALLETTA 1190"),
        (Role.EXECUTIVE_ORDER, "E.O. 11652: N/A"),
        (Role.TAGS, "TAGS: PFOR, MT"),
        (Role.SUBJECT, "SUBJ: A FISH IS COUNTED"),
        (Role.REFERENCE, "REF: (A) STATE 311722 (B) ROME 12345"),
    ]


def test_a_telegram_of_1976_is_understood_in_every_field() -> None:
    cable = read(NINETEEN_SEVENTIES)
    assert (cable.id, cable.dtg, cable.classification) == ("76VALLETTA1190", "281605Z DEC 76", "LIMITED OFFICIAL USE")
    assert [each.name for each in cable.action] == ["SECSTATE WASHDC"]
    assert [each.name for each in cable.info] == ["AMEMBASSY ROME", "AMEMBASSY TUNIS"]
    assert ([tag.code for tag in cable.tags], cable.subject) == (["PFOR", "MT"], "A FISH IS COUNTED")
    assert [each.target for each in cable.references] == ["76STATE311722", "76ROME12345"]
    assert [block.number for block in cable.body] == [1, 2]
    assert cable.findings == ()


@pytest.mark.parametrize(
    "drafting",
    [
        "DRAFTED BY L:JROE:RD\nAPPROVED BY L:JDOE\n",
        "DRAFTED BY: EUR/WE:JROE\nAPPROVED BY: EUR/WE - MR. DOE\nS/S: MR. ROE\n",
        "DRAFTED BY EUR/WE:JROE\n\nAPPROVED BY EUR/WE:JDOE\n\nL:JROE (INFO)\n",
        "DRAFTED BY L:JROE\nAPPROVED BY L:JDOE\nCLEARED BY EUR:JPOE\nDESIRED DISTRIBUTION\nORIG DIST: EUR\n",
    ],
)
def test_who_drafted_is_neither_sender_nor_addressee(drafting: str) -> None:
    text = NINETEEN_SEVENTIES.replace("ACTION EUR-12", "ORIGIN EUR-12").replace("-----", f"{drafting}-----", 1)
    cable = read(text)
    assert cable.findings == ()
    assert cable.sender_name == "AMEMBASSY VALLETTA"
    assert [each.name for each in (*cable.action, *cable.info)] == [
        "SECSTATE WASHDC",
        "AMEMBASSY ROME",
        "AMEMBASSY TUNIS",
    ]
    assert cable.subject == "A FISH IS COUNTED"
    assert layout_of(text).first(Role.DRAFTING) is not None


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("ORIGIN L-03", Role.DISTRIBUTION),
        ("ACTION EUR-12", Role.DISTRIBUTION),
        ("INFO  OCT-01  SS-15  /019 R", Role.DISTRIBUTION),
        ("INFO LOG-00 EUR/WE-01", Role.DISTRIBUTION),
        ("INFO AMEMBASSY ROME", Role.INFO),
        ("DRAFTED BY L:JROE", Role.DRAFTING),
        ("APPROVED BY L:JDOE", Role.DRAFTING),
        ("------------------281618Z 011536 /44", Role.SEPARATOR),
        ("                  ------------------A1B2C3  182334Z /38", Role.SEPARATOR),
        ("Message Text", Role.NOTICE),
        ("ZCZC RUEH", Role.TRANSMISSION),
        ("(CORRECTED COPY)", Role.NOTICE),
        ("***CORRECTED COPY***", Role.NOTICE),
        ("CORRECTED C O P Y - ADDED TAGS", Role.NOTICE),
        ("From: AMEMBASSY ROME", Role.FROM),
        ("FMAMEMBASSY ROME", Role.FROM),
        ("To: SECSTATE WASHDC", Role.TO),
        ("INFO: AMEMBASSY ROME", Role.INFO),
        ("E.O.12958: N/A", Role.EXECUTIVE_ORDER),
        ("E. O. 11652: GDS", Role.EXECUTIVE_ORDER),
        ("E.0. 12958: N/A", Role.EXECUTIVE_ORDER),
        ("EO: N/A", Role.EXECUTIVE_ORDER),
        ("REF", Role.REFERENCE),
        ("REF/S: 06 ROME 12", Role.REFERENCE),
        ("REFERENCE(S): 06 ROME 12", Role.REFERENCE),
        ("REFTEL 06 ROME 12", Role.REFERENCE),
        ("(U) REF: 06 ROME 12", Role.REFERENCE),
        ("**REF:** 06 ROME 12", Role.REFERENCE),
        ("SIPDIS E.O. 12958: N/A", Role.HANDLING),
        ("NOFORN SIPDIS TAGS: PREL", Role.HANDLING),
    ],
)
def test_a_label_of_any_time_opens_its_part(line: str, role: Role) -> None:
    assert role_of(line) is role


@pytest.mark.parametrize(
    "line",
    [
        "ACTION: SEE PARA 4",
        "ACTION REQUESTED",
        "ORIGIN OF THE BUOY",
        "--- a dash",
        "-----------The buoy",
        "From the harbor: a buoy",
        "Drafted by nobody",
        "SIPDISTRIBUTION",
        "DESIRE",
        "(U) The buoy.",
        "(C) SECRETARY",
        "* a bullet",
        "- REF",
        "EOS: NONE",
        "REEF: NONE",
        "REFUSE TO PAY",
    ],
)
def test_another_line_opens_none(line: str) -> None:
    assert role_of(line) is None


FIELDS = "E.O. 12958: DECL: 10/06/2019\nTAGS: PREL, MT\nSUBJECT: A FISH IS COUNTED\nREF: 06 ROME 12"
UPPER = "R 070531Z OCT 09\nFM AMEMBASSY VALLETTA\nTO RUEHC/SECSTATE WASHDC 3456\n\nUNCLAS VALLETTA 000118\n\nSIPDIS\n\n"
BODY = "\n\n¶1. (U) Text.\n\n¶2. (U) More.\nROE\n"


def lower_fields(text: str) -> tuple[object, ...]:
    cable = read(text)
    targets = [each.target for each in cable.references]
    return cable.declassify_on, [tag.code for tag in cable.tags], cable.subject, targets, [b.text for b in cable.body]


@pytest.mark.parametrize("order", ["0123", "1023", "0132", "3210", "2301", "1203", "0312"])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n\n", "\n \n", "\n\nPAGE 02 VALLET 00118 070531Z\n\n"])
def test_the_lower_fields_may_stand_in_any_order_with_anything_between(order: str, between: str) -> None:
    lines = [FIELDS.split("\n")[int(index)] for index in order]
    assert lower_fields(UPPER + between.join(lines) + BODY) == lower_fields(UPPER + FIELDS + BODY)
    assert codes_of(read(UPPER + between.join(lines) + BODY)) == []


@pytest.mark.parametrize("joint", [" ", "  ", "    ", "\t"])
@pytest.mark.parametrize("order", ["0123", "1023", "0132"])
def test_the_lower_fields_may_stand_on_one_line(order: str, joint: str) -> None:
    text = UPPER + joint.join(FIELDS.split("\n")[int(index)] for index in order) + BODY
    assert lower_fields(text) == lower_fields(UPPER + FIELDS + BODY)
    assert codes_of(read(text)) == []


def test_a_telegram_all_on_one_line_has_every_field_of_its_header() -> None:
    text = f"{HEADER}REF: 06 ROME 12\n\n1. (U) Text."
    whole, flat = read(text), read(" ".join(text.split()))
    names = ("id", "sent", "sender_name", "action", "info", "classification", "handling", "transmission_id",
             "declassify_rule", "tags", "subject")  # fmt: skip
    for name in names:
        assert getattr(flat, name) == getattr(whole, name), name
    assert [each.target for each in flat.references] == ["06ROME12"]
    assert [block.text for block in flat.body] == ["Text."]
    assert flat.findings == ()


def test_the_header_of_a_line_taken_apart_is_shown_as_it_stands() -> None:
    text = "E.O. 12958: N/A TAGS: PREL,  MT   SUBJECT: X  REF: A. 06 ROME 1\t1. (U) Text."
    cable = read(text)
    assert cable.header == "E.O. 12958: N/A TAGS: PREL,  MT   SUBJECT: X  REF: A. 06 ROME 1"
    assert [block.text for block in cable.body] == ["Text."]
    assert {line.number for part in layout_of(text).parts for line in part.lines} == {1}


@pytest.mark.parametrize(
    ("line", "role", "label"),
    [
        ("E.O. 12958: N/A TAGS: PREL", Role.EXECUTIVE_ORDER, "TAGS: PREL"),
        ("E.O. 12958: N/ATAGS: PREL", Role.EXECUTIVE_ORDER, "TAGS: PREL"),
        ("E.O. 12958: N/A TAGS PREL", Role.EXECUTIVE_ORDER, "TAGS PREL"),
        ("TAGS: PREL SUBJECT: X", Role.TAGS, "SUBJECT: X"),
        ("TAGS: PRELSUBJECT: X", Role.TAGS, "SUBJECT: X"),
        ("TAGS: PREL SUBJ X", Role.TAGS, "SUBJ X"),
        ("TAGS: PREL REF: 06 ROME 1", Role.TAGS, "REF: 06 ROME 1"),
        ("REF: 06 ROME 1 Classified By: Roe", Role.REFERENCE, "Classified By: Roe"),
        ("REF: 06 ROME 1 1. (U) Text", Role.REFERENCE, "1. (U) Text"),
        ("Classified By: Roe, 1.4 (b) 1. (C) Text", Role.CLASSIFIED_BY, "1. (C) Text"),
        ("R 070531Z OCT 09 FM AMEMBASSY ROME", Role.DTG, "FM AMEMBASSY ROME"),
        ("FM AMEMBASSY ROME TO RUEHC/SECSTATE", Role.FROM, "TO RUEHC/SECSTATE"),
        ("TO RUEHC/SECSTATE INFO RUEHRO/AMEMBASSY ROME", Role.TO, "INFO RUEHRO/AMEMBASSY ROME"),
        ("UNCLAS ROME 001196 E.O. 12958: N/A", Role.CLASSIFICATION, "E.O. 12958: N/A"),
        ("FOR ROE SUBJECT: X", Role.UNKNOWN, "SUBJECT: X"),
    ],
)
def test_a_part_begins_within_a_line(line: str, role: Role, label: str) -> None:
    at = find_glued(line, role, set())
    assert at is not None
    assert line[at:] == label


@pytest.mark.parametrize(
    ("line", "role", "seen"),
    [
        ("SUBJECT: THE REF: WHO DECIDES", Role.SUBJECT, ()),
        ("SUBJECT: TAGS: PREL", Role.SUBJECT, (Role.TAGS,)),
        ("REF: 06 ROME 1, SUBJECT: BUOYS", Role.REFERENCE, (Role.SUBJECT,)),
        ("TO RUEHX/US SECRET SERVICE WASHDC 1234", Role.TO, ()),
        ("TO RUEHX/USMISSION TO THE UN", Role.TO, ()),
        ("INFO RUEHX/FM BUOYS INFO CENTER", Role.INFO, ()),
        ("TAGS: PREL, MT", Role.TAGS, ()),
        ("E.O. 12958: DECL: 10/06/2019", Role.EXECUTIVE_ORDER, ()),
        ("UNCLAS ROME 001196 SIPDIS", Role.CLASSIFICATION, (Role.HANDLING,)),
        ("SUBJECT: DECLASSIFIED BY: THE SEA", Role.SUBJECT, ()),
    ],
)
def test_no_part_begins_within_another_line(line: str, role: Role, seen: tuple[Role, ...]) -> None:
    at = find_glued(line, role, set(seen))
    assert at is None or line[at:] == "SIPDIS"


@pytest.mark.parametrize("line", [line for line in UPPER.split("\n") if line] + FIELDS.split("\n"))
def test_a_page_line_may_stand_above_and_below_any_line(line: str) -> None:
    page = "PAGE 02        VALLET 00118  01 OF 02  070531Z"
    text = UPPER + FIELDS + BODY
    whole = read(text)
    for damaged in (text.replace(line, f"{line}\n{page}"), text.replace(line, f"{page}\n{line}"),
                    text.replace(line, f"UNCLAS\n\n{page}\n\n{line}")):  # fmt: skip
        cable = read(damaged)
        for name in ("id", "sent", "action", "tags", "subject", "references", "declassify_on", "signer"):
            assert getattr(cable, name) == getattr(whole, name), (line, name)
        assert [block.text for block in cable.body] == ["Text.", "More."]
        assert cable.findings == ()


@pytest.mark.parametrize(
    "notice",
    [
        "C O R R E C T E D COPY//SUBJECT LINE///",
        "C O R R E C T E D  C O P Y - ADDED TAGS",
        "C O R R E C T E D  C O P Y  CAPTION ADDED",
        "C O R R E C T E D  C O P Y (CHANGED E.O. 12958 LINE)",
        "CORRECTED COPY - REF: ADDED",
        "(C O R R E C T E D  C O P Y)",
        "***C O R R E C T E D  C O P Y***",
    ],
)
def test_a_corrected_copy_says_so_above_its_fields_and_keeps_them(notice: str) -> None:
    for text in (f"{UPPER}{notice}\n\n{FIELDS}{BODY}", UPPER.replace("SIPDIS", f"{notice}\n\nSIPDIS") + FIELDS + BODY):
        assert lower_fields(text) == lower_fields(UPPER + FIELDS + BODY)
        assert (Role.NOTICE, notice) in parts_of(text)
        assert codes_of(read(text)) == []


@pytest.mark.parametrize("change", [str.lower, str.title])
def test_labels_may_be_in_any_case(change: object) -> None:
    for label in ("E.O. 12958", "TAGS", "SUBJECT", "REF"):
        text = UPPER + FIELDS.replace(label, change(label)) + BODY  # type: ignore[operator]
        assert lower_fields(text) == lower_fields(UPPER + FIELDS + BODY)


def test_two_blocks_of_references_are_both_read_wherever_they_stand() -> None:
    text = f"{UPPER}REF: 06 ROME 12\n\n{FIELDS.replace('REF: 06 ROME 12', 'REFS: A. SUVA 3')}{BODY}"
    assert [each.target for each in read(text).references] == ["06ROME12", "09SUVA3"]
    assert read(text).subject == "A FISH IS COUNTED"


def test_a_paragraph_without_a_mark_ends_the_references_and_a_numbered_reference_does_not() -> None:
    assert [b.text for b in read(f"{UPPER}{FIELDS}\n1. THE BUOY IS BLUE.\n\n2. IT STAYS.\n").body] == [
        "THE BUOY IS BLUE.",
        "IT STAYS.",
    ]
    for text in (
        "ON DECEMBER 14, THE BUOY WAS BLUE.",
        "ON DECEMBER 14",
        "SINCE MAY 12 IT IS BLUE.",
        "1976 WAS A YEAR.",
    ):
        assert [b.text for b in read(f"{UPPER}{FIELDS}\n1. {text}\n\n2. IT STAYS.\n").body] == [text, "IT STAYS."]
    cable = read(UPPER + FIELDS.replace("REF: 06 ROME 12", "REF:\n1. 06 ROME 12\n2. SUVA 3") + BODY)
    assert [block.text for block in cable.body] == ["Text.", "More."]


@pytest.mark.parametrize("below", ["(U) Text.", "(SBU) Text.", "(C) The buoy.", "The buoy of the harbor is blue."])
def test_a_first_paragraph_without_a_number_ends_the_references(below: str) -> None:
    cable = read(f"{UPPER}{FIELDS}\n{below}\n\n¶2. (U) More.\n")
    assert len(cable.body) == 2
    assert [each.target for each in cable.references] == ["06ROME12"]


@pytest.mark.parametrize(
    "text",
    [
        "¶4. (U) Text.\n\nSUBJECT: ANOTHER\n\nTAGS: PREL\n",
        "1. (C) Text.\n\n2. (C) REF: 06 ROME 12\n",
        "The buoy is blue.\n\nIt stays where it is.\n",
        "(C) Text.\n\nIt stays.",
    ],
)
def test_a_text_that_begins_with_a_paragraph_has_no_header(text: str) -> None:
    cable = read(text)
    assert cable.header == ""
    assert cable.extract


@pytest.mark.parametrize(
    ("more", "roles"),
    [
        ("AMEMBASSY TUNIS", {Role.INFO}),
        ("RUEHTU/AMEMBASSY TUNIS", {Role.INFO}),
        ("USMISSION USUN NEW YORK", {Role.INFO}),
    ],
)
def test_addressees_go_on_below_a_blank_line(more: str, roles: set[Role]) -> None:
    text = UPPER.replace("3456\n", f"3456\nINFO AMEMBASSY ROME\n\n{more}\n") + FIELDS + BODY
    assert {role for role, line in parts_of(text) if more in line} == roles
    assert len(read(text).info) == 2
    assert codes_of(read(text)) == []


def test_dashes_below_the_subject_are_its_underline_and_those_above_a_heading_are_the_body_s() -> None:
    underlined = FIELDS.replace("COUNTED\nREF: 06 ROME 12", "COUNTED\n-------")
    assert (Role.SEPARATOR, "-------") in parts_of(UPPER + underlined + BODY)
    heading = f"{UPPER}SUBJECT: A FISH\n\n-------\nSUMMARY\n-------\n\n¶1. (U) Text.\n"
    assert parts_of(heading)[-1][1].startswith("------- | SUMMARY")
