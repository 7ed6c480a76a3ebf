"""The page of a cable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from generator import addresses
from generator.archive import CableEntry, FiledCable, Nearby
from generator.cable import BlockKind, Cable, Tag
from generator.pages.collections import CollectionLink, link_collections
from generator.pages.dates import clock, long_date, month_name
from generator.pages.markup import mark_up
from generator.pages.notes import NoteView, PressView, view_note, view_press
from generator.pages.reading_text import write_text
from generator.pages.versions import VersionView, view_versions, write_addressee
from generator.pages.views import Frame, Link, Site, shorten
from generator.record import Record
from generator.vocabulary import CLASSIFICATION_MEANINGS, PRECEDENCE_MEANINGS, Vocabulary


class ReferenceView(Record, frozen=True):
    """An entry of the REF block: as written, and the cable that it means where the collection has it.

    ``anchor`` is empty but for the first entry of a letter, at which mentions in the text point. ``wanted_by`` is how
    many cables cite one that the collection has not.
    """

    letter: str
    text: str
    target: str
    cable: CableEntry | None
    anchor: str
    wanted_by: int


class TagView(Record, frozen=True):
    """A TAG, the list of its cables, and its name, which is empty if it is not known."""

    tag: Tag
    address: str
    name: str


class Explained(Record, frozen=True):
    """A word of the telegram's own, and what it means, which is empty if it is not known."""

    text: str
    meaning: str


class CableView(Record, frozen=True, kw_only=True):
    """Everything that a cable's page shows. Links are None or empty where there is nothing to link to."""

    frame: Frame
    cable: Cable
    heading: Markup
    date: str
    time: str
    year: Link | None
    month: Link | None
    day: Link | None
    sender: Link | None
    level: Explained
    level_address: str
    handling: tuple[Explained, ...]
    precedences: tuple[Explained, ...]
    tags: tuple[TagView, ...]
    action: tuple[str, ...]
    info: tuple[str, ...]
    references: tuple[ReferenceView, ...]
    cited_by: tuple[CableEntry, ...]
    earlier: CableEntry | None
    later: CableEntry | None
    earlier_by_sender: CableEntry | None
    later_by_sender: CableEntry | None
    nearby: Nearby
    text: Markup
    versions: tuple[VersionView, ...]
    collections: tuple[CollectionLink, ...]
    signer: Link | None
    note: NoteView | None
    press: tuple[PressView, ...]
    media: tuple[Link, ...]
    aliases: tuple[str, ...]


def view_cable(filed: FiledCable, site: Site) -> CableView:
    """Make the view of a cable's page from what the archive says."""
    cable = filed.cable
    sent = cable.sent
    vocabulary = site.vocabulary
    return CableView(
        frame=Frame(
            site,
            filed.address,
            f"{cable.id}: {cable.subject}" if cable.subject else cable.id,
            _description(cable, vocabulary),
            "article",
            sent.isoformat() if sent else "",
        ),
        cable=cable,
        heading=Markup(mark_up(cable.subject or f"Cable {cable.id}", ())),  # noqa: S704 - HTML by now
        date=long_date(sent) if sent else "",
        time=clock(sent) if sent else "",
        year=Link(str(sent.year), addresses.year(sent.year)) if sent else None,
        month=Link(month_name(sent.month), addresses.month(sent)) if sent else None,
        day=Link(str(sent.day), addresses.day(sent)) if sent else None,
        sender=_link_sender(cable, vocabulary) if cable.sender else None,
        level=Explained(cable.classification, CLASSIFICATION_MEANINGS.get(cable.classification, "")),
        level_address=addresses.classification(cable.classification) if cable.classification else "",
        handling=tuple(Explained(caption, vocabulary.caption(caption)) for caption in cable.handling),
        precedences=tuple(Explained(word, PRECEDENCE_MEANINGS.get(word, "")) for word in cable.precedences),
        tags=tuple(TagView(tag, addresses.tag(tag.code), vocabulary.tag(tag.code).name) for tag in cable.tags),
        action=tuple(map(write_addressee, cable.action)),
        info=tuple(map(write_addressee, cable.info)),
        references=tuple(_view_references(filed)),
        cited_by=filed.cited_by,
        earlier=filed.earlier,
        later=filed.later,
        earlier_by_sender=filed.earlier_by_sender,
        later_by_sender=filed.later_by_sender,
        nearby=filed.nearby,
        text=write_text(cable.body, _certain_letters(cable), linked=True),
        versions=tuple(view_versions(filed)),
        collections=link_collections(filed.collections),
        signer=Link(cable.signer, addresses.signer(cable.signer)) if cable.signer else None,
        note=view_note(filed.note, addresses.root(filed.address)) if filed.note else None,
        press=view_press(filed.note.press) if filed.note else (),
        media=tuple(_link_media(filed)),
        aliases=_aliases(filed),
    )


def _link_sender(cable: Cable, vocabulary: Vocabulary) -> Link:
    """Lead to the cables of the sender, named after the post; or else as the telegram names it, if that says more."""
    written = cable.sender_name if cable.sender_name != cable.sender else ""
    name = vocabulary.station(cable.sender).title or written
    return Link(cable.sender, addresses.sender(cable.sender), name=name)


def _aliases(filed: FiledCable) -> tuple[str, ...]:
    """Give the other forms of the id, whichever source has them."""
    others = (alias for version in filed.versions for alias in version.aliases)
    return tuple(each for each in dict.fromkeys((*filed.cable.aliases, *others)) if each != filed.cable.id)


def _link_media(filed: FiledCable) -> Iterator[Link]:
    """Lead to what any source of it was published with.

    Only to web pages, as any other address could run in a reader's browser.
    """
    others = (address for version in filed.versions for address in version.media)
    for address in dict.fromkeys((*filed.cable.media, *others)):
        scheme, _, rest = address.partition("://")
        if scheme.lower() in {"http", "https"} and rest:
            yield Link(rest.rstrip("/") or rest, address)


def _description(cable: Cable, vocabulary: Vocabulary) -> str:
    """Say what the cable is in a sentence, then as much of its text as fits."""
    sender = vocabulary.station(cable.sender).title or cable.sender_name or cable.sender
    facts = " ".join(filter(None, (cable.classification, "cable", f"from {sender}" if sender else "")))
    if cable.sent:
        facts += f", {long_date(cable.sent)}" if sender else f" of {long_date(cable.sent)}"
    first = cable.summary or next((b.text for b in cable.body if b.kind is BlockKind.PARAGRAPH and b.text), "")
    return shorten(f"{facts if sender else facts.capitalize()}. {first}")


def _view_references(filed: FiledCable) -> Iterator[ReferenceView]:
    letters: set[str] = set()
    for reference in filed.cable.references:
        anchor = f"ref-{reference.letter}" if reference.letter and reference.letter not in letters else ""
        letters.add(reference.letter)
        yield ReferenceView(
            reference.letter,
            reference.text,
            reference.target,
            filed.cites.get(reference.target),
            anchor,
            filed.wanted.get(reference.target, 0),
        )


def _certain_letters(cable: Cable) -> set[str]:
    """Give the letters that one item has: where two blocks count from A, nobody can tell which 'ref A' is meant."""
    items = {(reference.letter, reference.text) for reference in cable.references}
    counts = Counter(letter for letter, _ in items)
    return {letter for letter, count in counts.items() if count == 1}
