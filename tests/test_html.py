"""The HTML of every printed page, judged by a strict parser and by what its markup weighs."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import html5lib
import pytest

from generator.config import read_config
from generator.press import build_site
from tests.site_folder import SiteFolder


def pages_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))
    }


def test_every_page_of_the_sample_is_valid_to_a_strict_parser(sample: Path) -> None:
    parser = html5lib.HTMLParser(strict=True)
    pages = pages_of(sample)
    assert len(pages) > 200
    for address, html in pages.items():
        try:
            parser.parse(html)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{address}: {error}")


def test_no_id_stands_twice_on_a_page_and_every_link_on_the_page_finds_its_id(sample: Path) -> None:
    for address, html in pages_of(sample).items():
        ids = Counter(re.findall(r'\sid="([^"]+)"', html))
        assert [name for name, count in ids.items() if count > 1] == [], address
        assert {name for name in re.findall(r'href="#([^"]+)"', html) if name not in ids} == set(), address


def test_every_page_says_what_it_is_when_its_link_is_pasted(sample: Path) -> None:
    for address, html in pages_of(sample).items():
        if address == "404.html":
            continue
        assert re.search(r"<title>[^<]{3,}</title>", html), address
        for name in ("description", "og:title", "og:description", "og:type"):
            assert re.search(rf'<meta [^>]*"{name}" [^>]*content="[^"]+"', html), f"{address}: {name}"


def test_a_canonical_address_is_the_site_s_url_and_the_page_s_address(sample: Path) -> None:
    url = "https://example.org/harbour-exercise/"
    for address, html in pages_of(sample).items():
        if address == "404.html":
            continue
        expected = url if address == "index.html" else url + address
        assert f'<link rel="canonical" href="{expected}"' in html, address


def test_a_stranger_s_text_is_never_markup(site: SiteFolder) -> None:
    attack = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    site.settings(f"title: 'T {attack}'\ndescription: 'D {attack}'\nurl: https://example.org/\n")
    site.page("own.md", f"---\ntitle: 'P {attack}'\n---\n{attack}\n\n[a](javascript:alert(1)) <b onclick=x>b</b>\n")
    site.cable(
        "09VALLETTA118.txt",
        subject=f"S {attack}",
        tags=(attack.replace(" ", ""), "PREL"),
        refs=f"A. {attack}",
        body=f"¶1. (U) {attack}\n\n{attack.upper()}\n\n- {attack}\n\n  a   b   {attack}\n  c   d   {attack}\n",
    )
    site.file(f"content/cables/{attack.replace('/', '_')}.txt", f"{attack}\n\nNo header, all fictional.\n")
    build_site(read_config(site.root))
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    for address, html in pages_of(site.output).items():
        tree = parser.parse(html)
        for element in tree.iter():
            assert element.tag != "img", address
            assert element.tag != "script" or element.get("src"), address
            assert not [name for name in element.attrib if name.startswith("on")], address
            assert not (element.get("href") or "").strip().lower().startswith("javascript:"), address


def test_what_was_published_with_a_cable_is_linked_by_its_address_and_only_where_that_is_a_web_page(
    site: SiteFolder,
) -> None:
    media = "[https://example.org/film/1, 'javascript:alert(1)', 'http://example.net/?a=b&c', ftp://example.org/x]"
    site.file("content/cables/a.md", f"---\nid: 09OSLO1\nmedia: {media}\n---\nUNCLAS OSLO 000001\n\n1. Exercise.\n")
    site.build()
    html = site.read("cable/undated/09OSLO1.html")
    assert '<a href="https://example.org/film/1" rel="external noreferrer">example.org/film/1</a>' in html
    assert ">example.net/?a=b&amp;c</a>" in html
    assert "javascript" not in html.partition("<main")[2].partition('class="source"')[0]
    assert "ftp:" not in html
