"""Checks a site's sources: what was understood of them, what was not, and where. Nothing is printed."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from generator.archive import Archive
from generator.archive.coverage import Coverage, read_coverage
from generator.config import Config
from generator.findings import KINDS, Finding, Severity
from generator.parallel import WORK, open_workers
from generator.press.alone import with_archive
from generator.press.gathering import count_workers, ingest_and_link
from generator.press.inputs import read_inputs
from generator.press.places import check_archive_place
from generator.press.report import Progress, Silence
from generator.press.sources import find_all_sources
from generator.press.stages import Stages


@dataclass(frozen=True, slots=True)
class Total:
    """All findings of one code.

    Attributes:
        code: one of `generator.findings.KINDS`.
        severity: what all of them have.
        findings: how many there are.
        files: in how many files.
    """

    code: str
    severity: Severity
    findings: int
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found.

    Attributes:
        files: how many source files there are.
        coverage: how many cables they make, and how many of these have what.
        totals: the findings by code, the gravest first, of these the most frequent first.
        findings: everything noticed, sorted by place.
    """

    files: int
    coverage: Coverage
    totals: tuple[Total, ...]
    findings: tuple[Finding, ...]


def check_site(config: Config, *, jobs: int | None = None, progress: Progress | None = None) -> CheckReport:
    """Read and parse all sources of a site, and gather what was noticed.

    The archive is brought up to date as a build would, so that a build that follows need not parse again.

    Args:
        config: the site's settings.
        jobs: how many processes work; None for as many as are useful.
        progress: hears how it is getting on.

    Raises:
        BuildError: the archive cannot be used, or has no place of its own.
    """
    check_archive_place(config, Path(os.path.realpath(config.path("output"))))

    def run() -> CheckReport:
        stages = Stages(progress or Silence())
        with stages.stage("find", 1):
            inputs = read_inputs(config, find_all_sources(config))
        with open_workers(count_workers(jobs, inputs.files), WORK) as workers:
            ingest, links = ingest_and_link(config, inputs, workers, stages)
        findings = [*inputs.findings, *ingest.findings, *links.findings]
        with closing(Archive(config.path("archive"))) as archive:
            findings += archive.findings()
        return CheckReport(
            files=len(inputs.files),
            coverage=read_coverage(config.path("archive")),
            totals=count_by_code(findings),
            findings=tuple(sorted(set(findings))),
        )

    return with_archive(config, run)


def count_by_code(findings: Iterable[Finding]) -> tuple[Total, ...]:
    """Count findings by their code, the gravest first, of these the most frequent first."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for finding in set(findings):
        places[finding.code].append(finding.path)
    totals = (Total(code, KINDS[code].severity, len(paths), len(set(paths))) for code, paths in places.items())
    gravity = list(Severity)
    return tuple(sorted(totals, key=lambda total: (gravity.index(total.severity), -total.findings, total.code)))
