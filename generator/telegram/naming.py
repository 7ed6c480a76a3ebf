"""Decides the id of a cable: from what the publisher gives, from the telegram's own text, or from the file's name.

What a table or page gives is in `attributes`. Whatever else names the cable becomes an alias.
"""

from __future__ import annotations

from datetime import datetime

from generator import addresses
from generator.cable import Source
from generator.telegram.attributes import CableId, Note
from generator.telegram.classification import ClassificationLine
from generator.telegram.identity import ReferenceId, alias_of, read_reference_id, station_code
from generator.telegram.transmission import parse_station_serial


def derive_id(
    level: ClassificationLine | None, sender: str, sent: datetime | None, transmission: str
) -> tuple[ReferenceId | None, Note | None]:
    """Derive the id from a telegram's text: post and serial, and the year in which it was sent.

    Args:
        level: the classification line, which should give post and serial.
        sender: as the FM line writes it; it and the routing lines give them where the classification line does not.
        sent: gives the year; without it there is no id.
        transmission: the text of the routing lines.

    Returns:
        The id, and a note where it is from the routing lines.
    """
    if sent is None:
        return None, None
    if level and level.serial:
        return ReferenceId(sent.year % 100, station_code(level.post), level.serial), None
    serial = parse_station_serial(transmission)
    if not serial or not station_code(sender):
        return None, None
    inferred = ReferenceId(sent.year % 100, station_code(sender), serial)
    message = f"the id {inferred} is from the FM and DE lines, as no classification line gives it"
    return inferred, Note("cable.inferred-id", message)


def decide_given_id(given: str, derived: ReferenceId | None, source: Source) -> CableId:
    """Take the id that the publisher gives, in front matter or in a parsed record.

    Args:
        given: as it was typed.
        derived: the id that follows from the text; an alias if it is another one, as is that of the file's name.
        source: where the cable came from.
    """
    read = read_reference_id(given)
    decided = str(read) if read else addresses.slug(given)
    notes: list[Note] = []
    if decided and not read:
        notes.append(Note("cable.inferred-id", f"the given id '{given}' is no reference id; it became {decided}"))
    if not decided:
        decided, note = _name_of_file(source, one_of_many=False)
        notes.append(note)
    return CableId(decided, _aliases(decided, given, derived, _stem(source)), tuple(notes))


def decide_id(derived: ReferenceId | None, source: Source, *, one_of_many: bool) -> CableId:
    """Take the id that follows from the text, or else the name of the file.

    Args:
        derived: the id that follows from the text.
        source: where the cable came from.
        one_of_many: the file holds other cables too, so that its name says nothing of this one.
    """
    stem = _stem(source)
    named = None if one_of_many else read_reference_id(stem)
    notes: list[Note] = []
    if derived:
        decided = str(derived)
        if one_of_many:
            notes.append(Note("cable.inferred-id", f"its row gives no id; {derived} is from its text"))
        elif named and named != derived:
            message = f"the file is named {named}, its text says {derived}; the text was taken"
            notes.append(Note("cable.inferred-id", message))
    elif named:
        decided = str(named)
        message = f"the id {named} is from the file's name, as the text gives none"
        notes.append(Note("cable.inferred-id", message))
    else:
        decided, note = _name_of_file(source, one_of_many=one_of_many)
        notes.append(note)
    aliases = () if one_of_many else _aliases(decided, "", derived, stem)
    return CableId(decided, aliases, tuple(notes))


def _stem(source: Source) -> str:
    """Give the name of the file without its ending, as pathlib's ``stem`` does, and many times faster."""
    name = source.path.rpartition("/")[2]
    dot = name.rfind(".")
    return name[:dot] if 0 < dot < len(name) - 1 else name


def _name_of_file(source: Source, *, one_of_many: bool) -> tuple[str, Note]:
    """Name a cable after its file, where nothing else names it."""
    stem, digest = _stem(source), source.sha256[:8].upper()
    name = addresses.slug(f"{stem[:60]}-{digest}" if one_of_many else stem) or f"CABLE-{digest}"
    return name, Note("cable.no-id", f"no reference id was found; the page is named {name} after the file")


def _aliases(decided: str, given: str, derived: ReferenceId | None, stem: str) -> tuple[str, ...]:
    """Gather the other names that a cable may have been published under: other ids, and damaged forms of any."""
    named = read_reference_id(stem)
    others = [str(each) for each in (derived, named) if each is not None]
    others += [alias_of(text, read) for text, read in ((given, read_reference_id(given)), (stem, named)) if read]
    return tuple(dict.fromkeys(other for other in others if other not in {"", decided}))
