"""Which words of a cable may tell what it is about, chosen by the cable alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.archive.facts import parse_clean
from generator.archive.telling_words import pack_words, unpack_words, words_of
from generator.cable import Block, BlockKind, Cable, Source, Tag, TagKind
from generator.redaction import CleanTelegram, read_clean
from generator.sources.discovery import find_sources
from tests.telegrams import telegram

SOURCE = Source(path="a.txt", line=1, sha256="")


def cable(*texts: str, subject: str = "", tags: tuple[str, ...] = (), kind: BlockKind = BlockKind.PARAGRAPH) -> Cable:
    body = tuple(Block(kind=kind, text=text) for text in texts)
    filed = tuple(Tag(code=code, kind=TagKind.SUBJECT) for code in tags)
    return Cable(id="09VALLETTA1", subject=subject, body=body, tags=filed, source=SOURCE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Yesterday Borghild Aalbekk met the harbour master of Kvitholm.", {"AALBEKK", "KVITHOLM"}),
        ("The buoy left Aalbekk. Nobody saw it. Later, Gudny did.", {"AALBEKK", "GUDNY"}),
        ("They asked Mr. Aalbekk, Ms. Lund and Dr. Oehme.", {"AALBEKK", "LUND", "OEHME"}),
        ("Fishermen of the NEAFC and of IMO's registry said so.", {"NEAFC", "IMO"}),
        ("It sailed from Port Louis to Lake Inari", {"LOUIS", "INARI"}),
        ("Guðrún says that Þorlákur and Šime were in Évian.", {"ÞORLÁKUR", "ŠIME", "ÉVIAN"}),
        ("the Foreign Minister and the Ambassador came on Friday, 7 May", set()),
        ("a lamp, a lamp and another lamp", set()),
        ("", set()),
    ],
)
def test_of_a_text_names_and_acronyms_count_and_no_word_that_only_begins_a_sentence(text: str, words: set[str]) -> None:
    assert words_of(cable(text)) == words


def test_a_text_in_capitals_has_no_names_and_gives_long_words_that_it_says_again() -> None:
    text = "THE LIGHTHOUSE AT KVITHOLM IS DARK. KVITHOLM ASKS FOR OIL FOR THE LIGHTHOUSE, AND OIL FOR THE HARBOUR."
    assert words_of(cable(text)) == {"LIGHTHOUSE", "KVITHOLM"}


def test_of_a_subject_numbers_and_longer_words_count_and_headings_of_the_text_do_not() -> None:
    assert words_of(cable(subject="Buoy 14: what the ice left")) == {"BUOY", "14", "LEFT"}
    assert words_of(cable("said in Kvitholm", kind=BlockKind.HEADING)) == set()


def test_a_dozen_names_count_those_that_are_said_most_and_first_and_only_at_the_beginning() -> None:
    names = [f"Name{letter}" for letter in "abcdefghijklmnop"]
    text = "".join(f"and by {name}, " for name in [*names, names[-1]])
    assert words_of(cable(text)) == {name.upper() for name in [*names[:11], names[-1]]}
    assert words_of(cable("of Kvitholm " + "and so on " * 190 + "of Aalbekk " + "on and on " * 10 + "of Gudny")) == {
        "KVITHOLM",
        "AALBEKK",
    }


def test_a_tag_is_no_word_of_the_same_letters_and_each_counts_once() -> None:
    words = unpack_words(pack_words(cable("by NATO and for NATO", subject="NATO AGAIN", tags=("NATO",)))).tolist()
    assert len(words) == 2
    assert sorted(number & 1 for number in words) == [0, 1]
    assert words == sorted(words)


@settings(deadline=None)
@given(st.lists(st.text(), max_size=4), st.text())
def test_whatever_a_text_is_its_words_are_few_and_stand_in_it(texts: list[str], subject: str) -> None:
    found = words_of(cable(*texts, subject=subject))
    of_subject = words_of(cable(subject=subject))
    assert len(found - of_subject) <= 12
    assert all(word in " ".join(texts).upper() for word in found - of_subject)
    assert len(unpack_words(pack_words(cable(*texts, subject=subject)))) == len(found)


def test_what_was_blacked_out_is_among_no_cable_s_words(tmp_path: Path) -> None:
    body = "1. (U) An exercise, fictional: the keepers Aalbekk and Borghild told us of Kvitholm."
    (tmp_path / "1.txt").write_text(telegram(subject="AALBEKK SPEAKS", body=body, tags=()))
    (clean,) = read_clean(find_sources(tmp_path, "cables").files[0], 100_000)
    assert isinstance(clean, CleanTelegram)
    before = unpack_words(pack_words(parse_clean(clean))).tolist()
    gone = unpack_words(pack_words(cable("by Aalbekk of Borghild"))).tolist()
    assert set(gone) <= set(before)
    blackened = replace(clean, text=black(clean.text), reading=black(clean.reading))
    after = unpack_words(pack_words(parse_clean(blackened))).tolist()
    assert set(after) == set(before) - set(gone)


def black(text: str) -> str:
    for name in ("Borghild", "Aalbekk", "AALBEKK"):
        text = text.replace(name, "█" * len(name))
    return text
