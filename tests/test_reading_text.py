"""A cable's reading text as HTML: what each block becomes, how it is linked, and that nothing in it is markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cable import Block, BlockKind
from generator.pages.reading_text import write_text
from generator.wording import open_wording

ENGLISH = open_wording("en")


def written(*blocks: Block) -> list[str]:
    return str(write_text(blocks, {"A"}, ENGLISH)).splitlines()


def block(text: str = "Text.", kind: BlockKind = BlockKind.PARAGRAPH, **facts: Any) -> Block:
    return Block(kind=kind, text=text, **facts)


def test_a_numbered_paragraph_leads_to_itself_and_says_what_its_portion_mark_means() -> None:
    mark = '<abbr tabindex="0" title="Confidential, Not for foreign nationals">(C/NF)</abbr>'
    assert written(block(number=2, mark="C/NF")) == [f'<p id="p2"><a href="#p2">2.</a> {mark} Text.']


def test_a_mark_of_which_a_part_is_not_known_shows_that_part_as_it_is() -> None:
    assert '<abbr tabindex="0" title="Secret, REL GBR">(S/REL GBR)</abbr> ' in written(block(mark="S/REL GBR"))[0]


def test_a_mark_of_the_whole_text_is_shown_as_it_is_written() -> None:
    mark = '<abbr tabindex="0" title="Confidential, Entire text">(C - Entire text)</abbr> '
    assert written(block("", mark="C - Entire text")) == [f'<p id="u1">{mark}']


def test_every_block_has_an_anchor_of_its_own_even_where_an_annex_counts_anew() -> None:
    lines = written(block(number=1), block(), block(number=1), block(), block(number=1))
    assert re.findall(r'id="(\S+)"', "".join(lines)) == ["p1", "u1", "p1-2", "u2", "p1-3"]


@pytest.mark.parametrize(("level", "shown"), [(1, 1), (3, 3), (4, 3), (9, 3)])
def test_items_are_set_in_by_their_level_up_to_the_deepest_that_themes_know(level: int, shown: int) -> None:
    item = block(kind=BlockKind.ITEM, label="(a)", level=level)
    assert written(item) == ["<ul>", f'<li class="item-{shown}" id="u1"><b>(a)</b> Text.', "</ul>"]


def test_a_table_whose_columns_are_certain_is_one_and_scrolls_by_keyboard() -> None:
    table = block("Port     Buoys\nGrandby  12", BlockKind.TABLE)
    assert written(table) == [
        '<div class="scroll" id="u1" tabindex="0" role="group" aria-label="Table"><table class="cells n2">',
        "<thead><tr><th>Port <th>Buoys <tbody>",
        "<tr><td>Grandby <td>12 ",
        "</table></div>",
    ]


def test_another_table_keeps_its_lines_and_what_stands_before_it_gets_a_line_of_its_own() -> None:
    table = block("A   B\n1 to 2", BlockKind.TABLE, number=4)
    assert written(table) == [
        '<p><a href="#p4">4.</a> ',
        '<pre id="p4" tabindex="0" role="group" aria-label="Table">A   B',
        "1 to 2</pre>",
    ]


def test_the_summary_s_blocks_are_set_apart() -> None:
    lines = str(write_text([block("Short."), block("Long.")], set(), ENGLISH, summary={0})).splitlines()
    assert lines == ['<p class="sum" id="u1">Short.', '<p id="u2">Long.']


def test_a_word_that_a_newcomer_cannot_know_is_explained_where_the_first_of_it_stands() -> None:
    (turkish,) = written(block("İİİ: no aseptel, septel."))
    assert "aseptel, <dfn" in turkish, "a letter has two small ones"
    first, second = written(block("See Septels."), block("A septel."))
    assert first.startswith('<p id="u1">See <dfn tabindex="0" title="Separate telegram: another cable')
    assert first.endswith(">Septels</dfn>.")
    assert second == '<p id="u2">A septel.'


def test_a_mention_of_a_reference_stays_one_where_it_holds_such_a_word() -> None:
    assert written(block("See reftel A.")) == ['<p id="u1">See <a href="#ref-A">reftel A</a>.']


def test_a_rule_is_a_rule() -> None:
    assert written(block("-----", BlockKind.RULE)) == ["<hr>"]


def test_lines_that_were_broken_on_purpose_keep_their_breaks() -> None:
    lines = block("Jane Roe\nP.O. Box 1\nValletta", BlockKind.LINES, number=3)
    assert written(lines) == [
        '<p class="lines" id="p3"><a href="#p3">3.</a> Jane Roe',
        "P.O. Box 1",
        "Valletta",
    ]


def test_a_gap_is_one_in_a_heading_an_item_and_a_table_too() -> None:
    for kind in (BlockKind.HEADING, BlockKind.ITEM, BlockKind.TABLE, BlockKind.LINES):
        assert ' role="img"' in "".join(written(block("of xxxxxxxx", kind)))


def test_mentions_of_references_lead_to_them() -> None:
    assert written(block("See ref A and ref B.")) == ['<p id="u1">See <a href="#ref-A">ref A</a> and ref B.']


class Seen(HTMLParser):
    """What a browser would make of HTML: the elements, the names of their attributes, the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text("<>&\"'aA /=\n", min_size=1), st.sampled_from([*set(BlockKind) - {BlockKind.RULE}]))
def test_nothing_that_a_telegram_says_is_markup(text: str, kind: BlockKind) -> None:
    seen = Seen(str(write_text([block(text, kind, label=text, mark=text, number=1)], set(), ENGLISH)))
    assert seen.elements <= {*"p a abbr b h3 pre span ul li div table tbody tr td th".split()}
    assert seen.attributes <= {"id", "class", "href", "title", "tabindex", "role", "aria-label"}
    assert text in seen.text
