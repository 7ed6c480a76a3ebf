"""Reads one cable from one text or Markdown file.

YAML front matter may stand before it; or five lines with id, title, date, classification and origin, then the header
and the body with nothing between, as one of the collections in circulation has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding
from generator.frontmatter import read_front_matter
from generator.sources.decoding import Decoded, NotTextError, decode_text
from generator.sources.making import Cut, Piece, make_telegram
from generator.sources.raw import RawTelegram

_HEADING = re.compile(r"(?:#{1,3} )?\s{0,4}(?P<id>\d{2}[A-Z][A-Z0-9]{1,40}\d)\s*\Z")
_DATE = re.compile(r"\s{0,4}(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})(?:[ T]\d{1,2}:\d{2}.{0,12})?\s*\Z")
_LEVEL = re.compile(r"\s{0,4}(?:UNCLAS|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE|TOP SECRET)", re.IGNORECASE)
_NAMES = ("id", "subject", "date", "classification", "sender")


def read_text(piece: Piece) -> Iterator[RawTelegram | Finding]:
    """Read the telegram of a text; see `generator.sources.reading` for the interface."""
    decoded = decode_or_refuse(piece)
    if isinstance(decoded, Finding):
        yield decoded
        return
    front = read_front_matter(decoded.text)
    findings: list[Finding] = []
    if front.mistake:
        findings.append(Finding(piece.file.name, front.mistake_line, "source.front-matter", front.mistake))
    attributes = {} if front.fields else _read_five_lines(decoded.text)
    yield make_telegram(
        piece.file,
        Cut(
            data=piece.data,
            line=1,
            decoded=decoded,
            start=len(_NAMES) + 1 if attributes else front.end_line,
            fields=front.fields,
            attributes=attributes,
            findings=findings,
        ),
    )


def decode_or_refuse(piece: Piece) -> Decoded | Finding:
    """Make text of a whole file's bytes, or the finding that says why it is none."""
    try:
        return decode_text(piece.data)
    except NotTextError as error:
        return Finding(piece.file.name, 0, "source.binary", f"cannot be read: {error}")


def _read_five_lines(text: str) -> dict[str, str]:
    """Read id, title, date, classification and origin, where they are what a text begins with."""
    lines = text.split("\n", len(_NAMES))[: len(_NAMES)]
    heading = _HEADING.match(lines[0]) if len(lines[0]) < 80 else None  # noqa: PLR2004 - no id is as long
    if heading is None or len(lines) < len(_NAMES) or not _DATE.match(lines[2]) or not _LEVEL.match(lines[3]):
        return {}
    values = [heading["id"], lines[1].lstrip("# "), *lines[2:]]
    return {name: value.strip() for name, value in zip(_NAMES, values, strict=True) if value.strip()}
