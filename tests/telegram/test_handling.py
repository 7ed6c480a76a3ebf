"""Handling captions: ``SIPDIS``, ``NOFORN``, ``ROGER CHANNEL``."""

from __future__ import annotations

import pytest

from generator.telegram.handling import Captions, find_captions, is_caption_line, is_caption_with_note, parse_captions
from generator.vocabulary import CAPTIONS
from tests.telegram.reading import HEADER, read


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("SIPDIS", ("SIPDIS",)),
        ("SIPDIS SIPDIS", ("SIPDIS",)),
        ("NOFORN SIPDIS", ("NOFORN", "SIPDIS")),
        ("NOFORN/SIPDIS", ("NOFORN", "SIPDIS")),
        ("EXDIS, SIPDIS", ("EXDIS", "SIPDIS")),
        ("NO FOREIGN DISTRIBUTION", ("NOFORN",)),
        ("ROGER CHANNEL", ("ROGER CHANNEL",)),
        ("EYES ONLY", ("EYES ONLY",)),
        ("sipdis", ("SIPDIS",)),
        ("SENSITIVE\nSIPDIS", ("SENSITIVE", "SIPDIS")),
        ("SIPDISXY", ()),
        ("SIPDIS  NOFORN", ("SIPDIS", "NOFORN")),
        ("SIPDIS//NOFORN", ("SIPDIS", "NOFORN")),
        ("SIPDISSIPDIS", ("SIPDIS",)),
        ("SIPDISNOFORN", ("SIPDIS", "NOFORN")),
        ("S I P D I S", ("SIPDIS",)),
        ("S I P D I S  N O F O R N", ("SIPDIS", "NOFORN")),
        ("E F T O", ("EFTO",)),
        ("EFTO", ("EFTO",)),
        ("STADIS//ROGER CHANNEL", ("STADIS", "ROGER CHANNEL")),
        ("ROGER CHANNEL NODIS", ("ROGER CHANNEL", "NODIS")),
        ("DISSENT CHANNEL", ("DISSENT CHANNEL",)),
        ("DIRGEN CHANNEL EYES ONLY", ("DIRGEN CHANNEL", "EYES ONLY")),
        ("NODIS/CHEROKEE", ("NODIS", "CHEROKEE")),
        ("NO FORN", ("NOFORN",)),
        ("NOT RELEASABLE TO FOREIGN NATIONALS", ("NOFORN",)),
        ("SBU SIPDIS", ("SENSITIVE", "SIPDIS")),
        ("SENSITIVE BUT UNCLASSIFIED", ("SENSITIVE",)),
        ("REL TO USA, GBR, AUS", ("REL TO USA, GBR, AUS",)),
        ("NOFORN REL TO USA AND NATO", ("NOFORN", "REL TO USA AND NATO")),
        ("ENGLISH CHANNEL", ()),
        ("A B C D", ()),
        ("NODES", ()),
        ("DISPOSAL", ()),
        ("INSENSITIVE", ()),
        ("", ()),
    ],
)
def test_captions_are_found_in_their_order_each_once(text: str, captions: tuple[str, ...]) -> None:
    assert find_captions(text) == captions


@pytest.mark.parametrize(
    ("word", "caption"),
    [
        ("SIPIDS", "SIPDIS"),
        ("SIDPIS", "SIPDIS"),
        ("SPIDIS", "SIPDIS"),
        ("SIPDI", "SIPDIS"),
        ("SIPDISS", "SIPDIS"),
        ("SIPDIA", "SIPDIS"),
        ("NOFRON", "NOFORN"),
        ("NOFORM", "NOFORN"),
        ("NODSI", "NODIS"),
        ("EXDSI", "EXDIS"),
        ("LIMIDS", "LIMDIS"),
        ("SENSTIVE", "SENSITIVE"),
    ],
)
def test_a_misspelt_caption_is_read_as_the_one_that_it_must_mean(word: str, caption: str) -> None:
    assert find_captions(word) == find_captions(f"{word}/{word}") == (caption,)
    assert is_caption_line(word)


@pytest.mark.parametrize("word", ["EODIS", "MODEL", "CODE", "NODES", "PARIS", "TUNIS", "STATUS", "CONFORM", "SIP"])
def test_another_word_is_no_misspelt_caption(word: str) -> None:
    assert find_captions(word) == ()


@pytest.mark.parametrize(
    ("text", "captions", "left"),
    [
        ("SIPDIS  STATE FOR EUR/RPM", ("SIPDIS",), "STATE FOR EUR/RPM"),
        ("SIPDIS SIPDIS DEPT FOR EUR (ROE)", ("SIPDIS",), "DEPT FOR EUR (ROE)"),
        ("SIPDIS, State please pass USTR", ("SIPDIS",), "State please pass USTR"),
        ("NOFORN//SIPDIS - DEPARTMENT PASS TO AID", ("NOFORN", "SIPDIS"), "DEPARTMENT PASS TO AID"),
        ("SIPDIS FOR THE HARBOR", ("SIPDIS",), "FOR THE HARBOR"),
        ("SENSITIVE SIPDIS TREASURY FOR ROE", ("SENSITIVE", "SIPDIS"), "TREASURY FOR ROE"),
    ],
)
def test_of_a_line_with_a_note_the_captions_are_taken_and_the_note_is_left_as_text(
    text: str, captions: tuple[str, ...], left: str
) -> None:
    assert is_caption_with_note(text)
    assert parse_captions(text) == Captions(captions, left)
    cable = read(HEADER.replace("SIPDIS", text) + "¶1. (U) Text.\n")
    assert cable.handling == captions
    assert [(each.code, each.line) for each in cable.findings] == [("cable.unread-words", 12)]
    assert left in cable.findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        "SIPDIS",
        "SENSITIVE BUOYS FOR THE HARBOR",
        "NODIS CAPTION REMOVED FOR REF A",
        "Sensitive to the tide",
        "SENSITIVE POSTS",
        "STATE FOR EUR",
        "CODEL ROE PASSED",
        "",
    ],
)
def test_another_line_is_no_caption_with_a_note(text: str) -> None:
    assert not is_caption_with_note(text)


@pytest.mark.parametrize("caption", CAPTIONS)
def test_every_known_caption_is_one_also_on_a_line_of_its_own(caption: str) -> None:
    assert len(find_captions(caption)) == 1
    assert is_caption_line(caption)


@pytest.mark.parametrize(
    "text",
    [
        "SIPDIS SIPDIS",
        "S I P D I S",
        "SIPDISSIPDIS",
        "SIPIDS",
        "E F T O",
        "** SIPDIS **",
        "NODIS CHEROKEE",
        "NOFORN//SIPDIS",
        "EXDIS, SIPDIS.",
        "SENSITIVE - SIPDIS",
        "(SIPDIS)",
    ],
)
def test_a_caption_line_holds_captions_and_nothing_else(text: str) -> None:
    assert is_caption_line(text)


@pytest.mark.parametrize(
    "text", ["", "SIPDIS FOR THE HARBOR", "Sipdis", "SENSITIVE BUOYS", "THE HARBOR", "STATE FOR EUR", "sensitive"]
)
def test_a_line_with_another_word_is_no_caption_line(text: str) -> None:
    assert not is_caption_line(text)


@pytest.mark.parametrize(
    ("lines", "captions"),
    [
        ("SIPDIS", ("SIPDIS",)),
        ("SIPDIS SIPDIS", ("SIPDIS",)),
        ("SENSITIVE\n\nSIPDIS", ("SENSITIVE", "SIPDIS")),
        ("SENSITIVE\nSIPDIS", ("SENSITIVE", "SIPDIS")),
        ("SIPDIS\n\nNOFORN\n\nSIPDIS", ("SIPDIS", "NOFORN")),
    ],
)
def test_captions_of_several_lines_are_gathered(lines: str, captions: tuple[str, ...]) -> None:
    assert read(HEADER.replace("SIPDIS", lines) + "¶1. (U) Text.\n").handling == captions


def test_captions_on_the_classification_line_come_first() -> None:
    cable = read(HEADER.replace("UNCLAS VALLETTA", "SECRET//NOFORN VALLETTA") + "¶1. (U) Text.\n")
    assert cable.handling == ("NOFORN", "SIPDIS")


def test_a_cable_without_captions_has_none() -> None:
    assert read(HEADER.replace("SIPDIS\n", "") + "¶1. (U) SIPDIS is a word here.\n").handling == ()
