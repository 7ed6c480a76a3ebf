"""The made-up cables as a Hugo site: Markdown with front matter, and a bare theme.

What ours has to find out by parsing a telegram, Hugo is given ready in the front matter: date,
subject, sender and TAGS. That is a present to Hugo, and it is made outside of the timing. The
header goes into a code block and each paragraph of the body stays a paragraph, so that both
generators print all of the text.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.reading import Telegram, read_telegram

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

THEME: Final = Path(__file__).parent / "hugo"


def write_hugo_site(site: Path, folder: Path) -> None:
    """Writes all that Hugo needs to print the cables of `site` into `folder`."""
    shutil.copytree(THEME, folder)
    content = folder / "content"
    for source in find_sources(site):
        telegram = read_source(source)
        year, month = source.parts[-3:-1]
        page = write_page(front_matter(telegram), write_body(telegram))
        save(content / year / month / f"{telegram.id}.md", page)
        # Only a folder with a page of its own is a section, and gets a list: the years do.
        save(content / year / "_index.md", write_page({"title": year}))


def find_sources(site: Path) -> Iterator[Path]:
    """The telegrams of a site, in the order of their paths."""
    yield from sorted((site / "content" / "cables").glob("*/*/*.txt"))


def read_source(source: Path) -> Telegram:
    """Reads a telegram where the bench has filed it, under its year and month."""
    return read_telegram(source.stem, int(source.parts[-3]), source.read_text(encoding="utf-8"))


def front_matter(telegram: Telegram) -> dict[str, object]:
    """What the bare theme shows of a cable beside its text."""
    return {
        "title": telegram.subject,
        "date": telegram.sent.isoformat(),
        "senders": [telegram.sender],
        "tags": telegram.tags,
    }


def write_body(telegram: Telegram) -> str:
    """The telegram's header and text in Markdown."""
    paragraphs = [f"¶{each.number}. ({each.mark}) {each.text}" for each in telegram.paragraphs]
    text = "\n\n".join(paragraphs)
    return f"```\n{telegram.header}\n```\n\n{text}  \n{telegram.signer}\n"


def write_page(matter: Mapping[str, object], body: str = "") -> str:
    """A page for Hugo, with its front matter in JSON: Hugo reads that faster than YAML."""
    return f"{json.dumps(matter)}\n{body}"


def save(path: Path, text: str) -> None:
    """Writes a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
