-- The list as it opens, and how many it holds: the leads in play, the newest last.
CREATE INDEX lead_in_play ON lead (created_at, id) WHERE deleted_at IS NULL AND outcome = 'active' AND customer_id IS NULL;

-- The board's counts, without visiting a row: what an index asks of its rows has to stand in it, too.
DROP INDEX lead_board_age;
CREATE INDEX lead_board_age ON lead (stage_id, stage_since, id, on_board) WHERE on_board;
DROP INDEX lead_totals;
CREATE INDEX lead_totals ON lead (stage_id, owner_id, source_id, stage_since, created_at, last_contact_at, value_currency, value_minor, created_by, is_public, on_board) WHERE on_board;
