"""SUBJECT: what a cable is about, in its sender's words."""

from __future__ import annotations

import re

from generator.telegram.glued import find_glued
from generator.telegram.labels import SUBJECT_WORD, Role
from generator.telegram.lines import PORTION_MARK, squeeze

_LABEL = re.compile(
    rf"\A[\s*_#>]*(?:\((?:U|C|S|SBU|LOU)\)\s?)?(?:(?:SUBJECT|SUBJ)\b(?:\s?\([A-Z/]{{1,7}}\)\s?(?=[:;]))?"
    rf"|{SUBJECT_WORD}(?:\s?\([A-Z/]{{1,7}}\))?(?=\s{{0,3}}[:;]))"
    r"\s{0,3}[:;]{0,2}(?:[.,-](?=\s))?[\s*_]*",
    re.IGNORECASE,
)
_LABEL_AGAIN = re.compile(rf"\A{SUBJECT_WORD}\s?[:;]\s*", re.IGNORECASE)
_MARK = re.compile(
    r"(?:[(\[]\s?(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)"
    r"(?:\s?/{1,2}\s?[A-Z]{2,12})?\s?[)\]]"
    r"|\[(?:TS|SBU|LOU|FOUO|[SCU])(?:/[A-Z]{2,6})?\]"
    r"|\(?(?:TS|SBU|LOU|FOUO|[SCU])(?:/{1,2}[A-Z]{2,6})?\)|\((?:NF|NOFORN|OUO)\))\s{0,4}[:-]?\s{0,4}",
    re.IGNORECASE,
)
_EDGES = re.compile(r"\A[\s*_]+|[\s*_]+\Z")


def parse_subject(text: str) -> str:
    """Read a SUBJECT part, with its label or without, onto one line; the portion mark in front is no part of it.

    A part that is glued on behind the subject on its line (``A FISH REF: 06 ROME 431``) is not read.
    """
    value = _LABEL.sub("", text, count=1)
    while again := _LABEL_AGAIN.match(value):
        value = value[again.end() :]
    value = cut_glued(value)[0]
    for _ in range(2):  # (SBU) (NF)
        mark = PORTION_MARK.match(value) if value.startswith("(") else None
        mark = mark or _MARK.match(value)
        if mark is None or mark.end() == len(value):
            break
        value = value[mark.end() :].lstrip(":")
    return _EDGES.sub("", squeeze(value))


def cut_glued(text: str) -> tuple[str, str]:
    """Cut off the part that follows on the same line where a line feed was lost: ``A FISH REF: 06 ROME 431``.

    Returns:
        The subject, and the rest from its label on; the rest is empty if nothing is glued on.
    """
    at = find_glued(text, Role.SUBJECT, frozenset({Role.SUBJECT}))
    return (text, "") if at is None else (text[:at], text[at:])
