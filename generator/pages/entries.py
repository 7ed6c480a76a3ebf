"""How cables stand in a list, as HTML: what themes style and do not lay out.

``search/browser/results.js`` builds the like in the browser for what a search finds, with dates as ``2009-10-07``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from markupsafe import Markup

from generator.archive import CableEntry
from generator.pages.escaping import escape_text
from generator.pages.views import iso
from generator.wording import Wording

_MOST = 10_000
"""Entries that are kept as they were written, about 12 MB."""


def write_entries(entries: Iterable[CableEntry], root: str, wording: Wording, lang: str = "") -> Markup:
    """Write the entries of a list.

    Args:
        entries: in their order.
        root: what every link on the page begins with.
        wording: the words of the interface.
        lang: the attribute that says what language subjects are in; empty if it is the page's.

    Returns:
        An ``<li>`` for each, with a line feed behind it.
    """
    begin = f'<li class="entry"><a class="entry-subject"{lang} href="{escape_text(root)}'
    written = [begin + _write_entry(entry, wording) for entry in entries]
    return Markup("".join(written))  # noqa: S704 - escaped below


@lru_cache(maxsize=_MOST)
def _write_entry(entry: CableEntry, wording: Wording) -> str:
    """Write an entry from its address on: what stands before is another in each list, and the entry is in many."""
    subject = escape_text(entry.headline or wording.say("cable.untitled", id=entry.id))
    sent = entry.sent
    date = f'<time class="fact" datetime="{iso(sent)}">{escape_text(wording.long_date(sent))}</time> ' if sent else ""
    sender = f'<span class="fact">{escape_text(entry.sender)}</span> ' if entry.sender else ""
    level = _write_level(entry.classification) if entry.classification else ""
    return (
        f'{escape_text(entry.address)}">{subject}</a>\n'
        f'<p class="entry-facts">{date}{sender}<span class="fact">{escape_text(entry.id)}</span>{level}</p></li>\n'
    )


@cache
def _write_level(classification: str) -> str:
    return f' <span data-level="{escape_text(classification)}">{escape_text(classification)}</span>'
