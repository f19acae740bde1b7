-- What a new record has in an added field unless something else is said, as JSON as its records hold it; NULL for nothing.
ALTER TABLE field ADD COLUMN default_value TEXT;
