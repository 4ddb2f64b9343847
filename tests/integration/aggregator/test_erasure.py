"""Whoever was erased is in no table and no changelog afterwards, and nothing that comes late or again changes that."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.producer.producer import DefaultPartitioner

from aggregator.adapters.answer_store import MariaDbAnswerStore
from aggregator.adapters.share_store import MariaDbShareStore
from aggregator.adapters.sharing_store import MariaDbSharingStore
from aggregator.bootstrap import PEOPLE_GROUP
from aggregator.domain.durable import year_table
from aggregator.ports import NewShare, NotKept
from chassis.database import Database
from chassis.publish import Publisher
from chassis.rpc import Requester, RequestRefused
from contracts.messages import Message
from contracts.messages.history_pages import AskHistory
from contracts.messages.people_changes import PersonErased, SharingChanged
from contracts.messages.plays import UploadRead
from contracts.messages.questions import AskWrapped
from contracts.messages.shares import FreezeWrapped, RevokeShare, Share
from contracts.topics import Topic, load_topics
from stack.probes import wait_until
from stack.runner import Runner
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from tests.harness.kept import in_database
from tests.harness.offsets import to_beginning
from tests.harness.plays_records import plays_read
from tests.harness.segments import row
from tests.harness.stored_plays import stored
from tests.integration.aggregator.conftest import Histories
from tests.integration.aggregator.test_answers import PATIENCE_S, question

CHANGELOG = "aggregator-live-changelog"
SONG = row("2024-03-01T10:00:00")


class Person:
    """Somebody of whom everything is kept that the aggregator can keep."""

    def __init__(self, database: Database, publisher: Publisher, requester: Requester) -> None:
        self.database, self.publisher, self.requester = database, publisher, requester
        self.id, self.upload_id = uuid.uuid4().hex, uuid.uuid4().hex

    async def ask(self, message: Message, topic: Topic = Topic.WRAPPED_REQUESTS) -> Message:
        return await self.requester.ask(topic, self.id, message, PATIENCE_S)

    async def fill(self, histories: Histories) -> None:
        await histories.put([SONG], person_id=self.id)
        body = year_table.encode(stored([{"played_at": SONG["played_at"], "first_upload": self.upload_id}]))
        await self.put("serving.plays_by_year", 2024, 1, body)
        await self.put("durable_records", self.upload_id, 0, None)
        await self.put("durable_uploads", self.upload_id, 1, 1, "[]", 0)
        await self.put("serving.standings", "all", "tracks", 1, 0, 5)
        await self.tell(SharingChanged(person_id=self.id, sharing=True, change=1))
        for share_id in ("kept", "revoked"):
            await self.freeze(share_id)
        await self.ask(RevokeShare(person_id=self.id, share_id=f"revoked-{self.id[:8]}"))
        await self.ask(AskWrapped(question=question(self.id)))
        await self.play()

    async def put(self, table: str, *values: Any) -> None:
        places = ", ".join(["%s"] * (len(values) + 1))
        await self.database.execute(f"INSERT INTO {table} VALUES ({places})", (self.id, *values))

    async def freeze(self, share_id: str) -> Message:
        asked = question(self.id, viewer="other")
        return await self.ask(FreezeWrapped(share_id=f"{share_id}-{self.id[:8]}", name="Mara", question=asked))

    async def play(self) -> None:
        record = plays_read(self.upload_id, self.id, 0, [200_000], ["Song"])
        end = UploadRead(upload_id=self.upload_id, person_id=self.id, records=1)
        for message in (record, end):
            await self.publisher.publish(Topic.PLAYS, self.id, message)

    async def tell(self, message: Message) -> None:
        await self.publisher.publish(Topic.PEOPLE_CHANGES, self.id, message)

    async def leave(self) -> None:
        await self.tell(PersonErased(person_id=self.id))


@pytest.fixture
def person(histories: Histories, database: Database, publisher: Publisher, requester: Requester) -> Person:
    return Person(database, publisher, requester)


async def tables_with(person: Person, mariadb: MariaDB) -> set[str]:
    """Every table of every schema in which the person's id stands."""
    return {place async for place, value in in_database(mariadb) if person.id.encode() in value}


async def changelog(person: Person, kafka: Kafka) -> list[bool]:
    """Of each entry of the person in the hot table's changelog, in order, whether it is one: a tombstone is none."""
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka.bootstrap, auto_offset_reset="earliest")
    partitions = [TopicPartition(CHANGELOG, number) for number in range(load_topics()[CHANGELOG].partitions)]
    consumer.assign(partitions)
    await consumer.start()
    try:
        return [
            record.value is not None
            async for record in _until(consumer, await consumer.end_offsets(partitions))
            if person.id.encode() in record.key
        ]
    finally:
        await consumer.stop()


async def _until(consumer: AIOKafkaConsumer, ends: dict[TopicPartition, int]) -> AsyncIterator[Any]:
    for partition, end in ends.items():
        consumer.seek(partition, 0)
        while await consumer.position(partition) < end:
            for record in (await consumer.getmany(partition, timeout_ms=500)).get(partition, []):
                yield record


async def test_nothing_is_left_and_nothing_comes_back(
    person: Person, worker: Runner, mariadb: MariaDB, kafka: Kafka, histories: Histories
) -> None:
    await person.fill(histories)

    async def everywhere() -> bool:
        return await tables_with(person, mariadb) == {
            "aggregator.durable_records", "aggregator.durable_uploads", "aggregator.people_sharing",
            "aggregator.share_changes", "serving.answers", "serving.people_revisions", "serving.plays_by_year",
            "serving.segments", "serving.shares", "serving.standings",
        } and any(await changelog(person, kafka))  # fmt: skip

    assert await wait_until(everywhere, PATIENCE_S), await tables_with(person, mariadb)

    async def gone() -> bool:
        left, entries = await tables_with(person, mariadb), await changelog(person, kafka)
        return left == {"aggregator.erased_people"} and not entries[-1]

    await person.leave()
    assert await wait_until(gone, PATIENCE_S), await tables_with(person, mariadb)
    await forgotten(person)
    await refused(person)

    await person.leave()
    await person.play()
    await person.tell(SharingChanged(person_id=person.id, sharing=True, change=2))
    await heard(person, kafka)
    assert await gone(), await tables_with(person, mariadb)

    await worker.stop()
    await to_beginning(kafka.bootstrap, PEOPLE_GROUP)
    await worker.start()
    await person.play()
    await heard(person, kafka)
    assert await gone(), await tables_with(person, mariadb)
    await refused(person)


async def forgotten(person: Person) -> None:
    """Until the worker keeps nothing of the person in memory either: it hears of that apart from what is stored."""

    async def unknown() -> bool:
        try:
            await person.ask(AskWrapped(question=question(person.id)))
        except RequestRefused as refusal:
            return refusal.failure.code == "unknown_person"
        return False

    assert await wait_until(unknown, PATIENCE_S)


async def refused(person: Person) -> None:
    """Whatever is asked of somebody who was erased."""
    history = person.ask(AskHistory(person_id=person.id, cursor=None), Topic.PLAYS_REQUESTS)
    for asking in (person.ask(AskWrapped(question=question(person.id))), person.freeze("new"), history):
        with pytest.raises(RequestRefused) as refusal:
            await asking
        assert (refusal.value.failure.code, refusal.value.failure.retryable) == ("unknown_person", False)


async def heard(person: Person, kafka: Kafka) -> None:
    """Until the worker has taken everything that was said of the person: somebody else's, said later, is there."""
    other = Person(person.database, person.publisher, person.requester)
    same = load_topics()[Topic.PLAYS].partitions
    while _partition(other.id, same) != _partition(person.id, same):
        other.id = uuid.uuid4().hex
    await other.tell(SharingChanged(person_id=other.id, sharing=True, change=1))
    await other.play()

    async def there() -> bool:
        row = await other.database.fetch_one("SELECT 1 FROM people_sharing WHERE person_id = %s", (other.id,))
        return row is not None and any(await changelog(other, kafka))

    assert await wait_until(there, PATIENCE_S)


def _partition(key: str, partitions: int) -> int:
    numbers = list(range(partitions))
    return int(DefaultPartitioner()(key.encode(), numbers, numbers))


async def test_what_is_stored_at_the_same_moment_is_not(worker: Runner, database: Database) -> None:
    """While the tombstone is there and not yet committed: each waits for it, and then stores nothing."""
    answers, shares, sharing = MariaDbAnswerStore(database), MariaDbShareStore(database), MariaDbSharingStore(database)
    person_id, key = uuid.uuid4().hex, uuid.uuid4().hex * 2
    asked = question(person_id, viewer="other")
    share = Share(id=person_id, created_at=1, first_day=None, last_day=None)

    async with database.transaction() as erasing:
        await erasing.execute("INSERT INTO erased_people VALUES (%s, 1)", (person_id,))
        storing = [
            asyncio.create_task(answers.put(key, person_id, 1, b"{}", 2**60)),
            asyncio.create_task(shares.keep(NewShare(share, "Mara", asked, 1, b"{}"), 100)),
            asyncio.create_task(sharing.put(person_id, 1, sharing=True)),
        ]

        async def waiting() -> bool:
            ((blocked,),) = await erasing.fetch_all(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%%erased_people%%'"
            )
            return int(blocked) == len(storing) + 1  # and the one that looks

        assert await wait_until(waiting, PATIENCE_S)
        assert not any(task.done() for task in storing)

    assert (await asyncio.gather(*storing))[1:] == [NotKept.ERASED, False]
    for table in ("serving.answers", "serving.shares", "share_changes", "people_sharing"):
        assert await database.fetch_all(f"SELECT 1 FROM {table} WHERE person_id = %s", (person_id,)) == []
