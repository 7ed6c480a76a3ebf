"""Sorting the words of some cables by their terms: how a run is made."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from generator.search.fields import FIELDS
from generator.search.merged import begins_of
from generator.search.order import in_order
from generator.search.run_file import ROW, TERM
from generator.search.stop_words import shorten, stop_numbers, stop_words_beside
from generator.search.terms import Forms

_PLACE_BITS = np.uint64(36)


def sort_tokens(
    forms: Forms, start: int, tokens: npt.NDArray[np.uint32], tokens_of: npt.NDArray[np.int64]
) -> dict[str, npt.NDArray[Any]]:
    """Sort the tokens of some cables by their terms, and give the arrays of a run.

    Args:
        forms: of all tokens.
        start: the ordinal of the first cable.
        tokens: the numbers of the forms of all tokens, in the order of the text.
        tokens_of: how many of the tokens are in each field of each cable.
    """
    sorting = _Sorting(forms, start, tokens, tokens_of)
    sorting.sort()
    return sorting.arrays


class _Sorting:
    """The sorting of some tokens; what was made so far is in `arrays`."""

    def __init__(
        self, forms: Forms, start: int, tokens: npt.NDArray[np.uint32], tokens_of: npt.NDArray[np.int64]
    ) -> None:
        self.forms, self.start, self.tokens_of = forms, start, tokens_of
        self.arrays: dict[str, npt.NDArray[Any]] = {}
        self.term_of = np.array(forms.term_of, dtype=np.uint32)
        text_of = np.repeat(np.arange(len(tokens_of), dtype=np.uint32), tokens_of)
        words = np.flatnonzero(tokens != 0)
        self.words = tokens[words]
        self.words_of = np.bincount(text_of[words], minlength=len(tokens_of))
        self.occurring = np.flatnonzero(self.term_of[self.words] != 0)  # those words that are terms and no stop words
        self.form = self.words[self.occurring]
        self.term = self.term_of[self.form]
        self.met = words[self.occurring]
        self.text = text_of[self.met]

    def sort(self) -> None:
        """Make the arrays."""
        present = np.flatnonzero(np.bincount(self.term))
        words = [self.forms.terms[each] for each in present.tolist()]
        order = in_order(words)
        present, words = present[order], [words[each] for each in order]
        rank = np.zeros(len(self.forms.terms), dtype=np.uint64)
        rank[present] = np.arange(len(present), dtype=np.uint64)
        key = rank[self.term] * np.uint64(len(FIELDS)) + self.text % np.uint64(len(FIELDS))
        keys = key << _PLACE_BITS | np.arange(len(key), dtype=np.uint64)
        keys.sort()  # by term and field; within these, cables and words follow each other as they do in the text
        place = (keys & ((np.uint64(1) << _PLACE_BITS) - np.uint64(1))).view(np.int64)
        key = np.right_shift(keys, _PLACE_BITS, out=keys)
        rows_of = self._sort_rows(key, place, len(present))
        self._sort_places(place, key // np.uint64(len(FIELDS)))
        self._sort_stop_words(place)
        forms_of, forms_text_of = self._sort_forms(place, rank)
        terms = np.empty(len(present), dtype=TERM)
        terms["text_end"] = np.cumsum([len(word.encode()) for word in words], dtype=np.uint32)
        terms["rows_end"] = np.cumsum(rows_of, dtype=np.uint32)
        terms["places_end"] = np.cumsum(np.bincount(rank[self.term].astype(np.int64), minlength=len(present)))
        terms["forms_end"] = np.cumsum(forms_of)
        terms["forms_text_end"] = np.cumsum(forms_text_of)
        terms["met"] = self._first_met(present)
        self.arrays["terms"] = terms
        self.arrays["text"] = np.frombuffer("".join(words).encode(), dtype=np.uint8)
        lengths = np.bincount(self.text, minlength=len(self.tokens_of)).astype(np.uint32)
        self.arrays["lengths"] = lengths.reshape(-1, len(FIELDS))

    def _sort_rows(
        self, key: npt.NDArray[np.uint64], place: npt.NDArray[np.int64], terms: int
    ) -> npt.NDArray[np.int64]:
        """Make the rows; give how many each term has."""
        cable = self.text[place] // np.uint32(len(FIELDS))
        begins = np.flatnonzero(_changes(key) | _changes(cable))
        rows = np.empty(len(begins), dtype=ROW)
        rows["field"] = key[begins] % np.uint64(len(FIELDS))
        rows["cable"] = cable[begins] + np.uint32(self.start)
        rows["count"] = np.diff(np.append(begins, len(key)))
        self.arrays["rows"] = rows
        return np.bincount((key[begins] // np.uint64(len(FIELDS))).astype(np.int64), minlength=terms)

    def _sort_places(self, place: npt.NDArray[np.int64], term: npt.NDArray[np.uint64]) -> None:
        """Make the places, without what stands there."""
        text = self.text[place]
        begins = begins_of(self.words_of)
        word = self.occurring[place] - begins[text]
        goes_on = np.flatnonzero(~(_changes(term) | _changes(text)))
        step = word.copy()
        step[goes_on] -= word[goes_on - 1]
        self.arrays["step"] = step.astype(np.uint32)

    def _sort_stop_words(self, place: npt.NDArray[np.int64]) -> None:
        """Make the stop words beside places."""
        stops, known = stop_numbers(self.forms)[self.words], np.zeros(0, dtype=np.uint64)
        for side, beside in stop_words_beside(stops, self.words_of, self.occurring, self.text):
            self.arrays[side], known = shorten(beside[place], known)
        self.arrays["stops"] = known

    def _sort_forms(
        self, place: npt.NDArray[np.int64], rank: npt.NDArray[np.uint64]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Make the forms, and which of its term's each place has; give how many each term has, and their bytes."""
        forms = np.flatnonzero(np.bincount(self.form))
        forms = forms[np.argsort(rank[self.term_of[forms]], kind="stable")]
        term = rank[self.term_of[forms]].astype(np.int64)
        forms_of = np.bincount(term)
        number = np.zeros(len(self.forms.forms), dtype=np.int64)
        number[forms] = np.arange(len(forms)) - np.repeat(begins_of(forms_of), forms_of)
        self.arrays["form"] = number[self.form[place]].astype(np.uint32)
        lines = [f"{self.forms.forms[form]}\n".encode() for form in forms.tolist()]
        self.arrays["forms"] = np.frombuffer(b"".join(lines), dtype=np.uint8)
        sizes = np.fromiter(map(len, lines), dtype=np.int64, count=len(lines))
        return forms_of, np.bincount(term, weights=sizes).astype(np.int64)

    def _first_met(self, terms: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Give which token of its field each term was where it was first met."""
        first = np.zeros(len(self.forms.terms), dtype=np.int64)
        first[self.term[::-1]] = self.met[::-1]  # of several values for one place, the last one stays
        at = first[terms]
        starts = np.concatenate(([0], np.cumsum(self.tokens_of)))
        return at - starts[np.searchsorted(starts, at, side="right") - 1]


def _changes(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Tell of each value whether it is another one than the one before it."""
    return np.concatenate(([True], values[1:] != values[:-1])) if len(values) else np.zeros(0, dtype=np.bool_)
