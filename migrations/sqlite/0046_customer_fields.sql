-- Customers with all their fields, as a kind of record among others: in lists under any filter, with fields of the
-- organisation's own, in bins, imports and merges.
ALTER TABLE customer ADD COLUMN number TEXT;
ALTER TABLE customer ADD COLUMN division TEXT;
ALTER TABLE customer ADD COLUMN mobile TEXT;
ALTER TABLE customer ADD COLUMN mobile_norm TEXT;
ALTER TABLE customer ADD COLUMN vat_number TEXT;
ALTER TABLE customer ADD COLUMN segment_id INTEGER REFERENCES segment (id);
ALTER TABLE customer ADD COLUMN status_id INTEGER REFERENCES customer_status (id);
ALTER TABLE customer ADD COLUMN channel_id INTEGER REFERENCES channel (id);
ALTER TABLE customer ADD COLUMN service_manager_id INTEGER REFERENCES staff (id);
ALTER TABLE customer ADD COLUMN shipping_street TEXT;
ALTER TABLE customer ADD COLUMN shipping_postcode TEXT;
ALTER TABLE customer ADD COLUMN shipping_city TEXT;
ALTER TABLE customer ADD COLUMN shipping_region TEXT;
ALTER TABLE customer ADD COLUMN shipping_country TEXT;
ALTER TABLE customer ADD COLUMN import_id INTEGER;
-- The letter under which the name stands in a directory; `#` for none.
ALTER TABLE customer ADD COLUMN initial TEXT NOT NULL DEFAULT '#';
UPDATE customer SET initial = upper(substr(sort_key, 1, 1)) WHERE substr(sort_key, 1, 1) BETWEEN 'a' AND 'z';
ALTER TABLE customer ADD COLUMN custom TEXT NOT NULL DEFAULT '{}';

CREATE UNIQUE INDEX customer_number_key ON customer (number) WHERE deleted_at IS NULL;
CREATE INDEX customer_vat ON customer (vat_number) WHERE deleted_at IS NULL AND vat_number IS NOT NULL;
CREATE INDEX customer_service ON customer (service_manager_id, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_of_segment ON customer (segment_id, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_of_status ON customer (status_id, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_of_channel ON customer (channel_id, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_kind ON customer (kind, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_initial ON customer (initial, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_created ON customer (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_updated ON customer (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_deleted ON customer (deleted_at, id) WHERE deleted_at IS NOT NULL;

-- What hangs on a customer goes along when that is merged into another, and back when the merge is taken apart.
CREATE TABLE customer_part_move (
    record_kind TEXT NOT NULL,
    part_id     INTEGER NOT NULL,
    from_id     INTEGER NOT NULL REFERENCES customer (id),
    to_id       INTEGER NOT NULL REFERENCES customer (id),
    -- Whether it was the primary contact where it came from.
    was_primary BOOLEAN NOT NULL,
    PRIMARY KEY (record_kind, part_id, from_id, to_id)
);
CREATE INDEX customer_part_move_ends ON customer_part_move (from_id, to_id);
CREATE INDEX customer_part_move_to ON customer_part_move (to_id);

-- A house that was set up before begins its lists now; a new one begins them when it is set up.
INSERT INTO job (kind, payload, run_at, created_at)
SELECT 'customers.begin_lists', '{}', 0, 0 WHERE EXISTS (SELECT 1 FROM setting WHERE key = 'set-up');
