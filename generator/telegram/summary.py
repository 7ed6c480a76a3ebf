"""The summary: what the author set apart as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.cable import Block, BlockKind
from generator.telegram.lines import PORTION_MARK, squeeze

_SUMMARY = r"SUM{2,3}(?:AR{0,2}|ER|R|RA)?Y|SUMAR{1,2}Y|SUMAMRY"  # Sumy is a town
_MORE = (
    r"(?:ACTION(?: REQUEST(?:ED)?| REQUIRED| ITEMS?)?|COMMENTS?|INTRO(?:DUCTION)?|RECOMMENDATIONS?|BACKGROUND|OVERVIEW"
    r"|CONCLUSIONS?|ANALYSIS|KEY POINTS|ASSESSMENT|BIO NOTE|NOTE|GUIDANCE|PURPOSE|REQUEST|OBJECTIVES?)"
)
_AND = r"\s{0,2}(?:,? AND|&|/|,|-)\s{0,2}"
_NAME = rf"(?:(?:{_MORE}{_AND}){{0,2}}(?:{_SUMMARY})(?:{_AND}{_MORE}){{0,2}})"
_BEFORE = r"(?:(?:BEGIN|START(?: OF)?|EXECUTIVE|BRIEF|OVERALL) )?"
_STOP = r"\s?[:;.\-–—_=*/)\]]"
_START = re.compile(
    rf"[\s\-–—*=_(\[]{{0,8}}(?:\(?[SCU]\)?\s)?{_BEFORE}{_NAME}(?:\s?\([A-Z/]{{1,8}}\))?(?P<stop>(?:{_STOP}){{1,40}}|\s*\Z|(?=\s))[\s.]*",
    re.IGNORECASE,
)
_START_INSIDE = re.compile(
    rf"(?:(?<=[.!?)] )|(?<=[.!?)]  ))[(\[]?(?:{_BEFORE}{_NAME}|(?i:{_BEFORE}{_NAME})(?=\s?:))\s?[:.\-]+[)\]]?\s*"
)
_END = re.compile(rf"END(?: OF)?(?: THE)?[ -]?{_BEFORE}{_NAME}\b", re.IGNORECASE)
_ENDS = re.compile(r"ENDS?(?=\s?[.)\]]|\s*\Z)", re.IGNORECASE)
_NAME_LAST = re.compile(rf"\b{_NAME}\s\Z", re.IGNORECASE)
_LONGEST_NAME = 70
_NOT_THE_SUMMARY = re.compile(
    r"\s*(?:OF|EXECUTIONS?|JUDGE?MENTS?|JUSTICE|TRIALS?|PROCEEDINGS?|DISMISSALS?|ARRESTS?|RECORDS?|REPORTS?|DEPORTATIONS?"
    r"|KILLINGS?|PROCEDURES?|CONVICTIONS?|IS|WAS|WILL|HAS|FOLLOWS|PUNISHMENTS?|DETENTIONS?|REMOVAL)\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(r"(?:CLASSIFIED BY|CLASSIFIED:|REASONS?:|THIS IS AN? ACTION|ACTION REQUEST)", re.IGNORECASE)
_EDGES = " \t\n([{-–—*=_"


def find_summary(blocks: Sequence[Block]) -> str:
    """Give the text of the summary, on a line a block, its labels and marks left out; empty if the body has none.

    It begins where the text says SUMMARY and ends where it says so, else with that paragraph. An end without a
    start means that the summary begins with the first paragraph.
    """
    mentioning = [(i, block, text) for i, block in enumerate(blocks) if "SUM" in (text := block.text.upper())]
    if not mentioning:
        return ""
    ends = [(i, end) for i, block, text in mentioning for end in _find_ends(block.text, text)]
    starts = [
        (i, start) for i, block, text in mentioning if (start := _find_start(block, text, ended=bool(ends))) is not None
    ]
    if not starts and not ends:
        return ""
    if len(starts) > 1 and _is_label_of(blocks, *starts):
        del starts[0]
    first, begin = starts[0] if starts else (_first_paragraph(blocks, ends[0][0]), 0)
    end = next((each for each in ends if each >= (first, begin)), None)
    again = next((i for i, _ in starts if i > first), len(blocks))
    if end is None or end[0] >= again:
        texts = list(_paragraph(blocks, first, begin))
    else:
        texts = [block.text for block in blocks[first : end[0] + 1] if block.kind is not BlockKind.RULE]
        texts[-1] = texts[-1][: end[1]] if first < end[0] else texts[-1][begin : end[1]]
        texts[0] = texts[0][begin:] if first < end[0] else texts[0]
    return "\n".join(filter(None, map(_plain, texts)))


def _find_ends(text: str, capitals: str) -> Iterator[int]:
    """Find where END SUMMARY stands in a text, or SUMMARY ENDS."""
    at = capitals.find("END") if len(capitals) == len(text) else -1
    while at >= 0:
        if not text[at - 1 : at].isalnum():
            if (found := _END.match(text, at)) and not _NOT_THE_SUMMARY.match(text, found.end()):
                yield at
            elif _ENDS.match(text, at) and (name := _NAME_LAST.search(text[max(at - _LONGEST_NAME, 0) : at])):
                yield max(at - _LONGEST_NAME, 0) + name.start()
        at = capitals.find("END", at + 1)


def _find_start(block: Block, capitals: str, *, ended: bool) -> int | None:
    """Find where the summary's own text begins in a block: behind a label at its beginning, or one further on."""
    text = block.text
    found = _START.match(text)
    if found and not _NOT_THE_SUMMARY.match(text, found.end()):
        stop = found["stop"].strip()
        label = text[: found.end()]
        if stop or found.end() == len(text) or (label.isupper() and (ended or not text.isupper())):
            return found.end()
        if ended and text[found.end() : found.end() + 1].isupper() and label[:1].isupper():
            return found.end()
    at = capitals.find("SUM")
    while at >= 0:
        inside = _START_INSIDE.search(text, max(at - _LONGEST_NAME, 0), at + _LONGEST_NAME)
        if inside:
            return inside.end()
        at = capitals.find("SUM", at + 1)
    return None


def _is_label_of(blocks: Sequence[Block], first: tuple[int, int], second: tuple[int, int], *_: tuple[int, int]) -> bool:
    """Tell whether a heading SUMMARY stands directly above a paragraph that has the label, too."""
    between = blocks[first[0] + 1 : second[0]]
    return first[1] >= len(blocks[first[0]].text) and all(block.kind is BlockKind.RULE for block in between)


def _first_paragraph(blocks: Sequence[Block], end: int) -> int:
    """Find the first paragraph: who classified the cable, or a heading, is none."""
    for index, block in enumerate(blocks[:end]):
        if block.kind not in {BlockKind.HEADING, BlockKind.RULE} and not _STATEMENT.match(block.text):
            return index
    return end


def _paragraph(blocks: Sequence[Block], first: int, begin: int) -> Iterator[str]:
    """Yield the texts of a summary without an end mark: its paragraph, or the one below its heading, and its items."""
    text = blocks[first].text[begin:]
    at = first
    if not text.strip(_EDGES):
        at += 1
        while at < len(blocks) and blocks[at].kind is BlockKind.RULE:
            at += 1
        text = blocks[at].text if at < len(blocks) else ""
    yield text
    if text.rstrip().endswith(":"):
        for block in blocks[at + 1 :]:
            if block.kind is not BlockKind.ITEM:
                break
            yield block.text


def _plain(text: str) -> str:
    """Leave out a portion mark behind the label, brackets and dashes around, and line breaks."""
    text = squeeze(text)
    mark = PORTION_MARK.match(text)
    if mark and mark[0].startswith(("(", "[")):
        text = text[mark.end() :]
    return text.strip("-–—*=_ ").rstrip("([{ ")
