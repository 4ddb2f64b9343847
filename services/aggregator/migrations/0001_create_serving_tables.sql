-- What answers are made of, and the answers: the tables of the aggregator that others may read.

-- The person's revision only grows. Its row is also the lock by which the writers of one history take turns.
CREATE TABLE IF NOT EXISTS serving.people_revisions (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    revision  BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every play once, under its identity (product.md, "When is a play the same play?"). `standing` decides between two
-- rows of one identity: the smaller is the better one (aggregator/jobs/plays.py). `first_*` is the file that
-- brought the play, and never changes; `improved_*` the first file that gave it the rank it has, if that is a higher one.
CREATE TABLE IF NOT EXISTS serving.plays (
    person_id       CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    minute          INT NOT NULL,
    identity        BINARY(16) NOT NULL,
    standing        BINARY(17) NOT NULL,
    source          TINYINT NOT NULL,
    played_at       BIGINT NOT NULL,
    ms_played       BIGINT NOT NULL,
    kind            VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    artist          MEDIUMTEXT NULL,
    title           MEDIUMTEXT NULL,
    album           MEDIUMTEXT NULL,
    spotify_id      MEDIUMTEXT NULL,
    platform        MEDIUMTEXT NULL,
    country         MEDIUMTEXT NULL,
    reason_start    MEDIUMTEXT NULL,
    reason_end      MEDIUMTEXT NULL,
    shuffle         BOOLEAN NULL,
    skipped         BOOLEAN NULL,
    offline         BOOLEAN NULL,
    private         BOOLEAN NULL,
    offline_at      BIGINT NULL,
    first_upload    CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_file      INT NOT NULL,
    improved_upload CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    improved_file   INT NULL,
    PRIMARY KEY (person_id, minute, identity)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- All plays of one person and UTC year as Arrow bytes (aggregator/domain/segment.py): what the answers are computed from.
CREATE TABLE IF NOT EXISTS serving.segments (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year      SMALLINT NOT NULL,
    plays     INT NOT NULL,
    body      LONGBLOB NOT NULL,
    PRIMARY KEY (person_id, year)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Answers to questions (contracts.keys.question_key), for gateways whose reply was lost. `body` is JSON.
CREATE TABLE IF NOT EXISTS serving.answers (
    question_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    person_id    CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision     BIGINT NOT NULL,
    body         LONGBLOB NOT NULL,
    expires_at   BIGINT NOT NULL,
    KEY answers_by_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
