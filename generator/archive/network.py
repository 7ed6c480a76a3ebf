"""The network of citations around a cable: what it cites and is cited by, and what these cite and are cited by."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.archive.database import Database
from generator.archive.entries import CableEntry, Network

_MOST, _MOST_NEAR = 6, 4
"""Cables beside the one in the middle, and how many of them may be its own neighbours: more are a list, no picture."""
_MOST_OF_ONE = 40
"""A neighbour with more neighbours is common ground of too many to say anything: they are not followed."""
_REMEMBERED = 10_000

_NEIGHBOURS = """
SELECT citing, cited FROM citation WHERE citing = ?1
UNION SELECT citing, cited FROM citation WHERE cited = ?1
ORDER BY citing, cited LIMIT ?2
"""
Pair = tuple[int, int]
"""The ordinal of a cable that cites, and of the one that it cites."""


class Around(NamedTuple):
    """The network around a cable.

    Attributes:
        cables: the ordinals of those in it, by date, the one in the middle among them.
        citations: between them.
        left_out: how many more there are within two steps.
    """

    cables: tuple[int, ...]
    citations: tuple[Pair, ...]
    left_out: int


def make_network(around: Around | None, entries: Mapping[int, CableEntry]) -> Network | None:
    """Make the record of a network, given the entries of its cables."""
    if around is None:
        return None
    places = {ordinal: place for place, ordinal in enumerate(around.cables)}
    return Network(
        tuple([entries[ordinal] for ordinal in around.cables]),
        tuple([(places[citing], places[cited]) for citing, cited in around.citations]),
        around.left_out,
    )


class Networks:
    """Finds the networks of an archive's cables.

    Args:
        database: a finished archive.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._pairs_of = lru_cache(maxsize=_REMEMBERED)(self._find_pairs)

    def around(self, ordinal: int, cites: Collection[int], cited_by: Collection[int]) -> Around | None:
        """Give the network around a cable; None where nothing is two steps away, as then lists say it all.

        Args:
            ordinal: of the cable.
            cites: what it cites.
            cited_by: what cites it.
        """
        neighbours = {*cites, *cited_by} - {ordinal}
        near = sorted(neighbours, key=lambda other: (abs(other - ordinal), other))[:_MOST_NEAR]
        pairs = {(ordinal, other) for other in cites} | {(other, ordinal) for other in cited_by}
        pairs.update(pair for other in near for pair in self._pairs_of(other))
        links: dict[int, int] = {}
        for one, other in pairs:
            for each in {one, other} - neighbours - {ordinal}:
                links[each] = links.get(each, 0) + 1
        if not links:
            return None
        far = sorted(links, key=lambda other: (-links[other], abs(other - ordinal), other))[: _MOST - len(near)]
        shown = {ordinal, *near, *far}
        inside = tuple(sorted((one, other) for one, other in pairs if one in shown and other in shown and one != other))
        return Around(tuple(sorted(shown)), inside, len(neighbours) + len(links) + 1 - len(shown))

    def within_two_steps(self, ordinal: int) -> Iterator[int]:
        """Yield the cables in whose networks one may stand."""
        near = {each for pair in self._find_pairs(ordinal, limit=-1) for each in pair} - {ordinal}
        yield from near
        for other in near:
            yield from (each for pair in self._pairs_of(other) for each in pair)

    def _find_pairs(self, ordinal: int, limit: int = _MOST_OF_ONE + 1) -> tuple[Pair, ...]:
        """Give what a cable cites and is cited by; nothing if that is too much."""
        rows = self._database.execute(_NEIGHBOURS, (ordinal, limit)).fetchall()
        return tuple(rows) if limit < 0 or len(rows) < limit else ()
