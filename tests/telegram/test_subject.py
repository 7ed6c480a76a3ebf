"""SUBJECT: what a cable is about, in its sender's words."""

from __future__ import annotations

import pytest

from generator.telegram.subject import cut_glued, parse_subject
from tests.telegram.reading import HEADER, codes_of, read

SUBJECT = "SUBJECT: EXERCISE: THE LIGHTHOUSE IS FICTIONAL\n"


def subject_of(block: str) -> str:
    return read(HEADER.replace(SUBJECT, block)).subject


@pytest.mark.parametrize(
    "label",
    [
        "SUBJECT:",
        "SUBJECT :",
        "SUBJECT",
        "SUBJ:",
        "UBJECT:",
        "SUBECT:",
        "SUBJCT:",
        "SUJECT:",
        "Subject:",
        "subject:",
        "SUBJECT;",
    ],
)
def test_a_label_may_be_short_or_mistyped(label: str) -> None:
    assert parse_subject(f"{label} A FISH IS COUNTED") == "A FISH IS COUNTED"
    assert subject_of(f"{label} A FISH IS COUNTED\n\n¶1. (U) Text.\n") == "A FISH IS COUNTED"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("SUBJECT: A FISH IS COUNTED", "A FISH IS COUNTED"),
        ("SUBJECT: A FISH\n    IS  COUNTED", "A FISH IS COUNTED"),
        ("SUBJECT: SUBJECT TO APPROVAL", "SUBJECT TO APPROVAL"),
        ("SUBJECT: (U) A FISH", "A FISH"),
        ("SUBJECT: (C/NF) A FISH", "A FISH"),
        ("SUBJECT: (SBU) A FISH", "A FISH"),
        ("SUBJECT: (C//REL TO XA, XB) A FISH", "A FISH"),
        ("SUBJECT: A FISH (ICELAND)", "A FISH (ICELAND)"),
        ("SUBJECT: A FISH (Iceland)", "A FISH (Iceland)"),
        ("SUBJECT: A FISH (C)", "A FISH (C)"),
        ("SUBJECT: (ICELAND) A FISH", "(ICELAND) A FISH"),
        ("SUBJECT: S) A FISH", "A FISH"),
        ("A FISH IS COUNTED", "A FISH IS COUNTED"),
        ("SUBJECT: “A FISH”: 3 OF 4", "“A FISH”: 3 OF 4"),
        ("SUBJECT:", ""),
        ("", ""),
    ],
)
def test_the_value_is_one_line_without_label_and_portion_mark(text: str, subject: str) -> None:
    assert parse_subject(text) == subject


@pytest.mark.parametrize(
    ("text", "subject", "rest"),
    [
        ("A FISH REF: 06 ROME 431", "A FISH ", "REF: 06 ROME 431"),
        ("A FISHREF: 06 ROME 431", "A FISH", "REF: 06 ROME 431"),
        ("A FISH REFS: A. 06 ROME 431", "A FISH ", "REFS: A. 06 ROME 431"),
        ("A FISH.CLASSIFIED BY: JANE ROE", "A FISH.", "CLASSIFIED BY: JANE ROE"),
        ("A FISH Classified By: Jane Roe", "A FISH ", "Classified By: Jane Roe"),
        ("A FISH REFUSED", "A FISH REFUSED", ""),
        ("A FISH CLASSIFIED BY WEIGHT", "A FISH CLASSIFIED BY WEIGHT", ""),
    ],
)
def test_a_part_glued_on_is_told_from_the_subject(text: str, subject: str, rest: str) -> None:
    assert cut_glued(text) == (subject, rest)
    assert parse_subject(text) == subject.strip()


def test_a_reference_glued_on_to_the_subject_is_not_lost() -> None:
    cable = read(HEADER.replace("FICTIONAL", "FICTIONAL REF: 06 ROME 431") + "¶1. (U) Text.\n")
    assert cable.subject == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"
    assert [reference.target for reference in cable.references] == ["06ROME431"]


def test_a_classified_by_glued_on_to_the_subject_is_not_lost() -> None:
    glued = "FICTIONAL Classified By: Political Officer Jane Roe for reasons 1.4 (b)."
    cable = read(HEADER.replace("FICTIONAL", glued) + "¶1. (U) Text.\n")
    assert cable.subject == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"
    assert cable.classified_by is not None
    assert cable.classified_by.person == "Jane Roe"


@pytest.mark.parametrize(
    "end",
    [
        "\n\n¶1. (U) Text.",
        "\n¶1. (U) Text.",
        "\n1. (C) Text.",
        "\n1.(C/NF) Text.",
        "\nREF: 06 ROME 431\n\n¶1. Text.",
        "\nREFS: A. 06 ROME 431\n\n¶1. Text.",
        "\nRef(s): A. 06 ROME 431\n\n¶1. Text.",
        "\nClassified By: Jane Roe\n\n¶1. Text.",
        "\nSUMMARY: Text.",
        "\nSummary\n-------\n\n¶1. Text.",
        "\nSUMMAY: Text.",
        "\nPAGE 02 VALLET 00118 01 OF 02 070531Z\n\n¶1. Text.",
        "\nThis is an Action request. See paragraph 4.\n\n¶1. Text.",
        "\nTAGS: PREL\n\n¶1. Text.",
        "\nE.O. 12958: N/A\n\n¶1. Text.",
    ],
)
def test_the_subject_ends_where_something_else_begins(end: str) -> None:
    assert subject_of(f"SUBJECT: A FISH\nIS COUNTED{end}\n") == "A FISH IS COUNTED"


@pytest.mark.parametrize(
    "block",
    [
        "SUBJECT:\nA FISH IS COUNTED\n\n¶1. Text.\n",
        "SUBJECT:\n\nA FISH IS COUNTED\n\n¶1. Text.\n",
        "SUBJECT:\n\nA FISH\nIS COUNTED\n\n¶1. Text.\n",
        "SUBJECT\nA FISH IS COUNTED\n\n¶1. Text.\n",
        "SUBJECT: A FISH\nIS\nCOUNTED\n\n¶1. Text.\n",
    ],
)
def test_the_value_may_begin_later_and_run_over_several_lines(block: str) -> None:
    assert subject_of(block) == "A FISH IS COUNTED"


@pytest.mark.parametrize(
    "line",
    [
        "C O R R E C T E D COPY//SUBJECT LINE///",
        "C O R R E C T E D   COPY//SUBJECT LINE//",
        "CORRECTED COPY//SUBJECT LINE///",
        "C O R R E C T E D  C O P Y//\nSUBJECT LINE///",
    ],
)
def test_in_a_corrected_copy_that_label_is_not_the_subject(line: str) -> None:
    cable = read(HEADER.replace("SIPDIS", f"{line}\n\nSIPDIS") + "¶1. (U) Text.\n")
    assert cable.subject == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"
    assert cable.handling == ("SIPDIS",)


def test_a_subject_may_be_about_a_line_of_credit() -> None:
    assert subject_of("SUBJECT LINE OF CREDIT\n\n¶1. Text.\n") == "LINE OF CREDIT"


@pytest.mark.parametrize("text", ["Subject to approval, the buoy may stay.", "Subjects of the talks were buoys."])
def test_a_sentence_that_begins_with_the_word_is_no_label(text: str) -> None:
    cable = read(f"{text}\n")
    assert cable.subject == ""
    assert cable.body[0].text == text


def test_a_cable_without_a_subject_says_so() -> None:
    cable = read(HEADER.replace(SUBJECT, "") + "¶1. (U) Text.\n")
    assert cable.subject == ""
    assert "cable.no-subject" in codes_of(cable)


@pytest.mark.parametrize("word", ["INFO FOR VISITORS", "TO THE HARBOR", "FM CALLS ON BUOYS", "SECRET TALKS ON FISH"])
def test_a_wrapped_subject_may_begin_a_line_with_a_word_of_the_upper_header(word: str) -> None:
    assert subject_of(f"SUBJECT: A FISH\n{word}\n\n¶1. Text.\n") == f"A FISH {word}"
