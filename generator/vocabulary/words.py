"""The closed word lists of the telegrams: precedences, classifications, captions, portion marks, months."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from generator.vocabulary.tables import read_names, read_table

_PRECEDENCES = read_table("precedences")
PRECEDENCES = tuple(code for code, _, _ in _PRECEDENCES)
"""From the highest to the lowest."""
PRECEDENCE_OF_PROSIGN = {prosign: code for code, prosign, _ in _PRECEDENCES if prosign}
PRECEDENCE_MEANINGS: Mapping[str, str] = {code: name for code, _, name in _PRECEDENCES}

MONTHS = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), start=1
    )
}

CLASSIFICATION_MEANINGS: Mapping[str, str] = read_names("classifications")
CLASSIFICATIONS = tuple(CLASSIFICATION_MEANINGS)
"""From the lowest to the highest."""
UNCLASSIFIED, FOUO, LIMITED_OFFICIAL_USE, CONFIDENTIAL, SECRET, TOP_SECRET = CLASSIFICATIONS

CAPTION_MEANINGS: Mapping[str, str] = read_names("captions")
CAPTIONS = tuple(CAPTION_MEANINGS)
"""How a telegram may be handed on."""

TERMS: Mapping[str, str] = read_names("terms")
"""Words of a body that a newcomer cannot know, in small letters, and what they mean."""

PORTION_MARKS: Mapping[str, str] = read_names("portion-marks")
"""What the marks of a paragraph mean; ``C/NF`` has two of them."""


def closest_precedence(word: str) -> str:
    """Give the precedence that a word means, misspelt by a letter or two (``PIORITY``); empty if none."""
    if word in PRECEDENCES:
        return word
    close = difflib.get_close_matches(word, PRECEDENCES, n=1, cutoff=0.8)
    return close[0] if close and len(word) > len("NIACT") else ""
