"""Addresses: where each page of the printed site stands. The only place that knows.

An address is a path inside the printed folder, with forward slashes and no leading one. Every function is pure:
the same cable has the same address in every build, on every system, whatever else the collection holds.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

HOME = "index.html"
SEARCH = "search.html"
SEARCH_FOLDER = "search"
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
TAGS = "tag/index.html"
SENDERS = "sender/index.html"
DATES = "date/index.html"
UNDATED = "date/undated.html"
COLLECTIONS = "collection/index.html"
CLASSIFICATIONS = "classification/index.html"
SIGNERS = "signer/index.html"
WANTED = "reference/index.html"

# Windows cannot make files of these names, whatever their ending, and a USB stick may be read there.
_RESERVED = {"CON", "PRN", "AUX", "NUL", "INDEX"} | {f"{d}{n}" for d in ("COM", "LPT") for n in "0123456789"}
_PLAIN = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*\Z")
_PLAIN_SMALL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LONGEST = 80


def file_name(text: str) -> str:
    """Make a file name out of any text, so that different texts have different names.

    Comes out as capitals, digits and single hyphens, which mean the same on every file system and in every URL.
    A text that is already such a name stays as it is; any other gains six digits of its SHA-256.
    """
    if _PLAIN.match(text) and text not in _RESERVED and len(text) <= _LONGEST:
        return text
    return f"{slug(text)}-{_digest(text)}".lstrip("-")


def slug(text: str) -> str:
    """Fold any text to capitals, digits and single hyphens, at most 80 of them; it may come out empty."""
    folded = unicodedata.normalize("NFKD", text.replace("ß", "ss")).upper()
    ascii_only = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^A-Z0-9]+", "-", ascii_only).strip("-")[:_LONGEST].strip("-")


def cable(cable_id: str, sent: datetime | None) -> str:
    """Give the address of a cable's page: the path under which these cables were first published."""
    folder = f"{sent.year:04d}/{sent.month:02d}" if sent else "undated"
    return f"cable/{folder}/{file_name(cable_id)}.html"


def is_cable(address: str) -> bool:
    """Tell whether a cable's page stands at an address."""
    return address.startswith("cable/")


def is_of_search(address: str) -> bool:
    """Tell whether an address is that of a file which the search page loads."""
    return address.startswith(f"{SEARCH_FOLDER}/")


class Part(StrEnum):
    """The parts of a site, each of which is printed by itself."""

    CABLES = "cables"
    LISTS = "lists"
    SEARCH = "search"
    SITEMAP = "sitemap"
    OTHERS = "others"
    """Pages that a site has one of, the publisher's own, and the theme's files."""


_PARTS = {
    **dict.fromkeys(("cable", "source"), Part.CABLES),
    **dict.fromkeys(("tag", "sender", "date", "classification", "signer", "reference", "collection"), Part.LISTS),
    SEARCH_FOLDER: Part.SEARCH,
}


FOLDERS = frozenset(_PARTS)
"""Those that belong to one part each, all else in which is that part's."""


def part_of(address: str) -> Part:
    """Tell which part of the site stands at an address."""
    folder, slash, _ = address.partition("/")
    if slash:
        return _PARTS.get(folder, Part.OTHERS)
    return Part.SITEMAP if folder.startswith("sitemap") and folder.endswith(".xml") else Part.OTHERS


def source_text(cable_address: str, version: int) -> str:
    """Give the address of the text that a cable's page was made from.

    It stands in a tree of its own, so that no folder holds twice as many files as it must.

    Args:
        cable_address: as `cable` gives it.
        version: 1 for the text that the page shows, 2 and up for the others.
    """
    stem = cable_address.removeprefix("cable/").removesuffix(".html")
    # A dot, since no id holds one: NOTE-2 may be the id of another cable.
    return f"source/{stem}.txt" if version == 1 else f"source/{stem}.{version}.txt"


@lru_cache(maxsize=4096)
def tag(code: str) -> str:
    """Give the address of the list of all cables with a TAG."""
    return f"tag/{file_name(code)}.html"


@lru_cache(maxsize=4096)
def sender(code: str) -> str:
    """Give the address of the list of all cables from a station."""
    return f"sender/{file_name(code)}.html"


@lru_cache(maxsize=16)
def classification(level: str) -> str:
    """Give the address of the list of all cables of a level."""
    return f"classification/{file_name(level)}.html"


@lru_cache(maxsize=4096)
def signer(name: str) -> str:
    """Give the address of the list of all cables that a signer signed.

    A large collection has tens of thousands of signers, so each letter has a folder: no name of a file is ``INDEX``,
    so the letter's own page can stand in it.
    """
    stem = file_name(name)
    return f"signer/{stem[0]}/{stem}.html"


def signers_of(letter: str) -> str:
    """Give the address of the page that lists all signers under a letter or digit."""
    return f"signer/{letter}/index.html"


def letter_of(signer_address: str) -> str:
    """Give the letter or digit that an address of `signer` stands under."""
    return signer_address.split("/")[1]


@lru_cache(maxsize=4096)
def collection(name: str) -> str:
    """Give the address of a collection's page, by the name of its folder.

    Folders have small letters more often than not, so here these are what stays as it is.
    """
    stem = name if _PLAIN_SMALL.match(name) and name.upper() not in _RESERVED and len(name) <= _LONGEST else ""
    return f"collection/{stem or f'{slug(name)}-{_digest(name)}'.lstrip('-').lower()}.html"


def year(year_number: int) -> str:
    """Give the address of the list of all cables of a year."""
    return f"date/{year_number:04d}.html"


def month(day_or_first: date) -> str:
    """Give the address of the list of all cables of a month."""
    return f"date/{day_or_first.year:04d}/{day_or_first.month:02d}.html"


def day(day_of_cable: date) -> str:
    """Give the address of the list of all cables of a day."""
    return f"date/{day_of_cable.year:04d}/{day_of_cable.month:02d}/{day_of_cable.day:02d}.html"


def list_page(first_page: str, number: int) -> str:
    """Give the address of page ``number`` (from 1) of a list whose first page stands at ``first_page``."""
    if number == 1:
        return first_page
    if first_page == WANTED:
        return f"reference/{number}.html"
    # date/2009/10.html is October, so page 10 of the year's list needs another name.
    name = f"page-{number}" if first_page.startswith("date/") else str(number)
    return f"{first_page.removesuffix('.html')}/{name}.html"


def own_page(path: str) -> str:
    """Give the address of a page that the publisher wrote.

    Args:
        path: the file, relative to the folder of pages and without its ending. Letters outside ASCII, spaces and
            signs that mean something in a URL become hyphens; a name that has none of them stays as it is.
    """
    return "/".join(_plain_name(part) for part in path.split("/")) + ".html"


def root(page: str) -> str:
    """Give what a link on ``page`` must begin with, so that the folder works wherever it is put.

    ``root(page) + target`` is the way from any page to any other: ``../../../`` from a cable's page.
    """
    return "../" * page.count("/")


def way(page: str, address: str) -> str:
    """Give the shortest way from a page to another one: cables of a month lie in one folder."""
    folder, slash, name = address.rpartition("/")
    return _way_to_folder(page.rpartition("/")[0], folder + slash) + name


@lru_cache(maxsize=4096)
def _way_to_folder(folder: str, other: str) -> str:
    """Give the way from a folder to another one, whose name ends with a slash; many cables lie in each."""
    here, there = folder.split("/") if folder else [], other.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


def _plain_name(part: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9_-]+", part):
        return part
    return slug(part).lower() or f"page-{_digest(part)}".lower()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6].upper()
