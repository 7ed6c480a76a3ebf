"""Runs: the index of one range of cables, on disk, in the order of terms.

Workers make one for each range, so that memory holds the index of some cables and never that of all. A run is a few
files: the text of its terms, what is known of each of them, its rows, one for each term, field and cable, and the
lengths of the cables' fields.

Terms stand in the order of their UTF-16 code units, as lunr.js compares strings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.fields import FIELDS
from generator.search.terms import TermNumbers, split_tokens

ROW = np.dtype([("field", "<u1"), ("cable", "<u4"), ("count", "<u4")])
"""How often a term is in a field of a cable; in the order of terms, fields and cables."""
TERM = np.dtype([("text_end", "<u4"), ("rows_end", "<u4"), ("met", "<u4")])
"""Where a term's text and rows end, and which token of the field it was where it was first met."""

_MOST_TOKENS = 400_000
"""So many distinct tokens are remembered; real collections have millions, most of them once."""
_numbers = TermNumbers()


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
    if len(_numbers) > _MOST_TOKENS:
        _numbers.forget()
    numbers: list[int] = []
    tokens_of: list[int] = []
    number = _numbers.__getitem__
    for texts in cables:
        for text in texts:
            tokens = split_tokens(text)
            numbers.extend(map(number, tokens))
            tokens_of.append(len(tokens))
    return _write(stem, start, np.array(numbers, dtype=np.uint32), np.array(tokens_of, dtype=np.int64))


def _write(stem: Path, start: int, numbers: npt.NDArray[np.uint32], tokens_of: npt.NDArray[np.int64]) -> Run:
    """Write a run.

    Args:
        stem: as above.
        start: as above.
        numbers: of the terms of all tokens, in the order of the text.
        tokens_of: how many of the tokens are in each field of each cable.
    """
    texts = len(tokens_of)
    text_of = np.repeat(np.arange(texts, dtype=np.uint32), tokens_of)
    met = np.arange(len(numbers), dtype=np.uint32)
    is_term = numbers != 0
    numbers, text_of, met = numbers[is_term], text_of[is_term], met[is_term]
    first_met = np.zeros(len(_numbers.terms), dtype=np.uint32)
    first_met[numbers[::-1]] = met[::-1]  # of several values for one place, the last one stays
    present = np.unique(numbers)
    words = [_numbers.terms[each] for each in present.tolist()]
    order = in_order(words)
    present = present[order]
    words = [words[each] for each in order]
    rank = np.zeros(len(_numbers.terms), dtype=np.uint64)
    rank[present] = np.arange(len(present), dtype=np.uint64)
    rows, rows_of = _count(rank[numbers], text_of, start)
    terms = np.empty(len(present), dtype=TERM)
    terms["text_end"] = np.cumsum([len(word.encode()) for word in words], dtype=np.uint32)
    terms["rows_end"] = np.cumsum(rows_of, dtype=np.uint32)
    text_starts = np.concatenate(([0], np.cumsum(tokens_of)))
    at = first_met[present]
    terms["met"] = at - text_starts[np.searchsorted(text_starts, at, side="right") - 1]
    lengths = np.bincount(text_of, minlength=texts).astype(np.uint32).reshape(-1, len(FIELDS))
    _save(stem, "text", np.frombuffer("".join(words).encode(), dtype=np.uint8))
    _save(stem, "terms", terms)
    _save(stem, "rows", rows)
    _save(stem, "lengths", lengths)
    return Run(str(stem), texts // len(FIELDS))


def _count(
    ranks: npt.NDArray[np.uint64], text_of: npt.NDArray[np.uint32], start: int
) -> tuple[npt.NDArray[np.void], npt.NDArray[np.int64]]:
    """Count equal terms of a text: give all rows in their order, and how many each term has."""
    fields = np.uint64(len(FIELDS))
    cable, field = np.divmod(text_of.astype(np.uint64), fields)
    keys = ((ranks * fields + field) << np.uint64(32)) | cable
    keys.sort()
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, np.int64)
    kept = keys[begins]
    rank_and_field = kept >> np.uint64(32)
    rows = np.empty(len(kept), dtype=ROW)
    rows["field"] = rank_and_field % fields
    rows["cable"] = (kept & np.uint64(0xFFFFFFFF)) + np.uint64(start)
    rows["count"] = np.diff(np.append(begins, len(keys)))
    return rows, np.bincount((rank_and_field // fields).astype(np.int64))


def in_order(words: Sequence[str]) -> list[int]:
    """Give the places of words in the order of their UTF-16 code units, as JavaScript sorts them."""
    text = "".join(words)
    if len(text.encode("utf-16-le")) == 2 * len(text):  # then code points sort alike, and faster
        return sorted(range(len(words)), key=words.__getitem__)
    return sorted(range(len(words)), key=lambda each: order_key(words[each]))


def order_key(word: str) -> bytes:
    """Give what sorts as JavaScript sorts a word."""
    return word.encode("utf-16-be")


class OpenRun:
    """A run open for reading; nothing of it is in memory but what is asked for."""

    def __init__(self, run: Run) -> None:
        stem = Path(run.stem)
        self._text, self._terms, self._rows = (_load(stem, kind) for kind in ("text", "terms", "rows"))

    def sample(self, step: int) -> list[str]:
        """Give the term of every ``step``-th row."""
        rows_end = self._terms["rows_end"]
        at = np.searchsorted(rows_end, np.arange(0, len(self._rows), step), side="right")
        return [self._word(each) for each in at.tolist()]

    def between(self, first: str, stop: str | None) -> tuple[list[str], npt.NDArray[np.void], npt.NDArray[np.void]]:
        """Give the terms from ``first`` to below ``stop``, with what is known of each and their rows.

        The places in `TERM` are those within this answer.
        """
        low = self._place(first)
        high = len(self._terms) if stop is None else self._place(stop)
        text_at, rows_at = (int(self._terms[name][low - 1]) if low else 0 for name in ("text_end", "rows_end"))
        terms = self._terms[low:high].copy()
        rows = self._rows[rows_at : int(terms["rows_end"][-1])] if len(terms) else self._rows[:0]
        terms["text_end"] -= text_at
        terms["rows_end"] -= rows_at
        text = self._text[text_at : text_at + (int(terms["text_end"][-1]) if len(terms) else 0)].tobytes()
        ends = terms["text_end"].tolist()
        return [text[a:b].decode() for a, b in zip([0, *ends], ends, strict=False)], terms, rows

    def _place(self, word: str) -> int:
        """Give the place of the first term that is not below a word."""
        return bisect_left(range(len(self._terms)), order_key(word), key=lambda place: order_key(self._word(place)))

    def _word(self, place: int) -> str:
        start = int(self._terms["text_end"][place - 1]) if place else 0
        return self._text[start : int(self._terms["text_end"][place])].tobytes().decode()


def read_lengths(run: Run) -> npt.NDArray[np.uint32]:
    """Read how many terms each field of each cable of a run has: a row for a cable, a column for a field."""
    return _load(Path(run.stem), "lengths")


def _save(stem: Path, kind: str, array: npt.NDArray[Any]) -> None:
    np.save(stem.with_name(f"{stem.name}.{kind}.npy"), array)


def _load(stem: Path, kind: str) -> npt.NDArray[Any]:
    return np.load(stem.with_name(f"{stem.name}.{kind}.npy"), mmap_mode="r")  # type: ignore[no-any-return]
