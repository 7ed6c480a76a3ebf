"""What pictures measure with: round numbers for their lines, and four steps for their shades."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

_SHADES = 4
_MOST = 3.2  # how often the step of the lines fits into the highest count


def round_numbers(most: int) -> list[int]:
    """Give the counts at which lines help to read a chart: one to three multiples of 1, 2 or 5 with zeros.

    Args:
        most: the highest count. Up to 1 there is nothing to read off.
    """
    step = next(step for step in _round_steps() if step * _MOST >= most)
    return list(range(step, most + 1, step)) if most > 1 else []


def _round_steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def choose_shades(most: int) -> list[tuple[int, int]]:
    """Give the counts, first and last, that each shade stands for, from the lightest on: four, or fewer if it is few.

    Steps grow as a cube does. With even ones nearly all days had the lightest shade, so uneven are counts of cables;
    with steps that multiply, nearly all months had the darkest.

    Args:
        most: the highest count; 0 has no shade.
    """
    ends = [0]
    for shade in range(1, _SHADES + 1):
        ends.append(min(most, max(most * shade**3 // _SHADES**3, ends[-1] + 1)))
    return [(before + 1, end) for before, end in pairwise(ends) if end > before]


def find_shade(count: int, shades: list[tuple[int, int]]) -> int:
    """Give the number of a count's shade, from 1; 0 for no cables."""
    return next((number for number, (first, last) in enumerate(shades, start=1) if first <= count <= last), 0)
