-- Contacts with all their fields, as a kind of record among others: changed, taken back and kept in the bin as customers
-- are. What a contact sees in the portal and what it is told of are sets, a bit for each word of the program's lists.
ALTER TABLE contact ADD COLUMN mobile TEXT;
ALTER TABLE contact ADD COLUMN mobile_norm TEXT;
ALTER TABLE contact ADD COLUMN direction TEXT;
ALTER TABLE contact ADD COLUMN language TEXT;
ALTER TABLE contact ADD COLUMN is_active BOOLEAN NOT NULL DEFAULT 1;
ALTER TABLE contact ADD COLUMN has_portal BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN scope TEXT NOT NULL DEFAULT 'customer';
ALTER TABLE contact ADD COLUMN permissions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN notices INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN custom TEXT NOT NULL DEFAULT '{}';
CREATE INDEX contact_deleted ON contact (deleted_at, id) WHERE deleted_at IS NOT NULL;

-- With which e-mail address somebody signs in: each once, over staff and contacts.
CREATE TABLE login_email (
    email_norm TEXT NOT NULL,
    staff_id   INTEGER REFERENCES staff (id),
    contact_id INTEGER REFERENCES contact (id),
    CHECK ((staff_id IS NULL) <> (contact_id IS NULL))
);
CREATE UNIQUE INDEX login_email_email_norm_key ON login_email (email_norm);
CREATE UNIQUE INDEX login_email_staff_id_key ON login_email (staff_id) WHERE staff_id IS NOT NULL;
CREATE UNIQUE INDEX login_email_contact_id_key ON login_email (contact_id) WHERE contact_id IS NOT NULL;
INSERT INTO login_email (email_norm, staff_id) SELECT email_norm, id FROM staff;
