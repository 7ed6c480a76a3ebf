"""What filters of a search need of all cables at once: which ordinals have each sender, TAG, level and collection."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from generator.archive.database import Database


class Facet(StrEnum):
    """What cables can be told apart by, besides their dates."""

    SENDER = "sender"
    TAG = "tag"
    LEVEL = "level"
    COLLECTION = "collection"


_TABLE = {
    Facet.SENDER: ("sender", "cable WHERE sender <> ''"),
    Facet.TAG: ("code", "cable_tag"),
    Facet.LEVEL: ("classification", "cable WHERE classification <> ''"),
    Facet.COLLECTION: ("name", "cable_collection"),
}
"""Of each, the column of its values, and where they stand beside ordinals."""


def ordinals_by_value(database: Database, facet: Facet) -> Iterator[tuple[str, npt.NDArray[np.uint32]]]:
    """Yield every value of a facet, in their order, with the ordinals of its cables, in theirs.

    SQLite hands over the ordinals of a value as one text: reading a million of them as rows takes three times as long.
    """
    value, table = _TABLE[facet]
    rows = database.execute(f"SELECT {value}, group_concat(ordinal) FROM {table} GROUP BY {value} ORDER BY {value}")
    for key, text in rows:
        yield key, np.sort(np.fromstring(text, dtype=np.uint32, sep=","))
