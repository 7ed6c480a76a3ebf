"""What a command costs: wall seconds, processor seconds, and the memory of all its processes.

Contestants take turns (A B A B), so that what else the machine does meets both. Each build is a
clean one: the output and every cache are moved away, and the disk has written what it owed, before
the clock starts. Nothing here knows what a cable is, and nothing here judges a number.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchmarks.processes import HAS_PROC, MemoryWatch, read_busy_seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchmarks.disk import Attic
    from benchmarks.peers import Contestant

# ru_maxrss is in kilobytes, except where it is in bytes.
_RU_MAXRSS_UNIT: Final = 1 if sys.platform == "darwin" else 1024

MEMORY_IS: Final = (
    "peak of all processes together: PSS where several run, RSS where one does, every 50 ms"
    if HAS_PROC
    else "peak of the largest single process (ru_maxrss): this system has no /proc"
)


class CommandFailedError(Exception):
    """A contestant did not finish its build; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took."""

    wall: float
    cpu: float  # user and system, of every process that was waited for
    peak: int  # bytes; see MEMORY_IS
    others: float  # processor seconds that went elsewhere meanwhile; 0 where not known
    new_file: float = 0.0  # milliseconds that a small file took just before
    commands: Sequence[Cost] = ()  # of each command by itself
    last_line: str = ""  # of what they said


@dataclass(frozen=True, slots=True)
class Printed:
    """What a build left in its output folder."""

    files: int
    size: int
    largest: int = 0


def take_turns(
    contestants: Sequence[Contestant],
    runs: int,
    root: Path,
    attic: Attic,
    log: Callable[[str], None],
) -> dict[str, list[Cost]]:
    """The costs of each contestant's runs; one that fails takes part no more."""
    costs: dict[str, list[Cost]] = {contestant.name: [] for contestant in contestants}
    for contestant in contestants:
        read_through(contestant.source)
    for run in range(1, runs + 1):
        for contestant in contestants:
            if contestant.name not in costs:
                continue
            try:
                cost = build(contestant, root, attic)
            except CommandFailedError as failure:
                log(f"  {contestant.name}: failed: {failure}")
                del costs[contestant.name]
                continue
            costs[contestant.name].append(cost)
            log(f"  run {run}, {contestant.name}: {cost.wall:.2f} s, {cost.peak / 1e6:,.0f} MB")
    return costs


def build(contestant: Contestant, root: Path, attic: Attic) -> Cost:
    """One clean build, its commands one after another."""
    for folder in (contestant.output, *contestant.leftovers):
        attic.take(folder)
    contestant.output.parent.mkdir(parents=True, exist_ok=True)
    new_file = attic.probe()
    os.sync()  # or one contestant's files are written to the disk during the next one's run
    said = contestant.output.with_suffix(".log")
    said.unlink(missing_ok=True)
    costs = [measure(command, contestant.folder or root, said) for command in contestant.commands]
    return Cost(
        wall=sum(cost.wall for cost in costs),
        cpu=sum(cost.cpu for cost in costs),
        peak=max(cost.peak for cost in costs),
        others=sum(cost.others for cost in costs),
        new_file=new_file,
        commands=costs,
        last_line=_last_line(said),
    )


def measure(command: Sequence[str], root: Path, said: Path) -> Cost:
    """Runs one command in `root` to its end, with all it starts; its words go to `said`."""
    with said.open("ab") as words:
        busy = read_busy_seconds()
        begun = time.perf_counter()
        # A session of its own, by which the watch finds its descendants.
        process = subprocess.Popen(
            command,
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = MemoryWatch(process.pid)
        try:
            if HAS_PROC:
                watch.start()
            # Popen.wait() would throw the use of resources away.
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            # Ctrl-C does not reach another session by itself.
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.perf_counter() - begun
        busy = read_busy_seconds() - busy
    sampled = watch.stop() if HAS_PROC else 0
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        line = _last_line(said)
        raise CommandFailedError(f"{line} (the rest is in {said.name})" if line else f"exit code {process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    # The largest single process is known exactly, and all together cannot have held less: this
    # catches a peak between two samples.
    peak = max(sampled, usage.ru_maxrss * _RU_MAXRSS_UNIT)
    return Cost(wall=wall, cpu=cpu, peak=peak, others=max(busy - cpu, 0.0))


def _last_line(said: Path) -> str:
    lines = said.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def read_through(folder: Path) -> None:
    """Reads every file once, so that the first contestant does not pay for a cold disk."""
    for path in folder.rglob("*"):
        if path.is_file():
            path.read_bytes()


def count_printed(folder: Path) -> Printed:
    """How many files are in the folder, and their bytes together."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Printed(files=len(sizes), size=sum(sizes), largest=max(sizes, default=0))
