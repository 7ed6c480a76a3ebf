"""Derives the land of the map: ``python -m tests.land land-50m.json`` writes ``generator/vocabulary/data/land.tsv``.

The source is Natural Earth 4.1 (public domain), its land at 1:50 million, as the npm package world-atlas 2.0.2 has it
in TopoJSON (``package/land-50m.json``). What is left of it is what a calm map needs: coasts as polygons of few points,
finer in Europe, where most posts stand close together; of small islands those that have a post.
"""

from __future__ import annotations

import hashlib
import heapq
import json
import math
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import generator
from generator.pages.pictures.projection import SOUTHERNMOST, place_on_map
from generator.vocabulary import PLACES, Location

Point = tuple[float, float]
"""Longitude and latitude, as the source has them."""

TABLE = Path(generator.__file__).parent / "vocabulary" / "data" / "land.tsv"
SHA256 = "619477ff690c086885e45cb91707d783805561bd75ae8e437b7d4694b0204e0f"
COARSE, FINE = 10.0, 1.2
"""The area in the map's units that a point must change to stay: everywhere, and in Europe."""
EUROPE = (-12, 33, 32, 62)
SMALLEST = 14.0
"""The area, in the same units, of an island that is shown without a post on it."""
NEAR = 0.5
"""Degrees between a post and a coast that it stands on: both are known to a tenth or so."""
DOT = 0.3
"""Degrees from the middle to the corners of an island that would be no more than a point."""

HEAD = """\
# Land: the coasts of a small map of the world, as rings of points: longitude and latitude in degrees, pair after pair.
# Small islands are left out but for those with a post; the smallest are drawn larger than they are. No Antarctica.
# Source: Natural Earth 4.1, land at 1:50 million (public domain, naturalearthdata.com), by the npm package world-atlas
# 2.0.2, land-50m.json; made coarser by tests/land.py.
ring\tpoints
"""


def main() -> None:
    """Read the source that is named on the command line, and write the table."""
    source = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(source).hexdigest() != SHA256:
        sys.exit("This is not land-50m.json of world-atlas 2.0.2.")
    rings = list(read_rings(json.loads(source)))
    large = [ring for ring in rings if area(ring) >= SMALLEST]
    wet = [post for post in PLACES.values() if not any(is_near(post, ring) for ring in large)]
    islands = [max((ring for ring in rings if is_near(post, ring)), key=area) for post in wet]
    dots = [draw_dot(ring) for number, ring in enumerate(islands) if ring not in islands[:number]]
    kept = sorted([*map(thin, large), *dots], key=lambda ring: (-len(ring), ring))
    lines = [f"{number}\t{write_points(ring)}\n" for number, ring in enumerate(kept, start=1)]
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


def write_points(ring: list[Point]) -> str:
    """Write the points to one decimal, the same one once."""
    points = [f"{round(x, 1) + 0:g} {round(y, 1) + 0:g}" for x, y in ring]
    return " ".join(point for point, before in zip(points, points[-1:] + points, strict=False) if point != before)


def is_near(post: Location, ring: list[Point]) -> bool:
    """Tell whether a post is close to a ring's coast, or within it."""
    if any(math.dist((post.longitude, post.latitude), point) < NEAR for point in ring):
        return True
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring, ring, strict=False):
        if (y1 > post.latitude) != (y2 > post.latitude):
            crossed ^= post.longitude < x1 + (x2 - x1) * (post.latitude - y1) / (y2 - y1)
    return crossed


def read_rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Yield the rings of a TopoJSON file, cut where the map ends, each without its first point again."""
    scale, start = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale[0] + start[0], y * scale[1] + start[1]))
        arcs.append(points)
    for geometry in topology["objects"]["land"]["geometries"]:
        for ring in (ring for polygon in geometry["arcs"] for ring in polygon):
            joined = [point for index in ring for point in (arcs[index] if index >= 0 else arcs[~index][::-1])[1:]]
            if max(y for _, y in joined) > SOUTHERNMOST:
                yield from cut(joined)


def cut(ring: list[Point]) -> Iterator[list[Point]]:
    """Cut a ring that crosses the 180th meridian into its two sides."""
    turns, whole = 0, [ring[0]]
    for (before, _), (x, y) in pairwise(ring):
        turns += (before - x > 180) - (x - before > 180)
        whole.append((x + 360 * turns, y))
    for turn in (-360, 0, 360):
        moved = [(x + turn, y) for x, y in whole]
        inside = clip(clip(moved, 180, 1), -180, -1)
        if inside:
            yield inside


def clip(ring: list[Point], edge: float, side: int) -> list[Point]:
    """Keep what of a ring is west (side 1) or east (side -1) of a meridian."""
    kept: list[Point] = []
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring, ring, strict=False):
        if (x1 - edge) * side < 0 < (x2 - edge) * side or (x2 - edge) * side < 0 < (x1 - edge) * side:
            kept.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
        if (x2 - edge) * side <= 0:
            kept.append((x2, y2))
    return kept


def area(ring: list[Point]) -> float:
    """Give a ring's area in the map's units."""
    return abs(sum(triangle(ring[0], one, other) for one, other in pairwise(ring[1:])))


def draw_dot(ring: list[Point]) -> list[Point]:
    """Make a small square, on its corner, of an island that would be no more than a point."""
    x = (min(x for x, _ in ring) + max(x for x, _ in ring)) / 2
    y = (min(y for _, y in ring) + max(y for _, y in ring)) / 2
    return [(x - DOT, y), (x, y + DOT), (x + DOT, y), (x, y - DOT)]


def thin(ring: list[Point]) -> list[Point]:
    """Take away points after Visvalingam: always the one whose triangle with its neighbours is the smallest."""
    left, right = {i: i - 1 for i in range(len(ring))}, {i: i + 1 for i in range(len(ring))}
    left[0], right[len(ring) - 1] = len(ring) - 1, 0
    weights = {i: weight(ring[left[i]], ring[i], ring[right[i]]) for i in range(len(ring))}
    heap = [(weights[i], i) for i in weights]
    heapq.heapify(heap)
    while heap and len(weights) > 4:
        least, i = heapq.heappop(heap)
        if weights.get(i) != least:
            continue
        if least >= 1:
            break
        del weights[i]
        right[left[i]], left[right[i]] = right[i], left[i]
        for j in (left[i], right[i]):
            weights[j] = max(least, weight(ring[left[j]], ring[j], ring[right[j]]))
            heapq.heappush(heap, (weights[j], j))
    return [ring[i] for i in sorted(weights)]


def weight(one: Point, two: Point, three: Point) -> float:
    """Give what the middle point is worth: the triangle's area, with 1 for what is just worth to stay."""
    west, south, east, north = EUROPE
    inside = west <= two[0] <= east and south <= two[1] <= north
    if abs(two[0]) == 180:  # the map's edge
        return math.inf
    return abs(triangle(one, two, three)) / (FINE if inside else COARSE)


def triangle(one: Point, two: Point, three: Point) -> float:
    """Give the area of a triangle on the map; its sign tells which way round it goes."""
    (ax, ay), (bx, by), (cx, cy) = (place_on_map(Location(y, x)) for x, y in (one, two, three))
    return ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


if __name__ == "__main__":
    main()
