"""A file of the printed site, before anybody has written it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFile:
    """What pages, search and exports hand to the output room.

    Attributes:
        address: the path inside the printed folder, with forward slashes, such as ``cable/2009/10/09USNATO432.html``.
        content: the bytes.
    """

    address: str
    content: bytes
