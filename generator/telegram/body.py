"""The body: numbered paragraphs with portion marks, headings, items, tables; and the signer at its end.

A body is no Markdown: ``1.`` numbers a paragraph of the telegram and not of a list, a line of dashes may underline a
heading or close the summary, and columns are aligned by spaces. So blocks are told apart by the telegrams' own
habits. Lines that transmission put in the middle (``VALLETTA 00000118  001.2 OF 003``, the header of the next section)
are left out of the reading text, and the paragraph they cut in two is joined again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.cable import Block, BlockKind
from generator.telegram.artefacts import is_artefact, strip_section_headers
from generator.telegram.lines import PARAGRAPH, PORTION_MARK, Line, squeeze

_ITEM = re.compile(
    r"\s*(?P<label>-{1,2}(?=\s|[A-Za-z\"“])|[–—•*](?=\s)|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[A-Za-z]\)(?=\s)|[A-Z]\.(?=\s))\s*(?=\S)"
)
_LETTER_ITEM = re.compile(r"[A-Z]\.\Z")
_UNDERLINE = re.compile(r"\s*[-=_*~]{3,}(?:\s+[-=_*~]{3,})*\s*\Z")
_COLUMN_GAP = re.compile(r"[^\s.?!:;]\s{2,}(?=\S)")
_WIDE_GAP = re.compile(r"\S\s{3,}(?=\S)")
_SENTENCE_END = re.compile(r"[.?!:;][\"”’')\]]*\Z")
_SIGNER = re.compile(r"[A-Z][A-Z'’.\-]*[A-Z](?: [A-Z][A-Z'’.\-]*){0,2}\Z")
_NOT_A_SIGNER = re.compile(
    r"(?:END|COMMENT|SUMMARY|TEXT|ANNEX|UNQUOTE|QUOTE|SECRET|NOTE|BT|NNNN|SIPDIS|NOFORN|UNCLAS)\b"
)
_LONGEST_HEADING = 90
_LEAST_LETTERS_OF_HEADING = 3


@dataclass(frozen=True, slots=True)
class Body:
    """A telegram's reading text, and who signed it (a surname in capitals, or an empty text)."""

    blocks: tuple[Block, ...]
    signer: str


@dataclass(slots=True)
class _Draft:
    """A block that is still growing, line by line."""

    lines: list[str]
    line: int
    number: int = 0
    mark: str = ""
    label: str = ""
    underlined: bool = False
    markers: list[str] = field(default_factory=list)


def parse_body(lines: Sequence[Line]) -> Body:
    """Read the lines of a body."""
    text, signer = _split_signer(strip_section_headers(lines))
    drafts = _gather(text)
    return Body(tuple(_finish(drafts)), signer)


def _split_signer(lines: Sequence[Line]) -> tuple[Sequence[Line], str]:
    """Cut the signer off the end, and the closing lines below it (``NNNN``, a last classification line)."""
    end = len(lines)
    while end and (not lines[end - 1].text or is_artefact(lines[end - 1].text)):
        end -= 1
    last = lines[end - 1].text.strip() if end else ""
    if end > 1 and _SIGNER.match(last) and not _NOT_A_SIGNER.match(last):
        return lines[: end - 1], last
    return lines[:end], ""


def _gather(lines: Sequence[Line]) -> list[_Draft]:
    """Put lines together to blocks."""
    drafts: list[_Draft] = []
    after_blank = True
    after_artefact = False
    for line in lines:
        if not line.text:
            after_blank = True
            continue
        if is_artefact(line.text):
            after_artefact = True
            continue
        cut_in_two = after_artefact and drafts and not _SENTENCE_END.search(drafts[-1].lines[-1])
        opened = _open(line, after_blank and not cut_in_two)
        if _UNDERLINE.match(line.text) and drafts and not after_blank and len(drafts[-1].lines) == 1:
            drafts[-1].underlined = True
        elif opened is not None or not drafts or (after_blank and not cut_in_two) or drafts[-1].underlined:
            drafts.append(opened or _Draft([line.text], line.number))
        else:
            drafts[-1].lines.append(line.text)
        after_blank = after_artefact = False
    return drafts


def _open(line: Line, after_blank: bool) -> _Draft | None:
    """Begin a block where a line shows by its own beginning that it is one: a number, a mark, an item."""
    numbered = PARAGRAPH.match(line.text)
    if numbered and (after_blank or numbered["marked"]):
        rest = line.text[numbered.end() :]
        mark = PORTION_MARK.match(rest)
        text = rest[mark.end() :] if mark else rest
        number = int(numbered["marked"] or numbered["number"])
        return _Draft([text], line.number, number, _plain_mark(mark))
    mark = PORTION_MARK.match(line.text.lstrip()) if after_blank else None
    if mark and mark[0].startswith("("):
        return _Draft([line.text.lstrip()[mark.end() :]], line.number, 0, _plain_mark(mark))
    item = _ITEM.match(line.text)
    if item and (after_blank or not _LETTER_ITEM.match(item["label"])) and not _UNDERLINE.match(line.text):
        return _Draft([line.text[item.end() :]], line.number, label=item["label"])
    return None


def _plain_mark(mark: re.Match[str] | None) -> str:
    return re.sub(r"\s*([-/]{1,2})\s*", "/", mark["mark"]).strip() if mark else ""


def _finish(drafts: Sequence[_Draft]) -> list[Block]:
    """Give every finished draft its kind and level."""
    blocks: list[Block] = []
    markers: list[str] = []
    for draft in drafts:
        kind = _kind(draft)
        level = 0
        if kind is BlockKind.ITEM:
            family = re.sub(r"\w", "x", draft.label) if not draft.label.strip("().").isdigit() else "1"
            if family not in markers:
                markers.append(family)
            level = markers.index(family) + 1
        elif draft.number or kind is BlockKind.HEADING:
            markers = []
        text = "\n".join(draft.lines) if kind is BlockKind.TABLE else squeeze(" ".join(draft.lines))
        blocks.append(
            Block(
                kind=kind,
                text=text,
                number=draft.number,
                mark=draft.mark,
                label=draft.label,
                level=level,
                line=draft.line,
            )
        )
    return blocks


def _kind(draft: _Draft) -> BlockKind:
    if draft.label:
        return BlockKind.ITEM
    first = draft.lines[0]
    if len(draft.lines) == 1 and not draft.number:
        if _UNDERLINE.match(first):
            return BlockKind.RULE
        if draft.underlined or _is_heading(first):
            return BlockKind.HEADING
    if _is_table(draft.lines):
        return BlockKind.TABLE
    return BlockKind.PARAGRAPH


def _is_heading(text: str) -> bool:
    letters = sum(character.isalpha() for character in text)
    return (
        text.isupper()
        and letters >= _LEAST_LETTERS_OF_HEADING
        and len(text) <= _LONGEST_HEADING
        and not text.rstrip().endswith((".", ",", ";"))
    )


def _is_table(lines: Sequence[str]) -> bool:
    """Two lines or more, most of them with columns: gaps inside the line that no sentence end explains."""
    columns = sum(1 for line in lines if _has_columns(line.strip()))
    return columns >= max(2, (len(lines) + 1) // 2)


def _has_columns(text: str) -> bool:
    if "  " not in text:  # spares long lines the patterns
        return False
    return _WIDE_GAP.search(text) is not None or len(_COLUMN_GAP.findall(text)) > 1
