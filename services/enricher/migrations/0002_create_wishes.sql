-- Samples of other sources are labelled. What has to wait says so, so that nobody asks for it before its time.
ALTER TABLE serving.media
    MODIFY COLUMN state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'found, missing, or waiting: not looked for before expires_at',
    ADD COLUMN IF NOT EXISTS preview_source VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'spotify, deezer or itunes' AFTER preview_url,
    ADD COLUMN IF NOT EXISTS preview_link TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'where the source of the sample shows it' AFTER preview_source,
    ADD COLUMN IF NOT EXISTS preview_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the id at the source, where addresses must be asked for anew' AFTER preview_link,
    ADD INDEX IF NOT EXISTS expiring (expires_at);
UPDATE serving.media SET preview_source = 'spotify' WHERE preview_kind IS NOT NULL AND preview_source IS NULL;

-- What somebody looked at and nobody knows yet. Names no person; forgotten two days after the last look.
CREATE TABLE IF NOT EXISTS wishes (
    media_key CHAR(32)    CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL PRIMARY KEY,
    kind      VARCHAR(8)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    item      BLOB        NOT NULL COMMENT 'the item of find-media, as JSON',
    ms_played BIGINT      NOT NULL,
    with_id   BOOLEAN     NOT NULL,
    seen_at   BIGINT      NOT NULL COMMENT 'unix ms UTC, when somebody looked last',
    due_at    BIGINT      NOT NULL COMMENT 'unix ms UTC, not tried before',
    failures  INT         NOT NULL DEFAULT 0 COMMENT 'tries in a row without an answer',
    INDEX due (due_at)
) ENGINE = InnoDB;

-- Answers to calls, so that none is made twice: tracks and artists by id, oEmbed by address.
CREATE TABLE IF NOT EXISTS answers (
    call_key   CHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'family and id',
    answer     MEDIUMBLOB NULL COMMENT 'what is used of it, as JSON; null where there is none',
    names_key  CHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of a track: artist and title, normalised',
    expires_at BIGINT     NOT NULL COMMENT 'unix ms UTC',
    INDEX named (names_key),
    INDEX expiring (expires_at)
) ENGINE = InnoDB;

-- Calls made a day, by family: a day's budget outlives restarts.
CREATE TABLE IF NOT EXISTS calls (
    family VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day    INT         NOT NULL COMMENT 'days since 1970, UTC',
    made   INT         NOT NULL,
    PRIMARY KEY (family, day)
) ENGINE = InnoDB;

-- What the application turned out to be allowed.
CREATE TABLE IF NOT EXISTS abilities (
    ability    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    allowed    BOOLEAN     NOT NULL,
    expires_at BIGINT      NOT NULL COMMENT 'unix ms UTC, then it is tried again'
) ENGINE = InnoDB;

ALTER TABLE blocks
    ADD COLUMN IF NOT EXISTS reason VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' COMMENT 'what Spotify said';
