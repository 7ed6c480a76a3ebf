"""Spans: where in its source each piece of a record came from."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cable import Cable
from generator.telegram.lines import source_column, split_lines
from generator.telegram.spans import Spans, find_spans
from tests.telegram.reading import HEADER, read
from tests.telegram.test_properties import any_text, damaged, pieced

quick = settings(deadline=None, max_examples=150)

TEXT = f"""{HEADER}REF: A. 06 ROME 1196 (NOTAL)
     B. STATE 12

Classified By: Poloff Jane Roe for reasons 1.4 (b) and (d).

¶1. (U) SUMMARY: The lamp is out. END SUMMARY.

VALLETTA 00000118  001.2 OF 002

¶2. (U) It was lit
again.
ROE
"""


def test_a_signer_behind_the_last_sentence_has_a_place_of_its_own() -> None:
    text = TEXT.replace("again.\nROE", "again. DOERING")
    assert words_at(text, "signer") == ["DOERING"]
    assert words_at(text, "body")[1] == "¶2. (U) It was lit again."
    one = text.replace("lit\nagain", "lit again")
    assert (words_at(one, "signer"), words_at(one, "body")[1]) == (["DOERING"], "¶2. (U) It was lit again.")


def spans_of(text: str) -> tuple[Cable, Spans]:
    cable = read(text)
    return cable, find_spans(text, cable)


def words_at(text: str, name: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in spans_of(text)[1].fields[name]]


def test_each_field_has_the_place_of_its_own_words() -> None:
    assert words_at(TEXT, "id") == ["VALLETTA 000118"]
    assert words_at(TEXT, "sent") == ["070531Z OCT 09"]
    assert words_at(TEXT, "precedences") == ["R"]
    assert words_at(TEXT, "sender_name") == ["AMEMBASSY VALLETTA"]
    assert words_at(TEXT, "classification") == ["UNCLAS"]
    assert words_at(TEXT, "handling") == ["SIPDIS"]
    assert words_at(TEXT, "transmission_id") == ["VZCZCXRO3880"]
    assert words_at(TEXT, "action") == ["SECSTATE WASHDC"]
    assert words_at(TEXT, "info") == ["AMEMBASSY REYKJAVIK"]
    assert words_at(TEXT, "tags") == ["PREL", "MT"]
    assert words_at(TEXT, "subject") == ["EXERCISE: THE LIGHTHOUSE IS FICTIONAL"]
    assert words_at(TEXT, "declassify_rule") == ["N/A"]
    assert words_at(TEXT, "references") == ["06 ROME 1196 (NOTAL)", "STATE 12"]
    assert words_at(TEXT, "classified_by") == ["Classified By: Poloff Jane Roe for reasons 1.4 (b) and (d)."]
    assert words_at(TEXT, "summary") == ["The lamp is out."]
    assert words_at(TEXT, "signer") == ["ROE"]
    assert words_at(TEXT, "body") == [
        "¶1. (U) SUMMARY: The lamp is out. END SUMMARY.",
        "¶2. (U) It was lit again.",
    ]


def test_a_value_whose_words_do_not_stand_together_has_the_place_of_its_part() -> None:
    text = TEXT.replace("E.O. 12958: N/A", "E.O. 12958: DECL: OCT 6, 2019")
    (start, end), *_ = spans_of(text)[1].fields.get(
        "declassify_on", spans_of(text)[1].fields.get("declassify_rule", ())
    )
    assert "OCT 6, 2019" in text[start:end]


def test_what_the_reading_text_leaves_out_is_an_artefact() -> None:
    _, spans = spans_of(TEXT)
    left_out = [TEXT[span.start : span.end] for span in spans.parts if span.part == "artefact"]
    assert left_out == ["VALLETTA 00000118  001.2 OF 002"]


def test_front_matter_is_a_part_of_its_own() -> None:
    text = f"---\nid: 09VALLETTA118\n---\n{TEXT}"
    spans = find_spans(text, read(TEXT), telegram_line=4)
    first = spans.parts[0]
    assert (first.part, text[first.start : first.end]) == ("front matter", "---\nid: 09VALLETTA118\n---")
    (start, end), *_ = spans.fields["subject"]
    assert text[start:end] == "EXERCISE: THE LIGHTHOUSE IS FICTIONAL"


@given(st.one_of(any_text, pieced, damaged(), pieced.map(lambda text: f"{TEXT}{text}")))
@quick
def test_every_character_of_a_source_is_in_exactly_one_part(text: str) -> None:
    _, spans = spans_of(text)
    end = 0
    for span in spans.parts:
        assert end <= span.start < span.end
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()


@given(st.one_of(pieced, damaged()))
@quick
def test_a_line_that_is_no_field_s_has_a_finding(text: str) -> None:
    cable, spans = spans_of(text)
    reported = {finding.line for finding in cable.findings if finding.code == "cable.unknown-line"}
    for span in spans.parts:
        if span.part == "unknown":
            first = text.count("\n", 0, span.start) + 1
            lines = text[span.start : span.end].split("\n")
            assert {number for number, line in enumerate(lines, first) if line.strip()} <= reported


@given(st.one_of(pieced, damaged()))
@quick
def test_every_place_is_within_the_text(text: str) -> None:
    _, spans = spans_of(text)
    for places in spans.fields.values():
        assert places
        assert all(0 <= start < end <= len(text) for start, end in places)


@given(st.text(st.sampled_from("ab \t&#;128x\u00a0"), max_size=40), st.integers(0, 60))
@quick
def test_a_column_of_a_line_is_found_in_the_line_as_it_was(line: str, column: int) -> None:
    (read_line,) = split_lines(line)
    place = source_column(line, column)
    if column <= len(read_line.text):
        (before,) = split_lines(f"{line[:place]}|")
        in_a_tab = line[place : place + 1] == "\t"
        assert before.text == f"{read_line.text[:column]}|" or (in_a_tab and len(before.text) - 1 < column)
