-- One upload as the gateway shows it. Its chunks in `upload-chunks` are named so that they can be found again.
CREATE TABLE IF NOT EXISTS serving.imports (
    upload_id       CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    person_id       CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'reading, aggregating, done or failed',
    error           TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'why it failed, for the person',
    filename        TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    created_at      BIGINT      NOT NULL COMMENT 'unix ms UTC',
    finished_at     BIGINT      NULL COMMENT 'unix ms UTC',
    bytes           BIGINT      NOT NULL,
    chunk_partition INT         NOT NULL,
    first_offset    BIGINT      NOT NULL,
    last_offset     BIGINT      NOT NULL,
    records         INT         NULL COMMENT 'records in the topic plays, once all are there',
    rows_read       INT         NOT NULL DEFAULT 0,
    rows_imported   INT         NOT NULL DEFAULT 0,
    rows_duplicate  INT         NOT NULL DEFAULT 0,
    rows_rejected   INT         NOT NULL DEFAULT 0,
    rows_improved   INT         NOT NULL DEFAULT 0,
    reasons         JSON        NOT NULL COMMENT 'rejected rows by reason',
    live_ms         BIGINT      NOT NULL DEFAULT 0 COMMENT 'playing time before duplicates are known, ms',
    live_streams    BIGINT      NOT NULL DEFAULT 0 COMMENT 'streams before duplicates are known',
    KEY by_person (person_id, created_at)
) ENGINE = InnoDB;

-- The account of each file, in the archive's order.
CREATE TABLE IF NOT EXISTS serving.import_files (
    upload_id      CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file           INT         NOT NULL COMMENT 'its place in the archive, from 0',
    name           TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    format         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'extended, account or ignored',
    rows_read      INT         NOT NULL DEFAULT 0,
    rows_imported  INT         NOT NULL DEFAULT 0,
    rows_duplicate INT         NOT NULL DEFAULT 0,
    rows_rejected  INT         NOT NULL DEFAULT 0,
    rows_improved  INT         NOT NULL DEFAULT 0,
    error          TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'where the file breaks off',
    PRIMARY KEY (upload_id, file)
) ENGINE = InnoDB;

-- Every row that is no play, with the reason.
CREATE TABLE IF NOT EXISTS serving.rejections (
    upload_id CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file      INT          NOT NULL,
    `row`     INT          NOT NULL COMMENT 'number in the file, from 1',
    reason    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (upload_id, file, `row`)
) ENGINE = InnoDB;
