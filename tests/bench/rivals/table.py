"""The rival's loaded table: one history in memory, typed, in the order of time, ready for any report.

Whatever belongs to a typed table is prepared: local days and hours, device families, things as numbers in the order of
their names; doubles (product.md) are gone. No statistic is.
"""

import tempfile
from pathlib import Path

import duckdb

from tests.bench.rivals.script import THREADS, load

TOLERANCE_MS = 2_000
FAMILIES = (
    ("tablet", r"ipad|android.*tablet"),
    ("car", r"android auto|carthing|automotive|tesla|\bcar\b"),
    ("watch", r"watch|garmin|wear"),
    ("tv", r"tv|roku|tizen|webos"),
    ("console", r"ps[345]|xbox|playstation"),
    ("web", r"web_player|web player"),
    ("speaker", r"cast|sonos|echo|alexa|google home|speaker|partner"),
    ("phone", r"ios|iphone|android"),
    ("computer", r"windows|os ?x|macos|linux"),
)
TYPED = """
CREATE TABLE typed AS
SELECT epoch_ms(ts) AS moment, ms_played AS ms, (ms_played >= 30000)::INT AS stream, kind, title,
  CASE WHEN kind = 'track' THEN coalesce(artist, '') ELSE artist END AS artist,
  CASE WHEN kind = 'track' THEN master_metadata_album_album_name END AS album, split_part(id, ':', 3) AS id,
  local::DATE AS day, date_trunc('month', local)::DATE AS month,
  hour(local)::TINYINT AS hour, (isodow(local) - 1)::TINYINT AS weekday,
  {family} AS family, nullif(nullif(conn_country, ''), 'ZZ') AS country,
  skipped IS NOT NULL OR reason_end IS NOT NULL AS skip_known,
  ms_played < 30000 AND (coalesce(skipped, false) OR coalesce(reason_end IN ('fwdbtn', 'backbtn'), false)) AS skip,
  shuffle, offline, incognito_mode AS private
FROM (SELECT *, timezone($zone, ts AT TIME ZONE 'UTC') AS local FROM plays)
"""
STREAMS = "SELECT rowid, artist, coalesce(title, id), ms, moment FROM typed WHERE stream = 1 ORDER BY 2, 3, 4, 5"
NOT_DOUBLE = "DELETE FROM typed WHERE rowid IN (SELECT unnest($doubles))"
ITEMS = """
CREATE TABLE items AS
SELECT row_number() OVER ()::INT AS item, kind = 'track' AS music, title, artist, album, id,
  dense_rank() OVER (ORDER BY title, artist)::INT AS track_no,
  CASE WHEN artist <> '' THEN dense_rank() OVER (ORDER BY artist)::INT END AS artist_no,
  CASE WHEN album IS NOT NULL THEN dense_rank() OVER (ORDER BY album, artist)::INT END AS album_no
FROM (SELECT DISTINCT kind, title, artist, album, id FROM typed WHERE title IS NOT NULL)
"""
LIFE = """
CREATE TABLE life AS
SELECT typed.* EXCLUDE (title, artist, album, id), item FROM typed LEFT JOIN items
ON typed.title = items.title AND (typed.kind = 'track') = items.music AND typed.artist IS NOT DISTINCT FROM items.artist
  AND typed.album IS NOT DISTINCT FROM items.album AND typed.id IS NOT DISTINCT FROM items.id
ORDER BY moment
"""


def loaded(archive: Path, zone: str) -> duckdb.DuckDBPyConnection:
    """A connection to the tables `life` and `items` of an extended export, local times being those of `zone`."""
    connection = duckdb.connect(config={"threads": THREADS})
    with tempfile.TemporaryDirectory(dir=archive.parent) as folder:
        load(connection, archive, Path(folder))
    connection.execute(TYPED.format(family=_family()), {"zone": zone})
    connection.execute(NOT_DOUBLE, {"doubles": _doubles(connection)})
    connection.execute(f"{ITEMS}; {LIFE}; DROP TABLE plays; DROP TABLE typed")
    return connection


def _doubles(connection: duckdb.DuckDBPyConnection) -> list[int]:
    """The rows that are doubles: streams that end too early after the last counted one of the same song and length."""
    found: list[int] = []
    song: tuple[object, ...] = ()
    counted = 0
    for row, artist, name, ms, moment in connection.execute(STREAMS).fetchall():
        if (artist, name, ms) == song and moment - counted < ms - TOLERANCE_MS:
            found.append(row)
        else:
            song, counted = (artist, name, ms), moment
    return found


def _family() -> str:
    tests = "\n".join(f"WHEN regexp_matches(lower(platform), '{pattern}') THEN '{name}'" for name, pattern in FAMILIES)
    return f"CASE WHEN coalesce(platform, '') = '' THEN NULL {tests} ELSE 'other' END"
