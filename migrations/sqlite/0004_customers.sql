CREATE TABLE customer (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    kind           TEXT NOT NULL,
    name           TEXT NOT NULL,
    sort_key       TEXT NOT NULL,
    email          TEXT,
    email_norm     TEXT,
    phone          TEXT,
    phone_norm     TEXT,
    website        TEXT,
    street         TEXT,
    city           TEXT,
    region         TEXT,
    postcode       TEXT,
    country        TEXT,
    -- The responsible manager.
    manager_id     INTEGER REFERENCES staff (id),
    currency       TEXT NOT NULL,
    language       TEXT,
    is_active      BOOLEAN NOT NULL DEFAULT TRUE,
    timeline_id    INTEGER NOT NULL REFERENCES timeline (id),
    origin_lead_id INTEGER,
    version        INTEGER NOT NULL DEFAULT 1,
    created_by     INTEGER REFERENCES staff (id),
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    deleted_at     INTEGER
);
CREATE INDEX customer_name ON customer (sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_manager ON customer (manager_id, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_timeline ON customer (timeline_id);

CREATE TABLE contact (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    first_name  TEXT NOT NULL,
    last_name   TEXT NOT NULL,
    email       TEXT,
    email_norm  TEXT,
    phone       TEXT,
    phone_norm  TEXT,
    position    TEXT,
    is_primary  BOOLEAN NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL,
    deleted_at  INTEGER
);
CREATE INDEX contact_customer ON contact (customer_id, id);
CREATE INDEX contact_email ON contact (email_norm) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX contact_primary_key ON contact (customer_id) WHERE is_primary AND deleted_at IS NULL;

-- Staff who may see a customer without the general permission.
CREATE TABLE customer_administrator (
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    PRIMARY KEY (customer_id, staff_id)
);
CREATE INDEX customer_administrator_staff ON customer_administrator (staff_id, customer_id);

CREATE VIRTUAL TABLE customer_search USING fts5 (
    body, who, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
