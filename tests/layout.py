"""Measures how a page is laid out in a real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def layout_findings(page: Page) -> list[str]:
    """Give a sentence for each thing on the page that is too wide, cut off, broken, out of reach or under another."""
    found: list[str] = page.evaluate(_SCRIPT)
    return found
