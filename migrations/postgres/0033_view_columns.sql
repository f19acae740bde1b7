-- The columns that a person has chosen for the lists of a kind of record, where no saved view says others.
CREATE TABLE view_columns (
    staff_id    BIGINT NOT NULL REFERENCES staff (id),
    record_kind TEXT NOT NULL,
    columns     TEXT NOT NULL,
    PRIMARY KEY (staff_id, record_kind)
);
