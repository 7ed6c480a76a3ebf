"""The sources room: bytes become text, and files of a folder become sources, each with what had to be decided."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources import find_sources
from generator.sources.decoding import Decoded, NotTextError, decode_text
from generator.sources.discovery import SourceFile, printable

TEXT = "¶1. (C) The “buoy” – a fiction.\n"
AS_WINDOWS = "it is not UTF-8; it was read as Windows-1252"
WAS_WINDOWS = "it was Windows-1252 once and then saved as another encoding; its quotes and dashes were put right"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_as_it_is_with_or_without_its_mark(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == Decoded(TEXT)


def test_windows_1252_is_read_and_said_with_the_line_where_it_matters() -> None:
    assert decode_text(b"A\n" + TEXT.encode("cp1252")) == Decoded("A\n" + TEXT, AS_WINDOWS, 2)


def test_windows_1252_that_was_saved_as_latin_1_is_put_right_and_said() -> None:
    misread = TEXT.encode("cp1252").decode("latin-1").encode()
    assert decode_text(b"A\n\n" + misread) == Decoded("A\n\n" + TEXT, WAS_WINDOWS, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_line_feeds(end: str) -> None:
    assert decode_text(f"A{end}B{end}".encode()).text == "A\nB\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"GIF89a\x00\xff", "it holds NUL bytes, so it is not text"),
        (b"A\x00B", "it holds NUL bytes, so it is not text"),
        (b"\x01\x02" * 10, "it holds 20 control characters, so it is not text"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotTextError, match=f"^{reason}$"):
        decode_text(data)


def test_a_stray_control_character_is_shown_as_a_replacement_and_said() -> None:
    decoded = decode_text(b"A\nB\x07\n")
    assert decoded == Decoded("A\nB\ufffd\n", "it holds 1 control character, shown as '\ufffd'", 2)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")))
def test_any_text_without_control_characters_comes_back_as_it_was_saved(text: str) -> None:
    assert decode_text(text.encode()) == Decoded(text)


@given(st.binary())
def test_any_bytes_are_text_without_controls_or_are_refused(data: bytes) -> None:
    try:
        text = decode_text(data).text
    except NotTextError:
        return
    assert not set(text) & {"\r", "\0", "\x07", "\x1b", "\x7f", "\x93"}


@given(st.binary(min_size=1), st.binary(min_size=1))
def test_names_of_files_are_printable_and_stay_different(one: bytes, other: bytes) -> None:
    names = [printable(os.fsdecode(name)) for name in (one, other)]
    assert all(name.isprintable() for name in names)
    assert (names[0] == names[1]) == (one == other)


def found(folder: Path) -> list[tuple[str, str]]:
    return [(file.name, file.collection) for file in find_sources(folder, "cables").files]


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


def test_files_are_found_in_any_depth_in_the_order_of_their_names_with_their_collection(tmp_path: Path) -> None:
    put(tmp_path, "b/2009/x.txt", "b/a.MD", "a.txt", "c.Txt")
    assert found(tmp_path) == [
        ("cables/a.txt", ""),
        ("cables/b/2009/x.txt", "b"),
        ("cables/b/a.MD", "b"),
        ("cables/c.Txt", ""),
    ]
    assert [file.suffix for file in find_sources(tmp_path, "cables").files] == [".txt", ".txt", ".md", ".txt"]
    first = find_sources(tmp_path, "cables").files[0]
    assert first == SourceFile(f"{tmp_path}/", "cables/a.txt", "", len("a.txt"))


def test_hidden_files_and_folders_and_those_about_a_collection_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, ".a.txt", ".git/b.txt", "c/README.md", "c/collection.yaml", "LICENSE.txt", "c/d.txt")
    discovery = find_sources(tmp_path, "cables")
    assert [file.name for file in discovery.files] == ["cables/c/d.txt"]
    assert discovery.findings == ()


def test_files_of_other_kinds_are_said(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", "b/NOTES")
    findings = find_sources(tmp_path, "cables").findings
    assert [(finding.path, finding.code, finding.message) for finding in findings] == [
        ("cables/a.pdf", "source.not-a-cable", "'.pdf' files are not read"),
        ("cables/b/NOTES", "source.not-a-cable", "files without an ending are not read"),
    ]


def test_a_folder_that_is_linked_in_a_circle_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a/b.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == [("cables/a/b.txt", "a")]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert find_sources(tmp_path / "nowhere", "cables") == find_sources(tmp_path, "cables")
