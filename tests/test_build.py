"""From a folder of cables to a site: put cables in, build, look at the pages, change something, build again."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.errors import ThemeError
from generator.exports import sitemap_files
from tests.printed_pages import broken_links
from tests.site_folder import SiteFolder, codes, files_of
from tests.telegrams import telegram

CABLE = "cable/2009/10/09VALLETTA118.html"
ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
PAGE_OF_5 = "title: Test\nurl: https://example.org/cables/\npage_size: 5\n"


def on(day: int, month: int = 10, year: int = 2009) -> datetime:
    return datetime(year, month, day, 5, 31, tzinfo=UTC)


# A cable's page


def test_a_cable_has_a_page_at_the_address_under_which_these_cables_were_first_published(site: SiteFolder) -> None:
    site.cable("some name.txt", subject="EXERCISE: LIGHTS").build()
    page = site.view(CABLE)
    assert [heading.text for heading in page.all("h1")] == ["Exercise: Lights"]
    assert "This is an exercise. Everything in it is fictional." in page.text
    assert "09VALLETTA118" in page.text
    assert "p1" in page.ids()


def test_a_cable_s_page_leads_to_its_sender_tags_year_month_and_day(site: SiteFolder) -> None:
    site.cable("a.txt", tags=("PREL", "MT")).build()
    expected = {"sender/VALLETTA.html", "tag/PREL.html", "tag/MT.html"}
    expected |= {"date/2009.html", "date/2009/10.html", "date/2009/10/07.html"}
    assert expected <= set(site.view(CABLE).addresses())


def test_the_source_text_can_be_downloaded_as_it_is(site: SiteFolder) -> None:
    site.cable("a.txt").build()
    assert "source/2009/10/09VALLETTA118.txt" in site.view(CABLE).addresses()
    assert site.read("source/2009/10/09VALLETTA118.txt") == telegram()


def test_previous_and_next_lead_to_the_neighbours_by_date_and_by_sender(site: SiteFolder) -> None:
    for day, (post, serial) in enumerate(
        [("VALLETTA", 1), ("OSLO", 2), ("VALLETTA", 3), ("OSLO", 4), ("VALLETTA", 5)], 1
    ):
        site.cable(f"{serial}.txt", post=post, serial=serial, sent=on(day))
    site.build()
    page = site.view("cable/2009/10/09VALLETTA3.html")
    assert page.related("prev") == ["cable/2009/10/09OSLO2.html", "cable/2009/10/09VALLETTA1.html"]
    assert page.related("next") == ["cable/2009/10/09OSLO4.html", "cable/2009/10/09VALLETTA5.html"]
    assert site.view("cable/2009/10/09VALLETTA1.html").related("prev") == []


def test_a_reference_is_a_link_where_the_collection_has_the_cable_and_text_where_it_has_not(site: SiteFolder) -> None:
    site.cable("1.txt", serial=1, sent=on(1)).cable("2.txt", serial=2, refs="A. VALLETTA 1\n     B. 08 OSLO 99 (NOTAL)")
    site.build()
    page = site.view("cable/2009/10/09VALLETTA2.html")
    assert page.links()["VALLETTA 1"] == "cable/2009/10/09VALLETTA1.html"
    assert "08 OSLO 99 (NOTAL)" in page.text
    assert not any("OSLO" in address for address in page.addresses())
    assert page.links().get("09VALLETTA2") is None


def test_a_cable_s_page_lists_those_that_cite_it(site: SiteFolder) -> None:
    site.cable("1.txt", serial=1, sent=on(1))
    site.cable("2.txt", serial=2, sent=on(2), refs="VALLETTA 1").cable("3.txt", serial=3, sent=on(3), refs="VALLETTA 1")
    site.build()
    page = site.view("cable/2009/10/09VALLETTA1.html")
    assert "Cited by" in page.text
    assert page.links()["09VALLETTA2"] == "cable/2009/10/09VALLETTA2.html"
    assert page.links()["09VALLETTA3"] == "cable/2009/10/09VALLETTA3.html"


def test_two_texts_of_one_id_are_both_on_the_page_and_both_can_be_downloaded(site: SiteFolder) -> None:
    site.cable("a.txt", body="1. (U) Exercise: the FIRST text.").cable(
        "b.txt", body="1. (U) Exercise: the SECOND text."
    )
    assert codes(site.build()) == ["cable.other-version"]
    page = site.view(CABLE)
    assert "the FIRST text" in page.text
    assert "the SECOND text" in page.text
    assert "content/cables/b.txt" in page.text.replace(" ", "")
    downloads = list(dict.fromkeys(address for address in page.addresses() if address.startswith("source/")))
    assert downloads == ["source/2009/10/09VALLETTA118.txt", "source/2009/10/09VALLETTA118.2.txt"]
    assert ["SECOND" in site.read(address) for address in downloads] == [False, True]


def test_a_second_text_never_takes_the_place_of_another_cable_s(site: SiteFolder) -> None:
    """'note' in two versions and 'note-2' are three texts."""
    site.file("content/cables/x/note.txt", "Exercise: one.\n").file("content/cables/y/note.txt", "Exercise: two.\n")
    site.file("content/cables/x/note-2.txt", "Exercise: three.\n").build()
    texts = {text for address, text in site.printed().items() if address.startswith("source/")}
    assert texts == {b"Exercise: one.\n", b"Exercise: two.\n", b"Exercise: three.\n"}


def test_the_same_text_in_two_files_is_one_page_that_names_both(site: SiteFolder) -> None:
    site.cable("a/one.txt").cable("b/two.txt")
    assert codes(site.build()) == []
    text = site.view(CABLE).text.replace(" ", "")
    assert "content/cables/a/one.txt" in text
    assert "content/cables/b/two.txt" in text


def test_a_cable_without_a_date_is_printed_and_listed_as_undated(site: SiteFolder) -> None:
    site.cable("1.txt", serial=1).cable("09VALLETTA2.txt", serial=2, sent=None)
    assert "cable.no-date" in codes(site.build())
    page = site.view("cable/undated/09VALLETTA2.html")
    assert page.related("prev") == page.related("next") == []
    assert page.addresses().count("date/2009.html") == 0
    assert "cable/undated/09VALLETTA2.html" in site.view("date/undated.html").addresses()
    assert "date/undated.html" in site.view("date/index.html").addresses()
    assert "date/undated.html" in site.view("index.html").addresses()


def test_a_text_without_an_id_has_a_page_named_after_its_file(site: SiteFolder) -> None:
    site.file("content/cables/Über die Bojen (1).txt", "Nothing but an exercise.\n")
    assert "cable.no-id" in codes(site.build())
    assert "Nothing but an exercise." in site.view("cable/undated/UBER-DIE-BOJEN-1.html").text


def test_front_matter_wins_over_the_text(site: SiteFolder) -> None:
    front = "---\nid: 05OSLO7\ndate: 2005-02-03 04:05\nsubject: Given\ntags: [NO, EFIS]\nclassification: SECRET\n---\n"
    site.file("content/cables/a.md", front + telegram()).build()
    page = site.view("cable/2005/02/05OSLO7.html")
    assert page.all("h1")[0].text == "Given"
    assert {"tag/NO.html", "tag/EFIS.html"} <= set(page.addresses())
    assert "SECRET" in page.text


# Lists


def test_every_tag_sender_year_month_and_day_has_its_list(site: SiteFolder) -> None:
    site.cable("1.txt", serial=1, sent=on(1), tags=("PREL",)).cable("2.txt", serial=2, sent=on(2), tags=("PREL", "MT"))
    site.cable("3.txt", post="OSLO", serial=3, sent=on(3, 11), tags=("MT",))
    site.cable("4.txt", post="OSLO", serial=4, sent=on(4, 1, 1989), tags=())
    site.build()
    one, two = "cable/2009/10/09VALLETTA1.html", "cable/2009/10/09VALLETTA2.html"
    three, four = "cable/2009/11/09OSLO3.html", "cable/1989/01/89OSLO4.html"
    for address, listed in {
        "tag/PREL.html": [one, two],
        "tag/MT.html": [two, three],
        "sender/VALLETTA.html": [one, two],
        "sender/OSLO.html": [four, three],
        "date/2009.html": [one, two, three],
        "date/2009/10.html": [one, two],
        "date/2009/10/02.html": [two],
        "date/1989.html": [four],
        "date/1989/01/04.html": [four],
    }.items():
        page = site.view(address)
        assert [each for each in page.addresses() if each.startswith("cable/")] == listed, address
        assert ("1 cable" if len(listed) == 1 else f"{len(listed)} cables") in page.text, address


def test_the_ways_in_count_what_they_lead_to(site: SiteFolder) -> None:
    for serial in range(1, 4):
        site.cable(f"{serial}.txt", serial=serial, tags=("PREL",) if serial > 1 else ("PREL", "MT"))
    site.build()
    assert re.search(r"PREL External Political Relations 3.*MT Malta 1", site.view("tag/index.html").text)
    assert "VALLETTA Embassy Valletta 3" in site.view("sender/index.html").text
    assert site.view("date/index.html").links()["3"] == "date/2009/10.html"
    home = site.view("index.html")
    assert "2009 3" in home.text
    assert {"date/2009.html", "tag/PREL.html", "sender/VALLETTA.html", "search.html"} <= set(home.addresses())
    assert "Span7 October 2009" in home.text


def test_a_long_list_is_cut_into_pages_that_lead_to_each_other(site: SiteFolder) -> None:
    site.settings(PAGE_OF_5)
    for serial in range(1, 13):
        site.cable(f"{serial}.txt", serial=serial, sent=on(serial))
    site.build()
    pages = [site.view(address) for address in ("tag/PREL.html", "tag/PREL/2.html", "tag/PREL/3.html")]
    listed = [[address for address in page.addresses() if address.startswith("cable/")] for page in pages]
    assert [len(each) for each in listed] == [5, 5, 2]
    assert list(chain.from_iterable(listed)) == [f"cable/2009/10/09VALLETTA{serial}.html" for serial in range(1, 13)]
    assert [page.related("prev") for page in pages] == [[], ["tag/PREL.html"], ["tag/PREL/2.html"]]
    assert [page.related("next") for page in pages] == [["tag/PREL/2.html"], ["tag/PREL/3.html"], []]
    assert all("12 cables" in page.text for page in pages)
    assert "tag/PREL/3.html" in pages[0].addresses()
    assert "tag/PREL/4.html" not in site.printed()


def test_a_list_that_fills_its_page_exactly_has_no_second_one(site: SiteFolder) -> None:
    site.settings(PAGE_OF_5)
    for serial in range(1, 6):
        site.cable(f"{serial}.txt", serial=serial)
    site.build()
    assert "tag/PREL.html" in site.printed()
    assert "tag/PREL/2.html" not in site.printed()


def test_the_pages_of_a_long_year_and_month_never_take_the_place_of_a_month_or_a_day(site: SiteFolder) -> None:
    """Page 10 of 2009 is not October; page 10 of October is not its tenth day."""
    site.settings(PAGE_OF_5)
    for serial in range(1, 61):
        site.cable(f"{serial}.txt", serial=serial, sent=on(1 + serial % 25) + timedelta(minutes=serial), tags=())
    site.build()
    files = site.printed()
    for first, folder in (("date/2009.html", "date/2009/"), ("date/2009/10.html", "date/2009/10/")):
        pages = [first, *(f"{folder}page-{number}.html" for number in range(2, 13))]
        listed = [each for page in pages for each in site.view(page).addresses() if each.startswith("cable/")]
        assert len(listed) == len(set(listed)) == 60
    tenth = [each for each in site.view("date/2009/10/10.html").addresses() if each.startswith("cable/")]
    assert len(tenth) == 3
    assert list(broken_links(files)) == []


# Links


def test_every_link_of_the_sample_is_relative_and_leads_to_a_printed_file_and_a_place_in_it(sample: Path) -> None:
    files = files_of(sample)
    assert sum(address.endswith(".html") for address in files) > 200
    assert list(broken_links(files)) == []


def test_no_link_breaks_in_a_site_of_oddities(site: SiteFolder) -> None:
    site.settings(PAGE_OF_5).page("über uns.md", "# Über uns\n").page("deep/er/page.md", "# Deep\n")
    site.page("100% sure? #1.md", "# Sure\n")
    for serial in range(1, 8):
        site.cable(f"{serial}.txt", serial=serial, tags=("UNGA/C-6", "OVIP (CLINTON, HILLARY)", "ZANU-PF", "CON"))
    site.cable(
        "a.txt", serial=9, refs="A. VALLETTA 1\n     B. VALLETTA 1\n     A. OSLO 3", body="1. See ref A and ref Z."
    )
    site.cable("b.txt", serial=9, refs="A. VALLETTA 2", body="1. See ref A; another text.\n\n1. Again one.")
    site.cable("x y.txt", post="", serial=0, sent=None, level="", tags=(), subject="", signer="")
    site.build()
    assert list(broken_links(site.printed())) == []


def test_links_of_the_404_page_work_at_whatever_depth_a_host_shows_it(site: SiteFolder) -> None:
    site.cable("a.txt").build()
    (base,) = site.view("404.html").all("base")
    assert base.target == "/cables/"
    site.settings("title: Test\n").build()
    assert site.view("404.html").all("base") == []


# Own pages


def test_own_pages_are_printed_from_markdown_and_every_page_leads_to_them(site: SiteFolder) -> None:
    site.page(
        "about.md",
        "---\ntitle: About this site\ndescription: Who we are.\n---\nSome *words* and a [link](index.html).\n",
    )
    site.page("guide/reading.md", "# How to read\n\n| a | b |\n|---|---|\n| 1 | 2 |\n").cable("a.txt").build()
    about = site.view("about.html")
    assert about.all("h1")[0].text == "About this site"
    assert about.meta("description") == "Who we are."
    assert about.all("em")[0].text == "words"
    assert len(site.view("guide/reading.html").all("td")) == 2
    for address in (CABLE, "index.html", "tag/PREL.html", "guide/reading.html"):
        links = site.view(address).links()
        assert links["About this site"] == "about.html"
        assert links["How to read"] == "guide/reading.html"


def test_the_title_and_description_of_an_own_page_are_words_without_what_marks_them_up(site: SiteFolder) -> None:
    site.page("own.md", "# About *us* & ``code``\n\nSee [the\ndesk](https://x.org) **now** ![at work](w.png).\n")
    site.cable("a.txt").build()
    own = site.view("own.html")
    assert own.all("h1")[0].text == "About us & code"
    assert own.meta("description") == "See the desk now at work."
    assert site.view(CABLE).links()["About us & code"] == "own.html"


def test_an_own_page_asks_no_other_host_for_a_picture_and_shows_the_site_s_own(site: SiteFolder) -> None:
    site.file("themes/default/assets/map.png", b"a map")
    table = "| a |\n|---|\n| ![a map](https://example.org/m.png) |\n"
    site.cable("a.txt").page("own.md", f"# Own\n\n{table}\n![](data:image/png;base64,AA) ![m](assets/map.png)\n")
    report = site.build()
    assert [(each.path, each.line, each.code) for each in report.findings] == [
        ("content/pages/own.md", 5, "page.foreign-picture"),
        ("content/pages/own.md", 7, "page.foreign-picture"),
    ]
    assert [element.target for element in site.view("own.html").all("img")] == ["assets/map.png"]
    assert '<td><a href="https://example.org/m.png">a map</a></td>' in site.read("own.html")
    assert "base64" not in site.read("own.html")
    assert site.read("assets/map.png") == "a map"


@pytest.mark.parametrize(
    "name", ["index.md", "search.md", "404.md", "Index.md", "tag/PREL.md", "cable/x.md", "assets/x.md", "TAG/x.md"]
)
def test_an_own_page_never_takes_the_address_of_a_page_that_is_printed(site: SiteFolder, name: str) -> None:
    site.cable("a.txt").build()
    before = site.printed()
    report = site.page(name, "# Mine\n").build()
    assert codes(report) == ["page.same-name"]
    assert report.findings[0].path == f"content/pages/{name}"
    assert site.printed() == before


def test_of_two_own_pages_with_one_address_one_is_printed_and_the_other_reported(site: SiteFolder) -> None:
    report = site.cable("a.txt").page("a b.md", "# One\n").page("a-b.md", "# Two\n").build()
    assert codes(report) == ["page.same-name"]
    assert "One" in site.view("a-b.html").text


@pytest.mark.parametrize(
    ("data", "code"), [(b"# Caf\xe9\n", "page.unreadable"), (b"---\na: b: c\n---\n# X\n", "page.front-matter")]
)
def test_an_own_page_with_a_mistake_is_reported_with_its_file(site: SiteFolder, data: bytes, code: str) -> None:
    report = site.cable("a.txt").file("content/pages/own.md", data).build()
    assert [(finding.code, finding.path) for finding in report.findings] == [(code, "content/pages/own.md")]


def test_an_own_page_whose_name_is_no_text_is_printed_too(site: SiteFolder) -> None:
    site.cable("a.txt").page("x.md", "# X\n")
    folder = site.root / "content" / "pages"
    (folder / "x.md").rename(folder / "\udcff.md")
    assert codes(site.build()) == []
    assert "xff.html" in site.printed()


def test_hidden_own_pages_and_folders_of_such_a_name_are_passed_over(site: SiteFolder) -> None:
    site.cable("a.txt").page(".draft.md", "# Draft\n").page("folder.md/inside.txt", "x")
    assert codes(site.build()) == []
    assert not [address for address in site.printed() if "draft" in address or "folder" in address]


# What hosts, search engines and pasted links need


def test_a_host_serves_the_folder_as_it_is(site: SiteFolder) -> None:
    site.cable("a.txt").build()
    assert site.read(".nojekyll") == ""
    assert site.view("404.html").all("h1")[0].text == "Page not found"


def test_the_sitemap_names_every_page_but_404(site: SiteFolder) -> None:
    site.cable("a.txt").page("own.md", "# Own\n").build()
    named = addresses_of(site.read("sitemap.xml"))
    pages = {address for address in site.printed() if address.endswith(".html")} - {"404.html", "index.html"}
    assert set(named) == {"https://example.org/cables/", *(f"https://example.org/cables/{page}" for page in pages)}
    assert len(named) == len(set(named))


def addresses_of(sitemap: str | bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(sitemap).iter() if element.tag.endswith("}loc")]  # noqa: S314


def test_a_sitemap_of_more_than_50_000_pages_is_an_index_of_several() -> None:
    pages = [f"cable/{number}.html" for number in range(100_001)]
    *parts, index = sitemap_files("https://example.org/", pages)
    assert index.address == "sitemap.xml"
    assert b"<sitemapindex" in index.content
    assert addresses_of(index.content) == [f"https://example.org/{part.address}" for part in parts]
    named = [addresses_of(part.content) for part in parts]
    assert [len(each) for each in named] == [50_000, 50_000, 1]
    assert list(chain.from_iterable(named)) == [f"https://example.org/{page}" for page in pages]
    assert all(len(part.content) < 50_000_000 for part in parts)


@pytest.mark.parametrize("count", [0, 1, 50_000])
def test_a_sitemap_of_up_to_50_000_pages_is_one_file(count: int) -> None:
    (only,) = sitemap_files("https://example.org/", [f"{number}.html" for number in range(count)])
    assert len(addresses_of(only.content)) == count


def test_without_an_address_there_is_no_sitemap_no_canonical_address_and_a_note_that_says_so(site: SiteFolder) -> None:
    report = site.settings("title: Test\n").cable("a.txt").build()
    assert codes(report) == ["site.no-url"]
    assert "sitemap.xml" not in site.printed()
    page = site.view(CABLE)
    assert not [link for link in page.all("link") if link.attributes["rel"] == "canonical"]
    assert page.meta("og:url") == ""


def test_a_pasted_link_shows_what_the_page_is(site: SiteFolder) -> None:
    site.cable(
        "a.txt", level="C O N F I D E N T I A L", subject="EXERCISE: LIGHTS", body="1. (C) A fictional lamp."
    ).build()
    page = site.view(CABLE)
    assert page.all("title")[0].text == "09VALLETTA118: Exercise: Lights · Test"
    assert page.meta("og:title") == "09VALLETTA118: Exercise: Lights"
    assert page.meta("og:type") == "article"
    assert page.meta("og:site_name") == "Test"
    assert page.meta("og:url") == f"https://example.org/cables/{CABLE}"
    expected = "CONFIDENTIAL cable from Embassy Valletta, 7 October 2009. A fictional lamp."
    assert page.meta("description") == page.meta("og:description") == expected
    (canonical,) = [link for link in page.all("link") if link.attributes["rel"] == "canonical"]
    assert canonical.target == f"https://example.org/cables/{CABLE}"
    home = site.view("index.html")
    assert (home.meta("og:type"), home.meta("og:url")) == ("website", "https://example.org/cables/")


# Strangers' text


def test_whatever_a_cable_a_file_a_setting_or_a_page_says_none_of_it_is_markup(site: SiteFolder) -> None:
    quoted = ATTACK.replace("'", "''")
    site.settings(f"title: '{quoted}'\ndescription: '{quoted}'\nurl: https://example.org/\n")
    site.page("own.md", f"---\ntitle: '{quoted}'\ndescription: '{quoted}'\n---\n# {ATTACK}\n\n{ATTACK}\n\n`{ATTACK}`\n")
    name = ATTACK.replace("/", "\N{FRACTION SLASH}")
    site.cable(
        f"{name}/{name}.txt", subject=ATTACK, tags=(ATTACK,), refs=f"A. VALLETTA 1 {ATTACK}", body=f"1. (U) {ATTACK}"
    )
    site.cable("same.txt", subject=f"EXERCISE {ATTACK}", body=f"{ATTACK}\n\n{ATTACK}", signer=ATTACK, level=ATTACK)
    front = f"---\nid: '{quoted}'\nsubject: '{quoted}'\nfrom: '{quoted}'\ntags: ['{quoted}']\nsigner: '{quoted}'\n---\n"
    site.file("content/cables/front.md", f"{front}{ATTACK}\n").file(f"content/cables/{name}.txt", ATTACK)
    site.build()
    pages = [site.view(address) for address in site.printed() if address.endswith(".html")]
    assert sum("<script>alert(1)</script>" in page.text for page in pages) > 10, "it is shown as the text that it is"
    for page in pages:
        for element in page.elements:
            assert element.tag != "img", page.address
            assert element.tag != "script" or element.attributes.keys() <= {"src", "defer"}, page.address
            assert not [key for key in element.attributes if key.startswith("on") or "<" in key], page.address
            assert element.tag in KNOWN_TAGS, f"{page.address}: {element.tag}"
    assert all(re.fullmatch(r"[A-Za-z0-9./_-]+", address) for address in site.printed())


KNOWN_TAGS = set(
    "html head meta title link script body a header nav main article section div p h1 h2 h3 dl dt dd ul ol li small "
    "b i span time abbr del ins dfn pre details summary footer form label input button svg rect noscript kbd code em "
    "path g use circle text line polygon defs figure figcaption caption colgroup col tfoot title "
    "strong table thead tbody tr th td hr br wbr base fieldset legend caption select option".split()
)


def test_nothing_in_the_search_s_data_can_end_its_script(site: SiteFolder) -> None:
    site.cable("a.txt", subject=f"EXERCISE </script><!-- {ATTACK} \u2028 ]]>").build()
    for name in ("index", "d/0", "f/0", "l/0", "p/0-0-0", "r/0", "t/0-0"):
        assert re.fullmatch(
            rf'cablepress\.receive\("{name}","[A-Za-z0-9+/=]*(:[0-9a-f]+){{1,2}}"\);\n', site.read(f"search/{name}.js")
        )


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"]
)
def test_a_link_in_an_own_page_that_could_run_something_is_no_link(site: SiteFolder, link: str) -> None:
    site.cable("a.txt").page("own.md", f"[a]({link}) <{link}> <a href='{link}'>b</a>\n\n[c]: {link}\n[c]\n").build()
    assert not any(":" in element.target for element in site.view("own.html").all("a"))


def test_cables_that_are_kept_elsewhere_do_not_tell_where(site: SiteFolder, tmp_path: Path) -> None:
    elsewhere = tmp_path / "home" / "alice" / "leak"
    elsewhere.mkdir(parents=True)
    (elsewhere / "a.txt").write_text(telegram())
    for setting in (elsewhere.as_posix(), "../home/alice/leak"):
        site.settings(f"title: Test\npaths:\n  cables: {setting}\n").build()
        assert "leak/a.txt" in site.view(CABLE).text.replace(" ", "")
        assert not [address for address, content in site.told().items() if b"alice" in content]


# Themes


def test_a_site_s_own_theme_overrides_single_files_and_the_rest_is_the_default_theme_s(site: SiteFolder) -> None:
    site.cable("a.txt").build()
    before = site.printed()
    site.file("themes/mine/404.html", "<!doctype html><title>Gone</title>{{ root }}{{ frame.site.title }}")
    site.file("themes/mine/assets/style.css", "body { color: teal }").file("themes/mine/assets/logo.svg", "<svg/>")
    site.settings("title: Test\nurl: https://example.org/cables/\ntheme: mine\n").build()
    after = site.printed()
    assert after["404.html"] == b"<!doctype html><title>Gone</title>Test"
    assert after["assets/style.css"] == b"body{color:teal}"
    assert {address for address in after if after[address] != before.get(address)} == {
        "404.html",
        "SHA256SUMS",
        "assets/logo.svg",
        "assets/style.css",
    }


def test_a_theme_that_is_not_there_is_an_error_that_names_those_that_are(site: SiteFolder) -> None:
    site.file("themes/mine/x", "").settings("theme: mein\n").cable("a.txt")
    with pytest.raises(ThemeError, match="there is no theme 'mein'") as caught:
        site.build()
    assert "default, ledger, mine" in caught.value.remedy


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{% if %}", 1),
        ("\n{{ view.no_such }}", 2),
        ("{% include 'no-such.html' %}", 0),
        ("a\nb {{ 1 / 0 }}", 2),
        ("{{ 'x' | nofilter }}", 1),
        ("{% extends 'base.html' %}\n{% block content %}\n{{ view.cable.id() }}{% endblock %}", 3),
    ],
)
def test_a_mistake_in_a_template_is_an_error_with_its_place_and_remedy(
    site: SiteFolder, template: str, line: int
) -> None:
    site.cable("a.txt").build()
    before = site.printed()
    site.file("themes/mine/cable.html", template).settings("theme: mine\n")
    with pytest.raises(ThemeError) as caught:
        site.build()
    assert "cable.html" in caught.value.where
    assert not line or caught.value.where.endswith(f":{line}")
    assert caught.value.remedy
    assert site.printed() == before


# Change something, build again


def test_an_edited_cable_changes_its_page_and_those_that_mention_it(site: SiteFolder) -> None:
    site.cable("1.txt", serial=1, sent=on(1), subject="EXERCISE: BEFORE").cable("2.txt", serial=2, sent=on(2))
    site.build()
    report = site.cable("1.txt", serial=1, sent=on(1), subject="EXERCISE: AFTER", tags=("MT",)).build()
    assert (report.parsed, report.unchanged) == (1, 1)
    for address in (
        "cable/2009/10/09VALLETTA1.html",
        "cable/2009/10/09VALLETTA2.html",
        "tag/MT.html",
        "date/2009.html",
    ):
        assert "Exercise: After" in site.view(address).text, address
        assert "EXERCISE: BEFORE" not in site.view(address).text, address
    assert "cable/2009/10/09VALLETTA1.html" not in site.view("tag/PREL.html").addresses()


def test_a_new_cable_appears_wherever_it_belongs(site: SiteFolder) -> None:
    site.cable("1.txt", serial=1, sent=on(1)).build()
    site.cable("2.txt", serial=2, sent=on(2), refs="VALLETTA 1", tags=("NEW",)).build()
    first = site.view("cable/2009/10/09VALLETTA1.html")
    second = "cable/2009/10/09VALLETTA2.html"
    assert first.related("next") == [second, second]
    assert "Cited by" in first.text
    assert "tag/NEW.html" in site.view("tag/index.html").addresses()
    assert second in site.view("sender/VALLETTA.html").addresses()


def test_a_removed_cable_is_nowhere_any_more(site: SiteFolder) -> None:
    site.cable("1.txt", serial=1, tags=("GONE",)).cable("2.txt", serial=2, refs="VALLETTA 1").build()
    assert any(b"GONE" in content for address, content in site.told().items() if address.startswith("search/"))
    site.remove("content/cables/1.txt").build()
    for address, content in site.told().items():
        assert "VALLETTA1." not in address, address
        assert "GONE" not in address, address
        assert b"09VALLETTA1.html" not in content, address
        if address not in {"index.html", "reference/index.html"}:  # where it is wanted, as the other one cites it
            assert b"09VALLETTA1<" not in content, address
        assert b"gone" not in content.lower(), address
    assert "VALLETTA 1" in site.view("cable/2009/10/09VALLETTA2.html").text, "what the other cable says stays"


def test_a_changed_setting_changes_every_page(site: SiteFolder) -> None:
    site.cable("a.txt").build()
    site.settings("title: Renamed\nurl: https://example.org/elsewhere/\n").build()
    for address in (CABLE, "tag/PREL.html", "index.html"):
        assert "Renamed" in site.view(address).all("title")[0].text
        assert site.view(address).meta("og:url").startswith("https://example.org/elsewhere/")


def test_a_build_reports_what_it_did(site: SiteFolder) -> None:
    report = (
        site.cable("1.txt", serial=1)
        .cable("2.txt", serial=2)
        .cable("empty.txt")
        .file("content/cables/empty.txt", "")
        .build()
    )
    assert (report.cables, report.parsed, report.unchanged, report.published) == (2, 2, 0, True)
    assert report.output == site.output
    printed = site.printed()
    del printed["SHA256SUMS"]
    assert report.files == len(printed)
    assert report.size == sum(map(len, printed.values()))
    search = [len(content) for address, content in printed.items() if address.startswith("search/")]
    assert (report.search_files, report.search_size) == (len(search), sum(search))
    stages = list(report.seconds)
    assert (stages[0], stages[-1]) == ("find", "note")
    assert {"ingest", "link", "print", "list", "index", "single", "sitemap"} < set(stages)
    assert report.findings == tuple(sorted(report.findings))
