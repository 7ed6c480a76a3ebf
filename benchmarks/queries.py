"""Queries for the bench of the search: rare, middling and very common words of the cables themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
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

KINDS: Final = {"rare": "once", "middling": "in 1% to 10%", "very common": "in half or more"}
"""The kinds of words, and how often the sampled cables have them."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, and of which kind its words are."""

    kind: str
    words: str


def choose_queries(cables: Path, count: int = QUERIES, seed: int = 1) -> list[Query]:
    """Choose queries out of a sample of the cables in a folder: as many of each kind, none of them twice.

    One half are one word, the other two. Returns:
        The queries, of all kinds mixed; fewer than `count` where the cables have too few words of a kind.
    """
    choice = Random(seed)
    texts = sorted(cables.rglob("*.txt"))
    sample = choice.sample(texts, min(SAMPLE, len(texts)))
    having: Counter[str] = Counter()
    for path in sample:
        having.update({token for token in split_tokens(path.read_text(encoding="utf-8")) if _is_plain(token)})
    words: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for word, cables_with_it in sorted(having.items()):
        if kind := _kind_of(cables_with_it, len(sample)):
            words[kind].append(word)
    queries = []
    for number, (kind, some) in enumerate(words.items()):
        share = (count + len(KINDS) - 1 - number) // len(KINDS)
        queries += [Query(kind, text) for text in _draw(choice, some, share)]
    choice.shuffle(queries)
    return queries


def _is_plain(token: str) -> bool:
    # A word that the stemmer would change may stand for more cables than have it, and each engine has its own stemmer;
    # about numbers, too, they differ.
    return len(token) >= _FEWEST_LETTERS and token.isascii() and token.isalpha() and term_of(token) == token


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
