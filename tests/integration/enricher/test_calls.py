"""How many calls it takes: real tables, the real double, one enricher or several, one of which stops in the middle."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from chassis.database import Database
from contracts.messages.media import FindMedia, MediaItem
from enricher.adapters.abilities import MariaDbAbilities
from enricher.adapters.known_answers import MariaDbAnswers
from enricher.adapters.ledger import MariaDbLedger
from enricher.adapters.media_store import MariaDbMediaStore
from enricher.adapters.samples.other import OtherSamples
from enricher.adapters.spotify.catalogue import PREVIEWS
from enricher.adapters.wishes import MariaDbWishes
from enricher.bootstrap.catalogues import Kept, World, catalogue_of
from enricher.handlers.settle_wishes import SettleWishes
from enricher.handlers.take_wishes import TakeWishesHandler
from stack.double.items import track_of
from tests.integration.enricher.conftest import Room, artists, item

SONGS, PEOPLE = 50, 1_000
DEADLINE_S = 120.0


class Heard:
    """Counts what was announced."""

    def __init__(self) -> None:
        self.keys: set[str] = set()

    async def media_ready(self, keys: Sequence[str]) -> None:
        self.keys.update(keys)


class Enricher:
    """One replica, on tables that it may share."""

    def __init__(self, room: Room, database: Database) -> None:
        settings = room.settings()
        ledger, self.media, wishes = (
            MariaDbLedger(database, wait_s=1),
            MariaDbMediaStore(database),
            MariaDbWishes(database),
        )
        kept = Kept(ledger, MariaDbAnswers(database), MariaDbAbilities(database))
        catalogue = catalogue_of(
            settings, room.pace, OtherSamples([]), kept, World(room.session, lambda: room.now, room.sleep)
        )
        self.heard = Heard()
        self.settle = SettleWishes(catalogue, wishes, self.media, self.heard, ledger, lambda: room.now)
        self.take = TakeWishesHandler(wishes, self.media, self.heard, lambda: room.now, self.settle.wake)


@asynccontextmanager
async def working(enricher: Enricher) -> AsyncIterator[None]:
    """It works on the wishes meanwhile."""
    task = asyncio.create_task(enricher.settle.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def page() -> list[MediaItem]:
    """Fifty songs of fifty artists, these, and the albums they are on, as a page shows them."""
    shown = []
    for artist in artists(SONGS):
        track = track_of(artist.sample_id or "")
        shown += [
            artist,
            item("track", artist.artist, track.name, track.id),
            item("album", artist.artist, track.album.name, track.id),
        ]
    return shown


async def until_settled(enrichers: Sequence[Enricher], items: Sequence[MediaItem], room: Room) -> None:
    """Wait until media of all are kept."""
    media = enrichers[0].media
    async with asyncio.timeout(DEADLINE_S):
        while len(await media.fresh(items, room.now)) < len({one.key for one in items}):
            await asyncio.sleep(0.05)


@pytest.fixture
async def forgetful(database: Database) -> Database:
    """Tables without any media of these."""
    await database.execute("DELETE FROM serving.media")
    return database


async def test_a_thousand_people_who_look_at_fifty_songs_cost_fifty_track_calls(
    room: Room, forgetful: Database
) -> None:
    enricher, shown = Enricher(room, forgetful), page()
    await room.switch(oembed_outage="502")
    async with working(enricher):
        for _ in range(PEOPLE):
            await enricher.take(FindMedia(items=shown))
        await until_settled([enricher], shown, room)
        made = {family: await room.calls(family) for family in ("tracks", "artists", "search", "oembed")}
        for _ in range(10):
            await enricher.take(FindMedia(items=shown))
        assert made == {family: await room.calls(family) for family in made}, "everything is known: no call"
    assert made | {"oembed": 0} == {"tracks": SONGS + 1, "artists": SONGS + 1, "search": 0, "oembed": 0}, (
        "one of each was the batch that this application may not ask for"
    )


async def test_two_replicas_make_no_call_twice(room: Room, forgetful: Database) -> None:
    one, other, shown = Enricher(room, forgetful), Enricher(room, forgetful), page()
    await MariaDbAbilities(forgetful).learn(PREVIEWS, room.now, allowed=True)  # so that each song takes a track call
    async with working(one), working(other):
        await asyncio.gather(*(enricher.take(FindMedia(items=shown)) for enricher in (one, other)))
        await until_settled([one], shown, room)
    assert await room.calls("tracks") == SONGS + 1
    assert await room.calls("artists") + await room.calls("oembed") == SONGS + 1


async def test_whoever_takes_over_asks_only_for_what_was_not_answered(room: Room, forgetful: Database) -> None:
    first, second, shown = Enricher(room, forgetful), Enricher(room, forgetful), page()
    await MariaDbAbilities(forgetful).learn(PREVIEWS, room.now, allowed=True)
    await room.switch(latency_ms=20)
    async with working(first):
        await first.take(FindMedia(items=shown))
        async with asyncio.timeout(DEADLINE_S):
            while await room.calls("oembed") < 10:
                await asyncio.sleep(0.01)
    async with working(second):
        await until_settled([second], shown, room)
    most = SONGS + 1 + room.pace.in_flight
    assert SONGS < await room.calls("tracks") <= most
    assert SONGS < await room.calls("artists") + await room.calls("oembed") <= most
