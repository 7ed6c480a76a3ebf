"""The network: the cable in the middle and those around it, in the order of time, with all their citations."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.pictures import NetworkWords, Node, draw_network
from tests import gallery
from tests.drawn import cases, own_bytes, read, words

MOST_OWN_BYTES = 1_000
ROW, WIDTH = 8, 40

graphs = st.integers(1, 20).flatmap(
    lambda count: st.tuples(
        st.integers(0, count - 1),
        st.just(count),
        st.lists(
            st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] != pair[1]),
            max_size=60,
        ),
    )
)


def make_nodes(count: int) -> list[Node]:
    return [Node(f"09LIMA{place}", f"{place}.html", "a date") for place in range(count)]


def arcs(tree: Any) -> set[tuple[int, int]]:
    """Give the rows that each arc leads from and to, and see to it that it stays inside."""
    drawn = set()
    for path in (each.get("d") for each in tree.iter("path")):
        for start, depth, back, rise, end in re.findall(r"M0 (\d+)c-(\d+) 0-(\d+) ?(-?\d+) 0 ?(-?\d+)", path):
            assert depth == back
            assert rise == end
            assert int(depth) * 3 / 4 <= WIDTH
            drawn.add((int(start) // ROW, (int(start) + int(end)) // ROW))
    return drawn


@cases
@given(graphs)
def test_every_citation_is_an_arc_with_its_tip_at_what_is_cited(graph: tuple[int, int, list[tuple[int, int]]]) -> None:
    centre, count, citations = graph
    tree = read(draw_network(centre, make_nodes(count), citations, gallery.NETWORK))
    assert arcs(tree) == set(citations)
    tips = Counter(
        int(start) + int(rise)
        for path in tree.iter("path")
        for start, rise in re.findall(r"M0 (\d+)c\S+ 0\S+ ?-?\d+ 0 ?(-?\d+)m-3-1 3 1-3 1", path.get("d"))
    )
    assert {place // ROW for place in tips} == {cited for _, cited in citations}
    assert all(count <= 2 for count in tips.values()), "one of the cable's own arcs, one of the others"
    assert tree.find(".//svg").get("viewBox") == f"-{WIDTH} 0 {WIDTH} {ROW * count}"


def test_the_rows_are_in_the_order_of_time_and_say_how_each_cable_stands_to_this_one() -> None:
    citations = [(1, 0), (2, 1), (3, 2), (1, 4), (4, 1)]
    tree = read(draw_network(1, make_nodes(5), citations, gallery.NETWORK))
    links = [row[0] for row in tree.iter("li")]
    assert [(link.getnext().tag, link.getnext().text) for link in links] == [
        ("b", "cited by this cable"),
        ("b", "this cable"),
        ("b", "cites this cable"),
        ("i", "two steps away"),
        ("b", "cites this cable and is cited by it"),
    ]
    assert [row.get("aria-current") for row in tree.iter("li")] == [None, "page", None, None, None]
    assert [link.get("href") for link in links] == ["0.html", None, "2.html", "3.html", "4.html"]


def test_the_cable_s_own_citations_are_drawn_over_the_others() -> None:
    tree = read(draw_network(1, make_nodes(3), [(1, 0), (2, 0)], gallery.NETWORK))
    assert [path.get("class") for path in tree.iter("path")] == [None, "own"]


def test_what_is_left_out_is_said() -> None:
    said = NetworkWords(str, "81 cables further away are not shown.")
    tree = read(draw_network(0, make_nodes(2), [(0, 1)], said))
    assert tree.find(".//figcaption").text == "81 cables further away are not shown."
    assert read(draw_network(0, make_nodes(2), [(0, 1)], gallery.NETWORK)).find(".//figcaption") is None


def test_a_full_network_takes_few_bytes() -> None:
    centre, nodes, citations = gallery.network(4, 3)
    drawn = draw_network(centre, nodes, citations, gallery.NETWORK)
    given_texts = [text for node in nodes for text in (node.text, node.href, node.note)]
    assert len(nodes) == 8
    assert own_bytes(drawn, *given_texts) <= MOST_OWN_BYTES


@cases
@given(graphs)
def test_the_same_citations_make_the_same_picture_in_any_order(graph: tuple[int, int, list[tuple[int, int]]]) -> None:
    centre, count, citations = graph
    nodes = make_nodes(count)
    one, other = (draw_network(centre, nodes, each, gallery.NETWORK) for each in (citations, citations[::-1]))
    assert one == other


@cases
@given(words, words)
def test_words_and_addresses_stay_text(text: str, href: str) -> None:
    said = NetworkWords(lambda step: f"{text}{step}", text)
    nodes = [Node(text, f"x{href}", text) for _ in range(8)]
    tree = read(draw_network(3, nodes, [(3, place) for place in range(8) if place != 3], said))
    assert {link.get("href") for link in tree.iter("a")} == {f"x{href}"}
    assert all((row[0].text or "") == text for row in tree.iter("li"))
    assert not list(tree.iter("script"))
