"""Wires the jobs of the aggregator: with `aggregator.bootstrap`, the only place that names adapters."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pyspark.sql import SparkSession

from aggregator.adapters.announcements import KafkaAnnouncements
from aggregator.adapters.play_store import MariaDbPlayStore
from aggregator.adapters.spark_tables import SparkTables
from aggregator.jobs.build_years import BuildYears
from aggregator.jobs.query import Query
from aggregator.jobs.rebuild import Rebuild
from aggregator.jobs.session import create_session
from aggregator.jobs.store_batch import StoreBatch
from aggregator.jobs.sweep import Sweep
from aggregator.settings import JobSettings, RebuildSettings, StreamSettings
from chassis.clock import system_clock
from chassis.database import Database
from chassis.migrate import migrate
from chassis.ops import Heartbeat, Ops
from chassis.process import together
from chassis.publish import Publisher
from chassis.retry import retry

MIGRATIONS = Path(__file__).parents[3] / "migrations"


@dataclass(frozen=True)
class _Parts:
    spark: SparkSession
    database: Database
    publisher: Publisher
    tables: SparkTables
    store: MariaDbPlayStore
    announcements: KafkaAnnouncements
    build_years: BuildYears


async def stream(settings: StreamSettings) -> None:
    """Make plays durable as they come, until cancelled."""
    heartbeat = Heartbeat(system_clock)
    async with _parts(settings.job, "stream") as parts:
        batch = StoreBatch(parts.tables, parts.store, parts.build_years, parts.announcements, heartbeat.beat)
        query = Query(parts.spark, settings.job.kafka.brokers, settings.checkpoints, batch, heartbeat.beat)
        sweep = Sweep(parts.store, parts.build_years, system_clock)
        checks = {"mariadb": parts.database.ping, "kafka": parts.publisher.ping, "spark": query.check}
        ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
        await ops.start()
        try:
            await retry(parts.store.clear_stage)  # what a crash may have left
            await together(query.run(), sweep.run())
        finally:
            await ops.stop()


async def rebuild(settings: RebuildSettings, person_id: str | None) -> None:
    """Build all segments anew, of one person or of everybody, and end."""
    async with _parts(settings.job, "rebuild") as parts:
        await Rebuild(parts.store, parts.build_years).run(person_id)


@asynccontextmanager
async def _parts(settings: JobSettings, name: str) -> AsyncIterator[_Parts]:
    database = Database(settings.mariadb, user="aggregator", schema="aggregator")
    publisher = Publisher(settings.kafka.brokers)
    spark = await asyncio.to_thread(create_session, settings.spark, f"nachklang-{name}")
    try:
        await retry(lambda: migrate(database, MIGRATIONS, "aggregator"))
        await retry(publisher.start)
        tables, store = SparkTables(settings.mariadb), MariaDbPlayStore(database, system_clock)
        announcements = KafkaAnnouncements(publisher)
        build_years = BuildYears(spark, tables, store, announcements)
        yield _Parts(spark, database, publisher, tables, store, announcements, build_years)
    finally:
        await publisher.stop()
        await database.close()
        await asyncio.to_thread(spark.stop)
