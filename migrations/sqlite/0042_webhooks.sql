-- Addresses of other programs that are told what happens.
CREATE TABLE webhook (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    url           TEXT NOT NULL,
    description   TEXT NOT NULL DEFAULT '',
    -- Which events, ["lead.*", "task.done"]; all of them where it is empty.
    kinds         TEXT NOT NULL DEFAULT '[]',
    -- Whether it is told what imports and other long runs do.
    includes_runs BOOLEAN NOT NULL DEFAULT FALSE,
    -- on, paused, off: the house gave it up
    state         TEXT NOT NULL,
    -- failing, gone, staff
    off_because   TEXT,
    -- The key that signs; the one before it and until when that signs too.
    secret        TEXT NOT NULL,
    former_secret TEXT,
    former_until  INTEGER,
    -- Up to where the feed was read for it.
    cursor        TEXT NOT NULL,
    -- Since when nothing has arrived any more.
    failing_since INTEGER,
    -- Who answers for it: it is told what they may see, and not more than the program might through which it was set up.
    staff_id      INTEGER REFERENCES staff (id),
    rights        TEXT,
    version       INTEGER NOT NULL DEFAULT 1,
    created_at    INTEGER NOT NULL
);

-- One event for one of them. What is sent is made from the event each time.
CREATE TABLE webhook_delivery (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook_id   INTEGER NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    -- The number by which the receiver tells it from others, the same on each try.
    message_id   TEXT NOT NULL,
    -- None for a test.
    event_id     INTEGER,
    kind         TEXT NOT NULL,
    record_kind  TEXT,
    record_id    INTEGER,
    -- waiting, delivered, failed
    state        TEXT NOT NULL,
    tries        INTEGER NOT NULL DEFAULT 0,
    next_at      INTEGER NOT NULL,
    leased_until INTEGER,
    -- What came of the last try: the status, why there was none, the beginning of the answer, and microseconds.
    status       INTEGER,
    problem      TEXT,
    answer       TEXT,
    duration     INTEGER,
    tried_at     INTEGER,
    created_at   INTEGER NOT NULL
);
CREATE UNIQUE INDEX webhook_delivery_event_key ON webhook_delivery (webhook_id, event_id) WHERE event_id IS NOT NULL;
CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, next_at, id) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_held ON webhook_delivery (webhook_id) WHERE leased_until IS NOT NULL AND state = 'waiting';
CREATE INDEX webhook_delivery_failed ON webhook_delivery (webhook_id, id) WHERE state = 'failed';
CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at);
