"""What builds write outside of the printed folder: their archive, and what stands beside it while they run."""

from __future__ import annotations

from pathlib import Path

from generator.config import Config
from generator.output import Staging

_OF_SQLITE = ("", "-journal", "-wal", "-shm")


def lock_of(archive: Path) -> Path:
    """Give the file that one build at a time holds."""
    return archive.with_suffix(".lock")


def runs_of(archive: Path) -> Path:
    """Give the folder for what a build needs on disk while it runs."""
    return archive.with_suffix(".runs")


def written_places(config: Config) -> list[Path]:
    """Give all files and folders that builds of a site make: what changes there, nobody else has changed."""
    staging, archive = Staging(config.path("output")), config.path("archive")
    database = [archive.with_name(archive.name + ending) for ending in _OF_SQLITE]
    return [staging.target, staging.folder, staging.aside, *database, lock_of(archive), runs_of(archive)]
