-- What an import did beside bringing rows: plays that are double logging, and plays of the live feed that it stands for.
ALTER TABLE serving.imports
    ADD COLUMN IF NOT EXISTS rows_doubles       INT NOT NULL DEFAULT 0 COMMENT 'imported plays that no count holds: double logging' AFTER rows_improved,
    ADD COLUMN IF NOT EXISTS replaced_estimates INT NOT NULL DEFAULT 0 COMMENT 'plays of the live feed that it stands for now' AFTER rows_doubles;

ALTER TABLE serving.import_files
    ADD COLUMN IF NOT EXISTS rows_doubles INT NOT NULL DEFAULT 0 COMMENT 'imported plays that no count holds: double logging' AFTER rows_improved;
