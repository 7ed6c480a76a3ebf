"""The map: land from the repository, circles in proportion, names that do not meet."""

from __future__ import annotations

import math
import re
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.pictures import MapWords, Post, draw_map
from generator.pages.pictures.labels import Box, Circle, place_labels
from generator.pages.pictures.outline import draw_land
from generator.pages.pictures.projection import HEIGHT, WIDTH, place_on_map
from generator.pages.pictures.world_map import EUROPE, WORLD
from generator.vocabulary import PLACES, Location
from tests import gallery
from tests.drawn import cases, own_bytes, read, words

MOST_BYTES_OF_LAND = 12_000
MOST_BYTES_A_POST = 85
"""Of our own, for a circle on the map of the world."""

locations = st.builds(Location, st.floats(-56, 83), st.floats(-180, 180))
some_posts = st.lists(
    st.builds(
        Post, st.sampled_from(sorted(PLACES)), locations, st.integers(1, 10**6), st.just("a.html"), st.just("A post")
    ),
    min_size=1,
    max_size=60,
)


def maps(posts: list[Post]) -> list[Any]:
    return list(read(draw_map(posts, gallery.MAP)).iter("svg"))


def circles(drawn: Any) -> list[tuple[float, float, float]]:
    """Give the circles of the posts, in the order in which they are drawn."""
    found = drawn.iterfind(".//a/circle")
    return [(float(each.get("cx")), float(each.get("cy")), float(each.get("r"))) for each in found]


# Land and projection


def test_the_land_is_small_and_written_in_whole_numbers() -> None:
    land = draw_land()
    assert len(land) <= MOST_BYTES_OF_LAND
    assert re.fullmatch(r"(M\d+ -?\d+l-?\d+[ -]\d+([ -]\d+[ -]\d+)*z)+", land)


@cases
@given(locations)
def test_what_is_shown_is_on_the_map(location: Location) -> None:
    x, y = place_on_map(location)
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


@cases
@given(locations, st.floats(0.5, 3))
def test_a_square_of_the_globe_is_as_large_everywhere_on_the_map(location: Location, side: float) -> None:
    def area(middle: Location) -> float:
        tall, broad = side / 2, side / 2 / math.cos(math.radians(middle.latitude))
        corners = [
            place_on_map(Location(middle.latitude + up * tall, middle.longitude + right * broad))
            for up, right in ((-1, -1), (-1, 1), (1, 1), (1, -1))
        ]
        return abs(
            sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True))
        )

    inland = Location(max(-50.0, min(75.0, location.latitude)), location.longitude)
    assert math.isclose(area(inland), area(Location(0, 0)), rel_tol=0.03)


def test_places_are_where_people_look_for_them() -> None:
    x, y = place_on_map(Location(0, 0))
    assert (round(x), round(y)) == (WIDTH // 2, 483)
    assert place_on_map(PLACES["Lima"])[0] < place_on_map(PLACES["Lagos"])[0] < place_on_map(PLACES["Tokyo"])[0]
    assert place_on_map(PLACES["Oslo"])[1] < place_on_map(PLACES["Rome"])[1] < place_on_map(PLACES["Luanda"])[1]


# Posts


@cases
@given(some_posts)
def test_a_circle_s_area_is_its_count_and_the_small_ones_lie_above(posts: list[Post]) -> None:
    drawn = circles(maps(posts)[0])
    counts = sorted((post.count for post in posts), reverse=True)
    assert len(drawn) == len(posts)
    largest = 48 * min(1, math.sqrt(4 * counts[0] / sum(counts)))
    for count, (_, _, radius) in zip(counts, drawn, strict=True):
        assert radius == round(max(6, largest * math.sqrt(count / counts[0])), 1)


@cases
@given(some_posts)
def test_all_circles_together_cover_no_more_than_four_large_ones(posts: list[Post]) -> None:
    radii = [radius for _, _, radius in circles(maps(posts)[0])]
    assert sum(radius**2 for radius in radii if radius > 6) <= 4 * 48**2 + 100


@cases
@given(some_posts)
def test_every_post_has_its_link_and_its_name(posts: list[Post]) -> None:
    links = list(maps(posts)[0].iter("a"))
    assert len(links) == len(posts)
    assert all(link.get("href") == "a.html" and link.find("title").text == "A post" for link in links)


@cases
@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=7))
def test_posts_of_one_city_do_not_hide_each_other(counts: list[int]) -> None:
    posts = [Post("Vienna", PLACES["Vienna"], count, f"{number}.html", "") for number, count in enumerate(counts)]
    drawn = circles(maps(posts)[0])
    for below, above in combinations(drawn, 2):
        seen = below[2] + math.dist(below[:2], above[:2]) - above[2]  # of the one below, beside the one above
        assert seen >= min(4.5, below[2])


def test_europe_is_drawn_larger_where_many_posts_are_and_takes_the_land_from_the_world() -> None:
    few = gallery.some_posts("PARIS", "ROME", "LONDON", "BERN", "VIENNA", "WARSAW", "OSLO")
    assert len(maps(few)) == 1
    world, europe = maps([*few, *gallery.some_posts("LISBON", "LIMA", "JERUSALEM")])
    assert len(list(world.iter("a"))) == 10
    assert len(list(europe.iter("a"))) == 8
    assert europe.find(".//use").get("href") == f"#{world.find('.//path').get('id')}"
    left, top, width, height = map(float, europe.get("viewBox").split())
    assert all(left < x < left + width and top < y < top + height for x, y, _ in circles(europe))


def test_a_map_of_all_posts_takes_few_bytes() -> None:
    posts = gallery.posts(250)
    drawn = draw_map(posts, gallery.MAP)
    given = [text for post in posts for text in (post.href, post.name)]
    world = str(drawn).partition('<svg class="map europe"')[0]
    assert own_bytes(type(drawn)(world), *given) <= MOST_BYTES_OF_LAND + MOST_BYTES_A_POST * len(posts) + 3000


def test_the_theme_lets_circles_grow_on_a_phone_as_names_stand_clear_of_them() -> None:
    assert f".world .posts circle {{ transform: scale({WORLD.growth}); }}" in gallery.STYLE.read_text(encoding="utf-8")
    assert EUROPE.growth == 1


def test_without_cables_there_is_no_map() -> None:
    assert draw_map([], gallery.MAP) == ""
    assert draw_map([Post("Rome", PLACES["Rome"], 0, "a.html", "none")], gallery.MAP) == ""


def test_the_order_in_which_posts_come_changes_nothing() -> None:
    posts = gallery.posts(120)
    assert draw_map(posts, gallery.MAP) == draw_map(posts[::-1], gallery.MAP)


@cases
@given(words, words, words)
def test_words_and_addresses_stay_text(place: str, href: str, name: str) -> None:
    posts = [Post(place, location, 3, f"x{href}", name) for location in list(PLACES.values())[:40]]
    said = MapWords(name, place, lambda count: f"{name}{count}")
    drawn = read(draw_map(posts, said))
    assert {link.get("href") for link in drawn.iter("a")} == {f"x{href}"}
    assert {element.tag for element in drawn.iter()} <= set("root div svg g a title circle path use text".split())
    assert drawn.find(".//svg").get("aria-label") == name


# Names

squares = st.integers(0, 1000)
many_circles = st.lists(
    st.builds(Circle, squares, squares, st.integers(1, 60), st.sampled_from(sorted(PLACES))), max_size=40
)


@cases
@given(many_circles, st.integers(5, 80), st.integers(1, 30))
def test_names_meet_neither_each_other_nor_the_edge_nor_what_is_kept_free(
    found: list[Circle], size: int, most: int
) -> None:
    frame, kept_free = Box(0, 0, 1000, 1000), Box(0, 800, 200, 1000)
    labels = place_labels(found, frame, kept_free, size, most)
    assert len(labels) <= most
    assert len({label.name for label in labels}) == len(labels)
    assert not any(one.box.meets(other.box) for one, other in combinations(labels, 2))
    assert all(label.box.is_within(frame) and not label.box.meets(kept_free) for label in labels)


def test_the_largest_have_their_names_first() -> None:
    found = [Circle(500, 500, 40, "Rome"), Circle(520, 500, 9, "Vatican City"), Circle(100, 100, 5, "Lima")]
    labels = place_labels(found, Box(0, 0, 1000, 1000), Box(0, 0, 0, 0), 20, 2)
    assert [label.name for label in labels] == ["Rome", "Lima"]
