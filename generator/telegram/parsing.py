"""Makes a `Cable` of a telegram's text: finds the parts, then asks each field's own parser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from msgspec.structs import replace

from generator import addresses
from generator.cable import Cable, Reference, ReferenceKind, Source, Tag
from generator.findings import Finding
from generator.telegram.addressees import parse_addressees
from generator.telegram.body import parse_body
from generator.telegram.classification import ClassificationLine, parse_classification
from generator.telegram.classified_by import parse_classified_by
from generator.telegram.dtg import DateTimeGroup, parse_dtg
from generator.telegram.executive_order import Declassification, parse_executive_order
from generator.telegram.front_matter import read_fields
from generator.telegram.handling import parse_captions
from generator.telegram.identity import ReferenceId, alias_of, read_reference_id, station_code
from generator.telegram.labels import without_decoration
from generator.telegram.layout import Layout, Role, find_layout, role_of
from generator.telegram.lines import Line, join_lines, split_lines, squeeze
from generator.telegram.references import parse_references
from generator.telegram.subject import read_subject_part
from generator.telegram.summary import find_summary
from generator.telegram.tags import read_tags_part
from generator.telegram.transmission import parse_station_serial, parse_transmission_id
from generator.telegram.unread import unread_words

_NO_HEADER = {Role.BODY, Role.BLANK, Role.NOTICE}
SENDER_LABEL = re.compile(r"(?:FM|(?i:FROM)\s?:|FM(?=AMEMB|AMCONS|USMISSION|SECSTATE))\s*(?:R[A-Z]{5,7}/)?")


def parse_telegram(
    text: str,
    source: Source,
    *,
    collection: str = "",
    telegram_line: int = 1,
    fields: Mapping[str, object] | None = None,
    findings: tuple[Finding, ...] = (),
) -> Cable:
    """Read a telegram.

    Args:
        text: the source's whole text, lines ending in a line feed.
        source: where it came from.
        collection: the collection that it belongs to.
        telegram_line: the line, from 1, where the telegram begins below any front matter.
        fields: the front matter's names and values; they win over what the text says.
        findings: what reading the source has noticed already.

    Returns:
        What was understood. Raises nothing, whatever the text is.
    """
    lines = split_lines(text, source.line)[telegram_line - 1 :]
    reading = _Reading(source, find_layout(lines), list(findings))
    return reading.cable(collection, fields or {})


@dataclass(slots=True)
class _Reading:
    """One telegram while it is read: its layout, and the findings so far."""

    source: Source
    layout: Layout
    findings: list[Finding]

    def cable(self, collection: str, fields: Mapping[str, object]) -> Cable:
        given = self._front_matter(fields)
        group = self._dtg()
        written_sender = squeeze(SENDER_LABEL.sub("", self._first(Role.FROM), count=1))
        level = self._classification(written_sender)
        sent: datetime | None = given.get("sent", group.sent if group else None)
        own = self._reference_id(level, written_sender, sent)
        cable_id, aliases = self._id(given.pop("id", None), own)
        own = read_reference_id(cable_id)
        body = parse_body(self.layout.body, self.layout.header)
        declassification = self._declassification(sent.year if sent else 0)
        cable = Cable(
            id=cable_id,
            aliases=aliases,
            collection=collection,
            sent=sent,
            dtg=group.text if group else "",
            sender=own.station if own else station_code(written_sender),
            sender_name=written_sender,
            classification=level.level if level else "",
            handling=self._handling(level),
            precedences=group.precedences if group else (),
            transmission_id=parse_transmission_id(self._text(Role.TRANSMISSION)),
            action=parse_addressees(self._lines(Role.TO)),
            info=parse_addressees(self._lines(Role.INFO)),
            tags=self._tags(),
            subject=self._subject(),
            declassify_on=declassification.on,
            declassify_rule=declassification.rule,
            classified_by=self._classified_by(body.blocks[0].text if body.blocks else ""),
            references=self._references(own),
            summary=find_summary(body.blocks),
            body=body.blocks,
            signer=body.signer,
            header=join_lines(self.layout.header).strip("\n"),
            extract=body.extract or self._is_extract(),
            source=self.source,
        )
        cable = replace(cable, **given)
        self._note_what_is_missing(cable)
        return replace(cable, findings=tuple(sorted(self.findings))) if self.findings else cable

    def _front_matter(self, fields: Mapping[str, object]) -> dict[str, Any]:
        values, left = read_fields(fields)
        for name in left:
            self._note("source.front-matter", f"'{name}' of the front matter was not understood", 1)
        return values

    def _dtg(self) -> DateTimeGroup | None:
        part = self.layout.first(Role.DTG)
        group = parse_dtg(part.text) if part else None
        if part and group:
            line = part.lines[0].number
            if group.sent is None:
                self._note("cable.bad-date", f"there is no such time as '{group.text}'", line)
            elif group.mended:
                self._note("cable.mended-date", f"'{group.text}' was read as {group.sent:%Y-%m-%d %H:%M}", line)
            self._note_unread("the date-time group", [group.left], part.lines)
        return group

    def _classification(self, sender: str) -> ClassificationLine | None:
        found: list[ClassificationLine] = []
        for part in self.layout.all(Role.CLASSIFICATION):
            texts: list[str] = []
            for line in part.lines:
                if texts and role_of(line.text) is not Role.CLASSIFICATION:
                    texts[-1] += f" {line.text}"
                else:
                    texts.append(line.text)
            read = [each for each in (parse_classification(text, station_code(sender)) for text in texts) if each]
            self._note_unread("the classification line", [each.left for each in read], part.lines)
            found += read
        return next((line for line in found if line.serial), found[0] if found else None)

    def _declassification(self, year: int) -> Declassification:
        found: list[Declassification] = []
        for part in self.layout.joined(Role.EXECUTIVE_ORDER):
            read = parse_executive_order(part.text, year)
            if read.impossible:
                message = f"there is no such date of declassification as '{read.rule[:40]}'"
                advice = "Check the E.O. line; the page shows it as it is written."
                self._note("cable.bad-date", message, part.lines[0].number, advice)
            self._note_unread("the E.O. line", [read.left], part.lines)
            found.append(read)
        dated = next((each for each in found if each.on), None)
        return dated or next((each for each in found if each.rule), Declassification())

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
        texts = [(without_decoration(part.text), part.lines[0].number) for part in self.layout.joined(Role.REFERENCE)]
        references: list[Reference] = []
        for text, line in texts:
            found = parse_references(text, own)
            for reference in found:
                if reference.kind is ReferenceKind.UNCLEAR:
                    message = f"the reference '{reference.text[:60]}' was not understood"
                    self._note("cable.unclear-reference", message, line)
            references += found
        return tuple(references)

    def _reference_id(self, level: ClassificationLine | None, sender: str, sent: datetime | None) -> ReferenceId | None:
        """Derive the id: post and serial of the classification line, else of the routing lines; the DTG's year."""
        if sent is None:
            return None
        if level and level.serial:
            return ReferenceId(sent.year % 100, station_code(level.post), level.serial)
        serial = parse_station_serial(self._text(Role.TRANSMISSION))
        if not serial or not station_code(sender):
            return None
        inferred = ReferenceId(sent.year % 100, station_code(sender), serial)
        message = f"the id {inferred} is from the FM and DE lines, as no classification line gives it"
        self._note("cable.inferred-id", message)
        return inferred

    def _id(self, given: object, derived: ReferenceId | None) -> tuple[str, tuple[str, ...]]:
        """Decide the id: the front matter's, the text's, or the file's name; the others become aliases."""
        path = PurePosixPath(self.source.path)
        named = read_reference_id(path.stem)
        if given is not None:
            read = read_reference_id(str(given))
            decided = str(read) if read else addresses.slug(str(given))
            if not read and decided:
                self._note("cable.inferred-id", f"the given id '{given}' is no reference id; it became {decided}", 1)
        else:
            decided = str(derived or named or "")
        if not decided:
            decided = self._id_from_name(path)
        elif not derived and given is None:
            self._note("cable.inferred-id", f"the id {decided} is from the file's name, as the text gives none")
        others = [str(each) for each in (derived, named) if each is not None]
        raw = ((str(given), read_reference_id(str(given))), (path.stem, named))
        others += [alias_of(text, read) for text, read in raw if read is not None]
        if named and derived and named != derived and given is None:
            self._note("cable.inferred-id", f"the file is named {named}, its text says {derived}; the text was taken")
        return decided, tuple(dict.fromkeys(other for other in others if other not in {"", decided}))

    def _id_from_name(self, path: PurePosixPath) -> str:
        name = addresses.slug(path.stem) or f"CABLE-{self.source.sha256[:8].upper()}"
        self._note("cable.no-id", f"no reference id was found; the page is named {name} after the file")
        return name

    def _is_extract(self) -> bool:
        notices = " ".join(part.text for part in self.layout.all(Role.NOTICE))
        return "extract" in notices.lower() or self.layout.by_role.keys() <= _NO_HEADER

    def _note_what_is_missing(self, cable: Cable) -> None:
        if cable.extract:
            self._note("cable.no-header", "the text has no telegram header, or says that it is an extract")
        elif not cable.classification:
            self._note("cable.no-classification", "no classification was found")
        if cable.sent is None:
            self._note("cable.no-date", "no date-time group was found")
        if not cable.subject:
            self._note("cable.no-subject", "no subject was found")
        for part in self.layout.all(Role.UNKNOWN):
            for line in part.lines:
                message = f"this line of the header was not understood: '{squeeze(line.text)[:80]}'"
                self._note("cable.unknown-line", message, line.number)

    def _note(self, code: str, message: str, line: int = 0, advice: str = "") -> None:
        self.findings.append(Finding(self.source.path, line, code, message, advice))

    def _note_unread(self, field: str, words: Iterable[str], lines: Sequence[Line]) -> None:
        self.findings += unread_words(self.source.path, field, words, lines)

    def _first(self, role: Role) -> str:
        """Give the text of a field that a telegram has once, though damage may have doubled it."""
        parts = self.layout.joined(role)
        return parts[0].text if parts else ""

    def _text(self, role: Role) -> str:
        return "\n".join(part.text for part in self.layout.all(role))

    def _lines(self, role: Role) -> list[Any]:
        return [line for part in self.layout.all(role) for line in part.lines]
