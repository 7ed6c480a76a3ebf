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


@pytest.mark.parametrize(
    "label",
    [
        "SUBJECTS:",
        "SUBJECTT:",
        "SUBEJCT:",
        "SUBJCET:",
        "SUBJETC:",
        "SUBJET:",
        "SUBJEC:",
        "SBJECT:",
        "SUBJRCT:",
        "SUBJECR:",
        "SUVJECT:",
        "DUBJECT:",
        "SBJ:",
        "SUJB:",
        "SUB:",
        "SUBJ.:",
        "SUBJ",
        "UBJECT",
        "SUBJCT",
        "S U B J E C T:",
        "SUBJECT  :",
        "SUBJECT::",
        "SUBJECT: SUBJECT:",
        "SUBJECT: SUBJ:",
        "SUBJECT (U):",
        "SUBJECT(C/NF):",
        "(U) SUBJECT:",
        "**SUBJECT:**",
        "## SUBJECT:",
        "> SUBJECT:",
        "SUBJECT -",
        "sUBJECT:",
        "Subj:",
    ],
)
def test_a_label_may_be_damaged_doubled_marked_or_decorated(label: str) -> None:
    assert parse_subject(f"{label} A FISH IS COUNTED") == "A FISH IS COUNTED"
    assert subject_of(f"{label} A FISH IS COUNTED\n\n¶1. (U) Text.\n") == "A FISH IS COUNTED"


@pytest.mark.parametrize(
    "line",
    [
        "OBJECT: A FISH",
        "SUBJECTIVE: A FISH",
        "SUBWAY: CLOSED",
        "SUBJUGATED",
        "SUBJECTS AND OBJECTS",
        "PROJECT: A FISH",
        "THE SUBJECT: A FISH",
        "SUBSIDIES: NONE",
    ],
)
def test_a_word_that_looks_like_the_label_is_none(line: str) -> None:
    cable = read(f"UNCLAS VALLETTA 000118\n\nTAGS: PREL\n\n{line}\n\n¶1. (U) Text.\n")
    assert cable.subject == ""
    assert [block.text for block in cable.body] == [line, "Text."]


@pytest.mark.parametrize(
    ("value", "subject"),
    [
        ("(U) (SBU) A FISH", "A FISH"),
        ("(C-NF) A FISH", "A FISH"),
        ("(C//NF) A FISH", "A FISH"),
        ("(S/NF)A FISH", "A FISH"),
        ("( C ) A FISH", "A FISH"),
        ("[C] A FISH", "A FISH"),
        ("C) A FISH", "A FISH"),
        ("SBU) A FISH", "A FISH"),
        ("C/NF) A FISH", "A FISH"),
        ("(U): A FISH", "A FISH"),
        ("(U) - A FISH", "A FISH"),
        ("(CONFIDENTIAL) A FISH", "A FISH"),
        ("(UNCLASSIFIED) A FISH", "A FISH"),
        ("(LOU) A FISH", "A FISH"),
        ("(U//FOUO) A FISH", "A FISH"),
        ("(NOFORN) A FISH", "A FISH"),
        ("(CANADA) A FISH", "(CANADA) A FISH"),
        ("(SUVA) A FISH", "(SUVA) A FISH"),
        ("C A FISH", "C A FISH"),
        ("U.S. FISH", "U.S. FISH"),
        ("S. FISH", "S. FISH"),
        ("A) A FISH B) A BUOY", "A) A FISH B) A BUOY"),
        ("A FISH (CORRECTED COPY)", "A FISH (CORRECTED COPY)"),
        ("A FISH (U)", "A FISH (U)"),
        ("A FISH (C/NF)", "A FISH (C/NF)"),
        ("A FISH (ICELAND)\n", "A FISH (ICELAND)"),
        ("A FISH\n(ICELAND)", "A FISH (ICELAND)"),
        ("A FISH\n(Iceland)", "A FISH (Iceland)"),
        ("A FISH: THE SECRET OF THE SEA", "A FISH: THE SECRET OF THE SEA"),
        ("MEDI-\nTERRANEAN FISH", "MEDI- TERRANEAN FISH"),
        ("A FISH AND A BU\nOY", "A FISH AND A BU OY"),
        ("**A FISH**", "A FISH"),
        ("CORRECTED COPY: A FISH", "CORRECTED COPY: A FISH"),
    ],
)
def test_only_a_portion_mark_in_front_is_no_part_of_the_value(value: str, subject: str) -> None:
    assert parse_subject(f"SUBJECT: {value}") == subject
    assert subject_of(f"SUBJECT: {value}\n\n¶1. (U) Text.\n") == subject


@pytest.mark.parametrize(
    "subject",
    [
        "SUMMARY OF CONCLUSIONS OF THE FISH TALKS",
        "SUMMARY OF THE FISH TALKS: DAY TWO",
        "EXECUTIVE SUMMARY OF A FISH",
        "FISH TALKS SUMMARY",
        "FISH TALKS - SUMMARY AND COMMENT",
        "THE REF DECIDED",
        "REF COUNTS FISH",
        "A REF FOR EVERY MATCH",
        "FISH WITH TAGS",
        "TAGS FOR FISH: A NEW SYSTEM",
        "THE E.O. ON FISH",
        "REFERENCE TO A FISH",
        "FISH CLASSIFIED BY WEIGHT",
        "UNCLASSIFIED FISH BY THE SEA",
        "DECLASSIFIED BY THE SEA",
        "PHASE 1. FISH",
        "ARTICLE 1. (A) FISH",
        "SUBJECT TO APPROVAL",
        "SUBJECT MATTER EXPERTS COUNT FISH",
        "A FISH: SUBJECT: TO APPROVAL",
        "SECRET TALKS ON FISH",
        "INFO ON FISH",
        "PAGE 2 OF A FISH",
        "THIS IS A FISH",
        "SENSITIVE FISH",
        "FM CALLS ON A FISH",
        "SIPDIS: WHAT A CAPTION MEANS",
        "A FISH? YES! 100% OF IT; 3/4 AT LEAST",
        "1. MAY: A DAY FOR FISH",
    ],
)
def test_a_subject_may_hold_the_words_of_labels(subject: str) -> None:
    assert parse_subject(f"SUBJECT: {subject}") == subject
    assert subject_of(f"SUBJECT: {subject}\n\nREF: 06 ROME 12\n\n¶1. (U) Text.\n") == subject


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A FISH AND THE", "SUMMARY OF CONCLUSIONS"),
        ("A FISH AND THE", "REF OF THE MATCH"),
        ("A FISH AND THE", "SUBJECT MATTER EXPERTS"),
        ("A FISH AND THE", "SECRET GARDENS"),
        ("A FISH AND THE", "E.O. OF THE HARBOR"),
        ("A FISH AND THE", "SENSITIVE BUOYS"),
        ("A FISH AND THE", "INDEX OF PRICES"),
        ("A FISH OF THE", "STATE FOR THE HARBOR"),
        ("A FISH AND THE", "(C-17) CURVE"),
        ("A FISH AND", "THIS IS NEW"),
        ("A FISH IN JUNE", "2006 AND JULY 2007"),
        ("A Fish and the", "Secret gardens of the sea"),
        ("A FISH AND F-16", "F-16 AIRCRAFT"),
    ],
)
def test_a_wrapped_subject_may_begin_a_line_with_the_word_of_a_label(first: str, second: str) -> None:
    assert subject_of(f"SUBJECT: {first}\n{second}\n\n¶1. (U) Text.\n") == f"{first} {second}"


@pytest.mark.parametrize(
    "end",
    [
        "\n(U) REF: 06 ROME 12",
        "\nREFTEL: 06 ROME 12",
        "\nREFTELS: 06 ROME 12",
        "\nREF. 06 ROME 12",
        "\nREF A. 06 ROME 12",
        "\nRef: 06 ROME 12",
        "\n    REFS: (A) 06 ROME 12",
        " REF: 06 ROME 12",
        "REF: 06 ROME 12",
        " REFS: A. 06 ROME 12 B. SUVA 3",
        " REF: (A) ROME 12",
        " Ref: A) 06 ROME 12",
        " REF A. 06 ROME 12",
        " SIPDIS REF: 06 ROME 12",
        "\nTAGS: PREL",
        "\nE.O. 12958: N/A",
        "\nEO 12958 DECL: OADR",
        "\nDECL: 10/06/2019",
        " E.O. 12958: N/A",
        "\nClassified By: Ambassador Jane Roe",
        " Classified By: Ambassador Jane Roe",
        "Classified By: Ambassador Jane Roe",
        " Classified By Ambassador Jane Roe for reasons 1.4 (b)",
        " CLASSIFIED BY: AMBASSADOR JANE ROE",
        " CLASSIFIED BY AMBASSADOR JANE ROE, REASON 1.5 (B)",
        "\nAF/C - Classified By: Jane Roe",
        "\nREASON: 1.4 (B)",
        "\n1. (C) Text.",
        "\n1. C) Text.",
        "\n1. Text.",
        "\n1.(SBU) Text.",
        "\n¶1. Text.",
        "\n¶1. (U) Text.",
        " ¶1. (U) Text.",
        " 1. (C) Text.",
        "\nSUMMARY",
        "\nSUMMARY:",
        "\nSummary: Text.",
        "\nSUMMARY. TEXT.",
        "\nSUMMARY AND COMMENT: TEXT.",
        "\nSUMMARY AND ACTION REQUEST",
        "\nSummary/Comment: Text.",
        "\n(C) SUMMARY: TEXT.",
        "\n(U) Summary and comment: Text.",
        "\nBEGIN SUMMARY: TEXT.",
        "\nThis is an action request. See paragraph 4.",
        "\nThis is an Action request; see paragraph 4",
        "\nTHIS IS AN ACTION REQUEST.",
        "\n(SBU) This is an action message.",
        "\nThis message is sensitive but unclassified.",
        "\nThis cable contains procurement information.",
        "\nACTION REQUEST: SEE PARA 4",
        "\nSIPDIS",
        "\nNOFORN",
        "\nSIPDIS NOFORN",
        "\nNOT FOR INTERNET DISTRIBUTION",
        "\nSENSITIVE BUT UNCLASSIFIED",
        "\nSENSITIVE",
        "\nPLEASE PROTECT ACCORDINGLY",
        "\n-----------",
        "\n-----------\n\nSUMMARY",
        "\n- - - - -\n===",
        "\nPAGE 02 VALLET 00118 01 OF 02 070531Z",
        "\nPAGE 02        VALLETTA 00118  070531Z",
        "\nThe buoy of the harbor is blue and stays.",
        "\n(U) The buoy is blue.",
        "\nSTATE PASS USTR",
        "\nINDEX:\n(1) Fish in the harbor",
        "\nDEPT ALSO FOR EUR/NB; PARIS FOR USOECD",
        "\nCONFIDENTIAL",
        "\nBT",
        "\n\nMore words follow.",
    ],
)
def test_a_subject_ends_where_any_other_part_begins_however_it_is_written(end: str) -> None:
    for subject in ("A FISH IS COUNTED", "A FISH\nIS COUNTED"):
        assert subject_of(f"SUBJECT: {subject}{end}\n\n¶2. (U) More.\n") == "A FISH IS COUNTED"


@pytest.mark.parametrize(
    "block",
    [
        "SUBJECT:\n\n\n\nA FISH IS COUNTED\n\n",
        "SUBJ:\n\nA FISH\nIS COUNTED\n",
        "SUBJECT :\nA FISH IS COUNTED\n",
        "SUBJECT:\nPAGE 02 VALLET 00118 070531Z\nA FISH IS COUNTED\n",
        "SUBJECT:\n\n(C) A FISH IS COUNTED\n",
        "SUBJECT: (C)\nA FISH IS COUNTED\n",
        "SUBJECT (C):\nA FISH IS COUNTED\n",
        "SUBJECT\n\nA FISH IS COUNTED\n",
        "TAGS: PREL SUBJECT: A FISH IS COUNTED\n",
        "TAGS: PREL, MTSUBJECT: A FISH IS COUNTED\n",
        "E.O. 12958: N/ASUBJECT: A FISH IS COUNTED\n",
        "E.O. 12958: N/A SUBJ: A FISH IS COUNTED\n",
        "TAGS: PREL, MT SUBJECT A FISH IS COUNTED\n",
        "SIPDIS SUBJECT: A FISH IS COUNTED\n",
        "REF: 06 ROME 12\nSUBJECT: A FISH IS COUNTED\n",
        "SUBJECT:\nREF: 06 ROME 12\nSUBJECT: A FISH IS COUNTED\n",
        "CORRECTED COPY//SUBJECT LINE///\nSUBJECT: A FISH IS COUNTED\n",
        "C O R R E C T E D  C O P Y - CHANGED SUBJECT\n\nSUBJECT: A FISH IS COUNTED\n",
        "(C O R R E C T E D  C O P Y)\nSUBJECT: A FISH IS COUNTED\n",
    ],
)
def test_wherever_the_subject_stands_it_is_read(block: str) -> None:
    text = f"UNCLAS VALLETTA 000118\n\n{block}\nREF: 06 ROME 12\n\n¶1. (U) Text.\n"
    assert read(text).subject == "A FISH IS COUNTED"
    assert [each.text for each in read(text).body] == ["Text."]


@pytest.mark.parametrize(
    ("glued", "field"),
    [
        ("REF: 06 ROME 12", "references"),
        ("REF A. 06 ROME 12", "references"),
        ("Classified By: Ambassador Jane Roe for reasons 1.4 (b)", "classified_by"),
        ("CLASSIFIED BY AMBASSADOR JANE ROE, REASON 1.5 (B)", "classified_by"),
        ("E.O. 12958: DECL: 10/06/2019", "declassify_on"),
        ("TAGS: PREL", "tags"),
        ("1. (U) Text.", "body"),
        ("SIPDIS", "handling"),
    ],
)
def test_what_is_glued_to_the_subject_is_read_as_the_field_that_it_is(glued: str, field: str) -> None:
    cable = read(f"UNCLAS VALLETTA 000118\n\nSUBJECT: A FISH {glued}\n")
    assert cable.subject == "A FISH"
    assert getattr(cable, field)
    assert cable.header.startswith("UNCLAS VALLETTA 000118\n\nSUBJECT: A FISH")


def test_a_subject_does_not_end_at_a_reference_without_a_value() -> None:
    assert subject_of("SUBJECT: THE REF: WHO DECIDES\n\n¶1. (U) Text.\n") == "THE REF: WHO DECIDES"


@pytest.mark.parametrize(("second", "reported"), [("A FISH", 0), ("ANOTHER FISH", 1), ("", 0)])
def test_of_two_subjects_the_first_is_taken_and_another_one_is_reported(second: str, reported: int) -> None:
    cable = read(f"UNCLAS VALLETTA 000118\n\nSUBJECT: A FISH\nSUBJECT: {second}\n\n¶1. (U) Text.\n")
    assert cable.subject == "A FISH"
    found = [finding for finding in cable.findings if finding.code == "cable.unread-words"]
    assert [finding.line for finding in found] == [4] * reported


@pytest.mark.parametrize("mark", ["(C - Entire text)", "(S/NF - entire text).", "(SBU ENTIRE MESSAGE)"])
def test_a_mark_of_the_whole_text_below_the_subject_is_no_part_of_it(mark: str) -> None:
    cable = read(HEADER.replace(SUBJECT, f"{SUBJECT}{mark}\n") + "¶1. This is an exercise.\n")
    assert cable.subject == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"
