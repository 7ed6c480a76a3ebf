"""What the last build printed, and whether all of it still stands: what this one need not print again."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from generator.archive import Ledger, read_ledger
from generator.archive.ledger import LastPrint
from generator.output import (
    Folder,
    Look,
    Staging,
    Standing,
    break_seal,
    look_at,
    mirror,
    stand,
    tell_states,
    without_seal,
)
from generator.parallel import Workers, in_batches, processors

Result = TypeVar("Result")

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


class LookBack:
    """A look at what the last build printed, in other processes where there is much to look at.

    Args:
        last: what that was.
        site: the published folder.
        workers: who look; they begin at once.
    """

    def __init__(self, last: LastPrint, site: Path, workers: Workers) -> None:
        self._ledger, self._site = last.ledger, site
        self._folders = [Folder(*each) for each in last.folders]
        self._looks: Iterator[list[Look]] = _map(workers, partial(look_at, site), self._folders)

    def end(self) -> Before | None:
        """Wait for the end; None where not all that was printed is there."""
        standing = stand(self._site, self._folders, chain.from_iterable(self._looks))
        return Before(self._ledger, standing) if standing else None


class TwinMade:
    """The staging folder made a twin of the published one, as far as it is not.

    Args:
        staging: the folder.
        standing: the published one.
        workers: who make it; they begin at once.

    Raises:
        OutputError: something is in the way.
    """

    def __init__(self, staging: Staging, standing: Standing, workers: Workers) -> None:
        if not staging.has_mark():
            staging.prepare()
        folders = without_seal(staging.target, staging.folder, list(standing.folders.values()))
        self._pieces, self._twin = _mirror_all(staging, folders, workers), staging.folder

    def end(self) -> bool:
        """Wait for the end; tell whether it can be done here."""
        try:
            deque(self._pieces, maxlen=0)
            break_seal(self._twin)
        except OSError:
            return False
        return True


def count_lookers(jobs: int | None, last: LastPrint) -> int:
    """Decide how many processes look at what was printed."""
    return (jobs or processors()) if last.ledger.files >= _ENOUGH_FOR_A_POOL else 1


def name_of(output: Path) -> str:
    """Give the name under which the ledger knows a folder: a text, which not every name of a folder is."""
    return os.fsencode(output).decode("utf-8", "backslashreplace")


def read_last_print(archive: Path, site: Path) -> LastPrint | None:
    """Read what was printed last, into a folder; None where nothing is known of it."""
    last = read_ledger(archive)
    return last if last and last.ledger.output == name_of(site) else None


def make_twins(staging: Staging, folders: Iterable[Folder], workers: Workers) -> None:
    """Make twins of folders of the published site, as far as they are not the same.

    Raises:
        OSError: it cannot be done here.
    """
    deque(_mirror_all(staging, folders, workers), maxlen=0)


def look_again(site: Path, folders: Iterable[Folder], workers: Workers) -> list[Folder]:
    """Give the folders of the published site with their states as they are now."""
    return list(chain.from_iterable(_map(workers, partial(tell_states, site), folders)))


def _mirror_all(staging: Staging, folders: Iterable[Folder], workers: Workers) -> Iterator[None]:
    return _map(workers, partial(mirror, staging.target, staging.folder), folders)


def _map(workers: Workers, do: Callable[[tuple[Folder, ...]], Result], folders: Iterable[Folder]) -> Iterator[Result]:
    """Have workers do something with folders, some at a time; what comes of it is small, so all wait at once."""
    pieces = list(in_batches(folders, _FOLDERS_IN_A_PIECE))
    return workers.map(do, pieces, ahead=len(pieces))
