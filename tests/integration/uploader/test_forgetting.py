"""A person is erased: nothing of them stays in any table, nothing more is said, and their bytes leave the broker."""

import msgspec

from contracts.messages.people_changes import PersonErased
from contracts.messages.uploads import ReadUpload
from contracts.topics import Topic
from tests.harness.histories import broken
from tests.harness.histories.odd_rows import odd_extended, odd_json
from tests.integration.uploader.conftest import Room, eventually

FILES = 12

_TEXT_COLUMNS = """
    SELECT table_schema, table_name, column_name FROM information_schema.columns
    WHERE table_schema IN ('uploader', 'serving') AND data_type IN ('char', 'varchar', 'text', 'longtext', 'mediumtext')
"""


async def erase(room: Room, person_id: str) -> None:
    await room.publisher.publish(Topic.PEOPLE_CHANGES, person_id, PersonErased(person_id=person_id))


async def places_of(room: Room, *secrets: str) -> set[str]:
    """The tables in which one of these texts stands anywhere."""
    found = set()
    for schema, table, column in await room.database.fetch_all(_TEXT_COLUMNS):
        for secret in secrets:
            sql = f"SELECT 1 FROM {schema}.{table} WHERE INSTR({column}, %s) > 0 LIMIT 1"
            if await room.database.fetch_one(sql, (secret,)):
                found.add(f"{schema}.{table}")
    return found


async def until_forgotten(room: Room, request: ReadUpload) -> None:
    """Returns when the id of the person is all that is left."""

    async def found() -> bool:
        return await places_of(room, request.person_id, request.upload_id) == {"uploader.erased_people"}

    await eventually(found)


async def refused(room: Room, request: ReadUpload) -> None:
    """Returns when one more upload of the person was met and not read, and so all before it."""
    more = msgspec.structs.replace(await room.chunks(broken.good_rows(3), partition=3), person_id=request.person_id)
    await room.ask(more)
    await room.emptied(3)
    await until_forgotten(room, more)
    assert (await room.plays(more.upload_id), await room.changes(more.upload_id)) == (({}, []), [])


async def test_what_is_kept_goes_and_what_comes_later_is_refused(running: Room) -> None:
    request = await running.chunks(odd_json(odd_extended()), partition=3)
    await running.ask(request)
    await running.until(request.upload_id, "aggregating")
    assert "serving.rejections" in await places_of(running, request.upload_id)
    for _ in range(2):
        await erase(running, request.person_id)
        await until_forgotten(running, request)
        await running.emptied(3)
    said = len(await running.changes(request.upload_id))
    await running.store(request.upload_id, request.person_id, {0: 1})
    await running.ask(request)
    await refused(running, request)
    assert len(await running.changes(request.upload_id)) == said


async def test_a_running_import_stops(running: Room) -> None:
    rows = broken.good_rows(40_000)
    body = broken.zip_of(*((f"Streaming_History_Audio_{number}.json", rows) for number in range(FILES)))
    request = await running.chunks(body, partition=2)
    await running.ask(request)
    await eventually(lambda: running.imports.find(request.upload_id))
    await erase(running, request.person_id)
    await until_forgotten(running, request)
    await running.emptied(2)
    await refused(running, request)
    states = [change.state for change in await running.changes(request.upload_id)]
    assert set(states) <= {"reading"}
    records, ends = await running.plays(request.upload_id)
    assert ends == []
    assert len(records) < FILES * 80
