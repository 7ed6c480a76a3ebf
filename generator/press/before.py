"""What the last build printed, and whether all of it still stands: what this one need not print again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from generator.archive import Ledger, read_ledger
from generator.output import Folder, Staging, Standing, look_at, mirror, stand, tell_states
from generator.parallel import WORK, Workers, in_batches, open_workers
from generator.press.stages import Stages

_FOLDERS_IN_A_PIECE = 40
_ENOUGH_FOR_A_POOL = 100_000
"""Files; to look at fewer takes no longer than to start other processes."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the last build printed, all of which stands as it was printed.

    Attributes:
        ledger: what is known of it.
        standing: the published folder.
    """

    ledger: Ledger
    standing: Standing


def look_back(archive: Path, staging: Staging, jobs: int, stages: Stages) -> Before | None:
    """Look at what the last build printed.

    Args:
        archive: the archive's file.
        staging: of the folder that is about to be printed.
        jobs: how many processes look, where there is much to look at.
        stages: hears how it is getting on.

    Returns:
        None where nothing is known of the folder, or not all that was printed is there.
    """
    last = read_ledger(archive)
    if last is None or last.ledger.output != name_of(staging.target):
        return None
    folders = [Folder(*each) for each in last.folders]
    enough = last.ledger.files >= _ENOUGH_FOR_A_POOL
    with stages.stage("look", len(folders)), open_workers(jobs if enough else 1, WORK) as workers:
        pieces = workers.map(partial(look_at, staging.target), in_batches(folders, _FOLDERS_IN_A_PIECE))
        standing = stand(staging.target, folders, chain.from_iterable(pieces))
    return Before(last.ledger, standing) if standing else None


def name_of(output: Path) -> str:
    """Give the name under which the ledger knows a folder: a text, which not every name of a folder is."""
    return os.fsencode(output).decode("utf-8", "backslashreplace")


def make_same(staging: Staging, standing: Standing, workers: Workers) -> bool:
    """Make the staging folder a twin of the published one, as far as it is not; tell whether that can be done here."""
    try:
        if not staging.has_mark():
            staging.prepare()
        make_twins(staging, standing.folders.values(), workers)
    except OSError:
        return False
    return True


def make_twins(staging: Staging, folders: Iterable[Folder], workers: Workers) -> None:
    """Make twins of folders of the published site, as far as they are not the same.

    Raises:
        OSError: it cannot be done here.
    """
    pieces = in_batches(folders, _FOLDERS_IN_A_PIECE)
    for _ in workers.map(partial(mirror, staging.target, staging.folder), pieces):
        pass


def look_again(site: Path, folders: Iterable[Folder], workers: Workers) -> list[Folder]:
    """Give the folders of the published site with their states as they are now."""
    pieces = in_batches(folders, _FOLDERS_IN_A_PIECE)
    return list(chain.from_iterable(workers.map(partial(tell_states, site), pieces)))
