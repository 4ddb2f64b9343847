"""Imports whose records got lost between the uploader and the aggregator, on a real broker and a real database."""

import uuid

import msgspec

from chassis.clock import system_clock
from contracts.messages.plays import PlaysRead, UploadRead
from contracts.messages.uploads import ReadUpload
from tests.harness.histories import broken
from tests.integration.uploader.conftest import Room, eventually
from uploader.domain import imports
from uploader.domain.imports import Import
from uploader.domain.upload_errors import LOST

Records = tuple[dict[int, PlaysRead], list[UploadRead]]
AT_ONCE = {"NACHKLANG_UPLOAD_LOST_AFTER_MS": "0"}


async def test_lost_records_are_sent_again_from_the_chunks(room: Room) -> None:
    request = await room.chunks(broken.good_rows(600), partition=0)
    async with room.service():
        await room.ask(request)
        await room.until(request.upload_id, "aggregating")
    before = await room.plays(request.upload_id)
    async with room.service(**AT_ONCE):
        await eventually(lambda: _sent(room, request, 2))
        again = await eventually(lambda: _ended_twice(room, request))
        assert again[0] == before[0]
        done = await room.finish(request)
        assert (done.error, done.rows.read) == (None, 600)
        await room.emptied(0)


async def test_an_import_whose_chunks_are_gone_fails_and_says_what_to_do(room: Room) -> None:
    request = await room.chunks(broken.good_rows(3), partition=1)
    found = imports.begun(msgspec.structs.replace(request, chunks=request.chunks + 1))
    async with room.service():
        await room.imports.begin(found)
        assert await room.imports.advance(imports.read(found, 1, system_clock()), since="reading")
    async with room.service(**AT_ONCE):
        failed = await room.until(request.upload_id, "failed")
        assert failed.error == LOST
        assert (await room.told(request.upload_id, "failed")).error == LOST


async def test_who_waits_in_vain(room: Room) -> None:
    """The oldest that waits for long, but for those whose turn comes next. All others were read much later."""
    first, second, third = [await _read_at(room, moment) for moment in (1_000, 2_000, 3_000)]
    assert await room.imports.waiting_in_vain(999) is None
    assert await room.imports.waiting_in_vain(2_500) == first
    await _finish(room, first, 5_000)
    assert await room.imports.waiting_in_vain(4_000) is None
    assert await room.imports.waiting_in_vain(5_000) == second
    await _finish(room, third, 6_000)
    assert await room.imports.waiting_in_vain(5_500) == second
    assert await room.imports.sending_again(second, 7_000)
    assert not await room.imports.sending_again(second, 7_001)
    assert await room.imports.find(second.upload_id) == msgspec.structs.replace(second, read_at=7_000, sent=2)
    await _finish(room, second, 8_000)


async def _read_at(room: Room, moment: int) -> Import:
    request = ReadUpload(
        upload_id=uuid.uuid4().hex, person_id=uuid.uuid4().hex, created_at=1, filename=None, bytes=2, chunks=1,
        partition=0, first_offset=5, last_offset=5,
    )  # fmt: skip
    found = imports.read(imports.begun(request), 1, moment)
    await room.imports.begin(imports.begun(request))
    assert await room.imports.advance(found, since="reading")
    return found


async def _finish(room: Room, found: Import, moment: int) -> None:
    done = msgspec.structs.replace(found, state="done", finished_at=moment)
    assert await room.imports.advance(done, since="aggregating")


async def _sent(room: Room, request: ReadUpload, times: int) -> bool:
    found = await room.imports.find(request.upload_id)
    return found is not None and found.sent >= times


async def _ended_twice(room: Room, request: ReadUpload) -> Records | None:
    found = await room.plays(request.upload_id)
    return found if len(found[1]) > 1 else None
