-- What is to be done: on a record, or on one's own.
CREATE TABLE task (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    -- All three or none: a task on one's own stands on no timeline.
    timeline_id  INTEGER REFERENCES timeline (id),
    record_kind  TEXT,
    record_id    INTEGER,
    kind         TEXT NOT NULL,
    title        TEXT NOT NULL,
    note         TEXT NOT NULL,
    -- As people said it, on the organisation's clock: days since 1970-01-01, minutes since midnight.
    local_day    INTEGER,
    local_minute INTEGER,
    -- Worked out from those two and the organisation's time zone.
    due_at       INTEGER,
    minutes      INTEGER,
    repeats      TEXT,
    -- The first task of those that one rule makes, once there is a second, and the place among them.
    series_id    INTEGER,
    occurrence   INTEGER NOT NULL DEFAULT 1,
    done_at      INTEGER,
    done_by      INTEGER REFERENCES staff (id),
    created_by   INTEGER REFERENCES staff (id),
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    deleted_at   INTEGER,
    version      INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX task_timeline ON task (timeline_id, due_at, id) WHERE done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX task_timeline_done ON task (timeline_id, done_at) WHERE done_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX task_open ON task (id, local_day) WHERE done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX task_done ON task (done_at) WHERE done_at IS NOT NULL AND deleted_at IS NULL;
-- Of what comes again, one is open at a time.
CREATE UNIQUE INDEX task_series_key ON task (series_id) WHERE done_at IS NULL AND deleted_at IS NULL;

CREATE TABLE task_assignee (
    task_id  INTEGER NOT NULL REFERENCES task (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    -- Kept of the task, so that somebody's day is one walk along one index.
    due_at   INTEGER,
    is_open  BOOLEAN NOT NULL,
    PRIMARY KEY (task_id, staff_id)
);
CREATE INDEX task_assignee_open ON task_assignee (staff_id, due_at, task_id) WHERE is_open;
