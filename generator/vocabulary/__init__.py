"""What telegrams are made of: TAGS, stations, precedences, classifications, captions, portion marks, months.

The entries are in the tables under ``data/``, which name their sources: 5 FAH-2 (telecommunications), 5 FAH-3 (TAGS),
the Department's lists of posts, Natural Earth, and the spellings that public collections hold. docs/vocabulary.md
describes them.
"""

from generator.vocabulary.corrected import Vocabulary
from generator.vocabulary.places import PLACES, Location, read_land
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
    TERMS,
    TOP_SECRET,
    UNCLASSIFIED,
    closest_precedence,
)


def grammar_words() -> str:
    """Give all of the tables that parsing may hang on: codes, kinds, spellings; not what only pages show.

    The archive parses every source again when this changes, so a name may be mended without it.
    """
    return repr(
        (
            sorted((code, term.kind.value) for code, term in TAGS.items()),
            sorted(STATIONS),
            sorted(STATION_ALIASES.items()),
            (CAPTIONS, CLASSIFICATIONS, PRECEDENCES, sorted(PRECEDENCE_OF_PROSIGN.items()), sorted(PORTION_MARKS)),
        )
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
    "PLACES",
    "PORTION_MARKS",
    "PRECEDENCES",
    "PRECEDENCE_MEANINGS",
    "PRECEDENCE_OF_PROSIGN",
    "SECRET",
    "STATIONS",
    "STATION_ALIASES",
    "TAGS",
    "TAG_CODES",
    "TERMS",
    "TOP_SECRET",
    "UNCLASSIFIED",
    "Location",
    "Station",
    "TagTerm",
    "Vocabulary",
    "closest_precedence",
    "grammar_words",
    "read_land",
    "tag_kind",
]
