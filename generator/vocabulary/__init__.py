"""What telegrams are made of: TAGS, stations, precedences, classifications, captions, portion marks, months.

The entries are in the tables under ``data/``, which name their sources: 5 FAH-2 (telecommunications), 5 FAH-3 (TAGS),
the Department's lists of posts, and the spellings that public collections hold. docs/vocabulary.md describes them.
"""

from generator.vocabulary.stations import STATION_ALIASES, STATIONS, Station
from generator.vocabulary.tags import TAG_CODES, TAGS, TagTerm, tag_kind
from generator.vocabulary.words import (
    CAPTION_MEANINGS,
    CAPTIONS,
    CLASSIFICATION_MEANINGS,
    CLASSIFICATIONS,
    CONFIDENTIAL,
    FOUO,
    LIMITED_OFFICIAL_USE,
    MONTHS,
    PORTION_MARKS,
    PRECEDENCE_MEANINGS,
    PRECEDENCE_OF_PROSIGN,
    PRECEDENCES,
    SECRET,
    TOP_SECRET,
    UNCLASSIFIED,
    closest_precedence,
)

__all__ = [
    "CAPTIONS",
    "CAPTION_MEANINGS",
    "CLASSIFICATIONS",
    "CLASSIFICATION_MEANINGS",
    "CONFIDENTIAL",
    "FOUO",
    "LIMITED_OFFICIAL_USE",
    "MONTHS",
    "PORTION_MARKS",
    "PRECEDENCES",
    "PRECEDENCE_MEANINGS",
    "PRECEDENCE_OF_PROSIGN",
    "SECRET",
    "STATIONS",
    "STATION_ALIASES",
    "TAGS",
    "TAG_CODES",
    "TOP_SECRET",
    "UNCLASSIFIED",
    "Station",
    "TagTerm",
    "closest_precedence",
    "tag_kind",
]
