"""Shows what the parser understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generator.archive.facts import parse_clean
from generator.cable import Cable
from generator.config import Config
from generator.findings import Finding
from generator.record import Record
from generator.redaction import CleanTelegram, read_clean
from generator.sources.discovery import find_single, printable
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
        An `Inspection` for every telegram, and a `Finding` for what could not be read.
    """
    for path in paths:
        name = printable(path.as_posix())
        for file in find_single(path, name, "").files:
            for item in read_clean(file, config.max_cable_bytes):
                yield item if isinstance(item, Finding) else _inspect(item)


def _inspect(telegram: CleanTelegram) -> Inspection:
    cable = parse_clean(telegram)
    text = telegram.reading or telegram.text
    return Inspection(cable, find_spans(text, cable, telegram.telegram_line, telegram.telegram_end))


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
