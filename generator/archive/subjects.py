"""Which words of subjects, and which TAGS, tell something of a cable: those that few cables have.

Cables that share two of them are about something similar, more often than not: one is the sequel of the other, or both
are of a series. Only subjects and TAGS count, not texts, so that an edited text changes no other page.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.archive.database import Database
from generator.archive.edits import Edit

_WORD = re.compile(r"\d+|\w{4,}")
_SAY_NOTHING = frozenset(
    "ABOUT AFTER AGAIN BEFORE BEING BETWEEN DURING FROM HAVE INTO MORE OVER THAN THAT THEIR THERE THESE THEY THIS THOSE"
    " UNDER UPON WERE WHAT WHEN WHERE WHICH WHILE WILL WITH WITHOUT WOULD".split()
)
_LONGEST_SUBJECT = 1_000
_FEWEST, _MOST = 2, 50
"""A word that more cables have tells nothing, and costs much: each is looked at from each of the others."""
_SHARE = 8
"""In a small collection, what more than an eighth of all cables have tells nothing either."""


def words_of(subject: str) -> frozenset[str]:
    """Give the words of a subject that may tell something: numbers, and those of four letters and more."""
    return frozenset(_WORD.findall(subject[:_LONGEST_SUBJECT].upper())) - _SAY_NOTHING


def list_telling(database: Database) -> None:
    """Fill the table of telling words from the subjects and TAGS of all cables.

    Args:
        database: an archive open for writing, whose cables are in their order.
    """
    database.execute("DELETE FROM telling")
    (cables,) = database.execute("SELECT count(*) FROM cable").fetchone()
    most = min(max(cables // _SHARE, _FEWEST), _MOST)
    counts: Counter[str] = Counter()
    for _, words in _subjects(database):
        counts.update(words)
    telling = {word for word, count in counts.items() if _FEWEST <= count <= most}
    del counts
    database.executemany(
        "INSERT INTO telling VALUES (?, ?)",
        ((word, ordinal) for ordinal, words in _subjects(database) for word in words & telling),
    )
    # No word has such a sign.
    database.execute(
        "INSERT INTO telling SELECT '#' || code, ordinal FROM cable_tag WHERE code IN"
        " (SELECT code FROM cable_tag GROUP BY code HAVING count(*) BETWEEN ? AND ?)",
        (_FEWEST, most),
    )


def update_telling(database: Database, edits: Iterable[Edit]) -> frozenset[int]:
    """Bring the table of telling words up to date after edits.

    Args:
        database: an archive open for writing, whose cables have their new subjects.
        edits: those that were made, each with the subject before it.

    Returns:
        The cables to which others may be similar now that were not, or the other way round.
    """
    changed: set[str] = set()
    for edit in edits:
        (subject,) = database.execute("SELECT subject FROM cable WHERE ordinal = ?", (edit.ordinal,)).fetchone()
        before, after = words_of(edit.entry.subject), words_of(subject)
        if before != after:
            changed |= before | after
    if not changed:
        return frozenset()
    before_edits = _having(database, changed)
    list_telling(database)
    return before_edits | _having(database, changed)


def _subjects(database: Database) -> Iterator[tuple[int, frozenset[str]]]:
    for ordinal, subject in database.execute("SELECT ordinal, subject FROM cable"):
        yield ordinal, words_of(subject)


def _having(database: Database, words: Iterable[str]) -> frozenset[int]:
    rows = database.execute(
        "SELECT DISTINCT ordinal FROM telling WHERE word IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(words)),),
    )
    return frozenset(ordinal for (ordinal,) in rows)
