-- Notes are searched from three letters on: beginnings of two letters need no index of their own.
DROP TABLE note_search;
CREATE VIRTUAL TABLE note_search USING fts5 (
    note,
    content = 'encounters', content_rowid = 'row',
    tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);
INSERT INTO note_search (rowid, note)
    SELECT row, note FROM encounters WHERE voided_at IS NULL;
-- No question is asked that this index answers.
DROP INDEX encounters_by_author;
