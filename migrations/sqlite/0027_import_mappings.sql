-- How files with a certain header are brought in, under a name. Somebody's own, or for all who may import.
CREATE TABLE import_mapping (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    name_norm  TEXT NOT NULL,
    -- The keys of the header's columns, in their own order, so that a file with the same columns is known again.
    header     TEXT NOT NULL,
    -- Which column goes where, and all other choices.
    choices    TEXT NOT NULL,
    staff_id   INTEGER REFERENCES staff (id),
    is_shared  BOOLEAN NOT NULL DEFAULT FALSE,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);
CREATE INDEX import_mapping_kind ON import_mapping (kind, name_norm, id);
