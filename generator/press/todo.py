"""What a build must print: everything, what is not as it was printed, or what hangs on a few edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.addresses import Part
from generator.archive import Archive, Edit
from generator.output import Staying
from generator.pages import ListPlan, WantedPlan, plan_lists, plan_wanted
from generator.press.printing import PageRange, cut
from generator.search import PatchedIndex
from generator.sitefile import SiteFile

CABLES_IN_A_PIECE = 100


@dataclass(frozen=True, slots=True)
class Todo:
    """What must be printed, beside the publisher's own pages.

    Attributes:
        pages: the cables whose pages and texts are printed.
        lists: the lists.
        index: the index is made anew.
        patched: else, the files of the index that differ.
        printed: the parts of which everything that stays is printed; of others, what is not printed may stay.
        gone: addresses of files that must not stay.
    """

    pages: Sequence[PageRange]
    lists: Sequence[ListPlan | WantedPlan]
    index: bool
    printed: frozenset[Part]
    patched: Sequence[SiteFile] = ()
    gone: frozenset[str] = frozenset()

    @property
    def cables(self) -> int:
        """How many cables are printed."""
        return sum(each.stop - each.start for each in self.pages)

    @property
    def staying(self) -> Staying:
        """What stays of that which was printed before, and is not printed now."""
        return Staying(frozenset(Part) - self.printed, self.gone)


def everything(archive: Archive, page_size: int) -> Todo:
    """Print all that the archive holds."""
    pages = list(cut(PageRange, 0, archive.count(), CABLES_IN_A_PIECE))
    return Todo(pages, _all_lists(archive, page_size), index=True, printed=frozenset(Part))


def what_differs(archive: Archive, page_size: int, differing: Iterable[PageRange], gone: Iterable[str]) -> Todo:
    """Print the pages that are not as they were, and where there are any, all that hangs on many cables."""
    pages, lost = list(differing), frozenset(gone)
    if not pages and not lost:
        return Todo((), (), index=False, printed=frozenset({Part.OTHERS}))
    lists = _all_lists(archive, page_size)
    return Todo(pages, lists, index=True, printed=frozenset(Part) - {Part.CABLES}, gone=lost)


def what_was_edited(
    archive: Archive, page_size: int, edits: Sequence[Edit], beside: frozenset[int], patched: PatchedIndex | None
) -> Todo:
    """Print what shows the edited cables: their own pages, and where their entries changed whatever shows these.

    Args:
        archive: as it is now.
        page_size: how many cables stand on one page of a list.
        edits: all that has changed.
        beside: the cables whose pages show something else, though their facts are the same.
        patched: what became of the index; None where it must be made anew.
    """
    ordinals = {edit.ordinal for edit in edits} | beside
    plans: dict[ListPlan | WantedPlan, None] = {}
    for edit in edits:
        (entry,) = archive.entries(edit.ordinal, edit.ordinal + 1)
        if entry != edit.entry:
            ordinals |= archive.showing(edit.ordinal)
            for listing, key, place, cables in archive.places_in_lists(edit.ordinal):
                page = place // page_size + 1
                plans[ListPlan(listing, key, cables, page, page)] = None
            for place in archive.places_in_wanted(edit.ordinal):
                page = place // page_size + 1
                plans[WantedPlan(archive.count_wanted(), page, page)] = None
    pages = list(in_ranges(sorted(ordinals)))
    if patched is None:
        return Todo(pages, list(plans), index=True, printed=frozenset({Part.OTHERS, Part.SEARCH}))
    return Todo(
        pages,
        list(plans),
        index=False,
        # Not even the pages that a site has one of, which count what no edit changes: dates, senders, TAGS, levels,
        # signers, references.
        printed=frozenset(),
        patched=patched.files,
        gone=frozenset(patched.gone),
    )


def _all_lists(archive: Archive, page_size: int) -> list[ListPlan | WantedPlan]:
    return [*plan_lists(archive, page_size), *plan_wanted(archive, page_size)]


def in_ranges(ordinals: Iterable[int]) -> Iterator[PageRange]:
    """Put neighbouring ordinals together, not too many."""
    start = stop = 0
    for ordinal in chain(ordinals, [-1]):
        if ordinal == stop and start < stop:
            stop += 1
            continue
        yield from cut(PageRange, start, stop, CABLES_IN_A_PIECE)
        start, stop = ordinal, ordinal + 1
