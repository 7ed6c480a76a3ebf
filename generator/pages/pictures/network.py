"""The network around a cable: what it cites and is cited by, and theirs, as lines beside a list in the order of time.

A row for each cable, the oldest first, so that names never cover each other and are as large on a phone as anywhere;
arcs to their left lead from each cable that cites to the one that it cites, nearly always upwards. The rows are HTML:
an ordered list of links. The arcs are stretched to the rows' height, whatever that is.

Nearly every page has one, so it is written in few bytes: rows are told apart by what their words stand in (``b`` for
the cable's neighbours, ``i`` for those further away), and an ``li`` ends where the next one begins.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache

from markupsafe import Markup

from generator.pages.escaping import escape_text
from generator.record import Record

_WIDTH = 40
_ROW = 8  # a row's height, in the arcs' units
_ASIDE = 1  # arcs leave a cable above its middle when they lead up, and come in from below under it
_TIP = "m-3-1 3 1-3 1"  # drawn from where an arc ended
_DEEPEST = _WIDTH * 4 / 3 - 2  # a curve goes three quarters as far as the points that pull it

Arc = tuple[int, int]
"""The row of a cable that cites, from 0, and of the one that it cites."""


class Step(StrEnum):
    """How a cable of the network stands to the one in the middle."""

    HERE = "here"
    CITED = "cited"
    CITING = "citing"
    BOTH = "both"
    FAR = "far"


class Node(Record, frozen=True):
    """A cable of the network.

    Attributes:
        text: its reference id.
        href: of its page, relative to the page that the network is on.
        note: its date, as it is written.
    """

    text: str
    href: str
    note: str = ""


class NetworkWords(Record, frozen=True):
    """What a network says.

    Attributes:
        step: says to who does not see the arcs how a cable stands to the one in the middle: ``cited by this cable``.
        left_out: says that some cables are not shown, in a sentence; empty if all are.
    """

    step: Callable[[Step], str]
    left_out: str = ""


def draw_network(centre: int, nodes: Sequence[Node], citations: Iterable[Arc], words: NetworkWords) -> Markup:
    """Draw cables and the citations between them.

    Args:
        centre: the place, among the nodes, of the cable in the middle.
        nodes: in the order of time.
        citations: the places of a cable that cites, and of the one that it cites.
        words: what it says.

    Returns:
        A ``figure`` with arcs that are no more than seen, a list of links, and what is left out.
    """
    arcs = sorted(set(citations))
    rows = "".join(_write_row(node, _step(place, centre, arcs), words) for place, node in enumerate(nodes))
    caption = f"<figcaption>{escape_text(words.left_out)}</figcaption>" if words.left_out else ""
    return Markup(  # noqa: S704 - every word in it is escaped
        f'<figure class="network"><div><svg viewBox="-{_WIDTH} 0 {_WIDTH} {_ROW * len(nodes)}"'
        f' preserveAspectRatio="none" aria-hidden="true">'
        f"{_draw_arcs(centre, arcs)}</svg><ol>{rows}</ol></div>{caption}</figure>"
    )


def _step(place: int, centre: int, arcs: Sequence[Arc]) -> Step:
    if place == centre:
        return Step.HERE
    match (centre, place) in arcs, (place, centre) in arcs:
        case True, True:
            return Step.BOTH
        case True, False:
            return Step.CITED
        case False, True:
            return Step.CITING
    return Step.FAR


def _write_row(node: Node, step: Step, words: NetworkWords) -> str:
    text, note, said = escape_text(node.text), escape_text(node.note), escape_text(words.step(step))
    if step is Step.HERE:
        return f'<li aria-current="page"><span>{text}</span> <b>{said}</b> {note}'
    name = "i" if step is Step.FAR else "b"
    return f'<li><a href="{escape_text(node.href)}">{text}</a> <{name}>{said}</{name}> {note}'


def _draw_arcs(centre: int, arcs: Sequence[Arc]) -> str:
    """Draw the arcs: first those that are not the centre's, then its own over them."""
    own = [arc for arc in arcs if centre in arc]
    others = [arc for arc in arcs if centre not in arc]
    return "".join(
        f'<path{name} d="{"".join(_draw_with_tips(some))}"/>'
        for name, some in (("", others), (' class="own"', own))
        if some
    )


def _draw_with_tips(arcs: Iterable[Arc]) -> Iterator[str]:
    """Draw arcs, and an arrow's tip where the first of them comes in at each place."""
    tipped = set[int]()
    for citing, cited in arcs:
        yield _draw_arc(citing, cited)
        if (end := _arrive(citing, cited)) not in tipped:
            tipped.add(end)
            yield _TIP


@cache
def _draw_arc(citing: int, cited: int) -> str:
    start, end = _leave(citing, cited), _arrive(citing, cited)
    depth = min(_DEEPEST, 10 + 10 * math.sqrt(abs(citing - cited)))
    rise = f" {end - start}" if end > start else f"{end - start}"
    return f"M0 {start}c-{depth:.0f} 0-{depth:.0f}{rise} 0{rise}"


def _leave(citing: int, cited: int) -> int:
    return citing * _ROW + _ROW // 2 + (_ASIDE if cited > citing else -_ASIDE)


def _arrive(citing: int, cited: int) -> int:
    return cited * _ROW + _ROW // 2 + (-_ASIDE if cited > citing else _ASIDE)
