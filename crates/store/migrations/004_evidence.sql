-- What other devices said of this device's items, each time they said more: an item was reached
-- when the first of these covered it, not when the last one did.
CREATE TABLE receipt_steps (
    document BLOB NOT NULL CHECK (length(document) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
    by_device BLOB NOT NULL CHECK (length(by_device) = 16),
    n INTEGER NOT NULL CHECK (n > 0),
    at INTEGER NOT NULL,
    PRIMARY KEY (document, device, incarnation, by_device, n)
) STRICT, WITHOUT ROWID;
INSERT INTO receipt_steps (document, device, incarnation, by_device, n, at)
    SELECT document, device, incarnation, by_device, n, at FROM receipts;

-- The newest sent change, past the receipts and snapshots that were sent after it.
CREATE INDEX items_changes_by_sent ON items (sent_at) WHERE sent_at IS NOT NULL AND kind = 0;
