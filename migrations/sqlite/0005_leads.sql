CREATE TABLE pipeline (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    is_default BOOLEAN NOT NULL DEFAULT FALSE,
    version    INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX pipeline_default_key ON pipeline (is_default) WHERE is_default;

CREATE TABLE stage (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    pipeline_id      INTEGER NOT NULL REFERENCES pipeline (id),
    name             TEXT NOT NULL,
    hue              INTEGER NOT NULL,
    position         INTEGER NOT NULL,
    -- open, won, lost
    kind             TEXT NOT NULL,
    probability      INTEGER NOT NULL DEFAULT 0,
    wip_limit        INTEGER,
    wip_blocks       BOOLEAN NOT NULL DEFAULT FALSE,
    required_fields  TEXT NOT NULL DEFAULT '[]',
    stale_after_days INTEGER,
    is_conversion    BOOLEAN NOT NULL DEFAULT FALSE,
    is_default       BOOLEAN NOT NULL DEFAULT FALSE,
    version          INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX stage_pipeline ON stage (pipeline_id, position);
CREATE UNIQUE INDEX stage_conversion_key ON stage (pipeline_id) WHERE is_conversion;
CREATE UNIQUE INDEX stage_default_key ON stage (pipeline_id) WHERE is_default;

CREATE TABLE source (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    is_default BOOLEAN NOT NULL DEFAULT FALSE,
    version    INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX source_default_key ON source (is_default) WHERE is_default;

CREATE TABLE lost_reason (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL,
    position INTEGER NOT NULL,
    version  INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE lead (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    name            TEXT NOT NULL,
    sort_key        TEXT NOT NULL,
    stage_id        INTEGER NOT NULL REFERENCES stage (id),
    -- The place in the column: a fractional index, ordered by (rank, id).
    rank            TEXT NOT NULL,
    source_id       INTEGER NOT NULL REFERENCES source (id),
    owner_id        INTEGER REFERENCES staff (id),
    company         TEXT,
    position        TEXT,
    email           TEXT,
    email_norm      TEXT,
    phone           TEXT,
    phone_norm      TEXT,
    website         TEXT,
    street          TEXT,
    city            TEXT,
    region          TEXT,
    postcode        TEXT,
    country         TEXT,
    value_minor     INTEGER,
    value_currency  TEXT,
    language        TEXT,
    description     TEXT,
    is_public       BOOLEAN NOT NULL DEFAULT FALSE,
    -- active, lost, junk
    outcome         TEXT NOT NULL DEFAULT 'active',
    lost_reason_id  INTEGER REFERENCES lost_reason (id),
    -- Whether the lead stands on the board: active and not deleted. Kept by the store, for the indexes.
    on_board        BOOLEAN NOT NULL DEFAULT TRUE,
    stage_since     INTEGER NOT NULL,
    last_contact_at INTEGER,
    converted_at    INTEGER,
    customer_id     INTEGER REFERENCES customer (id),
    timeline_id     INTEGER NOT NULL REFERENCES timeline (id),
    import_id       INTEGER,
    version         INTEGER NOT NULL DEFAULT 1,
    created_by      INTEGER REFERENCES staff (id),
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    deleted_at      INTEGER
);
-- The board: a column in its order, for all, for an owner, for a creator, and the public ones.
CREATE INDEX lead_board ON lead (stage_id, rank, id) WHERE on_board;
CREATE INDEX lead_board_owner ON lead (owner_id, stage_id, rank, id) WHERE on_board;
CREATE INDEX lead_board_creator ON lead (created_by, stage_id, rank, id) WHERE on_board;
CREATE INDEX lead_board_public ON lead (stage_id, rank, id) WHERE on_board AND is_public;
-- How many stand in a stage for too long.
CREATE INDEX lead_board_age ON lead (stage_id, stage_since, id) WHERE on_board;
-- Counts and sums under a filter, without visiting the rows.
CREATE INDEX lead_totals ON lead (stage_id, owner_id, source_id, stage_since, created_at, last_contact_at, value_currency, value_minor, created_by, is_public) WHERE on_board;
-- The list.
CREATE INDEX lead_created ON lead (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX lead_created_owner ON lead (owner_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX lead_created_creator ON lead (created_by, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX lead_created_stage ON lead (stage_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX lead_name ON lead (sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX lead_value ON lead (coalesce(value_minor, 0), id) WHERE deleted_at IS NULL;
CREATE INDEX lead_contact ON lead (coalesce(last_contact_at, 0), id) WHERE deleted_at IS NULL;
CREATE INDEX lead_email ON lead (email_norm) WHERE email_norm IS NOT NULL;
CREATE INDEX lead_phone ON lead (phone_norm) WHERE phone_norm IS NOT NULL;
CREATE INDEX lead_timeline ON lead (timeline_id);
CREATE INDEX lead_import ON lead (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX lead_customer ON lead (customer_id) WHERE customer_id IS NOT NULL;

-- Exact counts and sums of the board, changed in the transaction of each move. Owner 0 stands for nobody,
-- the empty currency for leads without a value.
CREATE TABLE lead_total (
    stage_id INTEGER NOT NULL REFERENCES stage (id),
    owner_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    leads    INTEGER NOT NULL,
    minor    INTEGER NOT NULL,
    PRIMARY KEY (stage_id, owner_id, currency)
);

CREATE VIRTUAL TABLE lead_search USING fts5 (
    body, who, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
