"""Two hundred people at once: nobody's session is lost, and each token is renewed once, with two auth services too."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from stack.double.clock import HOUR_MS
from stack.probes import wait_until
from tests.harness.asking import ask, browser
from tests.harness.client import Person, enter
from tests.harness.recent_plays import RecentPlays, recent_plays
from tests.harness.spotify import Spotify
from tests.harness.stack import Nachklang
from tests.harness.twins import twin_of

PEOPLE = 200
TIMES = 3
WITHIN_S = 120.0


@pytest.fixture
async def spotify(nachklang: Nachklang) -> AsyncIterator[Spotify]:
    """The double, with its counts at zero."""
    double = Spotify(nachklang)
    await double.reset()
    yield double
    await double.reset()


async def test_no_session_is_lost_and_each_token_is_renewed_once(nachklang: Nachklang, spotify: Spotify) -> None:
    mark = uuid.uuid4().hex[:8]
    names = [f"many-{mark}-{number}" for number in range(PEOPLE)]
    async with AsyncExitStack() as open_browsers:
        browsers = [await open_browsers.enter_async_context(browser()) for _ in names]
        async with asyncio.timeout(WITHIN_S):
            entering = (enter(http, nachklang.url, name) for name, http in zip(names, browsers, strict=True))
            people = await asyncio.gather(*entering)
        assert len({person.me["id"] for person in people}) == PEOPLE
        assert (await spotify.calls())["token authorization_code"] == PEOPLE
        await all_in(people)

        ids = {str(person.me["id"]) for person in people}
        async with twin_of(nachklang, "auth"), recent_plays(nachklang.parts.kafka) as answers:
            await answered(answers, ids, times=1)  # by which the feed begins
            await spotify.switch(clock_offset_ms=HOUR_MS + 1_000, refresh_token="rotate")
            await answers.ask(ids, TIMES)
            await answered(answers, ids, times=1 + TIMES)
            assert not ids & set(answers.refused), "a renewal that came twice would have ended the connection"
        renewals = await spotify.renewals()  # also of others here, whose feed comes due
        assert {name: renewals[name] for name in names} == dict.fromkeys(names, 1)
        await all_in(people)


async def answered(answers: RecentPlays, ids: set[str], times: int) -> None:
    """Return when everybody's last plays were fetched so often."""

    async def so_often() -> bool:
        await answers.hear()
        return all(answers.fetched[person_id] >= times for person_id in ids)

    assert await wait_until(so_often, WITHIN_S), f"{answers.fetched.total()} fetched, {answers.refused.total()} refused"


async def all_in(people: list[Person]) -> None:
    """Everybody's session is theirs, and their connection lives."""
    answers = await asyncio.gather(*(ask(one.http, "GET", f"{one.url}/api/v1/me") for one in people))
    assert [answer.status for answer in answers] == [200] * len(people)
    assert [answer.body["id"] for answer in answers] == [one.me["id"] for one in people]
    assert all(answer.body["spotify"]["connected"] for answer in answers)
