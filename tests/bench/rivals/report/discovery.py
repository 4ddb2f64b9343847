"""What was first heard in the window."""

from typing import Any

from tests.bench.rivals.report.items import ARTISTS, TRACKS
from tests.bench.rivals.report.question import LIMIT, Question, months

COUNTS = "SELECT count(*), coalesce(sum(ms), 0)::BIGINT FROM {table} WHERE heard >= $first"
MUSIC = """
SELECT coalesce(sum(ms), 0)::BIGINT FROM life WHERE kind = 'track' AND day BETWEEN $first AND $last
"""
MONTHS = """
SELECT strftime(month, '%Y-%m'), count(*) FILTER (artist), count(*) FILTER (NOT artist) FROM (
  SELECT true AS artist, date_trunc('month', heard) AS month FROM artists WHERE heard >= $first
  UNION ALL SELECT false, date_trunc('month', heard) FROM tracks WHERE heard >= $first
) GROUP BY month
"""
NEW = """
WITH new AS (
  SELECT * FROM {table} WHERE heard >= $first ORDER BY ms DESC, streams DESC, no LIMIT {limit}
), named AS (
  SELECT {key} AS no, any_value(title) AS title, any_value(artist) AS artist, arg_max(album, sums.ms) AS album,
    arg_max(id, sums.ms) AS id, count(DISTINCT track_no) AS tracks
  FROM items JOIN sums USING (item) SEMI JOIN new ON new.no = {key}
  WHERE {those} AND sums.ms IS NOT NULL GROUP BY {key}
)
SELECT {names}, heard::VARCHAR, ms::BIGINT, streams::BIGINT, plays::BIGINT, tracks, album, id
FROM new JOIN named USING (no) ORDER BY ms DESC, streams DESC, no
"""
SUMS = ("day", "ms_played", "streams", "plays")


def discovery(question: Question) -> dict[str, Any]:
    """As `discovery` of the interface; needs the tables of `items`."""
    artists, ms_artists = question.row(COUNTS.format(table="artists"))
    tracks, ms_tracks = question.row(COUNTS.format(table="tracks"))
    heard = {month: counts for month, *counts in question.rows(MONTHS)}
    by_month = [(month, *heard.get(month, (0, 0))) for month in months(question.first, question.last)]
    return {
        "artists": artists,
        "tracks": tracks,
        "ms_played": question.row(MUSIC)[0],
        "ms_played_new_artists": ms_artists,
        "ms_played_new_tracks": ms_tracks,
        "months": [dict(zip(("month", "artists", "tracks"), counts, strict=True)) for counts in by_month],
        "new_artists": _new(question, ARTISTS, "artist AS name"),
        "new_tracks": _new(question, TRACKS, "title", "artist"),
    }


def _new(question: Question, those: dict[str, str], *names: str) -> list[dict[str, Any]]:
    rows = question.rows(NEW.format(limit=LIMIT, names=", ".join(names), **those))
    columns = (*(name.rpartition(" ")[2] for name in names), *SUMS)
    return [dict(zip(columns, row, strict=False)) for row in rows]
