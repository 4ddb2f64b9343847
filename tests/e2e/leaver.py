"""Somebody who has used everything there is, and whose every word can be recognised."""

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import aiohttp

from tests.harness.client import Person
from tests.harness.histories.broken import zip_of
from tests.harness.histories.odd_rows import GOOD
from tests.harness.kept import but_for_topics, everything
from tests.harness.stack import Nachklang

GONE_WITHIN_S = 120.0
TOMBSTONES = ".erased_people"
"""Tables of this name hold the id of whoever left, so that nothing of them comes back, and nothing else."""


class Planted:
    """Words that stand nowhere else: who somebody is, and what they have heard."""

    def __init__(self) -> None:
        self._mark = uuid.uuid4().hex[:12]
        self.login = f"leaver-{self._mark}"
        self.heard = {name: f"{name} of {self._mark}" for name in ("Title", "Artist", "Album", "Show", "Late")}
        self.token = f"script of {self._mark}"

    def history(self, count: int = 40, **more: Any) -> bytes:
        """An extended history of `count` plays, a rejected row among them, private sessions too."""
        song = {
            **GOOD,
            "master_metadata_track_name": self.heard["Title"],
            "master_metadata_album_artist_name": self.heard["Artist"],
            "master_metadata_album_album_name": self.heard["Album"],
        } | more
        episode = {"ts": GOOD["ts"], "ms_played": 60_000, "episode_name": "E", "episode_show_name": self.heard["Show"]}
        plays = [{**song, "ts": f"2024-03-{1 + day % 28:02}T{day % 24:02}:00:00Z"} for day in range(count)]
        rows = [
            *plays,
            episode,
            {**song, "incognito_mode": True, "ts": "2024-04-01T00:00:00Z"},
            {**song, "ms_played": -1},
        ]
        return json.dumps(rows).encode()

    def words(self, person: Person) -> set[str]:
        """What must be found nowhere afterwards, in whichever form it may lie there."""
        shown = {str(person.me["id"]), str(person.me["name"]), self.login, self.token, *self.heard.values()}
        return shown | {json.dumps(word)[1:-1] for word in shown}


async def live_fully(person: Person, planted: Planted) -> dict[str, str]:
    """Import, share, look and make scripts; the public address of a share and the secret of a token."""
    archive = zip_of(("Streaming_History_Audio_2024_1.json", planted.history()))
    assert (await person.imported(archive))["state"] == "done"
    upload = await person.imported(planted.history(ms_played=90_000), "Streaming_History_Audio_2024_2.json")
    await person.get(f"/api/v1/uploads/{upload['id']}/rejections")
    await person.share_history()
    token = await person.token(planted.token)
    share = await person.change("POST", "/api/v1/shares", {}, 201)
    for by in ("time", "streams"):
        await person.wrapped(by=by)
    await person.plays(track=planted.heard["Title"])
    for path in ("uploads", "sessions", "tokens", "shares", "feed", "me/export"):
        await person.ask("GET", f"/api/v1/{path}")
    return {"token": token["token"], "share": share["url"]}


async def start_sending(person: Person, planted: Planted, rest: asyncio.Event) -> asyncio.Task[int]:
    """An upload of which half has arrived; the task ends with the status that it gets once the `rest` may come."""
    halfway = asyncio.Event()
    body = planted.history(count=20_000, master_metadata_track_name=planted.heard["Late"])

    async def slowly() -> AsyncIterator[bytes]:
        yield body[: len(body) // 2]
        halfway.set()
        await rest.wait()
        yield body[len(body) // 2 :]

    async def send() -> int:
        headers = {"Content-Type": "application/json", **person.csrf}
        with suppress(aiohttp.ClientError):
            async with person.http.post(f"{person.url}/api/v1/uploads", data=slowly(), headers=headers) as answer:
                return answer.status
        return 0

    sending = asyncio.create_task(send())
    await halfway.wait()
    return sending


async def found_of(nachklang: Nachklang, words: set[str], in_topics: bool) -> set[tuple[str, str]]:
    """Where words still lie: place and word."""
    sought = {word: word.encode() for word in words}
    found = set()
    async for where, content in everything(nachklang) if in_topics else but_for_topics(nachklang):
        if where.endswith(TOMBSTONES):
            continue
        found |= {(where, word) for word, letters in sought.items() if letters in content}
    return found


async def gone(nachklang: Nachklang, words: set[str], in_topics: bool = False) -> None:
    """Return when nothing of the words is left."""
    deadline = time.monotonic() + GONE_WITHIN_S
    while found := await found_of(nachklang, words, in_topics):
        assert time.monotonic() < deadline, sorted(found)
        await asyncio.sleep(0.5)
