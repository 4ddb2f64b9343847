-- What the gateway joins to a wrapped. Entries expire: Spotify's terms allow temporary caching only.
CREATE TABLE IF NOT EXISTS serving.media (
    media_key    CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    kind         VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state        VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'found or missing',
    spotify_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    image_url    TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    image_width  INT         NULL,
    preview_kind VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'audio or embed',
    preview_url  TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    link         TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    fetched_at   BIGINT      NOT NULL COMMENT 'unix ms UTC',
    expires_at   BIGINT      NOT NULL COMMENT 'unix ms UTC'
) ENGINE = InnoDB;

-- Until when a family of Spotify's calls must not be made; outlives restarts.
CREATE TABLE IF NOT EXISTS blocks (
    family   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    until_ms BIGINT      NOT NULL COMMENT 'unix ms UTC'
) ENGINE = InnoDB;
