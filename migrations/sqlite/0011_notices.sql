-- How each person wants to be told of each kind of thing, where it is not the usual way.
CREATE TABLE notice_choice (
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    notice   TEXT NOT NULL,
    channel  TEXT NOT NULL,
    PRIMARY KEY (staff_id, notice)
);

-- What kind of thing it tells of; the long run that did it and of how many; whether the morning's mail is to have it.
ALTER TABLE notification ADD COLUMN notice TEXT;
ALTER TABLE notification ADD COLUMN run_id INTEGER;
ALTER TABLE notification ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
ALTER TABLE notification ADD COLUMN for_digest BOOLEAN NOT NULL DEFAULT FALSE;
CREATE UNIQUE INDEX notification_run ON notification (staff_id, notice, run_id) WHERE run_id IS NOT NULL;
CREATE INDEX notification_digest ON notification (staff_id, id) WHERE for_digest;
