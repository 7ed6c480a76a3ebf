"""What a picture's markup holds, read as a strict parser reads it."""

from __future__ import annotations

import re
from typing import Any, Literal

from hypothesis import settings
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup, escape

cases = settings(deadline=None, max_examples=60)
"""How many cases a property is tried on: other work may keep the machine busy, so none is timed."""

HOSTILE = "\"'><script>alert(1)</script>&amp;<a href=x onclick=y>"

_CONTROLS: tuple[Literal["C"]] = ("C",)  # which no XML may hold; pages never have them
words = st.text(st.characters(exclude_categories=_CONTROLS), max_size=30) | st.just(HOSTILE)
"""Names and addresses as strangers may write them."""


def read(markup: Markup) -> Any:
    """Give the tree of a picture, under a root of its own; markup that is not well-formed XML is an error.

    But for the ends of list items, which HTML may leave out.
    """
    whole = re.sub(r"(?<!<ol>)(?=<li\b)|(?=</ol>)", "</li>", markup) if "</li>" not in markup else markup
    return etree.fromstring(f"<root>{whole}</root>")


def paths(tree: Any, name: str) -> list[str]:
    """Give what the paths of a class are drawn as."""
    return [path.get("d") for path in tree.iter("path") if name in (path.get("class") or "").split()]


def own_bytes(markup: Markup, *given: str) -> int:
    """Give the bytes of a picture without the words and addresses that were handed in, as they are written."""
    return len(markup.encode()) - sum(len(str(escape(text)).encode()) for text in given)


def bar_heights(tree: Any) -> dict[int, int]:
    """Give the height of the bar in each column, from the paths of all bars."""
    heights = {}
    for path in paths(tree, "bars"):
        column, ground = 0, 0
        assert re.fullmatch(r"M0 99(m\d+ \d+v-\d+)+", path)
        for step, fall, height in re.findall(r"m(\d+) (\d+)v-(\d+)", path):
            assert int(fall) == ground, "a bar begins where bars stand"
            column, ground = column + int(step), int(height)
            heights[column] = ground
    return heights
