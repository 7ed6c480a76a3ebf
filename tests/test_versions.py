"""Two texts of one cable: what counts as the same text, and how others are compared."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.same_text import digest_words
from generator.cable import Cable, Source
from generator.pages.alignment import Aligner, Span
from generator.pages.comparison import Piece, Row, compare_texts, split_paragraphs
from generator.pages.versions import find_differences
from generator.telegram import parse_telegram
from generator.wording import open_wording
from tests.growth import TIMES, grows_too_fast
from tests.printed_pages import broken_links
from tests.site_folder import SiteFolder
from tests.source_files import write_row
from tests.telegrams import telegram

ENGLISH = open_wording("en")


def side(rows: list[Row], name: str) -> str:
    return "\n".join(" ".join(piece.text for piece in getattr(row, name)) for row in rows)


def changed(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.changed]


def changes(left: str, right: str) -> list[tuple[list[str], list[str]]]:
    """Give what is marked on the left and on the right of each row that differs."""
    rows = [row for row in compare_texts(left, right) if not row.same]
    return [(changed(row.left), changed(row.right)) for row in rows]


# The same text

ONE = "UNCLAS OSLO 000118\n\n¶1. (U) The buoy – it's “fictional” – has not been seen since.\n\n¶2. (U) Nor its lamp.\n"
SAME = {
    "line feeds and spaces": ONE.replace(" ", "  ").replace("seen since", "seen\nsince"),
    "a page line in mid-sentence": ONE.replace("not been", "not\n\nVALLETTA 00000118  001.2 OF 003\n\n\nbeen"),
    "another page line": ONE.replace("not been", "not\nPAGE 02        VALLETTA 00118  01 OF 02  082030Z\nbeen"),
    "an end of transmission": ONE + "\nNNNN\n",
    "no pilcrow": ONE.replace("¶", ""),
    "straight quotes and hyphens": ONE.replace("“", '"').replace("”", '"').replace("–", "-"),
    "round apostrophe": ONE.replace("it's", "it’s"),
    "a hard space": ONE.replace("(U) ", "(U)\u00a0"),
    "letters as numeric entities": ONE.replace("“", "&#8220;").replace("”", "&#x201D;").replace("'", "&#39;"),
    "mojibake": ONE.replace("'", "â€™").replace("¶", "Â¶"),
}
OTHER = {
    "a letter": ONE.replace("lamp", "lamps"),
    "a capital": ONE.replace("buoy", "Buoy"),
    "a word fewer": ONE.replace("has not", "has"),
    "a comma": ONE.replace("seen since", "seen, since"),
    "an accent": ONE.replace("lamp", "lámp"),
    "the portion mark": ONE.replace("¶2. (U)", "¶2. (C)"),
    "the classification": ONE.replace("UNCLAS", "SECRET"),
    "words together": ONE.replace("not been", "notbeen"),
    "a paragraph fewer": ONE.replace("¶2. (U) Nor its lamp.", ""),
    "a line that only looks like a page's": ONE.replace("Nor its lamp", "Page 02 of Nor its lamp"),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_what_transmission_and_publishers_put_into_a_text_does_not_make_another(text: str) -> None:
    assert text != ONE
    assert digest_words(text) == digest_words(ONE)


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_whatever_the_author_may_have_written_in_another_way_makes_another_text(text: str) -> None:
    assert text != ONE
    assert digest_words(text) != digest_words(ONE)


def test_a_tag_as_a_link_is_the_tag() -> None:
    plain = telegram().replace("[PREL](#)", "PREL").replace("[MT](#)", "MT")
    assert plain != telegram()
    assert digest_words(plain) == digest_words(telegram())


def test_a_classification_alone_on_its_line_counts_though_transmission_repeats_it() -> None:
    assert digest_words("SECRET\n\n1. Exercise.") != digest_words("CONFIDENTIAL\n\n1. Exercise.")


# Aligning

sequences = st.lists(st.sampled_from("abcde"), max_size=30)


@given(sequences, sequences)
def test_spans_cover_both_sequences_in_their_order_and_what_is_called_the_same_is(
    left: list[str], right: list[str]
) -> None:
    spans = Aligner().align(left, right)
    i = j = 0
    for span in spans:
        assert (span.left_start, span.right_start) == (i, j)
        assert not span.same or left[i : span.left_stop] == right[j : span.right_stop]
        i, j = span.left_stop, span.right_stop
    assert (i, j) == (len(left), len(right))
    assert all(one.same != other.same for one, other in pairwise(spans))


def test_too_long_to_compare_as_a_whole_two_texts_are_held_together_by_what_both_have_once() -> None:
    left = [word for number in range(5_000) for word in ("the", "buoy", str(number), "the")]
    right = left.copy()
    right[1_001], right[15_001] = "lamp", "lamp"
    differing = [span for span in Aligner().align(left, right) if not span.same]
    assert differing == [Span(1_001, 1_002, 1_001, 1_002, False), Span(15_001, 15_002, 15_001, 15_002, False)]


# Paragraphs and lines


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("FM AMEMBASSY OSLO\nTO SECSTATE\n\nUNCLAS", ["FM AMEMBASSY OSLO", "TO SECSTATE", "UNCLAS"]),
        (
            "1. (U) An exercise in which nothing happens at all, and that\nwas to be expected.\n2. (U) No.",
            ["1. (U) An exercise in which nothing happens at all, and that was to be expected.", "2. (U) No."],
        ),
        (
            "1. (U) An exercise about a strong smell of\n\nVALLETTA 00000118  001.2 OF 003\n\n\nlemons.\n\n2. No.",
            ["1. (U) An exercise about a strong smell of VALLETTA 00000118  001.2 OF 003 lemons.", "2. No."],
        ),
        ("Buoys     Seen   Lost\nRed         12      1", ["Buoys     Seen   Lost", "Red         12      1"]),
        ("It stood near the mole of Marsabbiena for years.  \nNow not.", None),
        ("\n \n", []),
        ("", []),
    ],
)
def test_a_text_falls_into_paragraphs_and_into_the_lines_of_headers_and_tables(
    text: str, paragraphs: list[str] | None
) -> None:
    expected = [line.strip() for line in text.split("\n")] if paragraphs is None else paragraphs
    assert list(split_paragraphs(text)) == expected


def test_a_text_that_is_wrapped_in_another_way_falls_into_the_same_paragraphs() -> None:
    words = "¶1. (U) " + "The buoy of this exercise is still adrift, and nobody minds it. " * 6
    lines, line = [], ""
    for word in words.split():
        if len(line) + len(word) > 68:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    wrapped = "\n".join([*lines, line])
    assert wrapped.count("\n") > 4
    assert list(split_paragraphs(wrapped)) == list(split_paragraphs(words))


# Comparing

SCRAPS = ["a", "b", "The ", "buoy ", " ", "\n", "\n\n", "¶1. ", "   ", "1. (C) ", "“", '"', "\t", "\u00a0", "."]
LINES = [*ONE.split("\n"), *telegram().split("\n"), "PAGE 02 ROME 01196 01 OF 02 082030Z", "A wholly new line."]
scraps = st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join)
texts = scraps | st.lists(st.sampled_from(LINES), max_size=12).map("\n".join)


@given(texts | st.text(max_size=60), texts)
@settings(max_examples=200, deadline=None)
def test_the_left_side_read_back_is_the_first_text_and_the_right_side_the_second_word_for_word(
    left: str, right: str
) -> None:
    rows = compare_texts(left, right)
    assert side(rows, "left").split() == left.split()
    assert side(rows, "right").split() == right.split()


@given(texts, texts)
@settings(max_examples=200, deadline=None)
def test_a_row_that_stands_for_both_sides_has_the_same_words_on_both_and_no_other_row_has(
    left: str, right: str
) -> None:
    for row in compare_texts(left, right):
        on_left, on_right = side([row], "left").split(), side([row], "right").split()
        assert row.same == (on_left == on_right)
        assert not (row.same and (changed(row.left) or changed(row.right)))


@given(texts)
def test_a_text_compared_with_itself_differs_nowhere(text: str) -> None:
    assert all(row.same for row in compare_texts(text, text))


OLD = (
    "UNCLAS OSLO 000012\n\n1. (U) The buoy of this exercise was seen on Monday by two fishermen.\n\n"
    "2. (U) Nobody minds it, and the harbor master least of all.\n\n3. (U) The lamp burns."
)


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("Monday", "Tuesday", [(["Monday"], ["Tuesday"])]),
        ("two fishermen", "two old fishermen", [([], ["old"])]),
        ("seen on Monday", "seen", [(["on Monday"], [])]),
        ("UNCLAS", "CONFIDENTIAL", [(["UNCLAS"], ["CONFIDENTIAL"])]),
        ("3. (U) The lamp burns.", "", [(["3. (U) The lamp burns."], [])]),
        ("\n\n3. (U)", "\n\n3. (U) A new one, quite unlike.\n\n4. (U)", None),
        ("harbor master least of all", "mayor of Oslo most", None),
    ],
)
def test_what_differs_is_marked_and_nothing_else(
    before: str, after: str, marked: list[tuple[list[str], list[str]]] | None
) -> None:
    found = changes(OLD, OLD.replace(before, after))
    if marked is not None:
        assert found == marked
    assert found
    assert all("fishermen" not in " ".join([*left, *right]) for left, right in found)


def test_paragraphs_that_were_changed_stand_next_to_each_other_and_a_new_one_stands_alone() -> None:
    new = OLD.replace("Monday", "Tuesday").replace("2. (U)", "2. (U) Reykjavik has been told at once.\n\n3. (U)")
    new = new.replace("3. (U) The lamp", "4. (U) The lamp")
    pairs = [(side([row], "left")[:8], side([row], "right")[:8]) for row in compare_texts(OLD, new) if not row.same]
    assert pairs == [("1. (U) T", "1. (U) T"), ("", "2. (U) R"), ("2. (U) N", "3. (U) N"), ("3. (U) T", "4. (U) T")]


def test_signs_that_mean_the_same_are_shown_as_each_side_has_them_and_are_not_marked() -> None:
    (row,) = compare_texts("¶1. (U) An exercise’s “end”.", '1. (U) An exercise\'s "end".')
    assert (row.same, changed(row.left), changed(row.right)) == (False, [], [])
    assert side([row], "left") == "¶1. (U) An exercise’s “end”."


# Growth

DISTINCT = "".join(
    f"{number}. (U) Exercise paragraph {number} of a long text. It is fictional.\n\n" for number in range(2_000)
)
GROWING: dict[str, tuple[Callable[[int], str], Callable[[int], str]]] = {
    "two lines that alternate": (lambda n: "x\n" * n, lambda n: "x\ny\n" * (n // 2)),
    "two words that alternate": (lambda n: "x " * n, lambda n: "x y " * (n // 2)),
    "all words another": (lambda n: "".join(f"a{i} " for i in range(n)), lambda n: "".join(f"b{i} " for i in range(n))),
    "all lines another": (
        lambda n: "".join(f"a{i}\n" for i in range(n)),
        lambda n: "".join(f"b{i}\n" for i in range(n)),
    ),
    "backwards": (lambda n: "".join(f"w{i}\n" for i in range(n)), lambda n: "".join(f"w{n - i}\n" for i in range(n))),
    "anchored stretches of repeats": (
        lambda n: "".join(f"{'x ' * 90}w{i}\n\n" for i in range(n // 90)),
        lambda n: "".join(f"{'x y ' * 45}w{i}\n\n" for i in range(n // 90)),
    ),
    "one long line against many": (lambda n: "word " * n, lambda n: "word word other\n\n" * (n // 3)),
    "every paragraph a little": (
        lambda n: "".join(f"{i}. (U) The exercise {i} is fictional and long.\n\n" for i in range(n // 8)),
        lambda n: "".join(f"{i}. (U) The exercise {i} was fictional and long.\n\n" for i in range(n // 8)),
    ),
}  # fmt: skip
WORDS = 24_000


@pytest.mark.parametrize(("left", "right"), GROWING.values(), ids=GROWING)
def test_comparing_takes_no_more_time_than_grows_with_the_texts(
    left: Callable[[int], str], right: Callable[[int], str]
) -> None:
    small, large = ((left(words), right(words)) for words in (WORDS // TIMES, WORDS))
    assert not grows_too_fast(lambda: compare_texts(*small), lambda: compare_texts(*large))


# The page


def test_a_cable_s_page_shows_each_other_version_next_to_the_first(site: SiteFolder) -> None:
    for name, place in (("a", "OSLO"), ("b", "BERN"), ("c", "ROME")):
        site.cable(f"{name}.txt", subject=f"EXERCISE: A BUOY FOR {place}", tags=("PREL", place[:2]))
    report = site.build()
    assert [finding.code for finding in report.findings] == ["cable.other-version"] * 2
    page = site.view("cable/2009/10/09VALLETTA118.html")
    assert [each.text for each in page.all("h3")][-2:] == ["Version 2 against version 1", "Version 3 against version 1"]
    removed, added = [each.text for each in page.all("del")], [each.text for each in page.all("ins")]
    assert removed.count("OSLO") == 2
    assert {"BERN", "ROME", "BE", "RO", "EXERCISE: A BUOY FOR BERN"} <= set(added)
    assert "OS" in removed
    assert "versions" in page.ids()
    assert list(broken_links(site.printed())) == []


def test_what_a_table_or_a_page_says_beside_its_telegram_is_no_difference_between_texts(site: SiteFolder) -> None:
    text = telegram(body="¶1. (U) The “buoy”.\n\n¶2. (U) The lamp.")
    damaged = text.replace("“", "&#8220;").replace("¶", "Â¶").replace("lamp", "bell")
    row = write_row("1", "10/7/2009 5:31", "09VALLETTA118", "Embassy Valletta", "SECRET", "", "", damaged)
    site.file("content/cables/a.txt", text).file("content/cables/b.csv", row).build()
    page = site.view("cable/2009/10/09VALLETTA118.html")
    assert [each.text for each in page.all("del")][1:] == ["lamp."]
    assert [each.text for each in page.all("ins")][1:] == ["bell."]
    assert "1 line or paragraph differs" in site.read("cable/2009/10/09VALLETTA118.html")


def test_what_only_one_source_says_beside_a_text_is_on_the_page_whichever_is_shown(site: SiteFolder) -> None:
    head = "---\nmedia: ['https://example.org/film']\naliases: [09SECTION01OF02VALLETTA118]\n---\n"
    site.file("content/cables/a.txt", telegram()).file("content/cables/b.md", head + telegram()).build()
    html = site.read("cable/2009/10/09VALLETTA118.html")
    assert ">example.org/film</a>" in html
    assert "09SECTION01OF02VALLETTA118" in html


def test_a_pilcrow_or_a_round_quote_is_not_called_a_difference_where_another_word_is_one(site: SiteFolder) -> None:
    site.cable("a.txt", body="¶1. (U) The “buoy”.\n\n¶2. (U) The lamp is lit.")
    site.cable("b.txt", body='1. (U) The "buoy".\n\n2. (U) The lamp is dark.').build()
    page = site.view("cable/2009/10/09VALLETTA118.html")
    assert [each.text for each in page.all("ins")][1:] == ["dark."]
    assert "1 line or paragraph differs" in site.read("cable/2009/10/09VALLETTA118.html")


def test_a_page_of_one_text_has_nothing_about_versions(site: SiteFolder) -> None:
    site.cable("a.txt").cable("b.txt").build()
    html = site.read("cable/2009/10/09VALLETTA118.html")
    assert "ersion" not in html
    assert "<del>" not in html


def test_nothing_in_a_version_is_markup(site: SiteFolder) -> None:
    site.cable("a.txt", body="1. (U) Exercise <script>alert(1)</script> and </del><b>this</b>.")
    site.cable("b.txt", body="1. (U) Exercise <img src=x onerror=alert(1)> & </ins> that.").build()
    html = site.read("cable/2009/10/09VALLETTA118.html")
    assert "<script>alert" not in html
    assert "<img" not in html
    assert html.count("<ins>") == html.count("</ins>")
    assert html.count("<del>") == html.count("</del>")


def test_what_is_the_same_stands_once_and_a_long_stretch_of_it_is_folded(site: SiteFolder) -> None:
    body = "\n\n".join(f"{number}. (U) Exercise paragraph number {number}, fictional." for number in range(1, 12))
    site.cable("a.txt", body=body).cable("b.txt", body=body.replace("paragraph number 6", "paragraph six")).build()
    page = site.view("cable/2009/10/09VALLETTA118.html")
    same = [each.text for each in page.all("p") if each.text == "9. (U) Exercise paragraph number 9, fictional."]
    assert len(same) == 2, "once in the reading text, once in the comparison"
    folds = [each.text for each in page.all("summary") if "the same" in each.text]
    assert len(folds) == 2
    assert [each.text for each in page.all("del")][1:] == ["number 6,"]
    assert [each.text for each in page.all("ins")][1:] == ["six,"]


def test_facts_of_the_header_that_differ_are_told_apart_and_those_that_do_not_are_counted() -> None:
    first = parse(telegram(level="UNCLAS", tags=("PREL", "MT", "KSCA")))
    other = parse(telegram(level="CONFIDENTIAL", tags=("PREL", "MT", "NATO"), signer="ROE"))
    found = {each.name: (each.removed, each.added, each.kept) for each in find_differences(first, other, ENGLISH)}
    assert found == {
        "Classification": (("UNCLASSIFIED",), ("CONFIDENTIAL",), 0),
        "Tags": (("KSCA",), ("NATO",), 2),
        "Signer": (("PENDLEWOOD",), ("ROE",), 0),
    }


def parse(text: str) -> Cable:
    return parse_telegram(text, Source(path="a.txt", line=1, sha256=""))
