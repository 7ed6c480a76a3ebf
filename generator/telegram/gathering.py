"""Gathering: puts the lines of a body together to drafts of its blocks, one line after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.telegram.draft import Draft
from generator.telegram.lines import Line
from generator.telegram.openings import Label, Number, is_of_whole_text, read_label, read_mark, read_number
from generator.telegram.shapes import SENTENCE_END, UNDERLINE, has_columns, is_heading

_UNDERLINES = "-=_*~+–—"
_MAY_OPEN = re.compile(r"\s*(?:[^A-Za-z\s]|[A-Za-z]{1,4}[.)]|[Pp](?:[Aa]|\d)|o\s|[A-Z]\d)")
_FULL_LINE = 40
_QUESTIONS = {"Q: ", "Q. ", "A: ", "A. "}
_ROMAN_I = 9
"""``i`` is the ninth letter, too."""
_ABBREVIATED = re.compile(r"\b(?:nos?|paras?|arts?|secs?|pp?|figs?|vols?|chap|reftel|ref|item)\.?\s*\Z", re.IGNORECASE)
_AFTER_NUMBER = re.compile(r"\s{0,3}(?:[(\[]\s?(?:TS|SBU|LOU|[SCU])\s?[-/)\]]|\Z)")


def gather(lines: Sequence[Line]) -> list[Draft]:
    """Put lines together to blocks.

    Args:
        lines: those of a body; where an artefact was left out, a number is missing.
    """
    gathering = _Gathering()
    number = lines[0].number if lines else 0
    for line in lines:
        if line.number > number:
            gathering.after_artefact = True
        number = line.number + 1
        if not line.text:
            gathering.after_blank = True
        else:
            gathering.take(line)
            gathering.split_glued(line.number)
    return gathering.drafts


@dataclass(slots=True)
class _Gathering:
    """The blocks so far, and what the next line must be seen against.

    Attributes:
        drafts: the blocks so far; the last one may still grow.
        after_blank: there was a blank line since the last line taken.
        after_artefact: there was an artefact since then.
        paragraph: the number of the last numbered paragraph.
        next_number: what would stand in a line into which the next paragraph was run, ``" 2."``.
        marked: the last paragraph has a pilcrow or a portion mark, so that the next one should have, too.
        unusual: it is numbered ``Para 1.`` or ``P1.``.
        lower: marks are in small letters.
        indent: how far its number is set in.
        item: the number of the last item, where items of that paragraph are numbered like paragraphs.
        labels: the last value of each family of labels since then.
    """

    drafts: list[Draft] = field(default_factory=list)
    after_blank: bool = True
    after_artefact: bool = False
    paragraph: int = 0
    next_number: str = " 1."
    marked: bool = False
    unusual: bool = False
    lower: bool = False
    indent: int = 0
    item: int = 0
    labels: dict[str, int] = field(default_factory=dict)

    def take(self, line: Line, *, certain: bool = False) -> None:
        """Add a line to the last block, or begin another with it."""
        last = self.drafts[-1] if self.drafts else None
        text = line.text
        start = text[0] if text[0] != " " else text.lstrip()[0]
        fresh = certain or (self.after_blank and not (self.after_artefact and self._cut_in_two(last, start)))
        if start in _UNDERLINES and UNDERLINE.match(text):
            self._rule(line, last)
        elif start in "([" and self._mark_behind_number(last, text):
            pass
        elif start in "QA" and last is not None and self._answers(last, text):
            self._begin(Draft([text], line.number), fresh)
        elif _MAY_OPEN.match(text) and (opened := self._open(line, last, fresh)) is not None:
            self._begin(opened, fresh)
        elif last is None or last.closed or last.underlined or last.announces_table(text):
            self._begin(Draft([text], line.number), fresh=True)
        elif (empty := last.empty) or (not fresh and not last.goes_on_below(text)) or self._next_row(last, text):
            if empty:
                last.lines.clear()
            elif fresh:
                last.lines.append("")
            last.lines.append(text)
            last.alone = last.alone and len(last.lines) == 1
        else:
            self._begin(Draft([text], line.number), fresh)
        self.after_blank = self.after_artefact = False

    def split_glued(self, number: int) -> None:
        """Begin the next paragraph in the line just taken, if it was run into it: ``It is blue. 2. (C) It stays.``."""
        last = self.drafts[-1]
        # To look for a digit alone first is several times faster.
        while self.next_number[-2] in (text := last.lines[-1]) and self.next_number in text:
            at = text.find(self.next_number)
            before, after = text[:at].rstrip(), text[at + len(self.next_number) :]
            if not SENTENCE_END.search(before[-4:]) or _ABBREVIATED.search(before[-10:]):
                return
            if not _AFTER_NUMBER.match(after) or not (after.strip() or self.marked):
                return
            last.lines[-1] = before
            self.take(Line(number, text[at:].strip()), certain=True)
            last = self.drafts[-1]

    def _mark_behind_number(self, last: Draft | None, text: str) -> bool:
        """Take the portion mark that stands below its paragraph's number."""
        mark = read_mark(text.lstrip()) if last and last.empty and last.number and not last.mark else None
        if mark is None or last is None:
            return False
        last.mark, last.sure, last.lines[:] = mark[0], True, [text.lstrip()[mark[2] :]]
        self.marked = True
        return True

    def _answers(self, last: Draft, text: str) -> bool:
        """Tell a question or an answer (``Q: Is it blue?``, ``A: It is.``) below another one."""
        here, above = text.lstrip()[:3], last.lines[0].lstrip()[:3]
        if above not in _QUESTIONS or here not in _QUESTIONS:
            return False
        return here[1] == ":" or (here[0] != above[0] and last.ended)  # A. may be of a name

    def _begin(self, draft: Draft, fresh: bool) -> None:
        draft.alone = fresh
        self.drafts.append(draft)

    def _cut_in_two(self, last: Draft | None, start: str) -> bool:
        """Tell whether an artefact stands in the middle of a sentence, whatever blank lines are around it."""
        if last is None or last.closed or last.underlined:
            return False
        if start.islower():
            return True
        heading = len(last.lines) == 1 and not last.number and is_heading(last.lines[0])
        return not last.ended and not heading

    def _rule(self, line: Line, last: Draft | None) -> None:
        """Take a line of dashes: it underlines a heading, belongs to a table, or is a rule."""
        touches = last is not None and not self.after_blank and not last.closed
        if last and touches and last.ends_with_row:
            last.lines.append(line.text)
        elif last and touches and not last.underlined and not last.empty and last.may_be_heading:
            last.underlined = True
        elif last and touches and UNDERLINE.match(last.lines[-1]):
            last.lines.append(line.text)
        else:
            self.drafts.append(Draft([line.text], line.number, closed=True))

    def _next_row(self, last: Draft, text: str) -> bool:
        """Tell whether a line below a blank one is the next row of the table above."""
        return not last.number and not last.label and "  " in text and last.ends_with_row and has_columns(text.strip())

    def _open(self, line: Line, last: Draft | None, fresh: bool) -> Draft | None:
        """Begin a block where a line shows by its own beginning that it is one: a number, a mark, an item."""
        text = line.text
        number = read_number(text)
        if number:
            if opened := self._open_numbered(line, number, last, fresh):
                return opened
            if number.label[:1].isdigit():
                return None
        if fresh and text.lstrip()[0] in "([":
            mark = read_mark(text.lstrip())
            if mark and not self._is_letter_of_list(text, mark[0], lower=mark[1]):
                self.lower = self.lower or mark[1]
                rest = text.lstrip()[mark[2] :]
                # One that stands alone is of all paragraphs, and no beginning of the next one.
                closed = not rest and is_of_whole_text(mark[0])
                return Draft([rest], line.number, mark=mark[0], sure=True, closed=closed)
        label = read_label(text)
        return self._open_item(line, label, last, fresh) if label else None

    def _is_letter_of_list(self, text: str, mark: str, *, lower: bool) -> bool:
        """``(C)`` below ``(B)`` is an item, and so is ``(c)`` where no mark is in small letters."""
        label = read_label(text)
        if label is None or len(mark) != 1:
            return False
        return self._comes_next(label) or (lower and not self.lower)

    def _comes_next(self, label: Label) -> bool:
        return label.value > 1 and self.labels.get(label.family) == label.value - 1

    def _open_item(self, line: Line, label: Label, last: Draft | None, fresh: bool) -> Draft | None:
        """Begin an item, unless what looks like its label may be a word of a sentence that goes on."""
        comes_next = self._comes_next(label)
        first = label.value in {1, _ROMAN_I}
        rest = line.text[label.end :]
        if not comes_next and last and not fresh:
            if label.value == 0 and label.label != "o":
                goes_on = not last.label and not last.ended and len(last.lines[-1]) >= _FULL_LINE and rest[0].islower()
                if goes_on and not last.lines[-1].endswith(","):
                    return None
            elif not self._may_interrupt(last, label.label, first=first):
                return None
        if label.family == "(A)" and not comes_next and not first:
            return None
        if label.value:
            self.labels[label.family] = label.value
        mark = read_mark(rest) if rest[0] in "([" else None
        written = ""
        if mark and (self.lower or not mark[1]):
            written, rest = mark[0], rest[mark[2] :]
        family = self._family(label)
        return Draft([rest], line.number, mark=written, label=label.label, family=family, indent=label.indent)

    def _may_interrupt(self, last: Draft, label: str, *, first: bool) -> bool:
        """Tell whether a letter or number that begins no list may still begin an item without a blank line above."""
        if not first and label.endswith("."):
            return False
        return last.ended or (self.after_blank and label[0] == "(") or (first and self._is_sublist(last, label))

    def _is_sublist(self, last: Draft, label: str) -> bool:
        """Tell a list below a short item (``B. Beta``, then ``(1)``) from a sentence; ``A.`` may be of a name."""
        line = last.lines[-1]
        if len(last.lines) > 1 or not last.label or len(line) >= _FULL_LINE or _ABBREVIATED.search(line[-10:]):
            return False
        return not (label[0].isupper() and label.endswith("."))

    def _family(self, label: Label) -> str:
        """``(i)`` is a letter below ``(h)`` and a number elsewhere."""
        if label.value == _ROMAN_I and label.family.strip("().") in {"a", "A"}:
            if self.labels.get(label.family) == _ROMAN_I and self.labels.get(f"before {label.family}") == _ROMAN_I - 1:
                return label.family
            roman = label.family.replace("a", "i").replace("A", "I")
            self.labels[roman] = 1
            del self.labels[label.family]
            return roman
        self.labels[f"before {label.family}"] = label.value
        return label.family

    def _open_numbered(self, line: Line, found: Number, last: Draft | None, fresh: bool) -> Draft | None:
        """Begin a paragraph, or an item that is numbered like one: paragraphs go up, so an earlier number is none.

        A number with neither pilcrow nor portion mark may as well be the end of a wrapped sentence.
        """
        number, text = found.number, line.text
        if (
            last
            and not fresh
            and not found.pilcrow
            and has_columns(text.strip())
            and last.ends_with_row
            and not found.mark
        ):
            return None
        if found.unusual and found.mark and (number != self.paragraph + 1 or not (number == 1 or self.unusual)):
            return None
        sure = found.pilcrow or (found.mark != "" and (not found.lower or fresh or number == self.paragraph + 1))
        if not sure:
            next_paragraph = (self.after_blank or self._sentence_ended(last)) and number == self.paragraph + 1
            if found.unusual and not (next_paragraph and (number == 1 or self.unusual)):
                return None
            set_in = self.paragraph > 0 and len(text) - len(text.lstrip()) > self.indent + 1
            next_item = self.item > 0 and number == self.item + 1 and (self.marked or set_in or not next_paragraph)
            begins_list = number == 1 and self.paragraph > 0
            announced = begins_list and last is not None and last.lines[-1].endswith(":")
            begins = (
                fresh or next_item or announced or (next_paragraph and (self.after_blank or self._follows(text, found)))
            )
            if not begins and not self._lone(found, last, text):
                return None
            backwards = number <= self.paragraph and self.marked
            if next_item or begins_list or backwards:
                self.item = number
                return Draft([text[found.end :]], line.number, label=found.label, family="1.", prefix=text[: found.end])
        self.paragraph, self.marked, self.item, self.unusual = number, sure, 0, found.unusual
        self.next_number = f" {number + 1}."
        self.indent = len(text) - len(text.lstrip())
        self.lower = self.lower or found.lower
        self.labels.clear()
        return Draft([text[found.end :]], line.number, number, found.mark, sure=sure)

    def _follows(self, text: str, found: Number) -> bool:
        """Tell whether the next of unmarked paragraphs, as those of 1973-79, begins with no blank line above."""
        if self.marked or self.item or found.unusual or len(text) - len(text.lstrip()) > self.indent + 1:
            return False
        before = self.drafts[-1].lines[-1] if self.drafts else ""
        return text[found.end :][:1].isupper() and not _ABBREVIATED.search(before[-10:])

    def _sentence_ended(self, last: Draft | None) -> bool:
        return last is None or last.ended or last.lines[-1].endswith("END SUMMARY")

    def _lone(self, found: Number, last: Draft | None, text: str) -> bool:
        """The next paragraph's number may stand alone, its text a line further down."""
        return number_stands_alone(found, text) and found.number == self.paragraph + 1 and self._sentence_ended(last)


def number_stands_alone(found: Number, text: str) -> bool:
    """Tell whether a line holds a paragraph's number and nothing else."""
    return not text[found.end :].strip()
