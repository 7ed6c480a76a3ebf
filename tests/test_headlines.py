"""A subject in capitals is shown in headline case wherever a site shows subjects, unless it wants them as written."""

from __future__ import annotations

import time

import pytest

from generator.search.unpacking import PrintedIndex
from tests.site_folder import SiteFolder
from tests.test_again import SETTLED

WRITTEN, SHOWN = "HARBOUR: THE NATO BUOY IS LATE", "Harbour: The NATO Buoy Is Late"


@pytest.fixture
def cables(site: SiteFolder) -> SiteFolder:
    site.cable("a.txt", serial=1, subject=WRITTEN, tags=("PREL",))
    return site.cable("b.txt", serial=2, subject="The second", refs="A. VALLETTA 1", tags=("PREL",))


@pytest.mark.parametrize(("setting", "subject"), [("", SHOWN), ("headlines: false\n", WRITTEN)])
def test_pages_lists_and_results_show_the_subject_as_the_site_wants_it(
    cables: SiteFolder, setting: str, subject: str
) -> None:
    cables.settings(f"title: Test\nurl: https://example.org/\n{setting}")
    cables.build(jobs=1)
    own, other = "cable/2009/10/09VALLETTA1.html", "cable/2009/10/09VALLETTA2.html"
    assert f"<h1>{subject}</h1>" in cables.read(own)
    assert WRITTEN in cables.read(own), "the original is in reach"
    for address in (other, "tag/PREL.html", "sender/VALLETTA.html", "date/2009.html"):
        assert subject in cables.read(address), address
    index = PrintedIndex(lambda address: (cables.output / address).read_bytes())
    assert subject in index.data("d/0").decode()


def test_a_setting_that_changes_prints_what_shows_subjects_anew(cables: SiteFolder) -> None:
    cables.build(jobs=1)
    cables.settings("title: Test\nurl: https://example.org/cables/\nheadlines: false\n")
    cables.build(jobs=1)
    changed = cables.printed()
    cables.build(jobs=1, clean=True)
    assert cables.printed() == changed


def test_a_text_that_tells_an_acronym_changes_the_headline_in_lists(cables: SiteFolder) -> None:
    cables.cable("a.txt", serial=1, subject="THE HPA IS LATE", tags=("PREL",))
    cables.build(jobs=1)
    assert "The Hpa Is Late" in cables.read("tag/PREL.html")
    time.sleep(SETTLED)
    cables.cable("a.txt", serial=1, subject="THE HPA IS LATE", tags=("PREL",), body="¶1. (U) The HPA is small.")
    cables.build(jobs=1)
    assert "The HPA Is Late" in cables.read("tag/PREL.html")
