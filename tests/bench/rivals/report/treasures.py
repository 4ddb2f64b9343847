"""Forgotten treasures and what is still there, with their months."""

from typing import Any

from tests.bench.rivals.report.items import ARTISTS, TRACKS
from tests.bench.rivals.report.question import Question

MINUTE_MS = 60_000
TREASURES = """
WITH forgotten AS (
  SELECT *, true AS gone FROM {table} WHERE last_day < $silent AND last_day < $recent AND ms_then >= {then}
  ORDER BY ms_then DESC, streams_then DESC, no LIMIT 10
), loved AS (
  SELECT *, false AS gone FROM {table} WHERE heard <= $old AND ms_then >= {then} AND ms_now >= {now}
  ORDER BY least(ms_then, ms_now) DESC, ms_then + ms_now DESC, no LIMIT 10
), chosen AS (FROM forgotten UNION ALL FROM loved), months AS (
  SELECT no, month, any_value(title) AS title, any_value(artist) AS artist, sum(life.ms) AS ms,
    sum(stream) AS streams, count(*) AS plays, min(moment) AS first_played, max(moment) AS last_played,
    arg_max(album, life.ms) AS album, arg_max(id, life.ms) AS id
  FROM life JOIN items USING (item) JOIN chosen ON chosen.no = {key} WHERE {those} AND day <= $last GROUP BY no, month
), lives AS (
  SELECT no, any_value(title) AS title, any_value(artist) AS artist, sum(streams)::BIGINT AS streams,
    sum(plays)::BIGINT AS plays, min(first_played), max(last_played), list((month, ms) ORDER BY month),
    arg_max(album, ms), arg_max(id, ms)
  FROM months GROUP BY no
)
SELECT gone, {names}, coalesce(ms_then, 0)::BIGINT, coalesce(ms_now, 0)::BIGINT, lives.streams, lives.plays, lives.*
FROM chosen JOIN lives USING (no)
ORDER BY CASE WHEN gone THEN ms_then ELSE least(ms_then, ms_now) END DESC,
  CASE WHEN gone THEN streams_then ELSE ms_then + ms_now END DESC, no
"""
SUMS = ("ms_then", "ms_now", "streams", "plays")


def treasures(question: Question) -> dict[str, Any]:
    """As `treasures` of the interface; needs the tables of `items`."""
    tracks = _found(question, TRACKS, 30 * MINUTE_MS, 15 * MINUTE_MS, "title", "artist")
    artists = _found(question, ARTISTS, 120 * MINUTE_MS, 60 * MINUTE_MS, "artist AS name")
    return {
        "recent_from": question.recent.isoformat(),
        "forgotten_tracks": tracks[True],
        "forgotten_artists": artists[True],
        "loved_tracks": tracks[False],
        "loved_artists": artists[False],
    }


def _found(
    question: Question, those: dict[str, str], then: int, now: int, *names: str
) -> dict[bool, list[dict[str, Any]]]:
    """By whether they are gone."""
    columns = (*(name.rpartition(" ")[2] for name in names), *SUMS)
    found: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for gone, *row in question.rows(TREASURES.format(names=", ".join(names), then=then, now=now, **those)):
        found[gone].append(dict(zip(columns, row, strict=False)))
    return found
