"""Makes a `Cable` of a telegram's text: finds the parts, then asks each field's own parser."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from generator.cable import Cable, Reference, ReferenceKind, Source, Tag
from generator.findings import Finding
from generator.telegram.addressees import parse_addressees
from generator.telegram.attributes import CableId, fill_cable, read_published_id
from generator.telegram.body import Body, parse_body
from generator.telegram.classification import ClassificationLine, parse_classification
from generator.telegram.classified_by import parse_classified_by
from generator.telegram.dtg import DateTimeGroup, parse_dtg
from generator.telegram.executive_order import Declassification, parse_executive_order
from generator.telegram.front_matter import read_fields
from generator.telegram.handling import parse_captions
from generator.telegram.headline import headline
from generator.telegram.identity import ReferenceId, read_reference_id, station_code
from generator.telegram.labels import without_decoration
from generator.telegram.layout import Layout, Role, find_layout, role_of
from generator.telegram.lines import Line, join_lines, split_lines, squeeze
from generator.telegram.missing import missing_fields
from generator.telegram.naming import decide_given_id, decide_id, derive_id
from generator.telegram.parts import Part
from generator.telegram.references import parse_references
from generator.telegram.subject import read_subject_part
from generator.telegram.summary import find_summary
from generator.telegram.tags import read_tags_part
from generator.telegram.told import Told
from generator.telegram.transmission import parse_transmission_id
from generator.telegram.unread import unread_words

_NO_HEADER = {Role.BODY, Role.BLANK, Role.NOTICE, Role.FRONT_MATTER}
SENDER_LABEL = re.compile(r"(?:FM|(?i:FM\s|FROM\s?:)|FM(?=AMEMB|AMCONS|USMISSION|SECSTATE))\s*(?:R[A-Z]{5,7}/)?")


def parse_telegram(
    text: str,
    source: Source,
    *,
    collection: str = "",
    telegram_line: int = 1,
    telegram_end: int = 0,
    line_numbers: Sequence[int] = (),
    fields: Mapping[str, object] | None = None,
    attributes: Mapping[str, str] | None = None,
    findings: tuple[Finding, ...] = (),
) -> Cable:
    """Read a telegram.

    Args:
        text: the source's whole text, lines ending in a line feed.
        source: where it came from.
        collection: the collection that it belongs to.
        telegram_line: the line of the text, from 1, where the telegram begins below any front matter.
        telegram_end: the line of the text where something else follows; 0 if nothing does.
        line_numbers: the line of the source for each line of the text, where they do not go up one by one.
        fields: the front matter's names and values; they win over what the text says.
        attributes: what the source's format says beside the text; it fills what the text does not say.
        findings: what reading the source has noticed already.

    Returns:
        What was understood. Raises nothing, whatever the text is.
    """
    layout = find_layout(split_lines(text)[telegram_line - 1 : telegram_end - 1 if telegram_end else None])
    reading = _Reading(source, layout, Told(source.line, line_numbers), list(findings), attributes or {})
    return reading.cable(collection, fields or {})


@dataclass(slots=True)
class _Reading:
    """One telegram while it is read: its layout, the lines that are told, and the findings so far."""

    source: Source
    layout: Layout
    told: Told
    findings: list[Finding]
    attributes: Mapping[str, str]

    def cable(self, collection: str, fields: Mapping[str, object]) -> Cable:
        given = self._front_matter(fields)
        group = self._dtg()
        level = self._classification(written_sender := self._sender())
        sent: datetime | None = given.get("sent", group.sent if group else None)
        named = self._id(given.pop("id", None), self._derived_id(level, written_sender, sent))
        own = read_reference_id(named.id)
        body = parse_body(self.layout.body, self.layout.header)
        declassification = self._declassification(sent.year if sent else 0)
        cable = Cable(
            id=named.id,
            aliases=named.aliases,
            collection=collection,
            sent=sent,
            dtg=group.text if group else "",
            sender=own.station if own else station_code(written_sender),
            sender_name=written_sender,
            classification=level.level if level else "",
            handling=self._handling(level),
            precedences=group.precedences if group else (),
            transmission_id=parse_transmission_id(self._text(Role.TRANSMISSION).upper()),
            action=parse_addressees(self._lines(Role.TO)),
            info=parse_addressees(self._lines(Role.INFO)),
            tags=self._tags(),
            subject=self._subject(),
            declassify_on=declassification.on,
            declassify_rule=declassification.rule,
            classified_by=self._classified_by(body.blocks[0].text if body.blocks else ""),
            references=self._references(own),
            summary=find_summary(body.own_blocks),
            body=self.told.blocks(body.blocks),
            signer=body.signer,
            header=join_lines(self.layout.header).strip("\n"),
            extract=body.extract or self._is_extract(),
            source=self.source,
        )
        if self.attributes:
            cable, notes = fill_cable(cable, self.attributes, own, given)
            for note in notes:
                self._note(note.code, note.message, self.source.line)
        cable = replace(cable, **given) if given else cable
        self._note_what_is_missing(cable, level)
        self._note_another(body)
        return replace(cable, headline=self._headline(cable), findings=tuple(sorted(self.findings)))

    def _front_matter(self, fields: Mapping[str, object]) -> dict[str, Any]:
        values, left = read_fields(fields)
        for name in left:
            where = "record" if self.attributes.get("format") == "records" else "front matter"
            self._note("source.front-matter", f"'{name}' of the {where} was not understood", self.source.line)
        return values

    def _dtg(self) -> DateTimeGroup | None:
        part = self.layout.first(Role.DTG)
        group = parse_dtg(part.text) if part else None
        if part and group:
            line = self.told.line(part.lines[0].number)
            if group.sent is None:
                self._note("cable.bad-date", f"there is no such time as '{group.text}'", line)
            elif group.mended:
                self._note("cable.mended-date", f"'{group.text}' was read as {group.sent:%Y-%m-%d %H:%M}", line)
            self._note_unread("the date-time group", [group.left], part.lines)
        for other in self.layout.all(Role.DTG)[1:]:
            if part and squeeze(other.text) != squeeze(part.text):
                self._note_unread("a second date-time group", [other.text], other.lines)
        return group

    def _classification(self, sender: str) -> ClassificationLine | None:
        found: list[tuple[ClassificationLine, str]] = []
        for part in self.layout.all(Role.CLASSIFICATION):
            texts: list[str] = []
            for line in part.lines:
                if texts and role_of(line.text) is not Role.CLASSIFICATION:
                    texts[-1] += f" {line.text}"
                else:
                    texts.append(line.text)
            read = [(each, text) for text in texts if (each := parse_classification(text, station_code(sender)))]
            self._note_unread("the classification line", [each.left for each, _ in read], part.lines)
            found += read
        taken = next((each for each, _ in found if each.serial), found[0][0] if found else None)
        if taken and len(found) > 1:
            others = [text for each, text in found if each.contradicts(taken)]
            self._note_unread("a second classification line", others, self._lines(Role.CLASSIFICATION))
        return taken

    def _declassification(self, year: int) -> Declassification:
        found: list[tuple[Declassification, Part]] = []
        for part in self.layout.joined(Role.EXECUTIVE_ORDER):
            read = parse_executive_order(part.text, year)
            if read.impossible:
                message = f"there is no such date of declassification as '{read.rule[:40]}'"
                advice = "Check the E.O. line; the page shows it as it is written."
                self._note("cable.bad-date", message, self.told.line(part.lines[0].number), advice)
            self._note_unread("the E.O. line", [read.left], part.lines)
            found.append((read, part))
        taken = next((each for each, _ in found if each.on), None)
        taken = taken or next((each for each, _ in found if each.rule), Declassification())
        for read, part in found:
            if (read.on or read.rule) and (read.on, read.rule) != (taken.on, taken.rule):
                self._note_unread("a second E.O. line", [read.rule or part.text], part.lines)
        return taken

    def _handling(self, level: ClassificationLine | None) -> tuple[str, ...]:
        captions = list(level.captions) if level else []
        for part in self.layout.all(Role.HANDLING):
            read = parse_captions(part.text)
            captions += read.captions
            self._note_unread("the handling captions", [read.left], part.lines)
        return tuple(dict.fromkeys(captions))

    def _subject(self) -> str:
        """Give the first subject that says anything; an empty label may stand above it, and a repeat below."""
        subject = ""
        for part in self.layout.joined(Role.SUBJECT):
            read = read_subject_part(part.text)
            subject = subject or read
            if read != subject:
                self._note_unread("SUBJECT", [read], part.lines)
        return subject

    def _tags(self) -> tuple[Tag, ...]:
        tags: list[Tag] = []
        for part in self.layout.joined(Role.TAGS):
            read = read_tags_part(part.text)
            tags += read.tags
            self._note_unread("TAGS", read.left, part.lines)
        return tuple(dict.fromkeys(tags))

    def _classified_by(self, first_paragraph: str) -> Any:  # noqa: ANN401 - ClassifiedBy or None
        texts = (self._text(Role.CLASSIFIED_BY), first_paragraph[:400])
        return next(filter(None, map(parse_classified_by, texts)), None)

    def _references(self, own: ReferenceId | None) -> tuple[Reference, ...]:
        references: list[Reference] = []
        for part in self.layout.joined(Role.REFERENCE):
            written = without_decoration(part.text)
            is_small = written.islower() and join_lines(self.layout.header).islower()
            found = parse_references(written.upper() if is_small else written, own)
            if is_small:  # its text stays as it is written
                found = tuple(replace(each, text=each.text.lower()) for each in found)
            for unclear in [each for each in found if each.kind is ReferenceKind.UNCLEAR]:
                message = f"the reference '{unclear.text[:60]}' was not understood"
                self._note("cable.unclear-reference", message, self.told.line(part.lines[0].number))
            references += found
        return tuple(references)

    def _derived_id(self, level: ClassificationLine | None, sender: str, sent: datetime | None) -> ReferenceId | None:
        derived, note = derive_id(level, sender, sent, self._text(Role.TRANSMISSION).upper())
        if note:
            self._note(note.code, note.message)
        return derived

    def _id(self, given: object, derived: ReferenceId | None) -> CableId:
        if given is not None:
            decided = decide_given_id(str(given), derived, self.source)
        elif self.attributes and (published := read_published_id(self.attributes, derived)):
            decided = published
        else:
            decided = decide_id(derived, self.source, one_of_many=self._is_one_of_many())
        for note in decided.notes:
            self._note(note.code, note.message, self.source.line if given is not None else 0)
        return decided

    def _is_extract(self) -> bool:
        notices = " ".join([part.text for part in self.layout.all(Role.NOTICE)])
        says_so = "extract" in notices.lower() or self.layout.by_role.keys() <= _NO_HEADER
        return says_so and "no_text" not in self.attributes

    def _note_what_is_missing(self, cable: Cable, level: ClassificationLine | None) -> None:
        for note in missing_fields(cable, level, self.attributes.get("no_text")):
            self._note(note.code, note.message)
        for part in self.layout.all(Role.UNKNOWN):
            for line in part.lines:
                message = f"this line of the header was not understood: '{squeeze(line.text)[:80]}'"
                self._note("cable.unknown-line", message, self.told.line(line.number))

    def _note_another(self, body: Body) -> None:
        if body.another:
            line = self.told.line(body.another)
            message = f"another telegram seems to begin at line {line}; its lines are shown as text of this one"
            self._note("cable.another-telegram", message, line)

    def _headline(self, cable: Cable) -> str:
        """Give the subject as pages show it; what is given has its words, so that a search for them finds it."""
        if cable.headline.upper() == cable.subject.upper():
            return cable.headline
        if cable.headline:
            self._note("source.front-matter", "'headline' has other words than the subject", self.source.line)
        return headline(cable.subject, cable.body, cable.tags)

    def _note(self, code: str, message: str, line: int = 0, advice: str = "") -> None:
        if not line and self._is_one_of_many():
            line = self.source.line
        self.findings.append(Finding(self.source.path, line, code, message, advice))

    def _note_unread(self, field: str, words: Sequence[str], lines: Sequence[Line]) -> None:
        self.findings += unread_words(self.source.path, field, words, self.told.lines(lines)) if any(words) else ()

    def _is_one_of_many(self) -> bool:
        """Tell whether the file holds other cables too, so that its name says nothing of this one."""
        return self.attributes.get("format") in {"table", "records"}

    def _sender(self) -> str:
        """Give what stands behind FM, the first that says anything; another one is reported."""
        values = [squeeze(SENDER_LABEL.sub("", part.text, count=1)) for part in self.layout.joined(Role.FROM)]
        first = next(filter(None, values), "")
        self._note_unread("a second FM", [each for each in values if each != first], self._lines(Role.FROM))
        return first

    def _text(self, role: Role) -> str:
        return "\n".join([part.text for part in self.layout.all(role)])

    def _lines(self, role: Role) -> list[Any]:
        return [line for part in self.layout.all(role) for line in part.lines]
