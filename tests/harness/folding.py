"""Uploads folded into a history by the services' own functions, without any server between them."""

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from aggregator.domain.durable.fold import fold
from aggregator.domain.durable.incoming import by_year, frame_of
from contracts.messages.plays import PlaysRead
from tests.harness.reference.plays import Play
from tests.unit.uploader.uploads import read_upload

PERSON = "b" * 32
TEXTS = ("artist", "title", "album")
SAID = ("private", "platform", "country", "reason_start", "reason_end", "shuffle", "skipped", "offline")


class FoldedHistory:
    """The stored plays of one person by UTC year, as the stream keeps them."""

    def __init__(self) -> None:
        self.years: dict[int, pl.DataFrame] = {}

    def add(self, records: Sequence[PlaysRead]) -> bool:
        """Fold records in, in their order; whether that changed anything."""
        changed = False
        for year, plays in by_year(frame_of(records)).items() if records else ():
            before = self.years.get(year)
            folded = fold(before, plays)
            changed |= before is None or not before.equals(folded.plays)
            self.years[year] = folded.plays
        return changed

    def in_order(self) -> pl.DataFrame:
        """All plays in the order of a history."""
        return pl.concat([year for _, year in sorted(self.years.items())])

    def plays(self) -> list[tuple[Any, ...]]:
        """What is known of each play, in a fixed order."""
        columns = ("source", "played_at", "ms_played", "kind", *TEXTS, "spotify_id", *SAID)
        rows = (row for year in self.years.values() for row in year.select(columns).iter_rows())
        return sorted(rows, key=repr)


def records_of(body: bytes, filename: str, upload_id: str) -> list[PlaysRead]:
    """The records that the uploader writes of an upload."""
    return [
        PlaysRead(upload_id=upload_id, person_id=PERSON, seq=seq, file=file, source=source, plays=columns)
        for seq, (file, source, columns) in enumerate(read_upload(body, filename).records)
    ]


def as_stored(plays: Iterable[Play], sources: Sequence[str]) -> list[tuple[Any, ...]]:
    """The reference's plays as `FoldedHistory.plays` shows them; `sources` are the store's numbers for them."""
    rows = (
        (
            sources.index(play.source), play.moment, play.ms_played, play.kind,
            *(getattr(play, name) or None for name in TEXTS), play.spotify_id, *(getattr(play, name) for name in SAID),
        )
        for play in plays
    )  # fmt: skip
    return sorted(rows, key=repr)
