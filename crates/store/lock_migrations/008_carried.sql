-- Of the entries of others that a wiped device carried, how many could not be handed over.
ALTER TABLE removed ADD COLUMN carried INTEGER NOT NULL DEFAULT 0;
