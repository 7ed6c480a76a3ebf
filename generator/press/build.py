"""Builds a site: sees what has changed since it was printed last, and has that done.

Most builds of a large site change little or nothing, so nothing is imported here that only more than that needs.
"""

from __future__ import annotations

import os
from pathlib import Path

from generator.archive import Ledger
from generator.config import Config
from generator.findings import has_errors
from generator.output import Staging
from generator.pages.theme import Theme, find_theme
from generator.parallel import LOOK, WORK, Workers, get_ready, open_workers
from generator.press.alone import with_archive
from generator.press.before import Before, LookBack, TwinMade, count_lookers, read_last_print
from generator.press.digests import Found, digest_inputs, digest_program
from generator.press.places import check_places
from generator.press.report import BuildReport, Progress, Silence
from generator.press.sources import find_all_sources
from generator.press.stages import Stages


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
    place = Path(os.path.realpath(output or config.path("output")))
    check_places(config, place)  # before there is a lock, which would stand in the wrong place, too

    def run() -> BuildReport:
        return _Build(config, place, progress or Silence()).run(jobs, strict)

    return with_archive(config, run, clean=clean)


class _Build:
    """One build."""

    def __init__(self, config: Config, output: Path, progress: Progress) -> None:
        self.config = config
        self.archive_path = config.path("archive")
        self.staging = Staging(output)
        self.stages = Stages(progress)

    def run(self, jobs: int | None, strict: bool) -> BuildReport:
        theme = find_theme(self.config.theme, self.config.root)
        last = read_last_print(self.archive_path, self.staging.target)
        if last is None:
            get_ready(WORK)
            import generator.press.update  # noqa: F401, PLC0415 - see `_find`

            return self._update(self._find(theme), theme, None, jobs, strict)
        with open_workers(count_lookers(jobs, last), LOOK) as workers:
            look = LookBack(last, self.staging.target, workers)
            found = self._find(theme)
            with self.stages.stage("look", len(last.folders)):
                before = look.end()
            if before and _is_nothing_to_do(last.ledger, found.digest, strict):
                return self._report_again(last.ledger)
            with self.stages.stage("twin", 1):
                if before and not self._make_twin(before, workers):
                    before = None
        return self._update(found, theme, before, jobs, strict)

    def _find(self, theme: Theme) -> Found:
        with self.stages.stage("find", 1):
            # What this imports and remembers must not lie scattered among all sources: the memory of these could not be
            # given back.
            digest_program()
            discovery = find_all_sources(self.config)
            return Found(discovery, digest_inputs(self.config, theme, discovery))

    def _make_twin(self, before: Before, workers: Workers) -> bool:
        """Make the staging folder a twin of the published one, where that can be, while more is imported."""
        twin = TwinMade(self.staging, before.standing, workers)
        import generator.press.update  # noqa: F401, PLC0415 - takes as long as that, and most builds need it not

        return twin.end()

    def _update(self, found: Found, theme: Theme, before: Before | None, jobs: int | None, strict: bool) -> BuildReport:
        """Do what is to be done."""
        from generator.press.update import Update  # noqa: PLC0415 - see above

        return Update(self.config, self.staging, self.stages, theme, found).run(before, jobs, strict)

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


def _is_nothing_to_do(ledger: Ledger, digest: str, strict: bool) -> bool:
    """Tell whether what was printed last is what would be printed now."""
    return bool(digest) and digest == ledger.inputs and not (strict and has_errors(ledger.findings))
