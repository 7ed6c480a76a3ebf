"""What a format says beside the telegram: a table's columns, a page's cells, a release's attributes.

They give the id under which a cable was published, and whatever the telegram's own text does not say. Where both speak
and contradict each other, the text is right about itself, and a note says so. (5 FAH-2; public collections.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from msgspec.structs import replace

from generator import addresses
from generator.cable import Cable, Reference, ReferenceKind
from generator.record import Record
from generator.telegram.classification import parse_classification
from generator.telegram.dtg import full_year, parse_dtg
from generator.telegram.executive_order import parse_executive_order
from generator.telegram.handling import find_captions
from generator.telegram.identity import ReferenceId, read_reference_id, station_code
from generator.telegram.lines import squeeze
from generator.telegram.references import parse_references
from generator.telegram.tags import parse_tags
from generator.vocabulary import MONTHS

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[-/](?P<day>\d{1,2})[-/](?P<year>\d{4}|\d{2})(?!\d)")
_NAMED_MONTH = re.compile(r"(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]{3})[a-z]{0,6}[ -](?P<year>\d{4}|\d{2})(?!\d)")
_TIME = re.compile(
    r"[T ,]{1,3}(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?P<half>[ap])\.?m)?"
    r"(?: ?(?P<ahead>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})?(?!\d))?",
    re.IGNORECASE,
)
_TWO_DIGITS = 2
_NOON = 12
_LETTERS_OF_A_CUT_STATION = 6
_AS_LATE = timedelta(days=1)
_WORDS_OF_ANY_ORIGIN = {"EMBASSY", "CONSULATE", "GENERAL", "MISSION", "OFFICE", "SECTION", "INTERESTS", "BRANCH"}
_LEAST_LETTERS = 4


class Note(NamedTuple):
    """What somebody should know: a finding's code and its message."""

    code: str
    message: str


class CableId(Record, frozen=True):
    """The id of a cable, in its canonical form; other forms of it; and what there is to say of the choice."""

    id: str
    aliases: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def read_published_id(attributes: Mapping[str, str], derived: ReferenceId | None) -> CableId | None:
    """Read the id that a format gives; None where it gives none.

    Args:
        attributes: what the format says.
        derived: the id that follows from the telegram's text. It helps where the published one is damaged, or where its
            station was cut to six letters, as in the releases of 1973-79.
    """
    raw = squeeze(attributes.get("id", ""))
    written = addresses.slug(raw)
    if not written:
        return None
    read = read_reference_id(raw)
    if read is None:
        decided = str(derived) if derived else written
        message = f"the published id '{raw[:60]}' is no reference id; the cable became {decided}"
        return CableId(decided, _others(decided, written), (Note("cable.inferred-id", message),))
    if attributes.get("format") == "release":
        read = _with_whole_station(read, station_code(attributes.get("sender", "")), derived)
    notes: tuple[Note, ...] = ()
    if derived is not None and derived != read:
        # The other id is no alias: BRUSSELS 1 is another cable than USEUBRUSSELS 1, and a link must not be wrong.
        notes = (Note("cable.disagreement", f"it was published as {read}, its text says {derived}"),)
    return CableId(str(read), _others(str(read), written), notes)


def _with_whole_station(read: ReferenceId, sender: str, derived: ReferenceId | None) -> ReferenceId:
    """Put back what was cut off a station's name: ``PRETOR`` is PRETORIA where the text or the sender says so."""
    if len(read.station) != _LETTERS_OF_A_CUT_STATION:
        return read
    names = [derived.station] if derived and (derived.year, derived.serial) == (read.year, read.serial) else []
    whole = next((name for name in [*names, sender] if name.startswith(read.station)), read.station)
    return ReferenceId(read.year, whole, read.serial)


def _others(decided: str, *forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form != decided))


def read_time(text: str) -> datetime | None:
    """Read a date as tables, pages and releases write it; without a time of day it is midnight.

    ``1/2/2003 4:05`` (month first), ``2003-01-02 04:05``, ``01 JAN 1994``, ``01-Jan-1994 12:00:00 am``; behind a time
    may stand by how much its clock is ahead of UTC, or behind it: ``2003-01-02 04:05:00+02:00``.
    """
    plain = squeeze(text)
    found = _YEAR_FIRST.match(plain) or _MONTH_FIRST.match(plain) or _NAMED_MONTH.match(plain)
    if found is None:
        group = parse_dtg(plain.upper())
        return group.sent if group else None
    month = found["month"]
    time = _TIME.match(plain, found.end())
    hour, minute = (int(time["hour"]), int(time["minute"])) if time else (0, 0)
    if time and time["half"] and 1 <= hour <= _NOON:
        hour = hour % _NOON + _NOON * (time["half"].lower() == "p")
    year = int(found["year"])
    try:
        return datetime(
            full_year(year) if len(found["year"]) == _TWO_DIGITS else year,
            int(month) if month.isdigit() else MONTHS.get(month.upper(), 0),
            int(found["day"]),
            hour,
            minute,
            tzinfo=UTC,
        ) - _ahead_of_utc(time)
    except (ValueError, OverflowError):
        return None


def _ahead_of_utc(time: re.Match[str] | None) -> timedelta:
    """Give by how much the clock is ahead of UTC that showed a time; RFC 3339, section 4.2."""
    if time is None or not time["ahead"]:
        return timedelta()
    ahead = timedelta(hours=int(time["hours"]), minutes=int(time["minutes"] or 0))
    return ahead if time["ahead"] == "+" else -ahead


def fill_cable(
    cable: Cable, attributes: Mapping[str, str], own: ReferenceId | None, given: Iterable[str]
) -> tuple[Cable, list[Note]]:
    """Fill what a cable's own text leaves open.

    Args:
        cable: what the text says.
        attributes: what the format says.
        own: the cable's id, for references without a year.
        given: what somebody has decided; there is nothing to compare.

    Returns:
        The cable with more in it, and notes about contradictions and what was not understood.
    """
    filling = _Filling(cable, attributes, set(given), {}, [])
    filling.fill_date()
    filling.fill_classification()
    filling.fill_words()
    filling.fill_references(own)
    filling.fill_sender()
    return replace(cable, **filling.values) if filling.values else cable, filling.notes


class _Filling(NamedTuple):
    """A cable that is being filled: what to put into it, and the notes so far."""

    cable: Cable
    attributes: Mapping[str, str]
    given: set[str]
    values: dict[str, Any]
    notes: list[Note]

    def fill_date(self) -> None:
        text = self.attributes.get("date", "")
        if not text or "sent" in self.given:
            return
        time = read_time(text)
        if time is None:
            self.notes.append(Note("cable.bad-date", f"there is no such date as '{text[:40]}'"))
        elif self.cable.sent is None:
            self.values["sent"] = time
        elif abs(self.cable.sent - time) > _AS_LATE:
            self._disagree(f"date {time:%Y-%m-%d %H:%M}", f"{self.cable.sent:%Y-%m-%d %H:%M}")

    def fill_classification(self) -> None:
        text = self.attributes.get("classification", "")
        line = parse_classification(text) if text else None
        captions = (*(line.captions if line else ()), *find_captions(self.attributes.get("handling", "")))
        if captions and not self.cable.handling:
            self.values["handling"] = tuple(dict.fromkeys(captions))
        if line is None or "classification" in self.given:
            return
        own = self.cable.classification
        if not own:
            self.values["classification"] = line.level
        elif own.partition("//")[0] != line.level.partition("//")[0]:
            self._disagree(f"classification {line.level}", own)

    def fill_words(self) -> None:
        """Fill subject, TAGS, media links and the rule of declassification."""
        subject = squeeze(self.attributes.get("subject", ""))
        if subject and not self.cable.subject:
            self.values["subject"] = subject
        elif subject and "subject" not in self.given and not _same_words(subject, self.cable.subject):
            self._disagree(f"subject '{subject[:80]}'", f"'{self.cable.subject[:80]}'")
        tags = parse_tags(self.attributes["tags"]) if "tags" in self.attributes else ()
        if tags and not self.cable.tags:
            self.values["tags"] = tags
        elif tags and "tags" not in self.given and not set(tags) & set(self.cable.tags):
            self._disagree(f"TAGS {_listed(tags)}", _listed(self.cable.tags))
        media = self.attributes.get("media", "").split()
        if media and not self.cable.media:
            self.values["media"] = web_links(media)
        if "executive_order" in self.attributes and not (self.cable.declassify_on or self.cable.declassify_rule):
            year = self.cable.sent.year if self.cable.sent else 0
            read = parse_executive_order(self.attributes["executive_order"], year)
            self.values.update(declassify_on=read.on, declassify_rule=read.rule)

    def fill_references(self, own: ReferenceId | None) -> None:
        text = self.attributes.get("references", "")
        if not text or "references" in self.given:
            return
        found = _read_references(text, own)
        for each in found:
            if each.kind is ReferenceKind.UNCLEAR:
                message = f"the reference '{each.text[:60]}' was not understood"
                self.notes.append(Note("cable.unclear-reference", message))
        said = {each.target for each in self.cable.references if each.target}
        if not self.cable.references:
            self.values["references"] = found
        elif missing := [each.target for each in found if each.target and each.target not in said]:
            self._disagree(f"reference{'s' if len(missing) > 1 else ''} {', '.join(missing)}", "nothing of that")

    def fill_sender(self) -> None:
        origin = squeeze(self.attributes.get("sender", ""))
        if not origin or "sender" in self.given:
            return
        name = f"{self.cable.sender_name} {self.cable.sender}".upper()
        words = [word for word in re.findall(r"[A-Z]+", origin.upper()) if word not in _WORDS_OF_ANY_ORIGIN]
        if not self.cable.sender_name:
            self.values["sender_name"] = origin
            if not self.cable.sender:
                self.values["sender"] = station_code(origin)
        elif not any(word in name for word in words if len(word) >= _LEAST_LETTERS or len(words) == 1):
            self._disagree(f"origin '{origin[:60]}'", f"'{self.cable.sender_name[:60]}'")

    def _disagree(self, published: str, said: str) -> None:
        message = f"it was published with the {published}, its text says {said}; the text was taken"
        self.notes.append(Note("cable.disagreement", message))


def web_links(links: Iterable[object]) -> tuple[str, ...]:
    """Keep of some links those that lead to the web, each once."""
    plain = (link.strip() for link in links if isinstance(link, str))
    wanted = (link for link in plain if re.fullmatch(r"https?://[^\s<>\"\\]{3,2000}", link))
    return tuple(dict.fromkeys(wanted))


def _read_references(text: str, own: ReferenceId | None) -> tuple[Reference, ...]:
    """Read references as a table lists them, ids with bars between; or as a REF line has them."""
    references: list[Reference] = []
    for piece in filter(None, map(str.strip, text.split("|"))):
        read = read_reference_id(piece)
        if read is None:
            references += parse_references(piece, own)
        elif read != own:
            references.append(Reference(letter="", text=piece, target=str(read), kind=ReferenceKind.CABLE))
    return tuple(dict.fromkeys(references))


def _same_words(one: str, other: str) -> bool:
    """Tell whether two subjects are the same but for marks and spaces; one of them may have been cut off."""
    plain, plain_other = (re.sub(r"[^a-z0-9]+", "", text.casefold()) for text in (one, other))
    short, long = sorted((plain, plain_other), key=len)
    return short in long


def _listed(tags: Iterable[Any]) -> str:
    return " ".join(tag.code for tag in tags)[:80]
