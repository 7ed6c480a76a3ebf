"""Handling captions: ``SIPDIS``, ``NOFORN``, ``ROGER CHANNEL`` (5 FAH-2 H-440)."""

from __future__ import annotations

import re

from generator.vocabulary import CAPTIONS

_CAPTION = re.compile(r"\b(?:" + "|".join(sorted(CAPTIONS, key=len, reverse=True)) + r")\b")
_FILLER = re.compile(r"[\s/,;.\-()]*")
_SAME = {"NO FOREIGN": "NOFORN"}


def find_captions(text: str) -> tuple[str, ...]:
    """Give the captions in a piece of the header, in their order, each once."""
    found = (_SAME.get(match, match) for match in _CAPTION.findall(text.upper()))
    return tuple(dict.fromkeys(found))


def is_caption_line(text: str) -> bool:
    """Tell whether a line holds captions and nothing else."""
    start = _FILLER.match(text)
    if start is None or not _CAPTION.match(text, start.end()):
        return False
    return _FILLER.fullmatch(_CAPTION.sub("", text)) is not None
