"""A cable's reading text as HTML, block by block: what themes style and do not lay out.

Every paragraph that has a number leads to itself by ``#p2``, so that a reader can link to it. Ends that HTML lets out
(``p``, ``li``) are left out, and what a portion mark means stands at the first of its kind: hosts have limits.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from types import MappingProxyType

from markupsafe import Markup

from generator.cable import Block, BlockKind
from generator.pages.escaping import escape_text
from generator.pages.markup import Marking
from generator.pages.tables import Table, read_table
from generator.vocabulary import PORTION_MARKS
from generator.wording import Wording

_DEEPEST = 3
"""Items that hang deeper than this look like those that hang so deep."""
_ITEM, _TABLE, _RULE, _LINES = BlockKind.ITEM, BlockKind.TABLE, BlockKind.RULE, BlockKind.LINES
_SCROLLS = 'tabindex="0" role="group" aria-label="{}"'
"""What may be wider than a page scrolls by itself, by keyboard, too, and says what it is."""

_PARTS_OF_MARK = re.compile(r"\s?[-–—/:;]{1,2}\s?|\s(?=(?i:entire)\b)")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter of Hebrew, Arabic or a script that runs as they do."""


def write_text(
    blocks: Sequence[Block],
    letters: Collection[str],
    wording: Wording,
    *,
    summary: Collection[int] = (),
    named: Mapping[str, str] = MappingProxyType({}),
) -> Markup:
    """Write the reading text of a cable.

    Args:
        blocks: the cable's body.
        letters: those of its references, to which mentions in the text lead.
        wording: the words of the interface.
        summary: the places, from 0, of the blocks that are the summary.
        named: where the pages of the cables are that the text may name by their ids.

    Returns:
        HTML, an element a line; empty if there are no blocks.
    """
    return Markup("".join(_Writer(letters, wording, summary, named).write(blocks)))  # noqa: S704


class _Writer:
    """Writes the blocks of one text, each of which hangs on what stands before: anchors, words explained once."""

    def __init__(
        self, letters: Collection[str], wording: Wording, summary: Collection[int], named: Mapping[str, str]
    ) -> None:
        self._marking = Marking(letters, wording, named)
        self._wording, self._summary = wording, summary
        self._taken: dict[str, int] = {}
        self._marks: set[str] = set()

    def write(self, blocks: Sequence[Block]) -> Iterator[str]:
        for is_list, some in groupby(enumerate(blocks), key=lambda placed: placed[1].kind is _ITEM):
            if is_list:
                yield "<ul>\n"
                yield from (self._write_item(block, place in self._summary) for place, block in some)
                yield "</ul>\n"
            else:
                yield from (self._write_block(block, place in self._summary) for place, block in some)

    def _write_item(self, block: Block, is_summary: bool) -> str:
        names = f"item-{min(block.level, _DEEPEST)}{' sum' if is_summary else ''}"
        text, anchor = self._marking.mark_up(block.text), self._anchor(block)
        lead = self._lead(block, anchor)
        # The label hangs on the side where the text begins.
        direction = ' dir="auto"' if _RIGHT_TO_LEFT.search(block.text) else ""
        return f'<li class="{names}"{_id(anchor)}{direction}><b>{escape_text(block.label)}</b> {lead}{text}\n'

    def _write_block(self, block: Block, is_summary: bool) -> str:
        kind, anchor = block.kind, self._anchor(block)
        if kind is _RULE:
            return "<hr>\n"
        lead = self._lead(block, anchor)
        if kind is _TABLE:
            return self._write_table(block.text, anchor, lead)
        text = self._marking.mark_up(block.text)
        if kind is BlockKind.HEADING:
            return f"<h3{_id(anchor)}>{lead}{text}</h3>\n"
        names = " ".join(filter(None, ("lines" if kind is _LINES else "", "sum" if is_summary else "")))
        attribute = f' class="{names}"' if names else ""
        return f"<p{attribute}{_id(anchor)}>{lead}{text}\n"

    def _write_table(self, text: str, anchor: str, lead: str) -> str:
        before = f"<p>{lead}\n" if lead else ""
        attributes = f"{_id(anchor)} {_SCROLLS.format(escape_text(self._wording.say('cable.table')))}"
        table = read_table(text)
        if table is None:
            return f"{before}<pre{attributes}>{self._marking.mark_up(text)}</pre>\n"
        return f'{before}<div class="scroll"{attributes}>{self._write_cells(table)}</div>\n'

    def _write_cells(self, table: Table) -> str:
        """Write a table. What ends cells and rows may be left out, and a space tells words of cells apart."""
        names = " ".join(["cells", *(f"n{column + 1}" for column in table.numeric)])
        head = "".join(f"<th>{self._marking.mark_up(cell)} " for cell in table.head)
        rows = ["<tr>" + "".join(f"<td>{self._marking.mark_up(cell)} " for cell in row) for row in table.rows]
        return "\n".join(
            [f'<table class="{names}">', *([f"<thead><tr>{head}<tbody>"] if head else []), *rows, "</table>"]
        )

    def _anchor(self, block: Block) -> str:
        """Name a block: ``p2`` after its number (``p2-2`` where an annex counts anew), ``u1`` if it has none."""
        if block.kind is _RULE:
            return ""
        name = f"p{block.number}" if block.number else "u"
        count = self._taken[name] = self._taken.get(name, 0) + 1
        if not block.number:
            return f"u{count}"
        return name if count == 1 else f"{name}-{count}"

    def _lead(self, block: Block, anchor: str) -> str:
        """Write what stands before a block's words: its number, which is a link to itself, and its portion mark."""
        mark = self._write_mark(block.mark) if block.mark else ""
        if not block.number:
            return mark
        return f'<a href="#{anchor}">{block.number}.</a> {mark}'

    def _write_mark(self, mark: str) -> str:
        """Write a portion mark; the first of its kind says what it means, and a script has the others say the same."""
        if mark in self._marks:
            return f"<i>({escape_text(mark)})</i> "
        self._marks.add(mark)
        return _write_mark(mark, self._wording)


def _id(anchor: str) -> str:
    return f' id="{anchor}"' if anchor else ""


@cache
def _write_mark(mark: str, wording: Wording) -> str:
    """Write a portion mark with its meaning: 'Confidential, Not for foreign nationals' for C/NF."""
    parts = [(part, PORTION_MARKS.get(part.upper(), part)) for part in _PARTS_OF_MARK.split(mark)]
    meaning = ", ".join(wording.meaning("portion_marks", part.upper(), english) for part, english in parts)
    return f'<abbr tabindex="0" title="{escape_text(meaning)}">({escape_text(mark)})</abbr> '
