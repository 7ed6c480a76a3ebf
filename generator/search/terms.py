"""Terms: what text becomes in the index. The browser does the same to a query (``browser/terms.js``).

Text is folded and cut into tokens. Then each token is trimmed of what is no letter or digit and goes through lunr.py's
stop words and Porter stemmer: once for every distinct token that a process meets, as there are few of them.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import cache

from lunr.stop_word_filter import WORDS as STOP_WORDS

from generator.search.stemmer import stem

_APOSTROPHES = "'’‘ʼ`´"
_BREAKS = "-‐‑‒–—/\\_"
_TO_TOKENS = str.maketrans(_BREAKS, " " * len(_BREAKS), _APOSTROPHES)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_EDGES = re.compile(r"^\W+|\W+$")


def fold(text: str) -> str:
    """Fold what readers do not tell apart: case, accents, apostrophes. Hyphens and slashes become spaces."""
    folded = text.lower()
    if not folded.isascii():
        folded = _NOT_ASCII.sub(lambda run: _without_accents(run[0]), folded)
    return folded.translate(_TO_TOKENS)


def split_tokens(text: str) -> list[str]:
    """Cut a text into tokens: what white space parts once it is folded. `term_of` makes terms of them."""
    return fold(text).split()


def form_of(token: str) -> str:
    """Give the word that a token is, without what stands around it; empty if it has no letter or digit."""
    return token if token.isalnum() else _EDGES.sub("", token)  # most are: the pattern takes ten times as long


def term_of(token: str) -> str:
    """Make the term of a token; empty for stop words and for what has no letter or digit."""
    form = form_of(token)
    return "" if not form or form in STOP_WORDS else stem(form)


class Forms(dict[str, int]):
    """The number of the form of every token that a process has seen: the stemmer is asked once for each.

    A form is a word as it is written, folded: forms have terms, several of them the same one. Form 0 is no word.

    Attributes:
        forms: by number.
        term_of: the number of each form's term.
        terms: by number; 0 is what is no term, but may be a stop word.
    """

    def __init__(self) -> None:
        self[""] = 0
        self.forms = [""]
        self.term_of = array("I", [0])
        self.terms = [""]
        self._terms = {"": 0}

    def __missing__(self, token: str) -> int:
        form = form_of(token)
        number = self.get(form)  # a form is a token as well: that of itself
        if number is None:
            number = self[form] = len(self.forms)
            self.forms.append(form)
            self.term_of.append(self._number_term(term_of(form)))
        self[token] = number
        return number

    def number_of(self, form: str) -> int:
        """Give the number of a form; 0 if it was not seen."""
        return self.get(form, 0)

    def _number_term(self, term: str) -> int:
        number = self._terms.setdefault(term, len(self.terms))
        if number == len(self.terms):
            self.terms.append(term)
        return number

    def forget(self) -> None:
        """Forget all tokens, forms and terms, and give their memory back."""
        self.clear()
        self.__init__()  # type: ignore[misc]


@cache
def _without_accents(run: str) -> str:
    """Take the marks off letters; ``run`` is some neighbouring characters beyond ASCII."""
    decomposed = unicodedata.normalize("NFKD", run)
    return "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))
