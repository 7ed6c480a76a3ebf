"""Runs open for reading; nothing of them is in memory but what is asked for, which is a copy."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.fields import FIELDS
from generator.search.order import order_key
from generator.search.run_file import ENDS, PLACES, Run, map_run
from generator.search.stop_words import narrow


class RunPart(Record, frozen=True):
    """What a run says of some terms.

    Attributes:
        words: the terms.
        terms: what is known of each, as `TERM` has it; ends are those within this part.
        rows: of all these terms, as `ROW` has them.
        forms: of all these terms.
        places: the arrays of `PLACES`, by name.
        stops: what `lengthen` needs for the stop words beside them.
    """

    words: list[str]
    terms: npt.NDArray[np.void]
    rows: npt.NDArray[np.void]
    forms: list[str]
    places: dict[str, npt.NDArray[Any]]
    stops: npt.NDArray[np.uint64]


class OpenArrays:
    """The arrays of a run, as `save_run` has them, to be looked into."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        self._arrays = arrays
        self._text, self._terms, self._rows = (arrays[name] for name in ("text", "terms", "rows"))

    def words(self) -> list[str]:
        """Give all terms."""
        return _words(self._text, self._terms["text_end"])

    def places_of(self, first: str, stop: str | None) -> dict[str, int]:
        """Give how many places each of the terms from ``first`` to below ``stop`` has."""
        low, high = self._span(first, stop)
        ends = self._terms["places_end"][max(low - 1, 0) : high].astype(np.int64)
        places = np.diff(ends, prepend=0)[min(low, 1) :]
        return dict(zip(map(self._word, range(low, high)), places.tolist(), strict=True))

    def sample(self, step: int, rows_of_a_term: int) -> list[str]:
        """Give the term of every ``step``-th row, where each term counts as so many rows more than it has."""
        ends = self._terms["rows_end"] + np.arange(1, len(self._terms) + 1) * rows_of_a_term
        at = np.searchsorted(ends, np.arange(0, int(ends[-1]) if len(ends) else 0, step), side="right")
        return [self._word(each) for each in at.tolist()]

    def between(self, first: str, stop: str | None) -> RunPart:
        """Give what is known of the terms from ``first`` to below ``stop``."""
        low, high = self._span(first, stop)
        terms = self._terms[low:high].copy()
        spans = {}
        for name in ENDS:
            begin = int(self._terms[name][low - 1]) if low else 0
            spans[name] = slice(begin, int(terms[name][-1]) if len(terms) else begin)
            terms[name] -= begin
        places = {name: self._arrays[name][spans["places_end"]] for name in PLACES}
        # All stop words of a whole run, and there may be hundreds, are too much for a part to take along.
        before, stops_before = narrow(places["before"], self._arrays["stops"])
        after, stops_after = narrow(places["after"], self._arrays["stops"], len(stops_before))
        return RunPart(
            words=_words(self._text[spans["text_end"]], terms["text_end"]),
            terms=terms,
            rows=self._rows[spans["rows_end"]].copy(),
            forms=self._arrays["forms"][spans["forms_text_end"]].tobytes().decode().split("\n")[:-1],
            places={"step": places["step"].copy(), "form": places["form"].copy(), "before": before, "after": after},
            stops=np.concatenate([stops_before, stops_after]),
        )

    def _span(self, first: str, stop: str | None) -> tuple[int, int]:
        """Give the place of the first of the terms from ``first`` to below ``stop``, and of the one behind them."""
        return self._place(first), len(self._terms) if stop is None else self._place(stop)

    def _place(self, word: str) -> int:
        """Give the place of the first term that is not below a word."""
        return bisect_left(range(len(self._terms)), order_key(word), key=lambda place: order_key(self._word(place)))

    def _word(self, place: int) -> str:
        start = int(self._terms["text_end"][place - 1]) if place else 0
        return self._text[start : int(self._terms["text_end"][place])].tobytes().decode()


class OpenRun(OpenArrays):
    """A run open for reading, to be held no longer than that: a process may have few hundred files open."""

    def __init__(self, run: Run) -> None:
        super().__init__(map_run(run))


def _words(text: npt.NDArray[np.uint8], ends: npt.NDArray[np.uint32]) -> list[str]:
    letters, cuts = text.tobytes(), ends.tolist()
    return [letters[a:b].decode() for a, b in zip([0, *cuts], cuts, strict=False)]


def read_lengths(run: Run) -> npt.NDArray[np.uint32]:
    """Read how many terms each field of each cable of a run has: a row for a cable, a column for a field."""
    return map_run(run)["lengths"].reshape(-1, len(FIELDS)).copy()
