"""Subjects in headline case: ``MALTA: NEW BUOYS FOR NATO'S FERRY`` as ``Malta: New Buoys for NATO’s Ferry``.

The wire had capitals only, so nobody knows for certain which words are acronyms. What the cable's own text writes is
taken as evidence, then what the vocabulary knows; the original stays in reach on the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from generator.cable import Block, BlockKind, Tag, TagKind
from generator.vocabulary import CAPTIONS, TAG_CODES, tag_kind

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:\.(?:[^\W_]\.)+)?")
_SMALL = frozenset(
    "a an and as at but by for from if in into nor of off on onto or over per so the to up via vs with yet".split()
)
_ALWAYS = frozenset(
    "US USA USG UN EU UK USSR PRC DPRK ROK UAE DRC GOI GOM MFA MOD MOI DOD DOS DOJ DHS USAID CIA FBI NGO PM FM"
    " DPM VP MP TV HIV AIDS WMD IED ID PRT CODEL STAFFDEL HMG IDP IPR GDP SMS AF EU3 P5 G8 G7 G20"
    " II III IV VI VII VIII IX XI XII DCM RSO USNATO USEU USUN EUR NEA WHA SCA EAP DAS PDAS MIG".split()
)
_PLURALS = frozenset("NGOS MPS IEDS IDPS PRTS".split())
_ALSO_WORDS = frozenset("AID ARF CODEX INFORM SALT SENSITIVE START WHO".split())
"""Names of organisations, captions and treaties that are words as well, and more often so."""
_LONGEST_ACRONYM = 6
_LONGEST_SUBJECT = 1_000
"""Each word is looked for in the text, so a subject without end would take its time; as a headline it is none."""
_VOWEL = re.compile(r"[AEIOUYÆØŒ]")
_ORDINAL = re.compile(r"\d*(?:(?<!1)1ST|(?<!1)2ND|(?<!1)3RD|\dTH)")
_SEVERAL = re.compile(r"\d+S")
_JOINS = {"-", "/"}
_BEGINS_ANEW = (":", ".", "?", "!", "–", "—", "--", '"', "“", "„", "«", " -")
_ENDINGS = frozenset("S M D T LL RE VE".split())
"""What an apostrophe cuts short in English: O'BRIEN'S, I'M, DON'T."""
_ELIDED = frozenset("AFFAIRES ETAT ÉTAT ETATS ÉTATS IVOIRE".split())
"""What has a small ``d’`` before it; a name has a large one (D’Alema), unless the text says otherwise."""
_LETTERED = frozenset("APPENDIX CATEGORY HEPATITIS INFLUENZA VITAMIN".split())
"""Nouns behind which an A is a letter; other nouns are verbs as well, so that only the text can tell."""
_LONGEST_OFFICE = 4
_LONGEST_TYPE = 2
_LEAST_DIGITS = 3
_SHORTEST_MC = 5


def headline(subject: str, body: Iterable[Block], tags: Iterable[Tag] = ()) -> str:
    """Give a subject in headline case, if it is in capitals only; or else, and where it is longer than any, as it is.

    Args:
        subject: as written.
        body: the blocks of its cable, which may tell acronyms from words.
        tags: its TAGS, of which those of organisations are acronyms.
    """
    if subject != subject.upper() or subject == subject.lower() or len(subject) > _LONGEST_SUBJECT:
        return subject
    prose = _Prose(body, tags)
    words = list(_WORD.finditer(subject))
    pieces: list[str] = []
    end = 0
    for place, found in enumerate(words):
        before = subject[end : found.start()]
        end = found.end()
        is_edge = place in {0, len(words) - 1} or (before != " " and before.rstrip().endswith(_BEGINS_ANEW))
        last = words[place - 1][0] if place else ""
        left = last + before if before in _JOINS else ""
        right = ""
        if subject[end : end + 1] in _JOINS and place + 1 < len(words) and words[place + 1].start() == end + 1:
            right = subject[end] + words[place + 1][0]
        if found[0] == "A" and before == " " and (last in _LETTERED or prose.has_letter(last)):
            is_edge = True  # Hepatitis A
        pieces += [before, _write_word(found[0], left, right, prose, is_edge=is_edge)]
    written = "".join(pieces) + subject[end:]
    return written if written.upper() == subject else subject  # letters that have no single counterpart


def _write_word(word: str, left: str, right: str, prose: _Prose, *, is_edge: bool) -> str:
    """Write one word.

    Args:
        word: as the subject has it.
        left: the word that a hyphen or a slash joins to it, and that sign: ``A/`` before ``S``; or else empty.
        right: the same behind it: ``-26`` behind ``AN``.
        prose: the cable's text.
        is_edge: it stands at an end of the subject, or where something begins in it.
    """
    if word[0].isdigit():
        several = _SEVERAL.fullmatch(word) and (left.endswith("-") or len(word) > _LEAST_DIGITS or word[-2] == "0")
        return word.lower() if several or _ORDINAL.fullmatch(word) else word  # F-16s, 1990s; 21st
    stem, apostrophe, rest = word, "", ""
    if "'" in word or "’" in word:
        stem, apostrophe, rest = re.split(r"(['’])", word, maxsplit=1)
    if apostrophe and len(stem) == 1 and rest not in _ENDINGS:
        return _write_elided(stem, apostrophe, rest, prose)
    if stem[-1] == "S" and _is_plural(stem, prose):
        stem = f"{stem[:-1]}s"
    elif not (_is_acronym(stem, prose) or _is_designation(stem, left, right, prose)):
        small = stem.lower()
        stem = small if small in _SMALL and not (is_edge or _has_part(left, right)) else _capitalize(stem, prose)
        return stem + apostrophe + rest.lower()
    return stem + apostrophe + (rest.lower() if rest in _ENDINGS else rest)


def _is_plural(word: str, prose: _Prose) -> bool:
    """Tell the plural of an acronym: one that is known, or that the text has."""
    return word in _PLURALS or (2 < len(word) <= _LONGEST_ACRONYM + 1 and prose.writes(f"{word[:-1]}s"))  # noqa: PLR2004 - US


def _write_elided(stem: str, apostrophe: str, rest: str, prose: _Prose) -> str:
    """Write a word before which a letter stands: O’Brien, D’Alema; d’Ivoire where it, or the text, has a small one."""
    core = re.split(r"['’]", rest, maxsplit=1)[0]
    small, large = (
        any(prose.writes(f"{letter}{sign}{core.capitalize()}") for sign in "'’") for letter in (stem.lower(), stem)
    )
    if (small and not large) or (stem == "D" and core in _ELIDED and not large):
        stem = stem.lower()
    return stem + apostrophe + rest.capitalize()


def _has_part(left: str, right: str) -> bool:
    """Tell whether a small word is an end of a compound (So-Called, By-Election, Face-to-Face) or no word (A/S)."""
    if "/" in left[-1:] + right[:1]:
        others = [other for other in (left[:-1], right[1:]) if other]
        return not all(len(other) > 1 and other.lower() in _SMALL for other in others)  # and/or
    return bool(left) != bool(right)


def _is_designation(word: str, left: str, right: str, prose: _Prose) -> bool:
    """Tell a type (AN-26), and an office beside a letter (P/DM), from words."""
    if right[:1] == "-" and right[1:2].isdigit() and not left:
        return len(word) <= _LONGEST_TYPE and not prose.writes(word.capitalize() + right)
    beside = [other for other in (left, right) if "/" in other]
    office = len(word) <= _LONGEST_OFFICE and any(len(other) == len("A/") and "W" not in other for other in beside)
    return office or (len(word) == 1 and beside != [])  # w/ is with


def _capitalize(word: str, prose: _Prose) -> str:
    """Begin a word with a capital, and the name in it, too: McCain; MacRoe where the text has it so."""
    for start in ("MC", "MAC") if word[0] == "M" else ():
        if word.startswith(start) and len(word) >= _SHORTEST_MC:
            name = start.capitalize() + word[len(start) :].capitalize()
            if start == "MC" or prose.writes(name):
                return name
    return word.capitalize()


def _is_acronym(word: str, prose: _Prose) -> bool:
    # A number, initials with full stops, 09USNATO432; a gap; what the TAGS name.
    if not word.isalpha() or not word.strip("X") or word in prose.organizations:
        return True
    if word in _ALWAYS:
        return prose.writes(word) or not prose.writes(word.lower())
    if word.lower() in _SMALL or len(word) > _LONGEST_ACRONYM:
        return word in _known()
    if prose.writes(word):
        return not (prose.writes(word.lower()) or prose.writes(word.capitalize()))
    if prose.writes(word.lower()) or prose.writes(word.capitalize()):
        return False
    return word in _known() or not _has_vowel(word)


def _has_vowel(word: str) -> bool:
    return _VOWEL.search(word if word.isascii() else unicodedata.normalize("NFD", word)) is not None


class _Prose:
    """What a cable writes in capitals and small letters, and its TAGS: evidence of which words are acronyms."""

    def __init__(self, blocks: Iterable[Block], tags: Iterable[Tag]) -> None:
        texts = (block.text for block in blocks if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM})
        self._text = " ".join(text for text in texts if not text.isupper())
        self.organizations = {tag.code for tag in tags if tag.kind is TagKind.ORGANIZATION}

    def has_letter(self, word: str) -> bool:
        """Tell whether an A stands behind a word there, as a letter does that names something: ``plan A``."""
        return self.writes(f"{word.lower()} A") or self.writes(f"{word.capitalize()} A")

    def writes(self, word: str) -> bool:
        """Tell whether a word stands there in just these letters."""
        at = self._text.find(word)
        while at >= 0:
            end = at + len(word)
            if not self._text[at - 1 : at].isalpha() and not self._text[end : end + 1].isalpha():
                return True
            at = self._text.find(word, end)
        return False


@cache
def _known() -> frozenset[str]:
    """Give the acronyms of the vocabulary: organisations, and handling captions."""
    organizations = frozenset(code for code in TAG_CODES if tag_kind(code) is TagKind.ORGANIZATION)
    return organizations.union(CAPTIONS) - _ALSO_WORDS
