-- Who was erased: nothing of this id is stored ever again.
CREATE TABLE IF NOT EXISTS erased_people (
    person_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    erased_at BIGINT   NOT NULL COMMENT 'unix ms UTC'
) ENGINE = InnoDB;

-- Chunks in `upload-chunks` that belong to nobody any more, until they are deleted there. Nothing says whose they were.
CREATE TABLE IF NOT EXISTS forgotten_chunks (
    upload_id       CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    chunk_partition INT      NOT NULL,
    first_offset    BIGINT   NOT NULL,
    last_offset     BIGINT   NOT NULL,
    chunks          INT      NOT NULL
) ENGINE = InnoDB;
