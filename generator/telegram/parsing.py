"""Makes a `Cable` of a telegram's text: finds the parts, then asks each field's own parser."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from msgspec.structs import replace

from generator import addresses
from generator.cable import Cable, Reference, ReferenceKind, Source, Tag
from generator.findings import Finding
from generator.telegram.addressees import parse_addressees
from generator.telegram.attributes import fill_cable, read_published_id
from generator.telegram.body import parse_body
from generator.telegram.classification import ClassificationLine, parse_classification
from generator.telegram.classified_by import parse_classified_by
from generator.telegram.dtg import DateTimeGroup, parse_dtg
from generator.telegram.executive_order import parse_executive_order
from generator.telegram.front_matter import read_fields
from generator.telegram.handling import find_captions
from generator.telegram.identity import ReferenceId, read_reference_id, station_code
from generator.telegram.layout import Layout, Part, Role, find_layout, role_of
from generator.telegram.lines import Line, split_lines, squeeze
from generator.telegram.references import parse_references
from generator.telegram.subject import cut_glued, parse_subject
from generator.telegram.summary import find_summary
from generator.telegram.tags import parse_tags

_TRANSMISSION_ID = re.compile(r"VZCZC[A-Z0-9]*")
_STATION_SERIAL = re.compile(r"DE R[A-Z]{4,7}\s?#(\d{1,6})")
_NO_HEADER = {Role.BODY, Role.BLANK, Role.NOTICE}
_FROM = re.compile(r"FM\s+(?:R[A-Z]{5,7}/)?")


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
    lines = split_lines(text, source.line)
    if line_numbers:
        lines = [Line(number, line.text) for number, line in zip(line_numbers, lines, strict=False)]
    layout = find_layout(lines[telegram_line - 1 : telegram_end - 1 if telegram_end else None])
    reading = _Reading(source, layout, list(findings), attributes or {})
    return reading.cable(collection, fields or {})


@dataclass(slots=True)
class _Reading:
    """One telegram while it is read: its layout, and the findings so far."""

    source: Source
    layout: Layout
    findings: list[Finding]
    attributes: Mapping[str, str]

    def cable(self, collection: str, fields: Mapping[str, object]) -> Cable:
        given = self._front_matter(fields)
        group = self._dtg()
        level = self._classification()
        written_sender = squeeze(_FROM.sub("", self._first(Role.FROM), count=1))
        sent: datetime | None = given.get("sent", group.sent if group else None)
        own = self._reference_id(level, written_sender, sent)
        cable_id, aliases = self._id(given.pop("id", None), own)
        own = read_reference_id(cable_id)
        body = parse_body(self.layout.body, self.layout.header)
        declassify_on, declassify_rule = self._declassification()
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
            transmission_id=self._transmission_id(),
            action=parse_addressees(self._lines(Role.TO)),
            info=parse_addressees(self._lines(Role.INFO)),
            tags=self._tags(),
            subject=parse_subject(self._first(Role.SUBJECT)),
            declassify_on=declassify_on,
            declassify_rule=declassify_rule,
            classified_by=self._classified_by(body.blocks[0].text if body.blocks else ""),
            references=self._references(own),
            summary=find_summary(body.blocks),
            body=body.blocks,
            signer=body.signer,
            header="\n".join(line.text for line in self.layout.header).strip("\n"),
            extract=self._is_extract(),
            source=self.source,
        )
        if self.attributes:
            cable, notes = fill_cable(cable, self.attributes, own, given)
            for note in notes:
                self._note(note.code, note.message, self.source.line)
        cable = replace(cable, **given)
        self._note_what_is_missing(cable)
        return replace(cable, findings=tuple(sorted(self.findings))) if self.findings else cable

    def _front_matter(self, fields: Mapping[str, object]) -> dict[str, Any]:
        values, left = read_fields(fields)
        for name in left:
            where = "record" if self.attributes.get("format") == "records" else "front matter"
            self._note("source.front-matter", f"'{name}' of the {where} was not understood", self.source.line)
        return values

    def _dtg(self) -> DateTimeGroup | None:
        part = self.layout.first(Role.DTG)
        group = parse_dtg(part.text) if part else None
        if part and group and group.sent is None:
            self._note("cable.bad-date", f"there is no such time as '{group.text}'", part.lines[0].number)
        return group

    def _classification(self) -> ClassificationLine | None:
        lines = (parse_classification(part.lines[0].text) for part in self.layout.all(Role.CLASSIFICATION))
        found = [line for line in lines if line]
        return next((line for line in found if line.serial), found[0] if found else None)

    def _declassification(self) -> tuple[date | None, str]:
        found = [parse_executive_order(part.text) for part in self._joined(Role.EXECUTIVE_ORDER)]
        return next((each for each in found if each[0]), found[0] if found else (None, ""))

    def _handling(self, level: ClassificationLine | None) -> tuple[str, ...]:
        captions = list(level.captions) if level else []
        for part in self.layout.all(Role.HANDLING):
            captions += find_captions(part.text)
        return tuple(dict.fromkeys(captions))

    def _tags(self) -> tuple[Tag, ...]:
        tags = (tag for part in self.layout.all(Role.TAGS) for tag in parse_tags(part.text))
        return tuple(dict.fromkeys(tags))

    def _transmission_id(self) -> str:
        found = _TRANSMISSION_ID.search(self._text(Role.TRANSMISSION))
        return found[0] if found else ""

    def _classified_by(self, first_paragraph: str) -> Any:  # noqa: ANN401 - ClassifiedBy or None
        texts = (self._text(Role.CLASSIFIED_BY), self._glued_to_subject(), first_paragraph[:400])
        return next(filter(None, map(parse_classified_by, texts)), None)

    def _glued_to_subject(self) -> str:
        return cut_glued(self._first(Role.SUBJECT))[1]

    def _references(self, own: ReferenceId | None) -> tuple[Reference, ...]:
        texts = [(part.text, part.lines[0].number) for part in self._joined(Role.REFERENCE)]
        subject = self.layout.first(Role.SUBJECT)
        glued = self._glued_to_subject()
        if subject and glued.upper().startswith("REF"):
            texts.insert(0, (glued, subject.lines[0].number))
        references: list[Reference] = []
        for text, line in texts:
            found = parse_references(text, own)
            for reference in found:
                if reference.kind is ReferenceKind.UNCLEAR:
                    message = f"the reference '{reference.text[:60]}' was not understood"
                    self._note("cable.unclear-reference", message, line)
            references += found
        return tuple(references)

    def _joined(self, role: Role) -> list[Part]:
        """Put the parts of a role together that only blank lines keep apart; a label begins a new one."""
        joined: list[Part] = []
        for part in self.layout.all(role):
            if joined and role_of(part.lines[0].text) is not role:
                joined[-1] = Part(role, (*joined[-1].lines, *part.lines))
            else:
                joined.append(part)
        return joined

    def _reference_id(self, level: ClassificationLine | None, sender: str, sent: datetime | None) -> ReferenceId | None:
        """Derive the id: post and serial of the classification line, else of the routing lines; the DTG's year."""
        if sent is None:
            return None
        if level and level.serial:
            return ReferenceId(sent.year % 100, station_code(level.post), level.serial)
        serial = _STATION_SERIAL.search(self._text(Role.TRANSMISSION))
        if not serial or not station_code(sender) or not int(serial[1]):
            return None
        inferred = ReferenceId(sent.year % 100, station_code(sender), int(serial[1]))
        message = f"the id {inferred} is from the FM and DE lines, as no classification line gives it"
        self._note("cable.inferred-id", message)
        return inferred

    def _id(self, given: object, derived: ReferenceId | None) -> tuple[str, tuple[str, ...]]:
        """Decide the id: the front matter's, the published, the text's, or the file's name; others become aliases."""
        published = read_published_id(self.attributes, derived) if given is None and self.attributes else None
        if published:
            for note in published.notes:
                self._note(note.code, note.message, self.source.line)
            return published.id, published.aliases
        path = PurePosixPath(self.source.path)
        one_of_many = self._is_one_of_many()
        named = None if one_of_many else read_reference_id(path.stem)
        if one_of_many and given is None and derived:
            self._note("cable.inferred-id", f"its row gives no id; {derived} is from its text", self.source.line)
        if given is not None:
            read = read_reference_id(str(given))
            decided = str(read) if read else addresses.slug(str(given))
            if not read and decided:
                self._note(
                    "cable.inferred-id",
                    f"the given id '{given}' is no reference id; it became {decided}",
                    self.source.line,
                )
        else:
            decided = str(derived or named or "")
        if not decided:
            decided = self._id_from_name(path)
        elif not derived and given is None:
            self._note("cable.inferred-id", f"the id {decided} is from the file's name, as the text gives none")
        others = [str(each) for each in (derived, named) if each is not None]
        if named and derived and named != derived and given is None:
            self._note("cable.inferred-id", f"the file is named {named}, its text says {derived}; the text was taken")
        return decided, tuple(dict.fromkeys(other for other in others if other != decided))

    def _id_from_name(self, path: PurePosixPath) -> str:
        digest = self.source.sha256[:8].upper()
        name = addresses.slug(path.stem) or f"CABLE-{digest}"
        if self._is_one_of_many():
            name = addresses.slug(f"{path.stem[:60]}-{digest}")
        self._note("cable.no-id", f"no reference id was found; the page is named {name} after the file")
        return name

    def _is_extract(self) -> bool:
        if "no_text" in self.attributes:
            return False
        notices = " ".join(part.text for part in self.layout.all(Role.NOTICE))
        return "extract" in notices.lower() or self.layout.by_role.keys() <= _NO_HEADER

    def _note_what_is_missing(self, cable: Cable) -> None:
        if "no_text" in self.attributes:
            if self.attributes["no_text"] != "record":
                message = f"the release has no text of it, only attributes (Locator: {self.attributes['no_text'][:60]})"
                self._note("cable.no-text", message)
        elif cable.extract:
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

    def _note(self, code: str, message: str, line: int = 0) -> None:
        if not line and self._is_one_of_many():
            line = self.source.line
        self.findings.append(Finding(self.source.path, line, code, message))

    def _is_one_of_many(self) -> bool:
        """Tell whether the file holds other cables too, so that its name says nothing of this one."""
        return self.attributes.get("format") in {"table", "records"}

    def _first(self, role: Role) -> str:
        """Give the text of a field that a telegram has once, though damage may have doubled it."""
        parts = self._joined(role)
        return parts[0].text if parts else ""

    def _text(self, role: Role) -> str:
        return "\n".join(part.text for part in self.layout.all(role))

    def _lines(self, role: Role) -> list[Any]:
        return [line for part in self.layout.all(role) for line in part.lines]
