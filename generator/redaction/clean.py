"""The clean telegram, and how it is made from the raw one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.findings import Finding
from generator.record import Record
from generator.sources import RawTelegram, SourceFile, SourcePart, read_part, read_telegrams, repair_text


class CleanTelegram(Record, frozen=True, kw_only=True):
    """A telegram that may be kept and published: the same attributes as `RawTelegram`, nothing secret in them."""

    path: str
    line: int
    collection: str
    sha256: str
    text: str
    reading: str
    telegram_line: int
    telegram_end: int
    line_numbers: tuple[int, ...]
    fields: Mapping[str, object]
    attributes: Mapping[str, str]
    findings: tuple[Finding, ...]


def redact_telegram(raw: RawTelegram) -> CleanTelegram:
    """Take out of a telegram what must not be published. No rules yet: everything passes."""
    return CleanTelegram(
        path=raw.path,
        line=raw.line,
        collection=raw.collection,
        sha256=raw.sha256,
        text=raw.text,
        reading=raw.reading,
        telegram_line=raw.telegram_line,
        telegram_end=raw.telegram_end,
        line_numbers=raw.line_numbers,
        fields=raw.fields,
        attributes=raw.attributes,
        findings=raw.findings,
    )


def read_letters(text: str) -> str:
    """Give a clean text as it is read: with its letters mended, as `CleanTelegram.reading` has them."""
    return repair_text(text).text


def read_clean(source: SourceFile | SourcePart, max_bytes: int) -> Iterator[CleanTelegram | Finding]:
    """Read a source file, or a part of one, through the redaction; arguments as for `generator.sources`."""
    items = read_part(source, max_bytes) if isinstance(source, SourcePart) else read_telegrams(source, max_bytes)
    for item in items:
        yield redact_telegram(item) if isinstance(item, RawTelegram) else item
