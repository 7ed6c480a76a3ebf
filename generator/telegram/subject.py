"""SUBJECT: what a cable is about, in its sender's words."""

from __future__ import annotations

import re

from generator.telegram.lines import PORTION_MARK, squeeze

_LABEL = re.compile(r"\s*(?:SUBJECT|SUBJ|SUBECT|SUBJCT|UBJECT|SUJECT)\s?[:;]?\s*", re.IGNORECASE)
_GLUED_END = re.compile(r"\s*(?:REFS?\s?[:;]|CLASSIFIED BY\s?:).*", re.IGNORECASE | re.DOTALL)


def parse_subject(text: str) -> str:
    """Read a SUBJECT part, with its label or without, onto one line; the portion mark in front is no part of it."""
    value = _GLUED_END.sub("", _LABEL.sub("", text, count=1))
    mark = PORTION_MARK.match(value)
    if mark and mark[0].startswith("("):
        value = value[mark.end() :]
    return squeeze(value)
