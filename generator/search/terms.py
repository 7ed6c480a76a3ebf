"""Terms: what text becomes in the index. The browser does the same to a query (``browser/terms.js``).

First text is folded and cut into tokens; then each token goes through lunr.py's own pipeline (trimmer, stop words,
Porter stemmer), once for every distinct token that a process ever sees.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from lunr.stop_word_filter import WORDS as STOP_WORDS

from generator.search.stemmer import stem

_APOSTROPHES = re.compile("['’‘ʼ`´]")
_TOKEN = re.compile(r"[^\s\-‐‑‒–—/\\_]+")
_EDGES = re.compile(r"^\W+|\W+$")


def fold(text: str) -> str:
    """Fold what readers do not tell apart: case, accents, apostrophes."""
    folded = text.lower()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))
    return _APOSTROPHES.sub("", folded)


def count_terms(text: str) -> dict[str, int]:
    """Count a text's terms: how often each comes, stop words left out."""
    terms: dict[str, int] = {}
    for token, count in Counter(_TOKEN.findall(fold(text))).items():
        if term := _term(token):
            terms[term] = terms.get(term, 0) + count
    return terms


@cache
def _term(token: str) -> str:
    trimmed = _EDGES.sub("", token)
    return "" if trimmed in STOP_WORDS else stem(trimmed)
