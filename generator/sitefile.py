"""A file of the printed site, before anybody has written it."""

from __future__ import annotations

from generator.record import Record


class SiteFile(Record, frozen=True):
    """What pages, search and exports hand to the output room.

    Attributes:
        address: the path inside the printed folder, with forward slashes, such as ``cable/2009/10/09USNATO432.html``.
        content: the bytes.
    """

    address: str
    content: bytes
