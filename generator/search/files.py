"""The files of the search that there is one of each: the scripts, and the contents of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec
import numpy as np
import numpy.typing as npt

from generator.search.building import IndexedCables, all_lengths
from generator.search.columns import PackedColumns
from generator.search.documents import CABLES_IN_A_FILE
from generator.search.fields import BODY, FIELDS
from generator.search.packing import PackedParts, join_streams, low_and_high, pack, pack_parts
from generator.search.range_files import IndexedRange
from generator.search.scripts import script_files
from generator.search.stop_words import STOP_WORDS
from generator.sitefile import SiteFile
from generator.wording import Wording


def search_files(
    cables: Sequence[IndexedCables],
    groups: Iterable[Iterable[IndexedRange]],
    boosts: Mapping[str, int],
    columns: PackedColumns,
    wording: Wording,
) -> Iterator[SiteFile]:
    """Give all files of the search but those that were made on the way.

    Args:
        cables: what became of all ranges of cables, in their order.
        groups: what became of all ranges of terms, in their order.
        boosts: how much a hit in each field counts.
        columns: what filters need of all cables.
        wording: the words of the interface.
    """
    yield from script_files(wording)
    lengths = all_lengths([each.run for each in cables])
    bodies = pack_lengths(lengths[:, BODY])
    yield from bodies.files()
    yield from chain(*(each.files() for each in columns.packed.values()))
    ranges = list(chain(*groups))
    contents = {
        "fields": FIELDS,
        "boosts": [boosts[name] for name in FIELDS],
        "cables": len(lengths),
        "totals": lengths.sum(axis=0).tolist(),
        "firsts": [each.firsts for each in ranges],
        "ranges": [each.seal for each in ranges],
        "cablesInAFile": CABLES_IN_A_FILE,
        "filesSealed": cables[0].files if cables else 0,
        "documents": [each.documents for each in cables],
        "lengths": bodies.known,
        "stopWords": STOP_WORDS,
        "columns": {name: each.known for name, each in columns.packed.items()},
        "years": columns.years,
    }
    yield pack("index", msgspec.json.encode(contents)).file()


def pack_lengths(bodies: npt.NDArray[np.uint32]) -> PackedParts:
    """Pack how many terms the body of each cable has."""
    return pack_parts("lengths", join_streams(low_and_high(bodies)))
