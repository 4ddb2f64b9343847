"""Receiving: chunks in order and few at a time, the range as the reader needs it, nothing asked for in vain."""

from collections.abc import AsyncIterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chassis.errors import Retryable
from contracts.messages import Message
from contracts.topics import Topic
from gateway.domain.problems import Refused
from gateway.handlers.board import Board
from gateway.handlers.bus import Bus
from gateway.handlers.receive_upload import CHUNK_BYTES, UploadReceiver
from gateway.ports import Placed
from tests.unit.gateway.fakes import FakeAnnounces, FakeChunks

PERSON = "a" * 32


def receiver(chunks: FakeChunks, announces: FakeAnnounces | None = None) -> UploadReceiver:
    return UploadReceiver(chunks, announces or FakeAnnounces(), Board(Bus()), lambda: 5)


async def parts(*sizes: int) -> AsyncIterator[bytes]:
    for number, size in enumerate(sizes):
        yield bytes([number % 256]) * size


@settings(max_examples=25)
@given(st.lists(st.integers(1, 2 * CHUNK_BYTES), min_size=1, max_size=6))
async def test_any_cut_of_the_body_gives_the_same_bytes_in_full_chunks(sizes: list[int]) -> None:
    chunks = FakeChunks()
    request = await receiver(chunks).store(PERSON, "a.zip", parts(*sizes))
    assert b"".join(chunks.kept) == b"".join([part async for part in parts(*sizes)])
    assert all(len(chunk) == CHUNK_BYTES for chunk in chunks.kept[:-1])
    assert (request.bytes, request.chunks) == (sum(sizes), len(chunks.kept))
    assert (request.first_offset, request.last_offset) == (10, 10 + len(chunks.kept) - 1)
    assert chunks.most_in_flight <= 8


async def test_few_chunks_are_on_their_way_at_once() -> None:
    chunks = FakeChunks()
    await receiver(chunks).store(PERSON, None, parts(20 * CHUNK_BYTES))
    assert len(chunks.kept) == 20
    assert chunks.most_in_flight == 8


async def test_storing_asks_for_nothing_and_requesting_twice_changes_nothing() -> None:
    announces = FakeAnnounces()
    board = Board(Bus())
    receiving = UploadReceiver(FakeChunks(), announces, board, lambda: 5)
    request = await receiving.store(PERSON, None, parts(1))
    assert announces.published == []
    await receiving.request([request])
    state = board.state(request.upload_id)
    await receiving.request([request])
    assert announces.published == [request, request], "the uploader takes the second for the first"
    assert board.state(request.upload_id) == state


async def test_where_the_broker_is_silent_the_detail_says_what_may_still_come() -> None:
    class Silent(FakeAnnounces):
        async def publish(self, topic: Topic, key: str, message: Message) -> None:
            if self.published:
                raise Retryable("Kafka: no acknowledgement")
            await super().publish(topic, key, message)

    receiving = receiver(FakeChunks(), Silent())
    first = await receiving.store(PERSON, None, parts(1))
    second = msgspec.structs.replace(first, upload_id="c" * 32)
    with pytest.raises(Refused) as refused:
        await receiving.request([first, second])
    assert refused.value.kind.status == 503
    assert "may still appear" in refused.value.detail
    assert first.upload_id in refused.value.detail
    assert second.upload_id not in refused.value.detail


async def test_an_empty_body_is_refused() -> None:
    with pytest.raises(Refused):
        await receiver(FakeChunks()).store(PERSON, None, parts())


@pytest.mark.parametrize("places", [lambda number: Placed(number, number), lambda number: Placed(0, -number)])
async def test_chunks_out_of_order_are_never_requested(places: object) -> None:
    with pytest.raises(Retryable):
        await receiver(FakeChunks(places)).store(PERSON, None, parts(2 * CHUNK_BYTES))  # type: ignore[arg-type]  # a lambda
