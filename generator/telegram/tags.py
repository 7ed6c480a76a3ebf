"""TAGS: Traffic Analysis by Geography and Subject (5 FAH-3): ``TAGS: PREL, NATO, RS``."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.cable import Tag
from generator.telegram.lines import squeeze, without_page_lines
from generator.vocabulary import CAPTIONS, tag_kind

_LABEL = re.compile(r"\A\s*(?:TAGS|TAGES|TABS|TAS|TGS|AGS|TAG)\b\s?[:;,.]?\s*", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"\[([^\]\[]{0,60})\]\([^()]{0,200}\)")
_PERSON = re.compile(r"\(([^()]{3,60}(?:, ?| )[^()]{1,60})\)")
_SEPARATOR = re.compile(r"[\s,;]+")
_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:[/-][A-Z0-9]+)*\Z")
_NO_TAGS = {"N/A", "NONE"}


def parse_tags(text: str) -> tuple[Tag, ...]:
    """Read a TAGS part, with its label or without.

    Persons stand in brackets after a code (``OVIP (CLINTON, HILLARY)``) and are TAGS of their own. Captions that
    slipped in, repeats and page lines are left out.
    """
    value = _LABEL.sub("", without_page_lines(text), count=1)
    value = squeeze(_MARKDOWN_LINK.sub(r" \1 ", value)).upper()
    codes: list[str] = []
    position = 0
    for person in _PERSON.finditer(value, 1):  # brackets round all of it hold no person
        codes += _SEPARATOR.split(value[position : person.start()])
        codes.append(squeeze(person[1]))
        position = person.end()
    codes += _SEPARATOR.split(value[position:])
    wanted = dict.fromkeys(code.strip(".:()[]") for code in codes)
    return tuple(filter(None, map(_read_code, wanted)))


@lru_cache(maxsize=8192)
def _read_code(code: str) -> Tag | None:
    """Make a TAG of a code; None of a caption, and of what cannot be one."""
    if code in CAPTIONS or code in _NO_TAGS or not (_CODE.match(code) or "," in code):
        return None
    return Tag(code=code, kind=tag_kind(code))
