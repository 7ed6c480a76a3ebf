"""Runs: the index of one range of cables, on disk, in the order of terms.

Workers make one for each range, so that memory holds the index of some cables and never that of all. A run is a few
files: what is known of each term and form, their text, a row for each term, field and cable, an entry for each place
where a term occurs, and the lengths of the cables' fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.fields import FIELDS
from generator.search.order import in_order
from generator.search.stop_words import shorten, stop_numbers, stop_words_beside
from generator.search.terms import Forms, split_tokens

ROW = np.dtype([("field", "<u1"), ("cable", "<u4"), ("count", "<u4")])
"""How often a term is in a field of a cable; in the order of terms, fields and cables."""
ENDS = ("text_end", "rows_end", "places_end", "forms_end", "forms_text_end")
TERM = np.dtype([*((name, "<u4") for name in ENDS), ("met", "<u4")])
"""Where a term's text, rows, places, forms and their text end; which token of its field it was where first met."""
PLACES = ("step", "form", "before", "after")
"""Of each place where a term occurs, in the order of rows, a file each: how many words of the field it is after the
one before it in the same row, or after the beginning; which of the term's forms it has; the stop words beside it, in
the numbers of `shorten`."""

_MOST_TOKENS = 400_000
"""So many distinct tokens are remembered; real collections have millions, most of them once."""
_PLACE_BITS = np.uint64(36)
_forms = Forms()


class Run(Record, frozen=True):
    """A run that lies on disk.

    Attributes:
        stem: the path of its files without their suffixes.
        cables: how many cables it has.
    """

    stem: str
    cables: int


def write_run(stem: Path, start: int, cables: Iterable[Sequence[str]]) -> Run:
    """Index some cables.

    Args:
        stem: the path of the files to write, without their suffixes.
        start: the ordinal of the first cable.
        cables: for each the texts of `FIELDS`.
    """
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
    _Writing(stem, start, np.array(numbers, dtype=np.uint32), np.array(tokens_of, dtype=np.int64)).write()
    return Run(str(stem), len(tokens_of) // len(FIELDS))


class _Writing:
    """The writing of a run.

    Args:
        stem: as above.
        start: as above.
        tokens: the numbers of the forms of all tokens, in the order of the text.
        tokens_of: how many of the tokens are in each field of each cable.
    """

    def __init__(
        self, stem: Path, start: int, tokens: npt.NDArray[np.uint32], tokens_of: npt.NDArray[np.int64]
    ) -> None:
        self.stem, self.start, self.tokens_of = stem, start, tokens_of
        text_of = np.repeat(np.arange(len(tokens_of), dtype=np.uint32), tokens_of)
        self.term_of = np.array(_forms.term_of, dtype=np.uint32)
        token_terms = self.term_of[tokens]
        is_word = tokens != 0
        self.words, self.words_text = tokens[is_word], text_of[is_word]
        self.occurring = np.flatnonzero(token_terms[is_word])  # those words that are terms and no stop words
        self.form = self.words[self.occurring]
        self.term = self.term_of[self.form]
        self.text = self.words_text[self.occurring]
        self.met = np.flatnonzero(token_terms)

    def write(self) -> None:
        """Write the files of the run."""
        present = np.unique(self.term)
        words = [_forms.terms[each] for each in present.tolist()]
        order = in_order(words)
        present, words = present[order], [words[each] for each in order]
        rank = np.zeros(len(_forms.terms), dtype=np.uint64)
        rank[present] = np.arange(len(present), dtype=np.uint64)
        key = rank[self.term] * np.uint64(len(FIELDS)) + self.text % np.uint64(len(FIELDS))
        keys = key << _PLACE_BITS | np.arange(len(key), dtype=np.uint64)
        keys.sort()  # by term and field; within these, cables and words follow each other as they do in the text
        place = (keys & ((np.uint64(1) << _PLACE_BITS) - np.uint64(1))).astype(np.int64)
        key = keys >> _PLACE_BITS
        rows_of = self._write_rows(key, place, len(present))
        self._write_places(place, key // np.uint64(len(FIELDS)))
        forms_of, forms_text_of = self._write_forms(place, rank)
        terms = np.empty(len(present), dtype=TERM)
        terms["text_end"] = np.cumsum([len(word.encode()) for word in words], dtype=np.uint32)
        terms["rows_end"] = np.cumsum(rows_of, dtype=np.uint32)
        terms["places_end"] = np.cumsum(np.bincount(rank[self.term].astype(np.int64), minlength=len(present)))
        terms["forms_end"] = np.cumsum(forms_of)
        terms["forms_text_end"] = np.cumsum(forms_text_of)
        terms["met"] = self._first_met(present)
        self._save("terms", terms)
        self._save("text", np.frombuffer("".join(words).encode(), dtype=np.uint8))
        lengths = np.bincount(self.text, minlength=len(self.tokens_of)).astype(np.uint32)
        self._save("lengths", lengths.reshape(-1, len(FIELDS)))

    def _write_rows(
        self, key: npt.NDArray[np.uint64], place: npt.NDArray[np.int64], terms: int
    ) -> npt.NDArray[np.int64]:
        """Write the rows; give how many each term has."""
        cable = self.text[place] // np.uint32(len(FIELDS))
        begins = np.flatnonzero(_changes(key) | _changes(cable))
        rows = np.empty(len(begins), dtype=ROW)
        rows["field"] = key[begins] % np.uint64(len(FIELDS))
        rows["cable"] = cable[begins] + np.uint32(self.start)
        rows["count"] = np.diff(np.append(begins, len(key)))
        self._save("rows", rows)
        return np.bincount((key[begins] // np.uint64(len(FIELDS))).astype(np.int64), minlength=terms)

    def _write_places(self, place: npt.NDArray[np.int64], term: npt.NDArray[np.uint64]) -> None:
        """Write the places, and the stop words that they name."""
        begins = np.flatnonzero(_changes(self.words_text))
        word = self.occurring - np.repeat(begins, np.diff(np.append(begins, len(self.words))))[self.occurring]
        word, text = word[place], self.text[place]
        goes_on = np.flatnonzero(~(_changes(term) | _changes(text)))
        step = word.copy()
        step[goes_on] -= word[goes_on - 1]
        self._save_small("step", step)
        stops = stop_numbers(_forms.forms)[self.words]
        beside = [stop_words_beside(stops, self.words_text, self.occurring, side)[place] for side in (-1, 1)]
        numbers, known = shorten(np.concatenate(beside))
        self._save_small("before", numbers[: len(place)])
        self._save_small("after", numbers[len(place) :])
        self._save("stops", known)

    def _write_forms(
        self, place: npt.NDArray[np.int64], rank: npt.NDArray[np.uint64]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Write the forms, and which of its term's each place has; give how many each term has, and their bytes."""
        forms = np.unique(self.form)
        forms = forms[np.argsort(rank[self.term_of[forms]], kind="stable")]
        term = rank[self.term_of[forms]].astype(np.int64)
        forms_of = np.bincount(term)
        number = np.zeros(len(_forms.forms), dtype=np.int64)
        number[forms] = np.arange(len(forms)) - np.repeat(np.cumsum(forms_of) - forms_of, forms_of)
        self._save_small("form", number[self.form[place]])
        lines = [f"{_forms.forms[form]}\n".encode() for form in forms.tolist()]
        self._save("forms", np.frombuffer(b"".join(lines), dtype=np.uint8))
        sizes = np.fromiter(map(len, lines), dtype=np.int64, count=len(lines))
        return forms_of, np.bincount(term, weights=sizes).astype(np.int64)

    def _first_met(self, terms: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
        """Give which token of its field each term was where it was first met."""
        first = np.zeros(len(_forms.terms), dtype=np.int64)
        first[self.term[::-1]] = self.met[::-1]  # of several values for one place, the last one stays
        at = first[terms]
        starts = np.concatenate(([0], np.cumsum(self.tokens_of)))
        return at - starts[np.searchsorted(starts, at, side="right") - 1]

    def _save_small(self, kind: str, numbers: npt.NDArray[np.int64]) -> None:
        """Write numbers in as few bytes each as the largest of them needs."""
        self._save(kind, numbers.astype(np.min_scalar_type(int(numbers.max(initial=0)))))

    def _save(self, kind: str, array: npt.NDArray[Any]) -> None:
        np.save(file_of(self.stem, kind), array)


def file_of(stem: Path, kind: str) -> Path:
    """Give the path of one of the files of a run."""
    return stem.with_name(f"{stem.name}.{kind}.npy")


def _changes(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Tell of each value whether it is another one than the one before it."""
    return np.concatenate(([True], values[1:] != values[:-1])) if len(values) else np.zeros(0, dtype=np.bool_)
