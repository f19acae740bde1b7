-- Whether somebody agrees to marketing, as it stands now; who was never asked has no row.
CREATE TABLE consent (
    record_kind    TEXT NOT NULL,
    record_id      INTEGER NOT NULL,
    is_given       BOOLEAN NOT NULL,
    -- What the link in a mail carries. It can withdraw and nothing else, so it is kept as it is.
    withdraw_token TEXT NOT NULL,
    PRIMARY KEY (record_kind, record_id)
);
CREATE UNIQUE INDEX consent_withdraw_token_key ON consent (withdraw_token);

-- Each change: who, when, how. It is the proof that consent was given, and is never changed.
CREATE TABLE consent_change (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    record_kind TEXT NOT NULL,
    record_id   INTEGER NOT NULL,
    is_given    BOOLEAN NOT NULL,
    how         TEXT NOT NULL,
    note        TEXT,
    staff_id    INTEGER REFERENCES staff (id),
    at          INTEGER NOT NULL
);
CREATE INDEX consent_change_record ON consent_change (record_kind, record_id, id);
