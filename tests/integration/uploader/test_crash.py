"""kill -9 at any moment: after the restart the import ends as if nothing had happened."""

import asyncio
from datetime import date

import pytest

from tests.harness.histories.packages import write_extended_zip
from tests.harness.histories.timeline import Person, listens
from tests.integration.uploader.conftest import Room, eventually


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A history that takes a while to read."""
    person = Person(seed=5, plays=60_000, until=date(2026, 4, 30))
    return write_extended_zip(tmp_path_factory.mktemp("crash") / "x.zip", listens(person)).read_bytes()


@pytest.mark.parametrize("records_before", [0, 5, 60])
async def test_killed_while_reading(room: Room, body: bytes, records_before: int) -> None:
    request = await room.chunks(body, partition=1)
    async with room.service() as process:
        await room.ask(request)
        await eventually(lambda: _has_begun(room, request.upload_id, records_before))
        process.kill()
        await process.wait()
    async with room.service():
        found = await room.until(request.upload_id, "aggregating")
        records, ends = await room.read(request.upload_id)
        assert sorted(records) == list(range(ends[-1].records))
        assert sum(len(record.plays.row) for record in records.values()) == found.rows.read - found.rows.rejected
        await room.store(request.upload_id, request.person_id, {0: 1})
        await room.until(request.upload_id, "done")


async def test_asked_to_stop_it_stops(room: Room) -> None:
    async with room.service() as process:
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 60) == 0


async def _has_begun(room: Room, upload_id: str, records: int) -> bool:
    if records:
        return len((await room.plays(upload_id))[0]) >= records
    return await room.imports.find(upload_id) is not None
