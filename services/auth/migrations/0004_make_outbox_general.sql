-- Messages that must be told with a change of the same transaction: written with it, deleted when the broker has them.
-- `number` only grows, over restarts too, by which readers know the newest of two. It names no person's row, so what is
-- told of somebody who was erased stays until it is told.
CREATE TABLE IF NOT EXISTS outbox (
    number      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    topic       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    message_key VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    schema_name VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'with its version',
    body        TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'JSON; told with `number` in it'
) ENGINE = InnoDB;

INSERT IGNORE INTO outbox (number, topic, message_key, schema_name, body)
SELECT change_id, 'people-changes', person_id, 'sharing-changed.v1',
    CONCAT('{"person_id":"', person_id, '","sharing":', IF(sharing, 'true', 'false'), ',"change":0}')
FROM untold_changes;

-- Numbers go on where those of `untold_changes` ended: readers ignore a change that is older than what they know.
SET @go_on = (
    SELECT CONCAT('ALTER TABLE outbox AUTO_INCREMENT = ', MAX(AUTO_INCREMENT)) FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN ('untold_changes', 'outbox')
);
EXECUTE IMMEDIATE @go_on;
