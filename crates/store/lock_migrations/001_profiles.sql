-- One row for each database on this device. Nothing in here says whose.
CREATE TABLE profiles (
    profile INTEGER NOT NULL PRIMARY KEY,
    record BLOB NOT NULL,
    key_check BLOB NOT NULL CHECK (length(key_check) = 16),
    failed_tries INTEGER NOT NULL,
    last_failed_at INTEGER,
    language TEXT,
    theme TEXT,
    sample INTEGER NOT NULL
) STRICT;
