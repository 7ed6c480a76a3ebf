"""Reads the data files of the vocabulary: plain tables with tabs between the columns, which start fast.

A file begins with lines after ``#`` that name its sources; then comes the line of column names, then a line an entry.
An empty value at the end of a line is left out.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def read_table(name: str) -> list[list[str]]:
    """Give the rows of ``data/NAME.tsv``, every row with a value for every column, in the file's order."""
    # Only line feeds part lines: splitlines would part at characters that a name may hold.
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    columns, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [row + [""] * (len(columns) - len(row)) for row in rows]


def read_names(name: str) -> dict[str, str]:
    """Give the names of a table of two columns, by code."""
    return {row[0]: row[1] for row in read_table(name)}
