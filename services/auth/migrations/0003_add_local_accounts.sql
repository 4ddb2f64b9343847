-- A person may have a local account, known by `login`, and may be an operator.
ALTER TABLE people
    ADD COLUMN IF NOT EXISTS login VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of a local account; NULL without one' AFTER person_id,
    ADD COLUMN IF NOT EXISTS admin BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'may invite others' AFTER sharing,
    ADD UNIQUE KEY IF NOT EXISTS login (login);

-- The Spotify accounts that open a person's account here, each `account:<account_id>`, or `id:<id>` while Spotify tells
-- no account_id. A person may have none, and an account is one person's only.
CREATE TABLE IF NOT EXISTS identities (
    identity  VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    person_id CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    KEY (person_id),
    FOREIGN KEY (person_id) REFERENCES people (person_id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- `people.identity` said that before: it is copied here and dropped by a later file, so that this one can be run again.
INSERT IGNORE INTO identities (identity, person_id) SELECT identity, person_id FROM people WHERE identity IS NOT NULL;
ALTER TABLE people MODIFY identity VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

-- Passwords of local accounts, as argon2id encodes them.
CREATE TABLE IF NOT EXISTS passwords (
    person_id    CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    encoded      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'parameters, salt and hash',
    changed_at   BIGINT       NOT NULL COMMENT 'unix ms UTC',
    request_hash CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the sealed request that set it, by which its repeat is known',
    FOREIGN KEY (person_id) REFERENCES people (person_id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Invitations, known by the sha256 of their secret. One that was taken stays until it would have ended: the request that
-- took it may be repeated.
CREATE TABLE IF NOT EXISTS invitations (
    invitation_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    code_hash     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    invited_by    CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL: whoever runs the instance, by `make admin`',
    admin         BOOLEAN  NOT NULL COMMENT 'whoever takes it may invite others',
    created_at    BIGINT   NOT NULL COMMENT 'unix ms UTC',
    expires_at    BIGINT   NOT NULL COMMENT 'unix ms UTC',
    session_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the session that it opened, once taken',
    person_id     CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'who took it',
    UNIQUE KEY (code_hash),
    KEY (expires_at),
    FOREIGN KEY (invited_by) REFERENCES people (person_id) ON DELETE CASCADE,
    FOREIGN KEY (person_id) REFERENCES people (person_id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Wrong passwords, counted by login and by the caller's address; both known by a sha256.
CREATE TABLE IF NOT EXISTS attempts (
    subject CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    failed  INT      NOT NULL,
    last_at BIGINT   NOT NULL COMMENT 'unix ms UTC',
    KEY (last_at)
) ENGINE = InnoDB;

-- Sessions can be listed and ended by an id that opens nothing. Those from before get theirs as the service makes it, and
-- were last seen now.
ALTER TABLE sessions
    ADD COLUMN IF NOT EXISTS session_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'public; made of the hash, which it does not tell' AFTER session_hash,
    ADD COLUMN IF NOT EXISTS last_seen_at BIGINT NULL COMMENT 'unix ms UTC, to five minutes' AFTER created_at,
    ADD COLUMN IF NOT EXISTS way VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'spotify' COMMENT 'spotify, password or invitation',
    ADD COLUMN IF NOT EXISTS device VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'a label such as Firefox on Linux',
    ADD KEY IF NOT EXISTS last_seen_at (last_seen_at);
UPDATE sessions
SET session_id = LEFT(SHA2(CONCAT('session ', session_hash), 256), 32),
    last_seen_at = CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)
WHERE session_id IS NULL;
ALTER TABLE sessions
    MODIFY session_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'public; made of the hash, which it does not tell',
    MODIFY last_seen_at BIGINT NOT NULL COMMENT 'unix ms UTC, to five minutes',
    ADD UNIQUE KEY IF NOT EXISTS session_id (session_id);

-- A sign-in may be there to connect Spotify to an account that is signed in.
ALTER TABLE sign_ins
    ADD COLUMN IF NOT EXISTS connects CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the person who wants Spotify connected';
