-- Pictures of records: a company's logo, a person's photo. Both sizes were drawn anew from what came, which is not kept. A picture
-- that another one took the place of, or that was removed, can be taken back for 30 days.
CREATE TABLE picture (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    record_kind       TEXT NOT NULL,
    record_id         INTEGER NOT NULL,
    preview_key       TEXT NOT NULL,
    size              INTEGER NOT NULL,
    small_preview_key TEXT NOT NULL,
    small_size        INTEGER NOT NULL,
    created_by        INTEGER REFERENCES staff (id),
    created_at        INTEGER NOT NULL,
    deleted_at        INTEGER
);
-- A record has one picture at a time.
CREATE UNIQUE INDEX picture_record ON picture (record_kind, record_id) WHERE deleted_at IS NULL;
-- What is removed together with its record, the room that somebody has used up, and what is to leave the disk.
CREATE INDEX picture_all ON picture (record_kind, record_id);
CREATE INDEX picture_created_by ON picture (created_by, size, small_size);
CREATE INDEX picture_deleted ON picture (deleted_at) WHERE deleted_at IS NOT NULL;
