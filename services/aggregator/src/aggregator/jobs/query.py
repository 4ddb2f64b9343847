"""The streaming query: the topic `plays` from where the checkpoint ends, batch by batch to a handler on the loop."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from pyspark.errors import StreamingQueryException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.streaming.query import StreamingQuery

from aggregator.jobs import checkpoints
from chassis.errors import Retryable
from chassis.kafka import Brokers, java_connection
from contracts.topics import Topic

_LOG = logging.getLogger(__name__)

OnBatch = Callable[[DataFrame, int], Awaitable[None]]

PAUSE = "100 milliseconds"
MOST_RECORDS = 600
"""Of one batch, so that it fits the heap: 300,000 plays."""

_SOURCE = {
    "subscribe": Topic.PLAYS,
    "startingOffsets": "earliest",
    "includeHeaders": "true",
    "maxOffsetsPerTrigger": str(MOST_RECORDS),
    # a fetch that waits at the end of a partition holds up the next batch for this long
    "kafka.fetch.max.wait.ms": "50",
    # readers that wait for the next batch keep what they polled last, and a record may have megabytes
    "kafka.max.poll.records": "5",
}
_POLL_S = 1
_MAX_REASON = 500
# found while a batch is planned, and while it is read
_LOSS = ("KAFKA_DATA_LOSS", "Some data may have been lost")


class Query:
    """One streaming query on a session."""

    def __init__(
        self,
        spark: SparkSession,
        brokers: Brokers,
        checkpoint_root: str,
        on_batch: OnBatch,
        progress: Callable[[], None],
    ) -> None:
        self._spark = spark
        self._brokers = brokers
        self._root = checkpoint_root
        self._on_batch = on_batch
        self._progress = progress
        self._query: StreamingQuery | None = None

    async def run(self) -> None:
        """Read until cancelled. Whatever ends the query is raised."""
        loop = asyncio.get_running_loop()
        path = await asyncio.to_thread(checkpoints.location, self._spark, self._root, self._brokers, Topic.PLAYS)
        self._query = await asyncio.to_thread(self._start, path, loop)
        _LOG.info("reading", extra={"topic": Topic.PLAYS, "checkpoint": path})
        try:
            await self._watch(self._query)
        except StreamingQueryException as error:
            await self._forget_if_lost(path, error)
            raise
        finally:
            query, self._query = self._query, None
            await asyncio.to_thread(query.stop)

    async def check(self) -> None:
        """Raise Retryable unless the query runs."""
        if self._query is None:
            raise Retryable("the query has not started yet")

    def _start(self, path: str, loop: asyncio.AbstractEventLoop) -> StreamingQuery:
        def hand_over(frame: DataFrame, batch_id: int) -> None:
            asyncio.run_coroutine_threadsafe(_awaited(self._on_batch(frame, batch_id)), loop).result()

        connection = {f"kafka.{key}": value for key, value in java_connection(self._brokers).items()}
        records = self._spark.readStream.format("kafka").options(**_SOURCE, **connection).load()
        writer = records.writeStream.foreachBatch(hand_over).option("checkpointLocation", path)
        return writer.trigger(processingTime=PAUSE).start()

    async def _watch(self, query: StreamingQuery) -> None:
        """Until the query ends by an exception, which is raised here."""
        while not await asyncio.to_thread(query.awaitTermination, _POLL_S):
            if not query.status["isTriggerActive"]:
                self._progress()
        raise RuntimeError("the query ended by itself")

    async def _forget_if_lost(self, path: str, error: StreamingQueryException) -> None:
        """Records that expired unread are gone for good. The rest is stored, so reading all that is left is safe."""
        if any(sign in str(error) for sign in _LOSS):
            _LOG.error("records were lost before they were stored", extra={"reason": str(error)[:_MAX_REASON]})
            await asyncio.to_thread(checkpoints.forget, self._spark, path)


async def _awaited(action: Awaitable[None]) -> None:
    await action
