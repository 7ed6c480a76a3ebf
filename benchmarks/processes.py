"""The memory of a family of processes, read from `/proc` while it lives, and what else ran.

A family is everything that descends from one process, also what has lost its parent since: it was
started in a session of its own, and that number stays. Where one process is alive, its resident
set (RSS) counts; where there are several, the sum of their proportional sets (PSS), since forked
workers share pages that RSS would count once for each of them. RSS costs a few microseconds to
read and PSS some 15 ms for each gigabyte, during which the kernel holds up the process: so PSS is
read only when it could be a new peak, and never for more than a twentieth of the time.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")
_INTERVAL: Final = 0.05
_SHARE_OF_TIME: Final = 20

HAS_PROC: Final = (_PROC / "self" / "statm").exists()
_TICKS: Final = os.sysconf("SC_CLK_TCK")
PAGE: Final = os.sysconf("SC_PAGE_SIZE")
CORES: Final = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
MEMORY: Final = os.sysconf("SC_PHYS_PAGES") * PAGE if HAS_PROC else 0
"""Bytes that this machine has; 0 where that is not known."""


class MemoryWatch(threading.Thread):
    """Samples the family of one process until told to stop, and keeps the peak in bytes."""

    def __init__(self, leader: int) -> None:
        super().__init__(name=f"memory-of-{leader}", daemon=True)
        self.peak = 0
        self._leader = leader
        self._ended = threading.Event()
        self._next_exact = 0.0

    def run(self) -> None:
        """Looks every 50 ms."""
        while not self._ended.wait(_INTERVAL):
            self._look()

    def stop(self) -> int:
        """Ends the watch; the peak."""
        self._ended.set()
        self.join()
        return self.peak

    def _look(self) -> None:
        resident = {pid: size for pid in _family(self._leader) if (size := _read_rss(pid))}
        total = sum(resident.values())
        # PSS never exceeds RSS, so a sum of RSS below the peak cannot hide a new one.
        if total <= self.peak:
            return
        if len(resident) > 1:
            begun = time.monotonic()
            if begun < self._next_exact:
                return
            total = sum(_read_pss(pid) or size for pid, size in resident.items())
            ended = time.monotonic()
            self._next_exact = ended + (ended - begun) * _SHARE_OF_TIME
        self.peak = max(self.peak, total)


def read_busy_seconds() -> float:
    """The processor seconds that this machine has spent since it was started, or that were stolen.

    What grew beyond a contestant's own share went to others, to the system's writing behind, or to
    another guest of the same host: it says how quiet the machine was.
    """
    if not HAS_PROC:
        return 0.0
    user, nice, system, _idle, _waiting, irq, softirq, stolen = (
        int(ticks) for ticks in _read("/proc/stat").split(maxsplit=9)[1:9]
    )
    return (user + nice + system + irq + softirq + stolen) / _TICKS


def read_family_seconds() -> float:
    """The processor seconds of this process, of those that descend from it, and of those that they waited for."""
    if not HAS_PROC:
        return 0.0
    ticks = 0
    for pid in _family(os.getpid()):
        try:
            fields = _read(f"/proc/{pid}/stat").rpartition(b")")[2].split()
        except OSError:
            continue  # its parent has its seconds now
        ticks += sum(map(int, fields[11:15]))
    return ticks / _TICKS


def _family(leader: int) -> set[int]:
    parents: dict[int, int] = {}
    members = {leader}
    for entry in os.listdir(_PROC):  # noqa: PTH208 - twenty times a second, so no Path objects
        if not entry.isdigit():
            continue
        try:
            # The name before the last bracket may hold anything, brackets and spaces included.
            fields = _read(f"/proc/{entry}/stat").rpartition(b")")[2].split()
        except OSError:
            continue  # it ended while we looked
        parents[int(entry)] = int(fields[1])
        if int(fields[3]) == leader:
            members.add(int(entry))
    grown = True
    while grown:
        children = {pid for pid, parent in parents.items() if parent in members}
        grown = not children <= members
        members |= children
    return members


def _read_rss(pid: int) -> int:
    try:
        return int(_read(f"/proc/{pid}/statm").split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def _read_pss(pid: int) -> int:
    try:
        text = _read(f"/proc/{pid}/smaps_rollup")
    except OSError:
        return 0
    for line in text.splitlines():
        if line.startswith(b"Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - see above
        return file.read()
