"""The lists: all cables of a TAG, a sender, a year, a month, a day, in pages of a size that the site sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator import addresses
from generator.archive import Archive, CableEntry, Listing
from generator.pages.dates import long_date, month_name
from generator.pages.names import link_country, link_kind, name_sender, name_tag
from generator.pages.views import Frame, Link, Site
from generator.record import Record
from generator.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ListPlan:
    """Some neighbouring pages of one list, to be printed together.

    Attributes:
        listing: what kind of list.
        key: of what: ``PREL``, ``USNATO``, ``2009-10``.
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
    below = _below(plan, archive)
    for page in range(plan.first_page, plan.last_page + 1):
        start = (page - plan.first_page) * page_size
        yield _view_page(plan, site, page, page_size, entries[start : start + page_size], below)


def first_page_address(listing: Listing, key: str) -> str:
    """Give the address of the first page of a list."""
    if listing is Listing.TAG:
        return addresses.tag(key)
    if listing is Listing.SENDER:
        return addresses.sender(key)
    if listing is Listing.YEAR:
        return addresses.year(int(key))
    if listing is Listing.MONTH:
        return addresses.month(date.fromisoformat(f"{key}-01"))
    if listing is Listing.DAY:
        return addresses.day(date.fromisoformat(key))
    return addresses.UNDATED


def _view_page(
    plan: ListPlan, site: Site, page: int, page_size: int, entries: Sequence[CableEntry], below: tuple[Link, ...]
) -> ListView:
    first = first_page_address(plan.listing, plan.key)
    count = page_count(plan.cables, page_size)
    heading = _heading(plan.listing, plan.key, site.vocabulary)
    suffix = f", page {page} of {count}" if count > 1 else ""
    cables = "1 cable" if plan.cables == 1 else f"{plan.cables:,} cables"
    return ListView(
        frame=Frame(
            site, addresses.list_page(first, page), heading + suffix, f"{heading}: {cables} in {site.title}{suffix}."
        ),
        above=_above(plan.listing, plan.key, site.vocabulary),
        heading=heading,
        note="",
        entries=tuple(entries),
        cables=plan.cables,
        below=below if page == 1 else (),
        page=page,
        page_count=count,
        previous=Link(str(page - 1), addresses.list_page(first, page - 1)) if page > 1 else None,
        next=Link(str(page + 1), addresses.list_page(first, page + 1)) if page < count else None,
        pages=tuple(_page_links(first, page, count)),
    )


def _page_links(first: str, page: int, count: int) -> Iterator[Link | None]:
    near = range(max(1, page - _NEAR), min(count, page + _NEAR) + 1)
    shown = sorted({1, count, *near})
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            yield None
        yield Link(str(number), addresses.list_page(first, number))


def _heading(listing: Listing, key: str, vocabulary: Vocabulary) -> str:
    if listing is Listing.TAG:
        return name_tag(key, vocabulary)
    if listing is Listing.SENDER:
        return name_sender(key, vocabulary)
    if listing is Listing.YEAR:
        return f"Cables of {key}"
    if listing is Listing.MONTH:
        first = date.fromisoformat(f"{key}-01")
        return f"Cables of {month_name(first.month)} {first.year}"
    if listing is Listing.DAY:
        return f"Cables of {long_date(date.fromisoformat(key))}"
    return "Cables without a date"


def _above(listing: Listing, key: str, vocabulary: Vocabulary) -> tuple[Link, ...]:
    if listing is Listing.TAG:
        return (Link("Tags", addresses.TAGS), link_kind(vocabulary.tag(key).kind))
    if listing is Listing.SENDER:
        country = link_country(key, vocabulary)
        return (Link("Senders", addresses.SENDERS), *((country,) if country else ()))
    above = [Link("Dates", addresses.DATES)]
    if listing in {Listing.MONTH, Listing.DAY}:
        above.append(Link(key[:4], addresses.year(int(key[:4]))))
    if listing is Listing.DAY:
        day = date.fromisoformat(key)
        above.append(Link(month_name(day.month), addresses.month(day)))
    return tuple(above)


def _below(plan: ListPlan, archive: Archive) -> tuple[Link, ...]:
    """Give the months of a year, the days of a month."""
    finer = {Listing.YEAR: Listing.MONTH, Listing.MONTH: Listing.DAY}.get(plan.listing)
    if finer is None or plan.first_page > 1:
        return ()
    links: list[Link] = []
    for count in archive.counts_within(finer, plan.key):
        day = date.fromisoformat(count.key if finer is Listing.DAY else f"{count.key}-01")
        text = str(day.day) if finer is Listing.DAY else month_name(day.month)
        links.append(Link(text, first_page_address(finer, count.key), count.cables))
    return tuple(links)
