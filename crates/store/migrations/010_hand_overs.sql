-- The access log holds hand-overs beside accesses: to whom; nothing for an access.
ALTER TABLE accesses ADD COLUMN handed_to BLOB CHECK (length(handed_to) = 16);
