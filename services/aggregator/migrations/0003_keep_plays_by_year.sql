-- Plays by person and year in place of a row for each play (ADR 6). What was stored before has to be imported again.

-- All plays of one person and UTC year with everything that is known of them, as Arrow bytes
-- (aggregator/domain/durable/year_table.py): the truth, from which segments are cut.
CREATE TABLE IF NOT EXISTS serving.plays_by_year (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year      SMALLINT NOT NULL,
    plays     INT NOT NULL,
    body      LONGBLOB NOT NULL,
    PRIMARY KEY (person_id, year)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who was erased: no replay of the topic brings anybody back.
CREATE TABLE IF NOT EXISTS erased_people (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    erased_at BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

DROP TABLE IF EXISTS upload_records;
DROP TABLE IF EXISTS uploads_stored;

-- Which records of an upload are durable. `newest` is the latest moment that a record's rows stand for, of exports only.
CREATE TABLE IF NOT EXISTS durable_records (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    upload_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq       INT NOT NULL,
    newest    BIGINT NULL,
    PRIMARY KEY (person_id, upload_id, seq)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Uploads whose end marker has come: how many records they have and, once all are durable, what they brought.
CREATE TABLE IF NOT EXISTS durable_uploads (
    person_id          CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    upload_id          CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    records            INT NOT NULL,
    revision           BIGINT NULL,
    files              JSON NULL,
    replaced_estimates INT NULL,
    PRIMARY KEY (person_id, upload_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

DROP TABLE IF EXISTS serving.plays;
DROP TABLE IF EXISTS stage_plays;
DROP TABLE IF EXISTS dirty_years;

-- Segments without plays to cut them from would be cut anew from nothing; answers of old revisions are not asked for.
DELETE FROM serving.segments;
UPDATE serving.people_revisions SET revision = revision + 1;
