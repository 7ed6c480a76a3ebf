"""Ingest: sources in, facts in the archive. Only what may have changed is read, and only what changed is parsed.

Reading and parsing is done by workers, each on a batch of files or a part of a large one by itself; one process writes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from msgspec.structs import replace

from generator.archive.database import Database
from generator.archive.edits import Edit, EditNotes
from generator.archive.facts import Facts, FileReading, Work, decode_batch, read_batch
from generator.archive.known import (
    files_to_read,
    findings_of_files,
    known_of_files,
    known_of_lines,
    lines_without_source,
    remember_file,
)
from generator.archive.schema import OF_SOURCES
from generator.findings import Finding
from generator.parallel import Workers
from generator.redaction import SourcePart, cut_source
from generator.sources.discovery import SourceFile

_FILES_IN_A_BATCH = 100
_BYTES_IN_A_STEP = 8192
_INSERT = """
INSERT INTO source (
    number, path, line, sha256, collection, cable_id, address, sent, sender, subject, headline, classification, signer,
    text, beside, record
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What ingest did.

    Attributes:
        files: how many files there are.
        parsed: how many telegrams were new or had changed.
        unchanged: how many were in the archive already.
        removed: how many left the archive, as their source is gone or has changed.
        findings: about files in which no telegram could be read.
        edits: which cables were edited; None where something else has changed as well.
    """

    files: int
    parsed: int
    unchanged: int
    removed: int
    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...] | None


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
    filing = _Filing(database)
    _forget_files_of_other_size(database, max_bytes)
    to_read, unchanged = files_to_read(database, files)
    for path, lines in lines_without_source(database, files).items():
        filing.remove(path, lines)
    advance(count_steps(files) - count_steps(to_read))
    waiting: deque[tuple[Work, ...]] = deque()
    batches = _remember(_batches(database, to_read, max_bytes), waiting)
    for readings in map(decode_batch, workers.map(partial(read_batch, max_bytes), batches)):
        batch = waiting.popleft()
        filing.file(batch, readings)
        advance(sum(work.steps for work in batch))
    filing.end()
    return IngestReport(
        files=len(files),
        parsed=filing.parsed,
        unchanged=unchanged + filing.unchanged,
        removed=filing.removed,
        findings=(*filing.findings, *findings_of_files(database)),
        edits=filing.notes.edits(),
    )


def _forget_files_of_other_size(database: Database, max_bytes: int) -> None:
    """Have every file read again where another size is too large than in the last build."""
    before = database.execute("SELECT value FROM meta WHERE name = 'max_bytes'").fetchone()
    if before != (str(max_bytes),):
        database.execute("DELETE FROM file")
        database.execute("INSERT OR REPLACE INTO meta VALUES ('max_bytes', ?)", (str(max_bytes),))


class _Filing:
    """Files what was read, and counts; `notes` are of what is removed and filed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.notes = EditNotes(database)
        self.parsed = self.unchanged = self.removed = 0
        self.findings: list[Finding] = []
        self._read: SourceFile | None = None
        """The file of which some parts were read so far; how many telegrams these have, and what was noticed there."""
        self._telegrams = 0
        self._noticed: list[Finding] = []

    def remove(self, path: str, lines: Iterable[int]) -> None:
        """Remove telegrams."""
        for line in lines:
            self.notes.note_removal(path, line)
            _remove(self._database, path, line)
            self.removed += 1

    def file(self, batch: Sequence[Work], readings: Sequence[FileReading]) -> None:
        """File what was found in some files, or in parts of one, in their order."""
        for work, reading in zip(batch, readings, strict=True):
            self.remove(reading.path, sorted(work.known.keys() - reading.unchanged))
            self.unchanged += len(reading.unchanged)
            self._count(work.part.file, len(reading.unchanged) + len(reading.facts), reading.findings)
        self.parsed += _file(self._database, self.notes, [facts for reading in readings for facts in reading.facts])

    def end(self) -> None:
        """Note that all parts of the last file were read."""
        if self._read and not remember_file(self._database, self._read, self._telegrams, self._noticed):
            self.findings += self._noticed

    def _count(self, file: SourceFile, telegrams: int, noticed: Iterable[Finding]) -> None:
        if file != self._read:
            self.end()
            self._read, self._telegrams, self._noticed = file, 0, []
        self._telegrams += telegrams
        self._noticed += noticed


def count_steps(files: Iterable[SourceFile]) -> int:
    """Count the steps of progress that reading files takes: about as many as there are telegrams in them."""
    return sum(max(1, file.size // _BYTES_IN_A_STEP) for file in files)


def _batches(database: Database, files: Iterable[SourceFile], max_bytes: int) -> Iterator[tuple[Work, ...]]:
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


def _batch_of_files(database: Database, parts: Sequence[SourcePart]) -> tuple[Work, ...]:
    """Give whole files, each with what is known of it."""
    known = known_of_files(database, [part.file for part in parts])
    return tuple(
        Work(part, known.get(part.file.name, {}), max(1, part.file.size // _BYTES_IN_A_STEP)) for part in parts
    )


def _batches_of_parts(database: Database, file: SourceFile, parts: Iterable[SourcePart]) -> Iterator[tuple[Work, ...]]:
    """Give the parts of a file, each with what is known of its lines, and at the end what is known of no line."""
    end = steps = 0
    last = SourcePart(file)
    for part in parts:
        start, end = end, part.line + part.lines
        done = min(part.start + part.size, file.size) // _BYTES_IN_A_STEP
        yield (Work(part, known_of_lines(database, file, start, end), done - steps),)
        steps, last = done, part
    if known := known_of_lines(database, file, end):
        nothing = replace(last, start=last.start + last.size, size=0, line=last.line + last.lines, lines=0)
        yield (Work(nothing, known, 0),)


def _remember(batches: Iterable[tuple[Work, ...]], waiting: deque[tuple[Work, ...]]) -> Iterator[tuple[Work, ...]]:
    """Hand batches on, and keep each until its result is there: results come in the same order."""
    for batch in batches:
        waiting.append(batch)
        yield batch


def _remove(database: Database, path: str, line: int) -> None:
    (number,) = database.execute("SELECT number FROM source WHERE path = ? AND line = ?", (path, line)).fetchone()
    for table in OF_SOURCES:
        database.execute(f"DELETE FROM {table} WHERE source = ?", (number,))
    database.execute("DELETE FROM source WHERE number = ?", (number,))


def _file(database: Database, notes: EditNotes, telegrams: Sequence[Facts]) -> int:
    """Put telegrams into the archive; give how many there were. One that was edited keeps its number."""
    (last,) = database.execute("SELECT coalesce(max(number), 0) FROM source").fetchone()
    kept = [notes.note_filing(facts.columns[0], facts.columns[1], facts.linked) for facts in telegrams]
    numbered = [
        (number or new, facts) for new, (number, facts) in enumerate(zip(kept, telegrams, strict=True), last + 1)
    ]
    rows = {
        _INSERT: ((number, *facts.columns) for number, facts in numbered),
        "INSERT INTO source_tag VALUES (?, ?)": ((n, code) for n, facts in numbered for code in facts.tags),
        "INSERT INTO source_reference VALUES (?, ?, ?)": ((n, *t) for n, facts in numbered for t in facts.targets),
        "INSERT INTO source_alias VALUES (?, ?)": ((n, alias) for n, facts in numbered for alias in facts.aliases),
        "INSERT INTO source_named VALUES (?, ?)": ((n, named) for n, facts in numbered for named in facts.named),
        "INSERT INTO source_words VALUES (?, ?)": ((n, facts.words) for n, facts in numbered),
        "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)": (
            (n, f.path, f.line, f.code, f.message, f.advice) for n, facts in numbered for f in facts.findings
        ),
    }
    for statement, values in rows.items():
        database.executemany(statement, values)
    return len(numbered)
