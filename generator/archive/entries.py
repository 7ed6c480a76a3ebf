"""What the archive hands out: small frozen records that pages, search and exports share."""

from __future__ import annotations

from datetime import datetime

from generator.cable import Tag
from generator.record import Record


class CableEntry(Record, frozen=True):
    """A cable as a list or a link shows it.

    Attributes:
        id: the reference id.
        address: of its page.
        sent: in UTC; None if undated.
        sender: the station's code; empty if unknown.
        subject: as written; empty if none.
        classification: the level; empty if none.
    """

    id: str
    address: str
    sent: datetime | None
    sender: str
    subject: str
    classification: str


class BlockText(Record, frozen=True):
    """What a block of a cable's body says."""

    text: str


class CableText(Record, frozen=True, kw_only=True):
    """What can be searched of a cable: some of the attributes of `Cable`, read without making all the others."""

    id: str
    subject: str
    tags: tuple[Tag, ...]
    sender: str
    sender_name: str
    signer: str
    body: tuple[BlockText, ...]


class Count(Record, frozen=True):
    """How many cables there are of something: of a TAG, a sender, a year, a month, a day."""

    key: str
    cables: int


class Version(Record, frozen=True):
    """One of the texts that sources give for a cable.

    Attributes:
        number: 1 for the one that the page shows.
        paths: the files that hold this very text, in their order.
        text: as the first of them has it.
    """

    number: int
    paths: tuple[str, ...]
    text: str
