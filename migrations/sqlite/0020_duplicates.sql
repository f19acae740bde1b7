-- What tells that records may be about the same person or company: a hash of each e-mail address, phone number, website
-- and company. The two lowest bits of a key say which of the four it is.
CREATE TABLE duplicate_key (
    key         INTEGER NOT NULL,
    record_kind TEXT NOT NULL,
    record_id   INTEGER NOT NULL,
    PRIMARY KEY (key, record_kind, record_id)
) WITHOUT ROWID;

-- The keys that more than one record has, which are few: the page of suspected pairs goes by these, newest first.
CREATE TABLE duplicate_group (
    key     INTEGER PRIMARY KEY,
    -- key & 3
    alike   INTEGER NOT NULL,
    -- When the last record came to it.
    last_at INTEGER NOT NULL
);
CREATE INDEX duplicate_group_last ON duplicate_group (alike, last_at, key);

-- Pairs of which somebody said that they are not the same, the lesser id first.
CREATE TABLE duplicate_not (
    record_kind TEXT NOT NULL,
    one_id      INTEGER NOT NULL,
    other_id    INTEGER NOT NULL,
    staff_id    INTEGER REFERENCES staff (id),
    at          INTEGER NOT NULL,
    PRIMARY KEY (record_kind, one_id, other_id)
) WITHOUT ROWID;

-- Records that were there before get their keys by a job; a new house has none.
INSERT INTO job (kind, payload, run_at, created_at)
SELECT 'duplicates.fill', '{}', 0, 0 WHERE EXISTS (SELECT 1 FROM lead) OR EXISTS (SELECT 1 FROM customer);
