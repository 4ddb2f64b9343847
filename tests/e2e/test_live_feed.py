"""The live feed, end to end: plays come by themselves, gaps are shown, limits are kept, exports replace estimates."""

import time
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import datetime
from typing import Any

import pytest

from stack.double.clock import HOUR_MS, MINUTE_MS
from stack.probes import wait_until
from tests.harness.client import Person, enter, signed_in, whoever_is_in
from tests.harness.feeds import export_of, feed, track
from tests.harness.spotify import Spotify
from tests.harness.stack import Nachklang
from tests.harness.twins import twin_of

WITHIN_S = 90.0
RATE_LIMIT_S = 30.0
"""The longest Retry-After of the window, as spotify.md 4 has it."""


@pytest.fixture
async def spotify(stack: Nachklang) -> AsyncIterator[Spotify]:
    """The double; afterwards nobody has heard anything."""
    double = Spotify(stack)
    yield double
    await double.reset()


@pytest.fixture
async def listener(stack: Nachklang) -> AsyncIterator[Person]:
    """Somebody who is connected, and leaves afterwards."""
    async with signed_in(stack.url, f"live-{uuid.uuid4().hex[:12]}") as person:
        yield person
        await leave(person)


async def leave(person: Person) -> None:
    """Their feed is read no more: the stack has nothing to do for it while others are tested."""
    await (await whoever_is_in(person.http, person.url)).change("DELETE", "/api/v1/me", status=202)


def name_of(person: Person) -> str:
    """The name at the double, by which the switches know the person."""
    return str(person.me["name"]).lower().replace(" ", "-")


def recently() -> int:
    """A whole minute, six days ago, unix ms: what is heard from there on lies in the past."""
    return (int(time.time()) - 6 * 86_400) // 60 * 60_000


async def until(person: Person, there: Callable[[dict[str, Any]], bool], within: float = WITHIN_S) -> dict[str, Any]:
    """The person's feed, once it is so."""
    last: dict[str, Any] = {}

    async def so() -> bool:
        last.update(await person.get("/api/v1/feed"))
        return there(last)

    assert await wait_until(so, within), last
    return last


async def until_me(person: Person, there: Callable[[dict[str, Any]], bool]) -> None:
    """Wait for what the person's account shows."""

    async def so() -> bool:
        return there(await person.get("/api/v1/me"))

    assert await wait_until(so, WITHIN_S)


async def heard(person: Person, plays: int) -> dict[str, Any]:
    """The wrapped, once it counts so many plays."""
    await person.eventually(lambda report: report["totals"]["plays"] >= plays, WITHIN_S)
    return await person.wrapped()


def length_of(numbers: range) -> int:
    """The sum of the tracks' lengths, ms."""
    return sum(track(number).duration_ms for number in numbers)


async def test_plays_come_by_themselves_as_estimates_and_an_export_replaces_them(
    spotify: Spotify, listener: Person
) -> None:
    assert (await until(listener, lambda shown: shown["last_read_at"] is not None))["state"] == "active"
    first = recently()
    plays = feed(first, range(3))
    await spotify.switch(feeds={name_of(listener): plays})
    totals = (await heard(listener, 3))["totals"]
    assert (totals["ms_played"], totals["streams"], totals["plays"]) == (length_of(range(3)), 3, 3)
    assert (totals["estimated"]["ms_played"], totals["estimated"]["plays"]) == (length_of(range(3)), 3)
    found, _ = await listener.plays()
    assert [play["estimate"] for play in found] == [True] * 3
    assert [play["title"] for play in found] == [track(number).name for number in (2, 1, 0)]
    assert (await listener.get("/api/v1/uploads"))["items"] == [], "a look at the feed is no import of the person's"

    plays = feed(first, range(5))
    await spotify.switch(feeds={name_of(listener): plays})
    assert (await heard(listener, 5))["totals"]["estimated"]["plays"] == 5, (
        "each play counts once, however often it is seen"
    )

    upload = await listener.imported(export_of(plays[:4], ms_played=45_000), "Streaming_History_Audio_2026.json")
    assert upload["rows"]["imported"] == 4
    totals = (await listener.wrapped())["totals"]
    assert totals["plays"] == 5
    assert totals["ms_played"] == 4 * 45_000 + length_of(range(4, 5)), "only the newest is not in the export"
    assert totals["estimated"]["plays"] == 1


async def test_what_may_be_missing_is_shown_until_an_export_reaches_past_it(spotify: Spotify, listener: Person) -> None:
    first = recently()
    await spotify.switch(feeds={name_of(listener): feed(first, range(10))})
    await heard(listener, 10)
    assert (await listener.get("/api/v1/feed"))["gaps"] == []
    later = first + 10 * HOUR_MS
    await spotify.switch(feeds={name_of(listener): feed(later, range(100, 155))})
    await heard(listener, 60)
    (gap,) = (await until(listener, lambda shown: bool(shown["gaps"])))["gaps"]
    assert unix_ms(gap["from"]) == first + 9 * 10 * MINUTE_MS
    assert unix_ms(gap["to"]) == later + 5 * 10 * MINUTE_MS, "the oldest of the fifty that Spotify remembers"

    until_before = export_of(feed(first, range(10)), 60_000)
    await listener.imported(until_before, "Streaming_History_Audio_2026_1.json")
    assert len((await listener.get("/api/v1/feed"))["gaps"]) == 1, "it ends before the gap does"
    past_it = export_of(feed(later, range(100, 108)), 60_000)
    await listener.imported(past_it, "Streaming_History_Audio_2026_2.json")
    await until(listener, lambda shown: not shown["gaps"])


async def test_a_limit_of_spotifys_is_kept_to_the_second_and_over_a_restart(
    stack: Nachklang, spotify: Spotify, listener: Person
) -> None:
    await spotify.switch(rate_limit=0, rate_limit_body="json")
    blocked = await until(listener, lambda shown: shown["state"] == "blocked")
    resumes_at = unix_ms(blocked["resumes_at"])
    assert 0 < resumes_at - time.time() * 1000 <= RATE_LIMIT_S * 1000
    await spotify.reset()
    await spotify.switch(feeds={name_of(listener): feed(recently(), range(2))})
    await stack.restart("uploader")
    while time.time() * 1000 < resumes_at - 1_000:
        assert (await spotify.calls()).get("api me", 0) == 0, "nothing is asked before, for nobody"
        await listener.get("/api/v1/feed")
    assert (await heard(listener, 2))["totals"]["plays"] == 2
    assert (await until(listener, lambda shown: shown["state"] == "active"))["resumes_at"] is None


async def test_whoever_takes_spotify_away_keeps_everything_else(spotify: Spotify, listener: Person) -> None:
    await spotify.switch(feeds={name_of(listener): feed(recently(), range(2))})
    await heard(listener, 2)
    await spotify.switch(revoked=[name_of(listener)])
    await until(listener, lambda shown: shown["state"] == "ended")
    await until_me(listener, lambda me: (me["spotify"]["connected"], me["spotify"]["reconnect"]) == (False, True))
    assert (await listener.wrapped())["totals"]["plays"] == 2

    again = await enter(listener.http, listener.url, name_of(listener))
    assert again.me["id"] == listener.me["id"]
    assert again.me["spotify"]["connected"]
    await spotify.switch(feeds={name_of(listener): feed(recently(), range(4))})
    await heard(again, 4)
    assert (await again.get("/api/v1/feed"))["state"] == "active"


async def test_two_uploaders_bring_each_play_once_and_one_is_enough(stack: Nachklang, spotify: Spotify) -> None:
    async with AsyncExitStack() as people:
        names = [f"two-{number}-{uuid.uuid4().hex[:8]}" for number in range(8)]
        listeners = [await people.enter_async_context(signed_in(stack.url, name)) for name in names]
        first = recently()
        async with twin_of(stack, "uploader"):
            await spotify.switch(feeds={name: feed(first, range(20)) for name in names})
            for listener in listeners:
                await heard(listener, 20)
            await stack.stop("uploader")
            await spotify.switch(feeds={name: feed(first, range(30)) for name in names})
            for listener in listeners:
                await heard(listener, 30)
            await stack.start("uploader")
        await spotify.switch(feeds={name: feed(first, range(40)) for name in names})
        for listener in listeners:
            totals = (await heard(listener, 40))["totals"]
            assert (totals["plays"], totals["ms_played"]) == (40, length_of(range(40)))
            assert (await listener.get("/api/v1/feed"))["gaps"] == []
            await leave(listener)


def unix_ms(moment: str) -> int:
    """A moment of the interface."""
    return round(datetime.fromisoformat(moment).timestamp() * 1000)
