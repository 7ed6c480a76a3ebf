"""Text and Markdown, the layout of five lines, letters that were damaged, and what a file shows itself to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Finding
from generator.sources import RawTelegram, find_sources
from generator.sources.discovery import SUFFIXES, SourceFile
from generator.sources.making import Piece
from generator.sources.recognising import Format, recognise
from generator.sources.repair import Repaired, repair_text
from generator.sources.text import read_text
from tests.source_files import MOST_BYTES, cables_of, codes_of, quick, read_file, write_row
from tests.telegrams import telegram
from tests.test_sources_page import page
from tests.test_sources_release import release

FIVE = "09VALLETTA118\nEXERCISE: THE BUOY\n2009-10-07 05:31\nCONFIDENTIAL\nEmbassy Valletta\n"
WAS_UTF8 = "it was UTF-8 once and was read as another encoding; its letters were mended"


# Five lines above a telegram


def test_five_lines_say_what_the_telegram_does_not(tmp_path: Path) -> None:
    (cable,) = cables_of(tmp_path, "a.txt", FIVE + "¶1. (C) Nothing but text.\n")
    assert (cable.id, cable.subject, cable.classification) == ("09VALLETTA118", "EXERCISE: THE BUOY", "CONFIDENTIAL")
    assert (cable.sender, cable.sender_name) == ("VALLETTA", "Embassy Valletta")
    assert cable.sent is not None
    assert f"{cable.sent:%Y-%m-%d %H:%M}" == "2009-10-07 05:31"
    assert cable.body[0].line == 6


@pytest.mark.parametrize(
    "five",
    [
        FIVE,
        FIVE.replace("\n", "  \n"),
        "# " + FIVE.replace("2009-10-07 05:31", "10/7/2009 5:31"),
        FIVE.replace("EXERCISE: THE BUOY", ""),
        FIVE.replace("\n", "\r\n"),
    ],
)
def test_five_lines_are_none_of_the_telegram(tmp_path: Path, five: str) -> None:
    (cable,) = cables_of(tmp_path, "a.md", five + telegram(level="CONFIDENTIAL", subject="EXERCISE: THE BUOY").lstrip())
    assert (cable.id, cable.findings) == ("09VALLETTA118", ())
    assert cable.header.startswith("VZCZC")


@pytest.mark.parametrize(
    "five",
    [
        FIVE.replace("09VALLETTA118", "A title"),
        FIVE.replace("2009-10-07 05:31", "yesterday"),
        FIVE.replace("CONFIDENTIAL", "Something"),
        "09VALLETTA118\n",
    ],
)
def test_other_lines_above_a_telegram_are_part_of_it(tmp_path: Path, five: str) -> None:
    (found,) = read_file(tmp_path, "a.txt", five + telegram())
    assert isinstance(found, RawTelegram)
    assert (found.attributes, found.telegram_line) == ({}, 1)


# Letters


@pytest.mark.parametrize(
    ("text", "mended", "remark"),
    [
        ("Â¶1. (C) Itâ€™s fictional.", "¶1. (C) It’s fictional.", WAS_UTF8),
        ("a\nb\nâ€œQuotedâ€\x9d", "a\nb\n“Quoted”", WAS_UTF8),
        ("SÃ£o Paulo, MÃ¼nchen", "São Paulo, München", WAS_UTF8),
        ("It&#8217;s &#xe9;t&#233; &amp;#8217; &quot;x&quot; &lt;b&gt;", 'It’s été ’ "x" <b>', ""),
        ("AT&T; &#10; &#0; &#xD800; &nosuch; &#99999999;", "AT&T; &#10; &#0; &#xD800; &nosuch; &#99999999;", ""),
        ("São Paulo – “é”", "São Paulo – “é”", ""),
        ("Â la carte, Âge, Ã", "Â la carte, Âge, Ã", ""),
        ("plain", "plain", ""),
    ],
)
def test_letters_are_mended_where_they_are_damaged_and_only_there(text: str, mended: str, remark: str) -> None:
    repaired = repair_text(text)
    assert (repaired.text, repaired.remark) == (mended, remark)


def test_the_text_that_is_offered_stays_as_it_was_read(tmp_path: Path) -> None:
    written = telegram(body="Â¶1. (U) Itâ€™s an exercise&#8230; and fictional.", subject="PEÃ‘A")
    (found,) = read_file(tmp_path, "a.txt", written)
    assert isinstance(found, RawTelegram)
    assert found.text == written
    line = written[: written.index("SUBJECT")].count("\n") + 1
    assert [(each.code, each.line) for each in found.findings] == [("source.encoding", line)]
    (cable,) = cables_of(tmp_path, "a.txt", written)
    assert (cable.body[0].text, cable.subject) == ("It’s an exercise… and fictional.", "PEÑA")


@quick
@given(st.text(st.sampled_from("Â¶â€™Ã©&#8217;amp \n\t\x85é")))
def test_mending_keeps_lines_and_finds_nothing_the_second_time(text: str) -> None:
    repaired = repair_text(text)
    assert repaired.text.count("\n") == text.count("\n")
    assert len(repaired.text.split("\n")) == len(text.split("\n"))
    assert (repaired == Repaired(text)) == (repaired.text == text)


def test_a_long_line_of_damage_takes_no_longer_than_reading_it() -> None:
    assert repair_text("Â¶" * 500_000).text.count("¶") == 500_000


# What a file is


@pytest.mark.parametrize("suffix", ["", *SUFFIXES])
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (telegram(), Format.TEXT),
        (release(), Format.RELEASE),
        (page(), Format.PAGE),
        ("\n\n<?xml version='1.0'?>\n" + page(), Format.PAGE),
        (write_row("1", "1/2/2003 4:05", "03ROME1", "Embassy Rome", "SECRET", "", "h", "b"), Format.TABLE),
        ("id,date,origin,header,body\n" + write_row("1", "", "", "", "", "", "", ""), Format.TABLE),
        ('{"id": "09ROME1"}\n', Format.RECORDS),
    ],
    ids=lambda value: str(value)[:12].strip(),
)
def test_a_file_is_what_its_content_shows_whatever_its_ending(content: str, kind: Format, suffix: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert recognise(content.encode(encoding), suffix) is kind


@pytest.mark.parametrize("content", ["Shopping list", "a,b,c\n1,2,3\n", '"a","b"\n"1","2"\n', "", "\x7fELF\x00\x00"])
def test_what_shows_no_format_is_a_cable_only_in_a_text_file(content: str) -> None:
    assert [recognise(content.encode(), suffix) for suffix in ("", ".csv", ".html", ".json", ".txt", ".md")] == [
        *[None] * 4,
        Format.TEXT,
        Format.TEXT,
    ]


def test_a_folder_may_mix_all_formats_and_what_is_no_cable_is_a_note(tmp_path: Path) -> None:
    files = {
        "a.txt": telegram(serial=1),
        "b": telegram(serial=2),
        "c.html": page(),
        "d.csv": write_row("1", "1/2/2003 4:05", "03ROME1", "Embassy Rome", "SECRET", "", "h", "b"),
        "e.jsonl": '{"id": "09ROME1"}\n',
        "f.txt": release(),
        "g.htm": telegram(serial=3),
        "h.csv": "a,b\n1,2\n",
        "i": "Just notes.",
        "j.json": '["package"]',
        "k.pdf": "%PDF",
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    discovery = find_sources(tmp_path, "mixed")
    ids: dict[str, str] = {}
    notes = {finding.path for finding in discovery.findings}
    for file in discovery.files:
        for item in read_file(tmp_path, file.path.name, file.path.read_bytes()):
            if isinstance(item, Finding):
                notes.add(f"mixed/{item.path}")
            else:
                ids[file.path.name] = cables_of(tmp_path, file.path.name, file.path.read_bytes())[0].id
    assert ids == {
        "a.txt": "09VALLETTA1",
        "b": "09VALLETTA2",
        "c.html": "09VALLETTA118",
        "d.csv": "03ROME1",
        "e.jsonl": "09ROME1",
        "f.txt": "73LIMA2545",
        "g.htm": "09VALLETTA3",
    }
    assert notes == {"mixed/h.csv", "mixed/i", "mixed/j.json", "mixed/k.pdf"}


@quick
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    items = list(read_text(Piece(SourceFile("", "a.txt", ""), data, 1, 1, MOST_BYTES)))
    codes_of(items, parsed=True)
    recognise(data, "")
