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
