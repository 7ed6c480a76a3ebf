"""Which cables a network shows, and how each stands to the one in the middle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

MOST = 20
"""Cables in a network: more are no picture but a list, which the page has too."""


class Step(StrEnum):
    """How a cable of the network stands to the one in the middle."""

    HERE = "here"
    CITED = "cited"
    CITING = "citing"
    BOTH = "both"
    FAR = "far"


def choose_nodes(centre: str, keys: Sequence[str], citations: Sequence[tuple[str, str]]) -> Mapping[str, Step]:
    """Choose the cables to be shown: the centre, its neighbours, and theirs as far as there is room.

    Neighbours come first that are nearest in the order of time; of the second step, those with most citations to what
    is shown already.

    Args:
        centre: the key of the cable in the middle.
        keys: of all cables, in the order of time.
        citations: the key of a cable that cites, and of the one that it cites.

    Returns:
        The chosen keys with their steps, in the order of time; none if the centre is not among the keys.
    """
    places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    if centre not in places:
        return {}
    known = {(one, other) for one, other in citations if one in places and other in places and one != other}
    cited = {other for one, other in known if one == centre}
    citing = {one for one, other in known if other == centre}

    def distance(key: str) -> int:
        return abs(places[key] - places[centre])

    near = sorted(cited | citing, key=lambda key: (distance(key), places[key]))[: MOST - 1]
    shown = {centre, *near}
    links: dict[str, int] = {}
    for key in (key for pair in known for key in pair if (pair[0] in shown) != (pair[1] in shown)):
        if key not in shown and key not in cited | citing:
            links[key] = links.get(key, 0) + 1
    far = sorted(links, key=lambda key: (-links[key], distance(key), places[key]))[: MOST - len(shown)]
    steps = {key: Step.CITED if key in cited else Step.CITING for key in near}
    steps |= dict.fromkeys(cited & citing & shown, Step.BOTH) | dict.fromkeys(far, Step.FAR) | {centre: Step.HERE}
    return {key: steps[key] for key in places if key in steps}
