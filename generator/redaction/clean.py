"""The clean telegram, and how it is made from the raw one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.findings import Finding
from generator.sources import RawTelegram, SourceFile, read_telegrams


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanTelegram:
    """A telegram that may be kept and published: the same attributes as `RawTelegram`, nothing secret in them."""

    path: str
    line: int
    collection: str
    sha256: str
    text: str
    telegram_line: int
    fields: Mapping[str, object]
    findings: tuple[Finding, ...]


def redact_telegram(raw: RawTelegram) -> CleanTelegram:
    """Take out of a telegram what must not be published. No rules yet: everything passes."""
    return CleanTelegram(
        path=raw.path,
        line=raw.line,
        collection=raw.collection,
        sha256=raw.sha256,
        text=raw.text,
        telegram_line=raw.telegram_line,
        fields=raw.fields,
        findings=raw.findings,
    )


def read_clean(file: SourceFile, max_bytes: int) -> Iterator[CleanTelegram | Finding]:
    """Read a source file through the redaction; arguments as for `generator.sources.read_telegrams`."""
    for item in read_telegrams(file, max_bytes):
        yield redact_telegram(item) if isinstance(item, RawTelegram) else item
