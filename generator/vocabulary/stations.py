"""Stations: the posts and offices that reference ids name (``09USNATO432``), with the posts' full names."""

from __future__ import annotations

from collections.abc import Mapping

from generator.record import Record
from generator.vocabulary.places import PLACES, Location
from generator.vocabulary.tables import read_table


class Station(Record, frozen=True):
    """A post, or an office that sends telegrams.

    Attributes:
        name: of the post, such as ``US Mission to NATO``.
        place: the city, such as ``Brussels``; empty for one that travels.
        country: the country's TAG, such as ``BE``; a site's own entry may have its name.
        location: where it is; none if that is not known, or if it travels.
    """

    name: str
    place: str = ""
    country: str = ""
    location: Location | None = None

    @property
    def title(self) -> str:
        """The name with the place, which most names hold: ``US Mission to NATO, Brussels``, ``Embassy Tehran``."""
        return f"{self.name}, {self.place}" if self.place and self.place not in self.name else self.name


_ROWS = read_table("stations")

STATIONS: Mapping[str, Station] = {
    code: Station(name, place, country, PLACES.get(place)) for code, name, place, country, _ in _ROWS
}
"""Every known station by its code, as reference ids have it."""

STATION_ALIASES: Mapping[str, str] = {alias: code for code, *_, aliases in _ROWS for alias in aliases.split()}
"""Other spellings, capitals only, and the code that they mean. SECDEF is not STATE, and VIENNA is not UNVIE."""
