"""Runs merged say what one run of all their cables says, and what a common term takes to be merged is bounded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from generator.search.building import Merging
from generator.search.fields import BODY, FIELDS
from generator.search.merged import Merged, Places
from generator.search.merging import merge_parts
from generator.search.open_runs import OpenArrays
from generator.search.ranges import TermGroup
from generator.search.runs import index_texts, write_run
from tests.test_memory import peak_of

WORDS = ("buoy", "buoys", "keeper", "the", "of", "and", "a", "in", "to", "is")
TEXT = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
CABLES = st.lists(st.lists(TEXT, min_size=len(FIELDS), max_size=len(FIELDS)), min_size=1, max_size=8)


def merge(*runs: Sequence[Sequence[str]]) -> Merged:
    """Merge runs of cables, numbered from the first of the first run on."""
    parts, lengths, start = [], [], 0
    for cables in runs:
        arrays = index_texts(start, cables)
        parts.append(OpenArrays(arrays).between("", None))
        lengths.append(arrays["lengths"])
        start += len(cables)
    return merge_parts(parts, np.concatenate(lengths))


def rows_of(places: Places) -> list[tuple[int, ...]]:
    return list(zip(*(each.tolist() for each in (places.step, places.form, places.before, places.after)), strict=True))


@given(CABLES, st.data())
def test_places_of_several_runs_are_those_of_one_run_of_all_cables_however_they_are_asked_for(
    cables: list[list[str]], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(cables)))
    merged, whole = merge(cables[:cut], cables[cut:]), merge(cables)
    count = int(whole.rows.count.sum())
    assert merged.rows.says_the_same(whole.rows)
    assert merged.forms == whole.forms
    every = rows_of(merged.places.take(slice(0, count)))
    assert every == rows_of(whole.places.take(slice(0, count)))

    first, stop = sorted(data.draw(st.tuples(st.integers(0, count), st.integers(0, count))))
    assert rows_of(merged.places.take(slice(first, stop))) == every[first:stop]
    numbers = data.draw(st.lists(st.integers(0, count - 1), max_size=9)) if count else []
    wanted: npt.NDArray[np.int64] = np.array(numbers, dtype=np.int64)
    assert rows_of(merged.places.take(wanted)) == [every[number] for number in numbers]


def test_to_merge_a_term_that_every_cable_has_takes_few_bytes_for_each_of_its_places(tmp_path: Path) -> None:
    """A term of a large collection has a million places, and each of several workers merges one at a time."""
    often, texts = 36_000, [""] * len(FIELDS)
    texts[BODY] = "the buoy of " * often
    runs = [write_run(tmp_path / f"{number}.run", number << 12, [texts]) for number in range(20)]
    places = len(runs) * often
    merging, group = Merging(runs), TermGroup(0, ("",), None, is_large=True)
    size = 0

    def make() -> None:
        nonlocal size
        size = sum(len(file.content) for file in merging.merge(group, []))

    assert peak_of(make) < 40 * places
    assert size > places / 10
