-- The list as it opens, and how many it holds: the leads in play, the newest last.
CREATE INDEX lead_in_play ON lead (created_at, id) WHERE deleted_at IS NULL AND outcome = 'active' AND customer_id IS NULL;
