"""Places: where the cities of the stations are, and the outline of the land that a map shows them on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.record import Record
from generator.vocabulary.tables import read_table


class Location(Record, frozen=True):
    """A point on the globe.

    Attributes:
        latitude: in degrees, from -90 (south) to 90 (north).
        longitude: in degrees, from -180 (west) to 180 (east).
    """

    latitude: float
    longitude: float


PLACES: Mapping[str, Location] = {
    place: Location(float(latitude), float(longitude)) for place, latitude, longitude in read_table("places")
}
"""Where cities are, by the names that stations have for them."""


@cache
def read_land() -> tuple[tuple[Location, ...], ...]:
    """Give the world's land as rings of points, each without its first point again; a lake is a ring within a ring."""
    rings = ([float(number) for number in points.split()] for _, points in read_table("land"))
    return tuple(tuple(map(Location, ring[1::2], ring[::2])) for ring in rings)
