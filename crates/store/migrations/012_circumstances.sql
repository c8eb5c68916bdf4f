-- Codes of what else is known of a contact, as `activities` holds what was done.
ALTER TABLE encounters ADD COLUMN circumstances TEXT NOT NULL DEFAULT '';
