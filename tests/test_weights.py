"""What a page weighs on its way to a reader."""

from __future__ import annotations

import gzip
from pathlib import Path

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


def loaded_by(html: str, address: str) -> list[str]:
    """Give what a page's elements make a browser load."""
    elements = read_page(address, html).elements
    return [
        element.target
        for element in elements
        if element.tag in {"script", "img"} or element.attributes.get("rel") in {"stylesheet", "icon"}
        if element.target
    ]
