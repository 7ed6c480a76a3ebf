"""More ways in: by classification, by signer, to what is wanted; and how the cables of a list are spread over time."""

from __future__ import annotations

import string
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import addresses
from generator.archive import Archive, Count, Listing
from generator.pages import signers as signers_module
from tests.printed_pages import broken_links
from tests.site_folder import SiteFolder
from tests.telegrams import telegram

PAGE_OF_5 = "title: Test\npage_size: 5\n"
SETTLED = 0.15


def on(day: int, month: int = 10, year: int = 2009) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


def listed(site: SiteFolder, address: str) -> list[str]:
    return [each for each in site.view(address).addresses() if each.startswith("cable/")]


# By classification


def test_every_level_has_its_list_and_the_way_in_goes_from_the_lowest_to_the_highest(site: SiteFolder) -> None:
    levels = ("S E C R E T", "UNCLAS", "C O N F I D E N T I A L", "UNCLAS")
    for serial, level in enumerate(levels, start=1):
        site.cable(f"{serial}.txt", serial=serial, sent=on(serial), level=level)
    site.build()
    assert listed(site, "classification/UNCLASSIFIED.html") == [
        "cable/2009/10/09VALLETTA2.html",
        "cable/2009/10/09VALLETTA4.html",
    ]
    way_in = [each for each in site.view("classification/index.html").links().values() if each.startswith("class")][1:]
    assert way_in == [f"classification/{level}.html" for level in ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET")]
    assert set(way_in) <= set(site.view("index.html").addresses())
    assert "classification/SECRET.html" in site.view("cable/2009/10/09VALLETTA1.html").addresses()
    assert list(broken_links(site.printed())) == []


def test_a_cable_without_a_level_or_a_signer_is_in_no_such_list(site: SiteFolder) -> None:
    site.cable("09VALLETTA1.txt", serial=1, level="", signer="").build()
    folders = {address.split("/")[0] for address in site.printed() if not address.endswith("/index.html")}
    assert not {"classification", "signer"} & folders


# By signer


def test_every_signer_has_a_list_under_a_letter_and_cables_lead_to_it(site: SiteFolder) -> None:
    for serial, signer in enumerate(("PENDLEWOOD", "PERREGRINE", "O'BRIEN", "PENDLEWOOD"), start=1):
        site.cable(f"{serial}.txt", serial=serial, sent=on(serial), signer=signer)
    site.build()
    assert listed(site, "signer/P/PENDLEWOOD.html") == [
        "cable/2009/10/09VALLETTA1.html",
        "cable/2009/10/09VALLETTA4.html",
    ]
    assert "PENDLEWOOD 2" in site.view("signer/index.html").text
    obrien = addresses.signer("O'BRIEN")
    assert obrien.startswith("signer/O/O-BRIEN-")
    assert {obrien, "classification/UNCLASSIFIED.html"} <= set(site.view("cable/2009/10/09VALLETTA3.html").addresses())
    assert list(broken_links(site.printed())) == []


def test_where_there_are_many_signers_each_letter_has_a_page_and_the_way_in_the_most_frequent(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signers_module, "_MOST_ON_A_PAGE", 5)
    for serial, letter in enumerate("ABCDEFGHIJKLMNOPQ", start=1):
        site.cable(f"{serial}.txt", serial=serial, signer=f"PAR{letter}LOW")
    site.cable("99.txt", serial=99, signer="PARQLOW").cable("98.txt", serial=98, signer="ZIMMER").build()
    way_in = site.view("signer/index.html")
    assert {"signer/P/index.html", "signer/Z/index.html", "signer/P/PARQLOW.html"} <= set(way_in.addresses())
    assert "signer/P/PARPLOW.html" not in way_in.addresses(), "only the twelve most frequent stand here"
    assert "signer/P/PARPLOW.html" in site.view("signer/P/index.html").addresses()
    assert list(broken_links(site.printed())) == []


_NAMES = st.text(alphabet=string.ascii_letters + string.digits + " '.-/’ÉéßDŽ()", min_size=1, max_size=12)


@given(names=st.sets(st.one_of(_NAMES, st.sampled_from(["INDEX", "index", "CON", "A", "2"])), min_size=2, max_size=20))
def test_no_two_signers_share_an_address_on_any_disk(names: set[str]) -> None:
    taken = {addresses.signer(name).lower() for name in names}
    assert len(taken) == len(names)
    letters = {addresses.signers_of(addresses.letter_of(address)).lower() for address in map(addresses.signer, names)}
    assert not taken & {*letters, addresses.SIGNERS}


def test_a_signer_or_level_that_is_corrected_moves_to_another_list(site: SiteFolder) -> None:
    for serial in (1, 2):
        site.cable(f"{serial}.txt", serial=serial)
    time.sleep(SETTLED)
    site.build(jobs=1)
    site.cable("2.txt", serial=2, signer="CORRECTED", level="S E C R E T").build(jobs=1)
    two = ["cable/2009/10/09VALLETTA2.html"]
    assert listed(site, "signer/C/CORRECTED.html") == listed(site, "classification/SECRET.html") == two
    assert listed(site, "signer/P/PENDLEWOOD.html") == ["cable/2009/10/09VALLETTA1.html"]
    printed = site.printed()
    site.build(jobs=1, clean=True)
    assert site.printed() == printed


# What is wanted


def test_what_is_cited_and_not_there_is_wanted_the_most_cited_first(site: SiteFolder) -> None:
    for serial in range(1, 4):
        refs = "A. TEHRAN 500\n     B. VALLETTA 1" if serial > 1 else "A. OSLO 12\n     B. TEHRAN 500"
        site.cable(f"{serial}.txt", serial=serial, refs=refs, subject=f"EXERCISE: SUBJECT {serial}")
    site.build()
    page = site.view("reference/index.html")
    entries = [element for element in page.all("li") if element.attributes.get("class") == "entry"]
    assert [element.attributes["id"] for element in entries] == ["09TEHRAN500", "09OSLO12"]
    assert "09TEHRAN500 Embassy Tehran 2009 cited by 3 cables" in page.text
    assert "Exercise: Subject 3" in page.text
    assert "09VALLETTA1 " not in " ".join(element.text for element in page.all("b")), "that one is there"
    home = site.view("index.html")
    assert home.links()["09TEHRAN500"] == "reference/index.html"
    cable = site.view("cable/2009/10/09VALLETTA2.html")
    assert "Not in this collection; 3 cables cite it" in cable.text
    assert cable.links()["Not in this collection"] == "reference/index.html"
    assert list(broken_links(site.printed())) == []


def test_what_a_cable_of_the_collection_was_once_called_is_not_wanted(site: SiteFolder) -> None:
    site.file("content/cables/1.md", "---\nid: 09VALLETTA7\n---\n" + telegram(serial=1))
    site.cable("2.txt", serial=2, refs="A. VALLETTA 1\n     B. VALLETTA 2").build()
    assert "09VALLETTA7" in site.printed()["cable/2009/10/09VALLETTA7.html"].decode()
    page = site.view("reference/index.html")
    assert [element for element in page.all("li") if element.attributes.get("class") == "entry"] == []
    assert "Not in this collection" not in site.view("cable/2009/10/09VALLETTA2.html").text


def test_of_many_that_cite_a_wanted_cable_ten_are_named_and_the_others_counted(site: SiteFolder) -> None:
    for serial in range(1, 14):
        site.cable(f"{serial}.txt", serial=serial, refs="TEHRAN 500")
    site.build()
    assert len(listed(site, "reference/index.html")) == 10
    assert "… and 3 more cables" in site.view("reference/index.html").text


def test_a_long_list_of_wanted_cables_is_complete_in_pages(site: SiteFolder) -> None:
    site.settings(PAGE_OF_5)
    for serial in range(1, 13):
        site.cable(f"{serial}.txt", serial=serial, refs=f"TEHRAN {500 + serial}")
    site.build()
    pages = ["reference/index.html", "reference/2.html", "reference/3.html"]
    found = [
        element.attributes["id"]
        for page in pages
        for element in site.view(page).all("li")
        if element.attributes.get("class") == "entry"
    ]
    assert found == [f"09TEHRAN{500 + serial}" for serial in range(1, 13)]
    assert site.view(pages[1]).related("next") == ["reference/3.html"]


def test_after_an_edited_subject_the_wanted_cable_that_it_cites_shows_it(site: SiteFolder) -> None:
    site.settings(PAGE_OF_5)
    for serial in range(1, 13):
        site.cable(f"{serial}.txt", serial=serial, refs=f"TEHRAN {500 + serial}")
    time.sleep(SETTLED)
    site.build(jobs=1)
    site.cable("8.txt", serial=8, refs="TEHRAN 508", subject="EXERCISE: EDITED")
    report = site.build(jobs=1)
    assert "patch" in report.seconds
    assert "Exercise: Edited" in site.view("reference/2.html").text


# Timelines


def test_the_timeline_of_a_list_counts_its_dated_cables_by_year_and_month(site: SiteFolder) -> None:
    dates = (on(1), on(2), on(3, 11), on(4, 1, 1989), None)
    for serial, sent in enumerate(dates, start=1):
        site.cable(f"09VALLETTA{serial}.txt", serial=serial, sent=sent, tags=("PREL",) if serial != 3 else ("MT",))
    site.build()
    archive = Archive(site.root / ".cablepress" / "archive.sqlite")
    assert archive.timeline(Listing.TAG, "PREL") == (Count("1989-01", 1), Count("2009-10", 2))
    assert archive.timeline(Listing.SENDER, "VALLETTA") == (
        Count("1989-01", 1),
        Count("2009-10", 2),
        Count("2009-11", 1),
    )
    assert archive.timeline(Listing.TAG, "NONE") == ()
    archive.close()


def test_a_list_draws_when_its_cables_were_sent_and_each_bar_leads_to_a_search_of_them(site: SiteFolder) -> None:
    for serial, year in enumerate((1989, 2009, 2009), start=1):
        site.cable(f"09VALLETTA{serial}.txt", serial=serial, sent=on(serial, 1, year), tags=("PREL",))
    site.build()
    page = site.view("tag/PREL.html")
    bars = [(each.text, each.target) for each in page.all("a") if "from=" in each.target]
    assert bars == [
        ("1989: 1 cable", "../search.html?tag=PREL&from=1989&to=1989"),
        ("2009: 2 cables", "../search.html?tag=PREL&from=2009&to=2009"),
    ]


def test_the_home_page_and_the_dates_draw_all_cables_and_lead_to_their_lists(site: SiteFolder) -> None:
    site.cable("a.txt", serial=1, sent=on(1, 10)).cable("b.txt", serial=2, sent=on(2, 3, 1989)).build()
    assert {"1989: 1 cable", "2009: 1 cable"} <= set(site.view("index.html").links())
    dates = site.view("date/index.html")
    assert {"date/1989.html", "date/1989/03.html", "date/2009/10.html"} <= set(dates.addresses())
    assert "date/2009/10/01.html" in site.view("date/2009.html").addresses()


def test_the_senders_stand_on_a_map(site: SiteFolder) -> None:
    site.cable("a.txt", serial=1).build()
    assert "Embassy Valletta: 1 cable" in site.view("sender/index.html").links()
