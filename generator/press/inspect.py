"""Shows what the parser understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generator.archive.ingest import parse_clean
from generator.cable import Cable
from generator.config import Config
from generator.findings import Finding
from generator.record import Record
from generator.redaction import read_clean
from generator.sources.discovery import SUFFIXES, SourceFile, printable
from generator.telegram.spans import Spans, find_spans


class Inspection(Record, frozen=True):
    """What the parser understood of one telegram, and where in its source that stands."""

    cable: Cable
    spans: Spans


def inspect_files(paths: Sequence[Path], config: Config) -> Iterator[Inspection | Finding]:
    """Read and parse files, without an archive.

    Args:
        paths: files.
        config: the settings to read them by.

    Yields:
        An `Inspection` for every telegram, and a `Finding` for every file in which none could be read.
    """
    for path in paths:
        name = printable(path.as_posix())
        if path.suffix.lower() not in SUFFIXES:
            yield Finding(name, 0, "source.not-a-cable", f"only {' and '.join(SUFFIXES)} files are read")
            continue
        for item in read_clean(SourceFile(path, name, ""), config.max_cable_bytes):
            if isinstance(item, Finding):
                yield item
            else:
                cable = parse_clean(item)
                yield Inspection(cable, find_spans(item.text, cable, item.telegram_line))


def to_json(inspection: Inspection) -> str:
    """Write a record as one line of JSON.

    The findings in it gain their severity and remedy. The record gains its spans: ``[start, end]`` in characters of
    the source's text, whose lines end in line feeds.
    """
    record = msgspec.to_builtins(inspection.cable)
    for plain, finding in zip(record["findings"], inspection.cable.findings, strict=True):
        plain.update(severity=str(finding.severity), remedy=finding.remedy)
    record["spans"] = msgspec.to_builtins(inspection.spans)
    return msgspec.json.encode(record).decode()
