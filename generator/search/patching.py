"""A printed index patched after edits of some cables: only those files are made that differ from before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from generator.archive import Archive, Edit
from generator.parallel import Workers
from generator.record import Record
from generator.search.documents import pack_documents
from generator.search.editing import CableTexts, Edits, find_edits
from generator.search.files import pack_lengths
from generator.search.order import Span, spans_of
from generator.search.packing import MOST, PackedParts, address_of, pack, part_names, seal
from generator.search.patching_range import PatchedRange, RangePatch
from generator.search.printed_range import PrintedRange
from generator.search.range_files import IndexedRange
from generator.search.shards import AIM
from generator.search.unpacking import PrintedIndex, UnreadableIndexError, bytes_to_numbers, split_streams
from generator.sitefile import SiteFile
from generator.vocabulary import Vocabulary

_CABLES_AN_EDIT = 5_000
"""One edit costs about what indexing as many cables costs two workers, or half of it."""
_MOST_EDITED = 12
"""So many edits have their files in memory at once: of a large collection, some 30 MB for each."""


class PatchedIndex(Record, frozen=True):
    """What became of a printed index.

    Attributes:
        files: those whose bytes differ from before, new ones among them.
        gone: the addresses of those that there are no more.
    """

    files: tuple[SiteFile, ...]
    gone: tuple[str, ...]


def patch_index(
    archive: Archive,
    vocabulary: Vocabulary,
    read: Callable[[str], bytes],
    changes: Iterable[Edit],
    workers: Workers,
    sizes: tuple[int, int] = (AIM, MOST),
) -> PatchedIndex | None:
    """Patch a printed index.

    Args:
        archive: as it is now: the same cables in the same order, with the same ids, senders, TAGS,
            classifications and collections.
        vocabulary: as before.
        read: gives the bytes of a file as it was printed, by its address; raises OSError where there is none.
        changes: the cables that differ in any other thing that the index has, as they were.
        workers: so many ranges of terms are patched at a time.
        sizes: how many bytes a shard has, about, and how many a file may have; as before.

    Returns:
        What makes the printed index one that is made anew. None where it must be made anew: ranges of terms came or
        went, files are not as they were printed, or so many cables were edited that a patch is no gain.
    """
    edited = sorted(changes, key=lambda change: change.ordinal)
    if len(edited) > most_edited(archive.count()):
        return None
    try:
        return _Patching(archive, vocabulary, PrintedIndex(read), edited, workers, sizes).patch()
    except UnreadableIndexError:
        return None


def most_edited(cables: int) -> int:
    """Give how many of so many cables may be edited for a patch to be a gain."""
    return min(max(1, cables // _CABLES_AN_EDIT), _MOST_EDITED)


class _Patching:
    """The patching of an index; what was made so far is in `files` and `gone`."""

    def __init__(
        self,
        archive: Archive,
        vocabulary: Vocabulary,
        printed: PrintedIndex,
        changes: Sequence[Edit],
        workers: Workers,
        sizes: tuple[int, int],
    ) -> None:
        self.archive, self.vocabulary, self.printed, self.changes = archive, vocabulary, printed, changes
        self.workers, self.sizes = workers, sizes
        self.contents: dict[str, Any] = msgspec.json.decode(printed.data("index"))
        self.files: list[SiteFile] = []
        self.gone: list[str] = []

    def patch(self) -> PatchedIndex | None:
        if self.changes:
            texts = CableTexts(self.archive, self.vocabulary)
            edits = find_edits(self.changes, texts)
            if not self._patch_terms(edits, texts):
                return None
            self._patch_lengths(edits)
            self._patch_documents()
        self.files.append(pack("index", msgspec.json.encode(self.contents)).file())
        differing = [file for file in self.files if not self.printed.has(file)]
        return PatchedIndex(tuple(differing), tuple([address_of(name) for name in self.gone]))

    def _patch_terms(self, edits: Edits, texts: CableTexts) -> bool:
        """Patch all ranges that have edited terms; tell whether ranges are those that they were."""
        edited = {*edits.old.rows.terms, *edits.new.rows.terms}
        firsts, seals = self.contents["firsts"], self.contents["ranges"]
        if not edited:
            return True
        if not firsts:
            return False

        places = list(spans_of(edited, [some[0] for some in firsts]))
        for (number, _), patched in zip(places, self._patch_ranges(edits, texts, places), strict=True):
            if patched is None:
                return False
            firsts[number], seals[number] = patched.indexed.firsts, patched.indexed.seal
            self._take(patched)
        return True

    def _patch_ranges(
        self, edits: Edits, texts: CableTexts, places: Iterable[tuple[int, Span]]
    ) -> Iterator[PatchedRange | None]:
        """Patch some ranges, given the number and the span of each; None for one that does not stay what it was."""
        firsts, seals = self.contents["firsts"], self.contents["ranges"]

        def patch(place: tuple[int, Span]) -> PatchedRange | None:
            number, span = place
            printed = PrintedRange(self.printed, number, IndexedRange(tuple(firsts[number]), seals[number]))
            patch = RangePatch(printed, edits, span, texts, self.sizes)
            return patch.patch() if patch.stays() else None

        return self.workers.side_by_side(patch, places)

    def _take(self, patched: PatchedRange) -> None:
        self.files += patched.files
        self.gone += patched.gone

    def _patch_lengths(self, edits: Edits) -> None:
        totals = np.array(self.contents["totals"]) + sum(edits.lengths.values())
        self.contents["totals"] = totals.tolist()
        _, parts = self.contents["lengths"]
        low, high = split_streams(self.printed.whole("lengths", [None] * parts), 2)
        bodies = (bytes_to_numbers(high) << np.uint32(8)) + np.frombuffer(low, dtype=np.uint8)
        bodies[list(edits.bodies)] = list(edits.bodies.values())
        self.contents["lengths"] = self._replace("lengths", parts, pack_lengths(bodies))

    def _patch_documents(self) -> None:
        """Pack what is shown of the edited cables again, and of those whose files have the same seal."""
        size = self.contents["cablesInAFile"] * self.contents["filesSealed"]
        for group in sorted({change.ordinal // size for change in self.changes}):
            entries = self.archive.entries(group * size, (group + 1) * size)
            packed = list(pack_documents(entries, group * size))
            sealed = self.contents["documents"][group] = seal(packed)
            self.files += [each.file(sealed) for each in packed]

    def _replace(self, name: str, count: int, parts: PackedParts) -> tuple[int, int]:
        """Take new parts in place of so many others; give what must be known of them."""
        self.files += parts.files()
        self.gone += part_names(name, count)[len(parts.parts) :]
        return parts.known
