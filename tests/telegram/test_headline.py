"""Subjects in capitals are shown in headline case, as far as it can be told which words are acronyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cable import Block, BlockKind
from generator.telegram.headline import headline


def shown(subject: str, text: str = "") -> str:
    return headline(subject, [Block(kind=BlockKind.PARAGRAPH, text=text)])


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


@given(st.text(max_size=80), st.text(max_size=80))
def test_only_the_case_of_letters_changes(subject: str, text: str) -> None:
    assert shown(subject, text).upper() == subject.upper()
