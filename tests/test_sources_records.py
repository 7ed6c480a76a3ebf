"""JSON Lines: the record's fields win, a text in it is parsed, and what `inspect` prints can be read again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.cable import BlockKind
from generator.findings import Finding
from generator.press.inspect import Inspection, to_json
from generator.sources import RawTelegram, read_telegrams
from generator.sources.discovery import SourceFile, find_single
from generator.sources.making import Piece
from generator.sources.parts import LARGE
from generator.sources.records import read_records
from generator.telegram.spans import Spans
from tests.source_files import MOST_BYTES, cables_of, codes_of, quick, read_file
from tests.telegrams import telegram

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=9,
)
NAMES = st.sampled_from("id tags references paragraphs body text sent action media classified_by x".split())


def lines(*records: Any) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_a_record_with_a_text_is_parsed_and_its_fields_win(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "a.jsonl", lines({"text": telegram(), "subject": "DECIDED", "tags": ["SENV"]}))
    assert (cable.id, cable.subject, [tag.code for tag in cable.tags]) == ("09VALLETTA118", "DECIDED", ["SENV"])
    assert cable.body[0].text == "This is an exercise. Everything in it is fictional."


def test_what_transmission_put_between_the_lines_of_a_text_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    body = "¶1. (U) This is an exercise.\n\nVALLETTA 00000118  001.2 OF 002\n\n¶2. (U) Everything is fictional."
    text = f"{telegram(body=body)}\nNNNN\n"
    (cable,) = cables_of(tmp_path, "a.jsonl", lines({"text": text}))
    assert [block.text for block in cable.body] == ["This is an exercise.", "Everything is fictional."]
    assert cable.signer == "PENDLEWOOD"


def test_header_and_body_are_put_together(tmp_path: Path) -> None:
    head, _, body = telegram().partition("¶1.")
    (cable,) = cables_of(tmp_path, "a.jsonl", lines({"header": head, "body": f"¶1.{body}"}))
    assert (cable.id, cable.body[0].number) == ("09VALLETTA118", 1)


def test_a_record_without_a_text_is_a_cable_of_its_fields(tmp_path: Path) -> None:
    record = {
        "id": "09VALLETTA118",
        "date": "2009-10-07T05:31:00Z",
        "dtg": "070531Z OCT 09",
        "sender": "VALLETTA",
        "classification": "CONFIDENTIAL",
        "handling": ["NOFORN", "SIPDIS"],
        "precedence": "PRIORITY",
        "action": ["RUEHC/SECSTATE WASHDC PRIORITY 3456"],
        "info": "RUEHRO/AMEMBASSY ROME\nRUEHNO/USNATO",
        "tags": ["PREL", "CLINTON, HILLARY"],
        "subject": "EXERCISE",
        "declassify_on": "2019-10-06",
        "classified_by": {"person": "Jane Doe", "title": "Political Advisor", "reasons": ["b", "d"]},
        "references": ["09 ROME 5", {"letter": "B", "target": "09OSLO6", "kind": "cable"}],
        "paragraphs": [{"number": 1, "portion_mark": "C", "text": "Fictional."}, "More."],
        "signer": "Pendlewood",
        "media": ["https://example.org/a", "javascript:x()"],
    }
    (cable,) = cables_of(tmp_path, "a.jsonl", lines(record))
    assert cable.findings == ()
    assert (cable.id, cable.precedences, cable.handling) == ("09VALLETTA118", ("PRIORITY",), ("NOFORN", "SIPDIS"))
    assert [each.name for each in (*cable.action, *cable.info)] == ["SECSTATE WASHDC", "AMEMBASSY ROME", "USNATO"]
    assert [(tag.code, tag.kind) for tag in cable.tags] == [("PREL", "subject"), ("CLINTON, HILLARY", "person")]
    assert [each.target for each in cable.references] == ["09ROME5", "09OSLO6"]
    assert [(block.number, block.mark, block.text) for block in cable.body] == [
        (1, "C", "Fictional."),
        (0, "", "More."),
    ]
    assert cable.classified_by is not None
    assert (cable.classified_by.person, cable.classified_by.reasons) == ("Jane Doe", ("b", "d"))
    assert str(cable.declassify_on) == "2019-10-06"
    assert cable.media == ("https://example.org/a",)
    assert not cable.extract


def test_what_inspect_prints_is_read_again_as_the_same_cable(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "a.txt", telegram(refs="09 ROME 5", tags=("PREL", "MT")))
    (again,) = cables_of(tmp_path, "a.jsonl", to_json(Inspection(cable, Spans((), {}))) + "\n")
    assert again.body == cable.body
    assert replace(again, source=cable.source, header="", body=(), findings=()) == replace(
        cable, header="", body=(), findings=()
    )


def test_a_name_that_no_record_has_is_a_finding_at_its_line(tmp_path: Path) -> None:
    written = lines({"id": "09ROME1", "subject": "A"}, {"id": "09ROME2", "subjct": "B"})
    found = codes_of(read_file(tmp_path, "a.jsonl", written), parsed=True)
    assert ("source.front-matter", 2) in found


DEEP = "[" * 5000 + "]" * 5000


@pytest.mark.parametrize("broken", ["{", "[]", "1", '{"id": }', '"text"', "{}", '{"a": "\\ud800"}', DEEP, b"\xe9"])
def test_a_line_that_is_no_record_is_a_finding_and_the_next_is_read(tmp_path: Path, broken: str | bytes) -> None:
    data = broken if isinstance(broken, bytes) else broken.encode()
    written = lines({"id": "09ROME1"}).encode() + data + b"\n" + lines({"id": "09ROME2"}).encode()
    items = read_file(tmp_path, "a.jsonl", written)
    assert codes_of(items) == [("source.broken-row", 2)]
    assert [item.line for item in items if isinstance(item, RawTelegram)] == [1, 3]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_an_array_and_an_object_over_several_lines_are_read(tmp_path: Path, name: str) -> None:
    records = [{"id": "09ROME1"}, {"id": "09ROME2"}]
    for written in (
        json.dumps(records),
        json.dumps(records, indent=2),
        "[\n" + lines(*records).replace("}\n", "},\n") + "]",
    ):
        assert [cable.id for cable in cables_of(tmp_path, name, written)] == ["09ROME1", "09ROME2"]
    assert [cable.id for cable in cables_of(tmp_path, name, json.dumps(records[0], indent=2))] == ["09ROME1"]


def test_an_array_that_is_large_but_no_larger_than_a_cable_may_be_is_read_with_the_line_of_each(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    records = [{"id": f"09ROME{number}", "body": "1. (U) An exercise.\n" * 60} for number in range(1, 2001)]
    path.write_text(json.dumps(records, indent=2))
    (file,) = find_single(path, "a.json", "").files
    assert LARGE < file.size < MOST_BYTES
    items = list(read_telegrams(file, MOST_BYTES))
    assert [item.line for item in items] == [2 + 4 * number for number in range(2000)]
    assert all(isinstance(item, RawTelegram) for item in items)


def test_blocks_keep_their_kind(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "a.jsonl", lines({"id": "09ROME1", "body": [{"kind": "heading", "text": "A"}]}))
    assert [block.kind for block in cable.body] == [BlockKind.HEADING]


@quick
@given(st.lists(st.dictionaries(NAMES | st.text(max_size=5), ANYTHING, max_size=5), max_size=3))
def test_any_records_are_read_or_reported(records: list[dict[str, Any]]) -> None:
    data = "".join(json.dumps(record) + "\n" for record in records).encode()
    items = list(read_records(Piece(SourceFile("", "a.jsonl", ""), data, 1, 1, MOST_BYTES)))
    codes_of(items, parsed=True)


@quick
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_reported(data: bytes) -> None:
    for item in read_records(Piece(SourceFile("", "a.jsonl", ""), data, 1, 1, MOST_BYTES)):
        assert isinstance(item, (Finding, RawTelegram))
