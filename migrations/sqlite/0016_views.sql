-- What people look at again and again: which records, in which order, laid out how.
CREATE TABLE view (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    record_kind TEXT NOT NULL,
    name        TEXT NOT NULL,
    owner_id    INTEGER NOT NULL REFERENCES staff (id),
    -- private, roles, all
    sharing     TEXT NOT NULL,
    -- list, board
    layout      TEXT NOT NULL,
    -- Filter, order, columns and groups, as JSON.
    query       TEXT NOT NULL,
    position    INTEGER NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL,
    deleted_at  INTEGER
);
CREATE INDEX view_kind ON view (record_kind, position, id) WHERE deleted_at IS NULL;

-- Whom a view is shared with where that is not everybody, and for whom it opens first.
CREATE TABLE view_role (
    view_id    INTEGER NOT NULL REFERENCES view (id) ON DELETE CASCADE,
    role_id    INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    is_default BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (view_id, role_id)
);

-- What each person has at hand, and what opens first for them.
CREATE TABLE view_mine (
    staff_id   INTEGER NOT NULL REFERENCES staff (id),
    view_id    INTEGER NOT NULL REFERENCES view (id) ON DELETE CASCADE,
    is_pinned  BOOLEAN NOT NULL DEFAULT FALSE,
    is_default BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (staff_id, view_id)
);

-- Who sees everything of an area may share views of it: so far, what everybody sees was laid out by them.
UPDATE role SET capabilities = capabilities || ' leads.share'
    WHERE ' ' || capabilities || ' ' LIKE '% leads.view\_all %' ESCAPE '\';
UPDATE role SET capabilities = capabilities || ' customers.share'
    WHERE ' ' || capabilities || ' ' LIKE '% customers.view\_all %' ESCAPE '\';
