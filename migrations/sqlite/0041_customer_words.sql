-- The lists of words that customers are described with. A name is in its list once, whatever its letters look like; an
-- entry that is archived is offered no more and stays where it was chosen; of its kinds of customers none means all.
CREATE TABLE segment (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    sort_key    TEXT NOT NULL,
    hue         INTEGER NOT NULL DEFAULT 0,
    position    INTEGER NOT NULL,
    is_default  BOOLEAN NOT NULL DEFAULT FALSE,
    kinds       TEXT NOT NULL DEFAULT '',
    archived_at INTEGER,
    version     INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX segment_sort_key_key ON segment (sort_key);
CREATE UNIQUE INDEX segment_is_default_key ON segment (is_default) WHERE is_default;

CREATE TABLE customer_status (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    sort_key    TEXT NOT NULL,
    hue         INTEGER NOT NULL DEFAULT 0,
    position    INTEGER NOT NULL,
    is_default  BOOLEAN NOT NULL DEFAULT FALSE,
    kinds       TEXT NOT NULL DEFAULT '',
    archived_at INTEGER,
    version     INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX customer_status_sort_key_key ON customer_status (sort_key);
CREATE UNIQUE INDEX customer_status_is_default_key ON customer_status (is_default) WHERE is_default;

CREATE TABLE channel (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    sort_key    TEXT NOT NULL,
    hue         INTEGER NOT NULL DEFAULT 0,
    position    INTEGER NOT NULL,
    is_default  BOOLEAN NOT NULL DEFAULT FALSE,
    kinds       TEXT NOT NULL DEFAULT '',
    archived_at INTEGER,
    version     INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX channel_sort_key_key ON channel (sort_key);
CREATE UNIQUE INDEX channel_is_default_key ON channel (is_default) WHERE is_default;

CREATE TABLE customer_group (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    sort_key    TEXT NOT NULL,
    hue         INTEGER NOT NULL DEFAULT 0,
    position    INTEGER NOT NULL,
    is_default  BOOLEAN NOT NULL DEFAULT FALSE,
    kinds       TEXT NOT NULL DEFAULT '',
    archived_at INTEGER,
    version     INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX customer_group_sort_key_key ON customer_group (sort_key);
CREATE UNIQUE INDEX customer_group_is_default_key ON customer_group (is_default) WHERE is_default;

CREATE TABLE customer_grouping (
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    group_id    INTEGER NOT NULL REFERENCES customer_group (id),
    PRIMARY KEY (customer_id, group_id)
);
CREATE INDEX customer_grouping_group ON customer_grouping (group_id, customer_id);
