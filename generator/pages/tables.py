"""Tables of telegrams as tables: rows and cells where the columns are certain.

Telegrams align columns with spaces, in letters of one width. Where every line agrees on where the columns are, a
screen reader can be told what stands in which, and a phone can set them closer. Where one line does not, nobody can
tell which column it means, and the table stays as the wire had it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.record import Record

_MOST_LINES, _MOST_CELLS = 60, 240
"""Larger ones stay as they are: the markup of cells would weigh more than the text."""
_LEAST_GUTTER = 2
"""Spaces between columns. One alone stands between words, too."""
_RULE = re.compile(r"[\s\-–—_=*+|]+\Z")
_NUMBER = re.compile(r"[-+(~<>$€£¥]{0,3}\d[\d.,:/ ]*(?:%|\)|[KMBkmb])?\Z")
_NOTHING = {"", "-", "--", "n/a", "N/A", "NA", "nil", "none"}


class Table(Record, frozen=True):
    """A table.

    Attributes:
        head: the cells of its first row, where that names the columns; empty if it does not.
        rows: the cells of all other rows, as many in each.
        numeric: the columns with nothing but numbers, from 0.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...]


def read_table(text: str) -> Table | None:
    """Read a table's lines; None where it is not certain what its columns are."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    if "\t" in text or "|" in text or len(lines) > _MOST_LINES:
        return None
    rules = [place for place, line in enumerate(lines) if _RULE.match(line)]
    written = [line for place, line in enumerate(lines) if place not in rules]
    if set(rules) - {0, 1, len(lines) - 1} or len(written) < 2:  # noqa: PLR2004 - a head, or a row, is no table
        return None
    rows = _cut(written)
    if rows is None or len(rows) * len(rows[0]) > _MOST_CELLS:
        return None
    numeric = tuple(column for column in range(len(rows[0])) if _is_numeric([row[column] for row in rows[1:]]))
    has_head = 1 in rules or (any(rows[0][column] for column in numeric) and not any(map(_NUMBER.match, rows[0])))
    if not has_head:
        numeric = tuple(column for column in numeric if _is_numeric([rows[0][column], rows[1][column]]))
    return Table(rows[0] if has_head else (), tuple(rows[1:] if has_head else rows), numeric)


def _cut(lines: Sequence[str]) -> list[tuple[str, ...]] | None:
    """Cut lines where all of them are blank; None where some line has too few cells to belong to the others."""
    width = max(map(len, lines))
    blank = [all(place >= len(line) or line[place] == " " for line in lines) for place in range(width)]
    columns = _columns(blank)
    if len(columns) < 2:  # noqa: PLR2004 - one column is no table
        return None
    rows = [tuple(line[begin:end].strip() for begin, end in columns) for line in lines]
    if any(not row[0] for row in rows[1:]) or any(sum(map(bool, row)) < 2 for row in rows):  # noqa: PLR2004 - as above
        return None
    return rows


def _columns(blank: Sequence[bool]) -> list[tuple[int, int]]:
    """Give where columns begin and end, given which places no line has anything in."""
    columns: list[tuple[int, int]] = []
    begin, place = -1, 0
    while place < len(blank):
        if blank[place]:
            end = place
            while place < len(blank) and blank[place]:
                place += 1
            if begin >= 0 and place - end >= _LEAST_GUTTER:
                columns.append((begin, end))
                begin = -1
        else:
            begin = place if begin < 0 else begin
            place += 1
    if begin >= 0:
        columns.append((begin, len(blank)))
    return columns


def _is_numeric(cells: Sequence[str]) -> bool:
    return any(map(_NUMBER.match, cells)) and all(_NUMBER.match(cell) or cell in _NOTHING for cell in cells)
