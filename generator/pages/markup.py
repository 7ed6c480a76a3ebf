"""Marks up the text of a body: finds what is more than text in it, decides what that means, and writes HTML.

The three steps are three functions. What is found but means nothing certain stays text. All text is escaped; the
only markup on a page is what stands here and in the theme.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from generator.pages.escaping import escape_long, escape_text
from generator.record import Record
from generator.telegram import find_ids
from generator.vocabulary import TERMS
from generator.wording import Wording

# It begins with one set of letters, at which the search can jump over all other text. A run of x is a gap, but not as
# a part of a word, of an address or of a file's name; a long one is, even if the next word was run together with it.
_ONE = r"(?:\([A-Z]\)|(?<![A-Za-z])[A-Z](?![A-Za-z]))"
_FINDS = re.compile(
    r"[xXrR](?<![\w/@\\][xXrR])"
    r"(?:(?<=[xX])(?:[xX]{3,}+(?![\w@/\\]|\.[a-z])|[xX]{8,}+(?![\d_@/\\]|\.[a-z]))"
    r"|(?<=[rR])[eE][fF](?:[tT][eE][lL])?(?:[sS]|\([sS]\))?\.?\s{1,3}"
    rf"(?P<letters>{_ONE}(?:(?:\s?[,/&]\s?(?:(?:and|AND|or|OR)\s)?|\s(?:and|AND|or|OR)\s){_ONE}){{0,12}})(?!\w))"
)
_LETTER = re.compile(_ONE)


class Find(Record, frozen=True):
    """A piece of text that may be more.

    A gap that an earlier publisher left; or a mention such as ``ref A``, with its ``letter``; or a word that a newcomer
    cannot know, such as ``septels``, with its ``term`` as the vocabulary has it; or the id of a cable, ``named``.
    """

    start: int
    end: int
    letter: str = ""
    term: str = ""
    named: str = ""


class Marking:
    """Makes HTML of one cable's texts: each term is explained where the first of it stands.

    Args:
        letters: the letters of the cable's references; a mention of any other stays text.
        wording: the words of the interface.
        named: where the pages of the cables are that the texts may name, by id; any other id stays text.
    """

    def __init__(
        self, letters: Collection[str], wording: Wording, named: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._letters, self._wording, self._named = letters, wording, named
        self._explained: set[str] = set()

    def mark_up(self, text: str) -> str:
        """Make HTML of one block's text, or one cell's."""
        small = text.lower()
        has_more = "xxxx" in small or (self._letters and "ref" in small)
        terms = [term for term in TERMS if term not in self._explained and term in small]
        if not has_more and not terms and not self._named:
            return escape_long(text)  # nothing to be found: most texts
        finds = list(find_pieces(text)) if has_more else []
        finds = [find for find in finds if not find.letter or find.letter in self._letters]
        if self._named:
            finds += [Find(each.start, each.end, named=each.id) for each in find_ids(text) if each.id in self._named]
        finds = _in_order([*finds, *find_terms(text, terms)]) if terms or self._named else finds
        return "".join(self._write_pieces(text, finds))

    def _write_pieces(self, text: str, finds: Iterable[Find]) -> Iterator[str]:
        position = 0
        for find in finds:
            yield escape_long(text[position : find.start])
            yield self._write(find, text[find.start : find.end])
            position = find.end
        yield escape_long(text[position:])

    def _write(self, find: Find, text: str) -> str:
        if find.letter:
            return f'<a href="#ref-{find.letter}">{escape_text(text)}</a>'
        if find.named:
            return f'<a href="{escape_text(self._named[find.named])}">{escape_text(text)}</a>'
        if find.term:
            return self._explain(find.term, text)
        # It has a name as an image has, which screen readers say in place of the letters.
        name = escape_text(self._wording.say("cable.redacted"))
        return f'<span class="gap" role="img" title="{name}">{escape_text(text)}</span>'

    def _explain(self, term: str, text: str) -> str:
        if term in self._explained:
            return escape_text(text)
        self._explained.add(term)
        meaning = escape_text(self._wording.meaning("terms", term, TERMS[term]))
        return f'<dfn tabindex="0" title="{meaning}">{escape_text(text)}</dfn>'


def find_terms(text: str, terms: Iterable[str]) -> Iterator[Find]:
    """Find words that a newcomer cannot know, also in capitals and in the plural; not as a part of another word."""
    small = _in_small_letters(text)
    for term in terms:
        at = small.find(term)  # many times faster than a pattern that ignores case, at all that is no such word
        while at >= 0:
            if found := _pattern(term).match(text, at):
                yield Find(at, found.end(), term=term)
            at = small.find(term, at + len(term))


def _in_small_letters(text: str) -> str:
    """Write a text in small letters, each in the place of the one that it stands for; one has two."""
    small = text.lower()
    return small if len(small) == len(text) else "".join([letter.lower()[0] for letter in text])


@cache
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@/.\-]){re.escape(term)}s?(?![\w@/\-])", re.IGNORECASE)


def _in_order(finds: Iterable[Find]) -> list[Find]:
    """Sort what was found; of two that overlap, the first stays: 'reftel A' is a mention and not a word alone."""
    kept: list[Find] = []
    for find in sorted(finds, key=lambda find: (find.start, -find.end)):
        if not kept or find.start >= kept[-1].end:
            kept.append(find)
    return kept


def find_pieces(text: str) -> Iterator[Find]:
    """Find gaps and mentions, in their order; ``refs A and B`` are two, each with its own letter."""
    for found in _FINDS.finditer(text):
        if found["letters"] is None:
            yield Find(found.start(), found.end())
            continue
        start, last = found.start(), ""
        for written in _LETTER.finditer(text, found.start("letters"), found.end()):
            letter = written[0].strip("()")
            if last and (letter == "A" or (letter == "I" and last != "H")):
                break  # ref B and a delegation; ref A, I think
            yield Find(start if not last else written.start(), written.end(), letter)
            last = letter
