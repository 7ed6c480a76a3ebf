"""How the cables of a list are spread over the years: what the list says in words, and what drawings are made of."""

from __future__ import annotations

from collections import Counter

from generator.archive import Archive, Count, Listing
from generator.record import Record

_DIGITS_OF_YEAR = 4
_WITH_TIMELINE = {Listing.TAG, Listing.SENDER, Listing.CLASSIFICATION, Listing.SIGNER, Listing.COLLECTION}
"""Lists by date are a timeline by themselves."""


class Timeline(Record, frozen=True):
    """How many cables of a list were sent when; what has none is left out.

    Attributes:
        years: ``2009`` and so on, each with its count.
        months: ``2009-10`` and so on.
    """

    years: tuple[Count, ...]
    months: tuple[Count, ...]


def view_timeline(archive: Archive, listing: Listing, key: str) -> Timeline | None:
    """Make the timeline of a list; None where the list needs none, or no cable of it has a date."""
    months = archive.timeline(listing, key) if listing in _WITH_TIMELINE else ()
    if not months:
        return None
    years: Counter[str] = Counter()
    for month in months:
        years[month.key[:_DIGITS_OF_YEAR]] += month.cables
    return Timeline(tuple(Count(year, cables) for year, cables in years.items()), months)
