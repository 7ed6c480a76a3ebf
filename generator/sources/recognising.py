"""Tells by its content what a file of cables is; the ending of its name only where the content leaves it open."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

HEAD_BYTES = 65_536
"""So much of a file tells what it is."""


class Format(StrEnum):
    """A format that there is a reader for."""

    TEXT = "text"
    RELEASE = "release"
    TABLE = "table"
    LOOSE_TABLE = "loose table"
    """The table of all cables, saved by a program that quotes only where it must."""
    PAGE = "page"
    RECORDS = "records"


OF_MANY = {Format.TABLE, Format.LOOSE_TABLE, Format.RECORDS}
"""The formats of which one file holds many cables."""
_QUOTED_ROW = rb'"\d{1,12}","[^"\n\\]{0,60}","[^"\n\\]{0,80}"'
_LOOSE_ROW = rb'\d{1,12},"?\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[ T]\d{1,2}:\d\d[^,\n]{0,12},"?\d\d[A-Z]'
ROW_BEGINS = {Format.TABLE: re.compile(_QUOTED_ROW), Format.LOOSE_TABLE: re.compile(_LOOSE_ROW)}
"""What a row of the table of all cables begins with: number, date, reference id.

Where quotes inside fields are escaped, no line inside a field can begin like a quoted row: its first quote would have a
backslash or another quote beside it. So a line that does is a row's beginning, whatever damage stands above it.
"""

_HEADER_NAMES = {
    "number", "no", "row", "date", "created", "sent", "id", "identifier", "reference id", "reference_id", "referenceid",
    "origin", "from", "sender", "classification", "references", "refs", "header", "body", "text", "content",
}  # fmt: skip
_LEAST_NAMES = 3
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype|html|head|body|title|meta|h[1-6]|table|div|code|pre)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(rb'\s*(?:\[\s*)?\{\s*(?:"|\})')
_TELEGRAM = re.compile(
    rb"^[ \t]{0,8}(?:VZCZC|(?:[ZOPR] ){1,3}\d{6}Z [A-Z]{3} \d\d|(?:E\.O\. ?|EO )\d{5}|TAGS ?:|SUBJ(?:ECT)? ?:"
    rb"|FM [A-Z]|UNCLAS|C O N F I D|S E C R E T|Message Text[ \t\r]*$|Message Attributes[ \t\r]*$)",
    re.MULTILINE,
)
_ATTRIBUTES = re.compile(rb"^[ \t]*Message Attributes[ \t\r]*$", re.MULTILINE | re.IGNORECASE)


def recognise(data: bytes, suffix: str) -> Format | None:
    """Tell the format of a file.

    Args:
        data: its bytes, or the first `HEAD_BYTES` of them.
        suffix: the ending of its name, in small letters with its dot; it may be empty.

    Returns:
        None for what shows no format, which only ``.txt`` and ``.md`` files may: any text is a cable in those.
    """
    head = _in_utf8(data[:HEAD_BYTES])
    if (table := _recognise_table(head)) is not None:
        return table
    if _PAGE.match(head):
        return Format.PAGE
    if _RECORD.match(head) and suffix not in {".txt", ".md"}:
        return Format.RECORDS
    whole = data if len(data) > HEAD_BYTES else head  # attributes stand at the end
    if (b"Message Attributes" in whole or b"MESSAGE ATTRIBUTES" in whole) and _ATTRIBUTES.search(whole):
        return Format.RELEASE
    if suffix in {".txt", ".md"} or _TELEGRAM.search(head):
        return Format.RECORDS if _is_record(head) else Format.TEXT
    return None


def _recognise_table(head: bytes) -> Format | None:
    """Tell whether a file's first bytes are those of the table of all cables, with a row of names or without."""
    head = head.lstrip(b" \t\r\n")
    first, _, rest = head.partition(b"\n")
    if is_row_of_names(first):
        head = rest.lstrip(b" \t\r\n")
        if not head:
            return Format.TABLE
    return next((table for table, begins in ROW_BEGINS.items() if begins.match(head)), None)


def is_row_of_names(line: bytes) -> bool:
    """Tell whether a table's first line names its columns."""
    if len(line) > 1000 or b"," not in line:  # noqa: PLR2004 - no row of names is longer
        return False
    names = [cell.strip(' "').casefold() for cell in line.decode("utf-8", "replace").strip("\ufeff\r\n").split(",")]
    return sum(name in _HEADER_NAMES for name in names) >= _LEAST_NAMES


def is_in_utf_16(head: bytes) -> bool:
    """Tell whether a mark at the beginning of a file says that it is in UTF-16."""
    return head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def begins_with_record(head: bytes) -> bool:
    """Tell whether the first line of a file of records is a whole one, as far as its first bytes tell."""
    line, end, _ = head.removeprefix(codecs.BOM_UTF8).lstrip().partition(b"\n")
    line = line.strip().removesuffix(b",")
    return line.startswith(b"{") and (line.endswith(b"}") or not end)


def _is_record(head: bytes) -> bool:
    """In a text file, only a whole first line of JSON makes it one of records."""
    line = head.lstrip().partition(b"\n")[0].rstrip()
    return bool(_RECORD.match(line)) and line.endswith(b"}")


def _in_utf8(head: bytes) -> bytes:
    """Give the first bytes in UTF-8 without a mark, where a mark says that they are in something else."""
    if head.startswith(codecs.BOM_UTF8):
        return head[len(codecs.BOM_UTF8) :]
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace").encode("utf-8", "replace")
    return head
