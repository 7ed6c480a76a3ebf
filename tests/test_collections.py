"""Collections: what a publisher can say about a folder of cables, and where readers meet it."""

from __future__ import annotations

import pytest

from generator import addresses
from generator.collection import read_collection, undescribed
from generator.errors import ConfigError
from tests.printed_pages import broken_links
from tests.site_folder import SiteFolder, codes
from tests.telegrams import telegram

WHERE = "content/cables/harbour/collection.yaml"
WHOLE = (
    "title: The  harbour\ndescription: |\n  First.\n\n  Second.\nprovenance: A desk.\n"
    "provenance_url: https://example.org/desk\nlicense: CC0\n"
)


# collection.yaml


def test_a_collection_yaml_gives_all_that_pages_say() -> None:
    collection, findings = read_collection(WHOLE, "harbour", WHERE)
    assert findings == ()
    assert (collection.title, collection.description) == ("The harbour", "First.\n\nSecond.")
    assert (collection.provenance, collection.provenance_url) == ("A desk.", "https://example.org/desk")
    assert (collection.licence, collection.described) == ("CC0", True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: A\ntitel: B\n", [(2, "collection.unknown", "Did you mean 'title'?")]),
        ("title: A\nx: B\n? [a]\n: c\n", [(2, "collection.unknown", "It may"), (3, "collection.unknown", "It may")]),
        ("title: A\ntitle: B\n", [(2, "collection.repeated", "")]),
        ("licence: A\nlicense: B\n", [(2, "collection.repeated", "")]),
        ("title:\n  - A\n", [(2, "collection.value", "Write it on the same line")]),
        ("provenance_url: javascript:alert(1)\n", [(1, "collection.value", "")]),
        ("provenance_url: file:///etc/passwd\n", [(1, "collection.value", "")]),
        ("provenance_url: https://\n", [(1, "collection.value", "")]),
        ("provenance_url: 'https://a.example/\">'\n", [(1, "collection.value", "")]),
        ("provenance_url: https://[::1\n", [(1, "collection.value", "")]),
        ('title: "A\\0B"\n', [(1, "collection.value", "")]),
        ('title: "\\ud800"\n', [(1, "collection.value", "")]),
        ("a\n", [(1, "collection.syntax", "")]),
        ("- title: A\n", [(1, "collection.syntax", "")]),
        ("title: A\n\tlicence: B\n", [(2, "collection.syntax", "")]),
        ("title: A: B\n", [(1, "collection.syntax", "")]),
        ("title: A\x00\n", [(1, "collection.syntax", "")]),
        ("[" * 5_000, [(0, "collection.syntax", "")]),
        ("title: " + "x" * 100_001, [(0, "collection.syntax", "")]),
    ],
)
def test_every_mistake_is_reported_with_its_line_and_what_to_do(text: str, found: list[tuple[int, str, str]]) -> None:
    collection, findings = read_collection(text, "harbour-files", WHERE)
    assert [(each.line, each.code) for each in findings] == [(line, code) for line, code, _ in found]
    assert all(each.path == WHERE and each.remedy for each in findings)
    for each, (_, _, advice) in zip(findings, found, strict=True):
        assert each.advice.startswith(advice)
    assert collection.title in {"A", "Harbour files"}
    assert collection.provenance_url == ""


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "title:\n", "title: ''\n", "{}"])
def test_a_collection_yaml_that_says_nothing_leaves_the_folder_s_name(text: str) -> None:
    collection, findings = read_collection(text, "harbour-files", WHERE)
    assert (collection.title, findings) == ("Harbour files", ())


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("harbour-exercise", "Harbour exercise"),
        ("NARA_1973", "NARA 1973"),
        ("x", "X"),
        ("---", "---"),
        ("a - b", "A - b"),
    ],
)
def test_without_one_a_title_is_made_from_the_folder_s_name(name: str, title: str) -> None:
    assert undescribed(name).title == title


# Addresses


def test_a_collection_s_address_is_its_folder_s_name_where_that_is_fit_for_one() -> None:
    assert addresses.collection("harbour-exercise") == "collection/harbour-exercise.html"
    assert addresses.collection("nara-1973") == "collection/nara-1973.html"


def test_folders_of_other_names_have_other_addresses_also_where_capitals_do_not_count() -> None:
    names = [
        "harbour",
        "Harbour",
        "HARBOUR",
        "har bour",
        "har-bour",
        "har--bour",
        "index",
        "con",
        "häfen",
        "港",
        "../x",
        "x" * 90,
    ]
    found = [addresses.collection(name) for name in names]
    assert len({address.lower() for address in found}) == len(names)
    assert addresses.COLLECTIONS not in found
    assert all(address.count("/") == 1 for address in found)


# Pages


def two_collections(site: SiteFolder) -> SiteFolder:
    site.settings("title: Test\nurl: https://example.org/cables/\npage_size: 5\n")
    for serial in range(1, 8):
        site.cable(f"harbour/{serial}.txt", serial=serial)
    site.file(WHERE, WHOLE)
    return site.cable("port/a/7.txt", serial=7).cable("port/8.txt", serial=8).cable("9.txt", serial=9)


def test_a_cable_s_page_says_which_collections_it_is_from(site: SiteFolder) -> None:
    two_collections(site).build()
    one, both = site.view("cable/2009/10/09VALLETTA1.html"), site.view("cable/2009/10/09VALLETTA7.html")
    assert one.links()["The harbour"] == "collection/harbour.html"
    assert "A desk. CC0" in " ".join(each.text for each in one.all("small"))
    assert (both.links()["The harbour"], both.links()["Port"]) == ("collection/harbour.html", "collection/port.html")
    assert "Collection" not in site.view("cable/2009/10/09VALLETTA9.html").text


def test_a_collection_has_a_page_with_what_is_known_of_it_and_all_its_cables(site: SiteFolder) -> None:
    two_collections(site).build()
    first, second = site.view("collection/harbour.html"), site.view("collection/harbour/2.html")
    for words in ("First.", "Second.", "A desk.", "CC0", "7 cables", "7 files", "7 October 2009", "harbour/7.txt"):
        assert words in first.text, words
    listed = [address for page in (first, second) for address in page.addresses() if address.startswith("cable/")]
    assert len(listed) == 7
    assert "Second." not in second.text
    assert '<a href="https://example.org/desk" rel="external noreferrer">' in site.read("collection/harbour.html")


def test_a_cable_of_two_collections_counts_once_but_is_in_both(site: SiteFolder) -> None:
    report = two_collections(site).build()
    assert report.cables == 9
    assert "9 cables" in site.view("sender/VALLETTA.html").text
    assert "7 cables" in site.view("collection/harbour.html").text
    assert "2 cables" in site.view("collection/port.html").text
    assert list(broken_links(site.printed())) == []


def test_the_home_page_leads_to_the_list_of_collections(site: SiteFolder) -> None:
    two_collections(site).build()
    assert site.view("index.html").links()["All 2 collections"] == "collection/index.html"
    links = site.view("collection/index.html").links()
    assert (links["The harbour"], links["Port"]) == ("collection/harbour.html", "collection/port.html")


def test_of_one_folder_without_a_description_there_is_a_page_but_no_list(site: SiteFolder) -> None:
    site.cable("harbour/1.txt", serial=1).build()
    assert "collection/harbour.html" in site.printed()
    assert "collection/index.html" not in site.printed()
    assert "Collections" not in site.view("index.html").text
    assert list(broken_links(site.printed())) == []


def test_one_folder_with_a_description_is_listed(site: SiteFolder) -> None:
    site.cable("harbour/1.txt", serial=1).file(WHERE, WHOLE).build()
    assert site.view("index.html").links()["The harbour"] == "collection/harbour.html"
    assert "collection/index.html" in site.printed()


def test_cables_outside_any_folder_are_in_no_collection_and_nothing_is_said(site: SiteFolder) -> None:
    site.cable("1.txt", serial=1).build()
    assert not any(address.startswith("collection/") for address in site.printed())
    assert "ollection" not in site.view("cable/2009/10/09VALLETTA1.html").text


def test_a_broken_description_is_reported_and_the_site_is_printed(site: SiteFolder) -> None:
    report = site.cable("harbour/1.txt", serial=1).file(WHERE, b"title: \xff\n").build(strict=True)
    assert (report.published, codes(report)) == (True, ["collection.syntax"])
    assert report.findings[0].place == WHERE
    assert "Harbour" in site.view("collection/harbour.html").text


def test_a_description_that_is_a_folder_is_no_reason_to_stop(site: SiteFolder) -> None:
    site.cable("harbour/1.txt", serial=1)
    (site.root / WHERE).mkdir()
    assert site.build().published


def test_a_description_without_cables_makes_no_page(site: SiteFolder) -> None:
    site.cable("1.txt", serial=1).file(WHERE, WHOLE).build()
    assert not any(address.startswith("collection/") for address in site.printed())


def test_an_edited_description_alone_changes_the_pages_and_parses_nothing(site: SiteFolder) -> None:
    two_collections(site).build()
    site.file(WHERE, WHOLE.replace("A desk.", "Another desk."))
    report = site.build()
    assert report.parsed == 0
    assert "Another desk." in site.view("cable/2009/10/09VALLETTA1.html").text


def test_nothing_in_a_description_is_markup(site: SiteFolder) -> None:
    yaml = "title: <b>T</b>\ndescription: <i>D</i>\nprovenance: <i>P</i>\nlicence: <i>L</i>\n"
    site.cable("harbour/1.txt", serial=1).file(WHERE, yaml).build()
    for address in ("collection/harbour.html", "collection/index.html", "cable/2009/10/09VALLETTA1.html", "index.html"):
        assert "<i>" not in site.read(address)
        assert "<b>T" not in site.read(address)


def test_an_own_page_in_the_folder_of_collections_is_reported(site: SiteFolder) -> None:
    report = site.cable("harbour/1.txt", serial=1).page("collection/harbour.md", "# Mine").build()
    assert codes(report) == ["page.same-name"]


def test_a_single_file_is_described_by_its_entry_of_sources(site: SiteFolder) -> None:
    site.cable("x/a.txt").file("elsewhere/all-cables.CSV", telegram(post="OSLO")).file("more/b.txt", telegram(serial=9))
    site.file("more/collection.yaml", "title: Not this\n").settings(
        "title: T\nurl: https://example.org/cables/\nsources:\n  - path: elsewhere/all-cables.CSV\n"
        "    provenance: A <desk>.\n    provenance_url: https://example.org/desk\n    license: CC0\n"
        "  - {path: more, collection: Papers of 1973-79, title: More papers}\n"
    )
    site.build()
    index = site.view("collection/index.html")
    assert {"All cables", "More papers", "X"} <= {link.text for link in index.all("a")}
    html = site.read("collection/all-cables.html")
    assert "A &lt;desk&gt;." in html
    assert "https://example.org/desk" in html
    assert "CC0" in html


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("harbour-exercise", "Harbour exercise"),
        ("Releases of 1973-79", "Releases of 1973-79"),
        ("papers_1973-79", "Papers 1973 79"),
        ("-", "-"),
    ],
)
def test_a_name_that_was_written_for_people_stays_and_a_folder_s_becomes_words(name: str, title: str) -> None:
    assert undescribed(name).title == title


@pytest.mark.parametrize(
    "entry",
    [
        "{path: a, titel: x}",
        "{path: a, title: [x]}",
        "{path: a, provenance_url: 'javascript:x'}",
        '{path: a, title: "\\0"}',
    ],
)
def test_a_mistake_in_what_an_entry_says_is_one_of_site_yaml(site: SiteFolder, entry: str) -> None:
    site.settings(f"sources:\n  - {entry}\n")
    with pytest.raises(ConfigError) as raised:
        site.build()
    (finding,) = raised.value.findings
    assert (finding.line, bool(finding.remedy)) == (2, True)


def test_a_mistake_of_yaml_is_told_in_the_same_words_whatever_file_it_is_in(site: SiteFolder) -> None:
    text = "title: A\n\tlicence: B\n"
    (in_collection,) = read_collection(text, "a", "a/collection.yaml")[1]
    with pytest.raises(ConfigError) as caught:
        site.settings(text).build()
    (in_settings,) = caught.value.findings
    assert in_settings.message.startswith("the file cannot be read: ")
    told = in_collection.line, in_collection.message, in_collection.advice
    assert (in_settings.line, in_settings.message, in_settings.advice) == told
