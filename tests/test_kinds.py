"""The kinds of pages: none is printed that the checks do not know, and few pages show all that each kind can show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds import UnknownKindError, html_of, kind_of, pages_of_each_kind
from tests.printed_pages import read_page


def test_the_sample_has_a_page_of_every_kind_that_is_known(kinds: dict[str, tuple[str, ...]]) -> None:
    assert [kind for kind, chosen in kinds.items() if not chosen] == []


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("date/2009/10.html", "month"),
        ("date/2009/page-10.html", "later page of a list"),
        ("tag/PREL/2.html", "later page of a list"),
        ("tag/index.html", "tags"),
        ("about.html", "own page"),
    ],
)
def test_a_page_s_address_tells_its_kind(address: str, kind: str) -> None:
    assert kind_of(address) == kind


@pytest.mark.parametrize("address", ["cartogram.html", "cartogram/2009.html", "tag/PREL/by-year.html", "en/index.html"])
def test_a_page_of_a_kind_that_no_check_would_look_at_is_an_error(address: str) -> None:
    with pytest.raises(UnknownKindError, match=address):
        pages_of_each_kind({"index.html": "<!doctype html><title>x</title>", address: ""})


def test_the_chosen_pages_have_every_element_and_class_that_any_page_of_their_kind_has(
    sample: Path, kinds: dict[str, tuple[str, ...]]
) -> None:
    pages = html_of(sample)
    shown = {(kind, trait) for kind, chosen in kinds.items() for each in chosen for trait in classes(each, pages[each])}
    for address, html in pages.items():
        assert {(kind_of(address), trait) for trait in classes(address, html)} <= shown, address


def classes(address: str, html: str) -> set[tuple[str, str]]:
    return {
        (element.tag, each)
        for element in read_page(address, html).elements
        for each in ("", *element.attributes.get("class", "").split())
    }
