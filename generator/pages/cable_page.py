"""The page of a cable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from markupsafe import Markup

from generator import addresses
from generator.archive import CableEntry, FiledCable, Nearby
from generator.cable import BlockKind, Cable, Tag
from generator.pages.collections import CollectionLink, link_collections
from generator.pages.drawn import draw_citations
from generator.pages.markup import Marking
from generator.pages.names import name_level
from generator.pages.notes import NoteView, PressView, view_note, view_press
from generator.pages.reading_text import write_text
from generator.pages.summary import summary_blocks
from generator.pages.versions import VersionView, view_versions, write_addressee
from generator.pages.views import Frame, Link, Site, shorten
from generator.record import Record
from generator.setting_checks import is_web_address
from generator.vocabulary import PRECEDENCE_MEANINGS, Vocabulary
from generator.wording import Wording

_LONG = 120
"""So many letters are too many for a heading of the usual size."""


class ReferenceView(Record, frozen=True):
    """An entry of the REF block: as written, and the cable that it means where the collection has it.

    An item that names several cables has an entry with its words, which means none of them, and an entry with the id of
    each. ``anchor`` is empty but for the first entry of a letter, at which mentions in the text point. ``wanted_by`` is
    how many cables cite one that the collection has not.
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


class SentView(Record, frozen=True):
    """When a cable was sent: the date and the time as text, and the lists of its day, month and year."""

    date: str
    time: str
    day: Link
    month: Link
    year: Link


class Explained(Record, frozen=True):
    """A word of the telegram's own, and what it means, which is empty if it is not known."""

    text: str
    meaning: str


class CableView(Record, frozen=True, kw_only=True):
    """Everything that a cable's page shows. Links are None or empty where there is nothing to link to."""

    frame: Frame
    cable: Cable
    heading: Markup
    is_long: bool
    as_written: str
    sent: SentView | None
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
    network: Markup
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
    sent, level = cable.sent, cable.classification
    vocabulary, wording = site.vocabulary, site.wording
    subject = cable.headline if site.has_headlines else cable.subject
    heading = subject or wording.say("cable.untitled", id=cable.id)
    frame = _frame(filed, subject, site)
    return CableView(
        frame=frame,
        cable=cable,
        heading=Markup(Marking((), wording).mark_up(heading)),  # noqa: S704 - HTML by now
        is_long=len(heading) > _LONG,
        as_written=cable.subject if cable.subject != subject else "",
        sent=_view_sent(sent, wording) if sent else None,
        sender=_link_sender(cable, vocabulary) if cable.sender else None,
        level=Explained(level, name_level(level, wording)),
        level_address=addresses.classification(level) if level else "",
        handling=tuple(_explain("captions", word, vocabulary.caption(word), wording) for word in cable.handling),
        precedences=tuple(
            _explain("precedences", word, PRECEDENCE_MEANINGS.get(word, ""), wording) for word in cable.precedences
        ),
        tags=tuple(TagView(tag, addresses.tag(tag.code), vocabulary.tag(tag.code).name) for tag in cable.tags),
        action=tuple(write_addressee(each, wording) for each in cable.action),
        info=tuple(write_addressee(each, wording) for each in cable.info),
        references=tuple(_view_references(filed)),
        cited_by=filed.cited_by,
        earlier=filed.earlier,
        later=filed.later,
        earlier_by_sender=filed.earlier_by_sender,
        later_by_sender=filed.later_by_sender,
        nearby=filed.nearby,
        network=draw_citations(filed.network, cable.id, frame.to, wording) if filed.network else Markup(),
        text=_write_text(filed, frame, wording),
        versions=tuple(view_versions(filed, wording)),
        collections=link_collections(filed.collections),
        signer=Link(cable.signer, addresses.signer(cable.signer)) if cable.signer else None,
        note=view_note(filed.note, addresses.root(filed.address), wording) if filed.note else None,
        press=view_press(filed.note.press, wording) if filed.note else (),
        media=tuple(_link_media(filed)),
        aliases=_aliases(filed),
    )


def _frame(filed: FiledCable, subject: str, site: Site) -> Frame:
    cable = filed.cable
    title = site.wording.say("cable.title", id=cable.id, subject=subject) if subject else cable.id
    return Frame(site, filed.address, title, _description(cable, site), "article")


def _write_text(filed: FiledCable, frame: Frame, wording: Wording) -> Markup:
    cable = filed.cable
    named = {cable_id: frame.to(address) for cable_id, address in filed.named.items()}
    return write_text(cable.body, _certain_letters(cable), wording, summary=summary_blocks(cable), named=named)


def _view_sent(sent: datetime, wording: Wording) -> SentView:
    return SentView(
        wording.long_date(sent),
        wording.clock(sent),
        Link(str(sent.day), addresses.day(sent)),
        Link(wording.month(sent.month), addresses.month(sent)),
        Link(str(sent.year), addresses.year(sent.year)),
    )


def _explain(kind: str, word: str, english: str, wording: Wording) -> Explained:
    return Explained(word, wording.meaning(kind, word, english))


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
        if is_web_address(address):
            yield Link(address.partition("://")[2].rstrip("/"), address)


def _description(cable: Cable, site: Site) -> str:
    """Say what the cable is in a sentence, then as much of its text as fits."""
    say = site.wording.say
    sender = site.vocabulary.station(cable.sender).title or cable.sender_name or cable.sender
    level = cable.classification
    values = {"cable": say("cable.of_level", level=level) if level else say("cable.plain"), "sender": sender}
    if cable.sent:
        values["date"] = site.wording.long_date(cable.sent)
    key = "_".join(filter(None, ("from_sender" if sender else "", "of_date" if cable.sent else "")))
    facts = say(f"cable.{key}", **values) if key else values["cable"]
    first = cable.summary or next((b.text for b in cable.body if b.kind is BlockKind.PARAGRAPH and b.text), "")
    return shorten(say("cable.about", facts=facts[:1].upper() + facts[1:], text=first))


def _view_references(filed: FiledCable) -> Iterator[ReferenceView]:
    """View every reference; the words of an item that names several cables stand above these, and are none of them."""
    letters: set[str] = set()
    items: set[tuple[str, str]] = set()
    counts = Counter((reference.letter, reference.text) for reference in filed.cable.references)
    for reference in filed.cable.references:
        letter, text, target = reference.letter, reference.text, reference.target
        is_one_of_several = counts[letter, text] > 1
        if (letter, text) not in items:
            items.add((letter, text))
            anchor = f"ref-{letter}" if letter and letter not in letters else ""
            letters.add(letter)
            if not is_one_of_several:
                yield _view_reference(filed, letter, text, target, anchor)
                continue
            yield ReferenceView(letter, text, "", None, anchor, 0)
        if target:
            yield _view_reference(filed, "", target, target)


def _view_reference(filed: FiledCable, letter: str, text: str, target: str, anchor: str = "") -> ReferenceView:
    """View a reference with what the archive knows of it: the cable, or how many cables want it."""
    return ReferenceView(letter, text, target, filed.cites.get(target), anchor, filed.wanted.get(target, 0))


def _certain_letters(cable: Cable) -> set[str]:
    """Give the letters that one item has: where two blocks count from A, nobody can tell which 'ref A' is meant."""
    items = {(reference.letter, reference.text) for reference in cable.references}
    counts = Counter(letter for letter, _ in items)
    return {letter for letter, count in counts.items() if count == 1}
