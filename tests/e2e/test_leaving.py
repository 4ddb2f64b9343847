"""Whoever leaves is gone: from every store, topic, cache, folder and log, and no replay brings anything back."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

import aiohttp
import pytest

from stack.processes import STREAM
from stack.settings import OWN_HDFS
from tests.e2e.leaver import Planted, found_of, gone, live_fully, start_sending
from tests.e2e.truth import Truth, assert_same
from tests.harness.asking import ask, browser
from tests.harness.checkpoints import forget_checkpoint
from tests.harness.client import Person, enter, signed_in
from tests.harness.histories.packages import write_extended_zip
from tests.harness.histories.timeline import Person as Listener
from tests.harness.histories.timeline import listens
from tests.harness.offsets import caught_up, committed, groups_of, to_beginning
from tests.harness.retention import LOOKED_AT_OFTEN, let_time_pass
from tests.harness.spotify import Spotify
from tests.harness.stack import Nachklang, running_nachklang

CONSUMERS = ("auth", "uploader", "aggregator-worker", STREAM, "enricher")
HEARD = "1Nachklang0000000000a1"
FEED_READ_S = 90.0
READ_AGAIN_S = 200.0

pytestmark = pytest.mark.timeout(600)


@dataclass(frozen=True)
class Left:
    """Somebody who has left, with what they had; `stayed` is somebody else, who must notice nothing."""

    planted: Planted
    words: set[str]
    person_id: str
    had: Mapping[str, str]
    cookie: Mapping[str, str]
    status_of_running_upload: int
    stayed: Person
    truth: Truth


@pytest.fixture(scope="module")
async def stack(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Nachklang]:
    """A stack that loses its memory in the end, as soon as its broker may forget."""
    async with running_nachklang(tmp_path_factory.mktemp("leaving"), OWN_HDFS, kafka=LOOKED_AT_OFTEN) as running:
        yield running


@pytest.fixture(scope="module")
async def left(stack: Nachklang, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Left]:
    """The whole of it: lived fully, an upload on its way, and then gone."""
    planted, truth = Planted(), Truth()
    export = write_extended_zip(tmp_path_factory.mktemp("stays") / "e.zip", listens(Listener(seed=71, plays=2_000)))
    truth.add(export)
    await Spotify(stack).switch(feeds={planted.login: [{"track": HEARD, "played_at": 1_760_000_000_000}]})
    async with signed_in(stack.url, f"stays-{uuid.uuid4().hex[:8]}") as stayed, browser() as http:
        await stayed.imported(export)
        leaver = await enter(http, stack.url, planted.login)
        had = await live_fully(leaver, planted)
        await leaver.eventually(lambda report: report["totals"]["estimated"]["plays"] == 1, FEED_READ_S)
        await stayed.get("/api/v1/wrapped", person=leaver.me["id"])
        cookie = {cookie.key: cookie.value for cookie in http.cookie_jar}
        rest = asyncio.Event()
        sending = await start_sending(leaver, planted, rest)
        await leaver.upload(planted.history(count=20_000), "Streaming_History_Audio_2023.json")
        assert (await leaver.ask("DELETE", "/api/v1/me")).status == 202
        rest.set()
        status = await sending
        yield Left(planted, planted.words(leaver), str(leaver.me["id"]), had, cookie, status, stayed, truth)


async def test_at_once_nothing_opens_any_more(stack: Nachklang, left: Left) -> None:
    async with aiohttp.ClientSession(cookies=dict(left.cookie)) as http:
        assert (await ask(http, "GET", f"{stack.url}/api/v1/me")).status == 401
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {left.had['token']}"}) as script:
        assert (await ask(script, "GET", f"{stack.url}/api/v1/wrapped")).status == 401
    assert left.status_of_running_upload != 202, "what came after was taken"
    assert (await left.stayed.ask("GET", "/api/v1/wrapped", person=left.person_id)).status == 404


async def test_soon_no_store_knows_them(stack: Nachklang, left: Left) -> None:
    await gone(stack, left.words)
    async with browser() as anybody:
        assert (await ask(anybody, "GET", left.had["share"])).status == 404
        assert (await ask(anybody, "GET", f"{left.had['share']}.png")).status == 404


async def test_a_replay_from_the_beginning_brings_nothing_back(stack: Nachklang, left: Left) -> None:
    assert await found_of(stack, left.words, in_topics=True), "the broker still has what can be replayed"
    await asyncio.gather(*(stack.stop(process) for process in CONSUMERS))
    brokers = stack.parts.kafka.bootstrap
    before = {group: await committed(brokers, group) for group in await groups_of(brokers)}
    assert sum([await to_beginning(brokers, group) for group in before])
    await forget_checkpoint(stack)
    await asyncio.gather(*(stack.start(process) for process in CONSUMERS))
    await stack.wait_ready()
    await caught_up(brokers, before, READ_AGAIN_S)
    late = await left.stayed.imported(b"[]", "Streaming_History_Audio_2024.json")  # everything before it was read again
    assert late["state"] == "done"
    await gone(stack, left.words)
    await assert_same(left.stayed, left.truth)


async def test_a_rebuild_brings_nothing_back(stack: Nachklang, left: Left) -> None:
    await stack.job("rebuild")
    await stack.job("standings")
    await gone(stack, left.words)
    await assert_same(left.stayed, left.truth)


async def test_whoever_returns_is_new(stack: Nachklang, left: Left) -> None:
    async with signed_in(stack.url, left.planted.login) as back:
        assert back.me["id"] != left.person_id
        assert back.me["sharing"] is False
        assert (await back.wrapped())["totals"]["plays"] == 0
        for path in ("uploads", "tokens", "shares"):
            assert (await back.get(f"/api/v1/{path}"))["items"] == []
        assert len((await back.get("/api/v1/sessions"))["items"]) == 1
        assert (await back.ask("DELETE", "/api/v1/me")).status == 202
        await gone(stack, left.words | {str(back.me["id"])})


async def test_kafka_forgets_them_when_its_time_is_over(stack: Nachklang, left: Left) -> None:
    await let_time_pass(stack.parts.kafka)
    await gone(stack, left.words, in_topics=True)
    await assert_same(left.stayed, left.truth)
