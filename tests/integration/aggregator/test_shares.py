"""Public shares over real Kafka and MariaDB: kept as they were, at most so many, gone when revoked, and audited."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from aggregator.adapters.share_store import REVOKED_KNOWN_MS, MariaDbShareStore
from aggregator.ports import KeptShare, NewShare, NotKept
from chassis.database import Database
from chassis.follow import Follower
from chassis.retry import retry
from chassis.rpc import Requester
from contracts.messages import Message
from contracts.messages.audit import Audited
from contracts.messages.questions import WrappedQuestion
from contracts.messages.shares import FreezeWrapped, RevokeShare, Share, ShareRevoked, WrappedFrozen
from contracts.messages.wrapped import Wrapped
from contracts.topics import Topic
from stack.probes import wait_until
from stack.runner import Runner
from stack.servers.kafka import Kafka
from tests.harness.segments import row
from tests.integration.aggregator.conftest import Histories
from tests.integration.aggregator.test_answers import PATIENCE_S, question


class Told:
    """What the audit was told of each share."""

    def __init__(self) -> None:
        self.events: list[Audited] = []

    async def __call__(self, message: Message, _: Any) -> None:
        assert isinstance(message, Audited)
        self.events.append(message)

    def of(self, share_id: str) -> list[tuple[str, int]]:
        return [(event.happening, event.number) for event in self.events if event.subject == share_id]


@pytest.fixture
async def audit(kafka: Kafka) -> AsyncIterator[Told]:
    told = Told()
    follower = Follower(kafka.bootstrap, [Topic.AUDIT_EVENTS], told, from_beginning=True)
    await follower.start()
    reading = asyncio.create_task(follower.run())
    yield told
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)


@pytest.fixture
def store(worker: Runner, database: Database) -> MariaDbShareStore:
    return MariaDbShareStore(database)


def new_share(asked: WrappedQuestion, share_id: str = "") -> NewShare:
    share = Share(id=share_id or uuid.uuid4().hex, created_at=7, first_day="2024-01-01", last_day=None)
    return NewShare(share, "Mära 😀", asked, 1, b'{"revision":1}')


async def test_frozen_twice_revoked_twice_and_each_told(
    histories: Histories, requester: Requester, database: Database, audit: Told
) -> None:
    person_id, share_id = await histories.put([row("2024-06-01T12:00:00")]), uuid.uuid4().hex[:22]
    freeze = FreezeWrapped(share_id=share_id, name="Mära 😀", question=question(person_id, viewer="other"))

    async def ask(message: Message) -> Message:
        return await requester.ask(Topic.WRAPPED_REQUESTS, person_id, message, PATIENCE_S)

    frozen = await ask(freeze)
    await histories.put([row("2024-06-01T12:00:00"), row("2025-01-01T12:00:00")], person_id=person_id, revision=2)
    assert await ask(freeze) == frozen
    assert isinstance(frozen, WrappedFrozen)
    assert (frozen.share.id, frozen.share.first_day, frozen.share.last_day) == (share_id, "2024-06-01", "2024-06-01")

    stored = await database.fetch_one(
        "SELECT person_id, name, question, revision, body FROM serving.shares WHERE share_id = %s", (share_id,)
    )
    assert stored is not None
    assert (stored[0], stored[1], stored[3]) == (person_id, "Mära 😀", 1)
    assert msgspec.json.decode(stored[2], type=WrappedQuestion) == freeze.question
    assert msgspec.json.decode(stored[4], type=Wrapped).totals.plays == 1

    revoke = RevokeShare(person_id=person_id, share_id=share_id)
    assert [await ask(revoke), await ask(revoke)] == [ShareRevoked(found=True)] * 2
    assert await ask(RevokeShare(person_id=person_id, share_id="unknown")) == ShareRevoked(found=False)
    assert await database.fetch_all("SELECT 1 FROM serving.shares WHERE share_id = %s", (share_id,)) == []

    async def all_told() -> bool:
        return len(audit.of(share_id)) == 4

    assert await wait_until(all_told, PATIENCE_S)
    happenings, numbers = zip(*audit.of(share_id), strict=True)
    assert happenings == ("share-created", "share-created", "share-revoked", "share-revoked")
    assert numbers[0] == numbers[1] < numbers[2] == numbers[3]


async def test_no_more_than_so_many_also_at_once(store: MariaDbShareStore) -> None:
    asked = question(uuid.uuid4().hex, viewer="other")

    async def keep() -> KeptShare | NotKept:
        share = new_share(asked)
        return await retry(lambda: store.keep(share, 3))

    kept = await asyncio.gather(*(keep() for _ in range(8)))
    assert sorted(isinstance(each, KeptShare) for each in kept) == [False] * 5 + [True] * 3
    assert {each for each in kept if isinstance(each, NotKept)} == {NotKept.TOO_MANY}


async def test_the_same_share_at_once_is_one(store: MariaDbShareStore) -> None:
    share = new_share(question(uuid.uuid4().hex, viewer="other"))
    kept = await asyncio.gather(*(retry(lambda: store.keep(share, 9)) for _ in range(4)))
    found = await store.find(share.question.person_id, share.share.id)
    assert kept == [found] * 4
    assert isinstance(found, KeptShare)
    assert found.share == share.share
    others = new_share(question(uuid.uuid4().hex), share.share.id)
    assert await store.keep(others, 9) == NotKept.SOMEBODY_ELSES
    assert await store.find(others.question.person_id, share.share.id) is None


async def test_what_was_revoked_stays_so_and_is_forgotten_after_a_day(
    store: MariaDbShareStore, database: Database
) -> None:
    asked = question(uuid.uuid4().hex, viewer="other")
    first, second = new_share(asked), new_share(asked)
    for share in (first, second):
        assert isinstance(await store.keep(share, 9), KeptShare)
    assert await store.revoke(asked.person_id, first.share.id, 1_000) is not None
    assert await store.keep(first, 9) == NotKept.REVOKED

    later = 1_001 + REVOKED_KNOWN_MS
    revoked = await store.revoke(asked.person_id, second.share.id, later)
    assert revoked is not None
    assert revoked.at == later
    known = await database.fetch_all("SELECT share_id FROM share_changes WHERE person_id = %s", (asked.person_id,))
    assert {share_id for (share_id,) in known} == {second.share.id}
