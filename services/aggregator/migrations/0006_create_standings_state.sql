-- What the standings were computed from last: one row.
CREATE TABLE IF NOT EXISTS standings_state (
    one           TINYINT NOT NULL PRIMARY KEY COMMENT 'always 1',
    leavings      BIGINT NOT NULL COMMENT 'how often somebody stopped to share, or was erased who shared',
    seen_leavings BIGINT NOT NULL COMMENT 'how many of these there were when the last run began',
    began_at      BIGINT NOT NULL COMMENT 'when the last run began',
    digest        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of who shared then, and which revisions their histories had'
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO standings_state (one, leavings, seen_leavings, began_at, digest) VALUES (1, 0, 0, 0, '')
ON DUPLICATE KEY UPDATE one = one;
