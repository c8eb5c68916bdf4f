-- Signed orders to forget a participant, and what became of them here. They name nobody; all else
-- of the participant is gone once `done_at` is there.
CREATE TABLE forgotten (
    item BLOB NOT NULL PRIMARY KEY CHECK (length(item) = 32),
    document BLOB NOT NULL CHECK (length(document) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
    n INTEGER NOT NULL CHECK (n > 0),
    prev BLOB CHECK (length(prev) = 32),
    bytes BLOB NOT NULL,
    seq INTEGER,
    known_at INTEGER NOT NULL,
    done_at INTEGER,
    late INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX forgotten_by_document ON forgotten (document);

-- The newest epoch of each group that a key of a document is known to be wrapped under.
CREATE TABLE newest_wraps (
    document BLOB NOT NULL CHECK (length(document) = 16),
    key_id BLOB NOT NULL CHECK (length(key_id) = 16),
    group_id BLOB NOT NULL CHECK (length(group_id) = 16),
    epoch INTEGER NOT NULL,
    PRIMARY KEY (document, key_id, group_id)
) STRICT, WITHOUT ROWID;
INSERT INTO newest_wraps (document, key_id, group_id, epoch)
    SELECT document, key_id, group_id, max(epoch) FROM document_key_epochs
    GROUP BY document, key_id, group_id;
