"""All runs merged, one range of terms after the other, so that memory holds a part of the index only."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.fields import FIELDS
from generator.search.open_runs import OpenRun, RunPart
from generator.search.order import in_order
from generator.search.ranges import TermRange
from generator.search.run_file import Run
from generator.search.stop_words import lengthen


class Places(Record, frozen=True):
    """The places where terms occur: see `PLACES`; forms are numbered within their term, the most frequent first."""

    step: npt.NDArray[np.uint32]
    form: npt.NDArray[np.uint32]
    before: npt.NDArray[np.uint64]
    after: npt.NDArray[np.uint64]


class Merged(Record, frozen=True):
    """All that the runs say of some terms.

    Attributes:
        terms: in their order.
        met: for each, which token of the field it was in the cable and field where it comes first.
        forms: of each term, the most frequent first.
        term, field, cable, count: the columns of the rows, in the order of terms, fields and cables. A term is given by
            its place in ``terms``.
        places_end: how many places there are up to the end of each row.
        places: as many for each row as its count says.
    """

    terms: list[str]
    met: npt.NDArray[np.uint32]
    forms: list[list[str]]
    term: npt.NDArray[np.int64]
    field: npt.NDArray[np.uint8]
    cable: npt.NDArray[np.uint32]
    count: npt.NDArray[np.uint32]
    places_end: npt.NDArray[np.int64]
    places: Places


def merge_range(runs: Sequence[Run], terms: TermRange) -> Merged:
    """Merge what all runs say of a range of terms.

    Args:
        runs: in the order of their cables.
        terms: which.
    """
    parts = [OpenRun(run).between(terms.first, terms.stop) for run in runs]
    unordered = list({word for part in parts for word in part.words})
    words = [unordered[place] for place in in_order(unordered)]
    place_of = {word: place for place, word in enumerate(words)}
    met = np.zeros(len(words), dtype=np.uint32)
    terms_of: list[npt.NDArray[np.int64]] = []
    for part in reversed(parts):
        places = np.fromiter(map(place_of.__getitem__, part.words), dtype=np.int64, count=len(part.words))
        met[places] = part.terms["met"]  # the first run that has a term is the last one here
        terms_of.append(places)
    terms_of.reverse()
    term = np.concatenate(
        [np.repeat(each, _sizes(part, "rows_end")) for each, part in zip(terms_of, parts, strict=True)]
    )
    rows = np.concatenate([part.rows for part in parts])
    # Runs hold ranges of cables that follow each other, so a sort that keeps equal rows in place is enough.
    order = np.argsort(term * len(FIELDS) + rows["field"], kind="stable")
    forms, form = _merge_forms(parts, terms_of, len(words))
    places = _in_rows(order, rows["count"])
    count = rows["count"][order]
    return Merged(
        words,
        met,
        forms,
        term[order],
        rows["field"][order],
        rows["cable"][order],
        count,
        np.cumsum(count, dtype=np.int64),
        Places(
            np.concatenate([part.places["step"] for part in parts]).astype(np.uint32)[places],
            form[places],
            *(
                np.concatenate([lengthen(part.places[side], part.stops) for part in parts])[places]
                for side in ("before", "after")
            ),
        ),
    )


def _merge_forms(
    parts: Sequence[RunPart], terms_of: Sequence[npt.NDArray[np.int64]], terms: int
) -> tuple[list[list[str]], npt.NDArray[np.uint32]]:
    """Number the forms of each term anew, the most frequent first.

    Args:
        parts: of all runs.
        terms_of: the terms of each part.
        terms: how many there are.

    Returns:
        The forms of each term, and the number of the form of each place, in the order of the parts.
    """
    number_of: dict[str, int] = {}
    term: list[int] = []
    named: list[npt.NDArray[np.int64]] = []
    for part, part_terms in zip(parts, terms_of, strict=True):
        forms_of = _sizes(part, "forms_end")
        for form, its_term in zip(part.forms, np.repeat(part_terms, forms_of).tolist(), strict=True):
            if form not in number_of:
                number_of[form] = len(number_of)
                term.append(its_term)
        numbers = np.fromiter(map(number_of.__getitem__, part.forms), dtype=np.int64, count=len(part.forms))
        first = np.repeat(part.terms["forms_end"] - forms_of, _sizes(part, "places_end"))
        named.append(numbers[first + part.places["form"]])
    form_of = np.concatenate([np.zeros(0, dtype=np.int64), *named])
    words, term_of = list(number_of), np.array(term, dtype=np.int64)
    often = np.bincount(form_of, minlength=len(words))
    # Of equally frequent ones by their letters: in which order a worker met them hangs on what it did before.
    by_letters = np.empty(len(words), dtype=np.int64)
    by_letters[sorted(range(len(words)), key=words.__getitem__)] = np.arange(len(words))
    order = np.lexsort((by_letters, -often, term_of))
    counts = np.bincount(term_of, minlength=terms)
    within = np.empty(len(words), dtype=np.uint32)
    within[order] = np.arange(len(words)) - np.repeat(np.cumsum(counts) - counts, counts)
    in_terms = [words[place] for place in order.tolist()]
    ends = list(accumulate(counts.tolist()))
    return [in_terms[a:b] for a, b in zip([0, *ends], ends, strict=False)], within[form_of]


def _in_rows(order: npt.NDArray[np.int64], count: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """Give the places of rows, in another order of rows."""
    ends = np.cumsum(count, dtype=np.int64)
    count = count[order].astype(np.int64)
    begins = ends[order] - count
    return np.repeat(begins - (np.cumsum(count) - count), count) + np.arange(int(count.sum()))


def _sizes(part: RunPart, ends: str) -> npt.NDArray[np.int64]:
    """Give how many rows, places or forms each term of a part has."""
    end = part.terms[ends].astype(np.int64)
    return end - np.concatenate(([0], end[:-1]))
