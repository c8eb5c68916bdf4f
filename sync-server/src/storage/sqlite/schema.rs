//! The tables, format 4.

/// `HRR1`: says that a file is a relay's database.
pub const APPLICATION_ID: i64 = 0x4852_5231;
/// Format of the tables, kept in `user_version`.
pub const VERSION: i64 = 4;

/// `items` is what a feed scans, so the bytes are kept apart in `contents`.
pub const CREATE: &str = "
CREATE TABLE relay (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    incarnation BLOB NOT NULL CHECK (length(incarnation) = 16)
) STRICT;
CREATE TABLE agencies (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    sequence INTEGER NOT NULL,
    head BLOB NOT NULL,
    items INTEGER NOT NULL,
    bytes INTEGER NOT NULL
) STRICT;
CREATE TABLE roster (
    agency INTEGER NOT NULL,
    n INTEGER NOT NULL,
    hash BLOB NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (agency, n)
) STRICT;
CREATE TABLE items (
    position INTEGER PRIMARY KEY,
    agency INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    id BLOB NOT NULL,
    head BLOB NOT NULL,
    document BLOB NOT NULL,
    device BLOB NOT NULL,
    incarnation BLOB NOT NULL,
    n INTEGER NOT NULL,
    document_key BLOB NOT NULL,
    snapshot INTEGER NOT NULL,
    has_wraps INTEGER NOT NULL,
    length INTEGER NOT NULL,
    UNIQUE (agency, sequence),
    UNIQUE (agency, id),
    UNIQUE (agency, document, device, incarnation, n)
) STRICT;
CREATE INDEX items_of_document ON items (agency, document, sequence);
CREATE INDEX snapshots_of_document ON items (agency, document, sequence) WHERE snapshot = 1;
CREATE TABLE contents (
    position INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE wraps (
    agency INTEGER NOT NULL,
    document BLOB NOT NULL,
    document_key BLOB NOT NULL,
    group_id BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (agency, document, document_key, group_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX wraps_of_item ON wraps (agency, sequence);
CREATE TABLE covers (
    agency INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    device BLOB NOT NULL,
    incarnation BLOB NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (agency, sequence, device, incarnation)
) STRICT, WITHOUT ROWID;
CREATE TABLE streams (
    agency INTEGER NOT NULL,
    document BLOB NOT NULL,
    device BLOB NOT NULL,
    incarnation BLOB NOT NULL,
    contiguous INTEGER NOT NULL,
    PRIMARY KEY (agency, document, device, incarnation)
) STRICT, WITHOUT ROWID;
CREATE TABLE usage (
    agency INTEGER NOT NULL,
    device BLOB NOT NULL,
    items INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (agency, device)
) STRICT, WITHOUT ROWID;
";

/// What format 2 added.
pub const CREATE_ASSIGNMENTS: &str = "
CREATE TABLE assignments (
    agency INTEGER NOT NULL,
    document BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    group_id BLOB NOT NULL,
    PRIMARY KEY (agency, document, sequence)
) STRICT, WITHOUT ROWID;
";

/// What format 3 added.
pub const ADD_TOMBSTONES: &str = "
ALTER TABLE items ADD COLUMN tombstone INTEGER NOT NULL DEFAULT 0;
CREATE INDEX tombstones_of_document ON items (agency, document) WHERE tombstone = 1;
";

/// What format 4 added. Of what came before it no time is known: it counts from the upgrade.
pub const ADD_COMPACTION: &str = "
ALTER TABLE relay ADD COLUMN running_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN receipt INTEGER NOT NULL DEFAULT 0;
CREATE TABLE confirmations (
    agency INTEGER NOT NULL,
    document BLOB NOT NULL,
    snapshot BLOB NOT NULL,
    device BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (agency, document, snapshot, device)
) STRICT, WITHOUT ROWID;
CREATE TABLE holds (
    agency INTEGER NOT NULL,
    document BLOB NOT NULL,
    hold BLOB NOT NULL,
    ended INTEGER NOT NULL,
    PRIMARY KEY (agency, document, hold)
) STRICT, WITHOUT ROWID;
";
