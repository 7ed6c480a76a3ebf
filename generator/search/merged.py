"""Merged terms: all that the index says of some of them, as arrays; what files of the index are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.fields import FIELDS


class Places(Record, frozen=True):
    """The places where terms occur: see `PLACES`; forms are numbered within their term, by their letters."""

    step: npt.NDArray[np.uint32]
    form: npt.NDArray[np.uint32]
    before: npt.NDArray[np.uint64]
    after: npt.NDArray[np.uint64]

    def take(self, places: npt.NDArray[np.int64] | slice) -> Places:
        """Give some of them."""
        return Places(self.step[places], self.form[places], self.before[places], self.after[places])


class SomePlaces(Protocol):
    """Places that may have to be put together before one can look at them."""

    def take(self, places: npt.NDArray[np.int64] | slice) -> Places:
        """Give some of them."""


def join_places(some: Sequence[Places]) -> Places:
    """Put places one behind the other."""
    return Places(
        np.concatenate([each.step for each in some]),
        np.concatenate([each.form for each in some]),
        np.concatenate([each.before for each in some]),
        np.concatenate([each.after for each in some]),
    )


COLUMNS = ("field", "cable", "count", "length")
"""Those of rows that do not hang on which terms there are beside theirs."""


class Rows(Record, frozen=True):
    """How often terms occur, where.

    Attributes:
        terms: in their order.
        met: for each, which token of the field it was in the cable and field where it comes first.
        term, field, cable, count: the columns of the rows, in the order of terms, fields and cables. A term is given by
            its place in ``terms``.
        length: of each row, how many terms the field of the cable has if it is a short one; 0 for bodies.
    """

    terms: list[str]
    met: npt.NDArray[np.uint32]
    term: npt.NDArray[np.int64]
    field: npt.NDArray[np.uint8]
    cable: npt.NDArray[np.uint32]
    count: npt.NDArray[np.uint32]
    length: npt.NDArray[np.uint32]

    def keys(self) -> npt.NDArray[np.int64]:
        """Give a number for each row; see `row_keys`."""
        return row_keys(self.term, self.field, self.cable)

    def says_the_same(self, other: Rows) -> bool:
        """Tell whether other rows have the same terms and columns; where terms were met may differ."""
        return self.terms == other.terms and all(
            np.array_equal(getattr(self, name), getattr(other, name)) for name in ("term", *COLUMNS)
        )

    def part(self, first: int, stop: int) -> Rows:
        """Give the rows from ``first`` to below ``stop``, and their terms."""
        low, high = (int(self.term[first]), int(self.term[stop - 1]) + 1) if first < stop else (0, 0)
        return Rows(
            self.terms[low:high],
            self.met[low:high],
            self.term[first:stop] - low,
            self.field[first:stop],
            self.cable[first:stop],
            self.count[first:stop],
            self.length[first:stop],
        )


class Merged(Record, frozen=True):
    """All that is known of some terms.

    Attributes:
        rows: how often they occur, where.
        forms: of each term, by their letters.
        often: how often each of all these forms occurs.
        places: as many for each row as its count says.
    """

    rows: Rows
    forms: list[list[str]]
    often: npt.NDArray[np.uint32]
    places: SomePlaces

    def part(self, first: int, stop: int) -> Merged:
        """Give what is known of the rows from ``first`` to below ``stop``, where terms begin, and of their terms."""
        low, high = (int(self.rows.term[first]), int(self.rows.term[stop - 1]) + 1) if first < stop else (0, 0)
        begin, end = (int(self.rows.count[:row].sum()) for row in (first, stop))
        forms_begin, forms_end = (sum(map(len, self.forms[:term])) for term in (low, high))
        return Merged(
            self.rows.part(first, stop),
            self.forms[low:high],
            self.often[forms_begin:forms_end],
            self.places.take(slice(begin, end)),
        )


def places_of_terms(forms: Sequence[Sequence[str]], often: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """Give how many places each term has; see `Merged`."""
    sizes = np.array([len(some) for some in forms], dtype=np.int64)
    return np.diff(bounds_of(often)[bounds_of(sizes)])


_CABLE_BITS = 32
KEYS_OF_A_TERM = len(FIELDS) << _CABLE_BITS
"""How many keys a term may have."""


def row_keys(
    term: npt.NDArray[np.int64], field: npt.NDArray[np.uint8], cable: npt.NDArray[np.uint32]
) -> npt.NDArray[np.int64]:
    """Give numbers that sort as rows of these terms, fields and cables do."""
    return (term * len(FIELDS) + field) << _CABLE_BITS | cable


def places_of_rows(count: npt.NDArray[np.uint32], rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Give the places of some rows, in their order, where all rows have so many."""
    begins = begins_of(count)[rows]
    some = count[rows].astype(np.int64)
    return np.repeat(begins - begins_of(some), some) + np.arange(int(some.sum()))


def bounds_of(sizes: npt.NDArray[np.integer | np.bool_]) -> npt.NDArray[np.int64]:
    """Give where groups of these sizes begin that follow each other, and at last where the last one ends."""
    return np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))


def begins_of(sizes: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    """Give where groups of these sizes begin that follow each other."""
    return np.cumsum(sizes, dtype=np.int64) - sizes
