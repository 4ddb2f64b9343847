"""The last plays of a person, fetched in their name: every way in which it can end, and no token in what is told."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from auth.adapters.spotify_feed import SpotifyFeed
from auth.domain.refusals import Refusal
from auth.spotify_ports import AccessRefused, SpotifyBlocked, SpotifyDown
from contracts.messages.feed import FetchRecentPlays, RecentPlaysFetched, RecentPlaysRefused
from contracts.messages.people_changes import ConnectionChanged
from contracts.topics import Topic
from stack.double.switches import FeedPlay
from tests.integration.auth.conftest import START, House

HOUR = 3_600_000
TRACK = "1Nachklang0000000000a1"


def _feed(plays: int) -> tuple[FeedPlay, ...]:
    return tuple(FeedPlay(TRACK, START - (plays - number) * 60_000) for number in range(plays))


async def _fetch(house: House, person_id: str, request_id: str = "r") -> Any:
    await house.handlers.fetch_recent_plays(FetchRecentPlays(person_id=person_id, request_id=request_id))
    heard = house.listener.heard[-1]
    assert (heard.topic, heard.key) == (Topic.RECENT_PLAYS, person_id)
    return heard.message


async def test_plays_come_oldest_first_and_twice_the_same(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(feeds={"anna": _feed(3)})
    first, again = await _fetch(house, person_id), await _fetch(house, person_id)
    assert isinstance(first, RecentPlaysFetched)
    assert first == again
    assert [play.played_at for play in first.plays] == [START - 180_000, START - 120_000, START - 60_000]
    assert (first.full, first.fetched_at, first.request_id) == (False, START, "r")
    assert first.plays[0].spotify_id == TRACK
    assert first.plays[0].duration_ms > 30_000


async def test_fifty_plays_are_all_that_spotify_remembers(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(feeds={"anna": _feed(60)})
    fetched = await _fetch(house, person_id)
    assert (len(fetched.plays), fetched.full) == (50, True)


async def test_somebody_without_plays_has_none(house: House) -> None:
    fetched = await _fetch(house, (await house.sign_in("anna")).profile.person_id)
    assert (fetched.plays, fetched.full) == ([], False)


async def test_the_token_is_renewed_for_it(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.time.now += HOUR
    assert isinstance(await _fetch(house, person_id), RecentPlaysFetched)
    house.switch(clock_offset_ms=2 * HOUR)
    assert isinstance(await _fetch(house, person_id), RecentPlaysFetched)
    assert house.world.calls["token refresh_token"] == 2


@pytest.mark.parametrize("body", ["text", "json"])
async def test_a_limit_is_told_to_the_second(house: House, body: str) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(rate_limit=0, rate_limit_body=body)
    refused = await _fetch(house, person_id)
    assert (refused.reason, refused.until) == ("blocked", START + 30_000)


async def test_a_spent_quota_is_told_too(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(quota={"me": 0})
    refused = await _fetch(house, person_id)
    assert (refused.reason, refused.until) == ("blocked", START + 86_207_000)


@pytest.mark.parametrize(
    ("switches", "reason"),
    [
        ({"unregistered": ("anna",)}, "refused"),
        ({"owner_premium": False}, "refused"),
        ({"api_outage": "502"}, "unavailable"),
        ({"api_outage": "html"}, "unavailable"),
        ({"revoked": ("anna",)}, "not_connected"),
    ],
)
async def test_each_refusal_has_its_reason(house: House, switches: dict[str, Any], reason: str) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(**switches)
    for _ in range(2):
        refused = await _fetch(house, person_id)
        assert isinstance(refused, RecentPlaysRefused)
        assert (refused.reason, refused.until) == (reason, None)


async def test_that_a_connection_has_ended_is_told_before_the_refusal(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.switch(revoked=("anna",))
    await _fetch(house, person_id)
    told = [heard.message for heard in house.listener.heard if heard.topic != Topic.AUDIT_EVENTS]
    assert [type(each) for each in told] == [ConnectionChanged, ConnectionChanged, RecentPlaysRefused]


async def test_spotify_down_while_a_token_is_renewed_ends_nothing(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.time.now += HOUR
    house.switch(accounts_outage="503")
    assert (await _fetch(house, person_id)).reason == "unavailable"
    house.switch()
    assert isinstance(await _fetch(house, person_id), RecentPlaysFetched)


async def test_nobody_is_not_connected(house: House) -> None:
    assert (await _fetch(house, "0" * 32)).reason == "not_connected"


async def test_a_broker_that_falters_costs_no_second_call_of_spotify(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    before = house.world.calls["api me"]
    house.listener.deaf = True
    request = FetchRecentPlays(person_id=person_id, request_id="r")
    fetching = asyncio.create_task(house.handlers.fetch_recent_plays(request))
    async with asyncio.timeout(60):
        while house.listener.refused < 2:
            await asyncio.sleep(0.01)
    house.listener.deaf = False
    await fetching
    assert isinstance(house.listener.heard[-1].message, RecentPlaysFetched)
    assert house.world.calls["api me"] == before + 1


class Odd:
    """A Spotify that answers whatever a test puts here."""

    def __init__(self) -> None:
        self.answer = web.Response(text="{}")

    async def __call__(self, request: web.Request) -> web.Response:
        """Once."""
        assert request.query["limit"] == "50"
        return self.answer


@pytest.fixture
async def odd() -> AsyncIterator[tuple[Odd, SpotifyFeed]]:
    answers, app = Odd(), web.Application()
    app.router.add_get("/v1/me/player/recently-played", answers)
    async with TestServer(app) as server, aiohttp.ClientSession() as http:
        yield answers, SpotifyFeed(http, str(server.make_url("")).rstrip("/"), lambda: START)


async def test_odd_entries_are_left_out_and_the_others_stay(odd: tuple[Odd, SpotifyFeed]) -> None:
    answers, feed = odd
    good = {"track": {"id": TRACK, "name": "Song", "duration_ms": 100_000}, "played_at": "2026-09-21T14:13:21Z"}
    local = {"track": {"id": None, "name": "Mine", "is_local": True}, "played_at": "2026-09-21T14:13:20Z"}
    items = [good, {"track": None, "played_at": "2026-09-21T14:13:21Z"}, {"track": 7}, "nonsense", None, {}, local]
    answers.answer = web.json_response({"items": items, "cursors": None})
    plays, full = await feed.recent("token")
    assert [(play.title, play.spotify_id) for play in plays] == [("Mine", None), ("Song", TRACK)]
    assert not full


async def test_fifty_entries_are_full_even_if_some_are_odd(odd: tuple[Odd, SpotifyFeed]) -> None:
    answers, feed = odd
    answers.answer = web.json_response({"items": [{"track": None}] * 50})
    assert await feed.recent("token") == ([], True)


@pytest.mark.parametrize(
    ("headers", "body", "wait_s"),
    [
        ({"Retry-After": "7"}, "Too many requests", 7),
        ({}, "Too many requests", 30),
        ({"Retry-After": "soon"}, "Too many requests", 30),
        ({"Retry-After": "-1"}, "Too many requests", 30),
        ({}, json.dumps({"error": {"status": 429, "reason": "QUOTA_EXCEEDED"}}), 3_600),
        ({"Retry-After": "86207"}, json.dumps({"error": {"reason": "QUOTA_EXCEEDED"}}), 86_207),
    ],
)
async def test_until_when_a_429_holds(
    odd: tuple[Odd, SpotifyFeed], headers: dict[str, str], body: str, wait_s: int
) -> None:
    answers, feed = odd
    answers.answer = web.Response(status=429, text=body, headers=headers)
    with pytest.raises(SpotifyBlocked) as blocked:
        await feed.recent("token")
    assert blocked.value.until == START + wait_s * 1_000


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (web.Response(status=401, text="no JSON"), AccessRefused),
        (web.Response(status=403, text="User not registered in the Developer Dashboard"), Refusal),
        (web.Response(status=403, text='{"error":{"status":403,"message":"Insufficient client scope"}}'), Refusal),
        (web.Response(status=404, text="Not found"), Refusal),
        (web.Response(status=503, text="<html>"), SpotifyDown),
        (web.Response(text="<html>"), SpotifyDown),
        (web.Response(body=b"\xff\xfe"), SpotifyDown),
        (web.Response(text='{"items": 3}'), SpotifyDown),
        (web.Response(text='{"items": [' + "[" * 5_000 + "]" * 5_000 + "]}"), SpotifyDown),
    ],
)
async def test_every_other_answer_is_read_for_what_it_means(
    odd: tuple[Odd, SpotifyFeed], answer: web.Response, error: type[Exception]
) -> None:
    answers, feed = odd
    answers.answer = answer
    with pytest.raises(error):
        await feed.recent("token")
