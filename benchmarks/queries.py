"""Queries for the bench of the search: rare, middling and very common words of the cables themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Final

from generator.search.terms import split_tokens, term_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

QUERIES: Final = 200
SAMPLE: Final = 2_000
_FEWEST_LETTERS: Final = 3

KINDS: Final = {"rare": "one", "middling": "1% to 10%", "very common": "half or more"}
"""The kinds of words, and how many of the sampled cables have them."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, and of which kind its words are."""

    kind: str
    words: str


def choose_queries(cables: Path, count: int = QUERIES, seed: int = 1) -> list[Query]:
    """Choose queries out of a sample of the cables in a folder: as many of each kind, none of them twice.

    One half are one word, the other two.

    Returns:
        The queries, of all kinds mixed; fewer than `count` where the cables have too few words of a kind.
    """
    choice = Random(seed)
    texts = sorted(cables.rglob("*.txt"))
    sample = choice.sample(texts, min(SAMPLE, len(texts)))
    term = cache(term_of)
    having: Counter[str] = Counter()
    plain: set[str] = set()
    for path in sample:
        tokens = set(split_tokens(path.read_text(encoding="utf-8")))
        having.update(set(map(term, tokens)))
        plain |= {token for token in tokens if _is_plain(token) and term(token) == token}
    words: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for word in sorted(plain):
        if kind := _kind_of(having[word], len(sample)):
            words[kind].append(word)
    queries = []
    for number, (kind, some) in enumerate(words.items()):
        share = (count + len(KINDS) - 1 - number) // len(KINDS)
        queries += [Query(kind, text) for text in _draw(choice, some, share)]
    choice.shuffle(queries)
    return queries


def _is_plain(token: str) -> bool:
    # Engines differ about numbers and signs, and about words that a stemmer changes.
    return len(token) >= _FEWEST_LETTERS and token.isascii() and token.isalpha()


def _kind_of(cables: int, sampled: int) -> str:
    if cables == 1:
        return "rare"
    if sampled <= 100 * cables <= 10 * sampled:
        return "middling"
    return "very common" if 2 * cables >= sampled else ""


def _draw(choice: Random, words: Sequence[str], count: int) -> list[str]:
    mixed = choice.sample(words, len(words))
    pairs = [f"{one} {other}" for one, other in pairwise(reversed(mixed))]
    return [*mixed[: (count + 1) // 2], *pairs[: count // 2]]
