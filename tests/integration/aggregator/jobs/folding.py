"""Batches folded by real Spark into real MariaDB, and what was said of it."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from pyspark.sql import SparkSession

from aggregator.adapters.play_store import MariaDbPlayStore, MariaDbPlayStores
from aggregator.domain import segment
from aggregator.domain.durable import year_table
from aggregator.domain.durable.stored import ClosedUpload
from aggregator.jobs.rebuild import Rebuild
from aggregator.jobs.store_batch import StoreBatch
from aggregator.jobs.stream_task import StreamTask
from chassis.database import Database
from chassis.settings import MariaDbSettings
from tests.harness.plays_records import end_of, plays_of
from tests.integration.aggregator.jobs.kafka_frames import WRITTEN_AT_MS, Record, frame, message

IN_2023, IN_2024, LATER_IN_2024 = 1_700_000_000_000, 1_710_000_000_000, 1_720_000_000_000


class Crash(Exception):
    """The process ends here."""


@dataclass
class Heard:
    """Implements the port `Announcements`: keeps what was said. The first saying of an upload may be the last."""

    revisions: list[tuple[str, int]] = field(default_factory=list)
    uploads: list[ClosedUpload] = field(default_factory=list)
    unread: list[tuple[int, bytes | None, str]] = field(default_factory=list)
    crash: bool = False

    async def history_changed(self, person_id: str, revision: int) -> None:
        if self.crash:
            self.crash = False
            raise Crash
        self.revisions.append((person_id, revision))

    async def upload_stored(self, upload: ClosedUpload) -> None:
        self.uploads.append(upload)

    async def unreadable(self, record: Any, reason: str) -> None:
        assert record.written_at == WRITTEN_AT_MS
        self.unread.append((record.offset, record.value, reason))


class Folding:
    """The handlers on real parts, what they said, and what is stored."""

    def __init__(self, spark: SparkSession, settings: MariaDbSettings, database: Database) -> None:
        self.spark, self.database, self.heard = spark, database, Heard()
        self.stores, self.store = MariaDbPlayStores(settings), MariaDbPlayStore(database)

    async def batch(self, *records: Record) -> None:
        """Store the records as one batch of the stream."""
        handler = StoreBatch(StreamTask(self.stores), self.heard, lambda: None)
        await handler(frame(self.spark, records), 0)

    async def rebuild(self, person_id: str | None) -> None:
        await Rebuild(self.spark, self.stores, self.heard).run(person_id)

    async def history(self, person_id: str) -> dict[int, list[dict[str, Any]]]:
        """The plays in the segments by year, of which the truth has as many."""
        segments = await self._bodies("segments", person_id)
        plays = {year: segment.decode(body).to_pylist() for year, body in segments.items()}
        truth = await self._bodies("plays_by_year", person_id)
        assert {year: year_table.decode(body).height for year, body in truth.items()} == {
            year: len(rows) for year, rows in plays.items()
        }
        return plays

    async def everything(self, person_id: str) -> list[Any]:
        """All that is stored of a person."""
        queries = (
            "SELECT * FROM serving.plays_by_year WHERE person_id = %s ORDER BY year",
            "SELECT * FROM serving.segments WHERE person_id = %s ORDER BY year",
            "SELECT * FROM serving.people_revisions WHERE person_id = %s",
            "SELECT * FROM serving.answers WHERE person_id = %s",
            "SELECT * FROM durable_records WHERE person_id = %s ORDER BY upload_id, seq",
            "SELECT * FROM durable_uploads WHERE person_id = %s ORDER BY upload_id",
        )
        return [await self.database.fetch_all(query, (person_id,)) for query in queries]

    async def _bodies(self, table: str, person_id: str) -> dict[int, bytes]:
        rows = await self.database.fetch_all(
            f"SELECT year, body FROM serving.{table} WHERE person_id = %s ORDER BY year", (person_id,)
        )
        return dict(rows)


def at(*moments: int, **fields: Any) -> list[dict[str, Any]]:
    """Plays at these moments."""
    return [{"played_at": moment} | fields for moment in moments]


def upload_of(ids: tuple[str, str], *records: list[dict[str, Any]], **fields: Any) -> list[Record]:
    """A whole upload with these records of plays."""
    plays = [message(plays_of(ids, seq, record, **fields)) for seq, record in enumerate(records)]
    return [*plays, message(end_of(ids, len(records)))]


def another(ids: tuple[str, str]) -> tuple[str, str]:
    """A new upload of the same person."""
    return uuid.uuid4().hex, ids[1]
