"""The tables of the archive.

Three kinds: facts, one set a source, written by ingest; links, worked out from all facts together; and the ledger,
which says what was printed of them. Times are text in ISO 8601, UTC, so that sorting text sorts time.
"""

OF_SOURCES = ("source_tag", "source_reference", "source_alias", "source_named", "source_words", "finding")
"""The tables of facts beside ``source``; the first column of each is the number of a source."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- facts: one row a telegram as its source gives it
CREATE TABLE source (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL,           -- relative to the site's folder
    line INTEGER NOT NULL,        -- where it begins in that file
    sha256 TEXT NOT NULL,         -- of the source's bytes
    collection TEXT NOT NULL,     -- the name of the one that it belongs to; empty for none
    cable_id TEXT NOT NULL,
    address TEXT NOT NULL,        -- of the cable's page
    sent TEXT,                    -- 2009-10-07T05:31:00Z
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    headline TEXT NOT NULL,
    classification TEXT NOT NULL,
    signer TEXT NOT NULL,
    text TEXT NOT NULL,
    beside INTEGER NOT NULL,      -- how many characters of the text stand above the telegram: a row's columns
    record BLOB NOT NULL,         -- the Cable as MessagePack
    UNIQUE (path, line)
);
CREATE INDEX source_by_cable ON source (cable_id);
CREATE INDEX source_by_collection ON source (collection, path, cable_id);
CREATE TABLE source_tag (source INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (source, code)) WITHOUT ROWID;
CREATE TABLE source_reference (
    source INTEGER NOT NULL, position INTEGER NOT NULL, target TEXT NOT NULL, PRIMARY KEY (source, position)
) WITHOUT ROWID;
CREATE INDEX source_reference_by_target ON source_reference (target);
CREATE TABLE source_alias (source INTEGER NOT NULL, alias TEXT NOT NULL, PRIMARY KEY (source, alias)) WITHOUT ROWID;
CREATE TABLE source_named (       -- ids that its text names
    source INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (source, id)
) WITHOUT ROWID;
CREATE TABLE source_words (       -- that may tell what it is about
    source INTEGER PRIMARY KEY, words BLOB NOT NULL  -- their numbers, eight bytes each
);
CREATE TABLE finding (
    source INTEGER NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
    advice TEXT NOT NULL
);
CREATE INDEX finding_by_source ON finding (source);
CREATE TABLE file (               -- that was read
    path TEXT PRIMARY KEY, stamp INTEGER NOT NULL, collection TEXT NOT NULL, telegrams INTEGER NOT NULL,
    findings BLOB                 -- MessagePack, of the file as a whole
) WITHOUT ROWID;

-- links: worked out from the facts
CREATE TABLE cable (
    ordinal INTEGER PRIMARY KEY,  -- place in the order of dates, from 0
    id TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL,      -- the version that the page shows
    address TEXT NOT NULL UNIQUE,
    sent TEXT,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    headline TEXT NOT NULL,
    classification TEXT NOT NULL,
    signer TEXT NOT NULL,
    earlier_by_sender INTEGER,
    later_by_sender INTEGER
);
CREATE INDEX cable_by_source ON cable (source);
CREATE INDEX cable_by_sent ON cable (sent);
CREATE INDEX cable_by_sender ON cable (sender, ordinal);
CREATE INDEX cable_by_classification ON cable (classification, ordinal);
CREATE INDEX cable_by_signer ON cable (signer, ordinal);
CREATE TABLE cable_tag (code TEXT NOT NULL, ordinal INTEGER NOT NULL, PRIMARY KEY (code, ordinal)) WITHOUT ROWID;
CREATE TABLE citation (
    citing INTEGER NOT NULL, position INTEGER NOT NULL, cited INTEGER NOT NULL, PRIMARY KEY (citing, position)
) WITHOUT ROWID;
CREATE INDEX citation_by_cited ON citation (cited, citing);
CREATE TABLE wanted (             -- what cables cite and no cable is
    place INTEGER PRIMARY KEY,    -- by how many cables cite it, from 0
    target TEXT NOT NULL UNIQUE, cables INTEGER NOT NULL
);
CREATE TABLE version (
    ordinal INTEGER NOT NULL, number INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (ordinal, number, source)
) WITHOUT ROWID;
CREATE TABLE word (               -- that may tell what a cable is about
    number INTEGER PRIMARY KEY,   -- a digest of it
    cables INTEGER NOT NULL,      -- how many have it
    ordinals BLOB NOT NULL        -- which, four bytes each
);
CREATE TABLE note (cable_id TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE collection (name TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE cable_collection (name TEXT NOT NULL, ordinal INTEGER NOT NULL, PRIMARY KEY (name, ordinal)) WITHOUT ROWID;
CREATE INDEX cable_collection_by_ordinal ON cable_collection (ordinal);

-- the ledger: what was printed
CREATE TABLE page (               -- of a cable
    address TEXT PRIMARY KEY,
    key BLOB NOT NULL,            -- a digest of everything that it shows
    texts INTEGER NOT NULL        -- how many source texts lie beside it
) WITHOUT ROWID;
CREATE TABLE folder (             -- of the published site
    path TEXT PRIMARY KEY,
    state BLOB NOT NULL,          -- a digest of our files' names, places, sizes and times
    others TEXT NOT NULL          -- what else stood in it, as JSON
) WITHOUT ROWID;
"""
