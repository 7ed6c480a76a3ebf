"""How pages name what telegrams write as codes: 'PREL, External Political Relations'."""

from __future__ import annotations

from generator import addresses
from generator.cable import TagKind
from generator.pages.views import Link
from generator.vocabulary import CLASSIFICATION_MEANINGS, CLASSIFICATIONS, Vocabulary
from generator.wording import Wording

KINDS = (TagKind.SUBJECT, TagKind.PLACE, TagKind.PROGRAM, TagKind.ORGANIZATION, TagKind.PERSON)
"""The kinds of TAGS in the order in which pages show them."""


def name_tag(code: str, vocabulary: Vocabulary) -> str:
    """Give the code of a TAG with its name, if that is known."""
    name = vocabulary.tag(code).name
    return f"{code}, {name}" if name else code


def name_sender(code: str, vocabulary: Vocabulary) -> str:
    """Give the code of a station with the post's name and place, if that is known: 'TEHRAN, Embassy Tehran'."""
    title = vocabulary.station(code).title
    return f"{code}, {title}" if title else code


def name_kind(kind: TagKind, wording: Wording) -> str:
    """Give the heading of all TAGS of a kind: 'Subjects'."""
    return wording.say(f"tags.{kind.value}")


def link_kind(kind: TagKind, wording: Wording) -> Link:
    """Lead to all TAGS of a kind."""
    return Link(name_kind(kind, wording), f"{addresses.TAGS}#{anchor_of_kind(kind)}")


def link_country(code: str, vocabulary: Vocabulary) -> Link | None:
    """Lead to all senders of a station's country; None where that is not known."""
    country = vocabulary.country(code)
    return Link(country, f"{addresses.SENDERS}#{anchor(country)}") if country else None


def name_level(level: str, wording: Wording) -> str:
    """Say what a level means; empty if that is not known."""
    return wording.meaning("classifications", level, CLASSIFICATION_MEANINGS.get(level, ""))


def rank_level(level: str) -> tuple[int, str]:
    """Give the place of a level among all, the lowest first; what is none of the known ones comes last, by name."""
    return (CLASSIFICATIONS.index(level) if level in CLASSIFICATIONS else len(CLASSIFICATIONS), level)


def link_letter(signer: str) -> Link:
    """Lead to all signers under the letter of a signer."""
    letter = addresses.letter_of(addresses.signer(signer))
    return Link(letter, f"{addresses.SIGNERS}#{anchor(letter)}")


def anchor_of_kind(kind: TagKind) -> str:
    """Give the ``id`` of a kind's group, which is the same in every language."""
    return anchor(f"{kind.value}s")


def anchor(heading: str) -> str:
    """Give the ``id`` of a group on an index page, which no other group has."""
    return f"list-{addresses.file_name(heading.upper()).lower()}"
