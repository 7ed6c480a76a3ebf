"""What workers do of ingest: they read sources and make facts of telegrams, for one process to file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from generator import addresses
from generator.archive.edits import Linked
from generator.archive.known import Known
from generator.archive.telling_words import pack_words
from generator.cable import Cable, ReferenceKind, Source
from generator.findings import Finding
from generator.redaction import CleanTelegram, SourcePart, read_clean
from generator.telegram import ids_in, parse_telegram


class Facts(NamedTuple):
    """A telegram ready to be filed: the columns of ``source`` but its number, and what goes into its side tables."""

    columns: tuple[Any, ...]
    tags: tuple[str, ...]
    targets: tuple[tuple[int, str], ...]
    aliases: tuple[str, ...]
    named: tuple[str, ...]
    words: bytes
    findings: tuple[Finding, ...]

    @property
    def linked(self) -> Linked:
        """What links hang on."""
        _, _, _, collection, cable_id, address, sent, sender, _, _, classification, signer, *_ = self.columns
        tags, aliases = tuple(sorted(self.tags)), tuple(sorted(self.aliases))
        named = (cable_id, address, sent, sender, classification, signer)
        return Linked(*named, collection, tags, self.targets, aliases)


class Work(NamedTuple):
    """A file, or a part of one, for a worker; what is known of it; and how many steps of progress it is."""

    part: SourcePart
    known: Known
    steps: int


class FileReading(NamedTuple):
    """What a worker found in one file, or in a part of it."""

    path: str
    facts: list[Facts]
    unchanged: set[int]
    findings: list[Finding]


def parse_clean(telegram: CleanTelegram) -> Cable:
    """Parse a telegram that may be published."""
    return parse_telegram(
        telegram.reading or telegram.text,
        Source(path=telegram.path, line=telegram.line, sha256=telegram.sha256),
        collection=telegram.collection,
        telegram_line=telegram.telegram_line,
        telegram_end=telegram.telegram_end,
        line_numbers=telegram.line_numbers,
        fields=telegram.fields,
        attributes=telegram.attributes,
        findings=telegram.findings,
    )


decode_batch = msgspec.msgpack.Decoder(list[FileReading]).decode


def read_batch(max_bytes: int, batch: Sequence[Work]) -> bytes:
    """Read and parse some files, or a part of one; this is what workers do.

    Returns:
        A `FileReading` for each, packed: from one process to another, that takes a fraction of what pickling does.
    """
    return msgspec.msgpack.encode([_read_part(work.part, work.known, max_bytes) for work in batch])


def _read_part(part: SourcePart, known: Known, max_bytes: int) -> FileReading:
    file = part.file
    reading = FileReading(file.name, [], set(), [])
    try:
        for item in read_clean(part, max_bytes):
            if isinstance(item, Finding):
                reading.findings.append(item)
            elif known.get(item.line) == item.sha256:
                reading.unchanged.add(item.line)
            else:
                _read_facts(item, reading)
    except Exception as error:  # noqa: BLE001 - whatever one file does, it does not stop the others
        reading.findings.append(_defect(file.name, 0, "file", error))
    return reading


def _read_facts(telegram: CleanTelegram, reading: FileReading) -> None:
    """Make facts of a telegram; where that fails, the others of its file do not go with it."""
    try:
        reading.facts.append(_facts(telegram))
    except Exception as error:  # noqa: BLE001 - as for a whole file
        reading.findings.append(_defect(telegram.path, telegram.line, "cable", error))


def _defect(path: str, line: int, what: str, error: Exception) -> Finding:
    """Say on what Cablepress failed, and the kind of the error only: its message may quote the text."""
    return Finding(path, line, "source.defect", f"Cablepress failed on this {what} ({type(error).__name__})")


def _facts(telegram: CleanTelegram) -> Facts:
    cable = parse_clean(telegram)
    targets = [r.target for r in cable.references if r.kind is ReferenceKind.CABLE]
    return Facts(
        columns=(
            telegram.path,
            telegram.line,
            telegram.sha256,
            cable.collection,
            cable.id,
            addresses.cable(cable.id, cable.sent),
            # Not strftime: it writes the year 209 in three digits.
            cable.sent.replace(tzinfo=None).isoformat(timespec="seconds") + "Z" if cable.sent else None,
            cable.sender,
            cable.subject,
            cable.headline,
            cable.classification,
            cable.signer,
            telegram.text,
            _count_beside(telegram),
            msgspec.msgpack.encode(cable),
        ),
        tags=tuple(tag.code for tag in cable.tags),
        targets=tuple(enumerate(dict.fromkeys(targets))),
        aliases=cable.aliases,
        named=ids_in(cable.body),
        words=pack_words(cable),
        findings=cable.findings,
    )


def _count_beside(telegram: CleanTelegram) -> int:
    """Count the characters of a row's or page's text that stand above the telegram; front matter belongs to it."""
    if telegram.attributes.get("format") not in {"table", "page", "records"}:
        return 0
    end = -1
    for _ in range(telegram.telegram_line - 1):
        end = telegram.text.find("\n", end + 1)
    return end + 1
