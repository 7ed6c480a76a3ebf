"""Memory: what a process has done with is given back to the system."""

from __future__ import annotations

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Give back what is free: glibc keeps it, since a program may want it again, and a worker never wants all of it.

    A millisecond where there is glibc, nothing elsewhere. It is for the end of a piece of work that needed much: of
    what the merging of the index takes, 60 to 100 MB a worker would be kept while pages are printed.
    """
    with suppress(AttributeError, OSError, TypeError):  # no such function, no C library to ask
        ctypes.CDLL(None).malloc_trim(0)
