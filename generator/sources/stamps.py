"""Stamps: by which a file that was not changed is known without reading it.

A stamp is made of a file's size, its place on the disk, and the times at which its content and its entry were last
changed. The system sets the second of these times by itself at every change, so that no tool can keep it as it was.
"""

from __future__ import annotations

import os
import time

from generator.clocks import step_of

NO_STAMP = 0
"""Of a file that must be read to know what is in it."""


def trusted_until() -> int:
    """Give the time, in nanoseconds, by which `stamp_of` tells what was changed too lately."""
    return time.time_ns()


def stamp_of(status: os.stat_result, until: int) -> int:
    """Give the stamp of a file.

    Args:
        status: of the file.
        until: as `trusted_until` gave it before the file was looked at.

    Returns:
        The stamp; `NO_STAMP` where the file may be changed and keep it, also where it is of the future: somebody has
        set a clock.
    """
    changed, entered = status.st_mtime_ns, status.st_ctime_ns
    if max(changed, entered) > until - step_of(changed, entered):
        return NO_STAMP
    # Python's hash of whole numbers is the same in every process; what changes with its version is parsed anew anyhow.
    return hash((status.st_size, changed, entered, status.st_dev, status.st_ino)) or 1
