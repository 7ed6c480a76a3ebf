"""Memory: what a process has done with is given back to the system."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def giving_back(do: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Have a piece of work that needs much memory give back what is free at its end.

    glibc keeps it, since a program may want it again, and a worker never wants all of it: of what the merging of the
    index takes, 60 to 100 MB a worker would be kept while pages are printed. It takes a millisecond there, and does
    nothing elsewhere.
    """

    @wraps(do)
    def do_and_give_back(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        result = do(*args, **kwargs)
        with suppress(AttributeError, OSError, TypeError):  # no such function, no C library to ask
            ctypes.CDLL(None).malloc_trim(0)
        return result

    return do_and_give_back
