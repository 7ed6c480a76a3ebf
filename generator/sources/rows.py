"""Finds the rows of a table of cables, and their fields; after a broken row it goes on at the next one for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

COLUMNS = 8
"""Number, date, reference id, origin, classification, references, header, body."""

_FIELD = rb'(?:"([^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+)"|([^",\r\n]*+))'
_BARE_FIELD = rb'(?:"[^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+"|[^",\r\n]*+)'
_END = rb"[ \t]*+(?:\r?\n|\Z)"
_ROW = re.compile(b",".join([_FIELD] * COLUMNS) + _END, re.DOTALL)
_ANY_ROW = re.compile(_BARE_FIELD + b"(?:," + _BARE_FIELD + b")*+" + _END, re.DOTALL)
_FIELDS = re.compile(_FIELD + rb"(?:,|" + _END + rb")", re.DOTALL)
_BLANK = re.compile(rb"(?:[ \t]*+\r?\n)*+")
_ESCAPED = re.compile(rb"\\([\"'\\])|\"\"")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in some bytes.

    Attributes:
        number: counted from 1 in the file.
        line: the line of the file on which it begins.
        start: where it begins in the bytes, and where it ends, its line break not counted.
        end: see `start`.
        fields: as they were before they were quoted. Of a broken row, as well as they can be told.
        problem: what is wrong with it, as the end of a sentence; empty if nothing is.
        offsets: where each field begins in the bytes; of a broken row, empty.
    """

    number: int
    line: int
    start: int
    end: int
    fields: tuple[bytes, ...]
    problem: str = ""
    offsets: tuple[int, ...] = ()


def find_rows(data: bytes, begins: re.Pattern[bytes], *, start: int, line: int, number: int) -> Iterator[Row]:
    """Find all rows of some bytes.

    Args:
        data: whole rows, but for damage.
        begins: what only the beginning of a row looks like.
        start: where the rows begin in the bytes: below a row of names, for instance.
        line: the line of the file on which the bytes begin.
        number: the number of the first row.
    """
    position = 3 if not start and data.startswith(b"\xef\xbb\xbf") else start
    counted = 0
    sure = (mark.start() + 1 for mark in re.finditer(rb"\n(?=(?:" + begins.pattern + rb"))", data))
    for stop in chain(sure, [len(data)]):
        while position < stop:
            position = _after_blank(data, position, stop)
            if position >= stop:
                break
            line += data.count(b"\n", counted, position)
            counted = position
            row, position = _read_row(data, position, stop, line, number)
            number += 1
            yield row


def unescape(field: bytes) -> bytes:
    r"""Give a field as it was before it was quoted.

    ``\"`` and ``""`` are a quote, ``\'`` an apostrophe, ``\\`` a backslash; any other backslash stands for itself.
    """
    if b"\\" not in field and b'""' not in field:
        return field
    return _ESCAPED.sub(lambda found: found[1] or b'"', field)


def _after_blank(data: bytes, position: int, stop: int) -> int:
    blank = _BLANK.match(data, position, stop)
    return blank.end() if blank else position


def _read_row(data: bytes, position: int, stop: int, line: int, number: int) -> tuple[Row, int]:
    """Read the row at a position, which ends before ``stop`` at the latest; give it and where the next one is."""
    whole = _ROW.match(data, position, stop)
    if whole:
        groups = whole.groups()
        pairs = zip(groups[::2], groups[1::2], strict=True)
        fields = tuple(bare if quoted is None else unescape(quoted) for quoted, bare in pairs)
        offsets = tuple(max(whole.span(each)[0], whole.span(each + 1)[0]) for each in range(1, 2 * COLUMNS, 2))
        return Row(
            number, line, position, _without_break(data, position, whole.end()), fields, "", offsets
        ), whole.end()
    other = _ANY_ROW.match(data, position, stop)
    if other and other.end() > position:
        end = _without_break(data, position, other.end())
        fields = tuple(_split(data[position:end]))
        count = f"{len(fields)} field{'s' if len(fields) != 1 else ''}"
        return Row(number, line, position, end, fields, f"it has {count} in place of {COLUMNS}"), other.end()
    end = _without_break(data, position, stop)
    fields = tuple(map(unescape, data[position:end].removeprefix(b'"').removesuffix(b'"').split(b'","')))
    return Row(number, line, position, end, fields, "a quote in it is not closed, or not escaped"), stop


def _split(row: bytes) -> Iterator[bytes]:
    position = 0
    while position < len(row) and (found := _FIELDS.match(row, position)):
        yield found[2] if found[1] is None else unescape(found[1])
        position = found.end()


def _without_break(data: bytes, start: int, end: int) -> int:
    """Give the end of a row without the line breaks (and spaces) at its end."""
    while end > start and data[end - 1] in b" \t\r\n":
        end -= 1
    return end
