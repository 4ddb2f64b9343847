"""Receiving an upload: bytes into the broker as they come, then the request to read them."""

import asyncio
import logging
import uuid
from collections import deque
from collections.abc import AsyncIterator, Container, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise

from chassis.clock import Clock
from chassis.errors import Retryable
from contracts.messages.uploads import ReadUpload
from contracts.topics import Topic
from gateway.domain.problems import EMPTY_UPLOAD, NOT_SIGNED_IN, UNAVAILABLE, Refused
from gateway.handlers.board import Board
from gateway.ports import Announces, ChunkLog, Placed, Receipt

CHUNK_BYTES = 512 * 1024
_IN_FLIGHT = 8
"""Chunks that wait for their ack at once: 4 MiB of memory per upload."""
_ACK_SECONDS = 15.0

_LOG = logging.getLogger(__name__)


class UploadReceiver:
    """Takes uploads. Nothing is requested before the broker has acknowledged every byte.

    Whatever breaks in between leaves chunks that nobody asks to read and that expire by themselves.
    """

    def __init__(
        self,
        chunks: ChunkLog,
        announces: Announces,
        board: Board,
        clock: Clock,
        erased: Container[str] = frozenset(),
    ) -> None:
        self._chunks = chunks
        self._announces = announces
        self._board = board
        self._clock = clock
        self._erased = erased

    async def store(self, person_id: str, filename: str | None, content: AsyncIterator[bytes]) -> ReadUpload:
        """Bring `content` into the broker; the request to read it.

        Raises Retryable, and Refused where `content` is empty or the person leaves while it comes in.
        """
        writer = _ChunkWriter(self._chunks, uuid.uuid4().hex)
        async for part in content:
            self._refuse_erased(person_id)
            await writer.add(part)
        return await writer.finish(person_id, filename, self._clock())

    async def request(self, stored: Sequence[ReadUpload]) -> None:
        """Ask for stored uploads to be read: all of them only now, so that a form that broke off imports nothing.

        Raises Refused where the broker does not answer: the request may have reached it all the same.
        """
        for place, request in enumerate(stored):
            self._refuse_erased(request.person_id)
            try:
                async with _answered_soon():
                    await self._announces.publish(Topic.UPLOAD_REQUESTS, request.person_id, request)
            except Retryable as unsure:
                _LOG.warning("unsure whether an upload was requested", extra={"upload_id": request.upload_id})
                raise _unsure(stored[:place]) from unsure
            self._board.requested(request)
            _LOG.info("upload received", extra={"upload_id": request.upload_id, "bytes": request.bytes})

    def _refuse_erased(self, person_id: str) -> None:
        if person_id in self._erased:
            raise Refused(NOT_SIGNED_IN, "This account was erased, so nothing of the upload is kept.")


class _ChunkWriter:
    """Cuts bytes into chunks and keeps few of them on their way."""

    def __init__(self, chunks: ChunkLog, upload_id: str) -> None:
        self._chunks = chunks
        self._upload_id = upload_id
        self._buffer = bytearray()
        self._flying: deque[Receipt] = deque()
        self._placed: list[Placed] = []
        self._sent = 0
        self._bytes = 0

    async def add(self, part: bytes) -> None:
        """Some more bytes."""
        self._buffer += part
        self._bytes += len(part)
        while len(self._buffer) >= CHUNK_BYTES:
            await self._send(bytes(self._buffer[:CHUNK_BYTES]))
            del self._buffer[:CHUNK_BYTES]

    async def finish(self, person_id: str, filename: str | None, now: int) -> ReadUpload:
        """Send the rest, wait for every ack, and say where all of it lies."""
        if not self._bytes:
            raise Refused(
                EMPTY_UPLOAD, "No byte arrived. Send the zip from Spotify, or one of its JSON files, as it is."
            )
        if self._buffer:
            await self._send(bytes(self._buffer))
        while self._flying:
            await self._land()
        first, last = self._range()
        return ReadUpload(
            upload_id=self._upload_id,
            person_id=person_id,
            created_at=now,
            filename=filename,
            bytes=self._bytes,
            chunks=self._sent,
            partition=first.partition,
            first_offset=first.offset,
            last_offset=last.offset,
        )

    async def _send(self, content: bytes) -> None:
        if len(self._flying) >= _IN_FLIGHT:
            await self._land()
        async with _answered_soon():
            self._flying.append(await self._chunks.append(self._upload_id, self._sent, content))
        self._sent += 1

    async def _land(self) -> None:
        async with _answered_soon():
            self._placed.append(await self._flying.popleft().placed())

    def _range(self) -> tuple[Placed, Placed]:
        """First and last place. The reader relies on one partition and on the order of the chunks."""
        ordered = all(
            after.partition == before.partition and after.offset > before.offset
            for before, after in pairwise(self._placed)
        )
        if not ordered:
            raise Retryable(f"Kafka: the chunks of {self._upload_id} lie out of order")
        return self._placed[0], self._placed[-1]


def _unsure(taken: Sequence[ReadUpload]) -> Refused:
    """Sending everything again would be safe (plays count once), but the person should not be surprised."""
    ids = ", ".join(request.upload_id for request in taken)
    detail = "The upload arrived, but it is not sure yet that it will be read: it may still appear in your list."
    if ids:
        detail += f" Taken already: {ids}."
    return Refused(UNAVAILABLE, f"{detail} If it does not, send it again; nothing counts twice.", {"Retry-After": "5"})


@asynccontextmanager
async def _answered_soon() -> AsyncIterator[None]:
    """Raise Retryable where the broker takes longer than it may."""
    try:
        async with asyncio.timeout(_ACK_SECONDS):
            yield
    except TimeoutError as late:
        raise Retryable(f"Kafka: no acknowledgement within {_ACK_SECONDS} s") from late
