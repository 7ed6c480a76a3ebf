"""The made-up cables as an Eleventy site: Markdown with front matter in JSON, and a bare theme like Hugo's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.hugo_site import find_sources, read_source, save, write_body

if TYPE_CHECKING:
    from benchmarks.reading import Telegram

THEME: Final = Path(__file__).parent / "eleventy"


def write_eleventy_site(site: Path, folder: Path) -> None:
    """Writes all that Eleventy needs to print the cables of `site` into `folder`."""
    shutil.copytree(THEME, folder)
    for source in find_sources(site):
        telegram = read_source(source)
        address = f"{source.parts[-3]}/{source.parts[-2]}/{telegram.id}"
        matter = json.dumps(front_matter(telegram, f"{address}.html"))
        save(folder / "content" / f"{address}.md", f"---json\n{matter}\n---\n{write_body(telegram)}")


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
