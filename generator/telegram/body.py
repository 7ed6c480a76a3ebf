"""The body: numbered paragraphs with portion marks, headings, items, tables; and the signer at its end.

A body is no Markdown: ``1.`` numbers a paragraph of the telegram and not of a list, a line of dashes may underline a
heading or close the summary, and columns are aligned by spaces. So blocks are told apart by the telegrams' own
habits. Lines that transmission put in the middle (``VALLETTA 00000118  001.2 OF 003``, the header of the next section)
are left out of the reading text, and the paragraph they cut in two is joined again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.cable import Block, BlockKind
from generator.record import Record
from generator.telegram.another import find_another
from generator.telegram.artefacts import strip_artefacts
from generator.telegram.draft import Draft
from generator.telegram.gathering import gather
from generator.telegram.lines import Line, squeeze
from generator.telegram.own import Own
from generator.telegram.shapes import (
    UNDERLINE,
    are_broken_on_purpose,
    find_width,
    heads_nothing,
    is_far_shorter,
    is_heading,
    is_table,
    is_title,
    may_be_pair,
)
from generator.telegram.signer import split_signer

_BROKEN_AT_HYPHEN = re.compile(r"(?<=\w)-\Z")
_AFTER_HYPHEN = re.compile(r"(?!(?:and|or|to|und|y|e|et|AND|OR|TO)\b)\w")
_SAME_INDENT = 2
_PAIR = 2
_HEADING, _ITEM, _PARAGRAPH = BlockKind.HEADING, BlockKind.ITEM, BlockKind.PARAGRAPH  # faster than an Enum's attribute


class Body(Record, frozen=True):
    """A telegram's reading text.

    Attributes:
        blocks: the text.
        signer: who signed it, a surname in capitals; empty if nobody did.
        signer_line: the number of the line with the signer; 0 if there is none.
        artefacts: the numbers of the lines that are left out of the text, as transmission put them there.
        extract: one of them says that the text is not the whole cable.
        shortened: the numbers of those out of whose middle such a piece was cut.
        another: the number of the line where another telegram begins; 0 if none does.
    """

    blocks: tuple[Block, ...]
    signer: str
    signer_line: int = 0
    artefacts: tuple[int, ...] = ()
    extract: bool = False
    shortened: tuple[int, ...] = ()
    another: int = 0

    @property
    def own_blocks(self) -> tuple[Block, ...]:
        """The blocks of this telegram, without those of another one below it."""
        return tuple([each for each in self.blocks if each.line < self.another]) if self.another else self.blocks


def parse_body(lines: Sequence[Line], header: Sequence[Line] = ()) -> Body:
    """Read the lines of a body.

    Args:
        lines: those of the body.
        header: those above it; a telegram in several sections repeats them in the middle of its body.
    """
    own = Own(header)
    at = find_another(lines, own)
    other = lines[at:]  # all of it stays, as nothing of it is known to be repeated
    stripped = strip_artefacts(lines[:at] if other else lines, header, own)
    text, signer, signer_line = split_signer(stripped.lines, header)
    blocks = _finish(gather(text))
    another = 0
    if other:
        blocks += _finish(gather(other))
        another = other[0].number
    return Body(tuple(blocks), signer, signer_line, stripped.artefacts, stripped.extract, stripped.shortened, another)


def _finish(drafts: Sequence[Draft]) -> list[Block]:
    """Give every finished draft its kind and level."""
    blocks: list[Block] = []
    lists: list[Draft] = []
    width = 0
    for index, draft in enumerate(drafts):
        kind = _kind(drafts, index)
        if kind is _PARAGRAPH and len(draft.lines) == _PAIR and may_be_pair(draft.lines):
            width = width or find_width([each.lines for each in drafts])  # few texts have such lines
            kind = BlockKind.LINES if is_far_shorter(draft.lines, width) else kind
        level = 0
        if kind is _ITEM:
            level = _level(draft, lists)
        elif draft.number or kind is _HEADING:
            lists.clear()
        label, text = draft.label, _join(draft.lines) if kind not in _KEEP_LINES else "\n".join(draft.lines)
        if label and kind is not _ITEM:
            text, label = f"{draft.prefix or f'{label} '}{text}", ""
        blocks.append(
            Block(kind=kind, text=text, number=draft.number, mark=draft.mark, label=label, level=level, line=draft.line)
        )
    return blocks


_KEEP_LINES = {BlockKind.TABLE, BlockKind.LINES}


def _join(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph: with a space, but for a compound that was broken behind its hyphen."""
    if len(lines) == 1:
        return squeeze(lines[0])
    if not any(line.endswith("-") for line in lines):  # nearly always
        return squeeze(" ".join(lines))
    text = ""
    for line in lines:
        following = line.lstrip()
        glued = _BROKEN_AT_HYPHEN.search(text[-2:]) and _AFTER_HYPHEN.match(following)
        text += following if glued or not text else f" {following}"
    return squeeze(text)


def _level(draft: Draft, lists: list[Draft]) -> int:
    """Tell how deep an item hangs: a label of another family, or set in further, is of a list inside the last one.

    Args:
        draft: the item.
        lists: the last item of each list that is open, from the outermost inwards; brought up to date.
    """
    same = [index for index, each in enumerate(lists) if each.family == draft.family]
    near = [index for index in same if abs(lists[index].indent - draft.indent) <= _SAME_INDENT]
    deeper = bool(same) and not near and draft.indent > lists[same[-1]].indent
    at = len(lists) if deeper or not same else (near or same)[-1]
    lists[at:] = [draft]
    return at + 1


def _kind(drafts: Sequence[Draft], index: int) -> BlockKind:
    draft = drafts[index]
    first = draft.lines[0]
    if draft.underlined and (not draft.number or is_heading(first) or is_title(first.strip())):
        return _HEADING
    if draft.label:
        return _kind_of_item(draft)
    if len(draft.lines) == 1:
        return _PARAGRAPH if draft.number else _kind_of_line(drafts, index)
    if is_table(draft.lines):
        return BlockKind.TABLE
    return BlockKind.LINES if are_broken_on_purpose(draft.lines) else _PARAGRAPH


def _kind_of_line(drafts: Sequence[Draft], index: int) -> BlockKind:
    """Tell what a line without a number is that stands alone."""
    text = drafts[index].lines[0]
    if UNDERLINE.match(text):
        return BlockKind.RULE
    heads = is_heading(text) or (drafts[index].alone and _is_title_of(drafts, index))
    return _HEADING if heads and not heads_nothing(text) else _PARAGRAPH


def _kind_of_item(draft: Draft) -> BlockKind:
    """Tell an item from a heading (``II. THE CELLAR``) and from a table whose rows are numbered."""
    if draft.family == "I." and len(draft.lines) == 1 and draft.lines[0].isupper() and is_heading(draft.lines[0]):
        return BlockKind.HEADING
    return BlockKind.TABLE if draft.prefix and is_table(draft.lines) else BlockKind.ITEM


def _is_title_of(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a line alone, not in capitals, is the heading of the numbered paragraph below it."""
    draft, after = drafts[index], drafts[index + 1] if index + 1 < len(drafts) else None
    if after is None or not after.sure or not (after.number or draft.mark) or not is_title(draft.lines[0].strip()):
        return False
    return bool(draft.mark) or index == 0 or drafts[index - 1].ended
