"""Linking: what follows from all cables together, worked out in SQL from the facts alone.

Which text is a cable's first version; the order of dates; the neighbours by sender; which references are in the
archive; what is in which collection. It is done anew whenever a fact that links hang on has changed, so it cannot
depend on what an earlier build left behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import msgspec

from generator.archive.database import Database
from generator.archive.edits import Edit
from generator.archive.ingest import IngestReport
from generator.archive.ledger import is_as_printed_before, note_unprinted
from generator.archive.linked import DAYS_LATER
from generator.archive.notes import Note, file_notes, report_notes
from generator.archive.same_text import digest_words
from generator.archive.telling import list_words, update_words
from generator.collection import Collection
from generator.findings import Finding
from generator.record import Record

_NUMBER_VERSIONS = """
CREATE TEMP TABLE numbered AS
SELECT number AS source, cable_id, path, line,
       dense_rank() OVER (PARTITION BY cable_id ORDER BY first_place, words) AS version
FROM (
    SELECT number, cable_id, path, line, words,
           min(path || printf(':%09d', line)) OVER (PARTITION BY cable_id, words) AS first_place
    FROM (
        SELECT number, cable_id, path, line, CASE WHEN cable_id IN (
            SELECT cable_id FROM source GROUP BY cable_id HAVING count(*) > 1
        ) THEN words(substr(text, beside + 1)) END AS words
        FROM source
    )
)
"""
"""`same_text` decides which texts of a cable are one version; what a table or a page says beside them does not count.
Only those of ids that several sources give are compared."""

_ORDER_CABLES = """
INSERT INTO cable
SELECT ordinal, cable_id, number, address, sent, sender, subject, iif(:headlines, headline, subject),
       classification, signer,
       CASE WHEN sender <> '' AND sent IS NOT NULL THEN lag(ordinal) OVER by_sender END,
       CASE WHEN sender <> '' AND sent IS NOT NULL THEN lead(ordinal) OVER by_sender END
FROM (
    SELECT row_number() OVER (ORDER BY sent IS NULL, sent, source.cable_id) - 1 AS ordinal,
           source.cable_id, number, address, sent, sender, subject, headline, classification, signer
    FROM source JOIN (
        SELECT source AS shown, row_number() OVER (PARTITION BY cable_id ORDER BY version, path, line) AS place
        FROM numbered
    ) ON shown = number AND place = 1
)
WINDOW by_sender AS (PARTITION BY sender, sent IS NULL ORDER BY ordinal)
"""
"""Undated cables come last and are nobody's neighbours: nothing says that they are earlier or later."""

_LINK_VERSIONS = """
INSERT INTO version
SELECT ordinal, version, numbered.source FROM numbered JOIN cable ON cable.id = numbered.cable_id
"""

_LINK_COLLECTIONS = """
INSERT INTO cable_collection
SELECT DISTINCT collection, ordinal FROM source JOIN cable ON cable.id = source.cable_id WHERE collection <> ''
"""
"""A cable that several collections have is in all of them."""

_LINK_TAGS = """
INSERT INTO cable_tag
SELECT code, ordinal FROM source_tag JOIN cable USING (source)
"""

_LINK_CITATIONS = """
INSERT INTO citation
SELECT citing.ordinal, position, cited.ordinal
FROM source_reference JOIN cable AS citing USING (source) JOIN cable AS cited ON cited.id = target
WHERE cited.ordinal <> citing.ordinal
"""

_LINK_CITATIONS_BY_ALIAS = """
INSERT INTO citation
SELECT citing.ordinal, position, min(cited.ordinal)
FROM source_alias  -- there are few: the other tables are looked up from here, so CROSS JOIN keeps the order
CROSS JOIN source_reference ON target = alias
CROSS JOIN cable AS citing ON citing.source = source_reference.source
CROSS JOIN source AS named ON named.number = source_alias.source
CROSS JOIN cable AS cited ON cited.id = named.cable_id
WHERE cited.ordinal <> citing.ordinal AND NOT EXISTS (SELECT 1 FROM cable WHERE id = target)
GROUP BY citing.ordinal, position
HAVING count(DISTINCT cited.ordinal) = 1
"""
"""A target that no cable is called, but exactly one used to be: an alias of two cables resolves to neither. It may
stand in any source of a cable, as a damaged id does in one of several copies."""

_LIST_WANTED = """
INSERT INTO wanted
SELECT row_number() OVER (ORDER BY cables DESC, target) - 1, target, cables
FROM (
    SELECT target, count(*) AS cables
    FROM source_reference JOIN cable USING (source)
    WHERE target NOT IN (SELECT id FROM cable) AND target NOT IN (SELECT alias FROM source_alias)
    GROUP BY target
)
"""
"""What is cited and nowhere in the collection, under no name that any source of a cable has."""

_CITATIONS_OF_LATER = f"""
SELECT path, line, cited.id, citing.ordinal, position
FROM citation
JOIN cable AS citing ON citing.ordinal = citing
JOIN cable AS cited ON cited.ordinal = cited
JOIN source ON number = citing.source
WHERE cited.ordinal > citing.ordinal AND julianday(cited.sent) - julianday(citing.sent) > {DAYS_LATER}
ORDER BY path, line, position
"""
"""The year or the serial is not what it seems: better no link than a wrong one."""

_OTHER_VERSIONS = """
SELECT other.path, other.line, numbered.cable_id, shown.path
FROM numbered
JOIN source AS other ON other.number = numbered.source
JOIN cable ON cable.id = numbered.cable_id
JOIN source AS shown ON shown.number = cable.source
WHERE version > 1
ORDER BY other.path, other.line
"""


_SHOW_EDITS = """
UPDATE cable SET subject = source.subject, headline = iif(:headlines, source.headline, source.subject) FROM source
WHERE source.number = cable.source AND cable.ordinal IN (SELECT value FROM json_each(:edited))
"""


class _Linked(Record, frozen=True):
    """What links were made of beside the facts, and what was noticed: noted in the archive."""

    collections: tuple[Collection, ...]
    has_headlines: bool
    findings: tuple[Finding, ...]


class Links(Record, frozen=True):
    """What linking did.

    Attributes:
        findings: for every source whose text is another version of a cable that some other source gives as well, and
            for every reference that is no link, as the cable was sent after the one that cites it.
        edits: all that is not as it was when the site was last printed; None where it may be anything.
        beside: the cables whose pages show something else than before, though their own facts are the same.
    """

    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...] | None
    beside: frozenset[int] = frozenset()


def update_links(
    database: Database,
    collections: Iterable[Collection],
    ingest: IngestReport,
    notes: Iterable[Note] = (),
    *,
    has_headlines: bool = True,
) -> Links:
    """Bring the links up to date with the facts.

    Args:
        database: an archive open for writing.
        collections: what the publisher says about the collections.
        ingest: what changed since the links were made.
        notes: what the publisher has to say on single cables.
        has_headlines: the site shows subjects in capitals in headline case.
    """
    links = _update_links(database, tuple(collections), ingest, has_headlines=has_headlines)
    noted = file_notes(database, notes)
    if noted:
        note_unprinted(database)
    return Links((*links.findings, *report_notes(database)), links.edits, links.beside | noted)


def _update_links(
    database: Database, said: tuple[Collection, ...], ingest: IngestReport, *, has_headlines: bool
) -> Links:
    before = _read_linked(database)
    is_as_printed = is_as_printed_before(database)
    is_so = before and (before.collections, before.has_headlines) == (said, has_headlines)
    if before and is_so and ingest.edits is not None:
        edited = json.dumps([edit.ordinal for edit in ingest.edits])
        database.execute(_SHOW_EDITS, {"headlines": has_headlines, "edited": edited})
        beside = update_words(database, ingest.edits)
        if ingest.edits:
            note_unprinted(database)
        return Links(before.findings, ingest.edits if is_as_printed else None, beside)
    note_unprinted(database)
    return Links(link_cables(database, said, has_headlines=has_headlines), None)


def link_cables(
    database: Database, collections: Iterable[Collection] = (), *, has_headlines: bool = True
) -> tuple[Finding, ...]:
    """Fill the link tables from the facts; arguments as for `update_links`.

    Returns:
        What `Links` has.
    """
    said = tuple(collections)
    database.create_function("words", 1, digest_words, deterministic=True)
    for table in ("cable", "cable_tag", "citation", "wanted", "version", "collection", "cable_collection"):
        database.execute(f"DELETE FROM {table}")
    database.execute("DROP TABLE IF EXISTS temp.numbered")
    for statement in (
        _NUMBER_VERSIONS,
        _ORDER_CABLES,
        _LINK_VERSIONS,
        _LINK_COLLECTIONS,
        _LINK_TAGS,
        _LINK_CITATIONS,
        _LINK_CITATIONS_BY_ALIAS,
        _LIST_WANTED,
    ):
        database.execute(statement, {"headlines": has_headlines})
    list_words(database)
    database.executemany(
        "INSERT INTO collection VALUES (?, ?)", ((each.name, msgspec.json.encode(each)) for each in said)
    )
    findings = (*_drop_citations_of_later(database), *_report_versions(database))
    linked = msgspec.json.encode(_Linked(said, has_headlines, findings)).decode()
    database.execute("INSERT OR REPLACE INTO meta VALUES ('linked', ?)", (linked,))
    return findings


def _read_linked(database: Database) -> _Linked | None:
    """Read what the links were made of; None if there are none."""
    row = database.execute("SELECT value FROM meta WHERE name = 'linked'").fetchone()
    return msgspec.json.decode(row[0], type=_Linked) if row else None


def _drop_citations_of_later(database: Database) -> Iterator[Finding]:
    for path, line, cited, citing, position in database.execute(_CITATIONS_OF_LATER).fetchall():
        database.execute("DELETE FROM citation WHERE citing = ? AND position = ?", (citing, position))
        message = f"the reference to {cited} is no link, as that cable was sent later than this one"
        yield Finding(path, line, "cable.unclear-reference", message)


def _report_versions(database: Database) -> Iterator[Finding]:
    for path, line, cable_id, shown in database.execute(_OTHER_VERSIONS):
        message = f"its id {cable_id} is also that of {shown}, whose text differs"
        yield Finding(path, line, "cable.other-version", message)
