"""The engine for what the publisher writes: CommonMark with tables, and HTML in it off."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@cache
def markdown() -> MarkdownIt:
    """Give the engine, made once."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - workers print cables and lists, and can do without it

    return MarkdownIt("commonmark", {"html": False}).enable("table")
