"""The lines of a telegram, and the patterns that more than one field needs."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import count

from generator.record import Record


class Line(Record, frozen=True):
    """One line of a source.

    Attributes:
        number: its place in the text that is read, counted from 1. It tells lines apart, so no two have the same;
            `parse_telegram` knows which line of a file a person is told instead.
        text: without white space at its end; spaces of any width are spaces, numeric entities are letters.
        start: the column where it begins, from 0; more than 0 where a line of the source holds the end of one part
            and the beginning of another, and was taken apart.
    """

    number: int
    text: str
    start: int = 0


_LONG = 150
_ENTITY = re.compile(r"&#(?:[xX][0-9a-fA-F]{1,6}|\d{1,7});")


_AS_WRITTEN = re.compile(rf"{_ENTITY.pattern}|\t|[^&\t]+|&")
_TAB = 8
_OTHER_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces of word processors: each is one, as wide as it may be."""


def split_lines(text: str, first_number: int = 1) -> list[Line]:
    """Cut a text at its line feeds. ``&#8217;`` is read as the letter that it stands for (public collections)."""
    if "&" in text and "&#" in text:  # to look for one character is many times faster than for two
        text = _ENTITY.sub(_letter, text)
    plain = text.replace("\u00a0", " ")
    if not plain.isascii():
        for space in _OTHER_SPACES:  # to replace one at a time costs next to nothing where there is none
            plain = plain.replace(space, " ")
    if "\t" in plain:
        plain = plain.expandtabs(_TAB)
    return list(map(Line, count(first_number), map(str.rstrip, plain.split("\n"))))


def _letter(entity: re.Match[str]) -> str:
    """Read an entity. One that stands for white space is a space, since lines are counted; a control is none."""
    letter = html.unescape(entity[0])
    if letter.isspace():
        return " "
    return letter if letter.isprintable() and letter not in {"", "\ufffd"} else entity[0]


def source_column(line: str, column: int) -> int:
    """Give where a column of a line as `split_lines` reads it stands in the line as its source has it.

    An entity is one column and a tab is several; both count from 0.
    """
    if "&#" not in line and "\t" not in line:
        return column
    read = 0
    for piece in _AS_WRITTEN.finditer(line):
        text = piece[0]
        is_entity = _ENTITY.fullmatch(text) is not None
        width = _TAB - read % _TAB if text == "\t" else len(_letter(piece)) if is_entity else len(text)
        if column < read + width:
            return piece.start() + (0 if is_entity or text == "\t" else column - read)
        read += width
    return len(line)


def join_lines(lines: Sequence[Line]) -> str:
    """Put lines together as they stand in the source, those of one line of it with the spaces that parted them."""
    if max([line.start for line in lines], default=0) == 0:  # none was taken apart
        return "\n".join([line.text for line in lines])
    pieces: list[str] = []
    number = end = 0
    for line in lines:
        if pieces:
            pieces.append(" " * (line.start - end) if line.number == number else "\n")
        pieces.append(line.text)
        number, end = line.number, line.start + len(line.text)
    return "".join(pieces)


def without_page_lines(text: str) -> str:
    """Leave out the page lines that stand between the lines of a field, or in front of what stands on one of them."""
    if "PAGE" not in text:
        return text
    lines = (line for line in text.split("\n") if not PAGE_LINE.match(line.strip()))
    return "\n".join(_PAGE_BEFORE_TEXT.sub("", line, count=1) for line in lines)


def squeeze(text: str) -> str:
    """Put a text on one line, with single spaces."""
    # Most paragraphs are so already, and telling is much cheaper than splitting.
    # From the end, two spaces are looked for a third faster.
    if text.rfind("  ") >= 0 or text[:1] == " " or text[-1:] == " ":
        return " ".join(text.split())
    # Of white space, only the space prints.
    plain = text.isprintable() if len(text) < _LONG or not text.isascii() else _has_no_white_space_but_spaces(text)
    return text if plain else " ".join(text.split())


def _has_no_white_space_but_spaces(text: str) -> bool:
    # To look for nine characters in turn is several times faster than to look at each character of a long text.
    return (
        "\n" not in text
        and "\t" not in text
        and "\r" not in text
        and "\v" not in text
        and "\f" not in text
        and "\x1c" not in text
        and "\x1d" not in text
        and "\x1e" not in text
        and "\x1f" not in text
    )


def _spaced(words: str) -> str:
    """Make a pattern that also finds words whose letters stand apart: ``C O N F I D E N T I A L``."""
    return r"\s{1,3}".join(r"\s?".join(word) for word in words.split())


LEVEL = "|".join(
    [
        _spaced("TOP SECRET"),
        _spaced("SECRET"),
        _spaced("CONFIDENTIAL"),
        _spaced("LIMITED OFFICIAL USE"),
        r"L\s?O\s?U\b",
        _spaced("UNCLASSIFIED"),
        _spaced("UNCLAS"),
    ]
)
"""A classification, its letters together or apart."""
LEVEL_GLUED_ON = (
    r"(?:CONFIDENTIAL|SECRET(?!AR)|LIMITED ?OFFICIAL ?USE|UNCLASSIFIED|UNCLAS(?!S))"
    r"(?=[A-Z][A-Z'’. ]{1,20}\d{4,7}(?!\S))"
)
"""A classification with the post and its serial glued on: ``CONFIDENTIALPARIS001312``."""

_ADDED_TO_MARK = r"NF|NOFORN|REL[A-Z ,]{0,60}|FGI|OC|ORCON|LOU|SBU|FOUO|NODIS|EXDIS|LIMDIS|RD|FRD|PR|PROPIN"
_WHOLE = r"(?:\s{0,2}[-–—/:;,]{0,2}\s{0,2}(?i:ENTIRE (?:TEXT|MESSAGE|CABLE|TELEGRAM|DOCUMENT)))?"
PORTION_MARK = re.compile(
    r"[(\[]?\s?(?P<mark>(?:TS|SBU|LOU|FOUO|OUO|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|[SCU])"
    rf"(?:\s{{0,2}}(?:[-/]\s?){{1,2}}\s?(?:{_ADDED_TO_MARK})){{0,4}}{_WHOLE})\s?[)\]]\.?\s{{0,4}}"
)
"""``(C)``, ``(C/NF)``, ``(SBU)``, ``(C - Entire text)``; the opening bracket may be lost."""

PARAGRAPH = re.compile(
    r"\s{0,8}(?:Â?¶\s{0,3}(?P<marked>\d{1,3})\s?[.):,]?"
    r"|(?P<number>\d{1,3})\s?(?:[-.,:;/)]{0,2}\s{0,2}(?=[(\[]\s?(?:TS|SBU|LOU|FOUO|[SCU])\s?[-/)\]])"
    r"|\.{1,2}(?!\d)|\)))\s{0,6}"
)
"""What a numbered paragraph begins with: ``¶1.``, ``1.``, ``1)``, ``1 (C)``; ``Â¶`` is a pilcrow misread."""

_PAGE = r"(?:TO\s+)?PAGE\s{1,3}\d{1,3}"
_PAGE_OF = rf"{_PAGE}\s+[A-Z][A-Z'’. ]{{1,40}}\s\d{{3,}}"
_LAST_TIME = r"(?![^\n]*\d{6}Z\s+(?![A-Z]{3}(?:\s\d\d)?\s*\Z)\S)"
"""What follows the time on a page line, but for a month and a year, is of the telegram."""
PAGE_LINE = re.compile(rf"(?:{_PAGE}(?:\s+OF\s+\d{{1,3}})?|{_PAGE_OF}{_LAST_TIME}[A-Z\d .:/-]{{0,60}})\Z")
"""What transmission put between two pages: ``PAGE 02 ROME 01196 01 OF 02 082030Z``, to be matched without margins."""
_PAGE_BEFORE_TEXT = re.compile(rf"\A\s*{_PAGE_OF}[A-Z\d .:/-]{{0,40}}?\d{{6}}Z\s+(?=\S)")

BARE_LEVEL = re.compile(rf"(?:{LEVEL})(?:\s?//\s?[A-Z /]{{1,40}})?\Z")
"""A classification that stands alone on its line, captions behind a double slash at most."""
