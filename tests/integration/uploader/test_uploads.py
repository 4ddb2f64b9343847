"""Whole uploads through the running service, on a real broker and a real database."""

import asyncio
import io
import json
import uuid
import zipfile
from datetime import date

import msgspec
import pytest

from contracts.messages.plays import UploadRead
from contracts.messages.uploads import Rows
from tests.harness.histories import broken
from tests.harness.histories.odd_rows import odd_extended, odd_json
from tests.harness.histories.packages import write_pair
from tests.harness.histories.timeline import Person
from tests.harness.reference.history import History
from tests.harness.reference.uploads import read_bytes
from tests.integration.uploader.conftest import Room
from uploader.domain.upload_errors import BYTES_GONE


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """One person's account data and extended history."""
    account, extended = write_pair(
        tmp_path_factory.mktemp("pair"), Person(seed=3, plays=20_000, until=date(2026, 4, 30))
    )
    return account.read_bytes(), extended.read_bytes()


async def test_from_chunks_to_the_final_account(running: Room, pair: tuple[bytes, bytes]) -> None:
    _, body = pair
    request = await running.chunks(body, partition=0)
    await running.ask(request)
    found = await running.until(request.upload_id, "aggregating")
    expected = History(request.created_at).add(read_bytes("x.zip", body))
    assert [(file.name, file.format, file.rows.read, file.rows.rejected) for file in found.files] == [
        (file.name, file.format, file.rows.read, file.rows.rejected) for file in expected.files
    ]
    records, (end,) = await running.read(request.upload_id)
    assert end == UploadRead(upload_id=request.upload_id, person_id=request.person_id, records=len(records))
    assert sorted(records) == list(range(len(records)))
    identities = {(r.file, identity) for r in records.values() for identity in r.plays.identity}
    assert len(identities) == expected.rows.read - expected.rows.rejected

    imported = {number: file.rows.imported for number, file in enumerate(expected.files)}
    await running.store(request.upload_id, request.person_id, imported)
    done = await running.until(request.upload_id, "done")
    rows = expected.rows
    assert done.rows == Rows(
        read=rows.read, imported=rows.imported, duplicate=rows.duplicate, rejected=rows.rejected,
        doubles=len(imported), replaced_estimates=2,
    )  # fmt: skip
    assert (await running.told(request.upload_id, "done")).rows == done.rows
    assert done.finished_at is not None
    states = [said.state for said in await running.changes(request.upload_id)]
    assert states[0] == "reading"
    assert states[-2:] == ["aggregating", "done"]
    await running.emptied(0)


async def test_the_same_upload_twice_at_once_and_two_people_at_once(running: Room, pair: tuple[bytes, bytes]) -> None:
    requests = [await running.chunks(body, partition=1) for body in (pair[1], pair[1], pair[0])]
    await asyncio.gather(*(running.ask(request) for request in requests))
    found = [await running.until(request.upload_id, "aggregating") for request in requests]
    assert found[0].rows == found[1].rows
    one, other, _ = [(await running.read(request.upload_id))[0] for request in requests]
    assert [record.plays for record in one.values()] == [record.plays for record in other.values()]
    for request in requests:
        await running.finish(request)
    await running.emptied(1)


async def test_rejections_are_kept_with_row_and_reason(running: Room) -> None:
    rows = odd_extended()
    request = await running.chunks(odd_json(rows), partition=1)
    await running.ask(request)
    found = await running.until(request.upload_id, "aggregating")
    expected = [(0, number, reason) for number, (_, reason) in enumerate(rows, start=1) if reason]
    sql = "SELECT file, `row`, reason FROM serving.rejections WHERE upload_id = %s ORDER BY file, `row`"
    assert await running.database.fetch_all(sql, (request.upload_id,)) == expected
    assert found.rows.rejected == len(expected)
    await running.finish(request)


@pytest.mark.parametrize(
    "body", [broken.truncated_zip(), broken.not_a_zip(), broken.encrypted(), broken.zip_without_history()]
)
async def test_what_cannot_be_read_fails_with_a_reason_and_leaves_nothing(running: Room, body: bytes) -> None:
    request = await running.chunks(body, partition=2)
    await running.ask(request)
    found = await running.until(request.upload_id, "failed")
    assert found.error
    assert (found.rows, found.files) == (Rows(), ())
    assert await running.plays(request.upload_id) == ({}, [])
    await running.emptied(2)
    assert (await running.told(request.upload_id, "failed")).error == found.error


async def test_an_upload_of_no_rows_ends_too(running: Room) -> None:
    request = await running.chunks(b"[]", partition=2)
    await running.ask(request)
    await running.until(request.upload_id, "aggregating")
    await running.store(request.upload_id, request.person_id, {})
    assert (await running.until(request.upload_id, "done")).rows == Rows(replaced_estimates=2)


async def test_bytes_of_others_are_left_alone(running: Room) -> None:
    still_coming = await running.chunks(b"x" * 700_000, partition=3)
    request = await running.chunks(broken.good_rows(), partition=3)
    await running.ask(request)
    await running.finish(request)
    assert await running.chunks_left(3) == 3
    await running.ask(still_coming)
    await running.until(still_coming.upload_id, "failed")
    await running.emptied(3)


async def test_a_request_for_bytes_that_are_gone_fails(running: Room) -> None:
    request = await running.chunks(broken.good_rows(), partition=2)
    await running.ask(request)
    await running.finish(request)
    await running.emptied(2)
    again = msgspec.structs.replace(request, upload_id=uuid.uuid4().hex)
    await running.ask(again)
    assert (await running.until(again.upload_id, "failed")).error == BYTES_GONE


async def test_a_large_file_by_itself_is_sorted_on_disk(running: Room) -> None:
    rows = json.loads(broken.good_rows(80_000))
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("all.json", json.dumps(rows))
    request = await running.chunks(body.getvalue(), partition=0)
    await running.ask(request)
    found = await running.until(request.upload_id, "aggregating")
    assert found.rows == Rows(read=80_000)
    assert found.live.ms_played == sum(row["ms_played"] for row in rows)
    records, _ = await running.read(request.upload_id)
    assert len({identity for record in records.values() for identity in record.plays.identity}) == 80_000
