"""Shapes: what kind of block lines are by how they look: underlined, in capitals, with columns, broken on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

UNDERLINE = re.compile(r"\s*[-=_*~+–—](?:\s*[-=_*~+–—]){2,}\s*\Z")
"""A line of dashes or the like, together or apart: it underlines, closes, or rules a table."""
SENTENCE_END = re.compile(r"[.?!:;][\"”’')\]]*\Z")
_COLUMN_GAP = re.compile(r"[^\s.?!:;]\s{2,}(?=\S)")
_WIDE_GAP = re.compile(r"[^\s.]\s{3,}(?=\S)|[.?!]\s{4,}(?=\S)")
_LEADERS = re.compile(r"\w\s?(?:\.\s?){5,}\s?\S")
_QUOTED_TEXT = re.compile(
    r"[-(\[/\s]{0,4}(?:BEGIN|END|START)(?: OF)?(?: [A-Z-]{2,20}){0,3} (?:TEXT|QUOTE|NON-?PAPER|TRANSLATION|PAPER|POINTS"
    r"|STATEMENT|LETTER|DRAFT|NOTE|TRANSCRIPT|COMMENT|SUMMARY)S?[-.:)\]/\s]{0,4}\Z",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*(?:REF(?:S|\(S\)|TELS?)?|NOTE)\s?:\s*\S")
_SMALL_WORDS = frozenset(
    "a an and as at but by for from in into nor of on or over per the to under versus vs with".split()
)
LONGEST_HEADING = 90
_LONGEST_TITLE = 70
_LEAST_LETTERS_OF_HEADING = 3
_LONGEST_BROKEN = 46
_LEAST_BROKEN = 3
_LEAST_CELLS = 2
_USUAL_WIDTH = 65
_FAR_SHORTER = 0.75
_GOES_ON = _SMALL_WORDS | frozenset(
    "is are was were be that which who whose his her its their our this these & -".split()
)
"""Words at the end of a line that another must follow."""


def is_heading(text: str) -> bool:
    """Tell whether a line alone is a heading: in capitals, and no sentence; or the ends of a quoted text."""
    return len(text) <= LONGEST_HEADING and _is_short_heading(text)


@lru_cache(maxsize=1024)
def _is_short_heading(text: str) -> bool:
    if text.isupper() and not text.endswith((".", ",", ";")):
        return sum(character.isalpha() for character in text) >= _LEAST_LETTERS_OF_HEADING
    return _QUOTED_TEXT.match(text) is not None


def heads_nothing(text: str) -> bool:
    """Tell lines that look like headings and are none: the ends of a quoted text, a second REF, a note."""
    return _QUOTED_TEXT.match(text) is not None or _LABELLED.match(text) is not None


def is_title(text: str) -> bool:
    """Tell whether a line is written as titles are: short, its words with capitals, no full stop."""
    if len(text) > _LONGEST_TITLE or text.endswith((".", ",", ";")) or not text[:1].isupper() or text.isupper():
        return False
    words = text.split()
    return all(not word[0].isalpha() or word[0].isupper() or word in _SMALL_WORDS for word in words)


def may_be_underlined(lines: Sequence[str]) -> bool:
    """Tell whether dashes below would underline a heading; below the heads of columns they belong to a table."""
    text = " ".join(line.strip() for line in lines)
    if len(lines) > 2 or len(text) > LONGEST_HEADING * len(lines) or has_columns(lines[-1].strip()):  # noqa: PLR2004
        return False
    return len(lines) == 1 or not SENTENCE_END.search(text[-4:])


def is_table(lines: Sequence[str]) -> bool:
    """Two lines or more, most of them with columns: gaps inside the line that no sentence end explains."""
    if len(lines) == 1 or not may_have_columns("\n".join(lines)):
        return False
    written = sum(1 for line in lines if line)
    columns = sum(1 for line in lines if has_columns(line.strip()))
    return columns >= max(2, (written + 1) // 2)


def has_columns(text: str) -> bool:
    """Tell whether a line, without margins, has cells: set apart by spaces, by bars, or by a row of dots."""
    if not may_have_columns(text):  # spares long lines the patterns
        return False
    if text.count("|") >= _LEAST_CELLS:
        return True
    return _WIDE_GAP.search(text) is not None or len(_COLUMN_GAP.findall(text)) > 1 or _LEADERS.search(text) is not None


def may_have_columns(text: str) -> bool:
    """Tell whether a line, or any of several, may have cells."""
    return text.rfind("  ") >= 0 or "|" in text or "..." in text or ". ." in text


def are_broken_on_purpose(lines: Sequence[str]) -> bool:
    """Tell whether lines end where their author ended them: an address, a list of names, a poem.

    A line that was wrapped is nearly full, and the next one seldom begins with a capital. So all lines must be short
    and begin with a capital or a digit, few may end a sentence, and they must be three, as two tell too little.
    """
    return (
        len(lines) >= _LEAST_BROKEN
        and all(len(line) <= _LONGEST_BROKEN for line in lines)
        and all(_begins_anew(line.lstrip()) for line in lines[1:])
        and sum(line.endswith((".", "!", "?")) for line in lines) * 2 < len(lines)
    )


def may_be_pair(lines: Sequence[str]) -> bool:
    """Tell whether two lines may be a list of two, or an opening and a name: they are short, and no sentence.

    Two lines tell too little by themselves: `is_far_shorter` says whether the first could have held more.
    """
    first, second = lines
    return (
        len(first) <= _LONGEST_BROKEN
        and len(second) <= _LONGEST_BROKEN
        and _begins_anew(second.lstrip())
        and not first.endswith((".", "!", "?", ";", "-", "/", "("))
        and not second.endswith((".", "!", "?", ";", ":", ","))
        and first.rpartition(" ")[2].lower() not in _GOES_ON
    )


def is_far_shorter(lines: Sequence[str], width: int) -> bool:
    """Tell whether the first of two lines ends where its author ended it: so wide a text had room for more."""
    line, after = lines
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) <= width * _FAR_SHORTER


def find_width(paragraphs: Iterable[Sequence[str]]) -> int:
    """Find how wide a text was wrapped: its longest line of those that the next goes on with in small letters."""
    return max(
        (len(line) for lines in paragraphs for line, after in pairwise(lines) if after.lstrip()[:1].islower()),
        default=_USUAL_WIDTH,
    )


def _begins_anew(line: str) -> bool:
    start = line.lstrip("\"“'‘([")[:1]
    return start.isupper() or start.isdigit()
