"""Takes the pictures in ``docs/pictures/``: ``make pictures``. They are for people, so no test compares them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from generator.config import read_config
from generator.press import build_site
from tests.browser import open_browser
from tests.site_folder import ROOT

PICTURES = ROOT / "docs" / "pictures"
CABLE = "cable/2007/03/07VALLETTA118.html"
DESKTOP, PHONE = (1200, 860), (390, 844)


def main() -> None:
    """Print the sample, and take every picture of it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        build_site(read_config(ROOT), output=Path(folder) / "site")
        site = f"{(Path(folder) / 'site').as_uri()}/"
        take(browser, f"{site}{CABLE}", "cable.png", DESKTOP, dark=False)
        take(browser, f"{site}{CABLE}", "cable-phone-dark.png", PHONE, dark=True)
        take(browser, f"{site}index.html", "home.png", DESKTOP, dark=False)
        take(browser, f"{site}search.html?q=weather%20buoy", "search-phone.png", PHONE, dark=False)


def take(browser: Browser, address: str, name: str, size: tuple[int, int], *, dark: bool) -> None:
    """Take one picture of what a reader sees first."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=PICTURES / name)
    context.close()


if __name__ == "__main__":
    main()
