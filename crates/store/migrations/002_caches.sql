-- What can be made again from items and pending changes: documents, projections, search.
CREATE TABLE documents (
    document BLOB NOT NULL PRIMARY KEY CHECK (length(document) = 16),
    kind INTEGER NOT NULL,
    group_id BLOB CHECK (length(group_id) = 16),
    items_through INTEGER NOT NULL,
    heads BLOB NOT NULL CHECK (length(heads) % 32 = 0),
    saved BLOB NOT NULL
) STRICT;

CREATE TABLE participants (
    row INTEGER PRIMARY KEY,
    participant BLOB NOT NULL UNIQUE CHECK (length(participant) = 16),
    caseload_group BLOB CHECK (length(caseload_group) = 16),
    display_name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    preferred_name TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    phone TEXT NOT NULL,
    birth_date TEXT,
    program TEXT NOT NULL,
    phase TEXT NOT NULL,
    safe_contact TEXT NOT NULL,
    no_voicemail INTEGER NOT NULL,
    not_after TEXT,
    tags TEXT NOT NULL,
    language TEXT NOT NULL,
    voided INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    last_reached_at INTEGER,
    last_contact_at INTEGER,
    discharge_date TEXT,
    intake_status TEXT,
    intake_date TEXT
) STRICT;
CREATE INDEX participants_by_name ON participants (voided, sort_name, row);

CREATE TABLE encounters (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    participant BLOB NOT NULL CHECK (length(participant) = 16),
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    activities TEXT NOT NULL,
    at INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    local_date TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    note TEXT NOT NULL,
    naloxone INTEGER NOT NULL,
    miles INTEGER NOT NULL,
    author_device BLOB NOT NULL CHECK (length(author_device) = 16),
    author_member BLOB NOT NULL CHECK (length(author_member) = 16),
    created_at INTEGER NOT NULL,
    edited_at INTEGER,
    voided_at INTEGER,
    voided_by BLOB CHECK (length(voided_by) = 16),
    void_reason TEXT NOT NULL,
    item BLOB CHECK (length(item) = 32)
) STRICT;
CREATE INDEX encounters_by_participant ON encounters (participant, at, id);
CREATE INDEX encounters_by_date ON encounters (local_date, participant, outcome)
    WHERE voided_at IS NULL;
CREATE INDEX encounters_by_day ON encounters (participant, local_date, outcome)
    WHERE voided_at IS NULL;
CREATE INDEX encounters_by_creation ON encounters (created_at, id);
CREATE INDEX encounters_by_author ON encounters (author_member, created_at);

CREATE TABLE milestones (
    id TEXT NOT NULL PRIMARY KEY,
    participant BLOB NOT NULL CHECK (length(participant) = 16),
    kind TEXT NOT NULL,
    on_date TEXT,
    status TEXT,
    status_day TEXT,
    reopened_day TEXT,
    statuses_disagree INTEGER NOT NULL,
    place TEXT NOT NULL,
    author_member BLOB NOT NULL CHECK (length(author_member) = 16),
    recorded_at INTEGER NOT NULL,
    voided_at INTEGER,
    voided_by BLOB CHECK (length(voided_by) = 16),
    void_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX milestones_by_participant ON milestones (participant, recorded_at);

CREATE TABLE conflicts (
    participant BLOB NOT NULL CHECK (length(participant) = 16),
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    versions TEXT NOT NULL,
    PRIMARY KEY (participant, record, field)
) STRICT, WITHOUT ROWID;

-- Search as you type: short prefixes have an index of their own, accents do not matter.
CREATE VIRTUAL TABLE people_search USING fts5 (
    name, preferred, phone, tags,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- Notes are indexed where they lie; a note of a voided record is not found.
CREATE VIRTUAL TABLE note_search USING fts5 (
    note,
    content = 'encounters', content_rowid = 'row',
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE TRIGGER encounter_added AFTER INSERT ON encounters
WHEN new.voided_at IS NULL BEGIN
    INSERT INTO note_search (rowid, note) VALUES (new.row, new.note);
END;
CREATE TRIGGER encounter_removed AFTER DELETE ON encounters
WHEN old.voided_at IS NULL BEGIN
    INSERT INTO note_search (note_search, rowid, note) VALUES ('delete', old.row, old.note);
END;
CREATE TRIGGER encounter_note_taken_out AFTER UPDATE OF note, voided_at ON encounters
WHEN old.voided_at IS NULL BEGIN
    INSERT INTO note_search (note_search, rowid, note) VALUES ('delete', old.row, old.note);
END;
CREATE TRIGGER encounter_note_put_in AFTER UPDATE OF note, voided_at ON encounters
WHEN new.voided_at IS NULL BEGIN
    INSERT INTO note_search (rowid, note) VALUES (new.row, new.note);
END;
