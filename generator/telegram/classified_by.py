"""Classified By: who classified a cable, and for which reasons of the executive order (E.O. 12958, sec. 1.4)."""

from __future__ import annotations

import re

from generator.cable import ClassifiedBy
from generator.telegram.lines import squeeze, without_page_lines

_LABEL = re.compile(r".{0,40}?\bCLASSIFIED BY\b\s?[:;]?\s*", re.IGNORECASE)
_REASONS = re.compile(r"\b1\.[45](?!\d)(?P<letters>(?:[\s(),/&-]|\.(?!\s)|\b(?:[A-H]|AND|OR|X\d)\b)*)", re.IGNORECASE)
_LETTER = re.compile(r"\b[a-h]\b", re.IGNORECASE)
_LEADING_TO_REASONS = frozenset("FOR THE REASON REASONS OF UNDER PER E.O EO 12958 12356 SEC SECTION".split())
_NAME_WORD = re.compile(r"(?:[A-Z][\w'’.\-]*|de|da|del|di|la|le|van|von|der|den|al|el|bin|[IVX]{1,3}|Jr\.?|Sr\.?)\Z")
_TITLE_WORDS = frozenset(
    "ambassador charge affaires d'affaires a.i. dcm deputy chief of mission political economic econ pol polcouns "
    "polcons econcouns poloff econoff counselor counsellor officer advisor adviser consul general consular principal "
    "acting chargé a/dcm minister-counselor minister section secretary under assistant director attaché attache "
    "first second third vice mission representative permanent pol/econ public affairs science environment pao cda "
    "regional security management military special envoy coordinator for the u.s. us and senior desk labor legal "
    "refugee commercial agricultural senior-level unit head staff delegation executive".split()
)
_MOST_NAME_WORDS = 4


def parse_classified_by(text: str) -> ClassifiedBy | None:
    """Read a Classified By statement; None if the text holds none."""
    statement = squeeze(without_page_lines(text))
    label = _LABEL.match(statement)
    if label is None:
        return None
    value = statement[label.end() :]
    reasons = _REASONS.search(value)
    title, person = _who(_before_reasons(value[: reasons.start()]) if reasons else value.strip(" .,;:-"))
    letters = _LETTER.findall(reasons["letters"]) if reasons else []
    return ClassifiedBy(
        person=person, title=title, reasons=tuple(dict.fromkeys(letter.lower() for letter in letters)), text=statement
    )


def _before_reasons(text: str) -> str:
    """Leave out what leads from the person to the reasons: ``for reasons of E.O. 12958, section``."""
    words = text.split()
    while words and words[-1].strip(".,;:()").upper() in _LEADING_TO_REASONS | {""}:
        words.pop()
    return " ".join(words).strip(" .,;:-(")


def _who(text: str) -> tuple[str, str]:
    """Tell title and person, or titles and persons where two have signed."""
    title, person = _split_title(text)
    first, and_, second = text.partition(" and ")
    if not and_:
        return title, person
    first_title, first_person = _split_title(first)
    second_title, second_person = _split_title(second)
    if not first_person or not second_person:
        return title, person
    titles = [each for each in (first_title, second_title) if each]
    return " and ".join(titles), f"{first_person} and {second_person}"


def _split_title(who: str) -> tuple[str, str]:
    """Cut 'Political Advisor Kelly Degnan' into the title and the person.

    The person is the longest run of names at the end that holds no word of a title; a comma or a dash before
    it ends the title as well.
    """
    if "," in who:
        first, _, second = who.partition(",")
        if _is_title(second) and not _is_title(first.split()[-1] if first.split() else ""):
            return second.strip(), first.strip()
    words = who.split()
    start = len(words)
    while start and len(words) - start < _MOST_NAME_WORDS and _is_name_word(words[start - 1]):
        start -= 1
    return " ".join(words[:start]).strip(" ,;:-"), " ".join(words[start:])


def _is_name_word(word: str) -> bool:
    plain = word.lower().strip(",;:")
    return (
        word[-1] not in ",;:-" and plain not in _TITLE_WORDS and "/" not in word and _NAME_WORD.match(word) is not None
    )


def _is_title(text: str) -> bool:
    return any(word.lower().strip(",;:.") in _TITLE_WORDS for word in text.split())
