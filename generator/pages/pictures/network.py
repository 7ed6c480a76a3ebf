"""The network around a cable: what it cites and is cited by, and theirs, as lines beside a list in the order of time.

A row for each cable, the oldest first, so that names never cover each other and are as large on a phone as anywhere;
arcs to their left lead from each cable that cites to the one that it cites, nearly always upwards. The rows are HTML:
an ordered list of links. The arcs are stretched to the rows' height, whatever that is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

from markupsafe import Markup

from generator.pages.escaping import escape_text
from generator.pages.pictures.neighbours import Step, choose_nodes
from generator.record import Record

_WIDTH = 100
_ROW = 20  # a row's height, in the arcs' units
_ASIDE = 3  # arcs leave a cable above its middle when they lead up, and come in from below under it
_MOST_ARCS = 60
_SHOWN_AS = {Step.HERE: ' class="here"', Step.FAR: ' class="far"'}
"""A cable's own neighbours look alike; which way a citation goes is told by its arc."""


class Node(Record, frozen=True):
    """A cable of the network.

    Attributes:
        key: tells it from the others in the citations.
        text: its reference id.
        href: of its page, relative to the page that the network is on.
        note: its date, as it is written.
        title: its subject, which is cut where there is no room.
    """

    key: str
    text: str
    href: str
    note: str = ""
    title: str = ""


class NetworkWords(Record, frozen=True):
    """What a network says.

    Attributes:
        label: what it shows, such as ``Citations around 09USNATO432``.
        step: says to who does not see the arcs how a cable stands to the one in the middle: ``cited by this cable``.
        left_out: says how many cables are not shown, in a sentence; not asked if there are none.
    """

    label: str
    step: Callable[[Step], str]
    left_out: Callable[[int], str]


def draw_network(
    centre: str, nodes: Sequence[Node], citations: Sequence[tuple[str, str]], words: NetworkWords
) -> Markup:
    """Draw cables and the citations between them.

    Args:
        centre: the key of the cable in the middle.
        nodes: in the order of time; at most 20 are shown, those closest to the centre.
        citations: the key of a cable that cites, and of the one that it cites; others than of the nodes are left out.
        words: what it says.

    Returns:
        A ``figure`` with arcs that are no more than seen, a list of links, and what is left out; nothing if the centre
        is not among the nodes, or has no neighbours.
    """
    steps = choose_nodes(centre, [node.key for node in nodes], citations)
    if len(steps) <= 1:
        return Markup()
    shown = [node for node in nodes if node.key in steps]
    rows = {node.key: row for row, node in enumerate(shown)}
    listed = "".join(_write_row(node, steps[node.key], words) for node in shown)
    left_out = len({node.key for node in nodes}) - len(shown)
    caption = f"<figcaption>{escape_text(words.left_out(left_out))}</figcaption>" if left_out else ""
    return Markup(  # noqa: S704 - every word in it is escaped
        f'<figure class="network" aria-label="{escape_text(words.label)}">'
        f'<div><svg viewBox="0 0 {_WIDTH} {_ROW * len(shown)}" preserveAspectRatio="none" aria-hidden="true">'
        f"{_draw_arcs(centre, rows, citations)}</svg><ol>{listed}</ol></div>{caption}</figure>"
    )


def _write_row(node: Node, step: Step, words: NetworkWords) -> str:
    note = f"<small>{escape_text(node.note)}</small>" if node.note else ""
    title = f"<span>{escape_text(node.title)}</span>" if node.title else ""
    current = ' aria-current="page"' if step is Step.HERE else ""
    return (
        f'<li{_SHOWN_AS.get(step, "")}><a href="{escape_text(node.href)}"{current}>{escape_text(node.text)}</a>'
        f"<b>{escape_text(words.step(step))}</b>{note}{title}</li>"
    )


def _draw_arcs(centre: str, rows: dict[str, int], citations: Sequence[tuple[str, str]]) -> str:
    """Draw the arcs: first those that are not the centre's, then its own over them."""
    drawn = sorted(
        {(rows[one], rows[other]) for one, other in citations if one in rows and other in rows and one != other},
        key=lambda arc: (rows[centre] not in arc, abs(arc[0] - arc[1]), arc),
    )[:_MOST_ARCS]
    own = [arc for arc in drawn if rows[centre] in arc]
    others = [arc for arc in drawn if rows[centre] not in arc]
    return "".join(
        f'<path class="{name}" d="{"".join(_draw_arc(*arc) for arc in arcs)}"/>'
        f'<path class="{name} tip" d="{_draw_tips(arcs)}"/>'
        for name, arcs in (("others", others), ("own", own))
        if arcs
    )


@cache
def _draw_arc(citing: int, cited: int) -> str:
    start, end = _leave(citing, cited), _arrive(citing, cited)
    depth = min(_WIDTH * 4 / 3 - 4, 24 + 24 * math.sqrt(abs(citing - cited)))  # an arc goes three quarters as far
    return f"M{_WIDTH} {start}c-{depth:.0f} 0-{depth:.0f} {end - start} 0 {end - start}"


def _draw_tips(arcs: Sequence[tuple[int, int]]) -> str:
    """Draw an arrow's tip wherever arcs come in, once."""
    return "".join(f"M{_WIDTH} {end}l-8-3v6z" for end in sorted({_arrive(*arc) for arc in arcs}))


def _leave(citing: int, cited: int) -> int:
    return citing * _ROW + _ROW // 2 + (_ASIDE if cited > citing else -_ASIDE)


def _arrive(citing: int, cited: int) -> int:
    return cited * _ROW + _ROW // 2 + (-_ASIDE if cited > citing else _ASIDE)
