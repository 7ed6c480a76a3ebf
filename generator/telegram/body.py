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
from functools import lru_cache

from generator.cable import Block, BlockKind
from generator.record import Record
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
_SIGNER = re.compile(r"[A-Z][A-Z'’.\-]*[A-Z](?: [A-Z][A-Z'’.\-]*){0,2}(?<=[A-Z])\Z")
_NOT_A_SIGNER = re.compile(
    r"(?:END|COMMENT|SUMMARY|TEXT|ANNEX|UNQUOTE|QUOTE|SECRET|NOTE|BT|NNNN|SIPDIS|NOFORN|UNCLAS)\b"
)
_LONGEST_HEADING = 90
_LEAST_FULL_LINE = 40
_LEAST_LETTERS_OF_HEADING = 3


class Body(Record, frozen=True):
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


def parse_body(lines: Sequence[Line], header: Sequence[Line] = ()) -> Body:
    """Read the lines of a body.

    Args:
        lines: those of the body.
        header: those above it; a telegram in several sections repeats them in the middle of its body.
    """
    text, signer = _split_signer(strip_section_headers(lines, header))
    drafts = _gather(text)
    return Body(tuple(_finish(drafts)), signer)


def _split_signer(lines: Sequence[Line]) -> tuple[Sequence[Line], str]:
    """Cut the signer off the end, and the closing lines below it (``NNNN``, a last classification line)."""
    end = len(lines)
    while end and (not lines[end - 1].text or is_artefact(lines[end - 1].text)):
        end -= 1
    last = lines[end - 1].text.strip() if end else ""
    if end > 1 and _SIGNER.match(last) and not _NOT_A_SIGNER.match(last) and not _wraps(lines[end - 2].text):
        return lines[: end - 1], last
    return lines[:end], ""


def _wraps(text: str) -> bool:
    """Tell whether a line in capitals must go on: then a last word below it belongs to it, and is no signer."""
    return len(text) >= _LEAST_FULL_LINE and text.isupper() and not _SENTENCE_END.search(text[-4:])


def _gather(lines: Sequence[Line]) -> list[_Draft]:
    """Put lines together to blocks."""
    gathering = _Gathering()
    for line in lines:
        if not line.text:
            gathering.after_blank = True
        elif is_artefact(line.text):
            gathering.after_artefact = True
        else:
            gathering.take(line)
    return gathering.drafts


@dataclass(slots=True)
class _Gathering:
    """The blocks so far, and what the next line must be seen against.

    Attributes:
        drafts: the blocks so far; the last one may still grow.
        after_blank: there was a blank line since the last line taken.
        after_artefact: there was an artefact since then.
        paragraph: the number of the last numbered paragraph.
        marked: it has a pilcrow or a portion mark, so that the next one should have, too.
        item: the number of the last item, where items of that paragraph are numbered like paragraphs.
    """

    drafts: list[_Draft] = field(default_factory=list)
    after_blank: bool = True
    after_artefact: bool = False
    paragraph: int = 0
    marked: bool = False
    item: int = 0

    def take(self, line: Line) -> None:
        """Add a line to the last block, or begin another with it."""
        last = self.drafts[-1] if self.drafts else None
        cut_in_two = self.after_artefact and last and not _SENTENCE_END.search(last.lines[-1][-4:])
        fresh = self.after_blank and not cut_in_two
        opened = self._open(line, fresh)
        if last and not self.after_blank and _UNDERLINE.match(line.text) and _may_be_heading(last):
            last.underlined = True
        elif opened is not None or last is None or fresh or last.underlined:
            self.drafts.append(opened or _Draft([line.text], line.number))
        else:
            last.lines.append(line.text)
        self.after_blank = self.after_artefact = False

    def _open(self, line: Line, fresh: bool) -> _Draft | None:
        """Begin a block where a line shows by its own beginning that it is one: a number, a mark, an item."""
        numbered = PARAGRAPH.match(line.text)
        if numbered and (opened := self._open_numbered(line, numbered, fresh)):
            return opened
        text = line.text.lstrip()
        mark = PORTION_MARK.match(text) if fresh and text.startswith("(") else None
        if mark:
            return _Draft([text[mark.end() :]], line.number, mark=_plain_mark(mark))
        item = _ITEM.match(line.text)
        if item and (fresh or not _LETTER_ITEM.match(item["label"])) and not _UNDERLINE.match(line.text):
            return _Draft([line.text[item.end() :]], line.number, label=item["label"])
        return None

    def _open_numbered(self, line: Line, numbered: re.Match[str], fresh: bool) -> _Draft | None:
        """Begin a paragraph, or an item that is numbered like one: paragraphs go up, so an earlier number is none.

        A number with neither pilcrow nor portion mark may as well be the end of a wrapped sentence.
        """
        mark = PORTION_MARK.match(line.text, numbered.end())
        marked = mark is not None or numbered["marked"] is not None
        number = int(numbered["marked"] or numbered["number"])
        if not marked:
            next_paragraph = self.after_blank and number == self.paragraph + 1
            next_item = self.item > 0 and number == self.item + 1 and (self.marked or not next_paragraph)
            if not (fresh or next_item or next_paragraph):
                return None
            if next_item or number <= self.paragraph:
                self.item = number
                return _Draft([line.text[numbered.end() :]], line.number, label=numbered[0].strip())
        self.paragraph, self.marked, self.item = number, marked, 0
        return _Draft([line.text[(mark or numbered).end() :]], line.number, number, _plain_mark(mark))


def _may_be_heading(draft: _Draft) -> bool:
    """Tell whether dashes below would underline a heading; below the heads of columns they belong to a table."""
    return len(draft.lines) == 1 and not _has_columns(draft.lines[0].strip())


def _plain_mark(mark: re.Match[str] | None) -> str:
    return _with_plain_slashes(mark["mark"]) if mark else ""


@lru_cache(maxsize=1024)
def _with_plain_slashes(mark: str) -> str:
    return re.sub(r"\s*([-/]{1,2})\s*", "/", mark).strip()


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
    return (
        len(text) <= _LONGEST_HEADING
        and text.isupper()
        and sum(character.isalpha() for character in text) >= _LEAST_LETTERS_OF_HEADING
        and not text.endswith((".", ",", ";"))
    )


def _is_table(lines: Sequence[str]) -> bool:
    """Two lines or more, most of them with columns: gaps inside the line that no sentence end explains."""
    if len(lines) == 1:
        return False
    columns = sum(1 for line in lines if _has_columns(line.strip()))
    return columns >= max(2, (len(lines) + 1) // 2)


def _has_columns(text: str) -> bool:
    if "  " not in text:  # spares long lines the patterns
        return False
    return _WIDE_GAP.search(text) is not None or len(_COLUMN_GAP.findall(text)) > 1
