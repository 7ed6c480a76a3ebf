"""What is known of all terms of a range: the lexicon, and the forms in which they occur.

The lexicon serves words with wildcards and misspelt ones (``browser/words.js``, ``suggesting.js``), the forms exact
phrases (``browser/phrases.js``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.record import Record
from generator.search.merged import Merged, begins_of
from generator.search.packing import PackedParts, join_streams, numbers_to_bytes, pack_parts
from generator.search.unpacking import bytes_to_numbers, split_streams


class Lexicon(Record, frozen=True):
    """All terms of a range.

    Attributes:
        terms: in their order.
        forms: of each term, by their letters.
        often: how often each of all these forms occurs.
        sizes: how many rows each term has, by the power of two.
    """

    terms: list[str]
    forms: list[list[str]]
    often: npt.NDArray[np.uint32]
    sizes: npt.NDArray[np.uint8]


def lexicon_of(merged: Merged) -> Lexicon:
    """Give the lexicon of a range."""
    rows = np.bincount(merged.rows.term, minlength=len(merged.rows.terms))
    return Lexicon(merged.rows.terms, merged.forms, merged.often, sizes_of(rows))


def join_lexicons(lexicons: Sequence[Lexicon]) -> Lexicon:
    """Put the lexicons of parts of a range together."""
    return Lexicon(
        [term for each in lexicons for term in each.terms],
        [forms for each in lexicons for forms in each.forms],
        np.concatenate([each.often for each in lexicons]),
        np.concatenate([each.sizes for each in lexicons]),
    )


def sizes_of(rows: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """Give the power of two of how many rows a term has."""
    return np.log2(rows).astype(np.uint8)


def encode_terms(lexicon: Lexicon) -> bytes:
    """Write the terms, with what to suggest of them to a reader whose word is not found.

    That is the most frequent form of each, where it is another word, and how many rows the term has.
    """
    terms, forms = ("\n".join(some).encode() for some in (lexicon.terms, _most_frequent(lexicon)))
    return join_streams([terms, forms, lexicon.sizes.tobytes()])


def encode_forms(lexicon: Lexicon) -> bytes:
    """Write the forms, a line for each term, and how often each occurs."""
    lines = "\n".join(" ".join(forms) for forms in lexicon.forms).encode()
    return join_streams([lines, numbers_to_bytes(lexicon.often)])


def pack_lexicon(lexicon: Lexicon, name: str) -> tuple[PackedParts, PackedParts]:
    """Pack the terms of a range, and their forms."""
    return pack_parts(f"l/{name}", encode_terms(lexicon)), pack_parts(f"f/{name}", encode_forms(lexicon))


def decode_lexicon(terms: bytes, forms: bytes) -> Lexicon:
    """Read what `encode_terms` and `encode_forms` wrote."""
    words, _, sizes = split_streams(terms, 3)
    lines, often = split_streams(forms, 2)
    return Lexicon(
        words.decode().split("\n"),
        [line.split(" ") for line in lines.decode().split("\n")],
        bytes_to_numbers(often),
        np.frombuffer(sizes, dtype=np.uint8),
    )


def _most_frequent(lexicon: Lexicon) -> list[str]:
    """Give the form that each term mostly has, of several the first by its letters; nothing where it is the term."""
    sizes = np.array([len(forms) for forms in lexicon.forms], dtype=np.int64)
    begins = begins_of(sizes)
    most = np.repeat(np.maximum.reduceat(lexicon.often, begins), sizes) if len(begins) else lexicon.often
    at = np.flatnonzero(lexicon.often == most)
    first = at[np.searchsorted(at, begins)] - begins
    pairs = zip(lexicon.terms, lexicon.forms, first.tolist(), strict=True)
    return ["" if forms[place] == term else forms[place] for term, forms, place in pairs]
