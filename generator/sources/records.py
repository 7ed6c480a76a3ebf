"""Reads JSON Lines: one object a line with the fields of a cable's record, for people who have parsed theirs already.

What `cablepress inspect` prints can be read again. A file that holds one object, or an array of them, over
several lines is read as well, where it is no larger than a cable may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from generator.findings import Finding
from generator.sources.decoding import Decoded, NotTextError, decode_text
from generator.sources.making import Cut, Piece, make_telegram
from generator.sources.raw import RawTelegram
from generator.sources.recognising import begins_with_record

_WHOLE_TEXT = ("text", "raw", "raw_text", "source_text", "content")
_HEADER, _BODY = "header", "body"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_FAILURES = (msgspec.DecodeError, ValueError, RecursionError)
_NOTHING: tuple[object, ...] = (None, "", [], {})
"""How a record says that it has none of something."""
_MEND = "Mend the line: one JSON object with the names of docs/formats.md. All other lines are read."
_MARKS = b"\xef\xbb\xbf"


def read_records(piece: Piece) -> Iterator[RawTelegram | Finding]:
    """Read the records of some lines; see `generator.sources.reading` for the interface."""
    data = piece.data.removeprefix(_MARKS) if piece.line == 1 else piece.data
    if piece.line == 1 and (whole := _read_over_lines(data, piece.max_bytes)) is not None:
        for number, (at, each) in enumerate(whole, 1):
            yield from _read_object(piece, at, number, _encode(each), each)
        return
    for number, line in enumerate(data.split(b"\n")):
        text = line.strip().removesuffix(b",")
        if text in {b"", b"[", b"]"}:
            continue
        at, row = piece.line + number, piece.row + number
        if len(text) > piece.max_bytes:
            message = f"line {at:,} has {len(text):,} bytes; that is no single cable"
            yield Finding(piece.file.name, at, "source.too-large", message)
            continue
        try:
            value = msgspec.json.decode(text)
        except _FAILURES as error:
            reason = str(error).partition("(")[0].strip() if isinstance(error, msgspec.DecodeError) else "it is no JSON"
            yield Finding(piece.file.name, at, "source.broken-row", f"line {row:,} cannot be read: {reason}", _MEND)
            continue
        yield from _read_object(piece, at, row, text, value)


def _read_over_lines(data: bytes, max_bytes: int) -> list[tuple[int, object]] | None:
    """Read a file whose first line is no whole object: one object, or an array of them; each with its line."""
    if len(data) > max_bytes or begins_with_record(data):
        return None
    try:
        if not data.lstrip().startswith(b"["):
            return [(1 + data.count(b"\n", 0, data.find(b"{")), msgspec.json.decode(data))]
        entries = _decode_entries(data)
        return list(zip(_lines_of(data, entries), map(msgspec.json.decode, entries), strict=True))
    except _FAILURES:
        return None


_decode_entries = msgspec.json.Decoder(list[msgspec.Raw]).decode


def _lines_of(data: bytes, entries: Iterable[msgspec.Raw]) -> Iterator[int]:
    """Yield the lines on which the entries of an array begin."""
    at, line = 0, 1
    for entry in map(bytes, entries):
        begin = data.index(entry, at)
        line += data.count(b"\n", at, begin)
        yield line
        at, line = begin + len(entry), line + entry.count(b"\n")


def _encode(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except (*_FAILURES, OverflowError):
        return b""


def _read_object(piece: Piece, line: int, row: int, data: bytes, value: object) -> Iterator[RawTelegram | Finding]:
    name = piece.file.name
    if not isinstance(value, dict) or not value:
        yield Finding(
            name, line, "source.broken-row", f"line {row:,} cannot be read: it is no object with fields", _MEND
        )
        return
    try:
        fields = {str(key): _without_controls(each) for key, each in value.items()}
        telegram = _take_text(fields)
        rest = msgspec.json.encode(fields).decode()
        lines = [rest, "", *telegram.split("\n")] if telegram else [rest]
        decoded = decode_text("\n".join(lines).encode())
    except (*_FAILURES, OverflowError) as error:
        reason = error if isinstance(error, NotTextError) else "it holds what no record does"
        yield Finding(name, line, "source.broken-row", f"line {row:,} cannot be read: {reason}", _MEND)
        return
    attributes = {"format": "records"} if telegram else {"format": "records", "no_text": "record"}
    yield make_telegram(
        piece.file,
        Cut(
            data=data,
            line=line,
            decoded=Decoded(decoded.text, decoded.remark, 0),
            start=3 if telegram else 2,
            line_numbers=(line,) * (decoded.text.count("\n") + 1),
            fields={name: each for name, each in fields.items() if each not in _NOTHING},
            attributes=attributes,
        ),
    )


def _take_text(fields: dict[str, object]) -> str:
    """Take the telegram's text out of a record: all of it, or header and body."""
    names = {name.lower(): name for name in fields}
    for whole in _WHOLE_TEXT:
        if (name := names.get(whole)) and isinstance(value := fields[name], str) and value.strip():
            del fields[name]
            return _with_line_feeds(value)
    texts: list[str] = []
    for part in (_HEADER, _BODY):
        if (name := names.get(part)) and isinstance(value := fields[name], str):
            del fields[name]
            texts.append(_with_line_feeds(value))
    return "\n\n".join(text for text in texts if text.strip())


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_controls(value: object) -> object:
    """JSON can write any character; what no text holds becomes a replacement character."""
    if isinstance(value, str):
        return (
            _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", value.replace("\r\n", "\n"))
            if not value.isprintable()
            else value
        )
    if isinstance(value, list):
        return [_without_controls(each) for each in value]
    if isinstance(value, dict):
        return {_without_controls(name): _without_controls(each) for name, each in value.items()}
    return value
