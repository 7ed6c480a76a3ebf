"""Builds a site: sources into the archive, the archive onto pages, the new folder in the place of the old one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import asdict
from functools import partial
from itertools import chain
from pathlib import Path

from generator import addresses
from generator.archive import Archive, IngestReport, Ledger, write_ledger
from generator.config import Config
from generator.errors import BuildError
from generator.findings import Finding, Severity
from generator.output import Staging, check_target, printed_before
from generator.pages import Site, Theme, find_theme
from generator.parallel import WORK, open_workers
from generator.press.before import Before, look_back, name_of
from generator.press.edition import Edition, Outcome
from generator.press.gathering import count_workers, ingest_and_link, with_archive
from generator.press.inputs import Digests, Inputs, digest_inputs, find_inputs
from generator.press.look import OwnLook, read_look
from generator.press.printing import PrintOrder, close_rooms, make_ready, unpack_pages
from generator.press.report import BuildReport, Progress, Silence
from generator.press.run import Press
from generator.press.scratch import scratch_folder
from generator.press.stages import Stages
from generator.wording import check_wording, open_wording


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
        self.archive_path = config.path("archive")
        self.staging = Staging(Path(os.path.realpath(output)))
        self.stages = Stages(progress)
        self.findings: list[Finding] = []

    def run(self, jobs: int | None, strict: bool) -> BuildReport:
        self._check_places()
        theme = find_theme(self.config.theme, self.config.root)
        with self.stages.stage("find", 1):
            inputs = find_inputs(self.config)
            look = read_look(self.config, theme)
            site = self._site(inputs, theme, look)
            digests = digest_inputs(self.config, site, theme, look, inputs)
        self.findings += (*inputs.findings, *inputs.other_findings)
        self.findings += look.findings
        self.findings += check_wording(self.config.language, theme.folders, self.config.root)
        jobs = count_workers(jobs, inputs.files)
        before = look_back(self.archive_path, self.staging, jobs, self.stages)
        if before and _is_nothing_to_do(before.ledger, digests, strict):
            return self._report_again(before.ledger)
        if before and before.ledger.shared != digests.shared:
            before = None
        try:
            report, outcome = self._print(inputs, before, theme, look, site, jobs, strict)
        except BaseException:
            self.staging.discard()  # not before all workers have stopped
            raise
        finally:
            close_rooms()
        if report.published:
            self._note(digests, report, outcome)
        return report

    def _print(
        self, inputs: Inputs, before: Before | None, theme: Theme, look: OwnLook, site: Site, jobs: int, strict: bool
    ) -> tuple[BuildReport, Outcome]:
        """Bring the archive up to date, print of it what is not as it was, where that can be, and publish that."""
        own_pages = inputs.own_pages
        with (
            scratch_folder(self.archive_path.with_suffix(".runs")) as scratch,
            open_workers(jobs, WORK) as workers,
        ):
            ready = partial(workers.make_ready, make_ready, (theme, site))
            ingest, links = ingest_and_link(self.config, inputs, workers, self.stages, ready)
            self.findings += (*ingest.findings, *links.findings)
            order = self._order(scratch, theme, site)
            with closing(Archive(self.archive_path)) as archive:
                edition = Edition(Press(order, archive, own_pages, look, workers, self.stages), self.staging)
                self.findings += archive.findings()
                cables = archive.count()
                held_back = self._reason_to_hold_back(strict, cables)
                outcome = edition.print_changes(before, links) if before and not held_back else None
                outcome = outcome or edition.print_all(is_held_back=bool(held_back))
        return self._report(ingest, cables, outcome, held_back), outcome

    def _reason_to_hold_back(self, strict: bool, cables: int) -> str:
        """Say why the published site must stay as it is; empty if it need not."""
        if strict and _has_errors(self.findings):
            return "as --strict asks where something cannot be printed"
        if not cables and any(map(addresses.is_cable, printed_before(self.staging.target))):
            return "as there are no cables, and the earlier site has some (delete its folder if you mean it)"
        return ""

    def _report(self, ingest: IngestReport, cables: int, outcome: Outcome, held_back: str) -> BuildReport:
        return BuildReport(
            output=self.staging.target,
            published=not held_back,
            held_back=held_back,
            cables=cables,
            parsed=ingest.parsed,
            unchanged=ingest.unchanged,
            files=outcome.files,
            changed=outcome.changed,
            size=outcome.size,
            search_files=outcome.search_files,
            search_size=outcome.search_size,
            seconds=self.stages.seconds,
            findings=tuple(sorted(set(self.findings))),
        )

    def _report_again(self, ledger: Ledger) -> BuildReport:
        """Report what the last build did, as nothing has changed since."""
        return BuildReport(
            output=self.staging.target,
            published=True,
            held_back="",
            cables=ledger.cables,
            parsed=0,
            unchanged=ledger.telegrams,
            files=ledger.files,
            changed=0,
            size=ledger.size,
            search_files=ledger.search_files,
            search_size=ledger.search_size,
            seconds=self.stages.seconds,
            findings=ledger.findings,
        )

    def _note(self, digests: Digests, report: BuildReport, outcome: Outcome) -> None:
        """Write into the ledger what was published; where that cannot be, the next build prints everything."""
        ledger = Ledger(
            output=name_of(report.output),
            shared=digests.shared,
            inputs=digests.inputs,
            telegrams=report.parsed + report.unchanged,
            cables=report.cables,
            files=report.files,
            size=report.size,
            search_files=report.search_files,
            search_size=report.search_size,
            findings=report.findings,
        )
        pages = chain.from_iterable(map(unpack_pages, outcome.pages))
        with self.stages.stage("note", 1), suppress(BuildError):
            write_ledger(self.archive_path, ledger, pages, outcome.folders, outcome.gone)

    def _check_places(self) -> None:
        places = [self.config.path(each) for each in ("cables", "pages", "notes")]
        places += [self.config.root / entry.path for entry in self.config.sources]
        sources = [Path(os.path.realpath(place)) for place in places]
        root = Path(os.path.realpath(self.config.root))
        archive = Path(os.path.realpath(self.archive_path))
        check_target(self.staging.target, [root, root / "themes", *sources, archive], sources)

    def _order(self, runs: Path, theme: Theme, site: Site) -> PrintOrder:
        config = self.config
        boosts = asdict(config.boosts)
        return PrintOrder(self.archive_path, self.staging.folder, runs, theme, site, config.page_size, boosts)

    def _site(self, inputs: Inputs, theme: Theme, look: OwnLook) -> Site:
        config = self.config
        return Site(
            config.title,
            " ".join(config.description.split()),
            config.language,
            config.url,
            tuple(page.link for page in inputs.own_pages),
            config.vocabulary,
            open_wording(config.language, theme.folders),
            config.cable_language,
            config.headlines,
            look.logo,
            look.footer,
        )


def _is_nothing_to_do(ledger: Ledger, digests: Digests, strict: bool) -> bool:
    """Tell whether what was printed last is what would be printed now."""
    return bool(digests.inputs) and digests.inputs == ledger.inputs and not (strict and _has_errors(ledger.findings))


def _has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
