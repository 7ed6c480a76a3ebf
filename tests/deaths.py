"""Ends a piece of work at a chosen change of the disk, as if its process had been killed there.

Python tells audit hooks of every file that it opens, renames, links or removes. A hook that raises at the n-th such
event and at all that follow leaves the disk as a kill at that moment would: no clean-up can run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

_CHANGES = {"os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate"}
_EXCHANGE = "ctypes.dlopen"
"""The exchange of two folders is a call into the C library, which is opened right before."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Death(BaseException):
    """The process is dead; nothing catches this."""


class _Clock:
    """How many changes there have been, and at which one death comes."""

    def __init__(self) -> None:
        self.changes = 0
        self.last: int | None = None
        self.is_installed = False

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.last is None or not _is_change(event, arguments):
            return
        self.changes += 1
        if self.changes >= self.last:
            raise Death


_clock = _Clock()


def dies_at(change: int, work: Callable[[], object]) -> bool:
    """Do some work up to, and without, a change to the disk; returns whether it got that far."""
    if not _clock.is_installed:
        sys.addaudithook(_clock.hear)  # it stays as long as the process does
        _clock.is_installed = True
    _clock.changes, _clock.last = 0, change
    try:
        work()
    except Death:
        return True
    finally:
        _clock.last = None
    return False


def _is_change(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & _WRITING)
    return event in _CHANGES or event == _EXCHANGE
