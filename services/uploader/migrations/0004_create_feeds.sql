-- The live feed of one person: when they are asked after next, and what is known. Without a row it is off.
CREATE TABLE IF NOT EXISTS serving.feeds (
    person_id         CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    state             VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'active, blocked or ended',
    connection_change BIGINT      NOT NULL COMMENT 'number of the connection-changed that it follows',
    last_read_at      BIGINT      NULL COMMENT 'when Spotify last gave the plays, unix ms UTC',
    next_at           BIGINT      NOT NULL COMMENT 'when to ask next, unix ms UTC',
    pause_ms          BIGINT      NOT NULL COMMENT 'the last pause between two questions, ms',
    request_id        CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the question that waits for its answer',
    newest_played_at  BIGINT      NULL COMMENT 'the newest play that the feed has brought, unix ms UTC',
    whole_from        BIGINT      NULL COMMENT 'the oldest play of the first answer, if there may have been more before it',
    resumes_at        BIGINT      NULL COMMENT 'blocked until then, unix ms UTC',
    KEY by_next (state, next_at)
) ENGINE = InnoDB;

-- Stretches of time that no feed saw and no export has reached past: both ends are plays that are known, unix ms UTC.
CREATE TABLE IF NOT EXISTS serving.feed_gaps (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since     BIGINT   NOT NULL,
    until     BIGINT   NOT NULL,
    PRIMARY KEY (person_id, until)
) ENGINE = InnoDB;

-- What the application as a whole may still ask Spotify for: one row for everybody.
CREATE TABLE IF NOT EXISTS feed_quota (
    one           TINYINT NOT NULL PRIMARY KEY DEFAULT 1 CHECK (one = 1),
    day           INT     NOT NULL COMMENT 'days since 1970 UTC',
    calls         INT     NOT NULL COMMENT 'questions asked on that day',
    blocked_until BIGINT  NOT NULL COMMENT 'Spotify said so, unix ms UTC'
) ENGINE = InnoDB;

INSERT IGNORE INTO feed_quota (one, day, calls, blocked_until) VALUES (1, 0, 0, 0);

ALTER TABLE serving.imports
    ADD COLUMN IF NOT EXISTS newest_at BIGINT NULL COMMENT 'its newest row that is no estimate, unix ms UTC' AFTER live_streams;
