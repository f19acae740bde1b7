-- What the organisation sells.
CREATE TABLE product (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    code           TEXT,
    -- The code in lower case: no two products have the same.
    code_norm      TEXT,
    name           TEXT NOT NULL,
    sort_key       TEXT NOT NULL,
    -- What it is found by: the sort keys of its name, its code and its unit.
    words          TEXT NOT NULL,
    description    TEXT,
    unit           TEXT,
    price_minor    INTEGER,
    price_currency TEXT,
    -- once, day, week, month, quarter, year
    charge         TEXT NOT NULL,
    is_active      BOOLEAN NOT NULL DEFAULT TRUE,
    custom         TEXT NOT NULL DEFAULT '{}',
    timeline_id    INTEGER NOT NULL REFERENCES timeline (id),
    version        INTEGER NOT NULL DEFAULT 1,
    created_by     INTEGER REFERENCES staff (id),
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    deleted_at     INTEGER
);
CREATE UNIQUE INDEX product_code_norm_key ON product (code_norm) WHERE code_norm IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX product_name ON product (sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX product_bin ON product (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX product_timeline ON product (timeline_id);

-- Personal accounts of customers. Their history is their customer's. One without postings goes with its customer.
CREATE TABLE account (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    number      TEXT NOT NULL,
    -- The number in lower case: unique over the house, those in the bin among them.
    number_norm TEXT NOT NULL,
    name        TEXT,
    currency    TEXT NOT NULL,
    -- open, suspended, closed
    status      TEXT NOT NULL,
    custom      TEXT NOT NULL DEFAULT '{}',
    version     INTEGER NOT NULL DEFAULT 1,
    created_by  INTEGER REFERENCES staff (id),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    deleted_at  INTEGER
);
CREATE UNIQUE INDEX account_number_norm_key ON account (number_norm);
CREATE INDEX account_customer ON account (customer_id, id);
CREATE INDEX account_bin ON account (deleted_at, id) WHERE deleted_at IS NOT NULL;

-- What an account is charged for, once or for each period that begins from from_day on and before to_day.
CREATE TABLE account_service (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id  INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    product_id  INTEGER REFERENCES product (id) ON DELETE SET NULL,
    description TEXT NOT NULL,
    -- Millionths.
    quantity    INTEGER NOT NULL,
    -- For one, in the account's currency.
    price_minor INTEGER NOT NULL,
    -- once, day, week, month, quarter, year
    charge      TEXT NOT NULL,
    -- Days since 1970-01-01.
    from_day    INTEGER NOT NULL,
    -- The first day without it.
    to_day      INTEGER,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL,
    deleted_at  INTEGER
);
CREATE INDEX account_service_account ON account_service (account_id, id);
CREATE INDEX account_service_product ON account_service (product_id) WHERE product_id IS NOT NULL;

-- Where entries stand: one for each personal account, and the house's own for each currency.
CREATE TABLE ledger_account (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER REFERENCES account (id),
    -- receivable, income, cash, correction
    role       TEXT NOT NULL,
    currency   TEXT NOT NULL
);
CREATE UNIQUE INDEX ledger_account_account_id_key ON ledger_account (account_id) WHERE account_id IS NOT NULL;
CREATE UNIQUE INDEX ledger_account_role_key ON ledger_account (role, currency) WHERE account_id IS NULL;

-- Postings and their entries are added and never changed: a mistake is reversed by a further posting.
CREATE TABLE ledger_posting (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    at          INTEGER NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    -- charge, payment, correction, reversal
    kind        TEXT NOT NULL,
    reason      TEXT NOT NULL,
    reverses_id INTEGER REFERENCES ledger_posting (id),
    -- The service that was charged, and the day on which the period begins.
    service_id  INTEGER REFERENCES account_service (id),
    period_day  INTEGER,
    created_by  INTEGER REFERENCES staff (id),
    CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL)),
    CHECK ((service_id IS NULL) = (period_day IS NULL))
);
CREATE UNIQUE INDEX ledger_posting_reverses_id_key ON ledger_posting (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE UNIQUE INDEX ledger_posting_service_id_key ON ledger_posting (service_id, period_day) WHERE service_id IS NOT NULL;
CREATE INDEX ledger_posting_account ON ledger_posting (account_id, id);

CREATE TABLE ledger_entry (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    posting_id        INTEGER NOT NULL REFERENCES ledger_posting (id),
    ledger_account_id INTEGER NOT NULL REFERENCES ledger_account (id),
    -- When it was posted, as in the posting: statements are in this order.
    at                INTEGER NOT NULL,
    minor             INTEGER NOT NULL,
    currency          TEXT NOT NULL
);
-- A balance is a sum along this index; no row is visited for it.
CREATE INDEX ledger_entry_account ON ledger_entry (ledger_account_id, at, id, minor);
CREATE INDEX ledger_entry_posting ON ledger_entry (posting_id);

CREATE TRIGGER ledger_posting_kept BEFORE UPDATE ON ledger_posting BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_posting_stays BEFORE DELETE ON ledger_posting BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_entry_kept BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_entry_stays BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
-- What an `INSERT OR REPLACE` puts out of the way, no trigger of deletions hears of.
CREATE TRIGGER ledger_posting_new BEFORE INSERT ON ledger_posting WHEN EXISTS (SELECT 1 FROM ledger_posting p WHERE p.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_entry_new BEFORE INSERT ON ledger_entry WHEN EXISTS (SELECT 1 FROM ledger_entry e WHERE e.id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
