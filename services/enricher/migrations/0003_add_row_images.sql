-- A row of the page shows 56 points of a picture: 300 pixels do for that, a fifth of what 640 are.
ALTER TABLE serving.media
    ADD COLUMN IF NOT EXISTS row_image_url TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'the picture of image_url, smaller; null where there is none' AFTER image_width;
