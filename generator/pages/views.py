"""What every page shows, whatever its kind."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol
from urllib.parse import quote

from generator import addresses
from generator.pages.markdown import fill_root
from generator.record import Record
from generator.vocabulary import Vocabulary
from generator.wording import ENGLISH, Wording, direction_of, open_wording

_DESCRIPTION_LENGTH = 160


class Link(Record, frozen=True):
    """A text that leads to an address of the site, perhaps with a count of what is there, and a code's name."""

    text: str
    address: str
    count: int = 0
    name: str = ""


class Site(Record, frozen=True):
    """What all pages of one build share.

    Attributes:
        title: the collection's name.
        description: a sentence or two about it.
        language: of the site, in which the publisher writes, as a tag such as ``en``.
        url: the address that the printed folder will have, ending in ``/``; empty if not known.
        own_pages: the publisher's own pages, for the footer.
        vocabulary: the names of TAGS, stations and captions.
        wording: the words of the interface, in the language of the site.
        cable_language: the one that the cables are written in.
        logo: the address of a picture beside the title; empty if there is none.
        footer: HTML at the end of every page; `Frame.footer` is that of one page.
        has_headlines: subjects in capitals are shown in headline case.
    """

    title: str
    description: str
    language: str
    url: str
    own_pages: tuple[Link, ...] = ()
    vocabulary: Vocabulary = Vocabulary()
    wording: Wording = open_wording(ENGLISH)
    cable_language: str = ENGLISH
    has_headlines: bool = True
    logo: str = ""
    footer: str = ""

    @property
    def page_language(self) -> str:
        """What the pages are in: the site's language, or English where the interface has no texts in that."""
        return self.wording.language

    @property
    def lang(self) -> str:
        """What an element with a cable's own words says about their language; empty where that is the page's."""
        return f' lang="{self.cable_language}"' if self.cable_language != self.page_language else ""

    @property
    def own_lang(self) -> str:
        """What an element with the page's words inside of a cable's says; empty where both are in one language."""
        return f' lang="{self.page_language}"' if self.lang else ""

    @property
    def publisher_lang(self) -> str:
        """What an element with the publisher's words says; empty where those are in the page's language."""
        if self.language == self.page_language:
            return ""
        direction = direction_of(self.language)
        turned = f' dir="{direction}"' if direction != self.wording.direction else ""
        return f' lang="{self.language}"{turned}'


class Frame(Record, frozen=True):
    """What surrounds a page's content, and what a pasted link shows.

    Attributes:
        site: what all pages share.
        address: of this page.
        title: of this page, without the site's.
        description: of this page, at most 160 characters.
        kind: the Open Graph type, ``article`` or ``website``.
    """

    site: Site
    address: str
    title: str
    description: str
    kind: str = "website"

    @property
    def root(self) -> str:
        """What every link on the page begins with."""
        return addresses.root(self.address)

    @property
    def footer(self) -> str:
        """HTML at the end of the page, its links from this page on."""
        return fill_root(self.site.footer, self.root)

    def to(self, address: str) -> str:
        """Give the shortest way from this page to another one."""
        return addresses.way(self.address, address)

    @property
    def canonical(self) -> str:
        """The page's full address; empty if the site's is not known."""
        return canonical(self.site.url, self.address)


class View(Protocol):
    """Everything that one page shows."""

    @property
    def frame(self) -> Frame:
        """What surrounds the page's content."""


def canonical(url: str, address: str) -> str:
    """Give the full address of a page; empty without a site's url. The home page's is the folder's own."""
    if not url:
        return ""
    return url + quote("" if address == addresses.HOME else address)


def iso(when: date) -> str:
    """Write a date, or a time in UTC to the minute, for machines: ``2009-10-07T05:31Z``, as HTML has it."""
    if isinstance(when, datetime):
        return when.isoformat(timespec="minutes").replace("+00:00", "Z")
    return when.isoformat()


def shorten(text: str, length: int = _DESCRIPTION_LENGTH) -> str:
    """Cut a text at a word so that it has at most ``length`` characters, an ellipsis included."""
    text = " ".join(text.split(maxsplit=(length + 1) // 2))  # so many words and the spaces between are too long anyhow
    if len(text) <= length:
        return text
    return text[: length - 1].rpartition(" ")[0].rstrip(" ,;:-") + "…"
