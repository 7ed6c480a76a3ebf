"""The one way to read a source: what a file is shows in its bytes, and a reader for that takes telegrams out of them.

A reader is called with a `Piece` of a file. It yields telegrams and findings in the order of the source and raises
nothing: what cannot be read is a finding.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator

from generator.findings import Finding
from generator.sources.discovery import SourceFile, kind_of_file
from generator.sources.making import Piece
from generator.sources.page import read_page
from generator.sources.parts import SourcePart, cut_source
from generator.sources.raw import RawTelegram
from generator.sources.recognising import HEAD_BYTES, OF_MANY, Format, is_in_utf_16, recognise
from generator.sources.records import read_records
from generator.sources.release import read_release
from generator.sources.table import read_loose_table, read_table
from generator.sources.text import read_text

Item = RawTelegram | Finding
Reader = Callable[[Piece], Iterator[Item]]

_READERS: dict[Format, Reader] = {
    Format.TEXT: read_text,
    Format.RELEASE: read_release,
    Format.TABLE: read_table,
    Format.LOOSE_TABLE: read_loose_table,
    Format.PAGE: read_page,
    Format.RECORDS: read_records,
}
_MOST_AT_ONCE = 64 << 20
"""A file of many cables that `cut_source` does not cut is read whole, if it is no larger than so many bytes."""
_MANY_BY_NAME = {".csv", ".json", ".jsonl"}
"""The endings of files that may hold a whole collection each."""


def read_telegrams(file: SourceFile, max_bytes: int) -> Iterator[Item]:
    """Read all telegrams of a file, part by part.

    Args:
        file: one that `find_sources` found.
        max_bytes: the size from which something is too large for one cable.
    """
    for part in cut_source(file, max_bytes):
        yield from read_part(part, max_bytes)


def read_part(part: SourcePart, max_bytes: int) -> Iterator[Item]:
    """Read the telegrams of a part of a file; see `read_telegrams`."""
    file = part.file
    try:
        if part.format is not None:
            with file.path.open("rb") as opened:
                opened.seek(part.start)
                data = opened.read(part.size)
            yield from _READERS[part.format](Piece(file, data, part.line, part.row, max_bytes))
            return
        # A Path for each file takes longer.
        status = os.stat(file.place)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode):  # reading a pipe would wait for ever
            yield Finding(file.name, 0, "source.unreadable", "cannot be read: it is not a file")
            return
        if status.st_size > max_bytes and not _holds_many(file):
            message = f"the file has {status.st_size:,} bytes; that is no single cable"
            yield Finding(file.name, 0, "source.too-large", message)
            return
        if status.st_size > _MOST_AT_ONCE:
            message = f"the file has {status.st_size:,} bytes in UTF-16, and only one in UTF-8 is read part by part"
            yield Finding(file.name, 0, "source.too-large", message, "Save the file as UTF-8.")
            return
        with open(file.place, "rb", buffering=0) as opened:  # noqa: PTH123
            data = opened.read()
    except OSError as error:
        yield Finding(file.name, 0, "source.unreadable", f"cannot be read: {error.strerror}")
        return
    yield from _read_whole(file, data, max_bytes)


def _read_whole(file: SourceFile, data: bytes, max_bytes: int) -> Iterator[Item]:
    if not data.strip():
        yield Finding(file.name, 0, "source.empty", "the file is empty")
        return
    kind = recognise(data, file.suffix)
    if kind is None:
        yield _say_what_it_is_not(file)
        return
    if kind in OF_MANY and is_in_utf_16(data):
        data = data.decode("utf-16", "replace").encode()
    yield from _READERS[kind](Piece(file, data, 1, 1, max_bytes))


def _holds_many(file: SourceFile) -> bool:
    with file.path.open("rb") as opened:
        return recognise(opened.read(HEAD_BYTES), file.suffix) in OF_MANY


def _say_what_it_is_not(file: SourceFile) -> Finding:
    """Say that a file shows no cable; one of a kind that holds whole collections matters more."""
    if file.suffix in _MANY_BY_NAME:
        message = "none of it was read: it begins like none of the tables and records of cables that can be"
        return Finding(file.name, 0, "source.unknown-table", message)
    message = f"{kind_of_file(file.path)} are read only where they hold cables; this one shows none"
    return Finding(file.name, 0, "source.not-a-cable", message)
