"""Writes files as people hold them, and reads them as a build does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hypothesis import settings

from generator.archive.facts import parse_clean
from generator.cable import Cable
from generator.findings import Finding
from generator.redaction import redact_telegram
from generator.sources import RawTelegram, read_telegrams
from generator.sources.discovery import find_single

MOST_BYTES = 5_000_000
quick = settings(deadline=None)


def write_row(*fields: str) -> str:
    """Write a row of the table of all cables: every field in quotes, backslashes before quotes."""
    escaped = (field.replace("\\", "\\\\").replace('"', '\\"').replace("'", "\\'") for field in fields)
    return ",".join(f'"{field}"' for field in escaped) + "\n"


def read_file(
    folder: Path, name: str, content: str | bytes, max_bytes: int = MOST_BYTES
) -> list[RawTelegram | Finding]:
    """Write a file; give what its reader makes of it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (file,) = find_single(path, name, "").files
    return list(read_telegrams(file, max_bytes))


def cables_of(folder: Path, name: str, content: str | bytes) -> list[Cable]:
    """Write a file; give the cables in it."""
    items = read_file(folder, name, content)
    return [parse_clean(redact_telegram(item)) for item in items if isinstance(item, RawTelegram)]


def codes_of(items: Iterable[RawTelegram | Finding], parsed: object = None) -> list[tuple[str, int]]:
    """Give code and line of all findings; with those of parsing, if asked."""
    findings: list[Finding] = []
    for item in items:
        if isinstance(item, Finding):
            findings.append(item)
        else:
            findings += parse_clean(redact_telegram(item)).findings if parsed else item.findings
    return [(each.code, each.line) for each in findings]
