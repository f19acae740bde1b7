-- Public leads in the order of the list: the branch of who sees few begins with it.
CREATE INDEX lead_created_public ON lead (created_at, id) WHERE deleted_at IS NULL AND is_public;
