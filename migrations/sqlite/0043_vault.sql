-- Which keys there were, and which one is the one of now. The keys themselves are not in the database: they stand in a
-- file of the data folder.
CREATE TABLE vault_key (
    id         TEXT PRIMARY KEY,
    made_at    INTEGER NOT NULL,
    retired_at INTEGER
);
CREATE UNIQUE INDEX vault_key_current ON vault_key ((retired_at IS NULL)) WHERE retired_at IS NULL;

-- Secrets that hang on records.
CREATE TABLE vault_entry (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    timeline_id INTEGER NOT NULL REFERENCES timeline (id),
    -- The record on which it was put: what is secret is bound to it.
    record_kind TEXT NOT NULL,
    record_id   INTEGER NOT NULL,
    name        TEXT NOT NULL,
    -- Secret, user name, address and note, encrypted together with this key (XChaCha20-Poly1305): nonce and text, Base64.
    sealed      TEXT NOT NULL,
    key_id      TEXT NOT NULL REFERENCES vault_key (id),
    created_by  INTEGER REFERENCES staff (id),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    deleted_at  INTEGER,
    version     INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX vault_entry_timeline ON vault_entry (timeline_id, id);
CREATE INDEX vault_entry_key ON vault_entry (key_id, id);
CREATE INDEX vault_entry_deleted ON vault_entry (deleted_at) WHERE deleted_at IS NOT NULL;

-- Who may look at them, beside administrators.
CREATE TABLE vault_role (
    entry_id INTEGER NOT NULL REFERENCES vault_entry (id) ON DELETE CASCADE,
    role_id  INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    PRIMARY KEY (entry_id, role_id)
);
CREATE INDEX vault_role_role ON vault_role (role_id);
