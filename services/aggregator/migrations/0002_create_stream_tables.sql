-- What the Spark stream needs between its steps; nobody else reads it.

-- The plays of the batch in hand in the order of the topic, under a token of the attempt; emptied after it.
CREATE TABLE IF NOT EXISTS stage_plays (
    token           BINARY(8) NOT NULL,
    topic_partition INT NOT NULL,
    position        BIGINT NOT NULL,
    person_id       CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year            SMALLINT NOT NULL,
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
    upload_id       CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq             INT NOT NULL,
    file            INT NOT NULL,
    PRIMARY KEY (token, topic_partition, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Years whose segment is behind the plays. Marked with the plays, cleared with the segment: a crash between leaves work.
CREATE TABLE IF NOT EXISTS dirty_years (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year      SMALLINT NOT NULL,
    marked_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, year)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which records of an upload are durable.
CREATE TABLE IF NOT EXISTS upload_records (
    upload_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq       INT NOT NULL,
    PRIMARY KEY (upload_id, seq)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Uploads whose end marker has come: how many records they have and, once all are counted, what they brought.
CREATE TABLE IF NOT EXISTS uploads_stored (
    upload_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    records   INT NOT NULL,
    revision  BIGINT NULL,
    files     JSON NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
