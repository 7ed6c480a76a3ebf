"""``cablepress serve``: the real command, a real browser, and a publisher who edits a cable."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.site_folder import SiteFolder


@pytest.fixture
def served(site: SiteFolder) -> Iterator[tuple[SiteFolder, str]]:
    """A site with one cable, served by the command; and its address."""
    site.cable("09VALLETTA118.txt", subject="EXERCISE: BEFORE")
    command = [sys.executable, "-m", "generator", "serve", str(site.root), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        address = next(found[0] for line in process.stdout if (found := re.search(r"http://127\S+/", line)))
        yield site, address
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        finally:
            process.kill()  # where whoever runs the tests has SIGINT ignored, they end all the same


def test_an_open_page_reloads_when_its_cable_is_edited(page: Page, served: tuple[SiteFolder, str]) -> None:
    site, address = served
    page.goto(f"{address}cable/2009/10/09VALLETTA118.html")
    expect(page.locator("h1")).to_have_text("Exercise: Before")
    site.cable("09VALLETTA118.txt", subject="EXERCISE: AFTER")
    expect(page.locator("h1")).to_have_text("Exercise: After", timeout=15_000)
    assert b"reload.js" not in (site.output / "index.html").read_bytes(), "the script is never in the folder"


def test_a_mistake_in_the_settings_leaves_the_earlier_site_served(served: tuple[SiteFolder, str], page: Page) -> None:
    site, address = served
    site.settings("titel: Typo\n")
    page.wait_for_timeout(1500)
    with urlopen(address) as answer:
        assert b"Test" in answer.read()
    site.settings("title: Mended\n")
    page.goto(address)
    expect(page.locator("h1")).to_have_text("Mended", timeout=15_000)


def test_an_address_without_a_page_shows_the_site_s_own_404(served: tuple[SiteFolder, str]) -> None:
    _, address = served
    with pytest.raises(HTTPError) as caught:
        urlopen(f"{address}no/such/page.html")
    with caught.value as answer:
        assert answer.code == 404
        assert b"Page not found" in answer.read()


def test_nothing_outside_the_printed_folder_is_served(served: tuple[SiteFolder, str]) -> None:
    _, address = served
    for path in ("..%2fsite.yaml", "%2e%2e/site.yaml", ".cablepress/archive.sqlite"):
        with pytest.raises(HTTPError) as caught:
            urlopen(f"{address}{path}")
        with caught.value as answer:
            assert answer.code == 404


def test_where_the_settings_name_another_output_that_one_is_served(served: tuple[SiteFolder, str], page: Page) -> None:
    site, address = served
    site.settings("title: Elsewhere\npaths:\n  output: site\n")
    page.goto(address)
    expect(page.locator("h1")).to_have_text("Elsewhere", timeout=15_000)
    site.cable("09VALLETTA118.txt", subject="EXERCISE: AFTER")
    page.goto(f"{address}cable/2009/10/09VALLETTA118.html")
    expect(page.locator("h1")).to_have_text("Exercise: After", timeout=15_000)
