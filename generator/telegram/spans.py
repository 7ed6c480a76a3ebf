"""Spans: where in its source each piece of a record came from.

`find_spans` looks at a telegram's text and at the record made of it. The parts of its layout account for every
character but white space; inside them, each attribute of the record is looked up where its own words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.cable import Cable
from generator.record import Record
from generator.telegram.body import parse_body
from generator.telegram.layout import Layout, Part, Role, find_layout
from generator.telegram.lines import Line, source_column, split_lines
from generator.vocabulary import LIMITED_OFFICIAL_USE, PRECEDENCE_OF_PROSIGN, UNCLASSIFIED

Place = tuple[int, int]
"""A stretch of a text: the index of its first character, from 0, and the index behind its last one."""

_LONGEST_APART = 80
"""Letters. A longer value is looked up word by word only, and not letter by letter (``S E C R E T``)."""
_MOST_LOOKED_UP = 1_000
"""Values of one attribute. No telegram has so many; a text that seems to must not take its length squared."""
_BETWEEN_WORDS = r"\s+(?:PAGE[^\n]*\n\s*)?"

_ROLES_OF = {
    "id": (Role.CLASSIFICATION, Role.TRANSMISSION),
    "sent": (Role.DTG,),
    "dtg": (Role.DTG,),
    "precedences": (Role.DTG,),
    "sender": (Role.FROM,),
    "sender_name": (Role.FROM,),
    "classification": (Role.CLASSIFICATION,),
    "handling": (Role.CLASSIFICATION, Role.HANDLING),
    "transmission_id": (Role.TRANSMISSION,),
    "action": (Role.TO,),
    "info": (Role.INFO,),
    "tags": (Role.TAGS,),
    "subject": (Role.SUBJECT,),
    "declassify_on": (Role.EXECUTIVE_ORDER,),
    "declassify_rule": (Role.EXECUTIVE_ORDER,),
    "classified_by": (Role.CLASSIFIED_BY, Role.BODY),
    "references": (Role.REFERENCE, Role.SUBJECT),
    "summary": (Role.BODY,),
    "signer": (Role.BODY,),
    "extract": (Role.NOTICE,),
}
"""The parts in which the words of each attribute may stand."""


_PROSIGNS = {precedence: prosign for prosign, precedence in PRECEDENCE_OF_PROSIGN.items()}
_SHORT_FORMS = {UNCLASSIFIED: "UNCLAS", LIMITED_OFFICIAL_USE: "LOU"}
"""How a telegram may write what the record has in full."""


class PartSpan(Record, frozen=True):
    """One part of a telegram.

    Attributes:
        part: what it is: a `Role`; of a body ``block``, ``signer`` or ``artefact``; ``front matter``; or ``beside``,
            for what a table, page or release says beside the telegram.
        start: the index of its first character in the source's text, from 0.
        end: the index behind its last character.
    """

    part: str
    start: int
    end: int


class Spans(Record, frozen=True):
    """Where everything in a source's text belongs.

    Attributes:
        parts: in their order. Together they hold every character but blank lines and line feeds, each once.
        fields: for each attribute of `Cable` that the text gives, where its words stand: one place for each item of a
            tuple, in the order of the record. An item whose words do not stand together has the place of its part.
    """

    parts: tuple[PartSpan, ...]
    fields: dict[str, tuple[Place, ...]]


def find_spans(text: str, cable: Cable, telegram_line: int = 1, telegram_end: int = 0) -> Spans:
    """Find where the pieces of a record stand in the text that it was made of.

    Args:
        text: the source's whole text, lines ending in a line feed.
        cable: what `parse_telegram` made of it.
        telegram_line: the line, from 1, where the telegram begins below any front matter.
        telegram_end: the line where something else follows it; 0 if nothing does.
    """
    numbered = split_lines(text)[
        telegram_line - 1 : telegram_end - 1 if telegram_end else None
    ]  # from 1, whatever line of a larger file the text begins in
    finding = _Finding(text, find_layout(numbered))
    parts = (*finding.above(telegram_line), *finding.parts(), *finding.below(telegram_end))
    return Spans(parts, dict(finding.fields(cable)))


@dataclass(slots=True)
class _Finding:
    """A text, its layout, and where its lines begin."""

    text: str
    layout: Layout
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [0]
        for line in self.text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def above(self, telegram_line: int) -> Iterator[PartSpan]:
        start, end = self._place(1, telegram_line - 1) if telegram_line > 1 else (0, 0)
        if start < end:
            yield PartSpan("front matter" if self.text.startswith("---") else "beside", start, end)

    def below(self, telegram_end: int) -> Iterator[PartSpan]:
        start, end = self._place(telegram_end, len(self.starts) - 1) if telegram_end else (0, 0)
        if start < end:
            yield PartSpan("beside", start, end)

    def parts(self) -> Iterator[PartSpan]:
        for part in self.layout.parts:
            if part.role is Role.BODY:
                yield from self._body(part)
            elif part.role is not Role.BLANK:
                yield PartSpan(part.role, *self._place_of(part.lines))

    def fields(self, cable: Cable) -> Iterator[tuple[str, tuple[Place, ...]]]:
        """Look up every attribute that is not empty."""
        for name, values in _words_of(cable):
            parts = [part for role in _ROLES_OF[name] for part in self.layout.all(role) if part.lines]
            places = self._look_up(values, [self._place_of(part.lines) for part in parts])
            if places:
                yield name, places
        if cable.header:
            yield "header", (self._place_of(self.layout.header),)
        blocks = tuple((span.start, span.end) for span in self.parts() if span.part == "block")
        if blocks:
            yield "body", blocks

    def _body(self, part: Part) -> Iterator[PartSpan]:
        """Yield the blocks of a body, with the signer and what is left out of the reading text."""
        body = parse_body(self.layout.body, self.layout.header)
        begins = {block.line for block in body.blocks}
        left_out = set(body.artefacts)
        current: list[Line] = []
        for line in part.lines:
            kind = "artefact" if line.number in left_out else "signer" if line.number == body.signer_line else "block"
            behind = line.text.rfind(body.signer) if kind == "signer" else 0
            if behind > 0 and line.text[:behind].strip():  # the signer stands behind the last sentence
                if current and line.number in begins:
                    yield PartSpan("block", *self._place_of(current))
                    current = []
                current.append(Line(line.number, line.text[:behind].rstrip(), line.start))
                line = Line(line.number, line.text[behind:], line.start + behind)  # noqa: PLW2901
            if current and (kind != "block" or line.number in begins):
                yield PartSpan("block", *self._place_of(current))
                current = []
            if kind != "block":
                yield PartSpan(kind, *self._place_of([line]))
            elif line.text:
                current.append(line)
        if current:
            yield PartSpan("block", *self._place_of(current))

    def _place_of(self, lines: Sequence[Line]) -> Place:
        """Give where the lines of a part stand; the first and the last may be pieces of a line of the source."""
        start, end = self._place(lines[0].number, lines[-1].number)
        if lines[0].start:
            start = self._index(lines[0].number, lines[0].start)
        if self._goes_on(lines[-1]):
            end = self._index(lines[-1].number, lines[-1].start + len(lines[-1].text))
        return start, end

    def _goes_on(self, line: Line) -> bool:
        """Tell whether a line of the source goes on behind a piece of it."""
        return line.start + len(line.text) < len(self._plain(line.number).rstrip())

    def _index(self, number: int, column: int) -> int:
        """Give the index in the text of a column of a line."""
        start = self.starts[number - 1]
        return start + source_column(self.text[start : self.starts[number] - 1], column)

    def _plain(self, number: int) -> str:
        return split_lines(self.text[self.starts[number - 1] : self.starts[number] - 1])[0].text

    def _place(self, first: int, last: int) -> Place:
        """Give where lines stand, the white space around them left out."""
        start, end = self.starts[first - 1], self.starts[last] - 1
        stretch = self.text[start:end]
        return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())

    def _look_up(self, values: list[str], parts: list[Place]) -> tuple[Place, ...]:
        """Look up values, each behind the one before if it is there; else it has the place of the first part."""
        places: list[Place] = []
        for value in values[:_MOST_LOOKED_UP]:
            found = next((place for part in parts if (place := self._find(value, part, places))), None)
            places += [found] if found else parts[:1]
        return tuple(places)

    def _find(self, value: str, part: Place, taken: list[Place]) -> Place | None:
        start = taken[-1][1] if taken and part[0] <= taken[-1][1] <= part[1] else part[0]
        for pattern in (*_patterns(value), *_patterns(_SHORT_FORMS.get(value, ""))):
            for begin in dict.fromkeys((start, part[0])):
                found = pattern.search(self.text, begin, part[1])
                if found:
                    return found.span()
        return None


def _patterns(value: str) -> Iterator[re.Pattern[str]]:
    """Yield what finds a value: its words with any white space between them, then its letters and digits.

    A serial has leading zeros in the text that the record has not.
    """
    words = [f"0*{word}" if word.isdigit() else re.escape(word) for word in value.split()]
    if words:
        yield re.compile(rf"(?<!\w){_BETWEEN_WORDS.join(words)}(?!\w)", re.IGNORECASE)
    characters = [each for each in value if each.isalnum()]
    if 0 < len(characters) <= _LONGEST_APART:
        first_digit = next((i for i, each in enumerate(characters) if each.isdigit()), len(characters))
        apart = [re.escape(each) if i != first_digit else f"0*{re.escape(each)}" for i, each in enumerate(characters)]
        yield re.compile(r"[^\w\n]{0,3}".join(apart), re.IGNORECASE)


def _words_of(cable: Cable) -> Iterator[tuple[str, list[str]]]:
    """Yield the attributes that a text gives, each with the words that it was made of."""
    of_one = {
        "id": re.sub(r"\A\d\d([A-Z]+)(\d+)\Z", r"\1 \2", cable.id),
        "sent": cable.dtg if cable.sent else "",
        "dtg": cable.dtg,
        "sender": cable.sender_name,
        "sender_name": cable.sender_name,
        "classification": cable.classification,
        "transmission_id": cable.transmission_id,
        "subject": cable.subject,
        "declassify_on": f"{cable.declassify_on:%m/%d/%Y}" if cable.declassify_on else "",
        "declassify_rule": cable.declassify_rule,
        "classified_by": cable.classified_by.text if cable.classified_by else "",
        "signer": cable.signer,
        "extract": "extract" if cable.extract else "",
    }
    yield from ((name, [value]) for name, value in of_one.items() if value)
    of_several = {
        "precedences": [_PROSIGNS.get(precedence, precedence) for precedence in cable.precedences],
        "handling": cable.handling,
        "action": [addressee.name for addressee in cable.action],
        "info": [addressee.name for addressee in cable.info],
        "tags": [tag.code for tag in cable.tags],
        "references": [reference.text for reference in cable.references],
        "summary": cable.summary.split("\n") if cable.summary else [],
    }
    yield from ((name, list(values)) for name, values in of_several.items() if values)
