-- Who shares their history, as `people-changes` says it; who was never named there does not. `change_number` is that of
-- the change that holds: a repeated or overtaken message has a smaller one.
CREATE TABLE IF NOT EXISTS people_sharing (
    person_id     CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    sharing       BOOLEAN NOT NULL,
    change_number BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Where those who share stand among each other (aggregator/domain/standings.py); written whole by `python -m aggregator standings`.
CREATE TABLE IF NOT EXISTS serving.standings (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period    VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a UTC year, or all',
    measure   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value     BIGINT NOT NULL,
    per_mille SMALLINT NOT NULL COMMENT 'of the others have less',
    people    INT NOT NULL COMMENT 'who share and have plays in the period',
    PRIMARY KEY (person_id, period, measure)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What those who share have in common; written whole by the same job.
CREATE TABLE IF NOT EXISTS serving.common_taste (
    period    VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a UTC year, or all',
    kind      VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'track or artist',
    rank      INT NOT NULL,
    artist    MEDIUMTEXT NOT NULL,
    title     MEDIUMTEXT NOT NULL COMMENT 'empty for an artist',
    people    INT NOT NULL COMMENT 'who have heard it',
    ms_played BIGINT NOT NULL COMMENT 'of these people together',
    PRIMARY KEY (period, kind, rank)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
