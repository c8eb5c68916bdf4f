-- The index of notes is kept by the program itself. For each row that a trigger accompanies SQLite
-- sets a savepoint, and at each savepoint the index writes out all that it had gathered.
DROP TRIGGER encounter_added;
DROP TRIGGER encounter_removed;
DROP TRIGGER encounter_note_taken_out;
DROP TRIGGER encounter_note_put_in;
