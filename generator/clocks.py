"""The clocks by which systems count the times of files: in steps, within which a second change cannot be told."""

from __future__ import annotations

_FINE, _COARSE = 100_000_000, 3_000_000_000
"""Nanoseconds, more than the steps in which systems count: some count in twos of whole seconds."""
_SECOND = 1_000_000_000


def step_of(one: int, other: int = 1) -> int:
    """Give the nanoseconds within which whoever counted a time, or two, may give a later change the same one."""
    return _FINE if one % _SECOND and other % _SECOND else _COARSE
