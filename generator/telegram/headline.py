"""Subjects in headline case: ``MALTA: NEW BUOYS FOR NATO'S FERRY`` as ``Malta: New Buoys for NATO’s Ferry``.

The wire had capitals only, so nobody knows for certain which words are acronyms. What the cable's own text writes is
taken as evidence, then what the vocabulary knows; the original stays in reach on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.cable import Block, BlockKind, Tag, TagKind
from generator.vocabulary import CAPTIONS, TAG_CODES, tag_kind

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:\.(?:[^\W_]\.)+)?")
_SMALL = frozenset(
    "a an and as at but by for from if in into nor of off on onto or over per so the to up via vs with yet".split()
)
_ALWAYS = frozenset(
    "US USA USG UN EU UK USSR PRC DPRK ROK UAE DRC GOI GOM MFA MOD MOI DOD DOS DOJ DHS USAID CIA FBI NGO NGOS PM FM"
    " DPM VP MP MPS TV HIV AIDS WMD IED IEDS ID PRT PRTS CODEL STAFFDEL HMG IDP IDPS IPR GDP SMS AF EU3 P5 G8 G7 G20"
    " II III IV VI VII VIII IX XI XII DCM RSO USNATO USEU USUN EUR NEA WHA SCA EAP".split()
)
_ALSO_WORDS = frozenset("AID ARF CODEX INFORM SALT SENSITIVE START WHO".split())
"""Names of organisations, captions and treaties that are words as well, and more often so."""
_LONGEST_ACRONYM = 6
_LONGEST_SUBJECT = 1_000
"""Each word is looked for in the text, so a subject without end would take its time; as a headline it is none."""
_VOWEL = re.compile(r"[AEIOUY]")


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
        is_edge = place in {0, len(words) - 1} or before.rstrip().endswith(
            (":", ".", "?", "!", "–", "—", '"', "“", " -")
        )
        pieces += [before, _write_word(found[0], prose, is_edge=is_edge)]
        end = found.end()
    written = "".join(pieces) + subject[end:]
    return written if written.upper() == subject else subject  # letters that have no single counterpart


def _write_word(word: str, prose: _Prose, *, is_edge: bool) -> str:
    stem, apostrophe, rest = re.split(r"(['’])", word, maxsplit=1) if re.search(r"['’]", word) else (word, "", "")
    if _is_acronym(stem, prose):
        return stem + apostrophe + (rest.lower() if rest == "S" else rest)
    small = word.lower()
    if small in _SMALL and not is_edge:
        return small
    if apostrophe and len(stem) == 1:  # O'Brien
        return stem + apostrophe + rest.capitalize()
    return stem.capitalize() + apostrophe + rest.lower()


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
    return word in _known() or not _VOWEL.search(word)


class _Prose:
    """What a cable writes in capitals and small letters, and its TAGS: evidence of which words are acronyms."""

    def __init__(self, blocks: Iterable[Block], tags: Iterable[Tag]) -> None:
        texts = (block.text for block in blocks if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM})
        self._text = " ".join(text for text in texts if not text.isupper())
        self.organizations = {tag.code for tag in tags if tag.kind is TagKind.ORGANIZATION}

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
