-- When somebody was last here. A session that is over is deleted, and with it what it knew.
ALTER TABLE staff ADD COLUMN last_seen_at INTEGER;
UPDATE staff SET last_seen_at = (SELECT max(last_seen_at) FROM session WHERE session.staff_id = staff.id);
