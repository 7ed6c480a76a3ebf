"""What searches of printed sites cost, as it was measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.queries import Query


@dataclass(frozen=True, slots=True)
class Asked:
    """What it cost to ask a query once.

    Attributes:
        found: how many cables.
        size: bytes that came for the query; for a first one, those of the page, its style and scripts among them.
        size_of_results: bytes that came for the results to be shown, where they come apart.
        ms: from the question until the results could be shown.
    """

    query: Query
    found: int
    size: int
    size_of_results: int
    ms: float


@dataclass(frozen=True, slots=True)
class IndexFiles:
    """The files of a search, its scripts among them: how many, and their bytes on the disk."""

    files: int
    size: int
    largest: int


@dataclass(slots=True)
class Searches:
    """One site's searches: all queries asked first, next after another, and once more.

    Attributes:
        page: bytes of a first query that came before anything was asked: the page, its style and scripts.
    """

    name: str
    version: str
    index: IndexFiles
    page: int = 0
    first: list[Asked] = field(default_factory=list)
    further: list[Asked] = field(default_factory=list)
    again: list[Asked] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Measured:
    """The searches of some sites of the same cables.

    Attributes:
        failed: why, by the name of a site whose search failed; it is none of `searches`.
        elsewhere: the share of the processors' time that went to other programs meanwhile; 0 where not known.
    """

    browser: str
    searches: Sequence[Searches]
    failed: Mapping[str, str]
    elsewhere: float
