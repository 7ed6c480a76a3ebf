"""The publisher's notes on cables: named as theirs, never markup, and printed again only where they are."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from generator.pages import read_note
from tests.printed_pages import broken_links
from tests.site_folder import SiteFolder, codes

CABLE = "cable/2009/10/09VALLETTA1.html"
SETTLED = 0.15
NOTE = """---
title: What came of it
author: The editors
date: 2011-09-02
press:
- {title: A lamp is lost, url: "https://example.org/lamp?a=1&b=2", outlet: The Harbour Post, date: 2010-12-01}
- url: http://example.org/plain/
---
The *lamp* was [found](about.html), as [the press](https://example.org/) said.

# Sources

None.
"""


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A site of three cables, one of them with a note, built."""
    site = SiteFolder(tmp_path)
    for serial in (1, 2, 3):
        site.cable(f"{serial}.txt", serial=serial)
    site.page("about.md", "# About\n").note("09VALLETTA1.md", NOTE)
    time.sleep(SETTLED)
    site.build(jobs=1)
    return site


def changed_by(site: SiteFolder, text: str, name: str = "09VALLETTA1.md") -> set[str]:
    before = site.printed()
    site.note(name, text).build(jobs=1)
    after = site.printed()
    return {address for address in after if after[address] != before.get(address)} - {"SHA256SUMS"}


def test_a_note_stands_on_its_cable_s_page_and_says_whose_it_is(site: SiteFolder) -> None:
    page = site.view(CABLE)
    assert "Note by the publisher What came of it The lamp was found" in page.text
    assert "The editors, 2 September 2011" in page.text
    assert page.links()["a note"] == CABLE
    assert "note" in page.ids()
    assert "Note by the publisher" not in site.view("cable/2009/10/09VALLETTA2.html").text
    assert list(broken_links(site.printed())) == []


def test_what_a_note_leads_to_in_the_site_is_found_from_the_site_s_folder(site: SiteFolder) -> None:
    links = site.view(CABLE).links()
    assert links["found"] == "about.html"
    assert '<a href="https://example.org/" rel="external noreferrer">' in site.read(CABLE)
    site.file("content/cables/undated.txt", "Nothing dates this, and all of it is fictional.\n")
    site.note("undated.md", "See [about](about.html) and {root}.\n\n![{root}](x.png)\n").build()
    undated = site.view("cable/undated/UNDATED.html")
    assert undated.links()["about"] == "about.html"
    assert "and {root}." in undated.text
    assert 'alt="{root}"' in site.read("cable/undated/UNDATED.html")


def test_press_links_stand_in_the_publisher_s_order_with_outlet_and_date(site: SiteFolder) -> None:
    page = site.view(CABLE)
    assert "In the press A lamp is lostThe Harbour Post, 1 December 2010 example.org/plain" in page.text
    assert 'href="https://example.org/lamp?a=1&amp;b=2" rel="external noreferrer"' in site.read(CABLE)


@pytest.mark.parametrize(
    "wrong",
    [
        "{title: No address}",
        "{url: 'http:///x'}",
        "{url: 'https://a\"b'}",
        "{url: 'https://x.org/a<b'}",
        "x",
        "{url: [a]}",
    ],
)
def test_an_entry_of_the_press_that_is_none_is_told_and_the_others_stand(wrong: str) -> None:
    good = "{title: Good, url: 'https://example.org/good', date: 2010-12-01}"
    note, found = read_note(f"---\npress: [{wrong}, {good}]\n---\n", "09VALLETTA1.md")
    assert [each.title for each in note.press] == ["Good"]
    assert [each.code for each in found] == ["note.front-matter"]
    assert found[0].message.startswith("'press', entry 1: ")


def test_a_picture_of_another_host_is_a_link_and_told_with_its_line() -> None:
    pictures = "![a *map*](https://example.org/m.png) [![](//x.org/i.png)](https://x.org) ![i](i.png)"
    note, found = read_note(f"---\ntitle: T\n---\nA\n\nB {pictures}\n", "09VALLETTA1.md")
    assert note.html == (
        '<p>A</p>\n<p>B <a href="https://example.org/m.png" rel="external noreferrer">a map</a> '
        '<a href="https://x.org" rel="external noreferrer">//x.org/i.png</a> <img src="{root}i.png" alt="i" /></p>\n'
    )
    assert [(each.path, each.line, each.code) for each in found] == [("09VALLETTA1.md", 6, "page.foreign-picture")] * 2


def test_a_note_may_be_press_links_alone(site: SiteFolder) -> None:
    site.note("09VALLETTA2.md", "---\npress: [{url: 'https://example.org/x'}]\n---\n").build()
    page = site.view("cable/2009/10/09VALLETTA2.html")
    assert "In the press" in page.text
    assert "Note by the publisher" not in page.text


@pytest.mark.parametrize("name", ["09 VALLETTA 000001.md", "2009-valletta-1.md", "deep/er/09valletta1.MD"])
def test_a_note_finds_its_cable_by_the_id_in_any_spelling(site: SiteFolder, name: str) -> None:
    (site.root / "content/notes/09VALLETTA1.md").unlink()
    site.note(name, "Found.\n")
    assert "note.no-cable" not in codes(site.build())
    assert "Found." in site.view(CABLE).text


def test_a_note_on_a_cable_that_is_not_there_is_a_finding_until_the_cable_comes(site: SiteFolder) -> None:
    report = site.note("09VALLETTA77.md", "A note.\n").build(jobs=1)
    (finding,) = (each for each in report.findings if each.code == "note.no-cable")
    assert finding.path == "content/notes/09VALLETTA77.md"
    assert "09VALLETTA77" in finding.message
    assert site.build(jobs=1).findings == report.findings
    assert "note.no-cable" not in codes(site.cable("77.txt", serial=77).build(jobs=1))
    assert "A note." in site.view("cable/2009/10/09VALLETTA77.html").text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe", "note.unreadable"),
        (b"---\ntitle: [a\n---\nText.\n", "note.front-matter"),
        (b"---\nsubject: x\n---\nText.\n", "note.front-matter"),
        (b"---\ndate: yesterday\n---\nText.\n", "note.front-matter"),
        (b"---\ntitle: [a]\n---\nText.\n", "note.front-matter"),
        (b"---\npress: x\n---\nText.\n", "note.front-matter"),
        (b"---\npress: [{url: 'javascript:alert(1)'}]\n---\nText.\n", "note.front-matter"),
        (b"---\npress: [{url: 'https://x.org', page: 2}]\n---\nText.\n", "note.front-matter"),
    ],
)
def test_a_note_with_a_mistake_is_reported_with_its_file_and_what_is_sound_is_printed(
    site: SiteFolder, data: bytes, code: str
) -> None:
    report = site.file("content/notes/09VALLETTA2.md", data).build()
    assert [(each.code, each.path) for each in report.findings if each.code.startswith("note.")] == [
        (code, "content/notes/09VALLETTA2.md")
    ]
    assert ("Text." in site.view("cable/2009/10/09VALLETTA2.html").text) == (code != "note.unreadable")


def test_of_two_notes_on_a_cable_one_is_printed_and_the_other_reported(site: SiteFolder) -> None:
    report = site.note("09-VALLETTA-1.md", "The first by name.\n").build()
    (finding,) = (each for each in report.findings if each.code == "note.same-name")
    assert finding.path == "content/notes/09VALLETTA1.md"
    assert "content/notes/09-VALLETTA-1.md" in finding.message
    assert "The first by name." in site.view(CABLE).text


def test_nothing_in_a_note_is_markup(site: SiteFolder) -> None:
    evil = "<script>alert(1)</script>"
    front = f'---\ntitle: "{evil}"\nauthor: "{evil}"\npress: [{{title: "{evil}", url: "https://x.org/"}}]\n---\n'
    site.note("09VALLETTA1.md", f'{front}{evil} [x](javascript:alert(1)) `"{evil}`\n').build()
    html = site.read(CABLE)
    assert "<script>alert" not in html
    assert "javascript:alert(1)" not in [element.target for element in site.view(CABLE).all("a")]


# What is printed again


def test_after_a_note_changed_only_its_cable_s_page_is_printed(site: SiteFolder) -> None:
    assert changed_by(site, "Another note.\n") == {CABLE}
    assert changed_by(site, "A first note.\n", "09VALLETTA2.md") == {"cable/2009/10/09VALLETTA2.html"}
    before = site.printed()
    site.build(jobs=1, clean=True)
    assert site.printed() == before


def test_after_a_note_is_gone_so_is_what_it_said(site: SiteFolder) -> None:
    shutil.rmtree(site.root / "content" / "notes")
    site.build(jobs=1)
    assert "publisher" not in site.view(CABLE).text


def test_where_no_note_changed_nothing_is_printed(site: SiteFolder) -> None:
    assert list(site.build(jobs=1).seconds) == ["find", "look"]


# How a note is read


def test_a_first_heading_is_the_title_and_others_are_below_those_of_the_page() -> None:
    note, wrong = read_note("# Title\n\nText.\n\n# Part\n\n###### Deep\n", "09VALLETTA1.md")
    assert (note.cable_id, note.title, wrong) == ("09VALLETTA1", "Title", ())
    assert note.html == "<p>Text.</p>\n<h3>Part</h3>\n<h6>Deep</h6>\n"


def test_a_title_is_words_without_what_marks_them_up() -> None:
    note, _ = read_note("# About *us* & ``code``, [there](x.html)\n\nText.\n", "09VALLETTA1.md")
    assert note.title == "About us & code, there"
