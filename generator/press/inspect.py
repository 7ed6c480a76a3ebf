"""Shows what the parser understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generator.archive.ingest import parse_clean
from generator.cable import Cable
from generator.config import Config
from generator.findings import Finding
from generator.redaction import read_clean
from generator.sources.discovery import find_single, printable


def inspect_files(paths: Sequence[Path], config: Config) -> Iterator[Cable | Finding]:
    """Read and parse files, without an archive.

    Args:
        paths: files.
        config: the settings to read them by.

    Yields:
        A `Cable` for every telegram, and a `Finding` for what could not be read.
    """
    for path in paths:
        name = printable(path.as_posix())
        for file in find_single(path, name, "").files:
            for item in read_clean(file, config.max_cable_bytes):
                yield item if isinstance(item, Finding) else parse_clean(item)


def to_json(cable: Cable) -> str:
    """Write a record as one line of JSON; the findings in it gain their severity and remedy."""
    record = msgspec.to_builtins(cable)
    for plain, finding in zip(record["findings"], cable.findings, strict=True):
        plain.update(severity=str(finding.severity), remedy=finding.remedy)
    return msgspec.json.encode(record).decode()
