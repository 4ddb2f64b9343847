"""The SQL of the play store."""

# Nobody who was erased comes back. What is there is left as it is; not by INSERT IGNORE, which would warn of it.
ADD_PERSON = """
    INSERT INTO serving.people_revisions (person_id, revision)
    SELECT %s, 0 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM erased_people WHERE person_id = %s)
    ON DUPLICATE KEY UPDATE serving.people_revisions.revision = serving.people_revisions.revision
"""
LOCK = "SELECT revision FROM serving.people_revisions WHERE person_id = %s FOR UPDATE"
ERASED = "SELECT 1 FROM erased_people WHERE person_id = %s"
SET_REVISION = "UPDATE serving.people_revisions SET revision = %s WHERE person_id = %s"
EVERYBODY = "SELECT person_id FROM serving.people_revisions ORDER BY person_id"

YEARS = """
    SELECT year FROM serving.plays_by_year WHERE person_id = %s
    UNION SELECT year FROM serving.segments WHERE person_id = %s
"""
SEGMENT = "SELECT body FROM serving.segments WHERE person_id = %s AND year = %s"
# Bodies travel as base64: escaping bytes costs the client five times of what these few per cent more cost both sides.
PUT_PLAYS = """
    INSERT INTO serving.plays_by_year (person_id, year, plays, body) VALUES (%s, %s, %s, FROM_BASE64(%s))
    ON DUPLICATE KEY UPDATE plays = VALUES(plays), body = VALUES(body)
"""
PUT_SEGMENT = """
    INSERT INTO serving.segments (person_id, year, plays, body) VALUES (%s, %s, %s, FROM_BASE64(%s))
    ON DUPLICATE KEY UPDATE plays = VALUES(plays), body = VALUES(body)
"""
DELETE_SEGMENT = "DELETE FROM serving.segments WHERE person_id = %s AND year = %s"

NOTED = "SELECT seq FROM durable_records WHERE person_id = %s AND upload_id = %s AND seq BETWEEN %s AND %s"
NOTE_RECORD = "INSERT INTO durable_records (person_id, upload_id, seq, newest) VALUES (%s, %s, %s, %s)"
NOTE_MARKER = """
    INSERT INTO durable_uploads (person_id, upload_id, records) VALUES (%s, %s, %s)
    ON DUPLICATE KEY UPDATE records = records
"""
UPLOAD = (
    "SELECT records, revision, files, replaced_estimates FROM durable_uploads WHERE person_id = %s AND upload_id = %s"
)
DURABLE = "SELECT COUNT(*), MAX(newest) FROM durable_records WHERE person_id = %s AND upload_id = %s AND seq < %s"
CLOSE = """
    UPDATE durable_uploads SET revision = %s, files = %s, replaced_estimates = %s
    WHERE person_id = %s AND upload_id = %s
"""


def plays_of(years: int) -> str:
    """The plays of so many years of a person."""
    places = ", ".join(["%s"] * years)
    return f"SELECT year, body FROM serving.plays_by_year WHERE person_id = %s AND year IN ({places})"  # noqa: S608
