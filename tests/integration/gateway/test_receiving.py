"""Receiving: every byte in the broker before the 202; whatever breaks before leaves nothing behind."""

import asyncio
import io
import os
import zipfile
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import quote

import pytest

from stack.servers.kafka import Kafka
from tests.harness.servers import Running
from tests.integration.gateway.conftest import MAX_UPLOAD_BYTES, Caller, Room
from tests.integration.gateway.uploading import ZIP, form, requested, stored, zipped

FORM = {"Content-Type": "multipart/form-data; boundary=x"}
OTHER_FIELD = b'--x\r\nContent-Disposition: form-data; name="other"\r\n\r\n1\r\n--x--\r\n'

ODD_PART = b'--x\r\nContent-Disposition: form-data; name="\x02"\r\n\r\n1\r\n--x--\r\n'


async def chunked(size: int) -> AsyncIterator[bytes]:
    for _ in range(size // 65_536 + 1):
        yield b"x" * 65_536


def head(caller: Caller, length: str) -> bytes:
    lines = (
        "POST /api/v1/uploads HTTP/1.1", "Host: x", "Content-Type: application/zip", length,
        f"Cookie: nachklang_session={caller.secret}", f"X-CSRF-Token: {caller.csrf}", "", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


async def test_upload_is_in_the_broker_and_readable_when_it_is_accepted(room: Room, own_kafka: Running[Kafka]) -> None:
    caller, body = room.as_someone(), os.urandom(1_300_000)
    headers = ZIP | {"X-Filename": quote("Über mich.zip")}
    told = await caller.ask("POST", "/api/v1/uploads", data=body, headers=headers)
    assert told.status == 202
    upload_id = told.json["id"]
    assert told.headers["Location"] == f"/api/v1/uploads/{upload_id}"
    shown = await caller.get(told.headers["Location"])
    assert (shown["state"], shown["filename"], shown["bytes"]) == ("receiving", "Über mich.zip", len(body))
    request = await requested(room, upload_id)
    assert (request.person_id, request.chunks) == (caller.person_id, 3)
    assert await stored(own_kafka, request) == body


async def test_nobody_else_sees_an_upload(room: Room) -> None:
    caller = room.as_someone()
    told = await caller.ask("POST", "/api/v1/uploads", data=b"[]", headers={"Content-Type": "application/json"})
    other = room.as_someone()
    for path in (
        told.headers["Location"],
        f"{told.headers['Location']}/events",
        f"{told.headers['Location']}/rejections",
    ):
        assert (await other.ask("GET", path)).status == 404
    assert (await other.get("/api/v1/uploads"))["items"] == []
    assert [item["id"] for item in (await caller.get("/api/v1/uploads"))["items"]] == [told.json["id"]]


async def test_two_uploads_at_once_stay_apart(room: Room, own_kafka: Running[Kafka]) -> None:
    bodies = [os.urandom(900_000) for _ in range(4)]
    callers = [room.as_someone() for _ in bodies]
    asked = [
        caller.ask("POST", "/api/v1/uploads", data=body, headers=ZIP)
        for caller, body in zip(callers, bodies, strict=True)
    ]
    for told, body in zip(await asyncio.gather(*asked), bodies, strict=True):
        assert await stored(own_kafka, await requested(room, told.json["id"])) == body


async def test_files_of_a_form_become_one_archive_zips_stay(room: Room, own_kafka: Running[Kafka]) -> None:
    caller, first = room.as_someone(), os.urandom(700_000)
    one = zipped(a=b"1")
    told = await caller.ask("POST", "/api/v1/uploads", data=form(("a.json", first), ("a.json", b"[]"), ("b.zip", one)))
    assert told.status == 202
    sealed_id, zip_id = told.json["ids"]
    assert told.json["id"] == sealed_id
    archive = zipfile.ZipFile(io.BytesIO(await stored(own_kafka, await requested(room, sealed_id))))
    assert {info.filename: archive.read(info) for info in archive.infolist()} == {"a.json": first, "a (2).json": b"[]"}
    assert await stored(own_kafka, await requested(room, zip_id)) == one


async def test_one_zip_in_a_form_arrives_as_it_is(room: Room, own_kafka: Running[Kafka]) -> None:
    caller, body = room.as_someone(), zipped(a=os.urandom(600_000))
    told = await caller.ask("POST", "/api/v1/uploads", data=form(("my_spotify_data.zip", body)))
    request = await requested(room, told.json["id"])
    assert request.filename == "my_spotify_data.zip"
    assert await stored(own_kafka, request) == body


@pytest.mark.parametrize(
    ("data", "headers", "status", "kind"),
    [
        (lambda: b"", ZIP, 400, "empty-upload"),
        (lambda: form(("a.json", b"")), {}, 400, "empty-upload"),
        (lambda: OTHER_FIELD, FORM, 400, "invalid-request"),
        (lambda: b"no form", FORM, 400, "invalid-request"),
        (lambda: b"no form", {"Content-Type": "multipart/form-data"}, 400, "invalid-request"),
        (lambda: ODD_PART, FORM, 400, "invalid-request"),
        (lambda: b"{}", {"Content-Type": "text/plain"}, 415, "unsupported-type"),
        (lambda: b"x" * (MAX_UPLOAD_BYTES + 1), ZIP, 413, "too-large"),
        (lambda: chunked(MAX_UPLOAD_BYTES), ZIP, 413, "too-large"),
        (lambda: form(("a.json", b"x" * (MAX_UPLOAD_BYTES + 1))), {}, 413, "too-large"),
    ],
)
async def test_what_is_no_upload_is_refused(
    room: Room, data: Callable[[], Any], headers: dict[str, str], status: int, kind: str
) -> None:
    told = await room.as_someone().ask("POST", "/api/v1/uploads", data=data(), headers=headers)
    assert (told.status, told.json["type"]) == (status, f"/problems/{kind}")


async def test_too_large_is_said_before_the_body_is_sent(room: Room) -> None:
    caller = room.as_someone()
    reader, writer = await asyncio.open_connection("127.0.0.1", int(room.url.rpartition(":")[2]))
    writer.write(head(caller, f"Content-Length: {MAX_UPLOAD_BYTES + 1}"))
    answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 60)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"connection: close" in answer.lower()
    writer.close()


async def test_a_cut_connection_requests_nothing_and_the_next_upload_is_unharmed(room: Room) -> None:
    caller = room.as_someone()
    _, writer = await asyncio.open_connection("127.0.0.1", int(room.url.rpartition(":")[2]))
    writer.write(head(caller, "Content-Length: 2000000") + os.urandom(1_000_000))
    await writer.drain()
    writer.transport.abort()
    assert (await caller.ask("POST", "/api/v1/uploads", data=b"[]", headers=ZIP)).status == 202
    listed = (await caller.get("/api/v1/uploads"))["items"]
    assert [item["bytes"] for item in listed] == [2]
