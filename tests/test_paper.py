"""Pages on paper: what a sheet must say of where it is from, and nothing cut off."""

from __future__ import annotations

import io
import unicodedata

from playwright.sync_api import Page
from pypdf import PdfReader

CABLE = "cable/2007/03/07VALLETTA118.html"
URL = "https://example.org/harbour-exercise/"


def printed_text(page: Page, address: str) -> str:
    """Print a page as a reader does; give the text of its sheets in one line."""
    page.goto(address)
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = " ".join(sheet.extract_text() for sheet in sheets)
    return " ".join(unicodedata.normalize("NFKC", text).split())  # without ligatures


def test_a_cable_on_paper_ends_with_its_id_its_date_and_its_url(page: Page, origin: str) -> None:
    text = printed_text(page, f"{origin}{CABLE}")
    assert text.endswith(f"Printed by Cablepress 07VALLETTA118, 28 March 2007 {URL}{CABLE}")


def test_every_kind_of_page_on_paper_ends_with_its_url(
    page: Page, own_host: str, kinds: dict[str, tuple[str, ...]]
) -> None:
    for kind, (address, *_) in kinds.items():
        if kind != "not found":
            expected = URL if kind == "home" else URL + address
            # A long address goes on in the next line, and a PDF does not say that it is one word.
            assert printed_text(page, own_host + address).replace(" ", "").endswith(expected), kind


def test_paper_has_the_text_and_nothing_that_is_for_the_screen(page: Page, host: str) -> None:
    text = printed_text(page, f"{host}{CABLE}")
    shown = ("A BUOY IN A GARDEN", "1. (C) This is an exercise", "CONFIDENTIAL SIPDIS", "TUNIS 211", "Classified by")
    for words in (*shown, "07VALLETTA118.txt"):
        assert words in text, words
    for words in ("Skip to content", "Senders", "Addressees", "Earlier"):
        assert words not in text, words
