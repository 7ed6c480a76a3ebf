"""What a format says beside the telegram: it fills what the text does not say, and a contradiction is a note."""

from __future__ import annotations

import pytest

from generator.cable import Cable, Source
from generator.telegram import parse_telegram
from generator.telegram.attributes import read_time
from tests.telegrams import telegram


def parse(text: str, **attributes: str) -> Cable:
    attributes = {name: value for name, value in attributes.items() if value}
    return parse_telegram(text, Source(path="a.csv", line=1, sha256="0" * 64), attributes=attributes)


def disagreements(cable: Cable) -> int:
    return sum(finding.code == "cable.disagreement" for finding in cable.findings)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("12/28/1966 18:48", "1966-12-28 18:48"),
        ("1/2/2003 4:05", "2003-01-02 04:05"),
        ("1/2/03 4:05 pm", "2003-01-02 16:05"),
        ("2003-01-02 04:05", "2003-01-02 04:05"),
        ("2003-01-02T04:05:59Z", "2003-01-02 04:05"),
        ("2009-10-07 23:31:00-05:00", "2009-10-08 04:31"),
        ("2003-01-02T04:05:59.123456+0530", "2003-01-01 22:35"),
        ("2003-01-02 04:05 +02", "2003-01-02 02:05"),
        ("2003/1/2", "2003-01-02 00:00"),
        ("01 JAN 1994", "1994-01-01 00:00"),
        ("01-Jan-1994 12:00:00 am", "1994-01-01 00:00"),
        ("01-Jan-1994 12:30:00 PM", "1994-01-01 12:30"),
        ("9 september 1975", "1975-09-09 00:00"),
        ("070531Z OCT 09", "2009-10-07 05:31"),
    ],
)
def test_a_date_is_read_in_every_form_that_formats_use(text: str, time: str) -> None:
    read = read_time(text)
    assert read is not None
    assert f"{read:%Y-%m-%d %H:%M}" == time


@pytest.mark.parametrize(
    "text",
    ["", "n/a", "13/13/2003 4:05", "2003-02-30", "1/2/2003 25:00", "31 FEB 1975", "01 XXX 1994", "2003", "1/2/20035"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("published", "cable_id", "aliases", "codes"),
    [
        ("09VALLETTA118", "09VALLETTA118", (), []),
        ("09 VALLETTA 000118", "09VALLETTA118", ("09-VALLETTA-000118",), []),
        ("2009VALLETTA118", "09VALLETTA118", ("2009VALLETTA118",), []),
        ("09AMEMBASSYVALLETTA118", "09VALLETTA118", ("09AMEMBASSYVALLETTA118",), []),
        ("09ROME118", "09ROME118", (), ["cable.disagreement"]),
        ("09VALLETTA119", "09VALLETTA119", (), ["cable.disagreement"]),
        ("08VALLETTA118", "08VALLETTA118", (), ["cable.disagreement"]),
        ("09VALLETTA1180", "09VALLETTA1180", (), ["cable.disagreement"]),
        ("<b>", "09VALLETTA118", ("B",), ["cable.inferred-id"]),
    ],
)
def test_the_published_id_is_the_cable_s(
    published: str, cable_id: str, aliases: tuple[str, ...], codes: list[str]
) -> None:
    cable = parse(telegram(), id=published)
    assert (cable.id, cable.aliases, [each.code for each in cable.findings]) == (cable_id, aliases, codes)


@pytest.mark.parametrize(
    ("name", "value", "agrees"),
    [
        ("date", "10/7/2009 5:31", True),
        ("date", "10/8/2009 5:31", True),
        ("date", "10/8/2009 5:32", False),
        ("date", "10/7/2008 5:31", False),
        ("classification", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", True),
        ("classification", "SECRET", False),
        ("subject", "Exercise - the lighthouse is fictional.", True),
        ("subject", "EXERCISE: THE LIGHT", True),
        ("subject", "ANOTHER ONE", False),
        ("tags", "MT, PREL, SENV", True),
        ("tags", "SENV", False),
        ("sender", "Embassy Valletta", True),
        ("sender", "Consulate General Rome", False),
        ("references", "09ROME5", True),
        ("references", "09ROME5|09OSLO6", False),
        ("references", "09VALLETTA118", True),
        ("media", "https://example.org/", True),
    ],
)
def test_only_a_real_contradiction_is_said_and_the_text_is_taken(name: str, value: str, agrees: bool) -> None:
    plain = parse_telegram(telegram(refs="09 ROME 5"), Source(path="a", line=1, sha256=""))
    cable = parse(telegram(refs="09 ROME 5"), **{name: value})
    assert disagreements(cable) == (not agrees)
    for field in ("sent", "classification", "subject", "tags", "references", "sender", "sender_name"):
        assert getattr(cable, field) == getattr(plain, field)


def test_what_the_text_does_not_say_is_filled() -> None:
    cable = parse(
        "1. (U) Nothing but text.",
        id="75LIMA17",
        date="01 JAN 1975",
        classification="SECRET//NOFORN",
        subject="EXERCISE",
        tags="PREL, PE",
        sender="Embassy Lima",
        references="74ROME5",
        media="https://example.org/a javascript:x() https://example.org/a",
        executive_order="GDS",
    )
    assert (cable.id, cable.sender, cable.sender_name) == ("75LIMA17", "LIMA", "Embassy Lima")
    assert (cable.classification, cable.handling, cable.subject) == ("SECRET", ("NOFORN",), "EXERCISE")
    assert ([tag.code for tag in cable.tags], cable.declassify_rule) == (["PREL", "PE"], "GDS")
    assert ([each.target for each in cable.references], cable.media) == (["74ROME5"], ("https://example.org/a",))
    assert cable.sent is not None


def test_what_somebody_decided_wins_and_is_compared_with_nothing() -> None:
    source = Source(path="a.csv", line=1, sha256="")
    fields = {"id": "09ROME1", "subject": "DECIDED", "date": "2001-01-01", "classification": "SECRET"}
    attributes = {"id": "09OSLO1", "subject": "OTHER", "date": "1/1/1999", "classification": "CONFIDENTIAL"}
    cable = parse_telegram(telegram(), source, fields=fields, attributes=attributes)
    assert (cable.id, cable.subject, cable.classification) == ("09ROME1", "DECIDED", "SECRET")
    assert disagreements(cable) == 0


def test_a_date_and_a_reference_that_are_none_are_said() -> None:
    cable = parse("1. Text.", id="75LIMA17", date="yesterday", references="75LIMA18|what?")
    assert {"cable.bad-date", "cable.unclear-reference"} <= {finding.code for finding in cable.findings}
    assert [each.target for each in cable.references] == ["75LIMA18", ""]
