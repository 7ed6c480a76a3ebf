"""Takes pictures of every kind of page: ``make pictures``. They are for people, so no test compares them.

All of them go into ``pictures/``, which git ignores, with one page that shows them side by side; the few that the
README shows go into ``docs/pictures/``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser import open_browser, serve
from tests.kinds import html_of, pages_of_each_kind
from tests.printed_sample import print_sample
from tests.site_folder import ROOT

ALL, README = ROOT / "pictures", ROOT / "docs" / "pictures"
CABLE = "cable/2007/03/07VALLETTA118.html"
SEARCH = "search.html?q=weather%20buoy"
DESKTOP, TABLET, PHONE = (1200, 860), (820, 1180), (390, 844)
SIZES = {"phone": PHONE, "tablet": TABLET, "desktop": DESKTOP}
SCHEMES = ("light", "dark")
_SHEET = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every kind of page</title>
<style>
body {{ margin: 1rem; background: #777; color: #fff; font-family: sans-serif; }}
div {{ display: flex; align-items: start; gap: 1rem; overflow-x: auto; }}
img {{ height: 30rem; }}
</style>
{rows}
"""


def main() -> None:
    """Print the sample, and take every picture of it."""
    README.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        site = Path(folder) / "site"
        site.mkdir()
        # At the path of the sample's url, where the page for what is missing finds its looks.
        output = print_sample(site, Path(folder) / "host" / "harbour-exercise")
        with serve(output.parent) as host:
            address = f"{host}{output.name}/"
            take_for_readme(browser, address)
            take_all(browser, address, {kind: pages[0] for kind, pages in pages_of_each_kind(html_of(output)).items()})


def take_for_readme(browser: Browser, site: str) -> None:
    """Take what a reader sees first of a few pages."""
    for address, name, size, scheme in (
        (CABLE, "cable.png", DESKTOP, "light"),
        (CABLE, "cable-phone-dark.png", PHONE, "dark"),
        ("index.html", "home.png", DESKTOP, "light"),
        ("sender/index.html", "senders.png", DESKTOP, "light"),
        ("date/index.html", "dates-dark.png", DESKTOP, "dark"),
        (SEARCH, "search-phone.png", PHONE, "light"),
    ):
        page = open_page(browser, size, scheme)
        take(page, f"{site}{address}", README / name)
        page.context.close()


def take_all(browser: Browser, site: str, kinds: dict[str, str]) -> None:
    """Take whole pages of every kind and of the search's results, and write the page that shows all pictures."""
    ALL.mkdir(exist_ok=True)
    wanted = {**kinds, "search with results": SEARCH}
    for width, size in SIZES.items():
        for scheme in SCHEMES:
            page = open_page(browser, size, scheme)
            for kind, address in wanted.items():
                take(page, f"{site}{address}", ALL / picture_name(kind, width, scheme), full_page=True)
            page.context.close()
    (ALL / "index.html").write_text(_SHEET.format(rows="\n".join(map(_row, wanted))), encoding="utf-8")


def open_page(browser: Browser, size: Sequence[int], scheme: str) -> Page:
    """Open a page of a size, in light or dark."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
    )
    return context.new_page()


def take(page: Page, address: str, path: Path, *, full_page: bool = False) -> None:
    """Take one picture: of what a reader sees first, or of all."""
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=path, full_page=full_page)


def picture_name(kind: str, width: str, scheme: str) -> str:
    """Name a picture's file."""
    return f"{kind.replace(' ', '-')}-{width}-{scheme}.png"


def _row(kind: str) -> str:
    names = [picture_name(kind, width, scheme) for width in SIZES for scheme in SCHEMES]
    pictures = "".join(f'<a href="{name}"><img src="{name}" alt="{escape(kind)}"></a>' for name in names)
    return f"<h2>{escape(kind)}</h2>\n<div>{pictures}</div>"


if __name__ == "__main__":
    main()
