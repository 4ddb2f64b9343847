"""The uploader's handlers: what they say and keep, once, twice, interrupted anywhere, and beside another process."""

import json
from typing import Any

import msgspec
import pytest

from chassis.errors import InvalidMessage, Retryable
from contracts.limits import ABANDONED_AFTER_MS
from contracts.messages.plays import PlaysRead, UploadRead
from contracts.messages.uploads import ReadUpload, Rows, StoredFile, UploadStored
from tests.harness.histories import broken
from tests.harness.histories.odd_rows import odd_extended, odd_json
from tests.unit.uploader.world import NOW_MS, PERSON, UPLOAD, World
from uploader.domain.imports import Import
from uploader.domain.upload_errors import BYTES_GONE, NO_HISTORY

STORED = UploadStored(
    upload_id=UPLOAD, person_id=PERSON, revision=3, replaced_estimates=5,
    files=(StoredFile(file=0, imported=900, improved=7, doubles=3),),
)  # fmt: skip


def records(world: World) -> list[PlaysRead]:
    return [message for message in world.plays if isinstance(message, PlaysRead)]


def state(world: World) -> dict[str, Any]:
    """All that is kept, as text: to see that nothing changed."""
    return {"kept": repr(world.kept), "rejected": world.rejected, "deleted": world.deleted_before}


def unclocked(found: Import) -> Import:
    """The import but for the moment at which it was read."""
    return msgspec.structs.replace(found, read_at=None)


async def test_an_upload_becomes_numbered_records_an_end_and_an_account() -> None:
    world = World()
    await world.read(world.request(broken.good_rows(1_001)))
    *sent, end = world.plays
    assert [record.seq for record in records(world)] == [0, 1, 2]
    assert len(sent) == 3
    assert end == UploadRead(upload_id=UPLOAD, person_id=PERSON, records=3)
    assert world.kept[UPLOAD].rows == Rows(read=1_001)
    assert [found.state for found in world.announced][:1] == ["reading"]
    assert world.announced[-1] == world.kept[UPLOAD]
    assert any(found.rows.read > 0 for found in world.announced[:-1])
    assert world.deleted_before == 0


async def test_rejected_rows_are_kept_with_their_reasons() -> None:
    world = World()
    rows = odd_extended()
    await world.read(world.request(odd_json(rows)))
    expected = {(UPLOAD, 0, number, reason) for number, (_, reason) in enumerate(rows, start=1) if reason}
    assert world.rejected == expected
    assert sum(world.kept[UPLOAD].reasons.values()) == len(expected) == world.kept[UPLOAD].rows.rejected


async def test_reading_twice_says_the_end_again_and_changes_nothing() -> None:
    world = World()
    request = world.request(broken.good_rows(600))
    await world.read(request)
    before, sent = state(world), list(world.plays)
    del world.bodies[UPLOAD]  # they are deleted from the broker
    await world.read(request)
    assert state(world) == before
    assert world.plays == [*sent, sent[-1]]
    assert world.announced[-1] == world.kept[UPLOAD]


@pytest.mark.parametrize("fault", ["copy", "acknowledged", "advance", "end"])
async def test_interrupted_anywhere_it_ends_the_same(fault: str) -> None:
    world, whole = World(), World()
    body = broken.good_rows(20_000)
    await whole.read(whole.request(body))
    request = world.request(body)
    world.faults = [fault]
    with pytest.raises(Retryable):
        await world.read(request)
    await world.read(request)
    assert unclocked(world.kept[UPLOAD]) == unclocked(whole.kept[UPLOAD])
    by_number = {record.seq: record for record in records(world)}
    assert by_number == {record.seq: record for record in records(whole)}
    assert all(by_number[record.seq] == record for record in records(world))
    assert world.plays[-1] == whole.plays[-1]


async def test_the_end_is_not_said_before_every_record_is_there() -> None:
    world = World()
    request = world.request(broken.good_rows(3))
    world.faults = ["acknowledged"]
    with pytest.raises(Retryable):
        await world.read(request)
    assert len(world.plays) == 1
    assert world.kept[UPLOAD].state == "reading"


@pytest.mark.parametrize("body", [broken.truncated_zip(), broken.zip_without_history(), broken.encrypted()])
async def test_an_upload_that_cannot_be_read_fails_and_keeps_nothing(body: bytes) -> None:
    world = World()
    request = world.request(body, "my_spotify_data.zip")
    for _ in range(2):
        await world.read(request)
        found = world.kept[UPLOAD]
        assert (found.state, found.files, found.rows, world.plays) == ("failed", (), Rows(), [])
        assert found.error
        assert world.announced[-1] == found
        assert world.deleted_before == 1


async def test_what_is_wrong_stands_in_the_error() -> None:
    world = World()
    await world.read(world.request(b'{"a": 1}'))
    assert world.kept[UPLOAD].error == NO_HISTORY


async def test_bytes_that_are_gone_fail_the_upload() -> None:
    world = World()
    request = world.request(b"[]")
    world.bodies.clear()
    await world.read(request)
    assert world.kept[UPLOAD].error == BYTES_GONE


@pytest.mark.parametrize("rows", [b"[]", json.dumps([{"ts": 5}]).encode()])
async def test_an_upload_without_plays_still_ends(rows: bytes) -> None:
    world = World()
    await world.read(world.request(rows))
    assert world.plays == [UploadRead(upload_id=UPLOAD, person_id=PERSON, records=0)]
    await world.finish(UploadStored(upload_id=UPLOAD, person_id=PERSON, revision=1, files=()))
    assert world.kept[UPLOAD].state == "done"


async def test_another_process_that_was_faster_is_believed() -> None:
    world = World()
    request = world.request(broken.good_rows(3))
    await world.read(request)
    await world.finish(STORED)
    finished = world.kept[UPLOAD]
    late = World()
    late.meanwhile = finished
    await late.read(late.request(broken.good_rows(3)))
    assert late.kept[UPLOAD] == finished == late.announced[-1]
    assert not any(isinstance(message, UploadRead) for message in late.plays)


@pytest.mark.parametrize("wrong", ["", "x", "A" * 32, "a" * 33])
async def test_ids_that_are_none_are_invalid(wrong: str) -> None:
    world = World()
    request = world.request(b"[]", upload_id=wrong)
    with pytest.raises(InvalidMessage):
        await world.read(request)
    assert world.kept == {}


async def test_finishing_twice_keeps_the_same_account() -> None:
    world = World()
    await world.read(world.request(broken.good_rows(1_001)))
    await world.finish(STORED)
    found = world.kept[UPLOAD]
    rows = Rows(read=1_001, imported=900, duplicate=101, improved=7, doubles=3, replaced_estimates=5)
    assert (found.state, found.rows) == ("done", rows)
    assert world.deleted_before == 1
    await world.finish(STORED)
    assert world.kept[UPLOAD] == found
    assert world.announced[-2:] == [found, found]
    assert world.feeds.covered == [PERSON, PERSON]


async def test_finishing_is_not_over_before_the_raw_bytes_are_gone() -> None:
    world = World()
    await world.read(world.request(broken.good_rows(1_001)))
    world.faults = ["delete_before"]
    with pytest.raises(Retryable):
        await world.finish(STORED)
    await world.finish(STORED)
    assert (world.kept[UPLOAD].state, world.deleted_before) == ("done", 1)


async def test_what_is_no_import_is_passed_over() -> None:
    world = World()
    await world.finish(STORED)
    assert (world.kept, world.announced) == ({}, [])


async def test_only_what_was_read_can_be_finished() -> None:
    world = World()
    await world.read(world.request(b"{}"))
    with pytest.raises(InvalidMessage):
        await world.finish(STORED)


class TestDeleting:
    """Chunks of uploads that interleave in a partition."""

    async def ended(self, world: World, request: ReadUpload) -> int:
        """Where the log begins when this upload is done."""
        await world.read(request)
        await world.finish(msgspec.structs.replace(STORED, upload_id=request.upload_id, files=()))
        return world.deleted_before

    async def test_whoever_ends_last_deletes_for_all(self) -> None:
        world = World()
        one = world.request(b"[]", upload_id="1" * 32)
        other = world.request(b"[]", upload_id="2" * 32)
        assert await self.ended(world, other) == 0
        assert await self.ended(world, one) == 2

    async def test_an_upload_that_is_alone_is_deleted_without_a_look_at_its_chunks(self) -> None:
        world = World()
        assert await self.ended(world, world.request(b"[]")) == 1
        assert world.looked_at == []

    async def test_nothing_is_looked_at_behind_the_first_chunk_that_is_needed(self) -> None:
        world = World()
        ended = world.request(b"[]")
        world.chunk("c" * 32)
        for number in range(9):
            world.chunk(f"{number:032}")
        assert await self.ended(world, ended) == 1
        assert [chunk.upload_id for chunk in world.looked_at] == ["c" * 32]

    async def test_an_upload_that_is_still_coming_in_is_kept(self) -> None:
        world = World()
        world.chunk("c" * 32)
        assert await self.ended(world, world.request(b"[]")) == 0

    async def test_an_upload_that_was_given_up_holds_nobody_up(self) -> None:
        world = World()
        world.chunk("c" * 32, NOW_MS - ABANDONED_AFTER_MS - 1)
        assert await self.ended(world, world.request(b"[]")) == 2

    async def test_an_upload_that_waits_for_long_is_kept(self) -> None:
        world = World()
        world.chunk("c" * 32, NOW_MS - ABANDONED_AFTER_MS - 1)
        world.asked_for.add("c" * 32)
        assert await self.ended(world, world.request(b"[]")) == 0
