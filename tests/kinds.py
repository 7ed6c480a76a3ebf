"""The kinds of pages that a printed site has, told by their addresses, and a few pages that stand for each.

What must hold for every kind of page (that axe finds nothing, that it fits a phone, that it can be printed) is asked of
these pages, so a new kind is checked as soon as it has its line in `_KINDS`. Without one, the checks fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import addresses
from tests.printed_pages import Element, read_page
from tests.site_folder import ROOT

# The first that matches the whole address.
_KINDS = {
    "home": r"index\.html",
    "search": r"search\.html",
    "not found": r"404\.html",
    "cable": r"cable/\d{4}/\d\d/[^/]+\.html",
    "cable without a date": r"cable/undated/[^/]+\.html",
    "tags": r"tag/index\.html",
    "senders": r"sender/index\.html",
    "dates": r"date/index\.html",
    "collections": r"collection/index\.html",
    "classifications": r"classification/index\.html",
    "signers": r"signer/(./)?index\.html",  # one page, or one for each letter
    "wanted cables": r"reference/index\.html",
    "classification": r"classification/[^/]+\.html",
    "signer": r"signer/./[^/]+\.html",
    "tag": r"tag/[^/]+\.html",
    "sender": r"sender/[^/]+\.html",
    "collection": r"collection/[^/]+\.html",
    "cables without a date": r"date/undated\.html",
    "year": r"date/\d{4}\.html",
    "month": r"date/\d{4}/\d\d\.html",
    "day": r"date/\d{4}/\d\d/\d\d\.html",
    "later page of a list": (
        r"(tag|sender|collection|classification|signer/.)/[^/]+/\d+\.html|date/.+/page-\d+\.html|reference/\d+\.html"
    ),
}
OWN_PAGE = "own page"


class UnknownKindError(AssertionError):
    """A page of a kind that no check would look at."""


def kind_of(address: str) -> str:
    """Tell of which kind the page at an address is.

    Raises:
        UnknownKindError: nothing here says what is printed at such an address.
    """
    for kind, pattern in _KINDS.items():
        if re.fullmatch(pattern, address):
            return kind
    if address in _own_pages():
        return OWN_PAGE
    raise UnknownKindError(f"{address}: no kind of page that tests/kinds.py knows; give it a line there")


def pages_of_each_kind(pages: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Choose the pages that stand for each kind.

    Args:
        pages: the HTML of every page of a printed site by address.

    Returns:
        By kind, in the order of the table, the addresses of few pages that together have every element, class and
        attribute which any page of this kind has: the one that has most of them comes first, and of such the longest.
        What varies in looks by a value, such as a classification, stands on one of the pages of all kinds.
    """
    by_kind: dict[str, list[str]] = {kind: [] for kind in (*_KINDS, OWN_PAGE)}
    for address in pages:
        by_kind[kind_of(address)].append(address)
    shown: set[str] = set()

    def longest_first(address: str) -> tuple[int, str]:
        return -len(pages[address]), address

    return {
        kind: tuple(_choose({each: _traits(each, pages[each]) for each in sorted(found, key=longest_first)}, shown))
        for kind, found in by_kind.items()
    }


def html_of(folder: Path) -> dict[str, str]:
    """Read the HTML of every page of a printed site, by address."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))
    }


def _own_pages() -> set[str]:
    """Give the addresses of the pages that the sample's publisher wrote."""
    folder = ROOT / "content" / "pages"
    return {addresses.own_page(path.relative_to(folder).with_suffix("").as_posix()) for path in folder.rglob("*.md")}


def _choose(traits: Mapping[str, set[str]], shown: set[str]) -> Iterator[str]:
    """Yield pages, each time the one that has most of what those before have not; note the values that are shown."""
    lacking = set().union(*traits.values()) - shown
    while lacking:
        best = max(traits, key=lambda address: len(traits[address] & lacking))
        lacking -= traits[best]
        shown |= {trait for trait in traits[best] if "=" in trait}
        yield best


def _traits(address: str, html: str) -> set[str]:
    return {trait for element in read_page(address, html).elements for trait in _traits_of(element)}


def _traits_of(element: Element) -> Iterator[str]:
    yield element.tag
    for name, value in element.attributes.items():
        if name == "class":
            yield from (f"{element.tag}.{each}" for each in value.split())
        else:
            yield f"{element.tag}[{name}={value}]" if name.startswith("data-") else f"{element.tag}[{name}]"
