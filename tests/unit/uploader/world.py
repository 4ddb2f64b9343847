"""Fakes behind the uploader's ports: what a broker and a database would keep, in memory."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import IO

import msgspec

from chassis.errors import Retryable
from contracts.messages.plays import PlaysRead, UploadRead
from contracts.messages.uploads import ReadUpload
from tests.unit.uploader.feeds import Feeds
from uploader.domain.archive import Bounds
from uploader.domain.chunk_range import Chunk, ChunkRange
from uploader.domain.imports import Import
from uploader.domain.upload_errors import BYTES_GONE, UnreadableUpload
from uploader.handlers.delete_chunks import DeleteChunks
from uploader.handlers.finish_upload import FinishUploadHandler
from uploader.handlers.forget_person import ForgetPersonHandler
from uploader.handlers.read_upload import ReadUploadHandler
from uploader.handlers.resend_lost import ResendLost
from uploader.handlers.upload_reader import UploadReader

LOST_AFTER_MS = 600_000
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
        self.log: list[Chunk] = []
        self.looked_at: list[Chunk] = []
        self.asked_for: set[str] = set()
        self.deleted_before = 0
        self.faults: list[str] = []
        self.meanwhile: Import | None = None
        self.erased: set[str] = set()
        self.nobodys: dict[str, ChunkRange] = {}
        self.erase_after_records: int | None = None
        self.feeds = Feeds()
        delete = DeleteChunks(self, self, self, lambda: NOW_MS)
        reader = UploadReader(self, self, self, self, Bounds(), self.clock)
        self.read = ReadUploadHandler(reader, self, self, self, self, delete)
        self.finish = FinishUploadHandler(self, self.feeds, self, delete, self.clock)
        self.forget = ForgetPersonHandler(self, delete, self.clock)
        self.resend = ResendLost(reader, self, self, self, delete, LOST_AFTER_MS, self.clock)
        self._now = NOW_MS

    def request(self, body: bytes, filename: str | None = "history.json", upload_id: str = UPLOAD) -> ReadUpload:
        """A request for an upload whose bytes are there."""
        self.bodies[upload_id] = body
        offset = self.chunk(upload_id)
        return ReadUpload(
            upload_id=upload_id, person_id=PERSON, created_at=NOW_MS, filename=filename, bytes=len(body), chunks=1,
            partition=0, first_offset=offset, last_offset=offset,
        )  # fmt: skip

    def chunk(self, upload_id: str, sent_at: int = NOW_MS) -> int:
        """One more chunk of some upload; its offset."""
        self.log.append(Chunk(upload_id, len(self.log), sent_at))
        return len(self.log) - 1

    def wait(self, ms: int) -> None:
        """Time goes by."""
        self._now += ms

    def clock(self) -> int:
        """Every question is a second later, so that every chance to announce is taken."""
        self._now += 1_000
        return self._now

    async def copy(self, found: Import, target: IO[bytes]) -> None:
        self._fault("copy")
        if found.upload_id not in self.bodies or found.place.first_offset < self.deleted_before:
            raise UnreadableUpload(BYTES_GONE)
        target.write(self.bodies[found.upload_id])

    async def bounds(self, partition: int) -> tuple[int, int]:
        return self.deleted_before, len(self.log)

    async def chunks(self, partition: int, first: int, end: int) -> AsyncGenerator[Chunk, None]:
        for chunk in self.log[first:end]:
            self.looked_at.append(chunk)
            yield chunk

    async def requested(self, upload_id: str) -> bool:
        return upload_id in self.asked_for

    async def delete_before(self, partition: int, offset: int) -> None:
        self._fault("delete_before")
        self.deleted_before = max(self.deleted_before, offset)

    async def find(self, upload_id: str) -> Import | None:
        return self.kept.get(upload_id)

    async def begin(self, found: Import) -> bool:
        if found.person_id not in self.erased:
            self.kept.setdefault(found.upload_id, found)
        return found.upload_id in self.kept

    async def advance(self, found: Import, *, since: str) -> bool:
        self._fault("advance")
        if self.meanwhile is not None:
            self.kept[found.upload_id], self.meanwhile = self.meanwhile, None
        if found.upload_id not in self.kept or self.kept[found.upload_id].state != since:
            return False
        self.kept[found.upload_id] = found
        return True

    async def reject(self, upload_id: str, file: int, rows: Sequence[tuple[int, str]]) -> None:
        if upload_id in self.kept:
            self.rejected |= {(upload_id, file, row, reason) for row, reason in rows}

    async def waiting_in_vain(self, before: int) -> Import | None:
        progress = [
            found.read_at or 0
            for found in self.kept.values()
            if found.state == "done" and (found.finished_at or 0) > before
        ]
        waiting = [
            found
            for found in self.kept.values()
            if found.state == "aggregating"
            and (found.read_at or 0) <= before
            and not any(read_at < (found.read_at or 0) for read_at in progress)
        ]
        return min(waiting, key=lambda found: found.read_at or 0, default=None)

    async def sending_again(self, found: Import, now: int) -> bool:
        kept = self.kept.get(found.upload_id)
        if kept is None or kept.state != "aggregating" or kept.sent != found.sent:
            return False
        self.kept[found.upload_id] = msgspec.structs.replace(kept, read_at=now, sent=kept.sent + 1)
        return True

    async def erase(self, person_id: str, now: int) -> None:
        self.erased.add(person_id)
        theirs = {upload_id: found for upload_id, found in self.kept.items() if found.person_id == person_id}
        for upload_id, found in theirs.items():
            self.nobodys[upload_id] = found.place
            del self.kept[upload_id]
        self.rejected = {row for row in self.rejected if row[0] not in theirs}

    async def forget_chunks(self, found: Import) -> None:
        self.nobodys[found.upload_id] = found.place

    async def forgotten_chunks(self) -> list[ChunkRange]:
        return list(self.nobodys.values())

    async def has_chunks(self, upload_id: str) -> bool:
        return upload_id in self.nobodys

    async def chunks_deleted(self, partition: int, before: int) -> None:
        self.nobodys = {name: place for name, place in self.nobodys.items() if place.last_offset >= before}

    async def send(self, record: PlaysRead) -> asyncio.Future[object]:
        sent: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self.plays.append(record)
        if self.erase_after_records == len(self.plays):
            await self.erase(record.person_id, NOW_MS)
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
