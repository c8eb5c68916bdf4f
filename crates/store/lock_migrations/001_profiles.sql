-- One row for each database on this device. Nothing in here says whose.
CREATE TABLE profiles (
    profile INTEGER NOT NULL PRIMARY KEY,
    format INTEGER NOT NULL,
    memory_kib INTEGER NOT NULL,
    passes INTEGER NOT NULL,
    lanes INTEGER NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    wrapped_key BLOB NOT NULL,
    key_check BLOB NOT NULL CHECK (length(key_check) = 16),
    failed_tries INTEGER NOT NULL,
    last_failed_at INTEGER,
    language TEXT
) STRICT;
