"""What the markup of a cable's page adds to its text: bytes that hosts keep and readers never see.

The text of a page is what stands between its tags, the title among it, with white space squeezed; all other bytes are
markup, also what attributes say to machines and on hover.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_MOST: Final = 1_000  # pages that are weighed, of all parts of the collection


def weigh_markup(printed: Path) -> list[int]:
    """The bytes of markup of cables' pages of the folder `printed`, the lightest first."""
    pages = sorted((printed / "cable").rglob("*.html"))
    return sorted(weigh_page(page.read_text(encoding="utf-8")) for page in pages[:: len(pages) // _MOST + 1])


def weigh_page(page: str) -> int:
    """The bytes of markup of a page."""
    reader = _Text()
    reader.feed(page)
    reader.close()
    return len(page.encode()) - len(" ".join("".join(reader.texts).split()).encode())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
