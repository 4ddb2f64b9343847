"""Live totals over real Kafka: exact, told at a bounded pace, and right again after a crash."""

import asyncio
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

import pytest

from aggregator.streams.app import APP_ID
from chassis.follow import Follower
from chassis.publish import Publisher
from contracts.messages import Message
from contracts.messages.plays import UploadRead
from contracts.messages.uploads import LiveTotalsChanged, LiveTrack
from contracts.topics import Topic
from stack.probes import wait_until
from stack.runner import Runner
from stack.servers.kafka import Kafka
from tests.harness.offsets import all_read
from tests.harness.plays_records import plays_read

PATIENCE_S = 60.0
SONG, SKIP = 200_000, 5_000


class Told:
    """Everything that was told of each upload, in order."""

    def __init__(self) -> None:
        self.totals: dict[str, list[LiveTotalsChanged]] = defaultdict(list)

    async def __call__(self, message: Message, _: Any) -> None:
        assert isinstance(message, LiveTotalsChanged)
        self.totals[message.upload_id].append(message)

    async def until(self, upload_id: str, records: int) -> LiveTotalsChanged:
        async def there() -> bool:
            return any(totals.records >= records for totals in self.totals[upload_id])

        assert await wait_until(there, PATIENCE_S), self.totals[upload_id]
        return self.totals[upload_id][-1]


@pytest.fixture(scope="session")
async def told(kafka: Kafka) -> AsyncIterator[Told]:
    told = Told()
    follower = Follower(kafka.bootstrap, [Topic.LIVE_TOTALS], told, from_beginning=True)
    await follower.start()
    reading = asyncio.create_task(follower.run())
    yield told
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)


class Upload:
    """One running upload that publishes its records."""

    def __init__(self, publisher: Publisher) -> None:
        self.publisher = publisher
        self.id, self.person_id = uuid.uuid4().hex, uuid.uuid4().hex

    async def send(self, *seqs: int) -> None:
        """All at once, in this order: faster than totals may be told, however busy the machine is."""
        records = [plays_read(self.id, self.person_id, seq, [SONG, SKIP], ["Song", "Skip"]) for seq in seqs]
        sent = [await self.publisher.publish_soon(Topic.PLAYS, self.person_id, record) for record in records]
        for each in sent:
            await self.publisher.acknowledged(each)

    async def end(self, records: int) -> None:
        marker = UploadRead(upload_id=self.id, person_id=self.person_id, records=records)
        await self.publisher.publish(Topic.PLAYS, self.person_id, marker)

    def totals(self, records: int) -> LiveTotalsChanged:
        return LiveTotalsChanged(
            upload_id=self.id,
            person_id=self.person_id,
            records=records,
            rows=2 * records,
            ms_played=(SONG + SKIP) * records,
            streams=records,
            top_track=LiveTrack(title="Song", artist="A", ms_played=SONG * records),
        )


async def test_totals_climb_to_the_sum_of_all_records(worker: Runner, publisher: Publisher, told: Told) -> None:
    upload = Upload(publisher)
    await upload.send(*range(40))
    await upload.end(40)
    assert await told.until(upload.id, 40) == upload.totals(40)
    heard = told.totals[upload.id]
    assert [totals.records for totals in heard] == sorted(totals.records for totals in heard)
    assert len(heard) < 40


async def test_records_read_twice_count_once(worker: Runner, publisher: Publisher, told: Told) -> None:
    upload = Upload(publisher)
    await upload.send(0, 1, 0, 1, 2)
    assert await told.until(upload.id, 3) == upload.totals(3)
    await upload.end(3)
    await upload.send(0, 1, 2)  # an uploader that was restarted reads the whole upload again
    await upload.end(3)
    after = Upload(publisher)
    after.person_id = upload.person_id  # the same partition: what is behind the repeated records was read after them
    await after.send(0)
    assert await told.until(after.id, 1) == after.totals(1)
    assert told.totals[upload.id][-1] == upload.totals(3)


async def test_a_crash_in_the_middle_loses_nothing_and_counts_nothing_twice(
    worker: Runner, publisher: Publisher, told: Told
) -> None:
    upload = Upload(publisher)
    await upload.send(*range(10))
    await told.until(upload.id, 5)
    worker.kill()
    await worker.wait()
    await upload.send(*range(10, 20))
    await worker.start()
    await upload.end(20)
    assert await told.until(upload.id, 20) == upload.totals(20)


async def test_what_was_committed_before_a_crash_is_read_back_from_the_changelog(
    worker: Runner, publisher: Publisher, told: Told, kafka: Kafka
) -> None:
    upload = Upload(publisher)
    await upload.send(*range(10))
    await told.until(upload.id, 10)
    assert await wait_until(lambda: all_read(kafka.bootstrap, APP_ID, Topic.PLAYS), PATIENCE_S)
    worker.kill()
    await worker.wait()
    await worker.start()
    await upload.send(*range(10, 12))
    assert await told.until(upload.id, 12) == upload.totals(12)


async def test_what_is_no_record_is_skipped(worker: Runner, publisher: Publisher, told: Told) -> None:
    upload = Upload(publisher)
    await publisher.publish_dead(Topic.PLAYS, upload.person_id.encode(), b"[]", [("schema", b"plays-read.v1")])
    await upload.send(0)
    assert await told.until(upload.id, 1) == upload.totals(1)
