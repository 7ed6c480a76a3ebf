"""Classified By: who classified a cable, and for which reasons of the executive order (E.O. 12958, sec. 1.4 or 1.5).

Title and name stand in either order, with commas or without; the person is told by what is no word of a title. Where
that leaves no name, there is none: an office is not a person.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.cable import ClassifiedBy
from generator.telegram.lines import squeeze, without_page_lines

_BY = r"CLASS?IF?I?E?D\s?BY"
_LABEL = re.compile(rf".{{0,40}}?\b{_BY}\b\s?[:;,-]?\s*", re.IGNORECASE)
_LONGEST_BEFORE_LABEL = 50
_LONGEST_LABEL = 90
_MARK = re.compile(r"\A\((?:C|S|U|SBU)\)\s*")
_LABEL_AGAIN = re.compile(rf".{{0,60}}?\b{_BY}\b\s?[:;,-]?\s*", re.IGNORECASE)
_NO_PERSON = re.compile(
    r"\W{0,6}(?:\([CSU]\)\s)?(?P<derived>DERIVED FROM\s?(?::|DSCG|DSSCG))|REASONS?\s?:", re.IGNORECASE
)
_REASONS = re.compile(r"\b[1lI][.,]\s?[3456](?!\d)\.?", re.IGNORECASE)
_WORDED_REASONS = re.compile(r"\bREASONS?\b\s?:?\s?(?=\(?[A-H]\b)", re.IGNORECASE)
_TOKEN = re.compile(r"[()\[\]{}]|\.(?=\s+[A-Z])|[^\W\d_]+\d?|\d\.\d|\d")
_BETWEEN_LETTERS = {"and", "or", "plus", "x", "sub", "paragraph", "paragraphs", "para", "section", "sec", "reasons"}
_LONGEST_REASONS = 80
_MOST_LETTERS = 4
_TO_REASONS = re.compile(
    r"[\s,;:(-]{0,4}(?:\b(?:FOR|PER|UNDER|CITING|OF|THE|FOLLOWING|AS)\s+){0,4}\b"
    r"(?:REASONS?\b|PURSUANT TO\b|IN ACCORDANCE\b|BASED ON\b|ON THE BASIS\b|DUE TO\b|BECAUSE\b|CITING\b"
    r"|E\.?\s?O\.?\s?\d{4,5}|EXECUTIVE ORDER\b|(?:PER|UNDER) (?:E\.?O|SEC)|DERIVED FROM\b|SEC(?:TION|\.)?\s?1\.)",
    re.IGNORECASE,
)
_LEADING_TO_REASONS = frozenset(
    "FOR THE REASON REASONS OF UNDER PER E.O EO 12958 12356 13526 SEC SECTION AS BY".split()
)
_SENTENCE_ENDS = re.compile(
    r"(?<=[A-Za-z][a-z]{2}|[A-Z]{3})(?<!\bAmb)(?<!\bAMB)(?<!\bDep)(?<!\bAsst)(?<!\bGen)(?<!\bCol)(?<!\bPol)\.\s+(?=\S)"
)
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|a\.i|[JS]r|JR|SR)\.\Z")
_SEGMENT = re.compile(r"\s*[,;:](?!\s*(?:JR|SR|II|III|IV)\b)\s*|\s+-{1,2}\s+", re.IGNORECASE)
_TWO = re.compile(r"\s+(?:and|AND|&)\s+")
_PARTICLES = frozenset("de da del della di du la le van von der den ter ten al el bin ibn dos das e y".split())
_SUFFIX = re.compile(r"(?:JR|SR|II|III|IV)\.?\Z", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_][\w'’`.\-]*\Z")
_PARTICLE_JOINED = re.compile(r"(?:al|el|as|ad|d|l|ibn|bin|abu)[-'’](?=[A-Z])")
_TITLE_PREFIX = re.compile(
    r"(?:pol|econ|pol-?mil|pol-?econ|econ-?pol|con|cons|mgmt|admin|ag|lab|refugee|info|inf|pub|sci)"
    r"(?:off|couns?|counselor|chief|officer|ad|mil|econ|min|section|gen|unit)?s?\Z"
)
_TITLE_WORDS = frozenset(
    "ambassador amb charge affaires d'affaires a.i. a.i ai ad interim dcm deputy chief of mission political "
    "economic econ pol polcouns polcons econcouns poloff econoff counselor counsellor officer advisor adviser "
    "consul general consular principal acting chargé a/dcm minister-counselor minister section secretary under "
    "assistant director attaché attache first second third vice representative permanent pol/econ public affairs "
    "science environment pao cda rep regional security management military special envoy coordinator for the u.s. "
    "us and senior desk labor legal refugee commercial agricultural senior-level unit head staff delegation "
    "executive embassy consulate department dept state office bureau washington charged post amembassy usmission "
    "division branch team leader chair chairman administrator commissioner inspector specialist analyst spokesman "
    "spokesperson aide policy planning international european african asian eastern near western hemisphere south "
    "north central americas africa europe asia narcotics law enforcement trade development program programs "
    "health energy defense intelligence research operations cg dpo po adcm rso rao polad aco ipo cao io ins ice "
    "dea faa aid usaid nsc usun usnato useu drl inr eur nea eap wha sca af oes prm inl ca pm isn vci t l d s a/s "
    "das pdas a/das u/s multiple sources this cable message was is counterterrorism narcotics/affairs internal "
    "external unit-chief dep interagency provincial reconstruction prt watch duty reporting control manager "
    "supervisor country committee support visa arms technology homeland cultural information press foreign "
    "service economics finance financial treasury customs liaison nuclear delegate negotiator emboff legat legatt arso "
    "ipao mcap watcher un col ltc lt capt cdr maj brig".split()
)
_OF_A_PERSON = frozenset(
    "ambassador amb dcm a/dcm charge chargé d'affaires affaires a.i a.i. cda officer poloff econoff counselor "
    "counsellor polcouns econcouns chief director consul general cg minister advisor adviser attache attaché "
    "secretary coordinator representative envoy minister-counselor pao polad dpo adcm rso head delegate negotiator "
    "emboff legat legatt".split()
)
_MOST_NAME_WORDS = 5
_FEWEST_NAME_WORDS = 2
_LONGEST_REMEMBERED = 20
_ENDS = " ,;:-("


def parse_classified_by(text: str) -> ClassifiedBy | None:
    """Read a Classified By statement, one of reasons alone, or Derived From; None if the text holds none."""
    statement = squeeze(without_page_lines(text))
    label = _LABEL.match(statement) if "CLAS" in statement[:_LONGEST_BEFORE_LABEL].upper() else None
    other = None if label else _NO_PERSON.match(statement)
    if label is None and other is None:
        return None
    value = statement[label.end() :] if label else statement
    again = _LABEL_AGAIN.match(value) if "by" in value[:_LONGEST_LABEL].lower() else None
    value = value[again.end() :] if again else value
    if value.startswith("("):
        value = _MARK.sub("", value)
    reasons = () if other and other["derived"] else _reasons(value)
    if other and not other["derived"] and not reasons:
        return None
    person, title = ("", "") if other else _who(_before_reasons(value))
    return ClassifiedBy(person=person, title=title, reasons=reasons, text=statement)


def _reasons(value: str) -> tuple[str, ...]:
    """Give the letters behind ``1.4``: once some stand in brackets, one without is a word of what follows."""
    if " a nd " in value or " an d " in value:  # wrapped in the middle of the word
        value = value.replace(" a nd ", " and ").replace(" an d ", " and ")
    found = _REASONS.search(value) or _WORDED_REASONS.search(value)
    return _letters(value[found.end() :][:_LONGEST_REASONS]) if found else ()


@lru_cache(maxsize=2048)  # most cables have the same few
def _letters(text: str) -> tuple[str, ...]:
    letters: list[str] = []
    open_, bracketed = False, False
    for token in _TOKEN.finditer(text):
        word = token[0].lower()
        if word in "([{":
            open_, bracketed = True, True
        elif word in ")]}":
            open_ = False
        elif (
            not set(word) - set("abcdefgh")
            and len(word) <= (_MOST_LETTERS if open_ else 1)
            and (open_ or not bracketed)
        ):
            letters.extend(word)
        elif word == "." or not (word in _BETWEEN_LETTERS or word[0].isdecimal() or re.fullmatch(r"x\d", word)):
            break
    return tuple(dict.fromkeys(letters))


def _is_letters(word: str, most: int) -> bool:
    return len(word) <= most and not set(word) - set("abcdefgh")


def _before_reasons(value: str) -> str:
    """Leave out the reasons, and what leads from the person to them: ``for reasons of E.O. 12958, section``."""
    reasons = _REASONS.search(value)
    text = value[: reasons.start()] if reasons else value
    leads = _TO_REASONS.search(text)
    text = text[: leads.start()] if leads else text
    words = text.split()
    while reasons and words and words[-1].strip(".,;:()").upper() in _LEADING_TO_REASONS | {""}:
        words.pop()
    text = " ".join(words)
    if not reasons and not leads:
        text = _SENTENCE_ENDS.split(text, maxsplit=1)[0]
    text = text.strip(" ,;:-(")
    return text if text.endswith(".") and _ABBREVIATED.search(text[-4:]) else text.rstrip(" .,;:-(")


def _who(text: str) -> tuple[str, str]:
    """Tell person and title, or persons and titles where two have signed."""
    both = _TWO.split(text, maxsplit=1)
    if len(both) > 1:
        (first, first_title), (second, second_title) = map(_person_and_title, both)
        if first and second:
            return f"{first} and {second}", " and ".join(filter(None, (first_title, second_title)))
    return _person_and_title(text)


def _person_and_title(text: str) -> tuple[str, str]:
    """Find the first segment between commas that holds a name; what else there is, is the title."""
    segments = [segment.strip(_ENDS) for segment in _SEGMENT.split(text)]
    split = [_split_segment(segment) for segment in segments]
    for index, (before, name, behind) in enumerate(split):
        words = name.split()
        titled = before.split()[-1].lower().strip(",;:") in _OF_A_PERSON if before else False
        if len(words) >= _FEWEST_NAME_WORDS or (words and titled and len(words[0]) > 1):
            others = [*segments[:index], " ".join(filter(None, (before, behind))), *segments[index + 1 :]]
            return name, ", ".join(filter(None, others))
    return "", ", ".join(filter(None, segments))


def _split_segment(segment: str) -> tuple[str, str, str]:
    """Cut a segment into the words of a title, a name, and the words of a title behind it."""
    words = segment.split()
    start = len(words)
    while start and len(words) - start < _MOST_NAME_WORDS and _is_name_word(words[start - 1]):
        start -= 1
    start = _without_offices(words, start, len(words))
    if start < len(words):
        return " ".join(words[:start]).strip(_ENDS), " ".join(words[start:]), ""
    end = 0
    while end < len(words) and end < _MOST_NAME_WORDS and _is_name_word(words[end]):
        end += 1
    if end >= _FEWEST_NAME_WORDS:
        return "", " ".join(words[:end]), " ".join(words[end:])
    return segment, "", ""


def _without_offices(words: list[str], start: int, end: int) -> int:
    """Leave out the capitals of an office before a name in small letters (``EUR Jane Doe``), and loose particles."""
    names = [word for word in words[start:end] if not _SUFFIX.match(word.strip(",."))]
    small = bool(names) and not names[-1].isupper()
    while start < end and (
        words[start] in _PARTICLES
        or (small and words[start].isupper() and len(words[start]) > 1 and "." not in words[start])
    ):
        start += 1
    return start


def _is_name_word(word: str) -> bool:
    return _is_short_name_word(word) if len(word) <= _LONGEST_REMEMBERED else _has_form_of_name(word)


def _has_form_of_name(word: str) -> bool:
    plain = word.lower().strip(",;:()")
    if word in _PARTICLES or _SUFFIX.match(word.strip(",")):
        return True
    if plain in _TITLE_WORDS and not (len(plain) <= _FEWEST_NAME_WORDS and word.endswith(".")):
        return False
    named = word.rstrip(",")
    if plain.rstrip(".") in _TITLE_WORDS and len(plain) > _FEWEST_NAME_WORDS:
        return False
    joined = _PARTICLE_JOINED.match(named)  # al-Roe
    capital = named[joined.end() :][:1] if joined else named[:1]
    return capital.isupper() and _NAME_WORD.match(named) is not None and not _TITLE_PREFIX.match(plain)


_is_short_name_word = lru_cache(maxsize=4096)(_has_form_of_name)
"""Titles and names are made of the same words in most cables."""
