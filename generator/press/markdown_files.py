"""Finds and reads what the publisher writes in Markdown: own pages, and notes on cables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from generator.config import Config
from generator.sources.discovery import printable


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A file that the publisher wrote.

    Attributes:
        inside: its path in its folder.
        shown: its path as people see it.
        text: what it holds; None where it cannot be read as UTF-8 text.
    """

    inside: str
    shown: str
    text: str | None


def read_markdown(config: Config, setting: str) -> Iterator[MarkdownFile]:
    """Read all ``*.md`` of the folder that a setting of ``paths`` names, in any depth; hidden files are passed over."""
    folder = config.path(setting)
    for path in sorted(folder.rglob("*"), key=os.fsencode):  # bytes have the same order in every locale
        inside = path.relative_to(folder)
        if path.suffix.lower() != ".md" or any(part.startswith(".") for part in inside.parts) or path.is_dir():
            continue
        try:
            text: str | None = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            text = None
        yield MarkdownFile(printable(inside.as_posix()), printable(config.shown(path)), text)
