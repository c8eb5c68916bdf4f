-- What cannot be made again from anything else on this device.
CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
    key TEXT NOT NULL PRIMARY KEY,
    json TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE roster (
    n INTEGER NOT NULL PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE group_keys (
    group_id BLOB NOT NULL CHECK (length(group_id) = 16),
    epoch INTEGER NOT NULL,
    key BLOB NOT NULL CHECK (length(key) = 32),
    PRIMARY KEY (group_id, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_keys (
    document BLOB NOT NULL CHECK (length(document) = 16),
    key_id BLOB NOT NULL CHECK (length(key_id) = 16),
    key BLOB NOT NULL CHECK (length(key) = 32),
    added_at INTEGER NOT NULL,
    added_as INTEGER NOT NULL,
    PRIMARY KEY (document, key_id)
) STRICT, WITHOUT ROWID;

-- The item log, in order of arrival.
CREATE TABLE items (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    document BLOB NOT NULL CHECK (length(document) = 16),
    kind INTEGER NOT NULL,
    device BLOB NOT NULL CHECK (length(device) = 16),
    incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
    n INTEGER NOT NULL CHECK (n > 0),
    prev BLOB CHECK (length(prev) = 32),
    seq INTEGER,
    bytes BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    sent_at INTEGER,
    refused INTEGER,
    UNIQUE (document, device, incarnation, n)
) STRICT;
CREATE INDEX items_by_document ON items (document, position);
CREATE INDEX items_unanswered ON items (position) WHERE seq IS NULL AND refused IS NULL;
CREATE INDEX items_by_sent ON items (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX items_refused ON items (position) WHERE refused IS NOT NULL;

-- Changes not yet packed into an item.
CREATE TABLE pending_changes (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    document BLOB NOT NULL CHECK (length(document) = 16),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    bytes BLOB NOT NULL,
    queued_at INTEGER NOT NULL,
    UNIQUE (document, hash)
) STRICT;

-- How far each writer of each document was received and applied, without a hole.
CREATE TABLE frontier (
    document BLOB NOT NULL CHECK (length(document) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
    n INTEGER NOT NULL CHECK (n > 0),
    last BLOB NOT NULL CHECK (length(last) = 32),
    PRIMARY KEY (document, device, incarnation)
) STRICT, WITHOUT ROWID;

-- What other devices say they hold.
CREATE TABLE receipts (
    by_device BLOB NOT NULL CHECK (length(by_device) = 16),
    document BLOB NOT NULL CHECK (length(document) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
    n INTEGER NOT NULL CHECK (n > 0),
    at INTEGER NOT NULL,
    PRIMARY KEY (document, device, incarnation, by_device)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipts_by_device ON receipts (by_device);

CREATE TABLE quarantine (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
    bytes BLOB NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE import_keys (
    key TEXT NOT NULL PRIMARY KEY,
    participant BLOB NOT NULL CHECK (length(participant) = 16)
) STRICT, WITHOUT ROWID;
