-- Public shares: one wrapped each, as others may see it, frozen as it was. Whoever has its address may see it.
CREATE TABLE IF NOT EXISTS serving.shares (
    share_id   VARCHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    person_id  CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       TEXT NOT NULL COMMENT 'what the page calls the person',
    created_at BIGINT NOT NULL,
    first_day  CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the answer; null without any play',
    last_day   CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
    question   JSON NOT NULL COMMENT 'contracts.messages.questions.WrappedQuestion',
    revision   BIGINT NOT NULL,
    body       LONGBLOB NOT NULL COMMENT 'the answer as JSON: contracts.messages.wrapped.Wrapped',
    KEY shares_by_person (person_id, created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What happened to shares, numbered for the audit. That one was revoked is known for a day, so that a repeated request
-- to make it does not bring it back.
CREATE TABLE IF NOT EXISTS share_changes (
    number     BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    share_id   VARCHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person_id  CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    happening  VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'share-created or share-revoked',
    changed_at BIGINT NOT NULL,
    UNIQUE KEY share_changes_by_share (share_id, happening),
    KEY share_changes_by_person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Whoever leaves takes all their answers along, and nobody else's are looked at for it.
ALTER TABLE serving.answers ADD KEY IF NOT EXISTS answers_by_person (person_id);
