"""Decides whether two texts of a cable are the same text: docs/decisions/versions.md says why it is these rules.

A telegram went through many hands, and each left traces that are none of its words: line wraps, page lines, ``¶`` in
front of a paragraph's number, ``[PREL](#)`` around a TAG, round quotes for straight ones, ``&#8217;`` or mojibake for a
letter. Texts that differ in nothing else are one. A single letter that differs makes another version.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from generator.redaction import read_letters
from generator.telegram.artefacts import is_artefact
from generator.telegram.lines import LEVEL

_LEVEL = re.compile(rf"(?:{LEVEL})(?![A-Z])")
_LINKED = re.compile(r"\[([^\[\]\n]{1,100})\]\(#\)")
_SIGNS = str.maketrans(
    {**dict.fromkeys("‘’ʼ`´", "'"), **dict.fromkeys("“”„", '"'), **dict.fromkeys("‐‑–—", "-"), "¶": " "}
)
_CLOSING = {"NNNN", "BT"}


def unlink_tags(text: str) -> str:
    """Take ``[PREL](#)``, a publisher's way to write a TAG, for ``PREL``."""
    return _LINKED.sub(r"\1", text) if "](#)" in text else text


def as_read(text: str) -> str:
    """Give a text as readers see it: mojibake and numeric entities mended, TAGS not linked."""
    return unlink_tags(read_letters(text))


def is_page_line(line: str) -> bool:
    """Tell whether transmission put a line into the text: ``PAGE 02 ROME 01196``, ``NNNN``.

    A classification alone on its line is repeated by transmission too, but may be the only one that a text has.
    """
    if not is_artefact(line):
        return False
    stripped = line.strip()
    if _LEVEL.match(stripped):
        return False
    return any(map(str.isdecimal, stripped)) or stripped in _CLOSING or stripped[0] in "#!"


def fold_signs(text: str) -> str:
    """Write signs that mean the same in one way; the words stay apart as they were."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_SIGNS))


def digest_words(text: str) -> bytes:
    """Digest a text so that texts which are the same, by the rules above, have the same digest."""
    lines = [line for line in as_read(text).split("\n") if not is_page_line(line)]
    words = fold_signs(" ".join(lines)).split()
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).digest()
