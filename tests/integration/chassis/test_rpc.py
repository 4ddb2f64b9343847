"""Request and reply over a real broker."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from chassis.clock import system_clock
from chassis.follow import Follower
from chassis.publish import Publisher
from chassis.retry import retry
from chassis.rpc import NoReply, Reply, Requester, RequestRefused
from contracts.keys import credential_hash
from contracts.messages import Message
from contracts.messages.people import CheckCredential, CredentialChecked
from contracts.topics import Topic
from stack.servers.kafka import Kafka

PATIENCE_S = 60


@asynccontextmanager
async def requester(kafka: Kafka, publisher: Publisher) -> AsyncIterator[Requester]:
    asking = Requester(kafka.bootstrap, publisher, Topic.GATEWAY_REPLIES, system_clock)
    await asking.follower.start()
    task = asyncio.create_task(asking.follower.run())
    yield asking
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def responder(kafka: Kafka, publisher: Publisher) -> AsyncIterator[str]:
    """Answers the credentials of its own mark: "known", "refused", anything else not at all."""
    mark = uuid.uuid4().hex

    async def answer(message: Message, record: Any) -> None:
        assert isinstance(message, CheckCredential)
        reply = Reply(publisher, record.headers, system_clock)
        if message.credential_hash == credential_hash(f"{mark}known"):
            await reply.send(CredentialChecked(profile=None))
        elif message.credential_hash == credential_hash(f"{mark}refused"):
            await reply.refuse("no_luck", "Try again tomorrow.")

    follower = Follower(kafka.bootstrap, [Topic.AUTH_REQUESTS], answer, from_beginning=False)
    await follower.start()
    task = asyncio.create_task(follower.run())
    yield mark
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def check(credential: str) -> CheckCredential:
    return CheckCredential(kind="session", credential_hash=credential_hash(credential))


async def test_two_requesters_each_get_their_own_replies(kafka: Kafka, publisher: Publisher, responder: str) -> None:
    async with requester(kafka, publisher) as one, requester(kafka, publisher) as other:
        asking = [
            who.ask(Topic.AUTH_REQUESTS, str(n), check(f"{responder}known"), PATIENCE_S)
            for n in range(50)
            for who in (one, other)
        ]
        replies = await asyncio.gather(*asking)
    assert all(isinstance(reply, CredentialChecked) for reply in replies)


async def test_an_error_reply_is_raised_with_its_words(kafka: Kafka, publisher: Publisher, responder: str) -> None:
    async with requester(kafka, publisher) as asking:
        with pytest.raises(RequestRefused) as refused:
            await asking.ask(Topic.AUTH_REQUESTS, "k", check(f"{responder}refused"), PATIENCE_S)
    assert refused.value.failure.detail == "Try again tomorrow."


async def test_silence_ends_at_the_deadline_and_leaves_nothing_behind(
    kafka: Kafka, publisher: Publisher, responder: str
) -> None:
    async with requester(kafka, publisher) as asking:
        silent = check(f"{responder}silent")
        with pytest.raises(NoReply):  # a broker that has not even acknowledged it by then is another fault
            await retry(lambda: asking.ask(Topic.AUTH_REQUESTS, "k", silent, 0.3))
        assert await asking.ask(Topic.AUTH_REQUESTS, "k", check(f"{responder}known"), PATIENCE_S)
        assert not vars(asking)["_waiting"]


async def test_a_message_goes_only_where_the_contract_lets_it(publisher: Publisher) -> None:
    with pytest.raises(ValueError, match="the contract has no"):
        await publisher.publish(Topic.PLAYS, "k", check("x"))
