"""Totals of the window and of the one before it."""

from typing import Any

from tests.bench.rivals.report.question import Question

KINDS = """
SELECT kind, sum(ms)::BIGINT, sum(stream)::BIGINT, count(*) FROM life WHERE day BETWEEN $first AND $last GROUP BY kind
"""
BEFORE = """
SELECT coalesce(sum(ms), 0)::BIGINT, coalesce(sum(streams), 0)::BIGINT, coalesce(sum(plays), 0)::BIGINT, count(*)
FROM days WHERE day BETWEEN $first_before AND $last_before
"""
DAYS = "SELECT count(*) FROM days WHERE day BETWEEN $first AND $last"
ITEMS = "SELECT count(ms), count(ms_before) FROM {table}"
NONE = {"ms_played": 0, "streams": 0, "plays": 0}


def totals(question: Question) -> dict[str, Any]:
    """As `totals` of the interface; needs the tables of `items` and `days`."""
    found = {kind: dict(zip(NONE, sums, strict=True)) for kind, *sums in question.rows(KINDS)}
    kinds = {kind: found.get(kind, NONE) for kind in ("track", "episode", "chapter")}
    now, before = {}, dict(zip((*NONE, "days"), question.row(BEFORE), strict=True))
    for table in ("tracks", "artists", "albums"):
        now[table], before[table] = question.row(ITEMS.format(table=table))
    return {
        **{name: sum(sums[name] for sums in kinds.values()) for name in NONE},
        **now,
        "days": question.row(DAYS)[0],
        "by_kind": kinds,
        "previous": before,
    }
