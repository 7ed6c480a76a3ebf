"""The lists: all cables of a TAG, a sender, a year, a level, a signer, a collection …, in pages of a set size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator import addresses
from generator.archive import Archive, CableEntry, Listing
from generator.pages.collections import About, are_listed, view_about
from generator.pages.drawn import draw_time, draw_year
from generator.pages.list_names import NAMED, first_page_address, name_list, search_of, way_up
from generator.pages.names import name_level
from generator.pages.views import Frame, Link, Site, shorten
from generator.record import Record
from generator.vocabulary import CLASSIFICATIONS
from generator.wording import Wording


@dataclass(frozen=True, slots=True)
class ListPlan:
    """Some neighbouring pages of one list, to be printed together.

    Attributes:
        listing: what kind of list.
        key: of what: ``PREL``, ``USNATO``, ``2009-10``, ``harbour-exercise``.
        cables: how many cables the whole list has.
        first_page: the first page to print, from 1.
        last_page: the last page to print.
    """

    listing: Listing
    key: str
    cables: int
    first_page: int
    last_page: int


class ListView(Record, frozen=True, kw_only=True):
    """A page of a list.

    Attributes:
        above: the way up, from the home page on.
        heading: what the list is of.
        note: a line below the heading; empty if there is nothing to say.
        entries: the cables on this page, by date.
        cables: how many cables the whole list has.
        below: the finer lists inside this one (a month's days), each with its count.
        page: the number of this page, from 1.
        pages: links to the pages of the list: the first, the last and those near this one; None marks a gap.
        about: on the first page of a collection, what is known of it.
        picture: on the first page of a list, when its cables were sent.
        search: the address of a search within the whole list.
    """

    frame: Frame
    above: tuple[Link, ...]
    heading: str
    note: str
    entries: tuple[CableEntry, ...]
    cables: int
    below: tuple[Link, ...]
    page: int
    page_count: int
    previous: Link | None
    next: Link | None
    pages: tuple[Link | None, ...]
    about: About | None = None
    picture: Markup = Markup()
    search: str = addresses.SEARCH

    @property
    def levels(self) -> Sequence[str]:
        """All levels, from the lowest to the highest."""
        return CLASSIFICATIONS


class _Head(Record, frozen=True):
    """What all pages of a list say it is."""

    heading: str
    above: tuple[Link, ...]
    below: tuple[Link, ...] = ()
    picture: Markup = Markup()
    about: About | None = None

    @property
    def description(self) -> str:
        """What is said of the list beside its name; empty for most."""
        return " ".join(self.about.description) if self.about else ""


_PAGES_IN_A_PLAN = 20
_NEAR = 2
_FEWEST_DRAWN = 3


def plan_lists(archive: Archive, page_size: int) -> Iterator[ListPlan]:
    """Give all lists of the archive, long ones cut into several plans."""
    for listing in Listing:
        for count in archive.counts(listing):
            for first, last in cut_pages(page_count(count.cables, page_size), _PAGES_IN_A_PLAN):
                yield ListPlan(listing, count.key, count.cables, first, last)


def page_count(cables: int, page_size: int) -> int:
    """Count the pages that a list needs."""
    return max(1, -(-cables // page_size))


def cut_pages(pages: int, most: int) -> Iterator[tuple[int, int]]:
    """Cut the pages of a list into plans: yield the first and the last page of each, from 1."""
    return ((first, min(first + most - 1, pages)) for first in range(1, pages + 1, most))


def view_list_pages(plan: ListPlan, archive: Archive, site: Site, page_size: int) -> Iterator[ListView]:
    """Make the views of a plan's pages."""
    offset = (plan.first_page - 1) * page_size
    pages = plan.last_page - plan.first_page + 1
    entries = archive.listed(plan.listing, plan.key, offset, pages * page_size)
    head = _head(plan, archive, site)
    for page in range(plan.first_page, plan.last_page + 1):
        start = (page - plan.first_page) * page_size
        shown = tuple(entries[start : start + page_size])
        yield _view_page(plan, site, page, page_size, shown, head)


def _view_page(
    plan: ListPlan,
    site: Site,
    page: int,
    page_size: int,
    entries: tuple[CableEntry, ...],
    head: _Head,
) -> ListView:
    first = first_page_address(plan.listing, plan.key)
    count = page_count(plan.cables, page_size)
    heading = head.heading
    say = site.wording.say
    cables = say("count.cables", count=plan.cables)
    facts = say(
        "list.description_of_page" if count > 1 else "list.description",
        list=heading,
        cables=cables,
        site=site.title,
        page=page,
        pages=count,
    )
    return ListView(
        frame=Frame(
            site,
            addresses.list_page(first, page),
            name_page(heading, page, count, site.wording),
            shorten(f"{facts} {head.description}" if page == 1 else facts),
        ),
        above=head.above,
        heading=heading,
        note=name_level(plan.key, site.wording) if plan.listing is Listing.CLASSIFICATION else "",
        entries=entries,
        cables=plan.cables,
        below=head.below if page == 1 else (),
        page=page,
        page_count=count,
        previous=turn_to(first, page - 1, count),
        next=turn_to(first, page + 1, count),
        pages=tuple(page_links(first, page, count)),
        about=head.about if page == 1 else None,
        picture=head.picture if page == 1 else Markup(),
        search=search_of(plan.listing, plan.key),
    )


def _head(plan: ListPlan, archive: Archive, site: Site) -> _Head:
    """Say what a list is of: in its own words where it is a collection, or else in ours."""
    is_first = plan.first_page == 1
    if plan.listing is not Listing.COLLECTION:
        heading, above = name_list(plan.listing, plan.key, site), way_up(plan.listing, plan.key, site)
        picture = _draw(plan, heading, archive, site) if is_first else Markup()
        return _Head(heading, above, _below(plan, archive), picture)
    known = archive.known_collections()
    above = (Link(site.wording.say("collections.title"), addresses.COLLECTIONS),) if are_listed(known.values()) else ()
    about = view_about(archive, plan.key, site.wording) if is_first else None
    title = known[plan.key].title
    return _Head(title, above, (), _draw(plan, title, archive, site) if is_first else Markup(), about)


def _draw(plan: ListPlan, heading: str, archive: Archive, site: Site) -> Markup:
    """Draw when the cables of a list were sent; nothing where that says no more than the list itself."""
    listing, key, wording = plan.listing, plan.key, site.wording
    if listing is Listing.YEAR:
        return draw_year(
            key, archive.counts_within(Listing.DAY, key), addresses.root(addresses.year(int(key))), wording
        )
    if listing not in NAMED or plan.cables < _FEWEST_DRAWN:
        return Markup()
    root = addresses.root(first_page_address(listing, key))
    label = wording.say("pictures.time_of", list=heading)
    return draw_time(
        archive.timeline(listing, key), label, lambda period: root + search_of(listing, key, period), wording
    )


def name_page(heading: str, page: int, count: int, wording: Wording) -> str:
    """Give the title of a page of a list, which says its number where there are several."""
    return wording.say("list.page", list=heading, page=page, pages=count) if count > 1 else heading


def turn_to(first: str, page: int, count: int) -> Link | None:
    """Lead to a page of a list, whose first page is at ``first``; None where it has no such page."""
    return Link(str(page), addresses.list_page(first, page)) if 1 <= page <= count else None


def page_links(first: str, page: int, count: int) -> Iterator[Link | None]:
    """Lead from a page of a list, whose first page is at ``first``, to others; None marks a gap."""
    near = range(max(1, page - _NEAR), min(count, page + _NEAR) + 1)
    shown = sorted({1, count, *near})
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            yield None
        yield Link(str(number), addresses.list_page(first, number))


def _below(plan: ListPlan, archive: Archive) -> tuple[Link, ...]:
    """Give the days of a month; a year's months stand in its calendar."""
    if plan.listing is not Listing.MONTH or plan.first_page > 1:
        return ()
    days = ((date.fromisoformat(count.key), count.cables) for count in archive.counts_within(Listing.DAY, plan.key))
    return tuple(Link(str(day.day), addresses.day(day), cables) for day, cables in days)
