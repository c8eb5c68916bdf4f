-- The agency's own crisis card, for the lock screen: public numbers, which anybody may read.
CREATE TABLE crisis_cards (
    profile INTEGER PRIMARY KEY,
    card TEXT NOT NULL
) STRICT;
