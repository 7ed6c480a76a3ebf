"""The index: for every term, in which cables and fields it is and how often.

It holds frequencies and not Lunr's weights: a weight hangs on the whole collection, so the browser works it out.
Cables are numbered by date. Workers index ranges of cables; `SearchIndex` puts the parts
together in the order of the ranges.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.archive import Archive, CableText
from generator.search.terms import TERMS, split_tokens

FIELDS = ("id", "subject", "tags", "sender", "signer", "body")
BOOSTS = {"id": 10, "subject": 5, "tags": 2, "sender": 2, "signer": 2, "body": 1}
"""How much a hit in each field counts."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_SHORT = [high.lstrip("0") + low for high in _DIGITS for low in _DIGITS]
"""The numbers below 36², which most steps are, as `base36` writes them."""
_MOST_IN_SHORT = len(_SHORT)
_FEW = 4
"""Of so few tokens as most fields have, a `Counter` takes longer to make than to use."""


class FieldPart(NamedTuple):
    """One field in the index of a range of cables: its terms, and what is known of each at the same place.

    Attributes:
        terms: in no order.
        first: the ordinals of the first cable that has the term.
        last: those of the last one.
        steps: what follows the first ordinal in the browser's notation, see `encode_postings`.
    """

    terms: list[str]
    first: list[int]
    last: list[int]
    steps: list[str]


@dataclass(frozen=True, slots=True)
class IndexPart:
    """The index of a range of cables.

    Attributes:
        lengths: for each field, the number of terms in each cable, in the order of the cables.
        fields: in the order of `FIELDS`.
    """

    lengths: list[list[int]]
    fields: list[FieldPart]

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
        for number, field_part in enumerate(part.fields):
            for term, first, last, steps in zip(*field_part, strict=True):
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
    occurrences: list[defaultdict[str, list[int]]] = [defaultdict(list) for _ in FIELDS]
    for ordinal, cable in enumerate(archive.texts(start, stop), start):
        for known, field_lengths, text in zip(occurrences, lengths, _texts(cable), strict=True):
            field_lengths.append(_note_terms(known, text, ordinal))
    return IndexPart(lengths, [_field_part(known) for known in occurrences])


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
    while number >= _MOST_IN_SHORT:
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return _SHORT[number] + digits


def _note_terms(known: defaultdict[str, list[int]], text: str, ordinal: int) -> int:
    """Note how often each term comes in a cable's text; give how many terms there are.

    Args:
        known: for each term the ordinals of cables that have it, each with a count behind it. A cable comes as often as
            it has tokens that are the term (``buoy`` and ``buoys``). What is no term is left out.
        text: of one field.
        ordinal: the cable's, higher than all before.
    """
    tokens = split_tokens(text)
    counts = Counter(tokens) if len(tokens) > _FEW else {token: tokens.count(token) for token in tokens}
    no_terms = 0
    for term, count in zip(map(TERMS.__getitem__, counts), counts.values(), strict=True):
        if term:
            found = known[term]
            found.append(ordinal)
            found.append(count)
        else:
            no_terms += count
    return len(tokens) - no_terms


def _field_part(known: dict[str, list[int]]) -> FieldPart:
    postings = [_write_postings(found) for found in known.values()]
    return FieldPart(list(known), [p[0] for p in postings], [p[1] for p in postings], [p[2] for p in postings])


def _write_postings(found: list[int]) -> tuple[int, int, str]:
    """Write where one term is, as `_note_terms` notes it: the first ordinal, the last one, and the steps between."""
    steps: list[str] = []
    first = before = found[0]
    step, in_cable = "", 0
    each = iter(found)
    for ordinal, count in zip(each, each, strict=True):
        if ordinal == before:
            in_cable += count
            continue
        steps.append(f"{step}*{in_cable}" if in_cable > 1 else step)
        distance = ordinal - before
        step = _SHORT[distance] if distance < _MOST_IN_SHORT else base36(distance)
        before, in_cable = ordinal, count
    steps.append(f"{step}*{in_cable}" if in_cable > 1 else step)
    return first, before, ",".join(steps)


def _texts(cable: CableText) -> tuple[str, ...]:
    """Give the text of each of `FIELDS`."""
    return (
        cable.id,
        cable.subject,
        " ".join(tag.code for tag in cable.tags),
        f"{cable.sender} {cable.sender_name}",
        cable.signer,
        "\n".join(block.text for block in cable.body),
    )
