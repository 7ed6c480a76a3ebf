"""Which cables are similar by the words that few of them have; and what edits change of that."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import combinations
from math import log2

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.edits import Edit
from generator.archive.entries import CableText
from generator.archive.entry_shelf import make_entry
from generator.archive.schema import SCHEMA
from generator.archive.similar import similar_of
from generator.archive.telling import list_words, most_telling, update_words

Words = frozenset[int]

TEXT = CableText(id="", subject="", tags=(), sender="", sender_name="", signer="", body=())
ENTRY = make_entry(("", "", None, "", "", "", ""))

some_words = st.frozensets(st.integers(0, 25), max_size=6)
some_cables = st.lists(some_words, min_size=1, max_size=40)


def pack(words: Words) -> bytes:
    return np.array(sorted(words), "<i8").tobytes()


@contextmanager
def archive(cables: Sequence[Words]) -> Iterator[sqlite3.Connection]:
    """Make an archive of cables that are nothing but words; their sources are filed in another order."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(SCHEMA)
        for ordinal, words in enumerate(cables):
            source = 1_000 - ordinal
            row = (ordinal, f"09X{ordinal}", source, f"{ordinal}.html", None, "", "", "", "", "", None, None)
            database.execute("INSERT INTO cable VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            database.execute("INSERT INTO source_words VALUES (?, ?)", (source, pack(words)))
        list_words(database)
        yield database


def edit(database: sqlite3.Connection, ordinal: int, before: Words, after: Words) -> Edit:
    database.execute("UPDATE source_words SET words = ? WHERE source = ?", (pack(after), 1_000 - ordinal))
    return Edit(ordinal, TEXT, ENTRY, pack(before))


def words_listed(database: sqlite3.Connection) -> list[tuple[int, int, bytes]]:
    return database.execute("SELECT number, cables, ordinals FROM word ORDER BY number").fetchall()


def as_defined(cables: Sequence[Words]) -> set[tuple[int, int]]:
    """Find by the definition, pair by pair, which are similar."""
    count, having = len(cables), Counter(word for words in cables for word in words)
    most = min(max(count // 8, 2), 50)
    similar = set()
    for (one, mine), (other, theirs) in combinations(enumerate(cables), 2):
        shared = [word for word in mine & theirs if 2 <= having[word] <= most]
        weight = sum(int(4 * log2(count / having[word]) + 1e-9) - 4 * (word % 2) for word in shared)
        if len(shared) >= 2 and weight >= int(4 * log2(count) + 1e-9) + 5:
            similar |= {(one, other), (other, one)}
    return similar


@settings(deadline=None)
@given(some_cables, st.integers(1, 7))
def test_similar_are_those_that_share_more_than_chance_would_have_it_in_whatever_ranges_they_are_asked_for(
    cables: list[Words], size: int
) -> None:
    with archive(cables) as database:
        whole = similar_of(database, 0, len(cables))
        assert {(one, other) for one, others in whole.items() for other in others} == as_defined(cables)
        in_pieces: dict[int, dict[int, int]] = {}
        for start in range(0, len(cables), size):
            in_pieces |= similar_of(database, start, min(start + size, len(cables)))
        assert in_pieces == whole
        assert all(whole[other][one] == weight for one, others in whole.items() for other, weight in others.items())


def test_who_shares_rarer_words_is_more_similar_and_a_tag_weighs_less_than_a_word() -> None:
    cables = [frozenset({2, 4, 100 + each * 2}) for each in range(4)] + [frozenset[int]()] * 96
    cables[0] |= {10, 13}
    cables[1] |= {10}
    cables[2] |= {13}
    with archive(cables) as database:
        weights = similar_of(database, 0, 1)[0]
        assert weights[1] > weights[2] > weights[3]


@pytest.mark.parametrize(("having", "found"), [(50, 49), (51, 0)])
def test_a_word_that_more_than_fifty_cables_have_tells_nothing(having: int, found: int) -> None:
    cables = [frozenset({2, 4, 6})] * having + [frozenset[int]()] * 4_000
    with archive(cables) as database:
        assert len(similar_of(database, 0, 1).get(0, {})) == found


def test_in_few_cables_what_more_than_an_eighth_have_tells_nothing() -> None:
    assert [most_telling(cables) for cables in (0, 8, 23, 24, 400, 251_287)] == [2, 2, 2, 3, 50, 50]


@settings(deadline=None)
@given(some_cables, st.data())
def test_after_edits_the_words_are_as_listed_anew_and_only_those_named_have_other_neighbours(
    cables: list[Words], data: st.DataObject
) -> None:
    now = list(cables)
    with archive(cables) as database:
        for _ in range(2):  # builds, of some edits each
            before = similar_of(database, 0, len(now))
            ordinals = data.draw(st.lists(st.integers(0, len(now) - 1), unique=True, max_size=4))
            edits = []
            for ordinal in ordinals:
                after = data.draw(some_words)
                edits.append(edit(database, ordinal, now[ordinal], after))
                now[ordinal] = after
            beside = update_words(database, edits)
            updated = words_listed(database)
            list_words(database)
            assert updated == words_listed(database)
            similar = similar_of(database, 0, len(now))
            moved = {each for each in range(len(now)) if similar.get(each) != before.get(each)}
            assert moved <= beside


def test_an_edit_that_brings_and_takes_no_word_is_beside_none_and_one_word_more_is_beside_those_that_have_it() -> None:
    cables = [frozenset({2, 4}), frozenset({2}), frozenset({6}), *[frozenset[int]()] * 97]
    with archive(cables) as database:
        assert update_words(database, [edit(database, 0, cables[0], cables[0])]) == frozenset()
        assert update_words(database, [edit(database, 2, cables[2], frozenset({2, 6}))]) == {0, 1, 2}


def test_an_edit_reads_the_words_of_the_edited_cable_and_of_no_other() -> None:
    cables = [frozenset({2, 4})] * 3 + [frozenset({8})] * 500
    with archive(cables) as database:
        change = edit(database, 0, cables[0], frozenset({2, 6}))
        database.execute("DELETE FROM source_words WHERE source <> 1000")
        assert update_words(database, [change]) == {0, 1, 2}
