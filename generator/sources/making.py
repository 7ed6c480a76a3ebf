"""Makes a raw telegram of what a reader has cut out, the same way for every format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from generator.findings import Finding
from generator.record import Record
from generator.sources.decoding import Decoded
from generator.sources.discovery import SourceFile
from generator.sources.raw import RawTelegram
from generator.sources.repair import repair_text


class Piece(Record, frozen=True):
    """What a reader is given: bytes of a file, and where they stand in it.

    Attributes:
        file: the file.
        data: its bytes, or whole records of them.
        line: the line on which they begin.
        row: the record with which they begin, from 1.
        max_bytes: the size from which something is too large for one cable.
    """

    file: SourceFile
    data: bytes
    line: int
    row: int
    max_bytes: int


class Cut(Record, frozen=True, kw_only=True):
    """A telegram as a reader cut it out.

    Attributes:
        data: the bytes that it was cut out of.
        line: the line of the file where its entry begins.
        decoded: its whole text, what stands beside the telegram included.
        start: the line of that text where the telegram begins, from 1.
        end: the line of that text where something else follows; 0 if nothing does.
        line_numbers: the line of the file for each line of the text; empty where they go up one by one.
        fields: what wins over the text.
        attributes: what fills it.
        findings: what the reader noticed.
    """

    data: bytes
    line: int
    decoded: Decoded
    start: int
    end: int = 0
    line_numbers: tuple[int, ...] = ()
    fields: Mapping[str, object]
    attributes: Mapping[str, str]
    findings: Sequence[Finding] = ()


def make_telegram(file: SourceFile, cut: Cut) -> RawTelegram:
    """Make a raw telegram; the letters of text and attributes are mended, and every decision is a finding."""
    repaired = repair_text(cut.decoded.text)
    findings = [
        Finding(file.name, _line_in_file(cut, line), "source.encoding", remark)
        for remark, line in (
            (cut.decoded.remark, cut.decoded.remark_line),
            (repaired.remark, repaired.remark_line),
        )
        if remark
    ]
    return RawTelegram(
        path=file.name,
        line=cut.line,
        collection=file.collection,
        sha256=hashlib.sha256(cut.data).hexdigest(),
        text=cut.decoded.text,
        reading=repaired.text if repaired.text != cut.decoded.text else "",
        telegram_line=cut.start,
        telegram_end=cut.end,
        line_numbers=cut.line_numbers,
        fields=cut.fields,
        attributes={name: repair_text(value).text for name, value in cut.attributes.items()},
        findings=(*findings, *cut.findings),
    )


def head_lines(named: Iterable[tuple[str, str]]) -> list[str]:
    """Write what stands beside a telegram, a line each, and an empty line."""
    return [*(f"{name}: {' '.join(value.split())}".rstrip() for name, value in named), ""]


def _line_in_file(cut: Cut, line: int) -> int:
    if not line:
        return 0
    if cut.line_numbers:
        return cut.line_numbers[min(line, len(cut.line_numbers)) - 1]
    return cut.line + line - 1
