"""What is marked up in a body's text, and what stays text."""

from __future__ import annotations

import re
from collections.abc import Collection

import pytest
from markupsafe import escape

from generator.pages.markup import Marking, find_pieces
from generator.pages.views import canonical, shorten
from generator.wording import open_wording

NAMED = 'role="img" title="redacted by an earlier publisher"'
"""What a screen reader says instead of the letters."""


def mark_up(text: str, letters: Collection[str]) -> str:
    return Marking(letters, open_wording("en")).mark_up(text)


@pytest.mark.parametrize("gap", ["xxxx", "xxxxx", "xxxxxxxxxxxx", "XXXX", "XXXXXXXXXXXX", "XxXxXx", "x" * 200])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Source ", " said"),
        ("", ""),
        ("(", ")"),
        ("", "'s house"),
        ("", "’s house"),
        ("by ", "."),
        ("said.", ""),
        ("to ", "-"),
        ("“", "”"),
        ("", ", of"),
        ("", ".He said"),
        ("a: ", "; b"),
    ],
)
def test_what_an_earlier_publisher_removed_is_a_gap_that_has_a_name(before: str, gap: str, after: str) -> None:
    escaped = [str(escape(text)) for text in (before, after)]
    assert mark_up(f"{before}{gap}{after}", set()) == f'{escaped[0]}<span class="gap" {NAMED}>{gap}</span>{escaped[1]}'


def test_a_long_run_is_a_gap_though_the_next_word_was_run_together_with_it() -> None:
    assert mark_up("xxxxxxxxxxxxof Malta", set()) == f'<span class="gap" {NAMED}>xxxxxxxxxxxx</span>of Malta'


@pytest.mark.parametrize(
    "text",
    [
        "xxx",
        "XXX",
        "XXXI",
        "XXXVIII",
        "MDXXXX",
        "boxxxxxx",
        "xxxxxs",
        "Xerox",
        "xxxx.pdf",
        "xxxxxxxxxxxx.txt",
        "file_xxxx",
        "xxxx_file",
        "http://www.xxxxx.com",
        "https://example.org/xxxxxxxxxxxx/",
        "example.org/xxxx",
        "xxxx@example.org",
        "me@xxxxxx",
        "xxxxxxxxxxxx@example.org",
        "xxxx1",
        "1xxxx",
        "C:\\xxxx",
    ],
)
def test_few_letters_x_or_those_of_a_word_a_file_or_an_address_are_no_gap(text: str) -> None:
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
        '<span class="gap" role="img" title="redacted by an earlier publisher">xxxxx</span>'
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
