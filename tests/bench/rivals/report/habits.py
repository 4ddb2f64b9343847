"""Skips, shuffle, offline, private; devices and countries; the most skipped track."""

from typing import Any

from tests.bench.rivals.report.question import Question

PARTS = """
SELECT count(*) FILTER (skip AND skip_known), count(*) FILTER (skip_known), count(*) FILTER (shuffle), count(shuffle),
  count(*) FILTER (offline), count(offline), count(*) FILTER (private), count(private)
FROM life WHERE day BETWEEN $first AND $last
"""
PLACES = """
SELECT {place}, sum(ms)::BIGINT AS heard, count(*) AS plays FROM life
WHERE {place} IS NOT NULL AND day BETWEEN $first AND $last GROUP BY {place} ORDER BY heard DESC, plays DESC, {place}
"""
MOST_SKIPPED = """
WITH most AS (
  SELECT track_no, sum(skips) AS skips, sum(plays) AS plays FROM (
    SELECT item, sum(skip::INT) AS skips, count(*) AS plays FROM life
    WHERE kind = 'track' AND item IS NOT NULL AND day BETWEEN $first AND $last GROUP BY item
  ) JOIN items USING (item) GROUP BY track_no HAVING sum(skips) > 0 ORDER BY 2 DESC, 3, track_no LIMIT 1
)
SELECT title, artist, skips::BIGINT, plays::BIGINT FROM most JOIN items USING (track_no) LIMIT 1
"""


def habits(question: Question) -> dict[str, Any]:
    """As `habits` of the interface."""
    counts = iter(question.row(PARTS))
    most = question.rows(MOST_SKIPPED)
    return {
        **{name: {"plays": next(counts), "of": next(counts)} for name in ("skipped", "shuffle", "offline", "private")},
        "platforms": _places(question, "family"),
        "countries": _places(question, "country"),
        "most_skipped": dict(zip(("title", "artist", "skips", "plays"), most[0], strict=True)) if most else None,
    }


def _places(question: Question, place: str) -> list[dict[str, Any]]:
    rows = question.rows(PLACES.format(place=place))
    return [dict(zip(("name", "ms_played", "plays"), row, strict=True)) for row in rows]
