-- A link may be there to set the password of somebody who forgot it anew, instead of making an account.
ALTER TABLE invitations
    ADD COLUMN IF NOT EXISTS resets CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'whose password it sets anew; NULL for an invitation' AFTER admin,
    ADD KEY IF NOT EXISTS resets (resets),
    ADD FOREIGN KEY IF NOT EXISTS invitations_resets (resets) REFERENCES people (person_id) ON DELETE CASCADE;
