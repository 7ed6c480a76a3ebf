"""Builds a site: sources into the archive, the archive onto pages, the new folder in the place of the old one."""

from __future__ import annotations

import os
from dataclasses import asdict
from functools import partial
from pathlib import Path

from generator import addresses
from generator.archive import Archive, IngestReport
from generator.config import Config
from generator.findings import Finding, Severity
from generator.output import PrintedFiles, Staging, check_target, printed_before, publish
from generator.pages import Site, Theme, find_theme
from generator.parallel import WORK, Workers, open_workers
from generator.press.gathering import count_workers, ingest_and_link, with_archive
from generator.press.own_pages import OwnPages, read_own_pages
from generator.press.printing import PrintOrder, close_rooms, make_ready
from generator.press.report import BuildReport, Progress, Silence
from generator.press.run import print_site
from generator.press.scratch import scratch_folder
from generator.press.sources import find_all_sources
from generator.press.stages import Stages
from generator.sources.discovery import Discovery


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

    A site with cables is never replaced by one without: somebody moved them, or mistyped a path. The report says so.

    Args:
        config: the site's settings.
        output: the folder to print into, in place of the settings'.
        jobs: how many processes work; None for as many as there are processors, or one where that is faster.
        strict: leave the published folder as it is where a source could not be printed.
        clean: forget the archive first, so that everything is parsed again.
        progress: hears how it is getting on.

    Raises:
        BuildError: the site could not be printed; the earlier one stands as it was.
    """

    def run() -> BuildReport:
        return _Build(config, output or config.path("output"), progress or Silence()).run(jobs, strict)

    return with_archive(config, run, clean=clean)


class _Build:
    """One build: what its stages share."""

    def __init__(self, config: Config, output: Path, progress: Progress) -> None:
        self.config = config
        self.output = Path(os.path.realpath(output))
        self.archive_path = config.path("archive")
        self.stages = Stages(progress)
        self.findings: list[Finding] = []

    def run(self, jobs: int | None, strict: bool) -> BuildReport:
        self._check_places()
        theme = find_theme(self.config.theme, self.config.root)
        discovery = self._discover()
        staging = Staging(self.output)
        try:
            with scratch_folder(self.archive_path.with_suffix(".runs")) as scratch, PrintedFiles(scratch) as printed:
                with open_workers(count_workers(jobs, discovery), WORK) as workers:
                    ingest = self._ingest(discovery, workers, theme)
                    del discovery  # a file each, and printing needs none of them
                    cables = self._print(staging, scratch, theme, workers, printed)
                held_back = self._reason_to_hold_back(strict, cables)
                if not held_back:
                    with self.stages.stage("publish", 1):
                        staging.finish(printed)
                        publish(staging)
        finally:
            staging.discard()
        return self._report(ingest, cables, printed, held_back)

    def _print(self, staging: Staging, scratch: Path, theme: Theme, workers: Workers, printed: PrintedFiles) -> int:
        """Print into the staging folder what the archive holds, and the publisher's own pages; count the cables."""
        archive = Archive(self.archive_path)
        try:
            self.findings += archive.findings()
            own_pages = read_own_pages(self.config)
            self.findings += own_pages.findings
            staging.prepare()
            order = self._order(staging.folder, scratch, theme, self._site(own_pages))
            print_site(order, archive, own_pages.pages, workers, self.stages, printed)
            return archive.count()
        finally:
            archive.close()
            close_rooms()

    def _reason_to_hold_back(self, strict: bool, cables: int) -> str:
        """Say why the published site must stay as it is; empty if it need not."""
        if strict and any(finding.severity is Severity.ERROR for finding in self.findings):
            return "as --strict asks where something cannot be printed"
        if not cables and any(map(addresses.is_cable, printed_before(self.output))):
            return "as there are no cables, and the earlier site has some (delete its folder if you mean it)"
        return ""

    def _report(self, ingest: IngestReport, cables: int, printed: PrintedFiles, held_back: str) -> BuildReport:
        return BuildReport(
            output=self.output,
            published=not held_back,
            held_back=held_back,
            cables=cables,
            parsed=ingest.parsed,
            unchanged=ingest.unchanged,
            files=printed.count,
            size=printed.size,
            search_files=printed.search_count,
            search_size=printed.search_size,
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
        ready = partial(workers.make_ready, make_ready, theme)
        report, findings = ingest_and_link(self.config, discovery, workers, self.stages, ready)
        self.findings += findings
        return report

    def _order(self, folder: Path, runs: Path, theme: Theme, site: Site) -> PrintOrder:
        config = self.config
        return PrintOrder(self.archive_path, folder, runs, theme, site, config.page_size, asdict(config.boosts))

    def _site(self, own_pages: OwnPages) -> Site:
        config = self.config
        links = tuple(page.link for page in own_pages.pages)
        description = " ".join(config.description.split())
        return Site(config.title, description, config.language, config.url, links, config.vocabulary)
