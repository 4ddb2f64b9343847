-- `identities` has said it since 0003.
ALTER TABLE people DROP COLUMN IF EXISTS identity;
