"""The made-up cables as Markdown: what the sites of all peers have in common."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from benchmarks.reading import Telegram, read_telegram

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def write_markdown_site(site: Path, folder: Path, theme: Path, write: Callable[[Telegram, str], str]) -> None:
    """Writes a theme's files, and a page of Markdown for each cable of `site`, into `folder`.

    `write` is given a telegram and the path of its page below `content/`, without an ending.
    """
    shutil.copytree(theme, folder)
    for source in find_sources(site):
        telegram = read_source(source)
        path = f"{source.parts[-3]}/{source.parts[-2]}/{telegram.id}"
        save(folder / "content" / f"{path}.md", write(telegram, path))


def find_sources(site: Path) -> Iterator[Path]:
    """The telegrams of a site, in the order of their paths."""
    yield from sorted((site / "content" / "cables").glob("*/*/*.txt"))


def read_source(source: Path) -> Telegram:
    """Reads a telegram where the bench has filed it, under its year and month."""
    return read_telegram(source.stem, int(source.parts[-3]), source.read_text(encoding="utf-8"))


def write_body(telegram: Telegram) -> str:
    """The telegram's header and text in Markdown."""
    paragraphs = [f"¶{each.number}. ({each.mark}) {each.text}" for each in telegram.paragraphs]
    text = "\n\n".join(paragraphs)
    return f"```\n{telegram.header}\n```\n\n{text}  \n{telegram.signer}\n"


def save(path: Path, text: str) -> None:
    """Writes a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
