-- The organisation's own companies as the law knows them: in the name of one of them each document is written.
CREATE TABLE own_entity (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    registered_name     TEXT NOT NULL,
    sort_key            TEXT NOT NULL,
    registration_number TEXT,
    tax_number          TEXT,
    street              TEXT,
    postcode            TEXT,
    city                TEXT,
    region              TEXT,
    country             TEXT,
    bank                TEXT,
    -- Without spaces, as ISO 13616 has it.
    iban                TEXT,
    bic                 TEXT,
    -- Which one bills those of whom nothing else is said.
    is_default          BOOLEAN NOT NULL DEFAULT 0,
    archived_at         INTEGER,
    version             INTEGER NOT NULL DEFAULT 1,
    created_by          INTEGER REFERENCES staff (id),
    created_at          INTEGER NOT NULL,
    updated_at          INTEGER NOT NULL,
    -- The default one is offered.
    CHECK (NOT is_default OR archived_at IS NULL)
);
CREATE UNIQUE INDEX own_entity_is_default_key ON own_entity (is_default) WHERE is_default;

-- The companies of a customer, as a kind of record among others. Their history is their customer's.
CREATE TABLE legal_entity (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id         INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    registered_name     TEXT NOT NULL,
    sort_key            TEXT NOT NULL,
    registration_number TEXT,
    tax_number          TEXT,
    street              TEXT,
    postcode            TEXT,
    city                TEXT,
    region              TEXT,
    country             TEXT,
    bank                TEXT,
    iban                TEXT,
    bic                 TEXT,
    -- Who bills it; without one the default does.
    billed_by_id        INTEGER REFERENCES own_entity (id),
    custom              TEXT NOT NULL DEFAULT '{}',
    version             INTEGER NOT NULL DEFAULT 1,
    created_by          INTEGER REFERENCES staff (id),
    created_at          INTEGER NOT NULL,
    updated_at          INTEGER NOT NULL,
    deleted_at          INTEGER
);
CREATE INDEX legal_entity_customer ON legal_entity (customer_id, sort_key, id);
CREATE INDEX legal_entity_bin ON legal_entity (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX legal_entity_billed_by ON legal_entity (billed_by_id) WHERE billed_by_id IS NOT NULL;
