-- Of a picture two are drawn: one that is looked at, and one that stands in lists. Files from before have the first one only.
ALTER TABLE file ADD COLUMN small_preview_key TEXT;
