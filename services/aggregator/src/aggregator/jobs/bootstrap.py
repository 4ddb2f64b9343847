"""Wires the jobs of the aggregator: with `aggregator.bootstrap`, the only place that names adapters."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import Executor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pyspark.sql import SparkSession

from aggregator.adapters.announcements import KafkaAnnouncements
from aggregator.adapters.play_store import USER, MariaDbPlayStores
from aggregator.adapters.segment_reader import MariaDbSegmentReader
from aggregator.adapters.standings_store import MariaDbStandingsStore
from aggregator.jobs.pool import pool_thread
from aggregator.jobs.query import Query
from aggregator.jobs.rebuild import Rebuild
from aggregator.jobs.session import create_session
from aggregator.jobs.standings import Standings
from aggregator.jobs.standings_schedule import StandingsSchedule
from aggregator.jobs.store_batch import StoreBatch
from aggregator.jobs.stream_task import StreamTask
from aggregator.jobs.warm_up import warm_up
from aggregator.settings import BatchSettings, JobSettings, StreamSettings
from chassis.clock import system_clock
from chassis.database import Database
from chassis.migrate import migrate
from chassis.ops import Heartbeat, Ops
from chassis.process import together
from chassis.publish import Publisher
from chassis.retry import retry

MIGRATIONS = Path(__file__).parents[3] / "migrations"
POOL = "standings"


@dataclass(frozen=True)
class _Parts:
    spark: SparkSession
    database: Database
    publisher: Publisher
    stores: MariaDbPlayStores
    announcements: KafkaAnnouncements


async def stream(settings: StreamSettings) -> None:
    """Make plays durable as they come, until cancelled."""
    heartbeat = Heartbeat(system_clock)
    async with _parts(settings.job, "stream") as parts:
        batch = StoreBatch(StreamTask(parts.stores), parts.announcements, heartbeat.beat)
        query = Query(parts.spark, settings.job.kafka, settings.checkpoints, batch, heartbeat.beat)
        checks = {"mariadb": parts.database.ping, "kafka": parts.publisher.ping, "spark": query.check}
        ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
        await ops.start()
        try:
            await asyncio.to_thread(warm_up, parts.spark)
            await together(query.run(), _standings_in_turn(parts, settings))
        finally:
            await ops.stop()


async def rebuild(settings: BatchSettings, person_id: str | None) -> None:
    """Cut all segments anew, of one person or of everybody, and end."""
    async with _parts(settings.job, "rebuild") as parts:
        await Rebuild(parts.spark, parts.stores, parts.announcements).run(person_id)


async def standings(settings: BatchSettings) -> None:
    """Compute standings and common taste of all who share, and end."""
    async with _parts(settings.job, "standings") as parts:
        with pool_thread(parts.spark, POOL) as executor:
            await _standings(parts, settings.job, executor).run()


async def _standings_in_turn(parts: _Parts, settings: StreamSettings) -> None:
    """Beside the stream, in the same session: a driver of its own would take another half a gigabyte."""
    if not settings.standings_every_ms:
        return
    with pool_thread(parts.spark, POOL) as executor:
        job, store = _standings(parts, settings.job, executor), MariaDbStandingsStore(parts.database)
        await StandingsSchedule(job.run, store.state, system_clock, settings.standings_every_ms).run()


def _standings(parts: _Parts, settings: JobSettings, executor: Executor) -> Standings:
    read = MariaDbSegmentReader(settings.mariadb)
    return Standings(parts.spark, executor, MariaDbStandingsStore(parts.database), read, system_clock)


@asynccontextmanager
async def _parts(settings: JobSettings, name: str) -> AsyncIterator[_Parts]:
    database = Database(settings.mariadb, user=USER, schema=USER)
    publisher = Publisher(settings.kafka)
    spark = await asyncio.to_thread(create_session, settings.spark, f"nachklang-{name}")
    try:
        await retry(lambda: migrate(database, MIGRATIONS, USER))
        await retry(publisher.start)
        stores, announcements = MariaDbPlayStores(settings.mariadb), KafkaAnnouncements(publisher)
        yield _Parts(spark, database, publisher, stores, announcements)
    finally:
        await publisher.stop()
        await database.close()
        await asyncio.to_thread(spark.stop)
