"""The file of a run: arrays of numbers, one behind the other."""

from __future__ import annotations

import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.record import Record

ROW = np.dtype([("field", "<u1"), ("cable", "<u4"), ("count", "<u4")])
"""How often a term is in a field of a cable; in the order of terms, fields and cables."""
ENDS = ("text_end", "rows_end", "places_end", "forms_end", "forms_text_end")
TERM = np.dtype([*((name, "<u4") for name in ENDS), ("met", "<u4")])
"""Where a term's text, rows, places, forms and their text end; which token of its field it was where first met."""
BESIDE = ("before", "after")
"""Those of `PLACES` that say which stop words stand beside each."""
PLACES = ("step", "form", *BESIDE)
"""Of each place where a term occurs, in the order of rows: how many words of the field it is after the one before it in
the same row, or after the beginning; which of the term's forms it has; the stop words beside it, see `shorten`."""

_TYPES: dict[str, np.dtype[Any] | None] = {
    "text": np.dtype(np.uint8),
    "terms": TERM,
    "rows": ROW,
    "lengths": np.dtype("<u4"),
    "forms": np.dtype(np.uint8),
    "stops": np.dtype("<u8"),
    **dict.fromkeys(PLACES),
}
"""Of the arrays; None for whole numbers of as few bytes as the largest of them needs. ``text`` has that of all terms,
``forms`` a line for each form, ``stops`` what `lengthen` needs."""
_ALIGNED = 8
_HEAD = np.dtype("<i8")


class Run(Record, frozen=True):
    """A run that lies on disk.

    Attributes:
        path: of its file.
        cables: how many cables it has.
        begins: its first term, and those of its terms with which ranges begin.
    """

    path: str
    cables: int
    begins: tuple[str, ...]


def save_run(path: Path, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
    """Write the arrays of a run: in front of them stand the bytes of each, and how many of these are one number."""
    some = [_shrunk(kind, arrays[name]) for name, kind in _TYPES.items()]
    head = np.array([(each.nbytes, each.itemsize) for each in some], dtype=_HEAD)
    with path.open("wb") as file:
        file.write(head.tobytes())
        for each in some:
            file.write(each.tobytes())
            file.write(bytes(-each.nbytes % _ALIGNED))


def map_run(run: Run) -> dict[str, npt.NDArray[Any]]:
    """Map the arrays of a run; while one is held the file is open, and what was read of it counts as memory."""
    with Path(run.path).open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    head = np.frombuffer(data, _HEAD, 2 * len(_TYPES)).reshape(-1, 2).tolist()
    arrays: dict[str, npt.NDArray[Any]] = {}
    at = 2 * len(_TYPES) * _HEAD.itemsize
    for (name, kind), (size, each) in zip(_TYPES.items(), head, strict=True):
        arrays[name] = np.frombuffer(data, kind or np.dtype(f"<u{each}"), size // each, at)
        at += size + -size % _ALIGNED
    return arrays


def _shrunk(kind: np.dtype[Any] | None, array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return array.astype(kind or np.min_scalar_type(int(array.max(initial=0))), copy=False)
