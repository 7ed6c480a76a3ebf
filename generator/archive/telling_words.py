"""Which words may tell what a cable is about: those of its subject, its TAGS, and the names and acronyms in its text.

They are chosen by the cable alone, so that workers do it while they parse, and an edit changes no other cable's. Which
of them tell something indeed hangs on how many cables have them: `generator.archive.telling`.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections import Counter
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from generator.cable import BlockKind, Cable

Words = npt.NDArray[np.int64]
"""The numbers of words: each is below 2**39, and odd for a TAG."""

_SUBJECT_WORD = re.compile(r"\d+|\w{4,}")
_CAPITAL = "[A-ZÀ-ÖØ-ÞČĐĞİŁŞŠŽ]"
_WITHIN_SENTENCE = r"(?:(?<=[a-z0-9,;)] .)|(?<=(?:Mr|Ms|Dr)\. .))"
# The capital first: only from there on it looks back, which is three times as fast as looking everywhere.
_NAME = re.compile(rf"{_CAPITAL}(?:{_WITHIN_SENTENCE}\w{{2,}}|{_CAPITAL}{{2,}}\b)(?: {_CAPITAL}\w{{2,}})*")
"""Words with a capital that no sentence begins with, one after another, and acronyms of three letters or more."""
_LONG_WORD = re.compile(r"\w{6,}")
_LONGEST_SUBJECT = 1_000
_READ = 2_000
"""So many letters of a text are looked at: what it is about, it says at the beginning."""
_MOST_OF_TEXT = 12
WORD_BYTES = 8
"""So long is a packed word."""
_BITS_OF_HASH = 38
_HASH_BYTES = 5
_SAY_NOTHING = frozenset(
    "ABOUT AFTER AGAIN AND ARE BEFORE BEING BETWEEN BUT DURING FOR FROM HAVE INTO MORE NOT OVER THAN THAT THE THEIR"
    " THERE THESE THEY THIS THOSE UNDER UPON WERE WHAT WHEN WHERE WHICH WHILE WILL WITH WITHOUT WOULD"
    " JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER"
    " MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY"
    " AFFAIRS AMBASSADOR CHARGE DCM DEPARTMENT DEPUTY DIRECTOR ECONOFF EMBASSY EMBOFF EMBOFFS FOREIGN GENERAL"
    " GOVERNMENT MFA MINISTER MINISTRY MISSION POLOFF POST PRESIDENT PRIME SECRETARY STATE STATES UNITED USG WASHINGTON"
    " ACTION BACKGROUND COMMENT CONFIDENTIAL EXDIS MESSAGE NODIS NOFORN PARA PARAGRAPH PARAS REF REFTEL REFTELS REQUEST"
    " SECRET SEPTEL SIPDIS SUMMARY TAGS UNCLASSIFIED".split()
)
"""What any telegram may have."""


def pack_words(cable: Cable) -> bytes:
    """Give the numbers of the words that may tell what a cable is about, each once, for the archive to keep."""
    words = {_number_of(word) << 1 for word in words_of(cable)}
    words.update(_number_of(tag.code) << 1 | 1 for tag in cable.tags)
    return struct.pack(f"<{len(words)}q", *sorted(words))


def unpack_words(packed: bytes | bytearray) -> Words:
    """Give the numbers of words that `pack_words` packed; several of its results may stand one behind another."""
    return np.frombuffer(packed, "<i8")


def words_of(cable: Cable) -> set[str]:
    """Give the words of a cable's subject and text that may tell what it is about, in capitals.

    Of the subject these are numbers, and words of four letters and more; of the text, the names and acronyms that are
    said most often, the earlier first. What is written in capitals throughout shows no names: there, long words that
    are said again stand for them.
    """
    words = set(_SUBJECT_WORD.findall(cable.subject[:_LONGEST_SUBJECT].upper())) - _SAY_NOTHING
    blocks = [block.text for block in cable.body if block.kind is not BlockKind.HEADING]
    said = _count_names("\n".join(blocks)[:_READ])
    words.update([word for word, _ in said.most_common() if word not in _SAY_NOTHING][:_MOST_OF_TEXT])
    return words


def _count_names(text: str) -> Counter[str]:
    """Count how often each name is said in a text; in one that is in capitals, the long words that are said again."""
    if text.count("E") > text.count("e"):  # the most frequent letter of most languages that are sent by telegram
        said = Counter(_LONG_WORD.findall(text.upper()))
        return Counter({word: count for word, count in said.items() if count > 1})
    # Of several words the last, so that Port Louis counts once, and a person as when there is only the surname.
    return Counter([name.rpartition(" ")[2].upper() for name in _NAME.findall(text)])


@lru_cache(maxsize=50_000)
def _number_of(word: str) -> int:
    """Give a word's number: the same everywhere. Where two words have the same one, they count as one word."""
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES).digest()
    return int.from_bytes(digest) >> (_HASH_BYTES * 8 - _BITS_OF_HASH)
