"""The four top lists by playing time, each with ranks before and the ids to find pictures by."""

from typing import Any

from tests.bench.rivals.report.items import ALBUMS, ARTISTS, SHOWS, TRACKS
from tests.bench.rivals.report.question import LIMIT, Question

TOP = """
WITH before AS (
  SELECT no, row_number() OVER (ORDER BY ms_before DESC, streams_before DESC, no) AS rank_before
  FROM {table} WHERE ms_before IS NOT NULL
), top AS (
  SELECT *, ms / (SELECT sum(ms) FROM {table}) AS share
  FROM {table} WHERE ms IS NOT NULL ORDER BY ms DESC, streams DESC, no LIMIT {limit}
), named AS (
  SELECT {key} AS no, any_value(title) AS title, any_value(artist) AS artist, arg_max(album, sums.ms) AS album,
    arg_max(id, sums.ms) AS id, count(DISTINCT track_no) AS tracks
  FROM items JOIN sums USING (item) SEMI JOIN top ON top.no = {key}
  WHERE {those} AND sums.ms IS NOT NULL GROUP BY {key}
)
SELECT {names}, ms::BIGINT, streams::BIGINT, plays::BIGINT, rank_before, {tracks}, share, first_played, last_played, id
FROM top JOIN named USING (no) LEFT JOIN before USING (no) ORDER BY ms DESC, streams DESC, no
"""
SUMS = ("ms_played", "streams", "plays", "rank_before")


def toplists(question: Question) -> dict[str, Any]:
    """As the four lists of the interface; needs the tables of `items`."""
    return {
        "top_tracks": _top(question, TRACKS, ("title", "artist"), ("album", "album")),
        "top_artists": _top(question, ARTISTS, ("artist AS name",), ("tracks", "tracks")),
        "top_albums": _top(question, ALBUMS, ("album AS title", "artist"), ("tracks", "tracks")),
        "top_shows": _top(question, SHOWS, ("artist AS name",), ("tracks", "episodes")),
    }


def _top(
    question: Question, those: dict[str, str], names: tuple[str, ...], more: tuple[str, str]
) -> list[dict[str, Any]]:
    """`more`: a column of each entry and what the interface calls it."""
    rows = question.rows(TOP.format(limit=LIMIT, names=", ".join(names), tracks=more[0], **those))
    columns = (*(name.rpartition(" ")[2] for name in names), *SUMS, more[1])
    return [{"rank": rank, **dict(zip(columns, row, strict=False))} for rank, row in enumerate(rows, start=1)]
