"""What the result list shows of each cable, in files of some hundred cables each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from generator.archive import CableEntry
from generator.search.packing import Packed, pack

CABLES_IN_A_FILE = 64
"""So few, since the first ten results of a search may be in ten of the files."""
_encode = msgspec.json.Encoder().encode


def pack_documents(entries: Iterable[CableEntry], start: int) -> Iterator[Packed]:
    """Pack what is shown of cables.

    Args:
        entries: by ordinal.
        start: the ordinal of the first one, a multiple of `CABLES_IN_A_FILE`.
    """
    todo = map(_columns, entries)
    number = start // CABLES_IN_A_FILE
    while some := list(islice(todo, CABLES_IN_A_FILE)):
        columns = [list(column) for column in zip(*some, strict=True)]
        yield pack(f"d/{number}", _encode(columns))
        number += 1


def _columns(entry: CableEntry) -> tuple[str, ...]:
    sent = entry.sent.date().isoformat() if entry.sent else ""
    return (entry.id, entry.address, sent, entry.sender, entry.headline, entry.classification)
