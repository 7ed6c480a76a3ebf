"""The outline of the land as the path of an SVG, written in as few bytes as it takes."""

from __future__ import annotations

from functools import cache

from generator.pages.pictures.projection import place_on_map
from generator.vocabulary import read_land


@cache
def draw_land() -> str:
    """Give the path: whole units of the map, each point by its distance from the one before."""
    return "".join(_draw_ring([_round(place_on_map(point)) for point in ring]) for ring in read_land())


def _round(point: tuple[float, float]) -> tuple[int, int]:
    return round(point[0]), round(point[1])


def _draw_ring(points: list[tuple[int, int]]) -> str:
    (x, y), *others = points
    written = [f"M{x} {y}l"]
    for next_x, next_y in others:
        if (next_x, next_y) != (x, y):
            written.append(f"{next_x - x} {next_y - y} ")
        x, y = next_x, next_y
    return "".join(written).replace(" -", "-").rstrip() + "z"
