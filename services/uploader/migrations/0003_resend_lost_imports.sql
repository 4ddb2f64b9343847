-- What it takes to send an import again whose records were lost on their way to the aggregator.
ALTER TABLE serving.imports
    ADD COLUMN IF NOT EXISTS chunks  INT    NOT NULL DEFAULT 0 COMMENT 'chunks of its bytes between first_offset and last_offset' AFTER last_offset,
    ADD COLUMN IF NOT EXISTS read_at BIGINT NULL COMMENT 'when its plays were last sent, unix ms UTC' AFTER records,
    ADD COLUMN IF NOT EXISTS sent    INT    NOT NULL DEFAULT 0 COMMENT 'how often its plays were sent' AFTER read_at,
    ADD KEY IF NOT EXISTS by_state (state, read_at);

UPDATE serving.imports SET read_at = created_at, sent = 1 WHERE state = 'aggregating' AND read_at IS NULL;
