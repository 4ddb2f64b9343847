"""Who shares and who is gone, from the topic into MariaDB: twice, overtaken, after erasure, and after a crash."""

import uuid
from collections.abc import Awaitable, Callable

import aiohttp

from aggregator.adapters.eraser import MariaDbEraser
from aggregator.adapters.sharing_store import MariaDbSharingStore
from aggregator.bootstrap import PEOPLE_GROUP
from aggregator.handlers.follow_people import FollowPeople
from chassis.clock import system_clock
from chassis.database import Database
from chassis.publish import Publisher
from contracts.messages import Message
from contracts.messages.people_changes import PersonErased, SharingChanged
from contracts.topics import Topic
from stack.probes import wait_until
from stack.runner import Runner
from stack.servers.kafka import Kafka
from tests.harness.offsets import all_read, to_beginning
from tests.harness.segments import row
from tests.integration.aggregator.conftest import Histories

PATIENCE_S = 60.0


async def sharing(database: Database, person_id: str) -> bool | None:
    """What is kept of a person."""
    row = await database.fetch_one("SELECT sharing FROM people_sharing WHERE person_id = %s", (person_id,))
    return bool(row[0]) if row else None


def shares(person_id: str, change: int, value: bool) -> SharingChanged:
    return SharingChanged(person_id=person_id, sharing=value, change=change)


def follower(database: Database) -> FollowPeople:
    return FollowPeople(MariaDbSharingStore(database), MariaDbEraser(database), system_clock)


async def tell(publisher: Publisher, *messages: SharingChanged | PersonErased) -> None:
    for message in messages:
        await publisher.publish(Topic.PEOPLE_CHANGES, message.person_id, message)


async def becomes(condition: Callable[[], Awaitable[bool]]) -> None:
    assert await wait_until(condition, PATIENCE_S)


async def test_the_highest_change_holds_in_any_order_and_any_number(worker: Runner, database: Database) -> None:
    follow, person_id = follower(database), uuid.uuid4().hex
    messages: list[Message] = [shares(person_id, 5, value=True), shares(person_id, 9, value=False)]
    for message in [*messages, *messages, *reversed(messages)]:
        await follow(message)
    assert await sharing(database, person_id) is False
    store = MariaDbSharingStore(database)
    assert [await store.put(person_id, change, sharing=True) for change in (9, 10, 10)] == [False, True, False]


async def test_an_erased_person_leaves_nothing_and_never_comes_back(
    worker: Runner, database: Database, histories: Histories
) -> None:
    follow, person_id = follower(database), await histories.put([row("2024-03-01T10:00:00")])
    await follow(shares(person_id, 1, value=True))
    await database.execute("INSERT INTO serving.standings VALUES (%s, 'all', 'tracks', 1, 0, 5)", (person_id,))
    for message in (PersonErased(person_id=person_id), shares(person_id, 1, value=True), shares(person_id, 2, True)):
        await follow(message)
        await follow(message)
    for table in ("people_sharing", "serving.standings", "serving.segments", "serving.people_revisions"):
        assert await database.fetch_all(f"SELECT 1 FROM {table} WHERE person_id = %s", (person_id,)) == []


async def test_the_worker_follows_and_a_replay_of_the_topic_changes_nothing(
    worker: Runner, database: Database, publisher: Publisher, kafka: Kafka
) -> None:
    anna, berta, carla = (uuid.uuid4().hex for _ in range(3))
    await tell(publisher, shares(anna, 1, value=True), shares(berta, 2, value=True), shares(carla, 3, value=True))
    await tell(publisher, shares(anna, 4, value=False), PersonErased(person_id=carla))

    async def settled() -> bool:
        return [await sharing(database, each) for each in (anna, berta, carla)] == [False, True, None]

    async def everything_read() -> bool:
        return await all_read(kafka.bootstrap, PEOPLE_GROUP, Topic.PEOPLE_CHANGES)

    await becomes(settled)
    await becomes(everything_read)
    await worker.stop()
    again = await to_beginning(kafka.bootstrap, PEOPLE_GROUP)
    await worker.start()
    await becomes(everything_read)
    await becomes(lambda: known(worker, at_least=4))
    assert again >= 5
    assert await settled()


async def known(worker: Runner, at_least: int) -> bool:
    """Whether the worker counts so many messages that it knew before."""
    address = f"http://127.0.0.1:{worker.spec.env['NACHKLANG_OPS_PORT']}/metrics"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        lines = (await answer.text()).splitlines()
    name = 'aggregator_people_changes_total{what="known"}'
    return any(line.startswith(name) and float(line.split()[-1]) >= at_least for line in lines)
