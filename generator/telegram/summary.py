"""The summary: what the author set apart as such."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.cable import Block, BlockKind

_START = re.compile(
    r"(?:\(?[SCU]\)?\s)?(?:BEGIN |EXECUTIVE )?SUMM?AR?Y(?:\s?(?:AND|/)\s?[A-Z]+)?\s?[:.\-]*\s*", re.IGNORECASE
)
_END = re.compile(r"\bEND(?: OF)? SUMM?AR?Y(?:\s?(?:AND|/)\s?[A-Z]+)?\b[\s.)\-]*", re.IGNORECASE)


def find_summary(blocks: Sequence[Block]) -> str:
    """Give the text of the summary, its labels left out; empty if the body has none.

    It begins with a block that says SUMMARY and ends where the text says so, else with that paragraph. An end
    without a start means that the first paragraph is the summary.
    """
    start = next((i for i, block in enumerate(blocks) if _opens(block)), None)
    end = next((i for i, block in enumerate(blocks) if _closes(block.text)), None)
    if start is None and end is None:
        return ""
    first = start if start is not None else 0
    last = end if end is not None and end >= first else _end_of_paragraph(blocks, first)
    texts = [block.text for block in blocks[first : last + 1] if block.kind is not BlockKind.RULE]
    if start is not None:
        texts[0] = _START.sub("", texts[0], count=1)
    texts = [_END.split(text)[0].strip(" (-\n") for text in texts]
    return "\n".join(text for text in texts if text)


def _opens(block: Block) -> bool:
    found = _START.match(block.text)
    return found is not None and (found[0].strip()[-1] in ":.-" or found.end() == len(block.text) or found[0].isupper())


def _closes(text: str) -> bool:
    return "SUMM" in text.upper() and _END.search(text) is not None


def _end_of_paragraph(blocks: Sequence[Block], first: int) -> int:
    """Give the block that ends a summary without an end mark: below a heading, the paragraph that follows it."""
    if blocks[first].kind is BlockKind.HEADING and first + 1 < len(blocks):
        return first + 1
    return first
