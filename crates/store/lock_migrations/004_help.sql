-- What a code, read over the phone, opens once; and what is read out to be given it.
ALTER TABLE profiles ADD COLUMN help BLOB;
ALTER TABLE profiles ADD COLUMN help_request TEXT;
-- Number of the last one made.
ALTER TABLE profiles ADD COLUMN help_number INTEGER NOT NULL DEFAULT 0;
