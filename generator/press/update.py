"""Brings a site up to date: sources into the archive, the archive onto pages, the new folder into its place."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import asdict, replace
from functools import partial
from itertools import chain
from pathlib import Path

from generator import addresses
from generator.archive import Archive, IngestReport, Ledger, Links, write_ledger
from generator.config import Config
from generator.errors import BuildError
from generator.findings import Finding, has_errors
from generator.memory import giving_back
from generator.output import Staging, printed_before
from generator.pages import Site, Theme
from generator.parallel import WORK, Workers, open_workers
from generator.press.before import Before, name_of
from generator.press.digests import Found, digest_shared
from generator.press.edition import NOTHING, Edition, Outcome
from generator.press.gathering import count_workers, ingest_and_link
from generator.press.inputs import read_inputs
from generator.press.look import read_look
from generator.press.printing import PrintOrder, close_rooms, make_ready, unpack_pages
from generator.press.report import BuildReport
from generator.press.run import Press
from generator.press.scratch import scratch_folder
from generator.press.stages import Stages
from generator.press.written import runs_of
from generator.wording import check_wording, open_wording


class Update:
    """A build that has something to do.

    Args:
        config: the site's settings.
        staging: where to print.
        stages: hears how it is getting on.
        theme: what pages look like.
        found: what the site is made from.
    """

    def __init__(self, config: Config, staging: Staging, stages: Stages, theme: Theme, found: Found) -> None:
        self._config, self._staging, self._stages = config, staging, stages
        self._theme, self._found = theme, found
        self._archive_path = config.path("archive")
        self._inputs = read_inputs(config, found.take())
        self._look = read_look(config, theme)
        self._site = self._describe_site()
        self._findings: list[Finding] = [
            *self._inputs.findings,
            *self._inputs.other_findings,
            *self._look.findings,
            *check_wording(config.language, theme.folders, config.root),
        ]

    def run(self, before: Before | None, jobs: int | None, strict: bool) -> BuildReport:
        """Do it.

        Args:
            before: what the last build printed, of which the staging folder is a twin; None if there is no such thing.
            jobs: how many processes work; None for as many as are useful.
            strict: publish nothing where a source could not be printed.
        """
        shared = digest_shared(self._config, self._theme, self._site, self._look)
        if before and before.ledger.shared != shared:
            before = None
        try:
            report, outcome = self._print(before, count_workers(jobs, self._inputs.files), strict)
        except BaseException:
            self._staging.discard()  # not before all workers have stopped
            raise
        finally:
            close_rooms()
        if report.published:
            self._note(shared, report, outcome)
        return report

    def _print(self, before: Before | None, jobs: int, strict: bool) -> tuple[BuildReport, Outcome]:
        """Bring the archive up to date, print of it what is not as it was, where that can be, and publish that."""
        with (
            scratch_folder(runs_of(self._archive_path)) as scratch,
            open_workers(jobs, WORK) as workers,
        ):
            ingest, links = self._gather(workers)
            self._findings += (*ingest.findings, *links.findings)
            order = self._order(scratch)
            with closing(Archive(self._archive_path)) as archive:
                press = Press(order, archive, self._inputs.own_pages, self._look, workers, self._stages)
                edition = Edition(press, self._staging)
                self._findings += archive.findings()
                cables = archive.count()
                held_back = self._reason_to_hold_back(strict, cables)
                if held_back:
                    outcome = NOTHING
                else:
                    outcome = edition.print_changes(before, links) if before else edition.print_all()
        return self._report(ingest, cables, outcome, held_back), outcome

    @giving_back
    def _gather(self, workers: Workers) -> tuple[IngestReport, Links]:
        """Bring the archive up to date with the sources, which are needed no longer: what is known of them is there."""
        ready = partial(workers.make_ready, make_ready, (self._theme, self._site))
        gathered = ingest_and_link(self._config, self._inputs, workers, self._stages, ready)
        self._inputs = replace(self._inputs, files=())
        return gathered

    def _reason_to_hold_back(self, strict: bool, cables: int) -> str:
        """Say why the published site must stay as it is; empty if it need not."""
        if strict and has_errors(self._findings):
            return "as --strict asks where something cannot be printed"
        if not cables and any(map(addresses.is_cable, printed_before(self._staging.target))):
            return "as there are no cables, and the earlier site has some (delete its folder if you mean it)"
        return ""

    def _report(self, ingest: IngestReport, cables: int, outcome: Outcome, held_back: str) -> BuildReport:
        return BuildReport(
            output=self._staging.target,
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
            seconds=self._stages.seconds,
            findings=tuple(sorted(set(self._findings))),
        )

    def _note(self, shared: str, report: BuildReport, outcome: Outcome) -> None:
        """Write into the ledger what was published; where that cannot be, the next build prints everything."""
        ledger = Ledger(
            output=name_of(report.output),
            shared=shared,
            inputs=self._found.digest,
            telegrams=report.parsed + report.unchanged,
            cables=report.cables,
            files=report.files,
            size=report.size,
            search_files=report.search_files,
            search_size=report.search_size,
            findings=report.findings,
        )
        pages = chain.from_iterable(map(unpack_pages, outcome.pages))
        with self._stages.stage("note", 1), suppress(BuildError):
            write_ledger(self._archive_path, ledger, pages, outcome.folders, outcome.gone)

    def _order(self, runs: Path) -> PrintOrder:
        config = self._config
        return PrintOrder(
            archive=self._archive_path,
            folder=self._staging.folder,
            runs=runs,
            theme=self._theme,
            site=self._site,
            page_size=config.page_size,
            boosts=asdict(config.boosts),
        )

    def _describe_site(self) -> Site:
        config = self._config
        return Site(
            title=config.title,
            description=" ".join(config.description.split()),
            language=config.language,
            url=config.url,
            own_pages=tuple(page.link for page in self._inputs.own_pages),
            vocabulary=config.vocabulary,
            wording=open_wording(config.language, self._theme.folders),
            cable_language=config.cable_language,
            has_headlines=config.headlines,
            logo=self._look.logo,
            footer=self._look.footer,
        )
