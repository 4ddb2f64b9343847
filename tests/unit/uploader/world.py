"""Fakes behind the uploader's ports: what a broker and a database would keep, in memory."""

import asyncio
from collections.abc import Collection, Sequence
from typing import IO

from chassis.errors import Retryable
from contracts.messages.plays import PlaysRead, UploadRead
from contracts.messages.uploads import ReadUpload
from uploader.domain.archive import Bounds
from uploader.domain.chunk_range import FirstChunk
from uploader.domain.imports import Import
from uploader.domain.upload_errors import BYTES_GONE, UnreadableUpload
from uploader.handlers.delete_chunks import DeleteChunks
from uploader.handlers.finish_upload import FinishUploadHandler
from uploader.handlers.read_upload import ReadUploadHandler

NOW_MS = 1_780_000_000_000
UPLOAD, PERSON = "a" * 32, "b" * 32


class World:
    """All ports at once. `faults` of the next calls by name; `meanwhile` is what another process keeps."""

    def __init__(self) -> None:
        self.bodies: dict[str, bytes] = {}
        self.kept: dict[str, Import] = {}
        self.rejected: set[tuple[str, int, int, str]] = set()
        self.plays: list[PlaysRead | UploadRead] = []
        self.announced: list[Import] = []
        self.firsts: list[FirstChunk] = []
        self.asked_for: set[str] = set()
        self.deleted_before = 0
        self.faults: list[str] = []
        self.meanwhile: Import | None = None
        delete = DeleteChunks(self, self, lambda: NOW_MS)
        self.read = ReadUploadHandler(self, self, self, self, delete, Bounds(), self.clock)
        self.finish = FinishUploadHandler(self, self, self.clock)
        self._now = NOW_MS

    def request(self, body: bytes, filename: str | None = "history.json", upload_id: str = UPLOAD) -> ReadUpload:
        """A request for an upload whose bytes are there."""
        self.bodies[upload_id] = body
        offset = len(self.firsts)
        self.firsts.append(FirstChunk(upload_id, offset, NOW_MS))
        return ReadUpload(
            upload_id=upload_id, person_id=PERSON, created_at=NOW_MS, filename=filename, bytes=len(body), chunks=1,
            partition=0, first_offset=offset, last_offset=offset,
        )  # fmt: skip

    def clock(self) -> int:
        """Every question is a second later, so that every chance to announce is taken."""
        self._now += 1_000
        return self._now

    async def copy(self, request: ReadUpload, target: IO[bytes]) -> None:
        self._fault("copy")
        if request.upload_id not in self.bodies:
            raise UnreadableUpload(BYTES_GONE)
        target.write(self.bodies[request.upload_id])

    async def first_chunks(self, partition: int) -> tuple[list[FirstChunk], int]:
        left = [first for first in self.firsts if first.offset >= self.deleted_before]
        return left, len(self.firsts)

    async def requested(self, upload_ids: Collection[str]) -> set[str]:
        return self.asked_for & set(upload_ids)

    async def delete_before(self, partition: int, offset: int) -> None:
        self._fault("delete_before")
        self.deleted_before = max(self.deleted_before, offset)

    async def find(self, upload_id: str) -> Import | None:
        return self.kept.get(upload_id)

    async def begin(self, found: Import, request: ReadUpload) -> None:
        self.kept.setdefault(found.upload_id, found)

    async def advance(self, found: Import, *, since: str) -> bool:
        self._fault("advance")
        if self.meanwhile is not None:
            self.kept[found.upload_id], self.meanwhile = self.meanwhile, None
        if self.kept[found.upload_id].state != since:
            return False
        self.kept[found.upload_id] = found
        return True

    async def reject(self, upload_id: str, file: int, rows: Sequence[tuple[int, str]]) -> None:
        self.rejected |= {(upload_id, file, row, reason) for row, reason in rows}

    async def read_ones(self, upload_ids: Collection[str]) -> set[str]:
        return {upload_id for upload_id in upload_ids if upload_id in self.kept and self.kept[upload_id].is_read}

    async def send(self, record: PlaysRead) -> asyncio.Future[object]:
        sent: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self.plays.append(record)
        sent.set_result(None)
        return sent

    async def acknowledged(self, sent: asyncio.Future[object]) -> None:
        self._fault("acknowledged")
        await sent

    async def end(self, marker: UploadRead) -> None:
        self._fault("end")
        self.plays.append(marker)

    async def announce(self, found: Import) -> None:
        self.announced.append(found)

    def _fault(self, name: str) -> None:
        if name in self.faults:
            self.faults.remove(name)
            raise Retryable(name)
