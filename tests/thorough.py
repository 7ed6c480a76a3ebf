"""How much of a long comparison is made: all of it by `make thorough`, a share of it by `make test`."""

from __future__ import annotations

import os


def so_many(count: int, share: int) -> int:
    """Give how many of ``count`` are compared: one of ``share``, or all where `CABLEPRESS_THOROUGH` is set."""
    return count if os.environ.get("CABLEPRESS_THOROUGH") else count // share
