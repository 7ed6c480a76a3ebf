"""The real command in a process of its own, and what can be asked of processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from tests.site_folder import ROOT

COMMAND = (sys.executable, "-m", "generator")


def run(
    *arguments: str | Path,
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    timeout: float = 60,
) -> subprocess.CompletedProcess[str]:
    """Run ``cablepress`` with arguments, in a folder, and wait for its end.

    Args:
        arguments: as they would be typed.
        folder: the current folder of the command.
        environment: what to set beside what this process has.
        timeout: in seconds.
    """
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=folder,
        env=with_package(environment),
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=timeout,
        check=False,
    )


def with_package(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give this process's environment, changed, and so that the package is found from any folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}


def is_alive(process: int) -> bool:
    """Tell whether a process runs. One that has ended, and that nobody has asked after yet, does not."""
    return any(number == process for number, _ in _running())


def processes_of(group: int) -> list[int]:
    """Give the processes of a group that run."""
    return [number for number, its_group in _running() if its_group == group]


def _running() -> Iterator[tuple[int, int]]:
    """Yield the numbers of all processes that run, with their groups'."""
    if Path("/proc/self/stat").exists():
        lines = list(_stat_lines())
    else:
        done = subprocess.run(["ps", "-axo", "pid=,pgid=,stat="], capture_output=True, text=True, check=True)
        lines = [line.split() for line in done.stdout.splitlines()]
    for number, group, state, *_ in lines:
        if not state.startswith("Z"):
            yield int(number), int(group)


def _stat_lines() -> Iterator[list[str]]:
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            state, _parent, group, *_ = path.read_text().rpartition(")")[2].split()
            yield [path.parent.name, group, state]
