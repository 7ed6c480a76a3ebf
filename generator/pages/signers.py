"""The way in by signer: one page, or where there are too many signers for one, a page for each letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator import addresses
from generator.archive import Archive, Listing
from generator.pages.index_pages import Group, IndexView
from generator.pages.views import Frame, Link, Site

_MOST_ON_A_PAGE = 1_000
_FIRST = 12
_HEADING = "Signers"
_NOTE = "The names at the end of the cables, as written: most often the ambassador's, whoever wrote the text."


def view_signers(archive: Archive, site: Site) -> Iterator[IndexView]:
    """Make the views of the pages that list all signers by letter, each with its number of cables."""
    letters: dict[str, list[Link]] = defaultdict(list)
    for count in archive.counts(Listing.SIGNER):
        address = addresses.signer(count.key)
        letters[addresses.letter_of(address)].append(Link(count.key, address, count.cables))
    signers = sum(map(len, letters.values()))
    are_few = signers <= _MOST_ON_A_PAGE
    groups = tuple(
        Group(letter, tuple(letters[letter])) if are_few else _shortened(letter, letters[letter])
        for letter in sorted(letters)
    )
    frame = Frame(site, addresses.SIGNERS, _HEADING, f"The {signers:,} signers of {site.title}.")
    yield IndexView(frame=frame, heading=_HEADING, note=_NOTE, groups=groups)
    if are_few:
        return
    for letter in sorted(letters):
        heading = f"{_HEADING}: {letter}"
        description = f"The {len(letters[letter]):,} signers of {site.title} under {letter}."
        yield IndexView(
            frame=Frame(site, addresses.signers_of(letter), heading, description),
            heading=heading,
            note=_NOTE,
            groups=(Group(letter, tuple(letters[letter])),),
            above=(Link(_HEADING, addresses.SIGNERS),),
        )


def _shortened(letter: str, signers: Sequence[Link]) -> Group:
    """Give the most frequent signers of a letter, whose heading leads to all of them."""
    first = sorted(signers, key=lambda link: (-link.count, link.text))[:_FIRST]
    cables = sum(link.count for link in signers)
    return Group(letter, tuple(first), addresses.signers_of(letter), cables)
