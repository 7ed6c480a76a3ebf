"""Handling captions: ``SIPDIS``, ``NOFORN``, ``ROGER CHANNEL``."""

from __future__ import annotations

import pytest

from generator.telegram.handling import find_captions, is_caption_line
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
        ("SIPDISX", ()),
        ("INSENSITIVE", ()),
        ("", ()),
    ],
)
def test_captions_are_found_in_their_order_each_once(text: str, captions: tuple[str, ...]) -> None:
    assert find_captions(text) == captions


@pytest.mark.parametrize("caption", CAPTIONS)
def test_every_known_caption_is_one_also_on_a_line_of_its_own(caption: str) -> None:
    assert len(find_captions(caption)) == 1
    assert is_caption_line(caption)


@pytest.mark.parametrize(
    "text", ["SIPDIS SIPDIS", "NOFORN//SIPDIS", "EXDIS, SIPDIS.", "SENSITIVE - SIPDIS", "(SIPDIS)"]
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
