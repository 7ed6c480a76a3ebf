"""Pages of long and odd cables: nothing bursts its box, nothing is cut off or covered, and axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import axe_findings_of_schemes
from tests.browser import serve
from tests.layout import layout_findings
from tests.odd_cables import CABLES, odd_pages, odd_site, site_of_none, site_of_one
from tests.site_folder import SiteFolder

WIDTHS = [320, 1200]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """The site of odd cables, printed."""
    return odd_site(tmp_path_factory.mktemp("odd"))


def assert_whole(browser: Browser, site: SiteFolder, width: int) -> None:
    """Look at the odd pages of a site in light and dark in a window of a width."""
    page = browser.new_page(viewport={"width": width, "height": 850})
    with serve(site.output) as host:
        for address in odd_pages(site):
            page.goto(f"{host}{address}")
            assert [*layout_findings(page), *axe_findings_of_schemes(page)] == [], address
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_of_odd_data_is_whole(browser: Browser, odd: SiteFolder, width: int) -> None:
    assert_whole(browser, odd, width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("make_site", [site_of_one, site_of_none])
def test_a_site_of_one_cable_and_one_of_none_are_whole(
    browser: Browser, tmp_path: Path, make_site: Callable[[Path], SiteFolder], width: int
) -> None:
    assert_whole(browser, make_site(tmp_path), width)


def test_the_odd_data_are_what_they_are_said_to_be(odd: SiteFolder) -> None:
    pages = {name: odd.view(f"cable/2009/10/09VALLETTA{number}.html") for name, number in CABLES.items()}
    assert len(pages["subject"].all("h1")[0].text) == 300
    assert sum(target.startswith("tag/") for target in pages["tags"].addresses()) == 60 + 1  # and the way to all
    assert pages["table"].text.count("seen and not lost") == 2_000
    assert pages["references"].text.count("Not in this collection") == 400
    assert len(pages["megabyte"].text) > 1_000_000


def test_the_words_of_an_item_that_names_many_cables_stand_on_the_page_once(odd: SiteFolder) -> None:
    text = odd.read(f"cable/2009/10/09VALLETTA{CABLES['references']}.html")
    assert text.count("08 REYKJAVIK 499 (NOTAL)") == 2  # the item's first entry, and the telegram's header
    assert "08REYKJAVIK499" in text


@pytest.mark.parametrize("width", WIDTHS)
def test_the_search_of_odd_cables_is_whole(page: Page, odd: SiteFolder, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 850})
    with serve(odd.output) as host:
        page.goto(f"{host}search.html?q=exercise+unbreakable*")
        expect(page.locator("#search-results li").first).to_be_visible()
        page.locator("details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
        expect(page.locator("[data-facet=sender] [type=checkbox]").first).to_be_visible()
        assert [*layout_findings(page), *axe_findings_of_schemes(page)] == []
