"""Rows of terms replaced by others: what an edit does to a shard, or to a range of terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.lexicons import Lexicon
from generator.search.merged import (
    COLUMNS,
    KEYS_OF_A_TERM,
    Merged,
    Places,
    Rows,
    begins_of,
    bounds_of,
    join_places,
    places_of_rows,
    row_keys,
)
from generator.search.order import in_order, order_key
from generator.search.unpacking import UnreadableIndexError


class NewRows(Record, frozen=True):
    """What became of some rows.

    Attributes:
        rows: as they are now.
        source: of each of them, which of the old rows it is, or, behind all of these, which of those put in.
        taken: whether each of the old rows was taken out.
        before: where each of those put in stands: in front of which old row.
    """

    rows: Rows
    source: npt.NDArray[np.int64]
    taken: npt.NDArray[np.bool_]
    before: npt.NDArray[np.int64]


class NewForms(Record, frozen=True):
    """What became of the forms of some terms.

    Attributes:
        terms: those that there are now.
        forms, often: see `Lexicon`.
        number: of each form of an edited term, by the form: a form has one term.
        came_or_went: the terms that there were not before, or are no more.
    """

    terms: list[str]
    forms: list[list[str]]
    often: npt.NDArray[np.uint32]
    number: Mapping[str, int]
    came_or_went: tuple[str, ...]


def replace_rows(rows: Rows, old: Rows, new: Rows, met: Callable[[str, int, int, int], int]) -> NewRows:
    """Take rows out and put others in.

    Args:
        rows: all rows.
        old: those to take out.
        new: those to put in, none of which is among those that stay.
        met: gives which token of its field a term is where it comes first, given the term, which one it was before, and
            the cables where it came first before and does now; the cable before is -1 for a new term.

    Raises:
        UnreadableIndexError: some of the rows to take out are not there.
    """
    if old.says_the_same(new):  # what is edited are their places, as where words were put in before them
        return _replace_in_place(rows, new, met)
    known = set(rows.terms)
    terms = [*rows.terms, *(term for term in new.terms if term not in known)]
    terms = [terms[place] for place in in_order(terms)]
    place_of = {term: place for place, term in enumerate(terms)}
    all_terms = np.array([place_of[term] for term in rows.terms], dtype=np.int64)
    keys = row_keys(all_terms[rows.term], rows.field, rows.cable)
    out, put = (_keys_of(some, place_of) for some in (old, new))
    taken = np.zeros(len(keys), dtype=np.bool_)
    taken[_find(keys, out)] = True
    kept = np.flatnonzero(~taken)
    source = np.insert(kept, np.searchsorted(keys[kept], put), len(keys) + np.arange(len(put)))
    columns = {name: _column(rows, new, name, source) for name in COLUMNS}
    used, term = np.unique(np.concatenate([keys, put])[source] // KEYS_OF_A_TERM, return_inverse=True)
    now = Rows([terms[place] for place in used.tolist()], np.zeros(len(used), dtype=np.uint32), term, **columns)
    now.met[:] = _meet(rows, now, {*old.terms, *new.terms}, met)
    return NewRows(now, source, taken, np.searchsorted(keys, put))


def _replace_in_place(rows: Rows, new: Rows, met: Callable[[str, int, int, int], int]) -> NewRows:
    """Replace rows by others that say the same; see `replace_rows`."""
    at = _find(rows.keys(), _keys_of(new, {term: place for place, term in enumerate(rows.terms)}))
    taken = np.zeros(len(rows.count), dtype=np.bool_)
    taken[at] = True
    source = np.arange(len(rows.count))
    source[at] = len(source) + np.arange(len(at))
    first_met = _meet(rows, rows, set(new.terms), met)
    now = Rows(rows.terms, first_met, rows.term, rows.field, rows.cable, rows.count, rows.length)
    return NewRows(now, source, taken, at)


def _keys_of(rows: Rows, place_of: Mapping[str, int]) -> npt.NDArray[np.int64]:
    """Give the keys of rows among other terms."""
    if not place_of.keys() >= set(rows.terms):
        raise UnreadableIndexError("a term is missing")
    terms = np.array([place_of[term] for term in rows.terms], dtype=np.int64)
    return row_keys(terms[rows.term], rows.field, rows.cable)


def _find(keys: npt.NDArray[np.int64], some: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Give where some keys are among all."""
    at = np.searchsorted(keys, some)
    if (at == len(keys)).any() or (keys[at] != some).any():
        raise UnreadableIndexError("a row is missing")
    return at


def replace_forms(lexicon: Lexicon, old: Merged, new: Merged) -> NewForms:
    """Count the forms of a range anew, where some rows are taken out and others put in.

    Raises:
        UnreadableIndexError: some of what is to be taken out is not there.
    """
    out, put = _counts(old), _counts(new)
    if out == put:
        edited = (some for term, some in zip(lexicon.terms, lexicon.forms, strict=True) if term in put)
        return NewForms(lexicon.terms, lexicon.forms, lexicon.often, number_forms(edited), ())
    keys = list(map(order_key, lexicon.terms))
    begins = bounds_of(np.array([len(forms) for forms in lexicon.forms], dtype=np.int64))
    terms: list[str] = []
    forms: list[list[str]] = []
    often: list[npt.NDArray[np.uint32]] = []
    came_or_went, numbered, at = [], [], 0
    for term in sorted(out.keys() | put.keys(), key=order_key):
        place = bisect_left(keys, order_key(term))
        stop = place + (place < len(keys) and lexicon.terms[place] == term)
        known = dict(
            zip(chain(*lexicon.forms[place:stop]), lexicon.often[begins[place] : begins[stop]].tolist(), strict=True)
        )
        counts = _add(known, out.get(term, {}), put.get(term, {}))
        terms += lexicon.terms[at:place]
        forms += lexicon.forms[at:place]
        often.append(lexicon.often[begins[at] : begins[place]])
        if counts:
            terms.append(term)
            forms.append(sorted(counts))
            often.append(np.array([counts[form] for form in forms[-1]], dtype=np.uint32))
        if bool(counts) != bool(known):
            came_or_went.append(term)
        numbered.append(sorted(counts))
        at = stop
    terms += lexicon.terms[at:]
    forms += lexicon.forms[at:]
    often.append(lexicon.often[begins[at] :])
    return NewForms(terms, forms, np.concatenate(often), number_forms(numbered), tuple(came_or_went))


def number_forms(forms: Iterable[Sequence[str]]) -> dict[str, int]:
    """Give the number of each form, where forms have terms."""
    return {form: number for some in forms for number, form in enumerate(some)}


def replace_all(merged: Merged, new: Merged, rows: NewRows, forms: NewForms) -> Merged:
    """Give a range with some rows replaced, its places among it."""
    number = number_forms(forms.forms)
    count = np.concatenate([merged.rows.count, new.rows.count])
    places = join_places([renumbered(each, number) for each in (merged, new)])
    return Merged(rows.rows, forms.forms, forms.often, places.take(places_of_rows(count, rows.source)))


def renumbered(merged: Merged, number: Mapping[str, int]) -> Places:
    """Give places with the numbers that their forms have now; those of forms that are gone are taken out anyhow."""
    sizes = np.array([len(some) for some in merged.forms], dtype=np.int64)
    numbers = np.array([number.get(form, 0) for form in chain(*merged.forms)], dtype=np.uint32)
    first = np.repeat(begins_of(sizes)[merged.rows.term], merged.rows.count)
    places = merged.places.take(slice(0, len(first)))
    return Places(places.step, numbers[first + places.form], places.before, places.after)


def _column(rows: Rows, new: Rows, name: str, source: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    column: npt.NDArray[Any] = np.concatenate([getattr(rows, name), getattr(new, name)])[source]
    return column


def _meet(rows: Rows, now: Rows, dirty: set[str], met: Callable[[str, int, int, int], int]) -> npt.NDArray[np.uint32]:
    """Give of each term which token it is where it comes first; only a dirty one may have come first elsewhere."""
    place_of = {term: place for place, term in enumerate(rows.terms)}
    found = [int(rows.met[place_of[term]]) if term in place_of else 0 for term in now.terms]
    for place, term in enumerate(now.terms):
        if term in dirty:
            before = _first_cable(rows, place_of[term]) if term in place_of else -1
            found[place] = met(term, found[place], before, _first_cable(now, place))
    return np.array(found, dtype=np.uint32)


def _first_cable(rows: Rows, term: int) -> int:
    begin, end = np.searchsorted(rows.term, [term, term + 1]).tolist()
    return int(rows.cable[begin:end].min())


def _counts(merged: Merged) -> dict[str, dict[str, int]]:
    """Give how often each form of each term occurs; those that do not are left out."""
    often = iter(merged.often.tolist())
    return {
        term: {form: count for form, count in zip(forms, often, strict=False) if count}
        for term, forms in zip(merged.rows.terms, merged.forms, strict=True)
    }


def _add(known: Mapping[str, int], out: Mapping[str, int], put: Mapping[str, int]) -> dict[str, int]:
    """Count forms anew, of which some are taken out and others put in; those that are no more are left out."""
    counts = {form: known.get(form, 0) - out.get(form, 0) for form in (*known, *out)}
    if any(count < 0 for count in counts.values()):
        raise UnreadableIndexError("a form is missing")
    counts = {form: counts.get(form, 0) + put.get(form, 0) for form in (*counts, *put)}
    return {form: count for form, count in counts.items() if count}
