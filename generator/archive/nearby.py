"""What lies near a cable: of the same sender and day, citing the same cables, about something similar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from generator.archive.database import Database
from generator.archive.grouping import by_cable
from generator.archive.similar import similar_of

MOST_NEARBY = 5
"""So many of each kind are shown."""
_MOST_CITING = 50
"""What more sources cite is common ground of too many to say anything."""

_SHARING = """
WITH target AS MATERIALIZED (
    SELECT ordinal, source, target FROM cable CROSS JOIN source_reference AS mine USING (source)
    WHERE ordinal >= ?1 AND ordinal < ?2 AND (
        SELECT count(*) FROM (SELECT 1 FROM source_reference WHERE target = mine.target LIMIT ?3 + 1)
    ) BETWEEN 2 AND ?3
)
SELECT target.ordinal, theirs.ordinal, count(*)
FROM target
CROSS JOIN source_reference AS other ON other.target = target.target AND other.source <> target.source
CROSS JOIN cable AS theirs ON theirs.source = other.source
GROUP BY target.ordinal, theirs.ordinal
"""
_SAME_DAY = """
SELECT ordinal, sender || substr(sent, 1, 10) FROM cable
WHERE sender <> ''
  AND sent >= (SELECT min(substr(sent, 1, 10)) FROM cable WHERE ordinal >= ?1 AND ordinal < ?2)
  AND sent < (SELECT max(substr(sent, 1, 10)) FROM cable WHERE ordinal >= ?1 AND ordinal < ?2) || '~'
ORDER BY ordinal
"""


class Near(NamedTuple):
    """The ordinals of what lies near one cable, by date."""

    same_day: tuple[int, ...] = ()
    sharing: tuple[int, ...] = ()
    similar: tuple[int, ...] = ()


class _All(NamedTuple):
    """Of each cable of a range, all that lies near it, and how much the two have in common."""

    same_day: Mapping[int, Mapping[int, int]]
    sharing: Mapping[int, Mapping[int, int]]
    similar: Mapping[int, Mapping[int, int]]


def nearby_of(database: Database, start: int, stop: int, linked: Mapping[int, Collection[int]]) -> dict[int, Near]:
    """Give what lies near each cable of a range.

    Args:
        database: a finished archive.
        start: the first ordinal.
        stop: the one behind the last.
        linked: of each cable, those that cite it or are cited by it: its page shows them anyhow.
    """
    found = _find(database, start, stop)
    nearby: dict[int, Near] = {}
    for ordinal in found.same_day.keys() | found.sharing.keys() | found.similar.keys():
        shown = set(linked.get(ordinal, ()))
        sharing = _choose(ordinal, found.sharing.get(ordinal, {}), shown)
        similar = _choose(ordinal, found.similar.get(ordinal, {}), shown.union(sharing))
        nearby[ordinal] = Near(_choose(ordinal, found.same_day.get(ordinal, {}), ()), sharing, similar)
    return nearby


def all_nearby(database: Database, ordinal: int) -> set[int]:
    """Give all cables that lie near one, so that their pages may show it."""
    return set().union(*(found.get(ordinal, {}) for found in _find(database, ordinal, ordinal + 1)))


def _find(database: Database, start: int, stop: int) -> _All:
    return _All(
        _find_same_day(database, start, stop),
        by_cable(database.execute(_SHARING, (start, stop, _MOST_CITING))),
        similar_of(database, start, stop),
    )


def _find_same_day(database: Database, start: int, stop: int) -> dict[int, dict[int, int]]:
    """Find for each cable those of its sender and day; cables of a day stand together, so few others are looked at."""
    days: dict[str, list[int]] = defaultdict(list)
    for ordinal, sender_and_day in database.execute(_SAME_DAY, (start, stop)):
        days[sender_and_day].append(ordinal)
    return {
        ordinal: {other: 1 for other in together if other != ordinal}
        for together in days.values()
        if len(together) > 1
        for ordinal in together
        if start <= ordinal < stop
    }


def _choose(ordinal: int, others: Mapping[int, int], without: Collection[int]) -> tuple[int, ...]:
    """Choose those that have most in common with a cable, of these the nearest by date; give them by date."""
    ranked = sorted((-shared, abs(other - ordinal), other) for other, shared in others.items() if other not in without)
    return tuple(sorted(other for _, _, other in ranked[:MOST_NEARBY]))
