"""SUBJECT: what a cable is about, in its sender's words."""

from __future__ import annotations

import re

from generator.telegram.lines import PORTION_MARK, squeeze

_LABEL = re.compile(r"\A\s*(?:SUBJECT|SUBJ|SUBECT|SUBJCT|UBJECT|SUJECT)\b\s?[:;]?\s*", re.IGNORECASE)
_GLUED = re.compile(r"\b(?:REFS?\s?[:;]|CLASSIFIED BY\s?:)", re.IGNORECASE)


def parse_subject(text: str) -> str:
    """Read a SUBJECT part, with its label or without, onto one line; the portion mark in front is no part of it."""
    value = cut_glued(_LABEL.sub("", text, count=1))[0]
    mark = PORTION_MARK.match(value)
    if mark and mark[0].startswith("("):
        value = value[mark.end() :]
    return squeeze(value)


def cut_glued(text: str) -> tuple[str, str]:
    """Cut off the part that follows on the same line where a line feed was lost: ``A FISH REF: 06 ROME 431``.

    Returns:
        The subject, and the rest from its label on; the rest is empty if nothing is glued on.
    """
    glued = _GLUED.search(text)
    return (text[: glued.start()], text[glued.start() :]) if glued else (text, "")
