"""What is marked up in a body's text, and what stays text."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

from generator.pages.markup import find_pieces, mark_up
from generator.pages.views import canonical, shorten


@pytest.mark.parametrize("gap", ["xxxxx", "XXXXXXXXXXXX", "XxXxXx"])
def test_what_an_earlier_publisher_removed_is_shown_as_a_gap_with_its_letters_kept(gap: str) -> None:
    assert f">{gap}</span>" in mark_up(f"Source {gap} said", set())


@pytest.mark.parametrize("text", ["xxxx", "boxxxxxx", "xxxxxs", "Xerox"])
def test_a_few_letters_x_or_those_inside_a_word_are_no_gap(text: str) -> None:
    assert mark_up(text, set()) == text


@pytest.mark.parametrize("mention", ["ref A", "Ref A", "REF A", "reftel A", "REFTEL A"])
def test_a_mention_of_a_reference_leads_to_its_entry(mention: str) -> None:
    assert mark_up(f"See {mention}.", {"A"}) == f'See <a href="#ref-A">{mention}</a>.'


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("refs A and B", ["refs A", "B"]),
        ("REFS A AND B", ["REFS A", "B"]),
        ("reftels A, B and C", ["reftels A", "B", "C"]),
        ("refs A, B, and C", ["refs A", "B", "C"]),
        ("refs A/B", ["refs A", "B"]),
        ("refs A & B", ["refs A", "B"]),
        ("ref (A)", ["ref (A)"]),
        ("refs (A) and (B)", ["refs (A)", "(B)"]),
        ("(ref A)", ["ref A"]),
        ("ref. A", ["ref. A"]),
        ("ref A's point", ["ref A"]),
        ("ref A, I think", ["ref A"]),
        ("ref A or B", ["ref A", "B"]),
        ("refs D and B", ["B"]),
        ("ref A and Berlin", ["ref A"]),
        ("refs B and A delegation", ["refs B"]),
    ],
)
def test_a_mention_of_several_references_leads_to_each(text: str, links: list[str]) -> None:
    marked = str(mark_up(text, {"A", "B", "C", "I"}))
    assert re.findall(r'<a href="#ref-[A-Z]">([^<]*)</a>', marked) == links
    assert re.sub(r"<[^>]*>", "", marked) == escape(text)


@pytest.mark.parametrize("text", ["See ref B.", "See refA.", "The preface A", "ref a", "ref AB"])
def test_a_mention_of_no_certain_entry_stays_text(text: str) -> None:
    assert mark_up(text, {"A"}) == text


def test_everything_else_is_escaped() -> None:
    assert mark_up('<b>"ref A" & xxxxx', {"A"}) == (
        '&lt;b&gt;&#34;<a href="#ref-A">ref A</a>&#34; &amp; '
        '<span class="gap" title="Removed by an earlier publisher">xxxxx</span>'
    )


def test_finding_is_a_step_of_its_own() -> None:
    assert [(find.start, find.end, find.letter) for find in find_pieces("ref A xxxxxx ref Q")] == [
        (0, 5, "A"),
        (6, 12, ""),
        (13, 18, "Q"),
    ]


def test_a_description_is_cut_at_a_word() -> None:
    assert shorten("one two, three", 10) == "one two…"
    assert shorten("  one \n two ", 10) == "one two"


def test_the_home_page_s_full_address_is_the_folder_s() -> None:
    assert canonical("https://example.org/c/", "index.html") == "https://example.org/c/"
    assert canonical("https://example.org/c/", "tag/PREL.html") == "https://example.org/c/tag/PREL.html"
    assert canonical("", "tag/PREL.html") == ""
