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
        ("A/S ROE ON AN-26 AND 2ND ROUND; MCROE VISIT", "", "A/S Roe on AN-26 and 2nd Round; McRoe Visit"),
        ("THE AN-26 IS LATE", "The An-26 is an exercise.", "The An-26 Is Late"),
        ("SO-CALLED BY-ELECTION: THE ON-SITE RUN-UP", "", "So-Called By-Election: The On-Site Run-Up"),
        ("THE SO-CALLED BY-ELECTION FACE-TO-FACE", "", "The So-Called By-Election Face-to-Face"),
        ("BUOYS AND/OR BOATS TODAY", "", "Buoys and/or Boats Today"),
        ("THE HEPATITIS A OUTBREAK AND A BUOY", "", "The Hepatitis A Outbreak and a Buoy"),
        ("ON BERTH A TODAY", "This exercise is on Berth A.", "On Berth A Today"),
        ("ISLAND TO ANNEX A VILLAGE", "", "Island to Annex a Village"),
        ("F-16S OF THE 1990S AND 21ST CENTURY 112TH DAY", "", "F-16s of the 1990s and 21st Century 112th Day"),
        ("AT 17S AND 11ST", "", "At 17S and 11ST"),
        ("NGOS AND HPAS ON GAS", "The HPAs of this exercise.", "NGOs and HPAs on Gas"),
        ("P/DAS ROE AND DAS ROE MEET W/KING", "", "P/DAS Roe and DAS Roe Meet W/King"),
        ("VISIT OF D'ROENA TO COTE D'IVOIRE", "", "Visit of D'Roena to Cote d'Ivoire"),
        ("THE TALK WITH D'ROENA", "We met d’Roena, an exercise.", "The Talk with d'Roena"),
        ("L'ÉCOLE « DÉJÀ VU » TODAY", "", "L'École « Déjà Vu » Today"),
        ("N'DJAMENA DOESN'T AGREE: I'M LATE", "", "N'Djamena Doesn't Agree: I'm Late"),
        ("MACROE AND MACEDONIA", "MacRoe is invented.", "MacRoe and Macedonia"),
        ("BUOYS--A VIEW", "", "Buoys--A View"),
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
