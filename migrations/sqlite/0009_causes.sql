-- Why something happened, beside somebody's own wish: a long run of many changes, and the event that it takes back.

ALTER TABLE event ADD COLUMN run_id INTEGER;
ALTER TABLE event ADD COLUMN undoes INTEGER;
CREATE INDEX event_run ON event (run_id, id) WHERE run_id IS NOT NULL;
CREATE INDEX event_undoes ON event (undoes) WHERE undoes IS NOT NULL;

-- What lies in the bin, what went there last first.
CREATE INDEX lead_deleted ON lead (deleted_at, id) WHERE deleted_at IS NOT NULL;
