"""Words of a TAGS part: which of them are codes, which are several codes glued together, and which are prose.

A code that the vocabulary does not know is a TAG all the same, since programmes came and went; so what tells a code
from a word is its form, its neighbours, and whether it is among the known ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.vocabulary import CAPTIONS, TAG_CODES

CODE = re.compile(r"[A-Z][A-Z0-9&]{0,24}(?:[/-][A-Z0-9]{1,12}){0,3}\Z")
"""The form of a code: ``PREL``, ``UNGA/C-6``, ``ZANU-PF``."""
WORD = re.compile(r"[^\s,;()]+")
NOTHING = frozenset({"N/A", "NA", "NONE", "NIL", "AND", "OR", "&", "", "TAGS", "TAG", "TERMS"})
"""What stands for no TAG, or between two."""
_CAPTION_WORDS = frozenset(caption for caption in CAPTIONS if " " not in caption and caption not in TAG_CODES)
_CAPTION_PHRASES = re.compile(
    r"\b(?:"
    + "|".join(re.escape(caption) for caption in sorted(CAPTIONS, key=len, reverse=True) if " " in caption)
    + r")\b"
)
_PROSE = frozenset("THE OF FOR WITH FROM A AN ON THAT THIS ITS WAS WERE HAS HIS".split())
"""Words of a sentence that are no TAGS themselves."""
_PHRASE = "COUNTRY CLEARANCE"
"""The one TAG of two words that many telegrams have."""
_PROGRAM = re.compile(r"K[A-Z]{3}\Z")
_UNKNOWN_PIECE = re.compile(r"[A-Z]{3,5}\Z")
_EDGES = ".:#*\"'’‘“”[]<>|_=`~!?-/\\{}"
_STRONG = 3
_SHORTEST_GLUED = 5
_LONGEST_GLUED = 60
_LEAST_OF_A_PHRASE = 5
_SHORT_LINE = 40
_PLACE = 2
_LONGEST_UNKNOWN = 6


def plain(word: str) -> str:
    """Give a word without the marks at its ends."""
    return word.strip(_EDGES)


def is_caption(word: str) -> bool:
    """Tell whether a word is a handling caption."""
    return word in _CAPTION_WORDS


def without_captions(text: str) -> str:
    """Leave out the captions of several words: ``ROGER CHANNEL``."""
    return _CAPTION_PHRASES.sub(" ", text)


def is_known(word: str) -> bool:
    """Tell whether a word is a known code, or narrows one behind a slash (``UNGA/C-6``)."""
    return word in TAG_CODES or ("/" in word and word.partition("/")[0] in TAG_CODES)


@lru_cache(maxsize=8192)
def codes_in(word: str) -> tuple[str, ...]:
    """Give the known codes that a word is made of; empty if it is not made of known ones only.

    ``PREL`` is one; ``PREL/PGOV`` and ``PREL.PGOV`` are two; ``ETRDEINVECINPGOVCS`` is five.
    """
    if word in TAG_CODES:
        return (word,)
    pieces = [piece for piece in re.split(r"[/.+:]|-(?=[A-Z]{4}|[A-Z]{2}\b)", word) if piece]
    if len(pieces) > 1:
        codes = tuple(code for piece in pieces for code in codes_in(piece))
        if all(codes_in(piece) for piece in pieces) and max(map(len, codes)) > _PLACE:
            return codes
        if "/" in word and _are_several(pieces):
            return tuple(code for piece in pieces for code in codes_in(piece) or (piece,))
        return (word,) if is_known(word) else ()
    return _unglue(word) if _SHORTEST_GLUED < len(word) <= _LONGEST_GLUED and word.isalpha() else ()


def _are_several(pieces: Sequence[str]) -> bool:
    """Tell TAGS of which one is not known (``PREL/PGOV/KXQZ/FR``) from one that another word narrows (``UNGA/C-6``)."""
    unknown = [piece for piece in pieces if not codes_in(piece)]
    known = len(pieces) - len(unknown)
    if len(unknown) != 1 or not any(len(piece) > _PLACE and codes_in(piece) for piece in pieces):
        return False
    return _PROGRAM.match(unknown[0]) is not None or (known > 1 and _UNKNOWN_PIECE.match(unknown[0]) is not None)


def _unglue(word: str) -> tuple[str, ...]:
    """Split a word that known codes cover exactly, in one best way; empty if none does, or two do equally well.

    The fewest codes are the best way. Two letters make a place, and any word holds some of these by chance; so there
    must be a longer code for each of them.
    """
    best: list[tuple[int, int, tuple[str, ...]] | None] = [(0, 1, ())] + [None] * len(word)  # length, ways, codes
    for end in range(_PLACE, len(word) + 1):
        for size in range(_PLACE, min(end, 8) + 1):
            before = best[end - size]
            code = word[end - size : end]
            if before is None or code not in TAG_CODES:
                continue
            length, so_far = before[0] + 1, best[end]
            if so_far is None or length < so_far[0]:
                best[end] = (length, before[1], (*before[2], code))
            elif length == so_far[0]:
                best[end] = (length, so_far[1] + before[1], so_far[2])
    found = best[len(word)]
    if found is None or found[1] > 1:
        return ()
    places = sum(len(code) == _PLACE for code in found[2])
    return found[2] if 0 < len(found[2]) - places >= places else ()


def is_phrase_word(word: str) -> bool:
    """Tell whether an unknown word is rather one of several (``COUNTRY CLEARANCE``) than a code."""
    return len(word) >= _LEAST_OF_A_PHRASE and word.isalpha() and any(vowel in word for vowel in "AEIOU")


def prose_from(words: Sequence[str]) -> int:
    """Tell from which word on a line of TAGS is a sentence; the number of words if it is none.

    A word that only sentences hold shows it, with another that is no code; the sentence begins behind the last code
    of more than two letters.
    """
    marks = [index for index, word in enumerate(words) if word in _PROSE]
    if not marks:
        return len(words)
    start = marks[0]
    while start and not (len(words[start - 1]) >= _STRONG and codes_in(words[start - 1])):
        start -= 1
    # A place right behind the last longer code is a TAG of its own: PREL MT THE LIGHTHOUSE IS FICTIONAL.
    while start < marks[0] and len(words[start]) == _PLACE and words[start] in TAG_CODES:
        start += 1
    others = any(word not in _PROSE and not codes_in(word) for word in words[start:])
    return start if others else len(words)


def is_line_of_tags(text: str, *, after_comma: bool = False, only_known: bool = False) -> bool:
    """Tell whether an unlabelled line can be the next line of TAGS.

    Args:
        text: the line.
        after_comma: the line before ends with a comma, so that more must follow.
        only_known: nothing but known codes will do, since a blank line stands above.
    """
    look = _is_short_line_of_tags if len(text) <= _SHORT_LINE else _is_line_of_tags
    return look(text, after_comma, only_known)


def _is_line_of_tags(text: str, after_comma: bool, only_known: bool) -> bool:
    words = [
        plain(word)
        for word in WORD.findall(re.sub(r"\([^()]{0,200}\)?|\]\([^()]{0,200}\)", " ", without_captions(text.upper())))
    ]
    words = [word for word in words if word not in NOTHING and not is_caption(word)]
    if not words:
        return "(" in text and not only_known
    if prose_from(words) < len(words):
        return False
    if _PHRASE in " ".join(words):
        others = " ".join(words).replace(_PHRASE, "").split()
        words = others if others and all(map(codes_in, others)) else words
    known = sum(bool(codes_in(word)) for word in words)
    if known == len(words):
        return _has_upper(text) or after_comma
    if only_known or text.rstrip().endswith((".", ":")):
        return False
    listed = text.count(",") + text.count(";") + 1 >= len(words)
    if not all(CODE.match(word) for word in words):  # a list with damage in it
        return listed and 2 * known >= len(words)
    short = all(len(word) <= _LONGEST_UNKNOWN or codes_in(word) for word in words)
    return 2 * known >= len(words) if not (listed or after_comma) else (known > 0 or short)


_is_short_line_of_tags = lru_cache(maxsize=1024)(_is_line_of_tags)
"""A damaged text may hold one line a hundred thousand times."""


def _has_upper(text: str) -> bool:
    """Tell a line such as ``MT, IT`` from the words 'as is' or 'so be it': TAGS in small letters are wholly so."""
    return any(character.isupper() for character in text) or len(text.split()) > _PLACE or "," in text
