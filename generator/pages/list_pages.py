"""The lists: all cables of a TAG, a sender, a year, a month, a day, a collection, in pages of a set size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator import addresses
from generator.archive import Archive, CableEntry, Listing
from generator.pages.collections import About, are_listed, view_about
from generator.pages.names import link_country, link_kind, name_sender, name_tag
from generator.pages.views import Frame, Link, Site, shorten
from generator.record import Record
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
        below: the finer lists inside this one (a year's months), each with its count.
        page: the number of this page, from 1.
        pages: links to the pages of the list: the first, the last and those near this one; None marks a gap.
        about: on the first page of a collection, what is known of it.
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


class _Head(Record, frozen=True):
    """What all pages of a list say it is."""

    heading: str
    above: tuple[Link, ...]
    about: About | None = None

    @property
    def description(self) -> str:
        """What is said of the list beside its name; empty for most."""
        return " ".join(self.about.description) if self.about else ""


_PAGES_IN_A_PLAN = 20
_NEAR = 2


def plan_lists(archive: Archive, page_size: int) -> Iterator[ListPlan]:
    """Give all lists of the archive, long ones cut into several plans."""
    for listing in Listing:
        for count in archive.counts(listing):
            pages = page_count(count.cables, page_size)
            for first in range(1, pages + 1, _PAGES_IN_A_PLAN):
                last = min(first + _PAGES_IN_A_PLAN - 1, pages)
                yield ListPlan(listing, count.key, count.cables, first, last)


def page_count(cables: int, page_size: int) -> int:
    """Count the pages that a list needs."""
    return max(1, -(-cables // page_size))


def view_list_pages(plan: ListPlan, archive: Archive, site: Site, page_size: int) -> Iterator[ListView]:
    """Make the views of a plan's pages."""
    offset = (plan.first_page - 1) * page_size
    pages = plan.last_page - plan.first_page + 1
    entries = archive.listed(plan.listing, plan.key, offset, pages * page_size)
    below = _below(plan, archive, site.wording)
    head = _head(plan, archive, site)
    for page in range(plan.first_page, plan.last_page + 1):
        start = (page - plan.first_page) * page_size
        shown = tuple(entries[start : start + page_size])
        yield _view_page(plan, site, page, page_size, shown, below, head)


def first_page_address(listing: Listing, key: str) -> str:
    """Give the address of the first page of a list."""
    named = {Listing.TAG: addresses.tag, Listing.SENDER: addresses.sender, Listing.COLLECTION: addresses.collection}
    if listing in named:
        return named[listing](key)
    if listing is Listing.YEAR:
        return addresses.year(int(key))
    if listing is Listing.MONTH:
        return addresses.month(date.fromisoformat(f"{key}-01"))
    if listing is Listing.DAY:
        return addresses.day(date.fromisoformat(key))
    return addresses.UNDATED


def _view_page(
    plan: ListPlan,
    site: Site,
    page: int,
    page_size: int,
    entries: tuple[CableEntry, ...],
    below: tuple[Link, ...],
    head: _Head,
) -> ListView:
    first = first_page_address(plan.listing, plan.key)
    count = page_count(plan.cables, page_size)
    heading = head.heading
    say = site.wording.say
    title = say("list.page", list=heading, page=page, pages=count) if count > 1 else heading
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
            title,
            shorten(f"{facts} {head.description}" if page == 1 else facts),
        ),
        above=head.above,
        heading=heading,
        note="",
        entries=entries,
        cables=plan.cables,
        below=below if page == 1 else (),
        page=page,
        page_count=count,
        previous=Link(str(page - 1), addresses.list_page(first, page - 1)) if page > 1 else None,
        next=Link(str(page + 1), addresses.list_page(first, page + 1)) if page < count else None,
        pages=tuple(_page_links(first, page, count)),
        about=head.about if page == 1 else None,
    )


def _head(plan: ListPlan, archive: Archive, site: Site) -> _Head:
    """Say what a list is of: in its own words where it is a collection, or else in ours."""
    if plan.listing is not Listing.COLLECTION:
        return _Head(_heading(plan.listing, plan.key, site), _above(plan.listing, plan.key, site))
    known = archive.known_collections()
    above = (Link(site.wording.say("collections.title"), addresses.COLLECTIONS),) if are_listed(known.values()) else ()
    return _Head(
        known[plan.key].title, above, view_about(archive, plan.key, site.wording) if plan.first_page == 1 else None
    )


def _page_links(first: str, page: int, count: int) -> Iterator[Link | None]:
    near = range(max(1, page - _NEAR), min(count, page + _NEAR) + 1)
    shown = sorted({1, count, *near})
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            yield None
        yield Link(str(number), addresses.list_page(first, number))


def _heading(listing: Listing, key: str, site: Site) -> str:
    if listing is Listing.TAG:
        return name_tag(key, site.vocabulary)
    if listing is Listing.SENDER:
        return name_sender(key, site.vocabulary)
    if listing is Listing.UNDATED:
        return site.wording.say("list.undated")
    return site.wording.say("list.cables_of", date=_write_period(listing, key, site.wording))


def _write_period(listing: Listing, key: str, wording: Wording) -> str:
    if listing is Listing.YEAR:
        return key
    if listing is Listing.MONTH:
        return wording.month_of(date.fromisoformat(f"{key}-01"))
    return wording.long_date(date.fromisoformat(key))


def _above(listing: Listing, key: str, site: Site) -> tuple[Link, ...]:
    say, vocabulary = site.wording.say, site.vocabulary
    if listing is Listing.TAG:
        return (Link(say("tags.title"), addresses.TAGS), link_kind(vocabulary.tag(key).kind, site.wording))
    if listing is Listing.SENDER:
        country = link_country(key, vocabulary)
        return (Link(say("senders.title"), addresses.SENDERS), *((country,) if country else ()))
    above = [Link(say("dates_page.title"), addresses.DATES)]
    if listing in {Listing.MONTH, Listing.DAY}:
        above.append(Link(key[:4], addresses.year(int(key[:4]))))
    if listing is Listing.DAY:
        day = date.fromisoformat(key)
        above.append(Link(site.wording.month(day.month), addresses.month(day)))
    return tuple(above)


def _below(plan: ListPlan, archive: Archive, wording: Wording) -> tuple[Link, ...]:
    """Give the months of a year, the days of a month."""
    finer = {Listing.YEAR: Listing.MONTH, Listing.MONTH: Listing.DAY}.get(plan.listing)
    if finer is None or plan.first_page > 1:
        return ()
    links: list[Link] = []
    for count in archive.counts_within(finer, plan.key):
        day = date.fromisoformat(count.key if finer is Listing.DAY else f"{count.key}-01")
        text = str(day.day) if finer is Listing.DAY else wording.month(day.month)
        links.append(Link(text, first_page_address(finer, count.key), count.cables))
    return tuple(links)
