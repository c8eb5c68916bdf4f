-- Who shares a document, and under what its keys were wrapped. Not to be made again from items
-- alone: a document that was never packed has none.
CREATE TABLE document_groups (
    document BLOB NOT NULL CHECK (length(document) = 16),
    group_id BLOB NOT NULL CHECK (length(group_id) = 16),
    kind INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (document, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_key_epochs (
    document BLOB NOT NULL CHECK (length(document) = 16),
    key_id BLOB NOT NULL CHECK (length(key_id) = 16),
    group_id BLOB NOT NULL CHECK (length(group_id) = 16),
    epoch INTEGER NOT NULL,
    PRIMARY KEY (document, key_id, group_id, epoch)
) STRICT, WITHOUT ROWID;

-- Documents whose earlier items are still to be fetched.
CREATE TABLE backfills (
    document BLOB NOT NULL PRIMARY KEY CHECK (length(document) = 16)
) STRICT, WITHOUT ROWID;

CREATE INDEX encounters_waiting ON encounters (participant) WHERE item IS NULL;
CREATE INDEX encounters_by_item ON encounters (item) WHERE item IS NOT NULL;
