-- Fields that are marked are kept in an index: one row for the value of each record, written beside the record, by which
-- lists find and sort. A field is ready when the index has a row for every record.
ALTER TABLE field ADD COLUMN is_indexed BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE field ADD COLUMN is_ready BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE field_number (
    field_id  BIGINT NOT NULL,
    number    BIGINT NOT NULL,
    record_id BIGINT NOT NULL,
    PRIMARY KEY (field_id, number, record_id)
);
CREATE INDEX field_number_record ON field_number (field_id, record_id) INCLUDE (number);

-- The text is the key that texts sort by, cut to 80 bytes.
CREATE TABLE field_text (
    field_id  BIGINT NOT NULL,
    text      TEXT COLLATE "C" NOT NULL,
    record_id BIGINT NOT NULL,
    PRIMARY KEY (field_id, text, record_id)
);
CREATE INDEX field_text_record ON field_text (field_id, record_id) INCLUDE (text);
