"""What holds for every text, whole, damaged or none at all: it is parsed, and nothing of it is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.cable import Cable, Source
from generator.telegram.addressees import parse_addressee
from generator.telegram.body import parse_body
from generator.telegram.classification import parse_classification
from generator.telegram.classified_by import parse_classified_by
from generator.telegram.dtg import parse_dtg
from generator.telegram.executive_order import parse_executive_order
from generator.telegram.handling import find_captions, is_caption_line
from generator.telegram.identity import ReferenceId, read_reference_id, station_code
from generator.telegram.layout import find_layout
from generator.telegram.lines import join_lines, split_lines
from generator.telegram.parsing import parse_telegram
from generator.telegram.references import parse_references
from generator.telegram.subject import parse_subject
from generator.telegram.tags import parse_tags
from tests.site_folder import ROOT
from tests.telegram.reading import HEADER, read
from tests.telegrams import telegram

SAMPLES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "content" / "cables").rglob("*.txt"))]

PIECES = (
    "VZCZCXRO3880", "PP RUEHDBU", "DE RUEHVT #0118/01 2800531", "R 070531Z OCT 09", "FM ", "TO ", "INFO ", "XMT ", "RUEHC/",
    "UNCLAS ", "C O N F I D E N T I A L ", "SECRET", "SECTION 01 OF 02 ", "VALLETTA 000118", "SIPDIS", "E.O. 12958: ",
    "DECL: 10/06/2019", "TAGS: ", "PREL, MT", "(ROE, JANE)", "[MT](#) ", "SUBJECT: ", "SUBJ: ", "REF: ", "A. 06 ROME 12",
    "B. ", "Classified By: ", "for reasons 1.4 (b) and (d)", "¶1. ", "2. ", "(C) ", "(C/NF) ", "-- ", "(1) ", "---", "  ",
    "SUMMARY", "END SUMMARY", "PAGE 02 ROME 01196", "VALLETTA 00000118  001.2 OF 003", "NNNN", "BT", "ROE", "The buoy. ",
    "xxxxxxxxxxxx", "THIS IS AN ACTION", "partial extract", "\n", "\n", "\n", "\n\n", "\t", "\u00a0", "\u2028", "\x0c",
)  # fmt: skip

any_text = st.text(st.characters())
pieced = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=60).map("".join)
quick = settings(deadline=None, max_examples=150)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Take a sample telegram and delete, double, swap, cut, join or garble some of its lines."""
    lines = draw(st.sampled_from(SAMPLES)).split("\n")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(("delete", "double", "swap", "cut", "join", "garble", "insert")))
        if kind == "delete" and len(lines) > 1:
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == "cut":
            place = draw(st.integers(0, len(lines[at])))
            lines[at : at + 1] = [lines[at][:place], lines[at][place:]]
        elif kind == "join":
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
        elif kind == "garble":
            place = draw(st.integers(0, len(lines[at])))
            noise = draw(st.text("AZaz09 .,:;()/-¶'\n", max_size=3))
            lines[at] = lines[at][:place] + noise + lines[at][place + len(noise) :]
        else:
            lines.insert(at, draw(st.sampled_from(PIECES)).strip("\n"))
    return "\n".join(lines)


def alnum(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lstrip("0").replace("Â", "")


def written(text: str) -> str:
    """Give a text without anything that is not a letter or digit; zeros are not counted, as a number may have lost some."""
    return re.sub(r"[\W_0Â]", "", text).upper()


def lost_lines(text: str) -> list[str]:
    """Give the lines of a telegram's body that are in none of its blocks, nor said to be left out."""
    layout = find_layout(split_lines(text))
    body = parse_body(layout.body, layout.header)
    left_out = {*body.artefacts, *body.shortened, body.signer_line}
    # A mark may stand before the number or behind it, and before an item's label or behind it.
    forms = (
        "{0.mark}{1}{0.mark}{0.label}{0.text}",
        "{0.mark}{1}{0.label}{0.text}",
        "{1}{0.mark}{0.label}{0.text}",
        "{1}{0.label}{0.mark}{0.text}",
    )
    shown = [written("".join(form.format(block, block.number or "") for block in body.blocks)) for form in forms]
    wanted = ((line.text, written(line.text)) for line in layout.body if line.number not in left_out)
    return [text for text, words in wanted if all(words not in everything for everything in shown)]


@given(st.one_of(any_text, pieced))
@quick
def test_a_text_of_any_kind_is_parsed_and_twice_to_the_same(text: str) -> None:
    cable = read(text)
    assert isinstance(cable, Cable)
    assert re.fullmatch(r"[A-Z0-9]+(?:-[A-Z0-9]+)*", cable.id)
    assert cable == read(text)


@given(damaged())
@quick
def test_a_damaged_telegram_is_parsed_and_twice_to_the_same(text: str) -> None:
    assert read(text) == read(text)


@given(st.one_of(any_text, pieced, damaged()))
@quick
def test_every_line_is_in_exactly_one_part_and_the_parts_are_in_order(text: str) -> None:
    lines = split_lines(text)
    layout = find_layout(lines)
    pieces = [line for part in layout.parts for line in part.lines]
    assert [*layout.header, *layout.body] == pieces
    assert join_lines(pieces) == "\n".join(line.text for line in lines)
    assert all(piece.text for piece in pieces if piece.start)
    assert all(part.lines for part in layout.parts[:-1])


@given(damaged())
@quick
def test_no_line_of_a_damaged_telegram_s_body_is_lost(text: str) -> None:
    assert lost_lines(text) == []


@given(pieced.map(lambda text: f"{HEADER}¶1. (U) Text.\n{text}"))
@example(f"{HEADER}¶1. (U) Text.\n(C) ¶1. VZCZCXRO3880")
@quick
def test_no_line_of_whatever_stands_below_a_header_is_lost(text: str) -> None:
    assert lost_lines(text) == []


@pytest.mark.parametrize("text", SAMPLES)
def test_no_line_of_a_sample_s_body_is_lost(text: str) -> None:
    assert lost_lines(text) == []


@given(damaged(), st.integers(0, 200))
@quick
def test_the_header_and_the_blocks_know_their_lines(text: str, first: int) -> None:
    layout = find_layout(split_lines(text, first))
    numbers = [line.number for part in layout.parts for line in part.lines]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(first, first + text.count("\n") + 1))
    blocks = parse_body(layout.body, layout.header).blocks
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)


def without_told_lines(cable: Cable) -> Cable:
    findings = tuple(sorted(replace(each, line=0) for each in cable.findings))
    return replace(cable, findings=findings, body=tuple(replace(each, line=0) for each in cable.body))


@given(st.one_of(pieced, damaged()), st.sampled_from(("all one", "backwards", "with gaps", "too few")))
@quick
def test_what_a_text_says_does_not_hang_on_the_lines_of_its_file(text: str, numbering: str) -> None:
    """A record of JSON Lines stands on one line of its file; a published page may have all of a cable on one."""
    own = range(1, text.count("\n") + 2)
    numbers = {
        "all one": [7 for _ in own],
        "backwards": [*reversed(own)],
        "with gaps": [3 * each for each in own],
        "too few": [5],
    }
    source = Source(path="note.txt", line=1, sha256="0" * 64)
    cable = parse_telegram(text, source, line_numbers=numbers[numbering])
    assert without_told_lines(cable) == without_told_lines(read(text))


@pytest.mark.parametrize("text", SAMPLES)
def test_a_sample_on_one_line_of_its_file_is_the_same_cable(text: str) -> None:
    source = Source(path="note.txt", line=1, sha256="0" * 64)
    cable = parse_telegram(text, source, line_numbers=[7] * (text.count("\n") + 1))
    assert without_told_lines(cable) == without_told_lines(read(text))
    assert {finding.line for finding in cable.findings} | {block.line for block in cable.body} <= {0, 7}


OWN = ReferenceId(9, "VALLETTA", 118)
PARSERS: Sequence[Callable[[str], object]] = (
    parse_addressee,
    parse_classification,
    parse_classified_by,
    parse_dtg,
    parse_executive_order,
    parse_subject,
    parse_tags,
    read_reference_id,
    station_code,
    find_captions,
    is_caption_line,
)


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__)
@given(text=st.one_of(any_text, pieced))
@settings(deadline=None, max_examples=60)
def test_a_field_s_parser_takes_any_fragment(parser: Callable[[str], object], text: str) -> None:
    assert parser(text) == parser(text)


@given(st.one_of(any_text, pieced), st.sampled_from((None, OWN)))
@quick
def test_a_reference_is_a_link_only_where_it_has_an_id_in_canonical_form(text: str, own: ReferenceId | None) -> None:
    for reference in parse_references(text, own):
        assert (reference.kind == "cable") == bool(reference.target)
        assert reference.target == "" or re.fullmatch(r"\d\d[A-Z]+[1-9]\d{0,6}", reference.target)
        assert reference.target != str(OWN) or own is None


@given(
    st.dictionaries(
        st.one_of(st.sampled_from(("id", "date", "subject", "tags", "classification", "sender", "signer")), any_text),
        st.recursive(any_text, lambda each: st.lists(each, max_size=3) | st.dictionaries(any_text, each, max_size=2)),
        max_size=4,
    )
)
@quick
def test_front_matter_of_any_kind_is_read(fields: dict[str, object]) -> None:
    assert read(telegram(), fields=fields) == read(telegram(), fields=fields)
