"""Ids that a text names whole, with their year. All texts are invented for this exercise."""

from __future__ import annotations

import pytest

from generator.cable import Block, BlockKind
from generator.telegram import find_ids, ids_in


def found(text: str) -> list[tuple[str, str]]:
    """Give each place as written, with the id that it means."""
    return [(text[named.start : named.end], named.id) for named in find_ids(text)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("08PARIS3005", "08PARIS3005"),
        ("08 PARIS 3004", "08PARIS3004"),
        ("08PARIS003004", "08PARIS3004"),
        ("2008 PARIS 3004", "08PARIS3004"),
        ("08 SAN JOSE 525", "08SANJOSE525"),
        ("08-PARIS-3004", "08PARIS3004"),
        ("06 N'DJAMENA 511", "06NDJAMENA511"),
        ("08 SECSTATE 12", "08STATE12"),
    ],
)
@pytest.mark.parametrize(("before", "after"), [("See ", " (NOTAL)."), ("(", ")"), ("", ", and others"), ("— ", ".")])
def test_an_id_with_its_year_is_found_wherever_it_stands(written: str, meant: str, before: str, after: str) -> None:
    assert found(f"{before}{written}{after}") == [(written, meant)]
    assert ids_in([Block(kind=BlockKind.PARAGRAPH, text=f"{before}{written}{after}")]) == (meant,)


@pytest.mark.parametrize(
    "text",
    [
        "PARIS 3003",
        "On 08 MAY 2008 they met.",
        "x08PARIS3005",
        "108PARIS3005",
        "1.08PARIS3005",
        "08PARIS3005x",
        "08 PARIS 3004-05",
        "08 PARIS 3004.5",
        "08 Paris buoys",
        "08 PARIS 0",
        "1908/08PARIS3005",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert found(text) == []


def test_a_text_names_each_id_once() -> None:
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, text="As 08PARIS2 and 08 PARIS 1 say"),
        Block(kind=BlockKind.ITEM, text="08 PARIS 2."),
    ]
    assert ids_in(blocks) == ("08PARIS2", "08PARIS1")
