-- What lay in `untold_changes` was copied to `outbox` by the file before.
DROP TABLE IF EXISTS untold_changes;

-- People who were erased: nobody gets their id again, and a sign-in that was under way then does not bring it back.
CREATE TABLE IF NOT EXISTS erased_people (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    erased_at BIGINT   NOT NULL COMMENT 'unix ms UTC'
) ENGINE = InnoDB;
