"""Plays as the rows of our own export: one file a year (UTC), each the same plays as a JSON array."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

Row = dict[str, Any]


def row_of(play: Row) -> Row:
    """A play, with `source` and the fields of PlayColumns by their names, as a row."""
    at = datetime.fromtimestamp(play["played_at"] // 1000, UTC)
    moment = f"{at:%Y-%m-%dT%H:%M:%S}.{play['played_at'] % 1000:03}Z"
    told = {name: value for name, value in play.items() if name not in {"row", "identity", "fingerprint"}}
    return {"nachklang": 1, **told, "played_at": moment}


def year_files(plays: Iterable[Row]) -> list[tuple[str, bytes]]:
    """The files of an export that hold these plays: names and contents."""
    years: defaultdict[str, list[Row]] = defaultdict(list)
    for row in map(row_of, plays):
        years[row["played_at"][:4]].append(row)
    return [(f"nachklang_plays_{year}.json", json.dumps(rows).encode()) for year, rows in sorted(years.items())]
