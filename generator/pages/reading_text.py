"""A cable's reading text as HTML, block by block: what themes style and do not lay out.

Every paragraph that has a number leads to itself by ``#p2``, so that a reader can link to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from markupsafe import Markup

from generator.cable import Block, BlockKind
from generator.pages.escaping import escape_text
from generator.pages.markup import mark_up
from generator.vocabulary import PORTION_MARKS

_DEEPEST = 3
"""Items that hang deeper than this look like those that hang so deep."""
_ITEM, _TABLE, _RULE = BlockKind.ITEM, BlockKind.TABLE, BlockKind.RULE
_ELEMENTS = {
    BlockKind.PARAGRAPH: ("<p", "</p>\n"),
    BlockKind.HEADING: ("<h3", "</h3>\n"),
    BlockKind.LINES: ('<p class="lines"', "</p>\n"),
}
"""How the blocks that are but their text begin and end."""

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter of Hebrew, Arabic or a script that runs as they do."""


def write_text(blocks: Sequence[Block], letters: Collection[str], *, linked: bool) -> Markup:
    """Write the reading text of a cable.

    Args:
        blocks: the cable's body.
        letters: those of its references, to which mentions in the text lead.
        linked: with an ``id`` for every block. Another version's text has none, as those are taken.

    Returns:
        HTML, an element a line; empty if there are no blocks.
    """
    taken: dict[str, int] = {}
    written = [
        _write_block(block, mark_up(block.text, letters), _anchor(block, taken) if linked else "") for block in blocks
    ]
    return Markup("".join(written))  # noqa: S704 - every piece is escaped where it is written


def _anchor(block: Block, taken: dict[str, int]) -> str:
    """Name a block: ``p2`` after its number (``p2-2`` where an annex counts anew), ``u1`` if it has none."""
    if block.kind is _RULE:
        return ""
    name = f"p{block.number}" if block.number else "u"
    count = taken[name] = taken.get(name, 0) + 1
    if not block.number:
        return f"u{count}"
    return name if count == 1 else f"{name}-{count}"


def _write_block(block: Block, text: str, anchor: str) -> str:
    lead = _lead(block, anchor) if block.number or block.mark else ""
    attribute = f' id="{anchor}"' if anchor else ""
    kind = block.kind
    if kind is _ITEM:
        level = min(block.level, _DEEPEST)
        # The label hangs on the side where the text begins.
        direction = ' dir="auto"' if _RIGHT_TO_LEFT.search(block.text) else ""
        return f'<p class="item-{level}"{attribute}{direction}><b>{escape_text(block.label)}</b> {lead}{text}</p>\n'
    if kind is _TABLE:
        before = f"<p>{lead}</p>\n" if lead else ""
        return f'{before}<pre{attribute} tabindex="0" role="group" aria-label="Table">{text}</pre>\n'
    if kind is _RULE:
        return "<hr>\n"
    begin, end = _ELEMENTS[kind]
    return f"{begin}{attribute}>{lead}{text}{end}"


def _lead(block: Block, anchor: str) -> str:
    """Write what stands before a block's words: its number, which is a link to itself, and its portion mark."""
    mark = _write_mark(block.mark) if block.mark else ""
    if not block.number:
        return mark
    if not anchor:
        return f'<span class="n">{block.number}.</span> {mark}'
    return f'<a class="n" href="#{anchor}">{block.number}.</a> {mark}'


@cache
def _write_mark(mark: str) -> str:
    """Write a portion mark with its meaning: 'Confidential, Not for foreign nationals' for C/NF."""
    meaning = ", ".join(PORTION_MARKS.get(part.upper(), part) for part in mark.split("/"))
    return f'<abbr title="{escape_text(meaning)}">({escape_text(mark)})</abbr> '
