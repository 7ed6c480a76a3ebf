"""The seal on a twin: as long as it holds, the names in the two folders need not be compared.

A folder's time changes when something comes to it or goes. So a build that leaves a twin of the published folder behind
(`generator.output.twin`) notes all these times in it, and the next one compares the names only where one of them is
another one. What is in the files does not matter here: twins have them in common.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from generator.clocks import step_of
from generator.output.staging import MARK
from generator.output.twin import Folder


def seal(site: Path, twin: Path, paths: Iterable[str]) -> None:
    """Note that two folders are twins, for as long as nothing comes to a folder of theirs or goes.

    Args:
        site: the published folder.
        twin: its twin, in which the note is made.
        paths: of all our folders in them.

    Raises:
        OSError: one of these is not there, or the note cannot be made: then there is no seal.
    """
    (twin / MARK).write_text(_digest(_changes(site, twin, paths)), encoding="ascii")


def break_seal(twin: Path) -> None:
    """Take that back, before anything is printed into the twin.

    Raises:
        OSError: it cannot be done.
    """
    (twin / MARK).write_text("", encoding="ascii")


def without_seal(site: Path, twin: Path, folders: Sequence[Folder]) -> Sequence[Folder]:
    """Give the folders whose names must be compared: all of them where there is no seal, or one that does not hold.

    Where it holds, these are the folders that were changed just before it was made: they may have been changed once
    more within the same step of the clock.
    """
    mark = twin / MARK
    with suppress(OSError):
        changes = _changes(site, twin, (folder.path for folder in folders))
        if mark.read_text(encoding="ascii") == _digest(changes):
            sealed = mark.stat().st_mtime_ns
            return [
                folder for folder in folders if any(time > sealed - step_of(time) for _, time in changes[folder.path])
            ]
    return folders


def _changes(site: Path, twin: Path, paths: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Give the place on the disk, and the time of the last change in nanoseconds, of each folder in both."""
    changes = {}
    for path in paths:
        both = [os.stat(f"{folder}/{path}") for folder in (site, twin)]  # noqa: PTH116 - a Path for each takes longer
        changes[path] = [(each.st_ino, each.st_mtime_ns) for each in both]
    return changes


def _digest(changes: dict[str, list[tuple[int, int]]]) -> str:
    lines = "".join(f"{path}/{both}\n" for path, both in sorted(changes.items()))
    return hashlib.blake2b(lines.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
