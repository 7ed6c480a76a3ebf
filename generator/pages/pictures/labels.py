"""Names on a map: beside the largest circles, where they cover neither each other nor another circle's middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.record import Record

_LETTER = 0.6  # a letter's width, in parts of the letters' size: wider than most are, so that no name runs into another
_RISE, _FALL = 0.8, 0.3  # how far letters go above and below their line


class Circle(Record, frozen=True):
    """A circle on a map, with the name that may stand beside it."""

    x: float
    y: float
    radius: float
    name: str


class Box(Record, frozen=True):
    """What a name covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether both cover a point."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def is_within(self, other: Box) -> bool:
        """Tell whether all of this is in the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


class Label(Record, frozen=True):
    """A name, where its line begins; or where it ends, if it stands to the left of its circle."""

    name: str
    x: float
    y: float
    is_left: bool
    box: Box


def place_labels(circles: Sequence[Circle], frame: Box, kept_free: Box, size: float, most: int) -> list[Label]:
    """Place the names of some circles.

    Args:
        circles: the largest first; a name that stands twice is written once.
        frame: outside of which no name may be.
        kept_free: where none may be either.
        size: of the letters, in the map's units.
        most: how many names at most.
    """
    labels: list[Label] = []
    large = circles[: 2 * most]
    for circle in circles:
        if len(labels) == most:
            break
        if any(label.name == circle.name for label in labels):
            continue
        taken = [kept_free, *(label.box for label in labels)] + [
            _middle(other) for other in large if other is not circle
        ]
        fits = (
            label
            for label in _places(circle, size)
            if label.box.is_within(frame) and not any(label.box.meets(box) for box in taken)
        )
        label = next(fits, None)
        if label:
            labels.append(label)
    return labels


def _places(circle: Circle, size: float) -> Iterator[Label]:
    """Yield the places for a name: right of its circle, or left of it."""
    width, gap = len(circle.name) * size * _LETTER, circle.radius + size / 4
    y = circle.y + size / 3
    for is_left in (False, True):
        x = circle.x - gap if is_left else circle.x + gap
        left = x - width if is_left else x
        yield Label(circle.name, x, y, is_left, Box(left, y - size * _RISE, left + width, y + size * _FALL))


def _middle(circle: Circle) -> Box:
    """Give what of a circle no name may cover."""
    half = circle.radius * 0.7
    return Box(circle.x - half, circle.y - half, circle.x + half, circle.y + half)
