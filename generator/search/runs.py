"""Runs: the index of one range of cables, on disk, in the order of terms.

Workers make one for each range, so that memory holds the index of some cables and never that of all. A run has what is
known of each term and form, their text, a row for each term, field and cable, an entry for each place where a term
occurs, and the lengths of the cables' fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.search.open_runs import OpenArrays
from generator.search.ranges import begins_range
from generator.search.run_file import Run, save_run
from generator.search.sorting import sort_tokens
from generator.search.terms import Forms, split_tokens

_MOST_TOKENS = 150_000
"""So many distinct tokens are remembered, in about 45 MB. Real collections have millions, most of them once; those that
come again and again are learnt anew in a moment."""
_forms = Forms()


def write_run(path: Path, start: int, cables: Iterable[Sequence[str]]) -> Run:
    """Index some cables.

    Args:
        path: of the file to write.
        start: the ordinal of the first cable.
        cables: for each the texts of `FIELDS`.
    """
    arrays = index_texts(start, cables)
    save_run(path, arrays)
    terms = OpenArrays(arrays).words()
    begins = tuple([term for place, term in enumerate(terms) if not place or begins_range(term)])
    return Run(str(path), len(arrays["lengths"]), begins)


def index_texts(start: int, cables: Iterable[Sequence[str]]) -> dict[str, npt.NDArray[Any]]:
    """Give the arrays of a run of some cables; see `write_run`."""
    if len(_forms) > _MOST_TOKENS:
        _forms.forget()
    numbers: list[int] = []
    tokens_of: list[int] = []
    number = _forms.__getitem__
    for texts in cables:
        for text in texts:
            tokens = split_tokens(text)
            numbers.extend(map(number, tokens))
            tokens_of.append(len(tokens))
    all_numbers = np.array(numbers, dtype=np.uint32)
    del numbers  # which take twice as much
    return sort_tokens(_forms, start, all_numbers, np.array(tokens_of, dtype=np.int64))


def forget_forms() -> None:
    """Forget the tokens of all runs: some 40 MB, of which nothing is needed once all of them are written."""
    if len(_forms):
        _forms.forget()
