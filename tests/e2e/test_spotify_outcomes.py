"""Every way in which a sign-in at Spotify can end is a page: what it means, and what to do (spotify.md 1.5, 1.8, 4)."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from tests.harness.asking import Answered, ask, browser
from tests.harness.client import Person, come_back, whoever_is_in
from tests.harness.pages import words_of
from tests.harness.spotify import Spotify
from tests.harness.stack import Nachklang

OF_A_BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
EXPECTED = "sign in again"

NAME = "outcome"
OUTCOMES: list[tuple[dict[str, Any], int, str, str]] = [
    # in this position                        status  what it means                      what to do
    ({"deny_consent": True}, 400, "did not agree", "choose Agree"),
    ({"unregistered": [NAME]}, 400, "not on the list of people", "User Management"),
    ({"owner_premium": False}, 400, "no Premium", "The operator has to renew it"),
    ({"state_echo": "changed"}, 400, "began in another browser", EXPECTED),
    ({"state_echo": "absent"}, 400, "began in another browser", EXPECTED),
    ({"api_outage": "502"}, 503, "does not answer", "Wait a moment"),
    ({"api_outage": "503"}, 503, "does not answer", "Wait a moment"),
    ({"api_outage": "html"}, 503, "does not answer", "Wait a moment"),
    ({"accounts_outage": "502"}, 503, "does not answer", "Wait a moment"),
    ({"accounts_outage": "503"}, 503, "does not answer", "Wait a moment"),
    ({"accounts_outage": "html"}, 503, "does not answer", "Wait a moment"),
    ({"rate_limit": 0}, 503, "Spotify", "then sign in again"),
    ({"rate_limit": 0, "rate_limit_body": "json"}, 503, "Spotify", "then sign in again"),
    ({"quota": {"me": 0}}, 503, "Spotify", "then sign in again"),
    ({"latency_ms": 8_000}, 503, "does not answer", "Wait a moment"),
    ({"clock_offset_ms": 11 * 60_000}, 400, "no longer accepts", EXPECTED),  # the code is too old
]


@pytest.fixture
async def spotify(nachklang: Nachklang) -> AsyncIterator[Spotify]:
    """The double; afterwards everything is ordinary again."""
    double = Spotify(nachklang)
    yield double
    await double.reset()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """Somebody's browser."""
    async with browser() as one:
        yield one


async def switched_at(http: aiohttp.ClientSession, url: str, spotify: Spotify, position: dict[str, Any]) -> Answered:
    """What the browser sees after the callback. What is the accounts' comes when they have said yes already."""
    later = "accounts_outage" in position or "clock_offset_ms" in position
    if not later:
        await spotify.switch(**position)
    callback = await come_back(http, url, NAME)
    if later:
        await spotify.switch(**position)
    return await ask(http, "GET", callback, headers=OF_A_BROWSER)


@pytest.mark.parametrize(("position", "status", "meaning", "remedy"), OUTCOMES, ids=[str(row[0]) for row in OUTCOMES])
async def test_the_page_says_what_it_means_and_what_to_do(
    nachklang: Nachklang,
    spotify: Spotify,
    http: aiohttp.ClientSession,
    position: dict[str, Any],
    status: int,
    meaning: str,
    remedy: str,
) -> None:
    answered = await switched_at(http, nachklang.url, spotify, position)
    words = words_of(answered)
    assert answered.status == status, words
    assert meaning in words
    assert remedy.lower() in words.lower()
    assert 'href="/auth/login"' in answered.body, "it can be tried again"
    assert (await ask(http, "GET", f"{nachklang.url}/api/v1/me")).status == 401

    await spotify.reset()
    again = await ask(http, "GET", await come_back(http, nachklang.url, NAME))
    assert again.status == 302, "what was wrong leaves nothing behind"


async def test_spotify_without_codes_or_with_other_errors(nachklang: Nachklang, http: aiohttp.ClientSession) -> None:
    for said, meaning in (
        ("error=server_error", "server_error"),
        ("error=<script>", "Spotify ended"),
        ("", "no longer"),
    ):
        state = parse_qs(urlsplit(await come_back(http, nachklang.url, NAME)).query)["state"][0]
        address = f"{nachklang.url}/auth/callback?state={state}&{said}"
        answered = await ask(http, "GET", address, headers=OF_A_BROWSER)
        assert answered.status == 400
        assert meaning in words_of(answered)
        assert "<script" not in answered.body


async def test_a_code_is_taken_once(nachklang: Nachklang, http: aiohttp.ClientSession) -> None:
    used = await come_back(http, nachklang.url, NAME)
    assert (await ask(http, "GET", used)).status == 302
    code = parse_qs(urlsplit(used).query)["code"][0]
    state = parse_qs(urlsplit(await come_back(http, nachklang.url, NAME)).query)["state"][0]
    answered = await ask(http, "GET", f"{nachklang.url}/auth/callback?state={state}&code={code}", headers=OF_A_BROWSER)
    assert answered.status == 400
    assert "no longer accepts" in words_of(answered)


async def test_a_sign_in_that_was_begun_elsewhere_is_refused(nachklang: Nachklang, http: aiohttp.ClientSession) -> None:
    async with browser() as mallory:
        callback = await come_back(mallory, nachklang.url, "mallory")
    answered = await ask(http, "GET", callback, headers=OF_A_BROWSER)
    assert answered.status == 400
    assert "not begun in this browser" in words_of(answered)
    assert (await ask(http, "GET", f"{nachklang.url}/api/v1/me")).status == 401


async def test_more_than_is_needed_is_not_kept(
    nachklang: Nachklang, spotify: Spotify, http: aiohttp.ClientSession
) -> None:
    positions: list[dict[str, Any]] = [{"user_fields": True}, {"mode": "E"}, {"mode": "E", "account_id": False}]
    for number, position in enumerate(positions):
        await spotify.switch(**position)
        name = f"told-much-{number}-{uuid.uuid4().hex[:8]}"
        assert (await ask(http, "GET", await come_back(http, nachklang.url, name))).status == 302
        me = (await whoever_is_in(http, nachklang.url)).me
        assert me["name"].startswith("Told Much")
        assert not {"country", "email", "product", "followers"} & set(me)


async def test_a_slow_spotify_holds_up_nobody_else(
    nachklang: Nachklang, spotify: Spotify, person: Person, http: aiohttp.ClientSession
) -> None:
    """Eight who sign in wait for Spotify, whichever partition they are on; who asks for their tokens does not."""
    callbacks = [await come_back(http, nachklang.url, f"slow-{number}") for number in range(8)]
    await spotify.switch(latency_ms=3_000)
    async with aiohttp.ClientSession(cookie_jar=http.cookie_jar) as waiting:
        tasks = [asyncio.create_task(ask(waiting, "GET", callback)) for callback in callbacks]
        answered = 0
        while not any(task.done() for task in tasks):
            await person.get("/api/v1/tokens")
            answered += 1
        assert answered > 1, "while all of them waited"
        assert [(await task).status for task in tasks] == [302] * len(tasks)
