CREATE TABLE import (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    -- What the rows become: lead.
    kind        TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    storage_key TEXT NOT NULL,
    size        INTEGER NOT NULL,
    -- draft, ready, running, done, failed, cancelled, undoing, undone
    state       TEXT NOT NULL,
    -- Encoding, delimiter, mapping, choices for unknown words, duplicates.
    options     TEXT NOT NULL,
    -- Rows in all, created, updated, skipped, refused; and how far the run is.
    rows        INTEGER NOT NULL DEFAULT 0,
    created     INTEGER NOT NULL DEFAULT 0,
    updated     INTEGER NOT NULL DEFAULT 0,
    skipped     INTEGER NOT NULL DEFAULT 0,
    refused     INTEGER NOT NULL DEFAULT 0,
    next_row    INTEGER NOT NULL DEFAULT 0,
    error       TEXT,
    -- Records that an undo left, because they had been changed since.
    kept        TEXT NOT NULL DEFAULT '[]',
    staff_id    INTEGER REFERENCES staff (id),
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL,
    started_at  INTEGER,
    finished_at INTEGER
);
CREATE INDEX import_staff ON import (staff_id, id);

-- Rows that were refused, with their original cells and the reason.
CREATE TABLE import_refusal (
    import_id  INTEGER NOT NULL REFERENCES import (id),
    row_number INTEGER NOT NULL,
    cells      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (import_id, row_number)
);

-- What rows changed in records that were there, so that it can be taken back.
CREATE TABLE import_change (
    import_id INTEGER NOT NULL REFERENCES import (id),
    record_id INTEGER NOT NULL,
    before    TEXT NOT NULL,
    PRIMARY KEY (import_id, record_id)
);
