CREATE TABLE role (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT NOT NULL,
    capabilities TEXT NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE staff (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_norm    TEXT NOT NULL,
    password_hash TEXT,
    role_id       INTEGER REFERENCES role (id),
    is_admin      BOOLEAN NOT NULL DEFAULT FALSE,
    is_active     BOOLEAN NOT NULL DEFAULT TRUE,
    language      TEXT,
    theme         TEXT NOT NULL DEFAULT 'auto',
    preferences   TEXT NOT NULL DEFAULT '{}',
    version       INTEGER NOT NULL DEFAULT 1,
    created_at    INTEGER NOT NULL,
    CONSTRAINT staff_email_norm_key UNIQUE (email_norm)
);

CREATE TABLE session (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash   TEXT NOT NULL,
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    address      TEXT NOT NULL,
    user_agent   TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    CONSTRAINT session_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX session_staff ON session (staff_id);

CREATE TABLE token (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash   TEXT NOT NULL,
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    name         TEXT NOT NULL,
    scope        TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    CONSTRAINT token_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX token_staff ON token (staff_id);

-- Links to set a new password, each for one use.
CREATE TABLE password_link (
    token_hash TEXT PRIMARY KEY,
    staff_id   INTEGER NOT NULL REFERENCES staff (id),
    expires_at INTEGER NOT NULL
);

CREATE TABLE notification (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    text        TEXT NOT NULL,
    record_kind TEXT,
    record_id   INTEGER,
    created_at  INTEGER NOT NULL,
    read_at     INTEGER
);
CREATE INDEX notification_staff ON notification (staff_id, id);
