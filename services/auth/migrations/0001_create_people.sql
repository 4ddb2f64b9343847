-- A person of this instance. `identity` is what Spotify knows them by: `account:<account_id>`, or `id:<id>` while
-- Spotify tells no account_id.
CREATE TABLE IF NOT EXISTS people (
    person_id  CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    identity   VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    picture    TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'address at Spotify',
    time_zone  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'IANA name',
    locale     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'BCP 47',
    sharing    BOOLEAN      NOT NULL COMMENT 'others of the instance may pick this history',
    created_at BIGINT       NOT NULL COMMENT 'unix ms UTC',
    UNIQUE KEY (identity)
) ENGINE = InnoDB;

-- What Spotify gave us for a person, sealed with AES-256-GCM by the key that `key_id` names.
CREATE TABLE IF NOT EXISTS connections (
    person_id     CHAR(32)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    key_id        CHAR(8)         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    access_token  VARBINARY(4096) NOT NULL,
    refresh_token VARBINARY(4096) NOT NULL,
    expires_at    BIGINT          NOT NULL COMMENT 'of the access token, unix ms UTC',
    authorized_at BIGINT          NOT NULL COMMENT 'unix ms UTC; the refresh token lives six months from here',
    looked_at     BIGINT          NOT NULL COMMENT 'when the account was last read, unix ms UTC',
    ended         BOOLEAN         NOT NULL COMMENT 'Spotify takes the refresh token no more',
    KEY (looked_at),
    FOREIGN KEY (person_id) REFERENCES people (person_id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Sign-ins under way: ten minutes, one use. `session_hash` is the one session that may be opened by it.
CREATE TABLE IF NOT EXISTS sign_ins (
    state_hash   CHAR(64)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    nonce_hash   CHAR(64)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the browser that began it',
    key_id       CHAR(8)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    verifier     VARBINARY(512) NOT NULL COMMENT 'PKCE, sealed',
    next_path    TEXT           CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    created_at   BIGINT         NOT NULL COMMENT 'unix ms UTC',
    session_hash CHAR(64)       CHARACTER SET ascii COLLATE ascii_bin NULL,
    person_id    CHAR(32)       CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'who it was, once done',
    KEY (created_at)
) ENGINE = InnoDB;

-- Browsers that are signed in, known by the sha256 of the cookie.
CREATE TABLE IF NOT EXISTS sessions (
    session_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    person_id    CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at   BIGINT   NOT NULL COMMENT 'unix ms UTC',
    expires_at   BIGINT   NOT NULL COMMENT 'unix ms UTC',
    KEY (expires_at),
    FOREIGN KEY (person_id) REFERENCES people (person_id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Personal access tokens, known by their sha256.
CREATE TABLE IF NOT EXISTS tokens (
    token_id     CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    person_id    CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    token_hash   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at   BIGINT       NOT NULL COMMENT 'unix ms UTC',
    last_used_at BIGINT       NULL COMMENT 'unix ms UTC, to the minute',
    UNIQUE KEY (token_hash),
    KEY (person_id),
    FOREIGN KEY (person_id) REFERENCES people (person_id) ON DELETE CASCADE
) ENGINE = InnoDB;
