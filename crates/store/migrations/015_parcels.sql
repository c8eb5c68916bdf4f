-- Own items that were handed over in a parcel: their bytes stay as they are.
ALTER TABLE items ADD COLUMN given_at INTEGER;

-- Items out of parcels that the relay is not known to have. Those that can be read here stand among
-- the items, too.
CREATE TABLE carried (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    document BLOB NOT NULL CHECK (length(document) = 16),
    kind INTEGER NOT NULL,
    device BLOB NOT NULL CHECK (length(device) = 16),
    incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
    n INTEGER NOT NULL CHECK (n > 0),
    bytes BLOB NOT NULL,
    taken_at INTEGER NOT NULL
) STRICT;
CREATE INDEX carried_by_chain ON carried (document, device, incarnation, n);
