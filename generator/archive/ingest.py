"""Ingest: sources in, facts in the archive. Only what changed is parsed.

Reading and parsing is done by workers, each on a batch of files or a part of a large one by itself; one process writes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from generator import addresses
from generator.archive.database import Database
from generator.archive.known import Known, known_of_files, known_of_lines, lines_without_source
from generator.cable import Cable, ReferenceKind, Source
from generator.findings import Finding
from generator.parallel import Workers
from generator.redaction import CleanTelegram, SourcePart, cut_source, read_clean
from generator.sources.discovery import SourceFile
from generator.telegram import parse_telegram

_FILES_IN_A_BATCH = 100
_BYTES_IN_A_STEP = 8192
_INSERT = """
INSERT INTO source (
    number, path, line, sha256, collection, cable_id, address, sent, sender, subject, classification, text, beside,
    record
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What ingest did.

    Attributes:
        files: how many files were read.
        parsed: how many telegrams were new or had changed.
        unchanged: how many were in the archive already.
        removed: how many left the archive, as their source is gone or has changed.
        findings: about files in which no telegram could be read.
    """

    files: int
    parsed: int
    unchanged: int
    removed: int
    findings: tuple[Finding, ...]


class _Facts(NamedTuple):
    """A telegram ready to be filed: the columns of ``source`` but its number, and what goes into its side tables."""

    columns: tuple[Any, ...]
    tags: tuple[str, ...]
    targets: tuple[tuple[int, str], ...]
    aliases: tuple[str, ...]
    findings: tuple[Finding, ...]


class _Work(NamedTuple):
    """A file, or a part of one, for a worker; what is known of it; and how many steps of progress it is."""

    part: SourcePart
    known: Known
    steps: int


class _FileReading(NamedTuple):
    """What a worker found in one file, or in a part of it."""

    path: str
    facts: list[_Facts]
    unchanged: set[int]
    findings: list[Finding]


def ingest_sources(
    database: Database,
    files: Sequence[SourceFile],
    max_bytes: int,
    workers: Workers,
    advance: Callable[[int], None] = lambda _: None,
) -> IngestReport:
    """Bring the archive's facts up to date with the files.

    Args:
        database: an archive open for writing.
        files: all source files of the site, in the order of their names; what the archive has from any other file is
            removed.
        max_bytes: the size from which a file is taken for something else than one cable.
        workers: where files are read and parsed.
        advance: called with the number of steps done since the last call; there are `count_steps` of them.
    """
    parsed = unchanged = removed = 0
    for path, lines in lines_without_source(database, files).items():
        _remove(database, path, lines)
        removed += len(lines)
    waiting: deque[tuple[_Work, ...]] = deque()
    batches = _remember(_batches(database, files, max_bytes), waiting)
    findings: list[Finding] = []
    for readings in map(_decode_batch, workers.map(partial(_read_batch, max_bytes), batches)):
        batch = waiting.popleft()
        for work, reading in zip(batch, readings, strict=True):
            gone = work.known.keys() - reading.unchanged
            _remove(database, reading.path, gone)
            unchanged += len(reading.unchanged)
            removed += len(gone)
            findings += reading.findings
        parsed += _file(database, [facts for reading in readings for facts in reading.facts])
        advance(sum(work.steps for work in batch))
    return IngestReport(len(files), parsed, unchanged, removed, tuple(findings))


def count_steps(files: Iterable[SourceFile]) -> int:
    """Count the steps of progress that reading files takes: about as many as there are telegrams in them."""
    return sum(max(1, file.size // _BYTES_IN_A_STEP) for file in files)


def _batches(database: Database, files: Iterable[SourceFile], max_bytes: int) -> Iterator[tuple[_Work, ...]]:
    """Put small files together, and give every part of a large one by itself."""
    small: list[SourcePart] = []
    for file in files:
        parts = cut_source(file, max_bytes)
        first = next(parts)
        if first.format is None:
            small.append(first)
            if len(small) == _FILES_IN_A_BATCH:
                yield _batch_of_files(database, small)
                small.clear()
            continue
        if small:
            yield _batch_of_files(database, small)
            small.clear()
        yield from _batches_of_parts(database, file, chain([first], parts))
    if small:
        yield _batch_of_files(database, small)


def _batch_of_files(database: Database, parts: Sequence[SourcePart]) -> tuple[_Work, ...]:
    """Give whole files, each with what is known of it."""
    known = known_of_files(database, [part.file for part in parts])
    return tuple(
        _Work(part, known.get(part.file.name, {}), max(1, part.file.size // _BYTES_IN_A_STEP)) for part in parts
    )


def _batches_of_parts(database: Database, file: SourceFile, parts: Iterable[SourcePart]) -> Iterator[tuple[_Work, ...]]:
    """Give the parts of a file, each with what is known of its lines, and at the end what is known of no line."""
    end = steps = 0
    last = SourcePart(file)
    for part in parts:
        start, end = end, part.line + part.lines
        done = min(part.start + part.size, file.size) // _BYTES_IN_A_STEP
        yield (_Work(part, known_of_lines(database, file, start, end), done - steps),)
        steps, last = done, part
    if known := known_of_lines(database, file, end):
        nothing = replace(last, start=last.start + last.size, size=0, line=last.line + last.lines, lines=0)
        yield (_Work(nothing, known, 0),)


def _remember(batches: Iterable[tuple[_Work, ...]], waiting: deque[tuple[_Work, ...]]) -> Iterator[tuple[_Work, ...]]:
    """Hand batches on, and keep each until its result is there: results come in the same order."""
    for batch in batches:
        waiting.append(batch)
        yield batch


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


_decode_batch = msgspec.msgpack.Decoder(list[_FileReading]).decode


def _read_batch(max_bytes: int, batch: Sequence[_Work]) -> bytes:
    """Read and parse some files, or a part of one; this is what workers do.

    Returns:
        A `_FileReading` for each, packed: from one process to another, that takes a fraction of what pickling does.
    """
    return msgspec.msgpack.encode([_read_part(work.part, work.known, max_bytes) for work in batch])


def _read_part(part: SourcePart, known: Known, max_bytes: int) -> _FileReading:
    file = part.file
    reading = _FileReading(file.name, [], set(), [])
    try:
        for item in read_clean(part, max_bytes):
            if isinstance(item, Finding):
                reading.findings.append(item)
            elif known.get(item.line) == item.sha256:
                reading.unchanged.add(item.line)
            else:
                reading.facts.append(_facts(item))
    except Exception as error:  # noqa: BLE001 - whatever one file does, it does not stop the others
        # The kind of the error only: its message may quote the text.
        message = f"Cablepress failed on this file ({type(error).__name__})"
        reading.findings.append(Finding(file.name, 0, "source.defect", message))
    return reading


def _facts(telegram: CleanTelegram) -> _Facts:
    cable = parse_clean(telegram)
    targets = [r.target for r in cable.references if r.kind is ReferenceKind.CABLE]
    return _Facts(
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
            cable.classification,
            telegram.text,
            _count_beside(telegram),
            msgspec.msgpack.encode(cable),
        ),
        tags=tuple(tag.code for tag in cable.tags),
        targets=tuple(enumerate(dict.fromkeys(targets))),
        aliases=cable.aliases,
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


def _remove(database: Database, path: str, lines: Iterable[int]) -> None:
    for line in lines:
        (number,) = database.execute("SELECT number FROM source WHERE path = ? AND line = ?", (path, line)).fetchone()
        for table in ("source_tag", "source_reference", "source_alias", "finding"):
            database.execute(f"DELETE FROM {table} WHERE source = ?", (number,))
        database.execute("DELETE FROM source WHERE number = ?", (number,))


def _file(database: Database, telegrams: Sequence[_Facts]) -> int:
    """Put telegrams into the archive; give how many there were."""
    (last,) = database.execute("SELECT coalesce(max(number), 0) FROM source").fetchone()
    numbered = list(enumerate(telegrams, last + 1))
    rows = {
        _INSERT: ((number, *facts.columns) for number, facts in numbered),
        "INSERT INTO source_tag VALUES (?, ?)": ((n, code) for n, facts in numbered for code in facts.tags),
        "INSERT INTO source_reference VALUES (?, ?, ?)": ((n, *t) for n, facts in numbered for t in facts.targets),
        "INSERT INTO source_alias VALUES (?, ?)": ((n, alias) for n, facts in numbered for alias in facts.aliases),
        "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)": (
            (n, f.path, f.line, f.code, f.message, f.advice) for n, facts in numbered for f in facts.findings
        ),
    }
    for statement, values in rows.items():
        database.executemany(statement, values)
    return len(numbered)
