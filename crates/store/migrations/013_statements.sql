-- What was stated in participants' records; a cache of what the documents say.
CREATE TABLE statements (
    id TEXT NOT NULL PRIMARY KEY,
    participant BLOB NOT NULL CHECK (length(participant) = 16),
    device BLOB NOT NULL CHECK (length(device) = 16),
    code TEXT NOT NULL,
    about TEXT NOT NULL,
    at INTEGER NOT NULL,
    step INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_by_participant ON statements (participant, step);
CREATE INDEX statements_by_code ON statements (code, step);
