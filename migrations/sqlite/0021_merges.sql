-- Records that were merged: the other one is out of use, its timeline is read with that of the survivor, and nothing that
-- hangs on it was moved. A merge that was taken back has `released_at`.
CREATE TABLE record_merge (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    record_kind       TEXT NOT NULL,
    survivor_id       INTEGER NOT NULL,
    other_id          INTEGER NOT NULL,
    survivor_timeline INTEGER NOT NULL,
    other_timeline    INTEGER NOT NULL,
    -- The tags that the survivor got from the other one.
    tags              TEXT NOT NULL,
    staff_id          INTEGER REFERENCES staff (id),
    merged_at         INTEGER NOT NULL,
    released_at       INTEGER
);
-- Nothing is merged twice.
CREATE UNIQUE INDEX record_merge_other_key ON record_merge (record_kind, other_id) WHERE released_at IS NULL;
CREATE INDEX record_merge_timeline ON record_merge (survivor_timeline, other_timeline) WHERE released_at IS NULL;
