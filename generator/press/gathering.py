"""Gathers what a site's sources say into its archive: what a build and a check both begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from filelock import FileLock, Timeout

from generator.archive import (
    IngestReport,
    Links,
    count_steps,
    forget_archive,
    ingest_sources,
    is_damage,
    open_database,
    update_links,
)
from generator.config import Config
from generator.errors import BuildError
from generator.parallel import Workers, processors
from generator.press.inputs import Inputs
from generator.press.stages import Stages
from generator.sources.discovery import SourceFile

Done = TypeVar("Done")

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
            links = update_links(database, inputs.collections, report, inputs.notes)
    return report, links


def with_archive(config: Config, do: Callable[[], Done], *, clean: bool = False) -> Done:
    """Do something with a site's archive, which nobody else uses meanwhile.

    Args:
        config: the site's settings.
        do: is done again where the archive turned out to be damaged. All that it held is in the sources, so nobody
            needs to hear of it.
        clean: forget the archive first, so that everything is parsed again.

    Raises:
        BuildError: another build of this site is running, or the archive cannot be written.
    """
    path = config.path("archive")
    with _alone(config):
        if clean:
            forget_archive(path)
        try:
            return do()
        except Exception as error:
            if not is_damage(error):
                raise
        forget_archive(path)
        return do()


def count_workers(jobs: int | None, files: Iterable[SourceFile]) -> int:
    """Decide how many processes work: as many as asked for, or as many as are useful."""
    if jobs is not None:
        return jobs
    return processors() if count_steps(files) >= _ENOUGH_FOR_A_POOL else 1


@contextmanager
def _alone(config: Config) -> Iterator[None]:
    """Hold the site's lock: two builds of one site would print into the same folders."""
    archive = config.path("archive")
    try:
        archive.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(archive.with_suffix(".lock"), timeout=0)
        lock.acquire()
    except Timeout as error:
        raise BuildError(
            "another build of this site is running", where=config.root.as_posix(), remedy="Wait until it is done."
        ) from error
    except OSError as error:
        raise BuildError(
            f"the archive's folder cannot be written: {error.strerror}",
            where=config.shown(archive.parent),
            remedy="Check its permissions, or set 'paths: archive' in site.yaml.",
        ) from error
    try:
        yield
    finally:
        lock.release()
