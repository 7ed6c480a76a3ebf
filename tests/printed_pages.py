"""Reads printed pages as a browser does: what they say, where they lead, what can be linked to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BLOCKS = "p div ul ol dl pre hr table section details figure form h1 h2 h3".split()
_ENDED_BY = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}} | {tag: {"p"} for tag in _BLOCKS}
"""What an element's start ends, where HTML lets an end be left out."""
_ATTRIBUTES_WITH_ADDRESSES = ("href", "src", "action", "srcset", "poster", "data")


@dataclass
class Element:
    """A start tag with its attributes, and the text inside."""

    tag: str
    attributes: Mapping[str, str]
    text: str = ""

    @property
    def target(self) -> str:
        """What it leads to or loads; empty if it does neither."""
        return next((self.attributes[name] for name in _ATTRIBUTES_WITH_ADDRESSES if name in self.attributes), "")


@dataclass
class PrintedPage:
    """A page of a printed site."""

    address: str
    elements: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, tag: str) -> list[Element]:
        """Give the elements of a tag, in their order."""
        return [element for element in self.elements if element.tag == tag]

    def links(self) -> dict[str, str]:
        """Give the address inside the site that each link's text leads to."""
        return {element.text: resolve(self.address, element.target) for element in self.all("a") if element.target}

    def addresses(self) -> list[str]:
        """Give the addresses that the page's links lead to, in their order."""
        return [resolve(self.address, element.target) for element in self.all("a") if element.target]

    def related(self, relation: str) -> list[str]:
        """Give the addresses of links such as ``prev`` and ``next``."""
        return [
            resolve(self.address, element.target)
            for element in self.all("a")
            if element.attributes.get("rel") == relation
        ]

    def ids(self) -> set[str]:
        """Give what a link may point at on this page."""
        return {element.attributes["id"] for element in self.elements if "id" in element.attributes}

    def meta(self, name: str) -> str:
        """Give the content of a meta element by its name or property; empty if there is none."""
        for element in self.all("meta"):
            if name in {element.attributes.get("name"), element.attributes.get("property")}:
                return element.attributes["content"]
        return ""


def read_page(address: str, html: str) -> PrintedPage:
    """Read a page."""
    reader = _Reader(address)
    reader.feed(html)
    reader.close()
    page = reader.page
    page.text = " ".join(page.text.split())
    for element in page.elements:
        element.text = " ".join(element.text.split())
    return page


def resolve(page: str, target: str) -> str:
    """Give the address inside the site that a relative link on a page leads to, without its fragment."""
    path = unquote(urlsplit(target).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


def broken_links(files: Mapping[str, bytes]) -> Iterator[str]:
    """Look at every link of every page of a printed site.

    Yields:
        A sentence for each link that is not relative, has an ending that a host might serve in a way of its own, or
        leads to no printed file or to no place on its page.
    """
    pages = {
        address: read_page(address, content.decode()) for address, content in files.items() if address.endswith(".html")
    }
    ids = {address: page.ids() for address, page in pages.items()}
    for page in pages.values():
        for element in page.elements:
            target = element.target
            if not target or element.attributes.get("rel") == "canonical" or element.tag == "base":
                continue
            if element.tag == "a" and "external" in element.attributes.get("rel", "").split():
                continue  # a reader may follow it; the page asks for nothing
            parts, place = urlsplit(target), resolve(page.address, target)
            if parts.scheme or parts.netloc or target.startswith("/"):
                yield f"{page.address}: {target} is not relative"
            elif not place.endswith((".html", ".txt", ".css", ".js", ".svg")):
                yield f"{page.address}: {target} has another ending"
            elif place not in files:
                yield f"{page.address}: {target} leads nowhere"
            elif parts.fragment and parts.fragment not in ids[place]:
                yield f"{page.address}: {target} is no place on that page"


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PrintedPage(address)
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.page.elements.append(element)
        if self._open and self._open[-1].tag in _ENDED_BY.get(tag, ()):
            self._open.pop()
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.page.text += data
        for element in self._open:
            element.text += data
