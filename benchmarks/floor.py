"""How far a build is from the floor: the time to write the same bytes to the same files by a plain loop.

What is to be written is read beforehand, some files at a time, and the clock stands still meanwhile.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.disk import Attic

_BYTES_AT_ONCE: Final = 100_000_000


def write_again(printed: Path, copy: Path, attic: Attic) -> float:
    """The seconds that it takes to write all files of the folder `printed` again, into `copy`, which is moved away."""
    attic.take(copy)
    os.sync()
    seconds = 0.0
    for files in _some_at_a_time(printed):
        begun = time.perf_counter()
        for inside, content in files:
            path = copy / inside
            try:
                path.write_bytes(content)
            except FileNotFoundError:
                path.parent.mkdir(parents=True)
                path.write_bytes(content)
        seconds += time.perf_counter() - begun
    attic.take(copy)
    return seconds


def _some_at_a_time(folder: Path) -> Iterator[list[tuple[Path, bytes]]]:
    files: list[tuple[Path, bytes]] = []
    size = 0
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        content = path.read_bytes()
        files.append((path.relative_to(folder), content))
        size += len(content)
        if size > _BYTES_AT_ONCE:
            yield files
            files, size = [], 0
    yield files
