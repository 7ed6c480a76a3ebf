"""Cuts large files of many records into parts, so that neither a file nor all of its telegrams are ever in memory.

One pass runs over the bytes and looks only for places where a record begins for certain; what is between two of them is
read by a worker. A file that holds one cable, or is small, is one part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from generator.record import Record
from generator.sources.discovery import SourceFile
from generator.sources.recognising import (
    HEAD_BYTES,
    OF_MANY,
    ROW_BEGINS,
    Format,
    begins_with_record,
    is_in_utf_16,
    recognise,
)

BYTES_IN_A_PART = 1 << 20
LARGE = 2 * BYTES_IN_A_PART
"""Files below this size are read whole."""

_RECORD_ENDS = re.compile(rb"\n")
_ROW_BEGINS = {table: re.compile(rb"\n(?=(?:" + begins.pattern + rb"))") for table, begins in ROW_BEGINS.items()}


class SourcePart(Record, frozen=True):
    """Some bytes of a file: all of them, or whole records.

    Attributes:
        file: the file.
        start: the first byte.
        size: how many bytes; 0 for all of a file that was not cut.
        line: the line of the file on which it begins, from 1.
        lines: how many lines begin in it; 0 for all of a file that was not cut.
        row: how many records begin before it in the file, and one.
        format: the file's format; None where it was not cut, so that nobody has looked yet.
    """

    file: SourceFile
    start: int = 0
    size: int = 0
    line: int = 1
    lines: int = 0
    row: int = 1
    format: Format | None = None


def cut_source(file: SourceFile, max_bytes: int) -> Iterator[SourcePart]:
    """Cut a file into parts, in their order; together they are all of it. A file that cannot be read is one part.

    Args:
        file: one that `find_sources` found.
        max_bytes: the size from which a record is too large for one cable.
    """
    if file.size < LARGE:
        yield SourcePart(file)
        return
    try:
        with file.path.open("rb") as opened:
            head = opened.read(HEAD_BYTES)
            kind = recognise(head, file.suffix)
            if kind in OF_MANY and not _must_be_whole(file, head, kind, max_bytes):
                opened.seek(0)
                yield from _cut(file, opened, kind, max_bytes)
                return
    except OSError:  # whoever reads the part will say so
        pass
    yield SourcePart(file)


def _must_be_whole(file: SourceFile, head: bytes, kind: Format, max_bytes: int) -> bool:
    """Tell whether any line feed may stand within a character, or within a record: then a cut would be anywhere."""
    if is_in_utf_16(head):
        return True
    return kind is Format.RECORDS and file.size <= max_bytes and not begins_with_record(head)


def _cut(file: SourceFile, opened: BufferedReader, kind: Format, max_bytes: int) -> Iterator[SourcePart]:
    begins = _ROW_BEGINS.get(kind, _RECORD_ENDS)
    part = SourcePart(file, format=kind)
    held = b""
    ended = False
    while not ended:
        chunk = opened.read(BYTES_IN_A_PART)
        ended = not chunk
        held += chunk
        size, records = _find_cut(held, begins, max_bytes) if not ended else (len(held), 0)
        if not size:
            continue
        lines = held.count(b"\n", 0, size)
        yield SourcePart(file, part.start, size, part.line, lines + ended, part.row, kind)
        part = SourcePart(file, part.start + size, 0, part.line + lines, 0, part.row + records, kind)
        held = held[size:]


def _find_cut(held: bytes, begins: re.Pattern[bytes], max_bytes: int) -> tuple[int, int]:
    """Find where the last record in some bytes begins, and how many begin in front of it.

    Where none begins in more bytes than a cable may have, something is wrong with the file; it is cut anywhere, and
    whoever reads it will say so. That bounds what is held in memory.
    """
    last = records = 0
    for mark in begins.finditer(held):
        last, records = mark.end(), records + 1
    if not last and len(held) > max_bytes + BYTES_IN_A_PART:
        return held.rfind(b"\n") + 1 or len(held), 0
    return last, records
