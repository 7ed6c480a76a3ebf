"""From the globe to the map: Equal Earth, in which a country is as large as it is, and looks as people know it."""

from __future__ import annotations

import math

from generator.vocabulary import Location

WIDTH = 2000
"""Of the map, in its own units; one is about 20 km at the equator. All longitudes fit."""

NORTHERNMOST, SOUTHERNMOST = 84, -57
"""The latitudes that the map shows: no post is in Antarctica."""

# The four coefficients of the projection (Šavrič, Patterson and Jenny, 2018).
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_ROOT = math.sqrt(3) / 2


def _project(latitude: float, longitude: float) -> tuple[float, float]:
    """Give x to the east and y to the north, both 0 where the equator meets Greenwich's meridian."""
    angle = math.asin(_ROOT * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    stretch = _ROOT * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square))
    x = math.radians(longitude) * math.cos(angle) / stretch
    return x, angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


_SCALE = WIDTH / 2 / _project(0, 180)[0]
_TOP = _project(NORTHERNMOST, 0)[1]

HEIGHT = round((_TOP - _project(SOUTHERNMOST, 0)[1]) * _SCALE)
"""Of the map, in the same units."""


def place_on_map(location: Location) -> tuple[float, float]:
    """Give a point's x from the map's left edge and y from its top, in the map's units."""
    x, y = _project(location.latitude, location.longitude)
    return WIDTH / 2 + x * _SCALE, (_TOP - y) * _SCALE
