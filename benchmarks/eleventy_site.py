"""The made-up cables as an Eleventy site: Markdown with front matter in JSON, and a bare theme like Hugo's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.markdown_site import write_body, write_markdown_site

if TYPE_CHECKING:
    from benchmarks.reading import Telegram

THEME: Final = Path(__file__).parent / "eleventy"


def write_eleventy_site(site: Path, folder: Path) -> None:
    """Writes all that Eleventy needs to print the cables of `site` into `folder`."""
    write_markdown_site(site, folder, THEME, write_page)


def write_page(telegram: Telegram, path: str) -> str:
    """A page for Eleventy, with its front matter in JSON."""
    return f"---json\n{json.dumps(front_matter(telegram, f'{path}.html'))}\n---\n{write_body(telegram)}"


def front_matter(telegram: Telegram, address: str) -> dict[str, object]:
    """What the bare theme shows of a cable beside its text, and where the page is to be."""
    return {
        "layout": "cable.njk",
        "permalink": address,
        "title": telegram.subject,
        "date": telegram.sent.isoformat(),
        "sender": telegram.sender,
        "tags": telegram.tags,
    }
