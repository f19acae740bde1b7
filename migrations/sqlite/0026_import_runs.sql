-- The number under which the events of an import are found, for those that began since events have one.
ALTER TABLE import ADD COLUMN run_id INTEGER;
