"""The map: a circle for each post, as large as it sent cables, on quiet land; Europe once more, larger."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from markupsafe import Markup

from generator.pages.escaping import escape_text
from generator.pages.pictures.labels import Box, Circle, Label, place_labels
from generator.pages.pictures.outline import draw_land
from generator.pages.pictures.projection import HEIGHT, WIDTH, place_on_map
from generator.pages.pictures.scales import round_numbers
from generator.record import Record
from generator.vocabulary import Location

_FEWEST_IN_EUROPE = 8
"""With fewer posts there, the map of the world shows them well enough."""


_MOST_COVERED = 4
"""So many of a window's largest circles may be covered by all circles together."""

_MARGIN = 4
"""A circle whose middle is closer to a map's edge than this is not on that map."""


class Post(Record, frozen=True):
    """A sender with a place on the map.

    Attributes:
        place: the city, which may be written beside the circle.
        location: where it is.
        count: of its cables.
        href: of its page, relative to the page that the map is on.
        name: what a reader hears, or sees on hover, such as ``Embassy Tehran: 1,234 cables``.
    """

    place: str
    location: Location
    count: int
    href: str
    name: str


class MapWords(Record, frozen=True):
    """What a map says.

    Attributes:
        world: what the map of the world shows, such as ``Senders on a map of the world, by number of cables``.
        europe: the same for the map of Europe.
        number: writes a count beside a circle that shows how large it is: ``1,000``.
    """

    world: str
    europe: str
    number: Callable[[int], str]


class _Window(Record, frozen=True):
    """A part of the map, and how large things are in it, in the map's units.

    Attributes:
        name: a class for the theme.
        box: what it shows.
        largest: the radius of the largest circle.
        least: of the smallest.
        growth: how much larger circles are on a phone; style.css says the same.
        letters: the size of letters where there is room, and on a phone.
        labels: how many names at most, in both cases.
        legend: where the circles that show the scale stand: the middle of their common ground.
    """

    name: str
    box: Box
    largest: float
    least: float
    growth: float
    letters: tuple[float, float]
    labels: tuple[int, int]
    legend: tuple[float, float]


class _Sizes(Record, frozen=True):
    """How large the circles of one window are: areas are counts, but the smallest are as large as can be seen."""

    most: int
    largest: float
    least: float

    def radius(self, count: int) -> float:
        """Give a count's radius."""
        return max(self.least, self.largest * math.sqrt(count / self.most))


WORLD = _Window("world", Box(0, 0, WIDTH, HEIGHT), 48, 6, 1.8, (28, 60), (14, 5), (150, 780))
EUROPE = _Window("europe", Box(925, 54, 1187, 238), 8, 1.2, 1, (4.2, 9), (30, 10), (936, 170))


def draw_map(posts: Sequence[Post], words: MapWords) -> Markup:
    """Draw posts on a map, the larger ones below.

    Args:
        posts: those whose place is known, in any order; those without cables are left out.
        words: what it says.

    Returns:
        One ``svg`` with the world, and one with Europe if many posts are there, each a labelled group of links; nothing
        if there are no cables.
    """
    posts = sorted((post for post in posts if post.count), key=lambda post: (-post.count, post.name, post.href))
    if not posts:
        return Markup()
    land = f'<path id="land" fill-rule="evenodd" d="{draw_land()}"/>'
    maps = _draw_window(WORLD, posts, words.world, land, words.number)
    inside = [post for post in posts if _is_inside(place_on_map(post.location), EUROPE.box)]
    if len(inside) >= _FEWEST_IN_EUROPE:
        maps += _draw_window(EUROPE, inside, words.europe, '<use href="#land"/>', words.number)
    return Markup(f'<div class="maps">{maps}</div>')  # noqa: S704 - every word in it is escaped


def _draw_window(window: _Window, posts: Sequence[Post], label: str, land: str, number: Callable[[int], str]) -> str:
    sizes = _choose_sizes(window, posts)
    circles = _place_circles(posts, sizes)
    box = window.box
    links = "".join(
        f'<a href="{escape_text(post.href)}"><title>{escape_text(post.name)}</title>'
        f'<circle cx="{_write(circle.x)}" cy="{_write(circle.y)}" r="{_write(circle.radius)}"/></a>'
        for post, circle in zip(posts, circles, strict=True)
    )
    wide, narrow = (
        _write_names(window, sizes, circles, at, growth, number) for at, growth in ((0, 1), (1, window.growth))
    )
    view = f"{_write(box.left)} {_write(box.top)} {_write(box.right - box.left)} {_write(box.bottom - box.top)}"
    return (
        f'<svg class="map {window.name}" viewBox="{view}" role="group" aria-label="{escape_text(label)}">'
        f'<g class="land" aria-hidden="true">{land}</g><g class="posts">{links}</g>'
        f'<g class="wide" aria-hidden="true" font-size="{_write(window.letters[0])}">{wide}</g>'
        f'<g class="narrow" aria-hidden="true" font-size="{_write(window.letters[1])}">{narrow}</g></svg>'
    )


def _choose_sizes(window: _Window, posts: Sequence[Post]) -> _Sizes:
    """Choose the largest radius: all circles together cover no more than a few of the window's largest would."""
    most = posts[0].count
    shares = sum(post.count for post in posts) / most
    return _Sizes(most, window.largest * math.sqrt(min(1, _MOST_COVERED / shares)), window.least)


def _place_circles(posts: Sequence[Post], sizes: _Sizes) -> list[Circle]:
    """Give each post its circle. Of posts in one city, each lies in the one before or looks out from under it."""
    before: dict[Location, Circle] = {}
    circles = []
    for post in posts:
        x, y = place_on_map(post.location)
        radius = sizes.radius(post.count)
        below = before.get(post.location)
        if below:
            x = below.x + max(below.radius - radius, radius * 0.8)
        circle = Circle(x, y, radius, post.place)
        before[post.location] = circle
        circles.append(circle)
    return circles


def _write_names(
    window: _Window, sizes: _Sizes, circles: Sequence[Circle], at: int, growth: float, number: Callable[[int], str]
) -> str:
    """Write the scale and the names, as they are where there is room (0) or on a phone (1)."""
    size = window.letters[at]
    x, ground = window.legend
    radius = sizes.largest * growth
    scale = _draw_scale(x, ground, radius, sizes.most, size, number)
    kept_free = Box(x - radius, ground - 2 * radius - size, x + radius + 5 * size, ground)
    grown = [Circle(circle.x, circle.y, circle.radius * growth, circle.name) for circle in circles]
    return scale + "".join(map(_write_label, place_labels(grown, window.box, kept_free, size, window.labels[at])))


def _write_label(label: Label) -> str:
    ends = ' class="end"' if label.is_left else ""
    return f'<text x="{_write(label.x)}" y="{_write(label.y)}"{ends}>{escape_text(label.name)}</text>'


def _draw_scale(x: float, ground: float, largest: float, most: int, size: float, number: Callable[[int], str]) -> str:
    """Draw a circle of a round count, and one of a tenth in it if there is room, with their counts beside them."""
    drawn: list[str] = []
    top = math.inf
    for count in (*round_numbers(most)[-1:], *round_numbers(most // 10)[-1:]):
        radius = largest * math.sqrt(count / most)
        if drawn and ground - 2 * radius < top + size:
            break
        top = ground - 2 * radius
        drawn.append(
            f'<circle cx="{_write(x)}" cy="{_write(ground - radius)}" r="{_write(radius)}"/>'
            f'<text x="{_write(x + largest + size / 3)}" y="{_write(ground - 2 * radius + size / 2)}">'
            f"{escape_text(number(count))}</text>"
        )
    return f'<g class="scale">{"".join(drawn)}</g>' if drawn else ""


def _is_inside(point: tuple[float, float], box: Box) -> bool:
    return (
        box.left + _MARGIN <= point[0] <= box.right - _MARGIN and box.top + _MARGIN <= point[1] <= box.bottom - _MARGIN
    )


def _write(number: float) -> str:
    """Write a number to a tenth, which is as fine as a post's place is known."""
    return f"{round(number, 1) + 0:g}"
