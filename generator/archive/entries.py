"""What the archive hands out: small frozen records that pages, search and exports share."""

from __future__ import annotations

import hashlib
from datetime import datetime

import msgspec

from generator.archive.notes import Note
from generator.cable import Cable, Tag
from generator.collection import Collection
from generator.record import Record

_encode = msgspec.msgpack.Encoder().encode


class CableEntry(Record, frozen=True):
    """A cable as a list or a link shows it.

    Attributes:
        id: the reference id.
        address: of its page.
        sent: in UTC; None if undated.
        sender: the station's code; empty if unknown.
        subject: as written; empty if none.
        headline: the subject as the site shows it: if it wants that, in headline case where it is in capitals only.
        classification: the level; empty if none.
    """

    id: str
    address: str
    sent: datetime | None
    sender: str
    subject: str
    headline: str
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


class SaidBeside(Record, frozen=True):
    """What one source of a cable may say and another with the same text may not."""

    media: tuple[str, ...]
    aliases: tuple[str, ...]


class Version(Record, frozen=True):
    """One of the texts that sources give for a cable.

    Attributes:
        number: 1 for the one that the page shows.
        paths: the files that hold this very text, in their order.
        text: as the first of them has it.
        beside: how many characters of the text stand above the telegram: a row's columns.
        media: web addresses that the sources of this text give.
        aliases: other forms of the id that they have.
    """

    number: int
    paths: tuple[str, ...]
    text: str
    beside: int = 0
    media: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class FiledSource(Record, frozen=True):
    """Where one of the texts of a cable stands.

    Attributes:
        version: 1 for the text that the page shows.
        path: the file.
        line: where the telegram begins in it.
        sha256: of the telegram's bytes.
    """

    version: int
    path: str
    line: int
    sha256: str


class Nearby(Record, frozen=True):
    """Cables near another, each kind by date.

    Attributes:
        same_day: of the same sender and day.
        sharing: citing what it cites, and not linked with it.
        similar: about something similar, and none of the others.
    """

    same_day: tuple[CableEntry, ...] = ()
    sharing: tuple[CableEntry, ...] = ()
    similar: tuple[CableEntry, ...] = ()


class Network(Record, frozen=True):
    """The citations around a cable, within two steps.

    Attributes:
        cables: those that are shown, by date, the cable itself among them.
        citations: the places, from 0, of a cable that cites and of the one that it cites.
        left_out: how many more cables there are within two steps.
    """

    cables: tuple[CableEntry, ...]
    citations: tuple[tuple[int, int], ...]
    left_out: int


class LinkedCable(Record, frozen=True, kw_only=True):
    """A cable by its address, with everything that its page links to.

    Attributes:
        ordinal: its place in the order of dates, from 0.
        address: of its page.
        sources: all that give it, by version and place.
        cites: the cables that its references mean, by reference id as the references give it.
        wanted: of what its references mean and no cable of the collection is, how many cables cite it, by reference id.
        named: the pages of the cables that its text names by id: their addresses, by id.
        cited_by: the cables that cite it, by date.
        earlier: the one before it by date, or None; so with the other three. An undated cable has none of them,
            and is none.
        nearby: cables that lie near it.
        network: the citations around it; None where nothing is two steps away.
        collections: those that have it, whichever version they give.
        note: what the publisher has to say on it, or None.
    """

    ordinal: int
    address: str
    sources: tuple[FiledSource, ...]
    cites: dict[str, CableEntry]
    wanted: dict[str, int]
    named: dict[str, str]
    cited_by: tuple[CableEntry, ...]
    earlier: CableEntry | None
    later: CableEntry | None
    earlier_by_sender: CableEntry | None
    later_by_sender: CableEntry | None
    nearby: Nearby
    network: Network | None
    collections: tuple[Collection, ...]
    note: Note | None

    @property
    def key(self) -> bytes:
        """A digest of everything that the page shows, 16 bytes: what a telegram says follows from its own digest."""
        shown = (
            self.address,
            self.sources,
            sorted(self.cites.items()),
            sorted(self.wanted.items()),
            sorted(self.named.items()),
            self.cited_by,
            (self.earlier, self.later, self.earlier_by_sender, self.later_by_sender),
            self.nearby,
            self.network,
            self.collections,
            self.note,
        )
        return hashlib.blake2b(_encode(shown), digest_size=16).digest()

    @property
    def texts(self) -> int:
        """How many texts it has: versions."""
        return max(source.version for source in self.sources)


class Differing(Record, frozen=True):
    """A cable whose page is not as it was printed.

    Attributes:
        ordinal: its place in the order of dates, from 0.
        address: of its page.
        texts: how many texts it has.
        texts_before: how many were printed.
    """

    ordinal: int
    address: str
    texts: int
    texts_before: int


class FiledCable(LinkedCable, frozen=True, kw_only=True):
    """A cable with everything that its page shows.

    Attributes:
        cable: the record.
        versions: the texts that sources give for it; the first is the one that the page shows.
        others: the records of the other versions, by version number.
    """

    cable: Cable
    versions: tuple[Version, ...]
    others: dict[int, Cable]
