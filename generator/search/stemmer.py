"""lunr.py's Porter stemmer, brought into line with the one in lunr.js.

The index is made here and read there, so both must make the same term of a word. lunr.py says itself that they
differ: ``try`` stays as it is in Python and becomes ``tri`` in JavaScript, ``lay`` the other way round. What differs is
overridden here; a test compares the two on every word of the sample and on generated ones, in a browser.
"""

from __future__ import annotations

from lunr.stemmer import PorterStemmer

_VOWELS = "aeiou"
_TOO_SHORT_FOR_A_SUFFIX = {"eed": "e", "eeds": "e", "ies": "ie"}
"""lunr.js wants a letter before these suffixes, and finds a shorter one instead."""


class _LunrJsStemmer(PorterStemmer):  # type: ignore[misc]  # lunr.py is not typed
    b: str  # the word
    k: int  # the index of its last letter

    def step1c(self) -> None:
        """Turn a final y into i after a consonant that is not the first letter: ``cry``, ``cri``; ``by``, ``by``."""
        if self.b[self.k] == "y" and self.k > 1 and self.b[self.k - 1] not in _VOWELS:
            self.b = f"{self.b[: self.k]}i{self.b[self.k + 1 :]}"

    def doublec(self, j: int) -> bool:
        """Tell whether a double consonant ends at ``j``; two y are none."""
        return self.b[j] != "y" and bool(super().doublec(j))


_stemmer = _LunrJsStemmer()
_LAST_LETTERS = frozenset("cdegilmnrstuy")
"""Those in which the suffixes of all steps end; a word with another last letter is its own stem."""


def stem(word: str) -> str:
    """Give the stem of a lower-case word, as lunr.js 2.3.9 does."""
    if word[-1] not in _LAST_LETTERS:
        return word
    exception = _TOO_SHORT_FOR_A_SUFFIX.get(word)
    return exception if exception is not None else str(_stemmer.stem(word))
