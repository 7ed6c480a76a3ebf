"""What edits of some cables mean for the index: which of its rows they take out, and which they put in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from threading import Lock

import numpy as np
import numpy.typing as npt

from generator.archive import Archive, CableText, Edit
from generator.record import Record
from generator.search.fields import BODY, FIELDS, texts_of
from generator.search.merged import Merged, Rows, begins_of, places_of_rows
from generator.search.merging import merge_parts
from generator.search.open_runs import OpenArrays, RunPart
from generator.search.order import order_key
from generator.search.run_file import BESIDE
from generator.search.runs import index_texts
from generator.search.stop_words import lengthen
from generator.vocabulary import Vocabulary


class Edits(Record, frozen=True):
    """What edits mean for terms; cables and terms of which nothing differs are left out.

    Attributes:
        old: the rows to take out.
        new: the rows to put in.
        lengths: for each cable, how many terms each field has more than before; fewer are negative.
        bodies: how many terms its body has now.
    """

    old: Merged
    new: Merged
    lengths: dict[int, npt.NDArray[np.int64]]
    bodies: dict[int, int]


class CableTexts:
    """The terms of single cables as they are now, each indexed when it is first asked for; by one thread at a time."""

    def __init__(self, archive: Archive, vocabulary: Vocabulary) -> None:
        self._archive, self._vocabulary = archive, vocabulary
        self._known: dict[int, tuple[RunPart, npt.NDArray[np.uint32]]] = {}
        self._alone = Lock()  # words are numbered as they are met, by all who index

    def part(self, cable: int) -> tuple[RunPart, npt.NDArray[np.uint32]]:
        """Give what a run of just this cable says, and the lengths of its fields."""
        with self._alone:
            if cable not in self._known:
                (text,) = self._archive.texts(cable, cable + 1)
                self._known[cable] = self.index(cable, text)
            return self._known[cable]

    def index(self, cable: int, text: CableText) -> tuple[RunPart, npt.NDArray[np.uint32]]:
        """Give the same for a given text of the cable."""
        arrays = index_texts(cable, [texts_of(text, self._vocabulary)])
        return OpenArrays(arrays).between("", None), arrays["lengths"][0]

    def met(self, cable: int, term: str) -> int:
        """Give which token of its field a term is where it first comes in a cable."""
        part, _ = self.part(cable)
        return int(part.terms["met"][part.words.index(term)])


def find_edits(changes: Sequence[Edit], texts: CableTexts) -> Edits:
    """Compare cables before an edit with what they are now.

    Args:
        changes: in the order of ordinals.
        texts: of the cables now.
    """
    before = [texts.index(each.ordinal, each.text) for each in changes]
    after = [texts.part(each.ordinal) for each in changes]
    dirty = set()
    for each, old, new in zip(changes, before, after, strict=True):
        said, says = dict(_said(*old)), dict(_said(*new))
        dirty |= {(each.ordinal, term) for term in said.keys() | says.keys() if said.get(term) != says.get(term)}
    lengths = [(each.ordinal, new, old) for each, (_, old), (_, new) in zip(changes, before, after, strict=True)]
    return Edits(
        _only(_merge(changes, before), dirty),
        _only(_merge(changes, after), dirty),
        {cable: new.astype(np.int64) - old for cable, new, old in lengths},
        {cable: int(new[BODY]) for cable, new, _ in lengths},
    )


def terms_between(merged: Merged, first: bytes, stop: bytes | None) -> Merged:
    """Give what is known of the terms from one to below another, by their keys; to the end, if that is None."""
    terms = merged.rows.terms
    places = [bisect_left(terms, key, key=order_key) if key is not None else len(terms) for key in (first, stop)]
    low, high = np.searchsorted(merged.rows.term, places).tolist()
    return take_rows(merged, np.arange(low, high))


def take_rows(merged: Merged, chosen: npt.NDArray[np.int64]) -> Merged:
    """Give what is known of some rows, in their order, and of their terms; none of them need have all of the forms."""
    rows = merged.rows
    used = np.unique(rows.term[chosen])
    sizes = np.array([len(forms) for forms in merged.forms], dtype=np.int64)
    places = places_of_rows(rows.count, chosen)
    some = merged.places.take(places)
    form = np.repeat(begins_of(sizes)[rows.term[chosen]], rows.count[chosen]) + some.form
    often = np.bincount(form, minlength=int(sizes.sum())).astype(np.uint32)
    return Merged(
        Rows(
            [rows.terms[term] for term in used.tolist()],
            rows.met[used],
            np.searchsorted(used, rows.term[chosen]),
            rows.field[chosen],
            rows.cable[chosen],
            rows.count[chosen],
            rows.length[chosen],
        ),
        [merged.forms[term] for term in used.tolist()],
        often[np.isin(np.repeat(np.arange(len(sizes)), sizes), used)],
        some,
    )


def _said(part: RunPart, lengths: npt.NDArray[np.uint32]) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give all that is said of each term in a cable."""
    beside = [lengthen(part.places[side], part.stops) for side in BESIDE]
    rows_begin = places_begin = forms_begin = 0
    for word, term in zip(part.words, part.terms, strict=True):
        rows = part.rows[rows_begin : (rows_begin := int(term["rows_end"]))]
        places = slice(places_begin, places_begin := int(term["places_end"]))
        forms = [part.forms[forms_begin + each] for each in part.places["form"][places].tolist()]
        forms_begin = int(term["forms_end"])
        short = [int(lengths[field]) for field in rows["field"].tolist() if field != BODY]
        steps = [part.places["step"][places].tolist(), *(each[places].tolist() for each in beside)]
        yield word, (int(term["met"]), rows.tolist(), steps, forms, short)


def _merge(changes: Sequence[Edit], parts: Iterable[tuple[RunPart, npt.NDArray[np.uint32]]]) -> Merged:
    lengths = np.zeros((changes[-1].ordinal + 1, len(FIELDS)), dtype=np.uint32)
    some = []
    for each, (part, its_lengths) in zip(changes, parts, strict=True):
        lengths[each.ordinal] = its_lengths
        some.append(part)
    return merge_parts(some, lengths)


def _only(merged: Merged, dirty: set[tuple[int, str]]) -> Merged:
    rows = merged.rows
    pairs = zip(rows.cable.tolist(), rows.term.tolist(), strict=True)
    chosen = [row for row, (cable, term) in enumerate(pairs) if (cable, rows.terms[term]) in dirty]
    return take_rows(merged, np.array(chosen, dtype=np.int64))
