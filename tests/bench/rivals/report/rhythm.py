"""Clock, calendar, months, life, streak, day and sitting."""

from datetime import date, timedelta
from typing import Any

from tests.bench.rivals.report.question import Question, months

CLOCK = """
SELECT weekday, hour, sum(ms)::BIGINT FROM life WHERE day BETWEEN $first AND $last GROUP BY weekday, hour
"""
DAYS = """
CREATE OR REPLACE TEMP TABLE days AS
SELECT month, day, sum(ms)::BIGINT AS ms, sum(stream)::BIGINT AS streams, count(*) AS plays FROM life GROUP BY ALL
"""
CALENDAR = "SELECT day, ms FROM days WHERE day BETWEEN $first AND $last"
MONTHS = """
SELECT strftime(month, '%Y-%m'), sum(ms)::BIGINT, sum(streams)::BIGINT, sum(plays)::BIGINT FROM days
WHERE day BETWEEN $first AND $last GROUP BY month
"""
LIFE = "SELECT strftime(month, '%Y-%m'), sum(ms)::BIGINT FROM days GROUP BY month"
ENDS = "SELECT min(day), max(day) FROM days"
STREAK = """
WITH runs AS (
  SELECT day, day - (row_number() OVER (ORDER BY day))::INT AS run FROM days WHERE day BETWEEN $first AND $last
)
SELECT min(day)::VARCHAR, max(day)::VARCHAR, count(*) AS days FROM runs GROUP BY run ORDER BY days DESC, 1 LIMIT 1
"""
BIGGEST_DAY = """
SELECT day::VARCHAR, ms, streams, plays FROM days
WHERE day BETWEEN $first AND $last ORDER BY ms DESC, streams DESC, day LIMIT 1
"""
SITTING = """
WITH gaps AS (
  SELECT moment, ms, coalesce(moment - ms > lag(moment) OVER (ORDER BY moment, ms DESC) + 900000, true)::INT AS gap
  FROM life WHERE day BETWEEN $first AND $last
), numbered AS (
  SELECT moment, ms, gap, sum(gap) OVER (ORDER BY moment, ms DESC ROWS UNBOUNDED PRECEDING) AS sitting FROM gaps
)
SELECT any_value(moment - ms) FILTER (gap = 1) AS start, max(moment), sum(ms)::BIGINT AS heard, count(*) FROM numbered
GROUP BY sitting ORDER BY max(moment) - start DESC, heard DESC, 1 LIMIT 1
"""


def rhythm(question: Question) -> dict[str, Any]:
    """As `rhythm` of the interface. Makes the table `days`."""
    question.run(DAYS)
    clock = [[0] * 24 for _ in range(7)]
    for weekday, hour, ms in question.rows(CLOCK):
        clock[weekday][hour] = ms
    return {
        "clock": clock,
        "calendar": {"first_day": question.first.isoformat(), "ms_played": _calendar(question)},
        "months": _months(question, MONTHS, question.first, question.last, "ms_played", "streams", "plays"),
        "life": _months(question, LIFE, *question.row(ENDS), "ms_played"),
        "longest_streak": _named(question, STREAK, "first_day", "last_day", "days")[0],
        "biggest_day": _named(question, BIGGEST_DAY, "day", "ms_played", "streams", "plays")[0],
        "longest_sitting": _named(question, SITTING, "start", "end", "ms_played", "plays")[0],
    }


def _calendar(question: Question) -> list[int]:
    heard: dict[date, int] = dict(question.rows(CALENDAR))
    length = (question.last - question.first).days + 1
    return [heard.get(question.first + timedelta(days=number), 0) for number in range(length)]


def _months(question: Question, statement: str, first: date, last: date, *names: str) -> list[dict[str, Any]]:
    heard = {month: sums for month, *sums in question.rows(statement)}
    silence = [0] * len(names)
    return [
        {"month": month, **dict(zip(names, heard.get(month, silence), strict=True))} for month in months(first, last)
    ]


def _named(question: Question, statement: str, *names: str) -> list[dict[str, Any]]:
    return [dict(zip(names, row, strict=True)) for row in question.rows(statement)]
