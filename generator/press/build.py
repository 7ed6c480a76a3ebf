"""Builds a site: sources into the archive, the archive onto pages, the new folder in the place of the old one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator import addresses
from generator.archive import (
    Archive,
    IngestReport,
    count_steps,
    forget_archive,
    ingest_sources,
    is_damage,
    link_cables,
    open_database,
)
from generator.config import Config
from generator.errors import BuildError
from generator.findings import Finding, Severity
from generator.output import Printed, Staging, check_target, printed_before, publish
from generator.pages import Site, Theme, find_theme
from generator.parallel import Workers, open_workers, processors
from generator.press.own_pages import OwnPages, read_own_pages
from generator.press.printing import PrintOrder, close_rooms, make_ready
from generator.press.report import BuildReport, Progress, Silence
from generator.press.run import print_site
from generator.press.sources import find_all_sources
from generator.press.stages import Stages
from generator.sources.discovery import Discovery

_ENOUGH_FOR_A_POOL = 400
"""From so many cables on, starting other processes costs less than it saves."""


def build_site(
    config: Config,
    *,
    output: Path | None = None,
    jobs: int | None = None,
    strict: bool = False,
    clean: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Print a site.

    Args:
        config: the site's settings.
        output: the folder to print into, in place of the settings'.
        jobs: how many processes work; None for as many as there are processors, or one where that is faster.
        strict: leave the published folder as it is where a source could not be printed. So it is left at any rate where
            there are no cables, and there were some before: somebody moved them, or mistyped a path.
        clean: forget the archive first, so that everything is parsed again.
        progress: hears how it is getting on.

    Raises:
        BuildError: the site could not be printed; the earlier one stands as it was.
    """
    build = _Build(config, output or config.path("output"), progress or Silence())
    with build.alone():
        if clean:
            forget_archive(build.archive_path)
        try:
            return build.run(jobs, strict)
        except Exception as error:
            if not is_damage(error):
                raise
        # The archive is damaged. All that it held is in the sources, so nobody needs to hear of it.
        forget_archive(build.archive_path)
        build = _Build(config, output or config.path("output"), progress or Silence())
        return build.run(jobs, strict)


class _Build:
    """One build: what its stages share."""

    def __init__(self, config: Config, output: Path, progress: Progress) -> None:
        self.config = config
        self.output = Path(os.path.realpath(output))
        self.archive_path = config.path("archive")
        self.stages = Stages(progress)
        self.findings: list[Finding] = []
        self.printed: list[Printed] = []

    def run(self, jobs: int | None, strict: bool) -> BuildReport:
        self._check_places()
        theme = find_theme(self.config.theme, self.config.root)
        discovery = self._discover()
        staging = Staging(self.output)
        try:
            with open_workers(_count_workers(jobs, discovery)) as workers:
                ingest = self._ingest(discovery, workers, theme)
                archive = Archive(self.archive_path)
                try:
                    self.findings += archive.findings()
                    own_pages = read_own_pages(self.config)
                    self.findings += own_pages.findings
                    staging.prepare()
                    site = self._site(own_pages)
                    order = PrintOrder(self.archive_path, staging.folder, theme, site, self.config.page_size)
                    self.printed = print_site(order, archive, own_pages.pages, workers, self.stages)
                    cables = archive.count()
                finally:
                    archive.close()
                    close_rooms()
            held_back = self._reason_to_hold_back(strict, cables)
            if not held_back:
                with self.stages.stage("publish", 1):
                    staging.finish(self.printed)
                    publish(staging)
        finally:
            staging.discard()
        return self._report(ingest, cables, held_back)

    def _reason_to_hold_back(self, strict: bool, cables: int) -> str:
        """Say why the published site must stay as it is; empty if it need not."""
        if strict and any(finding.severity is Severity.ERROR for finding in self.findings):
            return "as --strict asks where something cannot be printed"
        if not cables and any(map(addresses.is_cable, printed_before(self.output))):
            return "as there are no cables, and the earlier site has some"
        return ""

    def _report(self, ingest: IngestReport, cables: int, held_back: str) -> BuildReport:
        return BuildReport(
            output=self.output,
            published=not held_back,
            held_back=held_back,
            cables=cables,
            parsed=ingest.parsed,
            unchanged=ingest.unchanged,
            files=len(self.printed),
            size=sum(each.size for each in self.printed),
            seconds=self.stages.seconds,
            findings=tuple(sorted(set(self.findings))),
        )

    def _check_places(self) -> None:
        places = [self.config.path("cables"), self.config.path("pages")]
        places += [self.config.root / entry.path for entry in self.config.sources]
        sources = [Path(os.path.realpath(place)) for place in places]
        root = Path(os.path.realpath(self.config.root))
        archive = Path(os.path.realpath(self.archive_path))
        check_target(self.output, [root, root / "themes", *sources, archive], sources)

    def _discover(self) -> Discovery:
        with self.stages.stage("find", 1):
            discovery = find_all_sources(self.config)
        self.findings += discovery.findings
        if not self.config.url:
            self.findings.append(Finding("site.yaml", 0, "site.no-url", "the site's address is not set"))
        return discovery

    def _ingest(self, discovery: Discovery, workers: Workers, theme: Theme) -> IngestReport:
        with open_database(self.archive_path) as database:
            with self.stages.stage("ingest", count_steps(discovery.files)):
                report = ingest_sources(
                    database, discovery.files, self.config.max_cable_bytes, workers, self.stages.advance
                )
            workers.make_ready(make_ready, theme)  # while cables are linked, only this process is busy
            with self.stages.stage("link", 1):
                self.findings += link_cables(database)
        self.findings += report.findings
        return report

    def _site(self, own_pages: OwnPages) -> Site:
        config = self.config
        links = tuple(page.link for page in own_pages.pages)
        return Site(config.title, " ".join(config.description.split()), config.language, config.url, links)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the site's lock: two builds of one site would print into the same folders."""
        try:
            self.archive_path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.archive_path.with_suffix(".lock"), timeout=0)
            lock.acquire()
        except Timeout as error:
            raise BuildError(
                "another build of this site is running",
                where=self.config.root.as_posix(),
                remedy="Wait until it is done.",
            ) from error
        except OSError as error:
            raise BuildError(
                f"the archive's folder cannot be written: {error.strerror}",
                where=self.config.shown(self.archive_path.parent),
                remedy="Check its permissions, or set 'paths: archive' in site.yaml.",
            ) from error
        try:
            yield
        finally:
            lock.release()


def _count_workers(jobs: int | None, discovery: Discovery) -> int:
    if jobs is not None:
        return jobs
    return processors() if count_steps(discovery.files) >= _ENOUGH_FOR_A_POOL else 1
