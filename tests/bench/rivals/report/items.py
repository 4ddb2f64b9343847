"""Sums of every thing over the phases of a life: one pass over the plays, from which all lists are made."""

from tests.bench.rivals.report.question import Question

SUMS = """
CREATE OR REPLACE TEMP TABLE sums AS
SELECT item, min(day) AS heard, max(day) AS last_day,
  sum(ms) FILTER (day >= $first) AS ms, sum(stream) FILTER (day >= $first) AS streams,
  count(*) FILTER (day >= $first) AS plays,
  min(moment) FILTER (day >= $first) AS first_played, max(moment) FILTER (day >= $first) AS last_played,
  sum(ms) FILTER (day BETWEEN $first_before AND $last_before) AS ms_before,
  sum(stream) FILTER (day BETWEEN $first_before AND $last_before) AS streams_before,
  sum(ms) FILTER (day < $recent) AS ms_then, sum(stream) FILTER (day < $recent) AS streams_then,
  sum(ms) FILTER (day >= $recent) AS ms_now
FROM life WHERE item IS NOT NULL AND day <= $last GROUP BY item
"""
GROUPED = """
CREATE OR REPLACE TEMP TABLE {table} AS
SELECT {key} AS no, min(heard) AS heard, max(last_day) AS last_day, sum(ms) AS ms, sum(streams) AS streams,
  sum(plays) AS plays, min(first_played) AS first_played, max(last_played) AS last_played,
  sum(ms_before) AS ms_before, sum(streams_before) AS streams_before,
  sum(ms_then) AS ms_then, sum(streams_then) AS streams_then, sum(ms_now) AS ms_now
FROM sums JOIN items USING (item) WHERE {those} AND {key} IS NOT NULL GROUP BY {key}
"""
TRACKS = {"table": "tracks", "key": "track_no", "those": "music"}
ARTISTS = {"table": "artists", "key": "artist_no", "those": "music"}
ALBUMS = {"table": "albums", "key": "album_no", "those": "music"}
SHOWS = {"table": "shows", "key": "artist_no", "those": "NOT music"}


def prepare(question: Question) -> None:
    """Make the temporary tables `sums`, `tracks`, `artists`, `albums` and `shows`."""
    question.run(SUMS)
    for each in (TRACKS, ARTISTS, ALBUMS, SHOWS):
        question.run(GROUPED.format(**each))
