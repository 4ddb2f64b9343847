"""What an export says of addresses, devices and accounts is found nowhere afterwards (product.md)."""

import asyncio
import json
import time
import uuid
from typing import Any

from contracts.topics import Topic
from tests.harness.client import Person
from tests.harness.histories.broken import zip_of
from tests.harness.histories.odd_rows import GOOD
from tests.harness.kept import everything, raw_uploads
from tests.harness.stack import Nachklang

DELETED_WITHIN_SECONDS = 120.0
RAW = f"topic {Topic.UPLOAD_CHUNKS}"


class Planted:
    """Values to look for, each in a field of its own; `title` is one that must be kept."""

    def __init__(self) -> None:
        self.title = f"kept-{uuid.uuid4().hex}"
        self._fields = ("ip_addr", "ip_addr_decrypted", "user_agent", "user_agent_decrypted", "username", "city")
        self.values = {name: f"planted-{name}-{uuid.uuid4().hex}" for name in (*self._fields, "email", "broken")}

    def row(self, **more: object) -> dict[str, Any]:
        """A row of an extended export that says too much."""
        said = {name: self.values[name] for name in self._fields}
        return {**GOOD, "master_metadata_track_name": self.title, **said, **more}

    def bodies(self) -> list[tuple[str, bytes]]:
        """Good rows, rejected ones, a file that breaks off within a value, and files that are no histories."""
        rows = [self.row(), self.row(ms_played=-1), self.row(ts=self.values["username"]), self.row(ms_played="no")]
        whole = json.dumps(rows).encode()
        cut = json.dumps([self.row(ms_played=40_000), {"ip_addr": self.values["broken"]}])[:-4].encode()
        profile = json.dumps({"email": self.values["email"], "username": self.values["username"]}).encode()
        archive = zip_of(("Streaming_History_Audio_2024_1.json", whole), ("Userdata.json", profile))
        return [("history.json", whole), ("cut.json", cut), ("my_spotify_data.zip", archive), ("other.json", profile)]


async def raw_bytes_are_gone(nachklang: Nachklang, uploads: list[str]) -> None:
    """Raw uploads are deleted when the imports have ended, but for what waits behind an upload that was given up."""
    deadline = time.monotonic() + DELETED_WITHIN_SECONDS
    while any(first in uploads for first, *_ in (await raw_uploads(nachklang.parts.kafka)).values()):
        assert time.monotonic() < deadline, "raw uploads are still there"
        await asyncio.sleep(0.2)


async def test_what_must_not_be_kept_is_found_nowhere(nachklang: Nachklang, person: Person) -> None:
    planted = Planted()
    uploads = [await person.imported(body, name) for name, body in planted.bodies()]
    assert [upload["state"] for upload in uploads] == ["done", "done", "done", "failed"]
    for upload in uploads:
        await person.get(f"/api/v1/uploads/{upload['id']}/rejections")
    assert (await person.wrapped())["top_tracks"][0]["title"] == planted.title
    await person.plays(track=planted.title)
    await raw_bytes_are_gone(nachklang, [str(upload["id"]) for upload in uploads])
    where_title: set[str] = set()
    found: set[tuple[str, str]] = set()
    async for where, content in everything(nachklang):
        if where != RAW:
            found |= {(name, where) for name, value in planted.values.items() if value.encode() in content}
        if planted.title.encode() in content:
            where_title.add(where)
    assert found == set()
    kept_in = {"serving.plays_by_year", "serving.segments", "serving.answers", "topic plays"}
    assert kept_in <= where_title, "the search would find what is there"
