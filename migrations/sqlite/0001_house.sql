-- What the house itself needs: settings, events, jobs, mails, limits.

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- What happened: the timeline, the audit trail, the realtime feed. Rows are never changed.
CREATE TABLE event (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    -- On PostgreSQL the transaction's number: sequences commit out of order, (xid, id) does not lose any.
    xid         INTEGER NOT NULL DEFAULT 0,
    at          INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    record_id   INTEGER NOT NULL,
    timeline_id INTEGER,
    version     INTEGER NOT NULL,
    staff_id    INTEGER,
    payload     TEXT NOT NULL,
    audience    TEXT NOT NULL
);
CREATE INDEX event_feed ON event (xid, id);
CREATE INDEX event_timeline ON event (timeline_id, id) WHERE timeline_id IS NOT NULL;
CREATE INDEX event_record ON event (record_kind, record_id, id);

CREATE TABLE job (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    kind         TEXT NOT NULL,
    payload      TEXT NOT NULL,
    dedupe_key   TEXT,
    run_at       INTEGER NOT NULL,
    attempts     INTEGER NOT NULL DEFAULT 0,
    leased_until INTEGER,
    failed_at    INTEGER,
    last_error   TEXT,
    created_at   INTEGER NOT NULL
);
CREATE INDEX job_due ON job (run_at, id) WHERE failed_at IS NULL;
CREATE UNIQUE INDEX job_dedupe_key ON job (dedupe_key) WHERE failed_at IS NULL AND leased_until IS NULL;

-- The outbox. Without a mail server configured the mails stay here and can be read under Settings.
CREATE TABLE mail (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id  TEXT NOT NULL,
    recipient   TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    language    TEXT NOT NULL,
    state       TEXT NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    last_error  TEXT,
    created_at  INTEGER NOT NULL,
    sent_at     INTEGER
);
CREATE INDEX mail_state ON mail (state, id);

-- Tries that count against a limit (sign-in, forgotten password), by what is limited.
CREATE TABLE attempt (
    bucket TEXT NOT NULL,
    at     INTEGER NOT NULL
);
CREATE INDEX attempt_bucket ON attempt (bucket, at);

-- Answers of the REST API by Idempotency-Key.
CREATE TABLE idempotency (
    staff_id    INTEGER NOT NULL,
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status      INTEGER,
    body        TEXT,
    created_at  INTEGER NOT NULL,
    PRIMARY KEY (staff_id, key)
);
