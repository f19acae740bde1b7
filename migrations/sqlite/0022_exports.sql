-- Files of records that were taken out: by whom, which, and how many.
CREATE TABLE export (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Which records: leads.
    kind        TEXT NOT NULL,
    -- csv, xlsx
    format      TEXT NOT NULL,
    -- running, done, failed
    state       TEXT NOT NULL,
    -- The address of the list, chosen records, columns.
    wish        TEXT NOT NULL,
    language    TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    -- Where the file lies for a day; empty without one.
    storage_key TEXT NOT NULL DEFAULT '',
    size        INTEGER NOT NULL DEFAULT 0,
    rows        INTEGER NOT NULL DEFAULT 0,
    total       INTEGER,
    error       TEXT,
    staff_id    INTEGER REFERENCES staff (id),
    created_at  INTEGER NOT NULL,
    finished_at INTEGER
);
CREATE INDEX export_file ON export (finished_at) WHERE storage_key <> '';
