-- What each person calls their place on the lock screen; empty until chosen. It stands here in
-- clear, so it is never taken from anywhere.
ALTER TABLE profiles ADD COLUMN nickname TEXT NOT NULL DEFAULT '';
