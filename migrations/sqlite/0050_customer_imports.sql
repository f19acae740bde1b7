-- Customers as rows of files mean them: by their addresses and numbers, and by the import that made them.
CREATE INDEX customer_import ON customer (import_id, id) WHERE import_id IS NOT NULL;
CREATE INDEX customer_email ON customer (email_norm) WHERE deleted_at IS NULL AND email_norm IS NOT NULL;
CREATE INDEX customer_phone ON customer (phone_norm) WHERE deleted_at IS NULL AND phone_norm IS NOT NULL;
CREATE INDEX customer_mobile ON customer (mobile_norm) WHERE deleted_at IS NULL AND mobile_norm IS NOT NULL;
