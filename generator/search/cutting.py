"""Where the files of the index are cut: so that an edit of some rows seldom moves a cut, and then few others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from generator.search.merged import Rows


def cut_greedily(sizes: npt.NDArray[Any], aim: float, is_allowed: Callable[[int], bool] = lambda _: True) -> list[int]:
    """Choose cuts among those that are allowed: each as soon as there is enough since the one before.

    Args:
        sizes: how much there is in front of each cut, in their order, and at last, how much in all.
        aim: how much is enough; of half of it no file is made.
        is_allowed: tells it of a cut, by its number; asked only of those with enough before them.

    Returns:
        The numbers of the cuts.
    """
    cuts: list[int] = []
    begin, total = 0.0, float(sizes[-1])
    while True:
        cut = int(np.searchsorted(sizes, begin + aim))
        while cut < len(sizes) - 1 and not is_allowed(cut):
            cut += 1
        if cut >= len(sizes) - 1 or total - float(sizes[cut]) < aim / 2:
            return cuts
        cuts.append(cut)
        begin = float(sizes[cut])


class _HasSize(Protocol):
    @property
    def size(self) -> int: ...


Made = TypeVar("Made", bound=_HasSize)


def cut_to_fit(
    cuts: Sequence[int], make: Callable[[int, int, int], Made], most: int, middle: Callable[[int, int], int]
) -> Iterator[Made]:
    """Make a script of each span between two cuts; what is too long for one is cut again.

    Args:
        cuts: where spans begin, and the end.
        make: given how many there are by now, and a span's first place and the one behind its last.
        most: how many bytes a script may have.
        middle: where to cut a span that is too long.
    """
    number = 0
    todo = list(pairwise(cuts))[::-1]
    while todo:
        first, stop = todo.pop()
        made = make(number, first, stop)
        if made.size > most and stop - first > 1:
            cut = middle(first, stop)
            todo += [(cut, stop), (first, cut)]
        else:
            number += 1
            yield made


def middle_row(rows: Rows, first: int, stop: int) -> int:
    """Give the row where to cut those from ``first`` to below ``stop``, two at least.

    That is between two terms, or else two fields, or else the blocks of cables which are the largest, of 1, 2, 4, ...
    cables, to end among these rows: so it stays where it is when a cable comes to the term or leaves it.
    """
    for values in (rows.term, rows.field):
        if values[first] != values[stop - 1]:
            middle = values[(first + stop) // 2]
            begin, end = (first + int(np.searchsorted(values[first:stop], middle, side)) for side in ("left", "right"))
            return begin if begin > first else end
    low, high = int(rows.cable[first]), int(rows.cable[stop - 1])
    bit = (low ^ high).bit_length() - 1
    return first + int(np.searchsorted(rows.cable[first:stop], high >> bit << bit))
