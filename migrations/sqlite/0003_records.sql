-- What hangs on a record of any kind. A lead and the customer made from it share one timeline.
CREATE TABLE timeline (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at INTEGER NOT NULL
);

CREATE TABLE note (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    timeline_id  INTEGER NOT NULL REFERENCES timeline (id),
    body         TEXT NOT NULL,
    -- When the author got in touch, if the note tells of that.
    contacted_at INTEGER,
    staff_id     INTEGER REFERENCES staff (id),
    version      INTEGER NOT NULL DEFAULT 1,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    deleted_at   INTEGER
);
CREATE INDEX note_timeline ON note (timeline_id, id) WHERE deleted_at IS NULL;

CREATE TABLE file (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    timeline_id INTEGER NOT NULL REFERENCES timeline (id),
    name        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    size        INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    storage_key TEXT NOT NULL,
    preview_key TEXT,
    staff_id    INTEGER REFERENCES staff (id),
    created_at  INTEGER NOT NULL,
    deleted_at  INTEGER,
    CONSTRAINT file_storage_key_key UNIQUE (storage_key)
);
CREATE INDEX file_timeline ON file (timeline_id, id) WHERE deleted_at IS NULL;
-- The room that somebody has used up, and what is to leave the disk.
CREATE INDEX file_staff ON file (staff_id, size);
CREATE INDEX file_deleted ON file (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE reminder (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    timeline_id INTEGER NOT NULL REFERENCES timeline (id),
    record_kind TEXT NOT NULL,
    record_id   INTEGER NOT NULL,
    -- Whom to remind.
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    text        TEXT NOT NULL,
    due_at      INTEGER NOT NULL,
    done_at     INTEGER,
    notified_at INTEGER,
    created_by  INTEGER REFERENCES staff (id),
    created_at  INTEGER NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX reminder_timeline ON reminder (timeline_id, due_at) WHERE done_at IS NULL;
CREATE INDEX reminder_staff ON reminder (staff_id, due_at) WHERE done_at IS NULL;
CREATE INDEX reminder_due ON reminder (due_at) WHERE done_at IS NULL AND notified_at IS NULL;

CREATE TABLE tag (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT NOT NULL,
    name_norm TEXT NOT NULL,
    hue       INTEGER NOT NULL,
    CONSTRAINT tag_name_norm_key UNIQUE (name_norm)
);

CREATE TABLE tagging (
    timeline_id INTEGER NOT NULL REFERENCES timeline (id),
    tag_id      INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (timeline_id, tag_id)
);
CREATE INDEX tagging_tag ON tagging (tag_id, timeline_id);
