"""Reads the table of all cables: one row a telegram, eight columns, every field in quotes.

Quotes inside fields have a backslash in front (or are doubled), and fields hold line breaks. The rows of one piece are
found by patterns that never look back, so that reading costs the same whatever the fields hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.findings import Finding
from generator.sources.decoding import NotTextError, decode_text
from generator.sources.making import Cut, Piece, head_lines, make_telegram
from generator.sources.raw import RawTelegram
from generator.sources.recognising import ROW_BEGINS, Format, is_row_of_names
from generator.sources.rows import COLUMNS, Row, find_rows

_NAMES = ("number", "date", "reference id", "origin", "classification", "references")
_ATTRIBUTES = ("", "date", "id", "sender", "classification", "references")
_ID = re.compile(rb"\d{2,4}[A-Z][A-Z0-9 ._-]{0,60}\d\Z")
_DATE = re.compile(rb"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}(?:[ T]\d{1,2}:\d\d.{0,10})?\Z")
_LEVEL = re.compile(rb"(?:UNCLAS|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE|TOP SECRET)", re.IGNORECASE)
_CARRIAGE_RETURN = re.compile(rb"\r\n?")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a row holds: the columns that can be trusted, the telegram's texts, and what is odd about the row."""

    columns: tuple[bytes, ...]
    texts: tuple[bytes, ...]
    odd: str = ""


def read_table(piece: Piece) -> Iterator[RawTelegram | Finding]:
    """Read the rows of a fully quoted table; see `generator.sources.reading` for the interface."""
    yield from _read(piece, ROW_BEGINS[Format.TABLE])


def read_loose_table(piece: Piece) -> Iterator[RawTelegram | Finding]:
    """Read the rows of a table in which only those fields have quotes that need some."""
    yield from _read(piece, ROW_BEGINS[Format.LOOSE_TABLE])


def _read(piece: Piece, begins: re.Pattern[bytes]) -> Iterator[RawTelegram | Finding]:
    name = piece.file.name
    start = 0
    if piece.line == 1:
        first = piece.data.partition(b"\n")[0].removeprefix(b"\xef\xbb\xbf")
        if is_row_of_names(first) and not begins.match(first):
            start = piece.data.find(b"\n") + 1 or len(piece.data)
            yield Finding(name, 1, "source.row-of-names", "the first row names the columns; it was passed over")
    # A part that begins in mid-row goes on with one that was reported at the end of the part before.
    goes_on = piece.line > 1 and not begins.match(piece.data)
    broken: Row | None = None
    end = 0
    for row in find_rows(piece.data, begins, start=start, line=piece.line, number=piece.row):
        if goes_on and row.problem and not begins.match(piece.data, row.start):
            end = row.end  # lines that are no rows are reported together
            continue
        if broken:
            yield _broken(piece, broken, end)
        goes_on, broken = False, None
        if row.end - row.start > piece.max_bytes:
            message = f"row {row.number:,} has {row.end - row.start:,} bytes; that is no single cable"
            yield Finding(name, row.line, "source.too-large", message)
            goes_on = True
            continue
        entry = _read_damaged(row) if row.problem else _Entry(row.fields[: len(_NAMES)], row.fields[len(_NAMES) :])
        if entry is None:
            goes_on, broken, end = True, row, row.end
        else:
            yield _make(piece, row, entry)
    if broken:
        yield _broken(piece, broken, end)


def _read_damaged(row: Row) -> _Entry | None:
    """Take of a damaged row what shows by its form what it is; all else is text. None if it is not a cable's row."""
    if len(row.fields) < len(_NAMES) or not _ID.match(row.fields[2].strip()):
        return None
    whole = len(row.fields) >= COLUMNS and _LEVEL.match(row.fields[4]) and b"\n" not in row.fields[3]
    if whole and _DATE.match(row.fields[1].strip()):
        columns = list(row.fields[: len(_NAMES)])
        header, *body = row.fields[len(_NAMES) :]
        texts = [header, b'","'.join(body)]  # a body's quotes that nobody escaped
    else:
        number, date, cable_id, *rest = row.fields
        dated = bool(_DATE.match(date.strip()))
        columns = [number, date if dated else b"", cable_id]
        texts = rest if dated else [date, *rest]
    return _Entry(tuple(columns), tuple(text for text in texts if text), row.problem)


def _broken(piece: Piece, row: Row, end: int) -> Finding:
    """Report a row that makes no cable, with all lines up to where the next row begins."""
    last = row.line + piece.data[row.start : end].rstrip().count(b"\n")
    lines = f" (lines {row.line:,} to {last:,})" if last > row.line else ""
    message = f"row {row.number:,}{lines} cannot be read: {row.problem}"
    return Finding(piece.file.name, row.line, "source.broken-row", message)


def _make(piece: Piece, row: Row, entry: _Entry) -> RawTelegram | Finding:
    """Make a telegram of a row: the columns a line each, then header and body."""
    name = piece.file.name
    data = piece.data[row.start : row.end]
    columns = [" ".join(column.decode("utf-8", "surrogateescape").split()) for column in entry.columns]
    head = head_lines(zip(_NAMES, columns, strict=False))
    lines = [line.encode("utf-8", "surrogateescape") for line in head]
    numbers = [row.line] * len(head)
    for text, offset in zip(entry.texts, _offsets(piece.data, row, entry.texts), strict=True):
        own = _CARRIAGE_RETURN.sub(b"\n", text).split(b"\n")
        first = row.line + piece.data.count(b"\n", row.start, offset)
        if len(lines) > len(head):
            lines.append(b"")
            numbers.append(first)
        lines += own
        numbers += range(first, first + len(own))
    try:
        decoded = decode_text(b"\n".join(lines))
    except NotTextError as error:
        return Finding(name, row.line, "source.broken-row", f"row {row.number:,} cannot be read: {error}")
    cells = (line.partition(": ")[2] for line in decoded.text.split("\n", len(columns))[: len(columns)])
    values = dict(zip(_ATTRIBUTES, cells, strict=False))
    attributes = {key: value for key, value in values.items() if key and value} | {"format": "table"}
    odd = f"row {row.number:,} is damaged, and was read as well as it can be: {entry.odd}"
    return make_telegram(
        piece.file,
        Cut(
            data=data,
            line=row.line,
            decoded=decoded,
            start=len(head) + 1,
            line_numbers=tuple(numbers),
            fields={},
            attributes=attributes,
            findings=[Finding(name, row.line, "source.damaged-row", odd)] if entry.odd else [],
        ),
    )


def _offsets(data: bytes, row: Row, texts: Sequence[bytes]) -> Iterator[int]:
    """Give where the texts of a row begin in the bytes; of a damaged row, as nearly as can be found."""
    if row.offsets:
        yield from row.offsets[-len(texts) :]
        return
    offset = row.start
    for text in texts:
        offset = max(data.find(text[:20], offset, row.end), offset)
        yield offset
