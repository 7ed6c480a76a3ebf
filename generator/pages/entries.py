"""How cables stand in a list, as HTML: what themes style and do not lay out.

``search/browser/page.js`` builds the same for what a search finds.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

from generator.archive import CableEntry
from generator.pages.dates import long_date
from generator.pages.escaping import print_text


def write_entries(entries: Iterable[CableEntry], root: str) -> Markup:
    """Write the entries of a list.

    Args:
        entries: in their order.
        root: what every link on the page begins with.

    Returns:
        An ``<li>`` for each, with a line feed behind it.
    """
    return Markup("".join([_write_entry(entry, root) for entry in entries]))  # noqa: S704 - escaped below


def _write_entry(entry: CableEntry, root: str) -> str:
    subject = print_text(entry.subject or f"Cable {entry.id}")
    sent = entry.sent
    date = f'<time class="fact" datetime="{sent.isoformat()}">{long_date(sent)}</time> ' if sent else ""
    sender = f'<span class="fact">{print_text(entry.sender)}</span> ' if entry.sender else ""
    level = _write_level(entry.classification) if entry.classification else ""
    return (
        f'<li class="entry"><a class="entry-subject" href="{root}{print_text(entry.address)}">{subject}</a>\n'
        f'<p class="entry-facts">{date}{sender}<span class="fact">{print_text(entry.id)}</span>{level}</p></li>\n'
    )


@cache
def _write_level(classification: str) -> str:
    return f' <span class="level" data-level="{escape(classification)}">{escape(classification)}</span>'
