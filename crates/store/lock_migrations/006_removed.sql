-- Who was taken out of their agency and wiped, until somebody has read it.
CREATE TABLE removed (
    profile INTEGER PRIMARY KEY,
    nickname TEXT NOT NULL,
    language TEXT,
    theme TEXT,
    -- Entries that could not be handed over.
    left_behind INTEGER NOT NULL
) STRICT;
