"""Tell whether work grows in proportion to its input, by the ratio of two times and not by a clock.

What else a machine does can only add to a time, so each is the shortest of several, and the limit lies half way between
what work in proportion takes for four times the input (4 times) and what quadratic work takes (16).
"""

from __future__ import annotations

import math
import time
import timeit
from collections.abc import Callable
from typing import Final

TIMES: Final = 4  # that the large input is as long as the small one
MOST_GROWTH: Final = 8.0
TOO_SHORT_TO_TELL: Final = 0.05  # seconds
TOO_LONG_TO_WAIT: Final = 2.0  # seconds for the small input, of which work in proportion makes short work
LENGTH: Final = 48_000  # characters of a text of one token: enough for a quadratic pattern to take seconds
TRIES: Final = 8  # at most: as many as are needed


def grows_too_fast(small: Callable[[], object], large: Callable[[], object]) -> bool:
    """Tell whether `large`, the work on `TIMES` the input of `small`, takes much more than `TIMES` as long."""
    short = long = math.inf
    for _ in range(TRIES):
        short = min(short, seconds(small))
        if short > TOO_LONG_TO_WAIT:
            return True
        long = min(long, seconds(large))
        if long < max(TOO_SHORT_TO_TELL, MOST_GROWTH * short):
            return False
    return True


def takes_too_long(parse: Callable[[str], object], before: str, token: str, after: str) -> bool:
    """Tell whether parsing a text that repeats one token grows faster than the text."""
    count = LENGTH // len(token)
    small, large = (before + token * each + after for each in (count // TIMES, count))
    return grows_too_fast(lambda: parse(small), lambda: parse(large))


def seconds(work: Callable[[], object]) -> float:
    """Measure the processor's time for one call, without collecting garbage: that counts what other tests left."""
    return timeit.timeit(work, timer=time.process_time, number=1)
