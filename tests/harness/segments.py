"""Segments made by hand: plays of a person as the aggregator's worker finds them in the store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from aggregator.domain.segment import EXTENDED, SEGMENT_SCHEMA, encode

ARTIST, TITLE, ALBUM = "Die Nachbarn", "Treppenhaus", "Dritter Stock"


def row(moment: str | int, ms_played: int = 200_000, **fields: Any) -> dict[str, Any]:
    """A play that ended at `moment`, ISO 8601 in UTC or unix ms; a track of an extended export unless told."""
    names = {"kind": "track", "artist": ARTIST, "title": TITLE, "album": ALBUM, "source": EXTENDED}
    return names | {"played_at": unix_ms(moment), "ms_played": ms_played} | fields


def unix_ms(moment: str | int) -> int:
    """Unix milliseconds of an ISO 8601 moment in UTC."""
    if isinstance(moment, int):
        return moment
    return int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp() * 1000)


def table(rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """The rows as a segment's table, in the order of their moments; what a row does not name is null."""
    ordered = sorted(rows, key=lambda play: play["played_at"])
    columns = {name: [play.get(name) for play in ordered] for name in SEGMENT_SCHEMA.names}
    return pa.table(columns, schema=SEGMENT_SCHEMA)


def bodies(rows: Iterable[Mapping[str, Any]]) -> dict[int, bytes]:
    """Encoded segments by UTC year."""
    years: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for play in rows:
        years[datetime.fromtimestamp(play["played_at"] // 1000, UTC).year].append(play)
    return {year: encode(table(plays)) for year, plays in sorted(years.items())}
