"""Mends what earlier hands did to a text's letters: mojibake (``Â¶``, ``â€™``) and numeric entities (``&#8217;``).

Every line stays a line, so that line numbers hold. The text as it was read is kept beside the mended one.
"""

from __future__ import annotations

import re
from html import unescape

from ftfy import fix_encoding

from generator.record import Record

_SUSPECTS = ("Â", "Ã", "â", "ï")
"""With one of these letters each mojibake of Western text begins: what UTF-8 writes for it, read as Windows-1252."""
_MOJIBAKE = re.compile(r"[ÂÃ][\x80-\xbf\u0152-\u2122]|â[€„†‚„˜\x80-\x9f][\x80-\xbf\u0152-\u2122]|ï»¿")
_MOST_LETTERS_A_LINE = 20_000
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,7};|#[xX][0-9a-fA-F]{2,6};|(?:quot|apos|lt|gt|amp|nbsp);)")


class Repaired(Record, frozen=True):
    """A text whose letters were looked at.

    Attributes:
        text: with as many lines as before.
        remark: what was mended by a guess, as a sentence without a full stop; empty if nothing was.
        remark_line: the line, from 1, where that first mattered.
    """

    text: str
    remark: str = ""
    remark_line: int = 0


def repair_text(text: str) -> Repaired:
    """Mend mojibake and numeric entities. Both are looked for with cheap tests, as nearly every text is sound."""
    repaired = Repaired(text)
    if not text.isascii() and any(suspect in text for suspect in _SUSPECTS) and _MOJIBAKE.search(text):
        repaired = _mend_mojibake(text)
    if "&" in repaired.text and (mended := _ENTITY.sub(_character, repaired.text)) != repaired.text:
        repaired = Repaired(mended, repaired.remark, repaired.remark_line)
    return repaired


def _mend_mojibake(text: str) -> Repaired:
    lines = text.split("\n")
    first = 0
    for index, line in enumerate(lines):
        if _MOJIBAKE.search(line) and (mended := _mend_line(line)) != line:
            lines[index] = mended
            first = first or index + 1
    if not first:
        return Repaired(text)
    return Repaired(
        "\n".join(lines), "it was UTF-8 once and was read as another encoding; its letters were mended", first
    )


def _mend_line(line: str) -> str:
    # The library looks again and again at a line that holds much damage; a telegram has no line as long as this.
    if len(line) > _MOST_LETTERS_A_LINE:
        return line
    mended = fix_encoding(line)
    return mended if mended.isprintable() or mended.replace("\t", "").isprintable() else line


def _character(entity: re.Match[str]) -> str:
    """Give the character that an entity means; the entity itself where it is none that can be shown on a line."""
    character = unescape(entity[0])
    if character.startswith("&") and len(character) > 1:  # &amp;#8217; was written twice over
        character = unescape(character)
    shown = len(character) == 1 and (character.isprintable() or character == "\u00a0")
    return character if shown and character != "\N{REPLACEMENT CHARACTER}" else entity[0]
