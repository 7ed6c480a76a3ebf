"""What is known of all terms of a range: the lexicon, and the forms in which they occur.

The lexicon serves words with wildcards and misspelt ones (``browser/words.js``, ``suggesting.js``), the forms exact
phrases (``browser/phrases.js``).
"""

from __future__ import annotations

import numpy as np

from generator.search.merged import Merged
from generator.search.packing import PackedParts, join_streams, numbers_to_bytes, pack_parts


def pack_lexicon(merged: Merged, name: str) -> PackedParts:
    """Pack all terms of a range.

    With each goes its most frequent form, where that is another word, and how many rows it has, by the power of two:
    what to suggest to a reader whose word is not found.
    """
    rows = np.bincount(merged.term, minlength=len(merged.terms))
    return pack_parts(
        f"l/{name}",
        join_streams(
            [
                "\n".join(merged.terms).encode(),
                "\n".join(_most_frequent(merged)).encode(),
                np.log2(rows).astype(np.uint8).tobytes(),
            ]
        ),
    )


def pack_forms(merged: Merged, name: str) -> PackedParts:
    """Pack the forms of all terms of a range, a line for each term, and how often each form occurs."""
    lines = "\n".join(" ".join(forms) for forms in merged.forms).encode()
    return pack_parts(f"f/{name}", join_streams([lines, numbers_to_bytes(merged.often)]))


def _most_frequent(merged: Merged) -> list[str]:
    """Give the form that each term mostly has, of several the first by its letters; nothing where it is the term."""
    often, found, at = merged.often.tolist(), [], 0
    for term, forms in zip(merged.terms, merged.forms, strict=True):
        counts = often[at : at + len(forms)]
        form = forms[counts.index(max(counts))]
        found.append("" if form == term else form)
        at += len(forms)
    return found
