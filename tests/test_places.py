"""Where the stations are: the table of places, the land of the map, and what a site says of its own posts."""

from __future__ import annotations

import math

import pytest

from generator.config import read_config
from generator.errors import ConfigError
from generator.vocabulary import PLACES, STATIONS, Location, read_land
from tests.site_folder import SiteFolder

NEAR = 0.7
"""Degrees by which a coast of few points may be off, as in deep bays and on small islands."""


def distance(post: Location, one: Location, other: Location) -> float:
    """Give the degrees from a post to a piece of coast; degrees of longitude shrink with the latitude."""
    shrink = math.cos(math.radians(post.latitude))
    x1, y1 = (one.longitude - post.longitude) * shrink, one.latitude - post.latitude
    x2, y2 = (other.longitude - post.longitude) * shrink, other.latitude - post.latitude
    square = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = max(0.0, min(1.0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / square)) if square else 0.0
    return math.hypot(x1 + share * (x2 - x1), y1 + share * (y2 - y1))


def is_on_land(post: Location) -> bool:
    inside = False
    for ring in read_land():
        for one, other in zip(ring[-1:] + ring, ring, strict=False):
            if distance(post, one, other) < NEAR:
                return True
            if (one.latitude > post.latitude) != (other.latitude > post.latitude):
                share = (post.latitude - one.latitude) / (other.latitude - one.latitude)
                inside ^= post.longitude < one.longitude + share * (other.longitude - one.longitude)
    return inside


def test_every_city_of_a_station_has_its_place_and_no_other_has() -> None:
    assert set(PLACES) == {station.place for station in STATIONS.values() if station.place}
    assert [code for code, station in STATIONS.items() if not station.location] == ["SECTO"]  # it travels


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_on_the_land_of_the_map_or_at_its_coast(place: str) -> None:
    assert is_on_land(PLACES[place])


def test_the_high_seas_are_no_land() -> None:
    """Else the test above would say nothing."""
    sea = [(0, -30), (45, -40), (-40, 100), (30, -150), (39, 51), (35, 19), (15, 65)]
    assert [point for point in sea if is_on_land(Location(*point))] == []


def test_no_place_is_outside_the_globe_and_each_is_given_to_a_tenth_of_a_degree() -> None:
    for place, location in PLACES.items():
        assert abs(location.latitude) <= 70, place
        assert abs(location.longitude) <= 180, place
        assert round(location.latitude, 1) == location.latitude, place
        assert round(location.longitude, 1) == location.longitude, place


@pytest.mark.parametrize(
    ("west", "east"),
    [("Lisbon", "Madrid"), ("London", "Berlin"), ("Lima", "Brasilia"), ("Tunis", "Cairo"), ("Kabul", "Tokyo")],
)
def test_west_is_left_of_east(west: str, east: str) -> None:
    assert PLACES[west].longitude < PLACES[east].longitude


@pytest.mark.parametrize(
    ("south", "north"), [("Rome", "Oslo"), ("Canberra", "Manila"), ("Pretoria", "Cairo"), ("Lima", "Ottawa")]
)
def test_south_is_below_north(south: str, north: str) -> None:
    assert PLACES[south].latitude < PLACES[north].latitude


def test_two_names_of_one_city_are_one_place() -> None:
    for one, other in [("Kiev", "Kyiv"), ("Dacca", "Dhaka"), ("Bombay", "Mumbai"), ("Peking", "Beijing")]:
        assert PLACES[one] == PLACES[other]


# What a site says

SETTINGS = """\
title: Test
vocabulary:
  stations:
    ATLANTIS: {name: Embassy Atlantis, place: Poseidonia, latitude: 36.4, longitude: 25}
    LEMURIA: {name: Embassy Lemuria}
    CAPETOWN: {latitude: -33.9, longitude: +18.42}
    ALMATY: {place: Astana}
    USNATO: {place: Evere}
    ROME: Mission Rome
"""


def test_a_site_says_where_its_posts_are_and_what_it_leaves_out_stays_as_it_was(site: SiteFolder) -> None:
    ours = read_config(site.settings(SETTINGS).root).vocabulary
    assert ours.station("ATLANTIS").location == Location(36.4, 25)
    assert ours.station("LEMURIA").location is None
    assert ours.station("CAPETOWN").location == Location(-33.9, 18.42)
    assert ours.station("ALMATY").location == PLACES["Astana"]
    assert ours.station("USNATO").location == PLACES["Brussels"]
    assert ours.station("ROME").location == PLACES["Rome"]


@pytest.mark.parametrize(
    ("entry", "message", "remedy"),
    [
        ("{latitude: 36.4}", "'vocabulary.stations.ATLANTIS' has only one of latitude and longitude", "Write both"),
        ("{latitude: 91, longitude: 0}", "'vocabulary.stations.ATLANTIS.latitude' must be degrees", "-33.9"),
        ("{latitude: 0, longitude: -180.1}", "'vocabulary.stations.ATLANTIS.longitude' must be degrees", "-33.9"),
        ("{latitude: 36.4 N, longitude: 0}", "'vocabulary.stations.ATLANTIS.latitude' must be degrees", "-33.9"),
        ("{latitude: .nan, longitude: 0}", "'vocabulary.stations.ATLANTIS.latitude' must be degrees", "-33.9"),
        ("{latitude: [1], longitude: 0}", "'vocabulary.stations.ATLANTIS.latitude' must be degrees", "-33.9"),
        ("{latitude: 0x10, longitude: 0}", "'vocabulary.stations.ATLANTIS.latitude' must be degrees", "-33.9"),
    ],
)
def test_a_place_outside_the_globe_is_reported_with_its_line(
    site: SiteFolder, entry: str, message: str, remedy: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(site.settings(f"vocabulary:\n  stations:\n    ATLANTIS: {entry}\n").root)
    (finding,) = caught.value.findings
    assert (finding.line, finding.code) == (3, "config.value")
    assert message in finding.message
    assert remedy in finding.remedy
