-- Changes of `people.sharing` that were not told on `people-changes` yet: written with the change, deleted when the broker
-- has the message. `change_id` only grows, by which readers know the newest.
CREATE TABLE IF NOT EXISTS untold_changes (
    change_id BIGINT   NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sharing   BOOLEAN  NOT NULL,
    FOREIGN KEY (person_id) REFERENCES people (person_id) ON DELETE CASCADE
) ENGINE = InnoDB;
