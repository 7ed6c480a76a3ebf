"""The files of the search that there is one of each: the scripts, and the contents of the index."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from generator.search.building import IndexedCables, IndexedTerms, all_lengths
from generator.search.documents import CABLES_IN_A_FILE
from generator.search.fields import BODY, FIELDS
from generator.search.packing import join_streams, numbers_to_bytes, pack
from generator.search.scripts import script_files
from generator.search.stop_words import STOP_WORDS
from generator.sitefile import SiteFile


def search_files(
    cables: Sequence[IndexedCables], terms: Sequence[IndexedTerms], boosts: Mapping[str, int]
) -> Iterator[SiteFile]:
    """Give all files of the search but those that were made on the way.

    Args:
        cables: what became of all ranges of cables, in their order.
        terms: what became of all ranges of terms, in their order.
        boosts: how much a hit in each field counts.
    """
    yield from script_files()
    lengths = all_lengths([each.run for each in cables])
    bodies = pack("lengths", _encode_lengths(lengths[:, BODY]))
    yield bodies.file
    contents = {
        "fields": FIELDS,
        "boosts": [boosts[name] for name in FIELDS],
        "cables": len(lengths),
        "totals": lengths.sum(axis=0).tolist(),
        "firsts": [each.firsts for each in terms],
        "shards": [each.crcs for each in terms],
        "lexicon": [each.lexicon for each in terms],
        "cablesInAFile": CABLES_IN_A_FILE,
        "documents": [crc for each in cables for crc in each.documents],
        "lengths": bodies.crc,
        "stopWords": STOP_WORDS,
    }
    encoded = msgspec.json.encode(contents)
    # Nobody knows the CRC of this file, which the search begins with; so it stands in it.
    yield pack("index", b"%d\n%b" % (zlib.crc32(encoded), encoded)).file


def _encode_lengths(lengths: npt.NDArray[np.uint32]) -> bytes:
    """Write lengths of bodies: the last eight bits of each, as good as chance, apart from what can be deflated."""
    return join_streams([lengths.astype(np.uint8).tobytes(), numbers_to_bytes(lengths >> np.uint32(8))])
