"""Headers that are not in capitals: a person sees at once what their lines are."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.cable import Cable
from generator.telegram.layout import Role
from tests.telegram.reading import HEADER, codes_of, parts_of, read
from tests.telegram.test_properties import SAMPLES

MIXED = """\
P 070531Z OCT 09
Fm AmEmbassy Valletta
To SecState WashDC Priority 3456
Info AmEmbassy Reykjavik
AmEmbassy Rome
Confidential Valletta 000118
Sipdis
E.O. 12958: Decl: 10/06/2019
Tags: PREL, MT
Subject: Exercise: the lighthouse is fictional
1. (C) This is an exercise. Everything in it is fictional.
PENDLEWOOD
"""


def facts(cable: Cable) -> Cable:
    return replace(cable, header="", headline="", subject=cable.subject.upper(), sender_name=cable.sender_name.upper())


@pytest.mark.parametrize(
    "text",
    [
        MIXED,
        MIXED.replace("Confidential", "C o n f i d e n t i a l"),
        MIXED.replace("Fm", "fm").replace("To", "to").replace("Info", "info"),
        MIXED.replace("Fm ", "From: ").replace("To ", "To: ").replace("Info ", "Info: "),
        MIXED.replace("\n", "\n\n").replace("REYKJAVIK\n\n", "REYKJAVIK\n"),
    ],
)
def test_a_header_in_mixed_case_is_read_as_one_in_capitals(text: str) -> None:
    head, _, body = text.partition("1. (C)")
    known, cable = read(f"{head.upper()}1. (C){body}"), read(text)
    assert (known.id, known.classification, known.handling) == ("09VALLETTA118", "CONFIDENTIAL", ("SIPDIS",))
    assert [len(known.action), len(known.info), known.findings] == [1, 2, ()]
    assert facts(cable) == facts(known)
    assert "Valletta" in cable.header


@pytest.mark.parametrize("text", [MIXED.lower(), f"vzczcxro3880\nrr ruehrk\nde ruehvt #0118 2800531\n{MIXED.lower()}"])
def test_a_telegram_all_in_small_letters_is_read(text: str) -> None:
    known, cable = read(MIXED), read(text)
    assert (cable.id, cable.signer, cable.findings) == ("09VALLETTA118", "PENDLEWOOD", ())
    assert (cable.classification, cable.handling, cable.action, cable.info) == (
        known.classification, known.handling, known.action, known.info,
    )  # fmt: skip
    assert [block.text for block in cable.body] == ["this is an exercise. everything in it is fictional."]


@pytest.mark.parametrize("text", SAMPLES)
def test_a_sample_in_small_letters_has_the_same_sender_addressees_and_level(text: str) -> None:
    known, cable = read(text), read(text.lower())
    assert (cable.id, cable.sent, cable.sender, cable.classification) == (
        known.id, known.sent, known.sender, known.classification,
    )  # fmt: skip
    assert [each.route for each in (*cable.action, *cable.info)] == [
        each.route for each in (*known.action, *known.info)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "To the point: this is an exercise.",
        "to the point",
        "Info for visitors follows",
        "fm radio is an exercise",
        "Confidential talks are an exercise.",
        "Confidential sources said 1234 words",
        "Secret talks in Rome 2008",
        "Sensitive matters",
        "roe",
        "de ruehvt",
    ],
)
@pytest.mark.parametrize("header", ["", HEADER, f"{HEADER}¶1. (U) Text.\n\n", "R 070531Z OCT 09\n\n"])
def test_prose_is_no_header(line: str, header: str) -> None:
    body = dict(parts_of(f"{header}{line}\n\n¶2. (U) It stays.\n"))[Role.BODY]
    assert line in body


@pytest.mark.parametrize("name", ["pendlewood", "van der meer"])
def test_a_last_word_in_small_letters_is_a_signer_only_where_all_else_is_small(name: str) -> None:
    small = MIXED.lower().replace("pendlewood", name)
    assert read(small).signer == name.upper()
    assert read(MIXED.replace("PENDLEWOOD", name)).signer == ""
    assert read(small.replace("fictional.\n", "fictional\n")).signer == ""


def test_a_reference_in_small_letters_is_a_link_and_stays_as_it_is_written() -> None:
    cable = read(MIXED.lower().replace("1. (c)", "ref: a. state 123\n     b. 07 lisbon 45\n1. (c)"))
    assert [(each.text, each.target) for each in cable.references] == [
        ("state 123", "09STATE123"),
        ("07 lisbon 45", "07LISBON45"),
    ]


def test_nothing_is_said_of_a_header_that_is_read() -> None:
    assert codes_of(read(MIXED)) == []
