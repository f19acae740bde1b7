-- The address under which other programs find a person's tasks: one for each person, of which only a hash is kept.
CREATE TABLE calendar_feed (
    staff_id     BIGINT PRIMARY KEY REFERENCES staff (id),
    secret_hash  TEXT NOT NULL UNIQUE,
    created_at   BIGINT NOT NULL,
    last_used_at BIGINT
);
