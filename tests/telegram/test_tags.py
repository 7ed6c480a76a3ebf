"""TAGS: Traffic Analysis by Geography and Subject."""

from __future__ import annotations

import pytest

from generator.cable import TagKind
from generator.telegram.tags import parse_tags
from tests.telegram.reading import HEADER, read


def codes(text: str) -> list[str]:
    return [tag.code for tag in parse_tags(text)]


@pytest.mark.parametrize(
    "label",
    [
        "TAGS:",
        "TAGS",
        "TAGES:",
        "TAG:",
        "TAG",
        "TAS:",
        "TABS:",
        "TGS:",
        "AGS:",
        "TAGS;",
        "TAGS,",
        "TAGS :",
        "Tags:",
        "tags:",
        "TAGS.",
    ],
)
def test_a_label_may_be_mistyped(label: str) -> None:
    assert codes(f"{label} PREL, MT") == ["PREL", "MT"]
    cable = read(HEADER.replace("TAGS:", label) + "¶1. (U) Text.\n")
    assert [tag.code for tag in cable.tags] == ["PREL", "MT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TAGS: PREL, NATO, RS", ["PREL", "NATO", "RS"]),
        ("TAGS: PREL NATO RS", ["PREL", "NATO", "RS"]),
        ("TAGS: PREL,NATO,RS", ["PREL", "NATO", "RS"]),
        ("TAGS: PREL; NATO; RS", ["PREL", "NATO", "RS"]),
        ("TAGS: PREL,, NATO,", ["PREL", "NATO"]),
        ("TAGS: PREL. NATO.", ["PREL", "NATO"]),
        ("TAGS: prel, Nato", ["PREL", "NATO"]),
        ("TAGS: [PREL](#) [NATO](#) [RS](#)", ["PREL", "NATO", "RS"]),
        ("TAGS: [PREL](#), [NATO](https://example.org/tag/NATO)", ["PREL", "NATO"]),
        ("TAGS: [PREL](#)[NATO](#)", ["PREL", "NATO"]),
        ("TAGS: PREL\nNATO RS\n  KNNP", ["PREL", "NATO", "RS", "KNNP"]),
        ("TAGS:\nPREL NATO", ["PREL", "NATO"]),
        ("PREL NATO", ["PREL", "NATO"]),
        ("TAGS: PREL, PREL, prel", ["PREL"]),
        ("TAGS: PREL SIPDIS NATO", ["PREL", "NATO"]),
        ("TAGS: UNGA/C-6, ZANU-PF", ["UNGA/C-6", "ZANU-PF"]),
        ("TAGS: (PREL, MT)", ["PREL", "MT"]),
        ("TAGS: N/A", []),
        ("TAGS: NONE", []),
        ("TAGS:", []),
        ("", []),
        ("TAGS: PREL (U) MT", ["PREL", "MT"]),
        ("TAGS: PREL\nPAGE 02 ROME 01196 01 OF 02 082030Z\nMT IT", ["PREL", "MT", "IT"]),
        ("TAGS: PREL\nPAGE 02\nMT", ["PREL", "MT"]),
    ],
)
def test_codes_come_in_their_order_each_once_without_captions_and_page_lines(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TAGS: OVIP (ROE, JANE)", ["OVIP", "ROE, JANE"]),
        ("TAGS: PREL OVIP (ROE, JANE) MT", ["PREL", "OVIP", "ROE, JANE", "MT"]),
        ("TAGS: OVIP (ROE, JANE), OVIP (DOE, JOHN Q.)", ["OVIP", "ROE, JANE", "DOE, JOHN Q."]),
        ("TAGS: OVIP (ROE,\nJANE)", ["OVIP", "ROE, JANE"]),
        ("TAGS: [OVIP](#) (ROE, JANE) [MT](#)", ["OVIP", "ROE, JANE", "MT"]),
        ("TAGS: OVIP (Roe, Jane)", ["OVIP", "ROE, JANE"]),
        ("TAGS: OVIP (ROE-DOE, JANE)", ["OVIP", "ROE-DOE, JANE"]),
    ],
)
def test_a_person_in_brackets_is_a_tag_of_its_own(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("MT", TagKind.PLACE),
        ("XX", TagKind.PLACE),
        ("KNNP", TagKind.PROGRAM),
        ("KPAO", TagKind.PROGRAM),
        ("ROE, JANE", TagKind.PERSON),
        ("NATO", TagKind.ORGANIZATION),
        ("UN", TagKind.ORGANIZATION),
        ("UNGA/C-6", TagKind.ORGANIZATION),
        ("PREL", TagKind.SUBJECT),
        ("KIDS1", TagKind.SUBJECT),
    ],
)
def test_the_form_of_a_code_tells_its_kind(code: str, kind: TagKind) -> None:
    text = f"OVIP ({code})" if "," in code else code
    assert parse_tags(text)[-1].kind is kind


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("TAGS: PREL, MT\n", ["PREL", "MT"]),
        ("TAGS: PREL\nMT\nIT\n", ["PREL", "MT", "IT"]),
        ("TAGS:\n\nPREL MT\n", ["PREL", "MT"]),
        ("TAGS\nPREL MT\n", ["PREL", "MT"]),
        ("TAGS: PREL\nPAGE 02 VALLET 00118 070531Z\nMT\n", ["PREL", "MT"]),
        ("TAGS: PREL\n\nTAGS: MT\n", ["PREL", "MT"]),
        ("TAGS: PREL\nTAGS: MT\n", ["PREL", "MT"]),
    ],
)
def test_a_block_of_tags_may_wrap_begin_a_line_later_and_come_twice(block: str, expected: list[str]) -> None:
    cable = read(HEADER.replace("TAGS: PREL, MT\n", block) + "¶1. (U) Text.\n")
    assert [tag.code for tag in cable.tags] == expected
    assert cable.subject == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"


def test_a_cable_without_tags_has_none() -> None:
    assert read(HEADER.replace("TAGS: PREL, MT\n", "") + "¶1. (U) TAGS: PREL\n").tags == ()
