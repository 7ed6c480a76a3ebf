"""A printed range of terms patched: of its files, those made again that an edit changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from generator.record import Record
from generator.search.catalogues import Catalogue, PieceEntry, encode_catalogue, file_names
from generator.search.editing import CableTexts, Edits, terms_between
from generator.search.lexicons import Lexicon, encode_forms, encode_terms, sizes_of
from generator.search.merged import Merged, places_of_terms
from generator.search.order import Span, spans_of
from generator.search.packing import Packed, address_of, pack, pack_parts
from generator.search.patching_pieces import Cut, change_piece, plan_pieces
from generator.search.places import pack_piece
from generator.search.printed_range import PrintedRange
from generator.search.range_files import IndexedRange, make_range
from generator.search.ranges import begins_range
from generator.search.replacing import NewForms, renumbered, replace_all, replace_forms, replace_rows
from generator.search.shards import cut_terms, pack_shard
from generator.sitefile import SiteFile


class PatchedRange(Record, frozen=True):
    """What became of a range.

    Attributes:
        indexed: what the contents say of it.
        files: those that may differ from before.
        gone: the names of those that there are no more.
    """

    indexed: IndexedRange
    files: tuple[SiteFile, ...]
    gone: tuple[str, ...]


class _CutsMoveError(Exception):
    """A file of the range begins or ends elsewhere now, so that the range must be made anew."""


class RangePatch:
    """A range to be patched.

    Args:
        printed: the range as it was printed.
        edits: of all terms.
        span: the keys of the term that the range begins with, that of "" for the first range, and of the one behind it.
        texts: of the cables now.
        sizes: how many bytes a shard has, about, and how many a file may have.
    """

    def __init__(
        self,
        printed: PrintedRange,
        edits: Edits,
        span: Span,
        texts: CableTexts,
        sizes: tuple[int, int],
    ) -> None:
        self._printed, self._texts = printed, texts
        self._edited = edits.lengths.keys()
        self._old, self._new = (terms_between(each, *span) for each in (edits.old, edits.new))
        self._aim, self._most = sizes
        self._terms = {*self._old.rows.terms, *self._new.rows.terms}
        self._forms = replace_forms(printed.lexicon, self._old, self._new)

    def stays(self) -> bool:
        """Tell whether the terms of the range are still one range: only the first one may begin with any term."""
        before, now = self._printed.lexicon.terms, self._forms.terms
        comes_or_goes = any(map(begins_range, self._forms.came_or_went))
        return bool(now) and not comes_or_goes and (now[0] == before[0] or not begins_range(before[0]))

    def patch(self) -> PatchedRange:
        """Make the files again that the edits change; all of them, if cuts move.

        Raises:
            UnreadableIndexError: the printed range is not as it was printed, or edits are of other cables.
        """
        try:
            return self._patch()
        except _CutsMoveError:
            return self._make_anew()

    def _make_anew(self) -> PatchedRange:
        merged = self._printed.merged()
        rows = replace_rows(merged.rows, self._old.rows, self._new.rows, self._met)
        number = self._printed.number
        ranges: list[IndexedRange] = []
        now = replace_all(merged, self._new, rows, self._forms)
        files = tuple(make_range(now, number, self._aim, self._most, ranges))
        left = {file.address for file in files}
        before = file_names(self._printed.catalogue, number)
        return PatchedRange(ranges[0], files, tuple([name for name in before if address_of(name) not in left]))

    def _patch(self) -> PatchedRange:
        printed, forms = self._printed, self._forms
        self._check_cuts()
        crcs, pieces = list(printed.catalogue.shards), list(printed.catalogue.pieces)
        sizes = dict(zip(printed.lexicon.terms, printed.lexicon.sizes.tolist(), strict=True))
        files: list[SiteFile] = []
        for shard, old, new in self._by_shard():
            name, before = f"{printed.number}-{shard}", printed.shard(shard)
            rows = replace_rows(before, old.rows, new.rows, self._met)
            sizes.update(zip(rows.rows.terms, sizes_of(np.bincount(rows.rows.term)).tolist(), strict=True))
            if not (before.says_the_same(rows.rows) and np.array_equal(before.met, rows.rows.met)):
                crcs[shard] = self._take(pack_shard(rows.rows, name), files)
            plans = plan_pieces(before, rows, (new.rows, renumbered(new, forms.number)), pieces[shard])
            if plans is None:
                raise _CutsMoveError
            pieces[shard] = tuple([self._patch_piece(shard, number, *plan, files) for number, plan in enumerate(plans)])
        catalogue = Catalogue(tuple(crcs), tuple(pieces), *self._patch_lexicon(sizes, files))
        seal = self._take(pack(f"r/{printed.number}", encode_catalogue(catalogue)), files)
        left = set(file_names(catalogue, printed.number))
        gone = [name for name in file_names(printed.catalogue, printed.number) if name not in left]
        return PatchedRange(IndexedRange((forms.terms[0], *printed.firsts[1:]), seal), tuple(files), tuple(gone))

    def _patch_lexicon(self, sizes: Mapping[str, int], files: list[SiteFile]) -> list[tuple[int, ...]]:
        """Make the lexicon's files again that differ; give the CRCs of the terms' parts, and those of the forms'."""
        printed, forms = self._printed, self._forms
        crcs = [printed.catalogue.lexicon, printed.catalogue.forms]
        now = np.array([sizes[term] for term in forms.terms], dtype=np.uint8)
        if forms.terms is printed.lexicon.terms and np.array_equal(now, printed.lexicon.sizes):
            return crcs
        lexicon = Lexicon(forms.terms, forms.forms, forms.often, now)
        both = (("l", encode_terms(lexicon), printed.terms), ("f", encode_forms(lexicon), printed.forms))
        for place, (kind, data, was) in enumerate(both):
            if data != was:
                packed = pack_parts(f"{kind}/{printed.number}", data)
                crcs[place] = tuple(packed.crcs)
                files += packed.files_apart()
        return crcs

    def _patch_piece(
        self, shard: int, number: int, cuts: Sequence[Cut], places: int, files: list[SiteFile]
    ) -> PieceEntry:
        if not cuts:
            return self._printed.catalogue.pieces[shard][number]
        data = change_piece(self._printed.piece(shard, number), cuts)
        piece = pack_piece(f"{self._printed.number}-{shard}-{number}", data, places)
        return PieceEntry(self._take(piece.packed, files), places)

    def _take(self, packed: Packed, files: list[SiteFile]) -> int:
        """Put a script among the files; give its CRC."""
        if packed.size > self._most:
            raise _CutsMoveError
        files.append(packed.file())
        return packed.crc

    def _check_cuts(self) -> None:
        """Make sure that shards begin with the terms that they began with, and forms have the numbers that they had."""
        lexicon, forms = self._printed.lexicon, self._forms
        begins = begin_now = _first_terms(lexicon, self._aim)
        if forms.often is not lexicon.often:
            begin_now = _first_terms(forms, self._aim)
        numbered = zip(lexicon.terms, lexicon.forms, strict=True)
        turned = any(
            forms.number.get(form, number) != number
            for term, some in numbered
            if term in self._terms
            for number, form in enumerate(some)
        )
        if turned or begins != list(self._printed.firsts) or begins[1:] != begin_now[1:]:
            raise _CutsMoveError

    def _by_shard(self) -> Iterator[tuple[int, Merged, Merged]]:
        """Give the shards that have edited terms, with the rows to take out and those to put in."""
        for shard, span in spans_of(self._terms, self._printed.firsts):
            yield shard, terms_between(self._old, *span), terms_between(self._new, *span)

    def _met(self, term: str, was: int, before: int, now: int) -> int:
        """See `replace_rows`."""
        return was if now == before and now not in self._edited else self._texts.met(now, term)


def _first_terms(some: Lexicon | NewForms, aim: int) -> list[str]:
    """Give the terms with which shards begin."""
    return [some.terms[cut] for cut in cut_terms(some.terms, places_of_terms(some.forms, some.often), aim)]
