"""Gathers what a site's sources say into its archive: what a build and a check both begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.archive import (
    IngestReport,
    Links,
    count_steps,
    ingest_sources,
    open_database,
    update_links,
)
from generator.config import Config
from generator.parallel import Workers, processors
from generator.press.inputs import Inputs
from generator.press.stages import Stages
from generator.sources.discovery import SourceFile

_ENOUGH_FOR_A_POOL = 400
"""From so many cables on, starting other processes costs less than it saves."""


def ingest_and_link(
    config: Config,
    inputs: Inputs,
    workers: Workers,
    stages: Stages,
    between: Callable[[], None] = lambda: None,
) -> tuple[IngestReport, Links]:
    """Bring the archive up to date with the sources.

    Args:
        config: the site's settings.
        inputs: what goes into it.
        workers: where files are read and parsed.
        stages: hears how it is getting on.
        between: called before linking, while which only this process is busy.

    Returns:
        What ingest did, and what linking did.
    """
    with open_database(config.path("archive")) as database:
        with stages.stage("ingest", count_steps(inputs.files)):
            report = ingest_sources(database, inputs.files, config.max_cable_bytes, workers, stages.advance)
        between()
        with stages.stage("link", 1):
            links = update_links(database, inputs.collections, report, inputs.notes, has_headlines=config.headlines)
    return report, links


def count_workers(jobs: int | None, files: Iterable[SourceFile]) -> int:
    """Decide how many processes work: as many as asked for, or as many as are useful."""
    if jobs is not None:
        return jobs
    return processors() if count_steps(files) >= _ENOUGH_FOR_A_POOL else 1
