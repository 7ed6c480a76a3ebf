"""Misspelt words: one typing slip, and only where one word can be meant."""

from __future__ import annotations

import pytest

from generator.telegram.misspelt import closest, one_slip_apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SIPDIS", "SIPDIS"),
        ("SIPIDS", "SIPDIS"),
        ("SIDPIS", "SIPDIS"),
        ("SIPDI", "SIPDIS"),
        ("IPDIS", "SIPDIS"),
        ("SIPDISS", "SIPDIS"),
        ("XSIPDIS", "SIPDIS"),
        ("SIPDIA", "SIPDIS"),
        ("A", ""),
        ("AB", "BA"),
        ("AA", "A"),
        ("AAA", "AA"),
    ],
)
def test_a_letter_too_many_too_few_wrong_or_two_swapped_are_one_slip(one: str, other: str) -> None:
    assert one_slip_apart(one, other)
    assert one_slip_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("SIPDIS", "SPIDSI"), ("SIPDIS", "DIS"), ("AB", "CD"), ("ABC", "CBA"), ("", "AB"), ("AAB", "BAA")],
)
def test_anything_else_is_more_than_one(one: str, other: str) -> None:
    assert not one_slip_apart(one, other)
    assert not one_slip_apart(other, one)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("EXDIS", "EXDIS"),
        ("EDXIS", "EXDIS"),
        ("NDOIS", "NODIS"),
        ("XODIS", "NODIS"),
        ("NXDIS", ""),
        ("EODIS", ""),
        ("", ""),
    ],
)
def test_a_slip_that_may_mean_two_words_means_none(word: str, meant: str) -> None:
    assert closest(word, ("EXDIS", "NODIS")) == meant
