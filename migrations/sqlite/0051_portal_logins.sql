-- Contacts sign in by the page of staff: a session and a link belong to one or the other. SQLite cannot loosen a column,
-- so both tables are made anew.
CREATE TABLE session_new (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash   TEXT NOT NULL,
    staff_id     INTEGER REFERENCES staff (id),
    contact_id   INTEGER REFERENCES contact (id),
    -- With whose eyes a member of staff looks: {"role": 3} or {"contact": 7}.
    viewing      TEXT,
    address      TEXT NOT NULL,
    user_agent   TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    CONSTRAINT session_token_hash_key UNIQUE (token_hash),
    CHECK ((staff_id IS NULL) <> (contact_id IS NULL)),
    CHECK (viewing IS NULL OR staff_id IS NOT NULL)
);
INSERT INTO session_new (id, token_hash, staff_id, address, user_agent, created_at, last_seen_at, expires_at)
    SELECT id, token_hash, staff_id, address, user_agent, created_at, last_seen_at, expires_at FROM session;
DROP TABLE session;
ALTER TABLE session_new RENAME TO session;
CREATE INDEX session_staff ON session (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX session_contact ON session (contact_id) WHERE contact_id IS NOT NULL;

DROP TABLE password_link;
CREATE TABLE password_link (
    token_hash TEXT PRIMARY KEY,
    staff_id   INTEGER REFERENCES staff (id),
    contact_id INTEGER REFERENCES contact (id),
    expires_at INTEGER NOT NULL,
    CHECK ((staff_id IS NULL) <> (contact_id IS NULL))
);

-- What a contact signs in with. A row of its own, since nobody who reads contacts has to do with it.
CREATE TABLE contact_login (
    contact_id    INTEGER PRIMARY KEY REFERENCES contact (id),
    password_hash TEXT,
    theme         TEXT NOT NULL DEFAULT 'auto',
    last_seen_at  INTEGER
);

-- Rights and notices of contacts under a name, to be given to many.
CREATE TABLE permission_set (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    name_norm   TEXT NOT NULL,
    permissions INTEGER NOT NULL,
    notices     INTEGER NOT NULL
);
CREATE UNIQUE INDEX permission_set_name_norm_key ON permission_set (name_norm);
