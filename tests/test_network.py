"""The network: the cable in the middle, its neighbours and theirs, in the order of time, with all their citations."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.pictures import NetworkWords, Node, Step, draw_network
from generator.pages.pictures.neighbours import MOST, choose_nodes
from tests import gallery
from tests.drawn import cases, own_bytes, paths, read, words

MOST_OWN_BYTES = 3_000
ROW, WIDTH = 20, 100

keys = st.lists(st.integers(0, 80).map(str), min_size=1, max_size=60, unique=True)
graphs = keys.flatmap(
    lambda found: st.tuples(
        st.sampled_from(found),
        st.just(found),
        st.lists(st.tuples(st.sampled_from(found), st.sampled_from(found)), max_size=120),
    )
)


def nodes_of(found: list[str]) -> list[Node]:
    return [Node(key, f"09LIMA{key}", f"{key}.html", "a date", "a subject") for key in found]


def arcs(tree: Any) -> set[tuple[int, int]]:
    """Give the rows that each arc leads from and to, and see to it that it stays inside."""
    drawn = set()
    for path in [*paths(tree, "own"), *paths(tree, "others")]:
        for start, depth, back, rise, end in re.findall(r"M100 (\d+)c-(\d+) 0-(\d+) (-?\d+) 0 (-?\d+)", path):
            assert depth == back
            assert rise == end
            assert int(depth) * 3 / 4 <= WIDTH
            drawn.add((int(start) // ROW, (int(start) + int(end)) // ROW))
    return drawn


@cases
@given(graphs)
def test_neighbours_come_before_theirs_and_none_is_further_than_two_steps(
    graph: tuple[str, list[str], list[tuple[str, str]]],
) -> None:
    centre, found, citations = graph
    steps = choose_nodes(centre, found, citations)
    assert len(steps) <= MOST
    assert list(steps) == [key for key in found if key in steps]
    assert steps[centre] is Step.HERE
    links = {frozenset(pair) for pair in citations if pair[0] != pair[1]}
    near = {key for key in found if frozenset((centre, key)) in links and key != centre}
    far = {key for key in found if any(frozenset((key, other)) in links for other in near)} - near - {centre}
    shown_near, shown_far = near & set(steps), far & set(steps)
    assert set(steps) == {centre} | shown_near | shown_far
    assert shown_near == near or len(steps) == MOST
    assert not shown_far or shown_near == near
    assert len(steps) == min(MOST, 1 + len(near) + len(far)) or shown_near != near
    for key in shown_near:
        cited, citing = (centre, key) in citations, (key, centre) in citations
        assert steps[key] is (Step.BOTH if cited and citing else Step.CITED if cited else Step.CITING)
    assert all(steps[key] is Step.FAR for key in shown_far)


@cases
@given(graphs)
def test_every_citation_between_cables_that_are_shown_is_an_arc(
    graph: tuple[str, list[str], list[tuple[str, str]]],
) -> None:
    centre, found, citations = graph
    drawn = draw_network(centre, nodes_of(found), citations, gallery.NETWORK)
    if not drawn:
        assert not any(centre in pair and pair[0] != pair[1] for pair in citations)
        return
    tree = read(drawn)
    rows = {link.get("href").removesuffix(".html"): row for row, link in enumerate(tree.iter("a"))}
    expected = {(rows[a], rows[b]) for a, b in citations if a in rows and b in rows and a != b}
    shown = arcs(tree)
    assert shown <= expected
    assert shown == expected or len(shown) == 60
    tips = {int(y) // ROW for path in paths(tree, "tip") for y in re.findall(r"M100 (\d+)l-8-3v6z", path)}
    assert tips == {cited for _, cited in shown}
    assert int(tree.find(".//svg").get("viewBox").split()[3]) == ROW * len(rows)


def test_the_rows_are_in_the_order_of_time_and_say_how_each_cable_stands_to_this_one() -> None:
    citations = [("b", "a"), ("c", "b"), ("d", "c"), ("b", "e"), ("e", "b")]
    tree = read(draw_network("b", nodes_of(list("abcde")), citations, gallery.NETWORK))
    assert [(row.get("class"), row.find("b").text) for row in tree.iter("li")] == [
        (None, "cited by this cable"),
        ("here", "this cable"),
        (None, "cites this cable"),
        ("far", "two steps away"),
        (None, "cites this cable and is cited by it"),
    ]
    assert [link.get("aria-current") for link in tree.iter("a")] == [None, "page", None, None, None]
    assert arcs(tree) == {(1, 0), (2, 1), (3, 2), (1, 4), (4, 1)}


def test_what_is_left_out_is_said() -> None:
    centre, nodes, citations = gallery.network(60, 40)
    tree = read(draw_network(centre, nodes, citations, gallery.NETWORK))
    assert len(list(tree.iter("li"))) == MOST
    assert tree.find(".//figcaption").text == "81 cables further away are not shown."
    few = read(draw_network("b", nodes_of(["a", "b"]), [("b", "a")], gallery.NETWORK))
    assert few.find(".//figcaption") is None


def test_of_many_neighbours_those_next_in_time_are_shown() -> None:
    found = [str(number) for number in range(60)]
    steps = choose_nodes("30", found, [("30", key) for key in found])
    assert list(steps) == [str(number) for number in range(20, 40)]


def test_a_cable_alone_has_no_network() -> None:
    assert draw_network("a", nodes_of(["a", "b"]), [], gallery.NETWORK) == ""
    assert draw_network("a", nodes_of(["a", "b"]), [("a", "a"), ("b", "c")], gallery.NETWORK) == ""
    assert draw_network("x", nodes_of(["a", "b"]), [("a", "b")], gallery.NETWORK) == ""


def test_a_full_network_takes_few_bytes() -> None:
    for near, far in ((14, 6), (60, 40), (5, 30)):
        centre, nodes, citations = gallery.network(near, far)
        drawn = draw_network(centre, nodes, citations, gallery.NETWORK)
        shown = [node for node in nodes if f">{node.text}<" in drawn]
        steps = choose_nodes(centre, [node.key for node in nodes], citations)
        spoken = [gallery.STEPS[step] for step in steps.values()]
        texts = [text for node in shown for text in (node.text, node.href, node.note, node.title)]
        assert own_bytes(drawn, *texts, *spoken) <= MOST_OWN_BYTES


@cases
@given(graphs)
def test_the_same_citations_make_the_same_picture_in_any_order(
    graph: tuple[str, list[str], list[tuple[str, str]]],
) -> None:
    centre, found, citations = graph
    one, other = (draw_network(centre, nodes_of(found), each, gallery.NETWORK) for each in (citations, citations[::-1]))
    assert one == other


@cases
@given(words, words)
def test_words_and_addresses_stay_text(text: str, href: str) -> None:
    said = NetworkWords(text, lambda step: f"{text}{step}", lambda count: f"{text}{count}")
    nodes = [Node(str(number), text, f"x{href}", text, text) for number in range(30)]
    tree = read(draw_network("3", nodes, [("3", str(number)) for number in range(30)], said))
    assert {link.get("href") for link in tree.iter("a")} == {f"x{href}"}
    assert all((link.text or "") == text for link in tree.iter("a"))
    assert not list(tree.iter("script"))
    assert tree[0].get("aria-label") == text
