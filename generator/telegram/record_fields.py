"""The fields of a cable's record as people give them who have parsed theirs already (JSON Lines), or as front matter.

A value may be plain text as a telegram writes it, or an object as `cablepress inspect` prints it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from generator import addresses
from generator.cable import Addressee, Block, BlockKind, ClassifiedBy, Reference, ReferenceKind, Tag
from generator.telegram.addressees import parse_addressee
from generator.telegram.attributes import read_time, web_links
from generator.telegram.body import parse_body
from generator.telegram.classified_by import parse_classified_by
from generator.telegram.handling import find_captions
from generator.telegram.identity import read_reference_id
from generator.telegram.lines import split_lines, squeeze
from generator.telegram.references import parse_references
from generator.telegram.tags import parse_tags
from generator.vocabulary import PRECEDENCE_OF_PROSIGN, closest_precedence, tag_kind

NAMES = {
    "aliases": "aliases",
    "headline": "headline",
    "dtg": "dtg",
    "sender_name": "sender_name",
    "handling": "handling",
    "captions": "handling",
    "precedence": "precedences",
    "precedences": "precedences",
    "transmission_id": "transmission_id",
    "action": "action",
    "to": "action",
    "info": "info",
    "declassify_on": "declassify_on",
    "declassify_rule": "declassify_rule",
    "classified_by": "classified_by",
    "references": "references",
    "refs": "references",
    "summary": "summary",
    "paragraphs": "body",
    "body": "body",
    "media": "media",
    "media_links": "media",
    "extract": "extract",
}
"""The names of a record's fields beside those of `front_matter`, and the attribute of `Cable` that each sets."""

ABOUT_THE_SOURCE = {"collection", "source", "findings", "header", "spans"}
"""Names that a record may have and that say nothing here: this source has its own place, findings and spans."""


def read_record_field(attribute: str, value: object) -> object:
    """Read a value for an attribute of `Cable`; None where it is not understood."""
    try:
        return _READ[attribute](value)
    except (msgspec.ValidationError, ValueError, TypeError, OverflowError, RecursionError):
        return None


def read_tags(value: object) -> tuple[Tag, ...]:
    """Read TAGS that are a list: codes, persons (``CLINTON, HILLARY``), or objects with a code."""
    tags: list[Tag] = []
    for each in _list(value):
        text = str(each.get("code", "")) if isinstance(each, dict) else str(each)
        name = squeeze(text).upper()
        person = "," in name and "(" not in name
        tags += [Tag(code=name, kind=tag_kind(name))] if person else parse_tags(text)
    return tuple(dict.fromkeys(tags))


def _list(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def _text(value: object) -> str:
    if isinstance(value, (dict, list)):
        raise TypeError
    return squeeze(str(value))


def _captions(value: object) -> tuple[str, ...]:
    return find_captions(" / ".join(map(str, _list(value))))


def _precedences(value: object) -> tuple[str, ...]:
    words = [word.upper() for each in _list(value) for word in str(each).replace(",", " ").split()]
    found = (PRECEDENCE_OF_PROSIGN.get(word) or closest_precedence(word) for word in words)
    return tuple(dict.fromkeys(filter(None, found)))


def _addressees(value: object) -> tuple[Addressee, ...]:
    lines = value.split("\n") if isinstance(value, str) else _list(value)
    read = (
        parse_addressee(each) if isinstance(each, str) else msgspec.convert(each, Addressee) for each in lines if each
    )
    return tuple(read)


def _day(value: object) -> date | None:
    time = read_time(str(value))
    return time.date() if time else None


def _classified_by(value: object) -> ClassifiedBy | None:
    if not isinstance(value, dict):
        return parse_classified_by(str(value))
    return msgspec.convert({"person": "", "title": "", "reasons": [], "text": ""} | value, ClassifiedBy)


def _references(value: object) -> tuple[Reference, ...]:
    references: list[Reference] = []
    for each in _list(value):
        if isinstance(each, dict):
            known = {"letter": "", "text": str(each.get("target", "")), "target": "", "kind": ReferenceKind.UNCLEAR}
            references.append(msgspec.convert(known | each, Reference))
        elif read := read_reference_id(str(each)):
            references.append(Reference(letter="", text=str(each), target=str(read), kind=ReferenceKind.CABLE))
        else:
            references += parse_references(str(each), None)
    if any(bool(each.target) != (each.kind is ReferenceKind.CABLE) for each in references):
        raise ValueError
    return tuple(references)


def _body(value: object) -> tuple[Block, ...]:
    items = _list(value)
    if all(isinstance(each, str) for each in items):
        return parse_body(split_lines("\n\n".join(items)), []).blocks
    return tuple(msgspec.convert(_named_block(each), Block) for each in items)


def _named_block(value: Any) -> dict[str, Any]:  # noqa: ANN401 - anything that JSON can hold
    block = {"text": value} if isinstance(value, str) else dict(value)
    if "portion_mark" in block:
        block.setdefault("mark", block.pop("portion_mark"))
    return {"kind": BlockKind.PARAGRAPH} | {name: each for name, each in block.items() if each is not None}


def _flag(value: object) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower())


_READ: dict[str, Callable[[object], object]] = {
    "aliases": lambda value: tuple(dict.fromkeys(filter(None, (addresses.slug(str(each)) for each in _list(value))))),
    "headline": _text,
    "dtg": _text,
    "sender_name": _text,
    "handling": _captions,
    "precedences": _precedences,
    "transmission_id": _text,
    "action": _addressees,
    "info": _addressees,
    "declassify_on": _day,
    "declassify_rule": _text,
    "classified_by": _classified_by,
    "references": _references,
    "summary": lambda value: str(value) if isinstance(value, str) else None,
    "body": _body,
    "media": lambda value: web_links(_list(value)),
    "extract": _flag,
}
