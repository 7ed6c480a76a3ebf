"""An id that a cable's text names leads to that cable's page, where the collection has it; or else it is text."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from generator.pages.markup import Marking
from generator.wording import open_wording
from tests.site_folder import SiteFolder
from tests.telegrams import DEFAULT_SENT
from tests.test_again import SETTLED

NAMES = "¶1. (U) An exercise, fictional: see 09VALLETTA2, 09 VALLETTA 000003, 09VALLETTA1 and VALLETTA 2 (septel)."
OWN = "cable/2009/10/09VALLETTA1.html"
LINK = '<a href="09VALLETTA2.html">09VALLETTA2</a>'


@pytest.fixture
def naming(site: SiteFolder) -> SiteFolder:
    return site.cable("a.txt", serial=1, body=NAMES)


def test_only_what_the_collection_has_is_a_link(naming: SiteFolder) -> None:
    naming.cable("b.txt", serial=2).build(jobs=1)
    text = naming.read(OWN)
    assert f"see {LINK}, 09 VALLETTA 000003, 09VALLETTA1 and VALLETTA 2 (" in text


def test_a_text_names_no_cable_that_was_sent_later(naming: SiteFolder) -> None:
    naming.cable("b.txt", serial=2, sent=DEFAULT_SENT + timedelta(days=9)).build(jobs=1)
    assert LINK not in naming.read(OWN)


def test_the_page_follows_what_comes_and_goes_and_what_the_text_says(naming: SiteFolder) -> None:
    naming.build(jobs=1)
    assert LINK not in naming.read(OWN)
    time.sleep(SETTLED)
    naming.cable("b.txt", serial=2).build(jobs=1)
    assert LINK in naming.read(OWN)
    time.sleep(SETTLED)
    naming.cable("a.txt", serial=1, body="¶1. (U) An exercise: 09 VALLETTA 2.").build(jobs=1)
    assert '<a href="09VALLETTA2.html">09 VALLETTA 2</a>' in naming.read(OWN)
    time.sleep(SETTLED)
    naming.remove("content/cables/b.txt").build(jobs=1)
    assert "exercise: 09 VALLETTA 2." in naming.read(OWN)


def test_a_page_is_printed_anew_for_a_cable_that_nothing_else_on_it_shows(naming: SiteFolder) -> None:
    for serial in (8, 9):
        naming.cable(f"{serial}.txt", serial=serial, sent=DEFAULT_SENT - timedelta(days=serial))
    naming.build(jobs=1)
    time.sleep(SETTLED)
    naming.cable("b.txt", serial=2, sent=DEFAULT_SENT - timedelta(days=20), subject="FAR", tags=("ECON",))
    naming.build(jobs=1)
    assert '<a href="../09/09VALLETTA2.html">09VALLETTA2</a>' in naming.read(OWN)


def test_an_id_stands_beside_mentions_terms_and_gaps_and_is_escaped() -> None:
    marking = Marking({"A"}, open_wording("en"), {"09ROME1": "../x&y.html"})
    shown = marking.mark_up("<09 ROME 1>, ref A, xxxx, 09 ROME 2")
    assert shown.startswith('&lt;<a href="../x&amp;y.html">09 ROME 1</a>&gt;, <a href="#ref-A">ref A</a>, <span')
    assert shown.endswith("</span>, 09 ROME 2")
