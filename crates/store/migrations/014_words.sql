-- What somebody is found by besides their name and the notes of contacts: entries of the plan,
-- appointments, people around them. One row for each record that stands; the index is kept by the
-- program itself, as that of notes is.
CREATE TABLE record_words (
    row INTEGER PRIMARY KEY,
    record TEXT NOT NULL UNIQUE,
    participant BLOB NOT NULL CHECK (length(participant) = 16),
    words TEXT NOT NULL
) STRICT;
CREATE INDEX record_words_by_participant ON record_words (participant);
CREATE VIRTUAL TABLE words_search USING fts5 (
    words,
    content = 'record_words', content_rowid = 'row',
    tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);
