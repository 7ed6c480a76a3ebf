"""What pages say about collections, and the page that lists them all."""

from __future__ import annotations

import re
from collections.abc import Collection as AnyOf
from collections.abc import Iterable

from generator import addresses
from generator.archive import Archive, FiledCollection
from generator.collection import Collection
from generator.pages.views import Frame, Link, Site, shorten
from generator.record import Record
from generator.wording import Wording

_MOST_FILES = 50


class CollectionLink(Record, frozen=True):
    """A collection as the page of a cable shows it."""

    title: str
    address: str
    provenance: str
    licence: str


class About(Record, frozen=True, kw_only=True):
    """What stands at the head of a collection's own page.

    Attributes:
        description: its paragraphs.
        provenance: its paragraphs.
        provenance_url: where it was published before: http or https, or empty.
        licence: what may be done with it.
        span: the first and last date; empty if no cable has one.
        files: how many files it was read from.
        named_files: the first of them.
    """

    description: tuple[str, ...]
    provenance: tuple[str, ...]
    provenance_url: str
    licence: str
    span: str
    files: int
    named_files: tuple[str, ...]


class CollectionEntry(Record, frozen=True):
    """A collection in the list of all."""

    title: str
    address: str
    description: str
    cables: int
    span: str


class CollectionsView(Record, frozen=True, kw_only=True):
    """The page that lists all collections."""

    frame: Frame
    entries: tuple[CollectionEntry, ...]


def are_listed(collections: AnyOf[Collection]) -> bool:
    """Tell whether a site has a list of its collections: one nameless heap of files in one folder needs none."""
    return len(collections) > 1 or any(each.described for each in collections)


def link_collections(collections: Iterable[Collection]) -> tuple[CollectionLink, ...]:
    """Say where a cable is from."""
    return tuple(
        CollectionLink(each.title, addresses.collection(each.name), shorten(each.provenance), each.licence)
        for each in collections
    )


def count_collections(archive: Archive) -> tuple[Link, ...]:
    """Give a link to each collection, with its count; none where the site has no list of them."""
    known = archive.known_collections()
    if not are_listed(known.values()):
        return ()
    return tuple(
        Link(each.collection.title, addresses.collection(each.collection.name), each.cables)
        for each in archive.collections()
    )


def view_about(archive: Archive, name: str, wording: Wording) -> About:
    """Make the head of a collection's page."""
    filed = archive.collection(name)
    return About(
        description=_paragraphs(filed.collection.description),
        provenance=_paragraphs(filed.collection.provenance),
        provenance_url=filed.collection.provenance_url,
        licence=filed.collection.licence,
        span=_span(filed, wording),
        files=filed.files,
        named_files=tuple(archive.collection_files(name, _MOST_FILES)),
    )


def view_collections(archive: Archive, site: Site) -> CollectionsView | None:
    """Make the view of the page that lists all collections; None where there need not be one."""
    if not are_listed(archive.known_collections().values()):
        return None
    entries = tuple(
        CollectionEntry(
            each.collection.title,
            addresses.collection(each.collection.name),
            shorten(each.collection.description),
            each.cables,
            _span(each, site.wording),
        )
        for each in archive.collections()
    )
    say = site.wording.say
    description = say("collections.description", count=len(entries), site=site.title)
    frame = Frame(site, addresses.COLLECTIONS, say("collections.title"), description)
    return CollectionsView(frame=frame, entries=entries)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text) if part.strip())


def _span(filed: FiledCollection, wording: Wording) -> str:
    return wording.span(filed.first, filed.last) if filed.first and filed.last else ""
