-- The places of customers, as a kind of record among others: changed, taken back and kept in the bin as customers are.
-- Their history is their customer's.
CREATE TABLE site (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id  INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    sort_key     TEXT NOT NULL,
    -- Whom to turn to there: a contact of the same customer. One that was removed stays named until it is gone for good,
    -- and is there again when it is taken back.
    contact_id   INTEGER REFERENCES contact (id) ON DELETE SET NULL,
    phone        TEXT,
    email        TEXT,
    street       TEXT,
    postcode     TEXT,
    city         TEXT,
    region       TEXT,
    country      TEXT,
    -- How one gets in. No search finds it.
    access_notes TEXT,
    custom       TEXT NOT NULL DEFAULT '{}',
    version      INTEGER NOT NULL DEFAULT 1,
    created_by   INTEGER REFERENCES staff (id),
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    deleted_at   INTEGER
);
CREATE INDEX site_customer ON site (customer_id, sort_key, id);
CREATE INDEX site_contact ON site (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX site_bin ON site (deleted_at, id) WHERE deleted_at IS NOT NULL;
