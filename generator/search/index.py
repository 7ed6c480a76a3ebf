"""The index: for every term, in which cables and fields it is and how often.

It holds frequencies and not Lunr's weights: a weight hangs on the whole collection, so the browser works it out.
Cables are numbered by date. Workers index ranges of cables; `SearchIndex` puts the parts
together in the order of the ranges.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.archive import Archive
from generator.cable import Cable
from generator.search.terms import TERMS, count_tokens

FIELDS = ("id", "subject", "tags", "sender", "signer", "body")
BOOSTS = {"id": 10, "subject": 5, "tags": 2, "sender": 2, "signer": 2, "body": 1}
"""How much a hit in each field counts."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_SHORT = [high.lstrip("0") + low for high in _DIGITS for low in _DIGITS]
"""The numbers below 36², which most steps are, as `base36` writes them."""


class Postings(NamedTuple):
    """One term in one field of a range of cables.

    Attributes:
        first: the ordinal of the first cable that has it.
        last: that of the last one.
        steps: what follows the first ordinal in the browser's notation, see `encode_postings`.
    """

    first: int
    last: int
    steps: str


@dataclass(frozen=True, slots=True)
class IndexPart:
    """The index of a range of cables.

    Attributes:
        lengths: for each field, the number of terms in each cable, in the order of the cables.
        postings: for each field, the postings of each of its terms.
    """

    lengths: list[list[int]]
    postings: list[dict[str, Postings]]

    @property
    def cables(self) -> int:
        """How many cables the range has."""
        return len(self.lengths[0])


@dataclass(slots=True)
class _Growing:
    """Postings while parts are merged."""

    last: int
    pieces: list[str]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of all cables; its terms are in no order."""

    lengths: list[list[int]] = field(default_factory=lambda: [[] for _ in FIELDS])
    postings: dict[str, list[_Growing | None]] = field(default_factory=dict)

    def add(self, part: IndexPart) -> None:
        """Add the index of the range of cables that follows those added so far."""
        for lengths, more in zip(self.lengths, part.lengths, strict=True):
            lengths.extend(more)
        for number, postings in enumerate(part.postings):
            for term, (first, last, steps) in postings.items():
                fields = self.postings.setdefault(term, [None] * len(FIELDS))
                growing = fields[number]
                if growing is None:
                    fields[number] = _Growing(last, [base36(first) + steps])
                else:
                    growing.pieces.append(base36(first - growing.last) + steps)
                    growing.last = last


def index_cables(archive: Archive, start: int, stop: int) -> IndexPart:
    """Index the cables of ordinals from ``start`` to below ``stop``."""
    lengths: list[list[int]] = [[] for _ in FIELDS]
    occurrences: list[dict[str, list[int]]] = [{} for _ in FIELDS]
    for ordinal, cable in enumerate(archive.records(start, stop), start):
        for known, field_lengths, text in zip(occurrences, lengths, _texts(cable), strict=True):
            field_lengths.append(_count_terms(known, text, ordinal))
    return IndexPart(lengths, [{term: _postings(found) for term, found in known.items()} for known in occurrences])


def encode_postings(fields: Sequence[_Growing | None]) -> str:
    """Write a term's postings as the browser reads them.

    Those of each field stand in the order of `FIELDS`, with ``|`` in between. Each is a list of steps from cable to
    cable in base 36, with ``*`` and a frequency where that is not 1: ``4,1*3`` is once in cable 4, three times in
    cable 5.
    """
    return "|".join(",".join(growing.pieces) if growing else "" for growing in fields).rstrip("|")


def base36(number: int) -> str:
    """Write a number from 0 up as JavaScript's ``toString(36)`` does."""
    digits = ""
    while number >= len(_SHORT):
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return _SHORT[number] + digits


def _count_terms(known: dict[str, list[int]], text: str, ordinal: int) -> int:
    """Note in ``known`` how often each term comes in a cable's text; give how many terms there are."""
    length = 0
    for token, count in count_tokens(text).items():
        term = TERMS[token]
        if not term:
            continue
        length += count
        occurrences = known.get(term)
        if occurrences is None:
            known[term] = [ordinal, count]
        elif occurrences[-2] == ordinal:  # two tokens, one term: 'buoy' and 'buoys'
            occurrences[-1] += count
        else:
            occurrences += (ordinal, count)
    return length


def _postings(occurrences: Sequence[int]) -> Postings:
    """Write one term's ordinals and counts, which alternate."""
    before = first = occurrences[0]
    steps = [f"*{occurrences[1]}" if occurrences[1] > 1 else ""]
    for position in range(2, len(occurrences), 2):
        ordinal, count = occurrences[position], occurrences[position + 1]
        step = base36(ordinal - before)
        steps.append(f"{step}*{count}" if count > 1 else step)
        before = ordinal
    return Postings(first, before, ",".join(steps))


def _texts(cable: Cable) -> tuple[str, ...]:
    """Give the text of each of `FIELDS`."""
    return (
        cable.id,
        cable.subject,
        " ".join(tag.code for tag in cable.tags),
        f"{cable.sender} {cable.sender_name}",
        cable.signer,
        "\n".join(block.text for block in cable.body),
    )
