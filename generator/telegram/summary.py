"""The summary: what the author set apart as such."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.cable import Block, BlockKind

_SUMMARY = r"SUMM?AR?Y(?:\s?(?:AND|/)\s?[A-Z]+)?"
_START = re.compile(rf"(?:\(?[SCU]\)?\s)?(?:BEGIN |EXECUTIVE )?{_SUMMARY}\s?[:.\-]*\s*", re.IGNORECASE)
_START_INSIDE = re.compile(rf"(?<=[.!?)] )(?:(?:BEGIN |EXECUTIVE )?{_SUMMARY}|(?:Begin )?Summ?ar?y)\s?:\s*")
_END = re.compile(rf"\bEND(?: OF)? {_SUMMARY}\b[\s.)\-]*", re.IGNORECASE)


def find_summary(blocks: Sequence[Block]) -> str:
    """Give the text of the summary, its labels left out; empty if the body has none.

    It begins where the text says SUMMARY and ends where it says so, else with that paragraph. An end without a
    start means that the first paragraph is the summary.
    """
    mentioning = [(index, block) for index, block in enumerate(blocks) if "SUMM" in block.text.upper()]
    starts = ((i, found) for i, block in mentioning if (found := _find_start(block)) is not None)
    first, begin = next(starts, (-1, 0))
    ends = (
        i for i, block in mentioning if i >= first and _find_end(block.text, begin if i == first else 0) is not None
    )
    end = next(ends, None)
    if first < 0 and end is None:
        return ""
    first = max(first, 0)
    last = end if end is not None else _end_of_paragraph(blocks, first)
    texts = [block.text for block in blocks[first : last + 1] if block.kind is not BlockKind.RULE]
    texts[0] = texts[0][begin:]
    texts = [text[: _find_end(text)].strip(" (-\n") for text in texts]
    return "\n".join(text for text in texts if text)


def _find_end(text: str, start: int = 0) -> int | None:
    """Find where END SUMMARY stands in a text; None if it does not."""
    capitals = text.upper()
    if "END SUMM" not in capitals and "END OF SUMM" not in capitals:  # spares long paragraphs the pattern
        return None
    found = _END.search(text, start)
    return found.start() if found else None


def _find_start(block: Block) -> int | None:
    """Find where the summary's own text begins in a block: behind a label at its beginning, or one further on."""
    text = block.text
    found = _START.match(text)
    if found and block.kind is BlockKind.HEADING and ":" not in text:
        return len(text)
    if found and (found[0].strip()[-1] in ":.-" or found.end() == len(text) or found[0].isupper()):
        return found.end()
    inside = _START_INSIDE.search(text)
    return inside.end() if inside else None


def _end_of_paragraph(blocks: Sequence[Block], first: int) -> int:
    """Give the block that ends a summary without an end mark: below a heading, the paragraph that follows it."""
    if blocks[first].kind is BlockKind.HEADING and first + 1 < len(blocks):
        return first + 1
    return first
