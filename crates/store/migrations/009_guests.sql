-- Who was let into a participant's record, until when and why: kept with who opened it.
ALTER TABLE accesses ADD COLUMN guest BLOB CHECK (guest IS NULL OR length(guest) = 16);
ALTER TABLE accesses ADD COLUMN until INTEGER;
ALTER TABLE accesses ADD COLUMN emergency INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accesses ADD COLUMN reason TEXT NOT NULL DEFAULT '';
