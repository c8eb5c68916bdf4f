-- To whose caseload a participant was handed over, and which keys were made for it. The greatest
-- row says where the document is at home.
CREATE TABLE document_assignments (
    document BLOB NOT NULL CHECK (length(document) = 16),
    generation INTEGER NOT NULL CHECK (generation > 0),
    group_id BLOB NOT NULL CHECK (length(group_id) = 16),
    key_id BLOB NOT NULL CHECK (length(key_id) = 16),
    PRIMARY KEY (document, generation, group_id, key_id)
) STRICT, WITHOUT ROWID;

-- Participants of this member's own caseload who went to another coach and of whom nothing is kept
-- here any more.
CREATE TABLE departures (
    document BLOB NOT NULL PRIMARY KEY CHECK (length(document) = 16),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
