"""Classified By: who classified a cable, and for which reasons."""

from __future__ import annotations

import pytest

from generator.telegram.classified_by import parse_classified_by
from tests.telegram.reading import HEADER, read


@pytest.mark.parametrize(
    ("text", "title", "person"),
    [
        ("Classified By: Political Advisor Jane Doe for reasons 1.4 (b/d).", "Political Advisor", "Jane Doe"),
        ("CLASSIFIED BY POLOFF JOHN ROE, 1.5 (D).", "POLOFF", "JOHN ROE"),
        ("Classified By: Ambassador John Q. Roe for reasons 1.4 (b).", "Ambassador", "John Q. Roe"),
        ("Classified By: Jane Doe, Political Counselor, for reasons 1.4 (b).", "Political Counselor,", "Jane Doe"),
        ("Classified By: Jane Doe, Ambassador. Reasons: 1.4 (b).", "Ambassador", "Jane Doe"),
        ("Classified By: DCM Jane Doe-Roe. Reason 1.4 (b).", "DCM", "Jane Doe-Roe"),
        ("Classified By: Jane Doe for reasons 1.4 (b).", "", "Jane Doe"),
        ("Classified By: Charge d'Affaires a.i. for reasons 1.4 (b).", "Charge d'Affaires a.i.", ""),
        ("Classified By: Charge d'Affaires John Roe", "Charge d'Affaires", "John Roe"),
        ("Classified By: Ambassador for reasons 1.4 (b).", "Ambassador", ""),
        ("AF/C - Classified By: Deputy Director Jane Doe, reasons 1.4 (b).", "Deputy Director", "Jane Doe"),
        ("Classified By: Political and Economic Counselor Jane Doe", "Political and Economic Counselor", "Jane Doe"),
        ("Classified By: Jane Doe and John Roe for reasons 1.4 (b).", "", "Jane Doe and John Roe"),
        (
            "Classified By: Ambassador Jane Doe and DCM John Roe for reasons 1.4 (b).",
            "Ambassador and DCM",
            "Jane Doe and John Roe",
        ),
        ("CLASSIFIED BY:\nPOLOFF\nJOHN ROE", "POLOFF", "JOHN ROE"),
        ("Classified By: Jane van der Doe", "", "Jane van der Doe"),
        ("Classified By: Chief Arms Control Delegate Jane Doe, 1.4 (b)", "Chief Arms Control Delegate", "Jane Doe"),
        ("Classified By: Chief Negotiator Jane Doe, 1.4 (b)", "Chief Negotiator", "Jane Doe"),
        ("Classified By: Lt. Col. John Roe, 1.4 (b)", "Lt. Col.", "John Roe"),
        ("CLASSIFIED BY: LEGATT JANE DOE. REASONS: 1.4 (B)", "LEGATT", "JANE DOE"),
        ("Classified by Acting DCM Sami al-Roe for reasons 1.5 b", "Acting DCM", "Sami al-Roe"),
        ("Classified By: DCM Jane d'Roe for reasons 1.4 (b)", "DCM", "Jane d'Roe"),
        ("Classified By: Classified by DCM Jane Doe for reasons 1.4 (b).", "DCM", "Jane Doe"),
        ("Classified By: This message was classified by DCM Jane Doe", "DCM", "Jane Doe"),
        ("Classified by DCM John Roe; reasons 1.4 (b) and (d)", "DCM", "John Roe"),
        ("CLASSIFED BY DCM JOHN ROE", "DCM", "JOHN ROE"),
        ("Classified By: (U) DCM Jane Doe", "DCM", "Jane Doe"),
        ("Classified By: Ambassador Jane Doe Per 1.4(d)", "Ambassador", "Jane Doe"),
        ("Classified By: Ambassador Jane Doe pursuant to E.O. 12958, 1.4 (b)", "Ambassador", "Jane Doe"),
        ("Classified By: Ambassador Jane Doe, E.O. 12958 reasons 1.4 (b)", "Ambassador", "Jane Doe"),
        ("Classified By: CDA JOHN Q. ROE III. Reasons 1.4 (b)", "CDA", "JOHN Q. ROE III"),
        ("Classified By: John Roe, Jr., DCM, for reasons 1.4 (b)", "DCM", "John Roe, Jr."),
        ("Classified By: DCM John Roe Jr. for reasons 1.4 (b)", "DCM", "John Roe Jr."),
        ("Classified By: Amb. Jane O'Roe-Doe, 1.4 (b,d)", "Amb.", "Jane O'Roe-Doe"),
        ("Classified By: J. R. ROE, EUR/RPM, reason 1.4 (b)", "EUR/RPM", "J. R. ROE"),
        ("Classified By: a/DCM José de la Roe", "a/DCM", "José de la Roe"),
        ("Classified By: Édouard Doe", "", "Édouard Doe"),
        ("Classified By: Charge d'Affaires a.i. John Roe", "Charge d'Affaires a.i.", "John Roe"),
        ("Classified By: Charge d'Affaires, a.i., John Roe", "Charge d'Affaires, a.i.", "John Roe"),
        ("Classified By: Jane Doe Political Counselor for reasons 1.4 (b)", "Political Counselor", "Jane Doe"),
        ("Classified By: Jane Doe, Consul General, Munich, State", "Consul General, Munich, State", "Jane Doe"),
        ("CLASSIFIED BY: JANE DOE, POL/ECON CHIEF, STATE.\nREASON: 1.4 (B)", "POL/ECON CHIEF, STATE", "JANE DOE"),
        (
            "Classified By: Deputy Assistant Secretary for European Affairs Jane Doe for reasons 1.4 (b)",
            "Deputy Assistant Secretary for European Affairs",
            "Jane Doe",
        ),
        ("Classified By: EUR Director Jane Doe", "EUR Director", "Jane Doe"),
        ("Classified By: Pol M/C Jane Doe", "Pol M/C", "Jane Doe"),
        ("Classified By: Embassy Rome, DCM Jane Doe, 1.4 (b)", "Embassy Rome, DCM", "Jane Doe"),
        ("Classified By: PolOff Jane Doe", "PolOff", "Jane Doe"),
        ("Classified By: Ambassador Roe", "Ambassador", "Roe"),
        ("Classified By: DCM Jane Doe and PolCouns John Roe, 1.4 (b)", "DCM and PolCouns", "Jane Doe and John Roe"),
        ("Classified By: Poloff Jane Doe & Econoff John Roe", "Poloff and Econoff", "Jane Doe and John Roe"),
        ("Classified By: ECON OFFICER", "ECON OFFICER", ""),
        ("Classified By: Multiple Sources", "Multiple Sources", ""),
        ("Classified By: Political Section", "Political Section", ""),
        ("Classified by Poloff Jane Doe. A buoy was seen.", "Poloff", "Jane Doe"),
        ("Derived from: DSCG 05-1", "", ""),
        ("Derived From: DSCG 05-1 B, D", "", ""),
        ("Reason: 1.4 (b)", "", ""),
        ("Classified By:", "", ""),
        ("Classified By: 1.4 (b)", "", ""),
    ],
)
def test_the_title_is_told_from_the_person(text: str, title: str, person: str) -> None:
    found = parse_classified_by(text)
    assert found is not None
    assert (found.title.rstrip(","), found.person) == (title.rstrip(","), person)


@pytest.mark.parametrize(
    ("reasons", "letters"),
    [
        ("for reasons 1.4 (b/d).", "bd"),
        ("for reasons 1.4 (b) and (d).", "bd"),
        ("for reasons 1.4 (b), (d)", "bd"),
        ("for reasons 1.4 (b, d)", "bd"),
        ("for reasons 1.4(b) and (d).", "bd"),
        ("for reasons 1.4 b and d.", "bd"),
        ("for reasons 1.4 b/d", "bd"),
        ("for reason 1.4 (B) & (D)", "bd"),
        (", 1.5 (D).", "d"),
        ("Reasons: 1.4 (b) and (d)", "bd"),
        ("REASON: 1.5 (B), (D) AND (E)", "bde"),
        ("for reasons of section 1.4 (b) of E.O. 12958", "b"),
        ("Per E.O. 12958, sec. 1.4 (b)", "b"),
        ("E.O. 12958, 1.4 (b)", "b"),
        ("for reasons 1.4 (b) and (b)", "b"),
        ("for reasons 1.4", ""),
        ("for reasons 1.5 (b) X1 and (d)", "bd"),
        ("1.4 (b). A meeting took place.", "b"),
        ("for reasons 1.4 (bd)", "bd"),
        ("for reasons 1.4 (b) or (d)", "bd"),
        ("for reasons 1.4 (b) a\nnd (d)", "bd"),
        ("for reasons 1.4 (b), 1.4 (d)", "bd"),
        ("for reasons 1.4 [b]", "b"),
        ("for reasons 1.4 (b and d", "bd"),
        ("for reasons l.4 (b)", "b"),
        ("for reasons 1,4 (b)", "b"),
        ("for reasons (b) and (d)", "bd"),
        ("for reasons b and d", "bd"),
        ("for reasons 1.4 (b) a buoy", "b"),
        ("for reasons 1.4 (b) A buoy", "b"),
        ("1.3 (a)", "a"),
        ("for reasons of state", ""),
        ("11.4 (b)", ""),
        ("1.45 (b)", ""),
        ("", ""),
    ],
)
def test_the_reasons_are_letters_each_once(reasons: str, letters: str) -> None:
    found = parse_classified_by(f"Classified By: Poloff Jane Doe {reasons}")
    assert found is not None
    assert found.reasons == tuple(letters)


@pytest.mark.parametrize(
    "reasons",
    [
        "for reasons 1.4 (b)",
        ", for the reasons 1.4 (b)",
        ". Reasons: 1.4 (b)",
        ", 1.4 (b)",
        " per E.O. 12958, sec. 1.4 (b)",
        ", for reasons of E.O. 12958, section 1.4 (b)",
        " (reason: 1.4 (b))",
        " under E.O. 12958 1.4 (b)",
    ],
)
def test_what_leads_to_the_reasons_is_no_part_of_the_person(reasons: str) -> None:
    found = parse_classified_by(f"Classified By: Poloff Jane Doe {reasons}")
    assert found is not None
    assert (found.title, found.person, found.reasons) == ("Poloff", "Jane Doe", ("b",))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jane Doe for reasons 1.4 (b).",
        "UNCLASSIFIED BY ALL",
        "classified",
        "Reasons: the tide",
        "Derived from the talks",
    ],
)
def test_a_text_without_the_words_is_none(text: str) -> None:
    assert parse_classified_by(text) is None


@pytest.mark.parametrize(
    ("text", "letters"), [("Reason: 1.4 (b)", "b"), ("REASONS: 1.5 (B), (D)", "bd"), ("Derived from: DSCG 05-1 B", "")]
)
def test_reasons_alone_and_derived_from_are_statements_without_a_person(text: str, letters: str) -> None:
    found = parse_classified_by(text)
    assert found is not None
    assert (found.person, found.reasons, found.text) == ("", tuple(letters), text)


def test_the_whole_statement_is_kept() -> None:
    found = parse_classified_by("Classified By:  Poloff Jane Doe\nfor reasons 1.4 (b).")
    assert found is not None
    assert found.text == "Classified By: Poloff Jane Doe for reasons 1.4 (b)."


@pytest.mark.parametrize(
    "block",
    [
        "Classified By: Poloff Jane Doe for reasons 1.4 (b) and (d).\n\n¶1. (C) Text.\n",
        "Classified By: Poloff Jane Doe for\nreasons 1.4 (b) and (d).\n\n¶1. (C) Text.\n",
        "CLASSIFIED BY: Poloff Jane Doe\nREASON: 1.4 (b) and (d)\n\n¶1. (C) Text.\n",
        "EUR/NB - Classified By: Poloff Jane Doe for reasons 1.4 (b) and (d).\n\n¶1. (C) Text.\n",
        "¶1. (U) Classified By: Poloff Jane Doe, reasons 1.4 (b) and (d).\n\n¶2. (C) Text.\n",
        "1. (U) CLASSIFIED BY Poloff Jane Doe, 1.4 (b) and (d).\n\n2. (C) Text.\n",
        "(U) Classified By: Poloff Jane Doe for reasons 1.4 (b) and (d).\n\n¶1. (C) Text.\n",
    ],
)
def test_it_stands_above_the_text_or_in_its_first_paragraph(block: str) -> None:
    found = read(HEADER + block).classified_by
    assert found is not None
    assert (found.title, found.person, found.reasons) == ("Poloff", "Jane Doe", ("b", "d"))


def test_a_paragraph_that_says_it_stays_in_the_text() -> None:
    cable = read(HEADER + "¶1. (U) Classified By: Poloff Jane Doe, 1.4 (b).\n\n¶2. (C) Text.\n")
    assert [block.number for block in cable.body] == [1, 2]


def test_an_unclassified_cable_has_none() -> None:
    assert read(HEADER + "¶1. (U) Text that nobody classified.\n").classified_by is None
