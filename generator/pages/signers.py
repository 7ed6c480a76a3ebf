"""The way in by signer: one page, or where there are too many signers for one, a page for each letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator import addresses
from generator.archive import Archive, Listing
from generator.pages.index_pages import Group, IndexView, frame_index, view_index
from generator.pages.names import anchor
from generator.pages.views import Frame, Link, Site

_MOST_ON_A_PAGE = 1_000
_FIRST = 12


def view_signers(archive: Archive, site: Site) -> Iterator[IndexView]:
    """Make the views of the pages that list all signers by letter, each with its number of cables."""
    letters: dict[str, list[Link]] = defaultdict(list)
    for count in archive.counts(Listing.SIGNER):
        address = addresses.signer(count.key)
        letters[addresses.letter_of(address)].append(Link(count.key, address, count.cables))
    signers = sum(map(len, letters.values()))
    are_few = signers <= _MOST_ON_A_PAGE
    groups = tuple(
        Group(letter, anchor(letter), tuple(letters[letter])) if are_few else _shortened(letter, letters[letter])
        for letter in sorted(letters)
    )
    say = site.wording.say
    everyone = view_index(frame_index(site, addresses.SIGNERS, "signers", signers), say("signers.note"), groups)
    yield everyone
    if are_few:
        return
    for letter in sorted(letters):
        heading = say("signers.title_of_letter", letter=letter)
        description = say("signers.of_letter", count=len(letters[letter]), site=site.title, letter=letter)
        yield IndexView(
            frame=Frame(site, addresses.signers_of(letter), heading, description),
            heading=heading,
            note=everyone.note,
            groups=(Group(letter, anchor(letter), tuple(letters[letter])),),
            above=(Link(everyone.heading, addresses.SIGNERS),),
        )


def _shortened(letter: str, signers: Sequence[Link]) -> Group:
    """Give the most frequent signers of a letter, whose heading leads to all of them."""
    first = sorted(signers, key=lambda link: (-link.count, link.text))[:_FIRST]
    cables = sum(link.count for link in signers)
    return Group(letter, anchor(letter), tuple(first), addresses.signers_of(letter), cables)
