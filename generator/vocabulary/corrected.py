"""The vocabulary as one site has it: the tables, and before them what the site adds or corrects."""

from __future__ import annotations

from collections.abc import Mapping

from generator.record import Record
from generator.vocabulary.stations import STATIONS, Station
from generator.vocabulary.tags import TAGS, TagTerm, tag_kind
from generator.vocabulary.words import CAPTION_MEANINGS

_UNKNOWN = Station("")


class Vocabulary(Record, frozen=True, kw_only=True):
    """What pages know of codes. It changes no parsing: facts that hang on the vocabulary hang on the tables alone.

    Attributes:
        tags: what the site says of TAGS, each complete.
        stations: what the site says of stations, each complete.
        captions: what the site says that handling captions mean.
    """

    tags: Mapping[str, TagTerm] = {}
    stations: Mapping[str, Station] = {}
    captions: Mapping[str, str] = {}

    def tag(self, code: str) -> TagTerm:
        """Give the kind of a TAG, and its name; the name is empty if it is not known."""
        return self.tags.get(code) or TAGS.get(code) or TagTerm(tag_kind(code))

    def station(self, code: str) -> Station:
        """Give a post; its name is empty if it is not known."""
        return self.stations.get(code) or STATIONS.get(code) or _UNKNOWN

    def country(self, code: str) -> str:
        """Give the name of a station's country; empty if it is not known.

        A site may name the country by its TAG or in words.
        """
        country = self.station(code).country
        return self.tag(country).name or country if country else ""

    def caption(self, caption: str) -> str:
        """Give what a handling caption means; empty if it is not known."""
        return self.captions.get(caption) or CAPTION_MEANINGS.get(caption, "")
