-- Who opened a participant's record; a cache of what the documents say.
CREATE TABLE accesses (
    id TEXT NOT NULL PRIMARY KEY,
    participant BLOB NOT NULL CHECK (length(participant) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX accesses_by_participant ON accesses (participant, at);
CREATE INDEX accesses_by_time ON accesses (at);
