"""An empty output folder for every run, without deleting anything between the runs.

Linux's ext4 does not reuse an inode within a minute of its deletion (up to six, until the deletion
is on the disk), and finds that out one inode at a time. Deleting ten thousand files before a run
makes that run's files ten times slower to create: measured here, a plain copy took 0.7 s on a
rested disk and 11 s right after. So old output is moved to an attic, and the attic is emptied when
the bench is over. A bench that begins too soon after that waits; and what a new file costs is
tried before every run and reported, since other programs delete files too.
"""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_REST: Final = 70.0
_PROBES: Final = 300


class Attic:
    """Where old output waits for the end of the bench."""

    def __init__(self, folder: Path) -> None:
        self._old = folder / "old"
        self._emptied = folder / "emptied"
        self._count = 0
        self._old.mkdir(parents=True, exist_ok=True)

    def seconds_to_rest(self) -> float:
        """How long the disk still feels what was deleted last."""
        if not self._emptied.exists():
            return 0.0
        return max(0.0, _REST - (time.time() - self._emptied.stat().st_mtime))

    def take(self, folder: Path) -> None:
        """Moves a folder away, if it is there; the attic must be on the same disk."""
        if folder.exists():
            folder.rename(self._room())

    def probe(self) -> float:
        """Milliseconds that it takes now to make a small file."""
        room = self._room()
        room.mkdir()
        begun = time.perf_counter()
        for number in range(_PROBES):
            (room / str(number)).write_bytes(b"probe")
        return (time.perf_counter() - begun) * 1000 / _PROBES

    def empty(self) -> None:
        """Deletes what has gathered."""
        shutil.rmtree(self._old, ignore_errors=True)
        os.sync()
        self._emptied.touch()

    def _room(self) -> Path:
        while True:
            self._count += 1
            room = self._old / str(self._count)
            if not room.exists():
                return room
