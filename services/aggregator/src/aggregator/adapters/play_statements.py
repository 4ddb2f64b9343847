"""The SQL of the play store."""

from aggregator.jobs.columns import CONTENT
from contracts.messages.plays import MAX_PLAYS_PER_RECORD

# What may be there already is left as it is; not by INSERT IGNORE, which would warn of it.
ADD_PERSON = """
    INSERT INTO serving.people_revisions (person_id, revision) VALUES (%s, 0)
    ON DUPLICATE KEY UPDATE revision = revision
"""
NEXT_REVISION = "UPDATE serving.people_revisions SET revision = revision + 1 WHERE person_id = %s"
EVERYBODY = "SELECT person_id FROM serving.people_revisions ORDER BY person_id"

# The first play of each record: they are numbered in steps of the largest record.
STAGED_RECORDS = f"""
    SELECT person_id, upload_id, seq FROM stage_plays WHERE token = %s AND position MOD {MAX_PLAYS_PER_RECORD} = 0
"""  # noqa: S608  # a constant
STAGED = "SELECT COUNT(*) FROM stage_plays WHERE token = %s"

_KEY = "person_id, minute, identity"

# A year changes where a staged row is new, or stands before the stored one.
CHANGED_YEARS = f"""
    SELECT DISTINCT staged.person_id, staged.year
    FROM stage_plays AS staged LEFT JOIN serving.plays AS stored USING ({_KEY})
    WHERE staged.token = %s AND (stored.standing IS NULL OR staged.standing < stored.standing)
"""  # noqa: S608  # made of this module's own names
MARK_YEAR = """
    INSERT INTO dirty_years (person_id, year, marked_at) VALUES (%s, %s, %s)
    ON DUPLICATE KEY UPDATE marked_at = marked_at
"""

# Assignments see what those before them have assigned, so what they compare with is assigned last. Rows are folded in
# one by one in the order of the topic: who comes first stays `first`, and any split into batches gives the same rows.
_BETTER = "staged.standing < plays.standing"
_RISES = "staged.source > plays.source"
_FOLD = ", ".join(
    [
        f"improved_upload = IF({_RISES}, staged.upload_id, plays.improved_upload)",
        f"improved_file = IF({_RISES}, staged.file, plays.improved_file)",
        *(f"{name} = IF({_BETTER}, staged.{name}, plays.{name})" for name in CONTENT),
        "standing = LEAST(staged.standing, plays.standing)",
    ]
)
_COLUMNS = ", ".join(("standing", *CONTENT))
MERGE = f"""
    INSERT INTO serving.plays ({_KEY}, {_COLUMNS}, first_upload, first_file)
    SELECT {_KEY}, {_COLUMNS}, upload_id, file
    FROM stage_plays AS staged WHERE token = %s ORDER BY token, topic_partition, position
    ON DUPLICATE KEY UPDATE {_FOLD}
"""  # noqa: S608  # made of this module's own names

NOTE_RECORD = "INSERT INTO upload_records (upload_id, seq) VALUES (%s, %s) ON DUPLICATE KEY UPDATE seq = seq"
NOTE_MARKER = """
    INSERT INTO uploads_stored (upload_id, person_id, records) VALUES (%s, %s, %s)
    ON DUPLICATE KEY UPDATE records = records
"""

WAITING = "SELECT DISTINCT person_id FROM dirty_years WHERE marked_at < %s ORDER BY person_id LIMIT %s"
MARK_ALL_YEARS = """
    INSERT IGNORE INTO dirty_years (person_id, year, marked_at)
    SELECT %s, years.year, %s FROM (
        SELECT DISTINCT YEAR(TIMESTAMPADD(MINUTE, minute, '1970-01-01')) AS year
        FROM serving.plays WHERE person_id = %s
        UNION SELECT year FROM serving.segments WHERE person_id = %s
    ) AS years
"""

PUT_SEGMENT = """
    INSERT INTO serving.segments (person_id, year, plays, body) VALUES (%s, %s, %s, %s)
    ON DUPLICATE KEY UPDATE plays = VALUES(plays), body = VALUES(body)
"""
DELETE_SEGMENT = "DELETE FROM serving.segments WHERE person_id = %s AND year = %s"
CLEAR_YEAR = "DELETE FROM dirty_years WHERE person_id = %s AND year = %s"

COUNT = """
    SELECT IF(first_upload = %s, first_file, NULL) AS first, IF(improved_upload = %s, improved_file, NULL) AS improved,
        COUNT(*)
    FROM serving.plays WHERE person_id = %s AND (first_upload = %s OR improved_upload = %s)
    GROUP BY first, improved
"""
CLOSE = "UPDATE uploads_stored SET revision = %s, files = %s WHERE upload_id = %s AND files IS NULL"
CLOSED = "SELECT revision, files FROM uploads_stored WHERE upload_id = %s"


def lock(people: int) -> str:
    """Lock so many people's rows, in order."""
    return f"""
        SELECT person_id, revision FROM serving.people_revisions WHERE person_id IN ({_places(people)})
        ORDER BY person_id FOR UPDATE
    """  # noqa: S608  # placeholders only


def dirty_years(people: int) -> str:
    """The marked years of so many people, in order."""
    return f"""
        SELECT person_id, year FROM dirty_years WHERE person_id IN ({_places(people)}) ORDER BY person_id, year
    """  # noqa: S608  # placeholders only


def complete(uploads: int) -> str:
    """Which of so many uploads have an end marker and every record before it, with their person."""
    return f"""
        SELECT upload_id, person_id FROM uploads_stored AS upload
        WHERE upload_id IN ({_places(uploads)}) AND records = (
            SELECT COUNT(*) FROM upload_records AS record
            WHERE record.upload_id = upload.upload_id AND record.seq < upload.records
        )
    """  # noqa: S608  # placeholders only


def _places(count: int) -> str:
    return ", ".join(["%s"] * count)


PLAYS_OF_YEAR = """
    SELECT COUNT(*) FROM serving.plays
    WHERE person_id = %s
      AND minute >= TIMESTAMPDIFF(MINUTE, '1970-01-01', %s) AND minute < TIMESTAMPDIFF(MINUTE, '1970-01-01', %s)
"""
