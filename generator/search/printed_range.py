"""A range of terms as it was printed, read again as far as it is asked for."""

from __future__ import annotations

import numpy as np

from generator.search.catalogues import decode_catalogue
from generator.search.lexicons import decode_lexicon
from generator.search.merged import Merged, Rows, join_places
from generator.search.places import decode_places
from generator.search.range_files import IndexedRange
from generator.search.shards import decode_shard
from generator.search.unpacking import PrintedIndex


class PrintedRange:
    """A range as it was printed.

    Attributes:
        number: its own.
        firsts: the first term of each shard.
        catalogue: of its files.
        terms, forms: the bytes of its lexicon's two files.
        lexicon: what these say.

    What is read may raise `UnreadableIndexError`.
    """

    def __init__(self, printed: PrintedIndex, number: int, indexed: IndexedRange) -> None:
        self._printed = printed
        self.number, self.firsts = number, indexed.firsts
        self.catalogue = decode_catalogue(printed.data(f"r/{number}", indexed.seal))
        self.terms = printed.whole(f"l/{number}", self.catalogue.lexicon)
        self.forms = printed.whole(f"f/{number}", self.catalogue.forms)
        self.lexicon = decode_lexicon(self.terms, self.forms)

    def shard(self, number: int) -> Rows:
        """Read the rows of a shard."""
        return decode_shard(self._printed.data(f"t/{self.number}-{number}", self.catalogue.shards[number]))

    def piece(self, shard: int, number: int) -> bytes:
        """Read a piece of a shard's places."""
        crc = self.catalogue.pieces[shard][number].crc
        return self._printed.data(f"p/{self.number}-{shard}-{number}", crc)

    def merged(self) -> Merged:
        """Read everything."""
        shards = [self.shard(number) for number in range(len(self.catalogue.shards))]
        pieces = [
            decode_places(self.piece(shard, number))
            for shard, some in enumerate(self.catalogue.pieces)
            for number in range(len(some))
        ]
        place_of = {term: place for place, term in enumerate(self.lexicon.terms)}
        places_of = [np.array([place_of[term] for term in shard.terms], dtype=np.int64) for shard in shards]
        met = np.zeros(len(place_of), dtype=np.uint32)
        for places, shard in zip(places_of, shards, strict=True):
            met[places] = shard.met
        rows = Rows(
            self.lexicon.terms,
            met,
            np.concatenate([places[shard.term] for places, shard in zip(places_of, shards, strict=True)]),
            np.concatenate([shard.field for shard in shards]),
            np.concatenate([shard.cable for shard in shards]),
            np.concatenate([shard.count for shard in shards]),
            np.concatenate([shard.length for shard in shards]),
        )
        return Merged(rows, self.lexicon.forms, self.lexicon.often, join_places(pieces))
