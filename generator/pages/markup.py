"""Marks up the text of a body: finds what is more than text in it, decides what that means, and writes HTML.

The three steps are three functions. What is found but means nothing certain stays text. All text is escaped; the
only markup on a page is what stands here and in the theme.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.pages.escaping import escape_long, escape_text
from generator.record import Record

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
    """A piece of text that may be more: a gap that an earlier publisher left, or a mention such as ``ref A``."""

    start: int
    end: int
    letter: str = ""


def mark_up(text: str, letters: Collection[str]) -> str:
    """Make HTML of one block's text.

    Args:
        text: as it stands in the cable.
        letters: the letters of the cable's references; a mention of any other stays text.
    """
    may_have_gap = ("x" in text or "X" in text) and "xxxx" in text.lower()
    if not may_have_gap and not (letters and "ref" in text.lower()):
        return escape_long(text)  # nothing to be found: most texts
    pieces: list[str] = []
    position = 0
    for find in find_pieces(text):
        if find.letter and find.letter not in letters:
            continue
        pieces += [escape_long(text[position : find.start]), _write(find, text[find.start : find.end])]
        position = find.end
    pieces.append(escape_long(text[position:]))
    return "".join(pieces)


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


def _write(find: Find, text: str) -> str:
    if find.letter:
        return f'<a href="#ref-{find.letter}">{escape_text(text)}</a>'
    # It has a name as an image has, which screen readers say in place of the letters.
    return f'<span class="gap" role="img" title="redacted by an earlier publisher">{escape_text(text)}</span>'
