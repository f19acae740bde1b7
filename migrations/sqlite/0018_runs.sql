-- Long work over many records: what is to be done, and how far it is.
CREATE TABLE run (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Which records: lead.
    kind        TEXT NOT NULL,
    -- Which of them: ids, or all that match a filter but some.
    selection   TEXT NOT NULL,
    -- What is done to them; null until somebody has chosen it.
    action      TEXT,
    -- draft, queued, running, done, cancelled, failed
    state       TEXT NOT NULL,
    -- How many there are; changed, as wished already, no longer meant, refused.
    total       INTEGER NOT NULL DEFAULT 0,
    done        INTEGER NOT NULL DEFAULT 0,
    same        INTEGER NOT NULL DEFAULT 0,
    gone        INTEGER NOT NULL DEFAULT 0,
    refused     INTEGER NOT NULL DEFAULT 0,
    -- Where the next batch begins: a record, or the event that is taken back.
    next_id     INTEGER NOT NULL,
    -- What the fields hold afterwards, in words.
    told        TEXT NOT NULL DEFAULT '[]',
    error       TEXT,
    -- The run that is taken back.
    undoes      INTEGER,
    staff_id    INTEGER REFERENCES staff (id),
    -- What the program may that began it, where that is less than its member of staff may.
    rights      TEXT,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL,
    started_at  INTEGER,
    finished_at INTEGER
);
CREATE INDEX run_staff ON run (staff_id, id);
CREATE INDEX run_open ON run (state, id) WHERE state IN ('draft', 'queued', 'running');
-- A run is taken back once.
CREATE UNIQUE INDEX run_undoes_key ON run (undoes) WHERE undoes IS NOT NULL AND state IN ('queued', 'running', 'done');

-- The records that were meant when somebody looked, in the version that they had; and why one was left.
CREATE TABLE run_item (
    run_id       INTEGER NOT NULL REFERENCES run (id),
    record_id    INTEGER NOT NULL,
    seen_version INTEGER NOT NULL DEFAULT 0,
    -- refused, or part where something of an undo stayed; null for all others.
    outcome      TEXT,
    title        TEXT,
    reason       TEXT,
    PRIMARY KEY (run_id, record_id)
) WITHOUT ROWID;
CREATE INDEX run_item_left ON run_item (run_id, record_id) WHERE outcome IS NOT NULL;
