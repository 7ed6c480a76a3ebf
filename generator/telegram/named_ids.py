"""Reference ids that a text names whole, with their year: ``08PARIS3005``, ``08 PARIS 3004``.

Only found here; whether the collection has a cable of that id is for the archive to say. A station and a serial alone
(``PARIS 3003``) name a cable of an unknown year, and are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.cable import Block
from generator.record import Record
from generator.telegram.identity import read_reference_id
from generator.vocabulary import MONTHS

_ID = re.compile(
    r"[0-9](?<![\w/.,-][0-9])[0-9]{1,3}[ -]?[A-Z]['A-Z]{1,20}(?:[ .][A-Z]{1,12}\.?){0,2}[ -]?[0-9]{1,6}"
    r"(?!\w|[-./,][0-9])"
)
_KINDS = bytes.maketrans(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'-", b"0" * 10 + b"A" * 27 + b" ")
"""Digits, capitals and gaps by kind: to look for kinds in a row is several times faster than for the pattern."""


class NamedId(Record, frozen=True):
    """A place in a text that names a cable: where it begins and ends, and the id in its canonical form."""

    start: int
    end: int
    id: str


def find_ids(text: str) -> Iterator[NamedId]:
    """Find the ids that a text names, in their order. Dates, as ``08 MAY 2008``, are none."""
    for found in _ID.finditer(text):
        read = read_reference_id(found[0])
        if read is not None and read.station not in MONTHS:
            yield NamedId(found.start(), found.end(), str(read))


def ids_in(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Give the ids that the blocks of a text name, each once."""
    texts = [block.text for block in blocks]
    kinds = "\n".join(texts).encode("utf-8", "replace").translate(_KINDS)
    if b"00AA" not in kinds and b"00 AA" not in kinds:
        return ()  # as most
    return tuple(dict.fromkeys(named.id for text in texts for named in find_ids(text)))
