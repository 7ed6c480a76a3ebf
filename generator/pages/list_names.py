"""What lists are called, where they stand, and how a search within one is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlencode

from lunr.stop_word_filter import WORDS as STOP_WORDS

from generator import addresses
from generator.archive import Listing
from generator.pages.names import link_country, link_kind, link_letter, name_sender, name_tag
from generator.pages.views import Link, Site
from generator.wording import Wording

_YEAR, _MONTH = len("2009"), len("2009-10")
NAMED: Mapping[Listing, Callable[[str], str]] = {
    Listing.TAG: addresses.tag,
    Listing.SENDER: addresses.sender,
    Listing.CLASSIFICATION: addresses.classification,
    Listing.SIGNER: addresses.signer,
    Listing.COLLECTION: addresses.collection,
}
"""The lists that are of something with a name of its own."""
_PARAMETERS = {
    Listing.TAG: "tag",
    Listing.SENDER: "sender",
    Listing.CLASSIFICATION: "level",
    Listing.COLLECTION: "collection",
}
"""What the search page calls them in its address."""


def first_page_address(listing: Listing, key: str) -> str:
    """Give the address of the first page of a list."""
    if listing in NAMED:
        return NAMED[listing](key)
    return addresses.UNDATED if listing is Listing.UNDATED else period_address(key)


def period_address(period: str) -> str:
    """Give the address of the list of a year, a month or a day: ``2009``, ``2009-10``, ``2009-10-07``."""
    if len(period) == _YEAR:
        return addresses.year(int(period))
    if len(period) == _MONTH:
        return addresses.month(date.fromisoformat(f"{period}-01"))
    return addresses.day(date.fromisoformat(period))


def name_period(period: str, wording: Wording) -> str:
    """Write a year, a month with its year, or a day."""
    if len(period) == _YEAR:
        return period
    if len(period) == _MONTH:
        return wording.month_of(date.fromisoformat(f"{period}-01"))
    return wording.long_date(date.fromisoformat(period))


def name_list(listing: Listing, key: str, site: Site) -> str:
    """Give the heading of a list."""
    if listing is Listing.TAG:
        return name_tag(key, site.vocabulary)
    if listing is Listing.SENDER:
        return name_sender(key, site.vocabulary)
    if listing is Listing.CLASSIFICATION:
        return key
    if listing is Listing.SIGNER:
        return site.wording.say("list.signed", name=key)
    if listing is Listing.UNDATED:
        return site.wording.say("list.undated")
    return site.wording.say("list.cables_of", date=name_period(key, site.wording))


def search_of(listing: Listing, key: str, period: str = "") -> str:
    """Give the address of a search within a list, or within a period of it, as the search page reads it.

    It knows no undated cables, and no signer by such a name as MAY or WILL, which its index leaves out as a word: then
    the search is within the period alone.
    """
    names: dict[str, str] = {}
    if listing is Listing.SIGNER:
        words = [word for word in re.findall(r"[\w'’]+", key) if word.lower() not in STOP_WORDS]
        names = {"q": " ".join(f"+signer:{word}" for word in words)} if words else {}
    elif listing in _PARAMETERS:
        names = {_PARAMETERS[listing]: key}
    elif listing is not Listing.UNDATED:
        period = key
    if period:
        names |= {"from": period, "to": period}
    return f"{addresses.SEARCH}?{urlencode(names)}" if names else addresses.SEARCH


def way_up(listing: Listing, key: str, site: Site) -> tuple[Link, ...]:
    """Give the way from a list up, from the home page on."""
    say, vocabulary = site.wording.say, site.vocabulary
    if listing is Listing.TAG:
        return (Link(say("tags.title"), addresses.TAGS), link_kind(vocabulary.tag(key).kind, site.wording))
    if listing is Listing.SENDER:
        country = link_country(key, vocabulary)
        return (Link(say("senders.title"), addresses.SENDERS), *((country,) if country else ()))
    if listing is Listing.CLASSIFICATION:
        return (Link(say("classifications.title"), addresses.CLASSIFICATIONS),)
    if listing is Listing.SIGNER:
        return (Link(say("signers.title"), addresses.SIGNERS), link_letter(key))
    above = [Link(say("dates_page.title"), addresses.DATES)]
    if listing in {Listing.MONTH, Listing.DAY}:
        above.append(Link(key[:4], addresses.year(int(key[:4]))))
    if listing is Listing.DAY:
        day = date.fromisoformat(key)
        above.append(Link(site.wording.month(day.month), addresses.month(day)))
    return tuple(above)
