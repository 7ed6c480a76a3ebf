"""All runs merged, some ranges of terms after the other, so that memory holds a part of the index only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.search.fields import BODY, FIELDS
from generator.search.merged import Merged, Places, Rows, begins_of, bounds_of
from generator.search.open_runs import RunPart
from generator.search.order import in_order
from generator.search.run_file import BESIDE
from generator.search.stop_words import join_short, lengthen


def merge_parts(parts: Sequence[RunPart], lengths: npt.NDArray[np.uint32]) -> Merged:
    """Merge what runs say of some terms.

    Args:
        parts: of the runs, in the order of their cables.
        lengths: how many terms each field (column) of each cable (row) has.
    """
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
    forms, often, form = _merge_forms(parts, terms_of, len(words))
    field, cable, count = (rows[name][order] for name in ("field", "cable", "count"))
    length = _short_lengths(lengths, field, cable)
    places_in_order = PlacesOfParts(begins_of(rows["count"])[order], count, parts, form)
    return Merged(Rows(words, met, term[order], field, cable, count, length), forms, often, places_in_order)


class PlacesOfParts:
    """The places of all rows of some parts, put in their order as they are asked for.

    A common term has a million of them, and to have all at once in order takes several times what the runs take to say
    them, in every worker.

    Args:
        begins: where the places of each row begin in the parts.
        count: how many it has.
        parts: of the runs.
        form: of each place of the parts.
    """

    def __init__(
        self,
        begins: npt.NDArray[np.int64],
        count: npt.NDArray[np.uint32],
        parts: Sequence[RunPart],
        form: npt.NDArray[np.uint32],
    ) -> None:
        self._bounds = bounds_of(count)
        self._shift = begins - self._bounds[:-1]
        self._step, self._form = np.concatenate([part.places["step"] for part in parts]), form
        stops = [part.stops for part in parts]
        self._before, self._after = (join_short([part.places[side] for part in parts], stops) for side in BESIDE)
        self._stops = np.concatenate(stops)

    def take(self, places: npt.NDArray[np.int64] | slice) -> Places:
        """See `Places.take`."""
        at = self._span(places) if isinstance(places, slice) else places + self._shift[self._rows(places)]
        before, after = (lengthen(beside[at], self._stops) for beside in (self._before, self._after))
        return Places(self._step[at].astype(np.uint32), self._form[at], before, after)

    def _span(self, places: slice) -> npt.NDArray[np.int64]:
        """Give where places that follow each other are in the parts."""
        first, last = self._rows(np.array([places.start, places.stop - 1])).tolist()
        bounds = self._bounds[first : last + 2].clip(places.start, places.stop)
        return np.arange(places.start, places.stop) + np.repeat(self._shift[first : last + 1], np.diff(bounds))

    def _rows(self, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Give the rows that places are of; none has no places."""
        return np.searchsorted(self._bounds, places, side="right") - 1


def _short_lengths(
    lengths: npt.NDArray[np.uint32], field: npt.NDArray[np.uint8], cable: npt.NDArray[np.uint32]
) -> npt.NDArray[np.uint32]:
    """Give how many terms the field of the cable has for each row, 0 for bodies."""
    found = np.zeros(len(field), dtype=np.uint32)
    short = np.flatnonzero(field != BODY)
    found[short] = lengths[cable[short], field[short]]
    return found


def _merge_forms(
    parts: Sequence[RunPart], terms_of: Sequence[npt.NDArray[np.int64]], terms: int
) -> tuple[list[list[str]], npt.NDArray[np.uint32], npt.NDArray[np.uint32]]:
    """Number the forms of each term anew, by their letters.

    Args:
        parts: of all runs.
        terms_of: the terms of each part.
        terms: how many there are.

    Returns:
        The forms of each term, how often each of them occurs, and the number of the form of each place, in the order of
        the parts.
    """
    number_of: dict[str, int] = {}
    term: list[int] = []
    form_of = np.empty(sum(len(part.places["form"]) for part in parts), dtype=np.uint32)
    done = 0
    for part, part_terms in zip(parts, terms_of, strict=True):
        forms_of = _sizes(part, "forms_end")
        for form, its_term in zip(part.forms, np.repeat(part_terms, forms_of).tolist(), strict=True):
            if form not in number_of:
                number_of[form] = len(number_of)
                term.append(its_term)
        numbers = np.fromiter(map(number_of.__getitem__, part.forms), dtype=np.uint32, count=len(part.forms))
        first = np.repeat(part.terms["forms_end"] - forms_of, _sizes(part, "places_end"))
        form_of[done : (done := done + len(first))] = numbers[first + part.places["form"]]
    words, term_of = list(number_of), np.array(term, dtype=np.int64)
    by_letters = np.array(sorted(range(len(words)), key=words.__getitem__), dtype=np.int64)
    order = by_letters[np.argsort(term_of[by_letters], kind="stable")]
    counts = np.bincount(term_of, minlength=terms)
    within = np.empty(len(words), dtype=np.uint32)
    within[order] = np.arange(len(words)) - np.repeat(begins_of(counts), counts)
    in_terms = [words[place] for place in order.tolist()]
    ends = np.cumsum(counts).tolist()
    forms = [in_terms[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    return forms, np.bincount(form_of, minlength=len(words)).astype(np.uint32)[order], within[form_of]


def _sizes(part: RunPart, ends: str) -> npt.NDArray[np.int64]:
    """Give how many rows, places or forms each term of a part has."""
    end = part.terms[ends].astype(np.int64)
    return end - np.concatenate(([0], end[:-1]))
