"""The summary: what the author set apart as such."""

from __future__ import annotations

import pytest

from generator.telegram.summary import find_summary
from tests.telegram.reading import HEADER, blocks_of, read


def summary_of(text: str) -> str:
    return find_summary(blocks_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "¶1. (U) SUMMARY: The buoy is blue. END SUMMARY.\n\n¶2. (U) More.",
        "¶1. (U) Summary: The buoy is blue. End summary.\n\n¶2. (U) More.",
        "¶1. (U) SUMMARY. The buoy is blue. END SUMMARY.\n\n¶2. (U) More.",
        "¶1. (U) SUMMARY - The buoy is blue. END SUMMARY.\n\n¶2. (U) More.",
        "¶1. (U) BEGIN SUMMARY: The buoy is blue. END SUMMARY.\n\n¶2. (U) More.",
        "¶1. (U) EXECUTIVE SUMMARY: The buoy is blue. END SUMMARY.\n\n¶2. (U) More.",
        "¶1. (U) SUMMARY AND COMMENT: The buoy is blue. END SUMMARY AND COMMENT.\n\n¶2. (U) More.",
        "¶1. (U) Summary/Comment: The buoy is blue. End Summary/Comment.\n\n¶2. (U) More.",
        "¶1. (U) SUMMAY: The buoy is blue. END SUMMAY.\n\n¶2. (U) More.",
        "¶1. (U) SUMARY: The buoy is blue. END SUMMARY.\n\n¶2. (U) More.",
        "¶1. (U) SUMMARY: The buoy is blue. (END SUMMARY)\n\n¶2. (U) More.",
        "¶1. (U) SUMMARY: The buoy is blue. END OF SUMMARY.\n\n¶2. (U) More.",
        "¶1. (U) SUMMARY: The buoy is blue.\n\n¶2. (U) More.",
        "SUMMARY: The buoy is blue.\n\n¶2. (U) More.",
        "SUMMARY\n-------\n\n¶1. (U) The buoy is blue.\n\n¶2. (U) More.",
        "Summary\n-------\n\n¶1. (U) The buoy is blue. End summary.\n\n¶2. (U) More.",
        "SUMMARY\n\n¶1. (U) The buoy is blue.\n\n¶2. (U) More.",
        "SUMMARY AND ACTION REQUEST\n--------------------------\n\n¶1. (U) The buoy is blue.\n\n¶2. (U) More.",
        "¶1. (U) The buoy is blue. END SUMMARY.\n\n¶2. (U) More.",
        "¶1. (U) This is an exercise. SUMMARY: The buoy is blue. END SUMMARY.\n\n¶2. (U) More.",
        "¶1. (U) This is an exercise. Summary: The buoy is blue.\n\n¶2. (U) More.",
        "¶1. (U) This is an exercise.\n\n¶2. (U) SUMMARY: The buoy is blue. END SUMMARY.\n\n¶3. (U) More.",
        "¶1. (U) SUMMARY: The buoy is blue.\n\n------------\n\n¶2. (U) More.",
    ],
)
def test_a_summary_is_the_text_between_its_start_and_its_end(text: str) -> None:
    assert summary_of(text) == "The buoy is blue."


@pytest.mark.parametrize(
    "text",
    [
        "¶1. (U) SUMMARY: The buoy is blue.\n\n¶2. (U) It stays. END SUMMARY.\n\n¶3. (U) More.",
        "SUMMARY\n-------\n\n¶1. (U) The buoy is blue.\n\n¶2. (U) It stays. END SUMMARY.\n\n¶3. (U) More.",
        "¶1. (U) SUMMARY: The buoy is blue.\n\n¶2. (U) It stays.\n\n¶3. (U) END SUMMARY.",
        "¶1. (U) SUMMARY: The buoy is blue.\n\n¶2. (U) It stays.\n\nEND SUMMARY",
        "¶1. (U) Text. SUMMARY: The buoy is blue.\n\n¶2. (U) It stays. END SUMMARY.\n\n¶3. (U) More.",
    ],
)
def test_a_summary_may_run_over_several_paragraphs_and_is_a_line_each(text: str) -> None:
    assert summary_of(text) == "The buoy is blue.\nIt stays."


# Labels and ends as people type them


@pytest.mark.parametrize(
    "label",
    [
        "SUMMARY:", "SUMMARY.", "SUMMARY -", "SUMMARY --", "SUMMARY - - - -", "SUMMARY;", "SUMMARY :", "Summary:",
        "summary:",
        "Summary -", "Summary--", "Summary.", "SUMMARY AND COMMENT:", "SUMMARY AND COMMENT.", "Summary and Comment:",
        "SUMMARY/COMMENT:", "Summary/Comment:", "SUMMARY & COMMENT:", "SUMMARY, COMMENT AND ACTION REQUEST:",
        "Summary and Action Request:", "SUMMARY AND ACTION REQUEST.", "SUMMARY/ACTION REQUEST:",
        "SUMMARY AND RECOMMENDATION:", "Introduction and Summary:", "INTRODUCTION AND SUMMARY:",
        "Summary and Introduction:",
        "COMMENT AND SUMMARY:", "ACTION REQUEST AND SUMMARY:", "BEGIN SUMMARY:", "BEGIN SUMMARY.", "Begin Summary:",
        "(BEGIN SUMMARY)", "EXECUTIVE SUMMARY:", "Executive Summary:", "SUMMAY:", "SUMMRY:", "SUMARY:", "SUMMERY:",
        "Summay:", "SUMMMARY:", "(C) SUMMARY:", "(C) SUMMARY.", "(SUMMARY)", "[SUMMARY]", "*SUMMARY*",
        "--SUMMARY--", "SUMMARY: (C)",
        "SUMMARY: (SBU)", "Summary (U):", "SUMMARY", "Summary", "BRIEF SUMMARY:", "SUMMARY AND BACKGROUND:",
        "Summary and Key Points:", "SUMMARY - COMMENT:", "Summary and comment -",
    ],
)  # fmt: skip
@pytest.mark.parametrize("start", ["¶1. (C) ", "1. (SBU) ", "1. ", ""])
def test_a_label_of_any_form_is_left_out(start: str, label: str) -> None:
    text = f"{start}{label} The buoy is blue. It stays. END SUMMARY.\n\n¶2. (U) More."
    assert summary_of(text) == "The buoy is blue. It stays."


@pytest.mark.parametrize(
    "end",
    [
        "END SUMMARY.", "END SUMMARY", "End Summary.", "End summary", "end summary.", "(END SUMMARY)", "(End Summary.)",
        "[END SUMMARY]", "--END SUMMARY--", "- END SUMMARY -", "END OF SUMMARY.", "END OF THE SUMMARY.",
        "END SUMMARY AND COMMENT.",
        "End Summary and Comment.", "END SUMMARY/COMMENT.", "END SUMMARY AND ACTION REQUEST.", "END SUMMAY.",
        "END SUMARY.",
        "ENDSUMMARY.", "END-SUMMARY.", "END EXECUTIVE SUMMARY.", "END INTRODUCTION AND SUMMARY.", "SUMMARY ENDS.",
        "END SUMMARY. ----------", "END SUMMARY. Comment follows.", "END SUMMARY (C) More.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", [" ", "  ", "\n", "\n\n", "\n\n¶2. (U) "])
def test_an_end_of_any_form_ends_it(gap: str, end: str) -> None:
    text = f"¶1. (U) SUMMARY: The buoy is blue.{gap}{end}\n\n¶3. (U) More."
    assert summary_of(text) == "The buoy is blue."


@pytest.mark.parametrize(
    "text",
    [
        "SUMMARY\n-------\n1. (U) The buoy is blue.\n\n2. (U) More.",
        "SUMMARY\n-------\n\n1. (U) SUMMARY: The buoy is blue.\n\n2. (U) More.",
        "SUMMARY\n=======\n\n1. (U) The buoy is blue.\n\n2. (U) More.",
        "SUMMARY - - - -\n\n1. (U) The buoy is blue.\n\n2. (U) More.",
        "- - - -\nSUMMARY\n- - - -\n\n1. (U) The buoy is blue.\n\n2. (U) More.",
        "*******\nSummary\n*******\n\n¶1. (U) The buoy is blue.\n\n¶2. (U) More.",
        "(U) Summary\n-----------\n\n¶1. (U) The buoy is blue.\n\n¶2. (U) More.",
        "(C) SUMMARY\n\n¶1. (C) The buoy is blue.\n\n¶2. (U) More.",
        "Summary\n\n¶1. (C) The buoy is blue.\n\n¶2. (U) More.",
        "Summary:\n\n¶1. (C) The buoy is blue.\n\n¶2. (U) More.",
        "SUMMARY:\n\nThe buoy is blue.\n\n2. More.",
        "1. (U) Summary\n\nThe buoy is blue.\n\n2. (U) More.",
        "1. (U) SUMMARY:\n\nThe buoy is blue.\n\n2. (U) More.",
        "1. SUMMARY:\nThe buoy\nis blue.\n\n2. More.",
        "1. SUMMARY: The buoy\nis blue.\n----------\n2. More.",
        "1. SUMMARY: The buoy\nPAGE 02 ROME 01196 082030Z\nis blue. END SUMMARY.\n2. More.",
        "1. SUMMARY: THE BUOY IS BLUE.\n\n2. MORE.".replace("THE BUOY IS BLUE", "The buoy is blue"),
        "1. (C) Action request: see para 9.\n\n2. (C) SUMMARY: The buoy is blue.\n\n3. (C) More.",
        "1. (C) This is an action request. See paragraph 9. Summary: The buoy is blue. End summary.\n\n2. (C) More.",
        "1. (C) Classified by Poloff Roe, reason 1.5 (b).\n\n2. (C) The buoy is blue. End summary.\n\n3. (C) More.",
        "THE CELLAR\n\n1. (C) The buoy is blue. End summary.\n\n2. (C) More.",
        "1. (C) The buoy is blue. END SUMMARY AND COMMENT.\n\n2. (C) More.",
        "1. (C) SUMMARY. The buoy is blue.\n\n2. (C) COMMENT: It stays. END COMMENT.",
        "1. (C) SUMMARY: The buoy is blue.\n\n2. (C) SUMMARY: It stays. END SUMMARY.",
    ],
)
def test_a_summary_is_found_below_its_heading_and_where_its_marks_are_damaged(text: str) -> None:
    assert summary_of(text) == "The buoy is blue."


@pytest.mark.parametrize(
    "text",
    [
        "SUMMARY\n\n1. (U) The buoy is blue.\n\n2. (U) It stays.\n\nEND SUMMARY\n\n3. (U) More.",
        "1. (U) The buoy is blue.\n\n2. (U) It stays. END SUMMARY.\n\n3. (U) More.",
        "1. (U) BEGIN SUMMARY. The buoy is blue.\n\n(U) It stays.\n\n(U) END SUMMARY.\n\n2. (U) More.",
        "1. (U) SUMMARY: The buoy is blue.\n\n---\n\n2. (U) It stays. END SUMMARY.",
        "1. (U) Summary: The buoy is blue.\n\nIt stays. (End Summary)\n\n2. (U) More.",
    ],
)
def test_a_summary_with_an_end_further_down_has_several_paragraphs(text: str) -> None:
    assert summary_of(text) == "The buoy is blue.\nIt stays."


def test_the_items_that_a_summary_announces_belong_to_it() -> None:
    text = "1. (U) SUMMARY: Two things:\n\n-- A buoy.\n\n-- A lamp.\n\n2. (U) More."
    assert summary_of(text) == "Two things:\nA buoy.\nA lamp."


@pytest.mark.parametrize(
    "text",
    [
        "1. (U) COMMENT: The buoy is blue. END COMMENT.",
        "1. (U) Summary of conclusions is blue.",
        "1. SUMMARY EXECUTIONS OF BUOYS WENT ON.",
        "1. (U) Summary judgment was given.",
        "1. (U) We send a summary: it is blue.",
        "1. (U) At the end summary proceedings were opened.",
        "1. (U) The Sumy: a town that is blue.",
        "1. (U) In the summer: it is blue.",
        "1. (U) Weekend summary of buoys.",
        "1. (U) The report ends. It has no summary of its own.",
        "1. (U) They resume. Assume: it is blue.",
    ],
)
def test_words_that_only_look_like_a_label_begin_none(text: str) -> None:
    assert summary_of(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "¶1. (U) The buoy is blue.",
        "¶1. (U) A summary of the buoys is blue.",
        "¶1. (U) In summary: the buoy is blue.",
        "¶1. (U) The buoy is summarily blue.",
        "¶1. (U) SUMMER: The buoy is blue.",
        "¶1. (U) Summary executions of buoys went on.",
    ],
)
def test_a_text_that_sets_none_apart_has_none(text: str) -> None:
    assert summary_of(text) == ""


def test_only_the_first_summary_is_the_cable_s() -> None:
    text = "¶1. (U) SUMMARY: One. END SUMMARY.\n\n¶2. (U) SUMMARY: Two. END SUMMARY."
    assert summary_of(text) == "One."


def test_the_summary_stays_in_the_text() -> None:
    cable = read(HEADER + "¶1. (U) SUMMARY: The buoy is blue. END SUMMARY.\n")
    assert cable.summary == "The buoy is blue."
    assert cable.body[0].text == "SUMMARY: The buoy is blue. END SUMMARY."
