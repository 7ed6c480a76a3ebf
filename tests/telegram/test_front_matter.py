"""Front matter: what the publisher says about a cable; it wins over what the text says."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from generator.cable import TagKind
from generator.telegram.front_matter import NAMES, read_fields
from generator.telegram.layout import Role
from generator.telegram.spans import find_spans
from tests.telegram.reading import HEADER, codes_of, parts_of, read

TEXT = HEADER + "¶1. (U) Text.\nROE\n"


@pytest.mark.parametrize(
    ("name", "value", "attribute", "expected"),
    [
        ("id", "09ROME12", "id", "09ROME12"),
        ("reference_id", "09 ROME 012", "id", "09 ROME 012"),
        ("Reference-ID", "09ROME12", "id", "09ROME12"),
        ("date", "2009-10-07", "sent", datetime(2009, 10, 7, tzinfo=UTC)),
        ("date", "2009-10-07 05:31", "sent", datetime(2009, 10, 7, 5, 31, tzinfo=UTC)),
        ("date", "2009-10-07T05:31:00Z", "sent", datetime(2009, 10, 7, 5, 31, tzinfo=UTC)),
        ("date", "2009-10-07T07:31+02:00", "sent", datetime(2009, 10, 7, 5, 31, tzinfo=UTC)),
        ("date", "P 070531Z OCT 09", "sent", datetime(2009, 10, 7, 5, 31, tzinfo=UTC)),
        ("created", "2009-10-07", "sent", datetime(2009, 10, 7, tzinfo=UTC)),
        ("DATE", "2009-10-07", "sent", datetime(2009, 10, 7, tzinfo=UTC)),
        ("subject", "A  fish\nis counted", "subject", "A fish is counted"),
        ("title", "A fish", "subject", "A fish"),
        ("headline", "A Fish", "headline", "A Fish"),
        ("classification", "Confidential", "classification", "CONFIDENTIAL"),
        ("classification", "SECRET//NOFORN", "classification", "SECRET"),
        ("classification", "UNCLASSIFIED//FOUO", "classification", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        ("sender", "Embassy Rome", "sender", "ROME"),
        ("from", "SECSTATE WASHDC", "sender", "STATE"),
        ("origin", "AMCONSUL HONG KONG", "sender", "HONGKONG"),
        ("signer", "Roe", "signer", "ROE"),
    ],
)
def test_a_name_sets_an_attribute(name: str, value: str, attribute: str, expected: object) -> None:
    assert read_fields({name: value}) == ({attribute: expected}, [])


@pytest.mark.parametrize("value", ["PREL, MT", "PREL MT", ["PREL", "MT"], "prel; mt", "[PREL](#) [MT](#)"])
def test_tags_are_a_list_or_a_text(value: object) -> None:
    values, left = read_fields({"tags": value})
    assert left == []
    assert [(tag.code, tag.kind) for tag in values["tags"]] == [("PREL", TagKind.SUBJECT), ("MT", TagKind.PLACE)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("layout", "post"),
        ("", "x"),
        ("date", "yesterday"),
        ("date", "2009-13-01"),
        ("date", "311200Z FEB 05"),
        ("date", "0001-01-01T00:00+23:00"),
        ("date", "9999-12-31T23:00-23:00"),
        ("date", ""),
        ("date", {"year": "2009"}),
        ("classification", "very secret"),
        ("sender", "123"),
        ("subject", ""),
        ("subject", " \n "),
        ("tags", ""),
        ("tags", []),
        ("tags", "…"),
        ("id", ""),
        ("signer", {"name": "Roe"}),
    ],
)
def test_a_name_or_value_that_is_not_understood_is_reported_and_sets_nothing(name: str, value: object) -> None:
    assert read_fields({name: value}) == ({}, [name])
    cable = read(TEXT, fields={name: value})
    assert codes_of(cable) == ["source.front-matter"]
    assert cable.id == "09VALLETTA118"


def test_two_names_for_one_thing_are_reported_and_the_first_is_taken() -> None:
    values, left = read_fields({"title": "A fish", "subject": "A buoy"})
    assert (values, left) == ({"subject": "A fish"}, ["subject"])


@pytest.mark.parametrize("name", NAMES)
def test_what_it_says_wins_over_the_text(name: str) -> None:
    values = {
        "id": "10ROME77",
        "sent": "2010-01-15",
        "subject": "A fish",
        "tags": "KNNP",
        "classification": "SECRET",
        "sender": "ROME",
        "signer": "DOE",
    }
    cable = read(TEXT, fields={name: values[NAMES[name]]})
    shown = getattr(cable, NAMES[name])
    expected = {"sent": datetime(2010, 1, 15, tzinfo=UTC)}.get(NAMES[name], values[NAMES[name]])
    assert (shown[0].code if NAMES[name] == "tags" else shown) == expected
    assert shown != getattr(read(TEXT), NAMES[name])


def test_a_given_headline_leaves_the_subject_as_written() -> None:
    cable = read(TEXT, fields={"subject": "THE HPA", "headline": "The HPA"})
    assert (cable.subject, cable.headline) == ("THE HPA", "The HPA")
    assert read(TEXT, fields={"subject": "THE HPA"}).headline == "The Hpa"


def test_a_given_headline_with_other_words_than_the_subject_is_reported_and_left() -> None:
    cable = read(TEXT, fields={"subject": "THE HPA", "headline": "The Harbour"})
    assert cable.headline == "The Hpa"
    assert codes_of(cable) == ["source.front-matter"]


def test_the_id_of_the_text_stays_as_an_alias() -> None:
    cable = read(TEXT, "content/cables/09VALLETTA119.txt", fields={"id": "10ROME77"})
    assert (cable.id, cable.aliases) == ("10ROME77", ("09VALLETTA118", "09VALLETTA119"))
    assert codes_of(cable) == []


@pytest.mark.parametrize(
    ("given", "expected", "reported"),
    [
        ("10 ROME 077", "10ROME77", False),
        ("note seven", "NOTE-SEVEN", True),
        ("../../etc/passwd", "ETC-PASSWD", True),
        ("???", "NOTE", True),
    ],
)
def test_a_given_id_becomes_a_safe_one(given: str, expected: str, reported: bool) -> None:
    cable = read("Just a text.\n", fields={"id": given})
    assert cable.id == expected
    assert bool({"cable.inferred-id", "cable.no-id"} & set(codes_of(cable))) == reported


def test_a_given_date_decides_the_year_of_the_id() -> None:
    assert read(TEXT, fields={"date": "2008-10-07"}).id == "08VALLETTA118"


def test_a_given_id_decides_the_year_of_references() -> None:
    cable = read(HEADER + "REF: ROME 12\n\n¶1. (U) Text.\n", fields={"id": "07VALLETTA118"})
    assert [reference.target for reference in cable.references] == ["07ROME12"]


def test_without_front_matter_nothing_is_said() -> None:
    assert read_fields({}) == ({}, [])


# A block that cannot be read


@pytest.mark.parametrize(
    "block",
    [
        "subject: Talks: next steps\n",
        'id: 09ROME12\nsubject: "Talks\n',
        "id: [1\n",
        "\nid: a: b\n\ntags: [PREL\n",
        "from: Rome: the city\ndate: yesterday: noon\n",
        "title: Talks: next steps\nand more\n",
    ],
)
@pytest.mark.parametrize("end", ["---\n", "...\n", "---\n\n"])
def test_a_block_that_cannot_be_read_is_shown_and_is_no_part_of_the_telegram(block: str, end: str) -> None:
    known, cable = read(TEXT), read(f"---\n{block}{end}{TEXT}")
    assert replace(cable, header="", body=()) == replace(known, header="", body=())
    assert [each.text for each in cable.body] == ["Text."]
    assert cable.header == f"---\n{block}{end}{known.header}"


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{TEXT}---\n",
        f"---\nid: 09ROME12\n{TEXT}\nHeading\n---\nText.\n",
        f"---\nid: 09ROME12\n{TEXT}",
        "---\nSUBJECT: EXERCISE\n---\n¶1. (U) Text.\n",
        "---\nThe buoy.\n---\n¶1. (U) Text.\n",
        "---\n---\n¶1. (U) Text.\n",
    ],
)
def test_rules_of_dashes_around_anything_else_are_no_front_matter(text: str) -> None:
    assert Role.FRONT_MATTER not in dict(parts_of(text))


def test_a_text_of_nothing_but_blocks_is_read() -> None:
    assert read("---\nid: a: b\n---\n" * 5_000).id == "NOTE"


def test_inspect_finds_the_block_where_it_stands() -> None:
    text = f"---\nsubject: Talks: next steps\n---\n{TEXT}"
    (span,) = (each for each in find_spans(text, read(text)).parts if each.part == "front matter")
    assert text[span.start : span.end] == "---\nsubject: Talks: next steps\n---"
