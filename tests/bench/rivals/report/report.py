"""The whole report over one window."""

from datetime import date
from typing import Any

import duckdb

from tests.bench.rivals.report.discovery import discovery
from tests.bench.rivals.report.habits import habits
from tests.bench.rivals.report.items import prepare
from tests.bench.rivals.report.question import Question
from tests.bench.rivals.report.rhythm import rhythm
from tests.bench.rivals.report.toplists import toplists
from tests.bench.rivals.report.totals import totals
from tests.bench.rivals.report.treasures import treasures


def report(cursor: duckdb.DuckDBPyConnection, first: date, last: date) -> dict[str, Any]:
    """The report of the days from `first` to `last`; the temporary tables belong to the cursor."""
    question = Question(cursor, first, last)
    prepare(question)
    rhythms = rhythm(question)  # its table of days serves the totals too
    return {
        "totals": totals(question),
        **toplists(question),
        "rhythm": rhythms,
        "discovery": discovery(question),
        "treasures": treasures(question),
        "habits": habits(question),
    }
