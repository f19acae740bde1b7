-- Fields that the organisation adds to its records, and the entries of their lists. Nothing is ever removed: values of
-- records name them.

CREATE TABLE field (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    record_kind TEXT NOT NULL,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    is_required BOOLEAN NOT NULL DEFAULT FALSE,
    is_listed   BOOLEAN NOT NULL DEFAULT FALSE,
    position    INTEGER NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL,
    deleted_at  INTEGER
);
CREATE INDEX field_kind ON field (record_kind, position, id) WHERE deleted_at IS NULL;

CREATE TABLE field_option (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    field_id   INTEGER NOT NULL REFERENCES field (id),
    name       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    is_offered BOOLEAN NOT NULL DEFAULT TRUE
);
CREATE INDEX field_option_field ON field_option (field_id, position, id);

-- The values by field, as {"c12": ..}.
ALTER TABLE lead ADD COLUMN custom TEXT NOT NULL DEFAULT '{}';
