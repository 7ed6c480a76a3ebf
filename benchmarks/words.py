"""The language of the made-up cables: which words there are, and how often each one comes.

A search index costs what its vocabulary costs, so text drawn evenly from a small list would
flatter every generator. Here the thousand commonest words follow Zipf's law (ordinary English
first, then invented words), the rarer ones thin out as the square of their rank without ever
ending, and numbers and names are mixed in. So the vocabulary grows with the square root of the
text, as that of real collections does (Heaps' law).

This module knows nothing of telegrams: it gives words, phrases and sentences. Chance is drawn
only through `random.Random.random` and `getrandbits`, and no logarithm or power is taken, so
that every Python on every machine prints the same bytes.
"""

from __future__ import annotations

import struct
from bisect import bisect
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

T = TypeVar("T")

ENGLISH: Final = tuple(
    """
the of to and in a that for on with is was as by be are it from at this he his not will have an
has their which would they had or were said its we but been our all more than who also other
no if new one should could into can any about there such while after between over only these
some when through two both him may most under during he she them those what how many even same
further since however against because before where then out up so her own well each made make
first last next three four five several few less much very still already again often now

government minister ministry president ambassador embassy mission official officials meeting
political economic security international national foreign policy support issue issues country
countries agreement negotiations talks delegation department defense military trade market
energy border region regional cooperation development assistance program programs process
public private sector law legal court parliament party parties election elections opposition
coalition candidate vote voters leader leaders leadership member members council committee
commission union organization rights human police forces army officer officers training
operations peace conflict agreement ceasefire treaty sanctions resolution draft text proposal
proposals position positions view views concern concerns interest interests effort efforts
question questions answer response request visit visitor trip consul consulate post posts
capital city province provincial district local central federal state states authority
authorities agency agencies bureau office director deputy secretary counselor attache adviser
advisor analyst contact contacts interlocutor interlocutors source sources press media
newspaper television editorial statement speech interview comment note summary action
background discussion conclusion recommendation report reports reporting paragraph cable septel
reftel bilateral multilateral strategic domestic internal external current former senior
recent possible likely unlikely important significant necessary available responsible
additional major minor general special common different difficult clear strong weak high low
good bad early late long short large small full open close key main final

year years month months week weeks day days date time period quarter january february march
april may june july august september october november december monday tuesday wednesday
thursday friday budget bank banks finance financial investment investors debt loan loans
tariff tariffs export exports import imports price prices growth rate rates percent million
billion dollars oil gas pipeline power water agriculture farmers grain health disease hospital
school schools university students refugee refugees camp migration visa visas passport airport
port ports ship ships aircraft flight customs smuggling trafficking narcotics corruption
investigation prosecutor judge trial prison detainee detainees terrorism terrorist attack
attacks bomb weapons missile nuclear reactor inspection inspectors safeguards proliferation
environment climate fisheries forest telecommunications internet computer satellite railway
road roads bridge construction company companies contract contracts tender license firm firms
industry industrial labor union unions strike wages employment unemployment poverty women
children family community communities church religious minority ethnic language culture museum

said noted added stated told asked argued explained emphasized stressed urged agreed opposed
supported suggested proposed expected believed claimed confirmed denied reported observed
acknowledged expressed requested received provided planned offered accepted rejected continued
began remained increased decreased improved signed met discussed considered announced
""".split()
)

_ONSETS: Final = tuple("b br d dr f g gr h j k kl l m n p pl r s st t tr v z".split())
_RHYMES: Final = tuple("a al an ar e el en er i il in ir o ol on or u ul un".split())
_SYLLABLES: Final = tuple(onset + rhyme for onset in _ONSETS for rhyme in _RHYMES)
_PAIRS: Final = len(_SYLLABLES) ** 2
_ENDINGS: Final = ("", "s", "ed", "ing", "al", "ity", "ment", "ist", "er", "ion", "an", "ive")

_RANKED: Final = 1024  # as many words follow Zipf's law; beyond them begins the long tail
_SLOTS: Final = 1 << 16  # a word is drawn by sixteen random bits
_UNRANKED_SLOTS: Final = 9_000  # how many of those mean: a rare word, a number or a name


def below(rng: Random, limit: int) -> int:
    """A whole number from 0 up to, not including, `limit`."""
    return int(rng.random() * limit)


class Ranking(Generic[T]):
    """Items from the commonest to the rarest, drawn by the law of Zipf and Mandelbrot."""

    def __init__(self, items: Sequence[T], shift: int) -> None:
        self.items = items
        # A greater shift makes the first few less dominant. Sums are taken one by one, because
        # sum() rounds differently from Python 3.12 on.
        self._bounds = list(accumulate(1 / (rank + shift) for rank in range(1, len(items) + 1)))

    def draw(self, rng: Random) -> T:
        """One of the items."""
        return self.items[self.draw_rank(rng)]

    def draw_rank(self, rng: Random) -> int:
        """The place of one of the items."""
        return bisect(self._bounds, rng.random() * self._bounds[-1], hi=len(self.items) - 1)

    def slots(self, count: int) -> list[T]:
        """Each item as often as its share of `count` says: drawing becomes one list access."""
        ends = [int(bound / self._bounds[-1] * count) for bound in self._bounds]
        starts = [0, *ends]
        spans = zip(self.items, starts, ends, strict=False)
        return [item for item, start, end in spans for _ in range(start, end)]


def _invent_stem(number: int) -> str:
    # A step that shares no factor with the number of pairs scatters neighbours over the alphabet:
    # an index that is split by the first letters must not find all common words in one part.
    further, number = divmod(number, _PAIRS)
    first, second = divmod(number * 7919 % _PAIRS, len(_SYLLABLES))
    third = _SYLLABLES[(further - 1) % len(_SYLLABLES)] if further else ""
    return _SYLLABLES[first] + _SYLLABLES[second] + third


def invent_word(rank: int) -> str:
    """The invented word of this rank; a dozen ranks in a row share their stem."""
    stem, ending = divmod(rank, len(_ENDINGS))
    return _invent_stem(stem) + _ENDINGS[ending]


def invent_name(number: int) -> str:
    """An invented surname or place name, such as Bundor; the same number, the same name."""
    return _invent_stem(number).capitalize()


def _ranked_words() -> list[str]:
    english = list(dict.fromkeys(ENGLISH))
    return english + [invent_word(rank) for rank in range(_RANKED - len(english))]


# An empty slot asks for an unranked word; the rest is Zipf's.
_TABLE: Final = [
    *Ranking(_ranked_words(), shift=2).slots(_SLOTS - _UNRANKED_SLOTS),
    *[""] * _UNRANKED_SLOTS,
]


def draw_words(rng: Random, count: int) -> list[str]:
    """So many words in the order of a text, without capitals or punctuation."""
    bits = rng.getrandbits(16 * count).to_bytes(2 * count, "little")
    return [_TABLE[slot] or _draw_unranked(rng) for slot in struct.unpack(f"<{count}H", bits)]


def _draw_unranked(rng: Random) -> str:
    bits = rng.getrandbits(64)
    choice, bits = bits & 7, bits >> 3
    if choice == 0:
        return _draw_number(bits)
    if choice == 1:
        return invent_name(_tail(bits, 64))
    return invent_word(_RANKED + _tail(bits, _RANKED))


def _tail(bits: int, first: int) -> int:
    """A number without an upper end: each octave is half as likely as the one before it."""
    octave = min(((bits + 1) & ~bits).bit_length() - 1, 20)  # the run of ones at the low end
    width = first << octave
    return width - first + (bits >> 24) % width


def _draw_number(bits: int) -> str:
    shape, bits = bits & 3, bits >> 2
    if shape == 0:
        return str(1950 + bits % 65)
    if shape == 1:
        return f"{bits % 100}.{(bits >> 8) % 10}"
    number = _tail(bits, 32)
    return f"{number:,}"


def write_sentences(rng: Random, words: list[str]) -> str:
    """The words as sentences of eight to thirty-one words, some with a comma."""
    sentences = []
    start = 0
    while start < len(words):
        bits = rng.getrandbits(16)
        end = min(start + 8 + bits % 24, len(words))
        comma = start + 4 + (bits >> 8) % 8
        sentence = " ".join(words[start:end])
        if comma + 3 < end:
            sentence = " ".join(words[start:comma]) + ", " + " ".join(words[comma:end])
        sentences.append(sentence[0].upper() + sentence[1:] + ".")
        start = end
    return " ".join(sentences)
