"""The wanted cables: cited, and not in the collection; those that most cables cite first, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.archive import Archive, CableEntry, Wanted
from generator.pages.list_pages import ListView, cut_pages, name_page, page_count, page_links, turn_to
from generator.pages.views import Frame, Link, Site
from generator.record import Record
from generator.telegram.dtg import full_year
from generator.telegram.identity import read_reference_id
from generator.vocabulary import Vocabulary

MOST_CITING = 10
"""So many of the cables that cite a wanted one are named."""
_ON_HOME_PAGE = 12
_PAGES_IN_A_PLAN = 5


@dataclass(frozen=True, slots=True)
class WantedPlan:
    """Some neighbouring pages of the wanted cables, to be printed together.

    Attributes:
        wanted: how many there are in all.
        first_page: the first page to print, from 1.
        last_page: the last page to print.
    """

    wanted: int
    first_page: int
    last_page: int


class WantedEntry(Record, frozen=True):
    """A cable that the collection has not.

    Attributes:
        id: as references mean it.
        post: the name of the post that sent it; empty if that is not known.
        year: in which it was sent; empty if the id does not say.
        cables: how many cables cite it.
        citing: the first of them, by date.
    """

    id: str
    post: str
    year: str
    cables: int
    citing: tuple[CableEntry, ...]


class WantedView(ListView, frozen=True, kw_only=True):
    """A page of the wanted cables: a list whose entries are none of the collection's cables."""

    wanted: tuple[WantedEntry, ...]


def plan_wanted(archive: Archive, page_size: int) -> Iterator[WantedPlan]:
    """Give all pages of the wanted cables; there is one where there are none."""
    wanted = archive.count_wanted()
    for first, last in cut_pages(page_count(wanted, page_size), _PAGES_IN_A_PLAN):
        yield WantedPlan(wanted, first, last)


def view_wanted_pages(plan: WantedPlan, archive: Archive, site: Site, page_size: int) -> Iterator[WantedView]:
    """Make the views of a plan's pages."""
    count = page_count(plan.wanted, page_size)
    say = site.wording.say
    heading, description = say("wanted.title"), say("wanted.description", site=site.title)
    for page in range(plan.first_page, plan.last_page + 1):
        found = archive.wanted((page - 1) * page_size, page_size, MOST_CITING)
        title = name_page(heading, page, count, site.wording)
        yield WantedView(
            frame=Frame(site, addresses.list_page(addresses.WANTED, page), title, description),
            above=(),
            heading=heading,
            note=say("wanted.note"),
            entries=(),
            cables=plan.wanted,
            below=(),
            page=page,
            page_count=count,
            previous=turn_to(addresses.WANTED, page - 1, count),
            next=turn_to(addresses.WANTED, page + 1, count),
            pages=tuple(page_links(addresses.WANTED, page, count)),
            wanted=tuple(_view_entry(wanted, citing, site.vocabulary) for wanted, citing in found),
        )


def link_most_wanted(archive: Archive) -> tuple[Link, ...]:
    """Lead to the cables that are wanted most, each with how many cite it; they are on the first page."""
    return tuple(
        Link(each.target, f"{addresses.WANTED}#{each.target}", each.cables)
        for each, _ in archive.wanted(0, _ON_HOME_PAGE)
    )


def _view_entry(wanted: Wanted, citing: list[CableEntry], vocabulary: Vocabulary) -> WantedEntry:
    read = read_reference_id(wanted.target)
    post = (vocabulary.station(read.station).title or read.station) if read else ""
    year = str(full_year(read.year)) if read else ""
    return WantedEntry(wanted.target, post, year, wanted.cables, tuple(citing))
