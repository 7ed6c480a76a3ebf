"""What a page weighs on its way to a reader."""

from __future__ import annotations

import gzip
from pathlib import Path

from benchmarks.markup import weigh_page
from tests.printed_pages import read_page, resolve
from tests.site_folder import files_of

MOST = 30_000
"""Bytes that a cable's page and all that it loads may have, compressed as a host does it."""


def test_a_cable_s_page_with_all_that_it_loads_weighs_at_most_30_kb(sample: Path) -> None:
    files = files_of(sample)
    weights = {address: len(gzip.compress(content, 6)) for address, content in files.items()}
    pages = [address for address in files if address.startswith("cable/")]
    assert len(pages) > 60
    for address in pages:
        loaded = {resolve(address, target) for target in loaded_by(files[address].decode(), address)}
        assert "assets/style.css" in loaded
        weight = weights[address] + sum(weights[each] for each in loaded)
        assert weight <= MOST, f"{address}: {weight} bytes"


def test_markup_adds_at_most_5_kb_to_the_text_of_a_cable_in_the_middle_and_8_with_everything_on_the_page(
    sample: Path,
) -> None:
    files = files_of(sample)
    markup = sorted(weigh_page(files[address].decode()) for address in files if address.startswith("cable/"))
    assert markup[len(markup) // 2] <= 5 * 1024, "of cables that are short and much cited"
    assert markup[-1] <= 8_000, "with versions, a note and links to the press"


def test_the_markup_of_a_cable_page_stays_small(sample: Path) -> None:
    for address, content in files_of(sample).items():
        if address.startswith("cable/"):
            html = content.decode()
            markup, links = weigh_page(html), html.count("<a ")
            assert markup <= 5_000 + 120 * links, f"{address}: {markup} bytes of markup, {links} links"


def loaded_by(html: str, address: str) -> list[str]:
    """Give what a page's elements make a browser load."""
    elements = read_page(address, html).elements
    return [
        element.target
        for element in elements
        if element.tag in {"script", "img"} or element.attributes.get("rel") in {"stylesheet", "icon"}
        if element.target
    ]
