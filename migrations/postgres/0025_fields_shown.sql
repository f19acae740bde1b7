-- Which added fields stand on the card, and which field of a customer each becomes when a lead is converted.
ALTER TABLE field ADD COLUMN is_on_card BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE field ADD COLUMN becomes TEXT;
