"""Subjects in capitals are shown in headline case, as far as it can be told which words are acronyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cable import Block, BlockKind, Tag, TagKind
from generator.telegram.headline import headline


def shown(subject: str, text: str = "", *tags: Tag) -> str:
    return headline(subject, [Block(kind=BlockKind.PARAGRAPH, text=text)], tags)


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        ("NEW BUOYS FOR THE HARBOUR", "", "New Buoys for the Harbour"),
        ("MALTA: THE FERRY IS LATE", "", "Malta: The Ferry Is Late"),
        ("NATO AND THE EU ON BUOYS", "", "NATO and the EU on Buoys"),
        ("US HELP FOR US", "", "US Help for US"),
        ("MARSA'S LIGHTS, O'BRIEN'S VIEW", "", "Marsa's Lights, O'Brien's View"),
        ("PART II: 09VALLETTA118 AND THE U.S. VIEW", "", "Part II: 09VALLETTA118 and the U.S. View"),
        ("VISIT OF THE HPA CHIEF", "The HPA is small.", "Visit of the HPA Chief"),
        ("AID FOR THE BLIND", "AID is short. The aid came.", "Aid for the Blind"),
        ("XXXXXXXX MEETS THE PM", "", "XXXXXXXX Meets the PM"),
        ("MEETING ON LAW OF THE SEA, WHAT FOR", "", "Meeting on Law of the Sea, What For"),
        ("Already as a headline", "", "Already as a headline"),
        ("2009", "", "2009"),
        ("", "", ""),
    ],
)
def test_headline_case(subject: str, text: str, expected: str) -> None:
    assert shown(subject, text) == expected


def test_an_organisation_that_is_a_word_too_is_told_by_the_text_and_the_tags() -> None:
    subject = "THOSE WHO START AID"
    assert shown(subject) == "Those Who Start Aid"
    assert shown(subject, "The WHO said so.") == "Those WHO Start Aid"
    assert shown(subject, "", Tag(code="WHO", kind=TagKind.ORGANIZATION)) == "Those WHO Start Aid"
    assert shown("CARS IN IT", "", Tag(code="IT", kind=TagKind.PLACE)) == "Cars in It"


@given(st.text(max_size=80), st.text(max_size=80))
def test_only_the_case_of_letters_changes(subject: str, text: str) -> None:
    assert shown(subject, text).upper() == subject.upper()
