-- Who is new counts in UTC until their page says where they are; whoever is here already has had their zone told.
ALTER TABLE people
    ADD COLUMN IF NOT EXISTS zone_told BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'somebody has said which zone it is' AFTER time_zone;
