"""TAGS: Traffic Analysis by Geography and Subject (5 FAH-3): ``TAGS: PREL, NATO, RS``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.cable import Tag, TagKind
from generator.record import Record
from generator.telegram.labels import EXECUTIVE_ORDER_NUMBER, SUBJECT_WORD, TAGS_WORD
from generator.telegram.lines import PORTION_MARK, without_page_lines
from generator.telegram.tag_persons import close_brackets, persons_in
from generator.telegram.tag_words import (
    CODE,
    NOTHING,
    codes_in,
    is_caption,
    is_phrase_word,
    plain,
    prose_from,
    without_captions,
)
from generator.vocabulary import tag_kind

_LABEL = re.compile(
    rf"[\s*_#>]*(?:\([A-Z]{{1,3}}\)\s?)?(?:{TAGS_WORD}(?![A-Z])(?:\s?\([A-Z/]{{1,7}}\))?\s{{0,3}}[:;,.]{{0,2}}[\s*_]*)",
    re.IGNORECASE,
)
_MARKDOWN_LINK = re.compile(r"\[([^\]\[]{0,60})\]\([^()]{0,200}\)")
_NEXT_LABEL = re.compile(
    rf"(?:\b{SUBJECT_WORD}\s?[:;]|\b(?:SUBJECT|SUBJ)\b|\bREF(?:S|\(S\)|TELS?)?\s?[:;]|\b(?<!DE)CLASSIFIED BY\b)"
)
_SIGN_OF_LABEL = re.compile(r"[:;]|SUBJ|CLASSIFIED BY")
"""What no label lacks; to look for it is many times faster."""
_YEAR_OR_ORDER = re.compile(r"\d{4}")
_EXECUTIVE_ORDER = re.compile(
    rf"\b(?:{EXECUTIVE_ORDER_NUMBER}|E\.O\.|DECL(?=\s?:))[\s:;,.]{{0,4}}(?:DECL\s?[:;]?\s{{0,3}})?"
    r"(?:N/A|OADR|GDS|XGDS(?:-\d)?|\d{1,4}/\d{1,2}/\d{2,4})?"
)
_PAGE_INLINE = re.compile(r"\bPAGE\s{1,3}\d{1,3}\b(?:\s[A-Z]{2,20}\s\d{3,6}(?:\s\d{1,2} OF \d{1,2})?(?:\s\d{6}Z)?)?")
_PIECE = re.compile(r"\((?P<bracket>[^()]{0,200})\)|(?P<separator>[,;])|(?P<word>[^\s,;()]+)")
_DAMAGE = re.compile(r"[?!~{}<>\\=`]")
"""Marks that neither part TAGS nor decorate them."""
_VISITS = {"OVIP", "OREP"}
"""The TAGS behind which a person is expected: visits of VIPs and of members of Congress."""


class TagsRead(Record, frozen=True):
    """What a TAGS part says, and the words in it that say nothing."""

    tags: tuple[Tag, ...]
    left: tuple[str, ...]


def parse_tags(text: str) -> tuple[Tag, ...]:
    """Read a TAGS part, with its label or without.

    Persons stand in brackets after a code (``OVIP (CLINTON, HILLARY)``) and are TAGS of their own. Captions that
    slipped in, repeats and page lines are left out. The text of a following SUBJECT or REF is not read.
    """
    return read_tags_part(text).tags


@lru_cache(maxsize=2048)
def read_tags_part(text: str) -> TagsRead:
    """Read a TAGS part as `parse_tags` does, and tell which of its words ended up in no TAG."""
    value = _MARKDOWN_LINK.sub(_unlink, without_page_lines(text)).upper() if "](" in text else _plain(text)
    at = 0
    while label := _LABEL.match(value, at):
        at = label.end()
    value = value[at:]
    if value.startswith("TAGS") and codes_in(" ".join(value[len("TAGS") :].split(maxsplit=1)[:1]).rstrip(",;")):
        value = value[len("TAGS") :]  # TAGSPREL
    left: list[str] = []
    if _SIGN_OF_LABEL.search(value) and (following := _NEXT_LABEL.search(value)):
        left.append(value[following.start() :])
        value = value[: following.start()]
    if "E.O." in value or "DECL" in value or _YEAR_OR_ORDER.search(value):
        left += [found[0] for found in _EXECUTIVE_ORDER.finditer(value)]
        value = _EXECUTIVE_ORDER.sub(" ", value)
    if "PAGE" in value:
        value = _PAGE_INLINE.sub(" ", value)
    value = without_captions(value)
    value = " ".join(_without_prose(line, left) for line in value.split("\n"))
    reading = _Reading(left)
    for tag in reading.tags(close_brackets(value)):
        reading.found.setdefault(tag.code, tag)
    return TagsRead(tuple(reading.found.values()), tuple(left))


def _plain(text: str) -> str:
    return without_page_lines(text).upper()


def _unlink(link: re.Match[str]) -> str:
    """Take the text of a Markdown link; what it holds is one TAG, and a comma in it is that of a person."""
    return f" ({link[1]}) " if "," in link[1] else f" {link[1]} " if " " not in link[1] else f"; {link[1]} ;"


def _without_prose(line: str, left: list[str]) -> str:
    """Cut off where a line of TAGS becomes a sentence: a subject whose label was lost, for one."""
    if " " not in line or "(" in line:
        return line
    words = line.split()
    start = prose_from([plain(word.strip(",;")) for word in words])
    if start < len(words):
        left.append(" ".join(words[start:]))
    return " ".join(words[:start])


class _Reading:
    """TAGS while they are read, piece by piece: the unknown words that wait for their neighbours, and what is left."""

    def __init__(self, left: list[str]) -> None:
        self.left = left
        self.found: dict[str, Tag] = {}
        self.waiting: list[str] = []
        self.last = ""

    def tags(self, value: str) -> Iterator[Tag]:
        for piece in _PIECE.finditer(value):
            if piece["word"] is None:
                yield from self._settle()
                if piece["bracket"] is not None:
                    yield from self._bracket(piece["bracket"])
            else:
                yield from self._word(piece["word"])
        yield from self._settle()

    def _word(self, written: str) -> Iterator[Tag]:
        word = plain(written)
        if word in NOTHING or is_caption(word):
            if not word and _DAMAGE.search(written):
                self.left.append(written)
            return
        codes = codes_in(word)
        if not codes and "." in word:
            word = word.replace(".", "")
        if codes:
            yield from self._settle()
            self.last = codes[-1]
            yield from map(_tag, codes)
        elif CODE.match(word):
            self.waiting.append(word)
        else:
            yield from self._settle()
            self.left.append(written)

    def _settle(self) -> Iterator[Tag]:
        """Decide what the unknown words are that stand together: a TAG of several words, or a TAG each."""
        if not self.waiting:
            return
        words, self.waiting = self.waiting, []
        joined = codes_in("".join(words))
        if len(words) > 1 and len(joined) == 1:  # a code that a wrapped line broke: PR EL
            yield _tag(joined[0])
        elif len(words) > 1 and all(map(is_phrase_word, words)):
            yield _tag(" ".join(words))
        else:
            for word in words:
                if len(word) > 1:
                    yield _tag(word)
                else:
                    self.left.append(word)
        self.last = words[-1]

    def _bracket(self, content: str) -> Iterator[Tag]:
        """Read what stands in brackets: persons; or codes; or a portion mark, which is none."""
        words = [plain(word) for word in re.split(r"[\s,;]+", content) if plain(word)]
        if not words or PORTION_MARK.fullmatch(f"({content.strip()})"):
            return
        if all(map(codes_in, words)) and self.last not in _VISITS:
            yield from (_tag(code) for word in words for code in codes_in(word))
            return
        for person in persons_in(content):
            if "," in person or self.last in _VISITS:
                yield Tag(code=person, kind=TagKind.PERSON)
            elif CODE.match(person):
                yield _tag(person)
            else:
                self.left.append(person)


@lru_cache(maxsize=8192)
def _tag(code: str) -> Tag:
    return Tag(code=code, kind=tag_kind(code))
