-- The database key under what a passkey gives, and which passkey that is.
ALTER TABLE profiles ADD COLUMN passkey BLOB;
