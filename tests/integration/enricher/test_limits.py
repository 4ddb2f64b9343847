"""Within Spotify's limits: the pace, the day's budget, pauses that Spotify asks for, lock-outs, and batches."""

import asyncio
from collections.abc import Sequence

import pytest

from chassis.errors import Retryable
from contracts.messages.media import MediaItem
from enricher.adapters.spotify.catalogue import PREVIEWS
from enricher.adapters.spotify.gate import EVERYTHING
from enricher.domain.budget import DAY_MS, next_day_ms
from enricher.ports import CatalogueBlocked
from enricher.settings import PaceSettings
from stack.double.limits import QUOTA_RETRY_S
from tests.integration.enricher.conftest import NOW, SINGLY, UNLIMITED, MakeRoom, Room, artists, item


async def found(room: Room, asked: Sequence[MediaItem]) -> list[object]:
    return list(await asyncio.gather(*(room.catalogue.find(one) for one in asked), return_exceptions=True))


@pytest.mark.parametrize("body", ["text", "json"])
async def test_a_short_limit_is_waited_for_to_the_second_however_it_is_worded(room: Room, body: str) -> None:
    await room.switch(rate_limit=1, rate_limit_body=body)
    assert await room.catalogue.find(item("artist", "Halle Sieben"))
    assert await room.catalogue.find(item("artist", "Kapelle Übermorgen"))
    assert room.now == NOW + 30_000
    assert await room.calls("search") == 3, "asked once too early, told how long, and asked once more"


async def test_a_limit_without_its_length_is_waited_for_half_a_minute(room: Room) -> None:
    await room.switch(rate_limit=1, retry_after="absent")
    await room.catalogue.find(item("artist", "Halle Sieben"))
    assert await room.catalogue.find(item("artist", "Kapelle Übermorgen"))
    assert room.now == NOW + 30_000


async def test_a_limit_that_never_says_its_length_becomes_a_lock_out(room: Room) -> None:
    await room.switch(rate_limit=0, retry_after="absent")
    with pytest.raises(CatalogueBlocked) as blocked:
        await room.catalogue.find(item("artist", "Halle Sieben"))
    assert blocked.value.until_ms == NOW + 30_000 + 60_000 + 120_000
    assert room.ledger.ends == {EVERYTHING: blocked.value.until_ms}


async def test_a_limit_that_does_not_end_is_no_answer_and_is_kept_to_the_last(room: Room) -> None:
    await room.switch(rate_limit=0)
    with pytest.raises(Retryable):
        await room.catalogue.find(item("artist", "Halle Sieben"))
    assert await room.calls("search") == 4
    given_up = room.now
    await room.switch(rate_limit=None)
    assert await room.catalogue.find(item("artist", "Halle Sieben"))
    assert room.now > given_up, "the fourth refusal named a pause as well"


@pytest.mark.parametrize("family", ["search", "tracks", "artists"])
async def test_a_quota_locks_its_family_out_for_a_day_and_no_other(room: Room, family: str) -> None:
    await room.switch(quota={family: 0})
    asked = {
        "search": item("track", "Halle Sieben", "Ein Zimmer voller Mai"),
        "tracks artists": artists(1)[0],  # an artist takes a call of each
    }
    for name, one in asked.items():
        if family not in name.split():
            assert await room.catalogue.find(one)
            continue
        with pytest.raises(CatalogueBlocked) as block:
            await room.catalogue.find(one)
        assert block.value.until_ms == NOW + QUOTA_RETRY_S * 1000


async def test_a_show_has_a_picture_for_now_while_episodes_are_locked_out(room: Room) -> None:
    await room.switch(quota={"episodes": 0})
    media = await room.catalogue.find(item("show", "x", None, "1Nachklang0000000000e1"))
    assert media
    assert media.image_url
    assert media.for_now


async def test_an_outage_costs_a_few_calls_and_not_the_budget(make_room: MakeRoom) -> None:
    room = make_room(PaceSettings(per_second=0, in_flight=1, a_day="search=100"))
    await room.switch(api_outage="503")
    ends = NOW + 3_600_000
    while room.now < ends:
        with pytest.raises(Retryable):
            await room.catalogue.find(item("artist", "Halle Sieben"))
        await room.sleep(1)
    assert await room.calls("search") < 20
    await room.switch(api_outage="none")
    await room.sleep(600)
    assert await room.catalogue.find(item("artist", "Halle Sieben"))
    await room.switch(api_outage="503")
    with pytest.raises(Retryable):
        await room.catalogue.find(item("artist", "Kapelle Übermorgen"))
    assert await room.calls("search") < 30


async def test_whoever_waits_for_the_web_api_holds_up_no_oembed(make_room: MakeRoom) -> None:
    room = make_room(PaceSettings(per_second=0, in_flight=1, a_day="unlimited"))
    room.abilities.known |= SINGLY | {PREVIEWS: False}
    held = asyncio.Event()
    room.asleep = held  # whoever sleeps from now on waits for this
    await room.switch(rate_limit=0)
    waiting = asyncio.create_task(room.catalogue.find(item("artist", "Halle Sieben")))
    async with asyncio.timeout(60):
        while not room.sleeping:
            await asyncio.sleep(0.01)
        assert await room.catalogue.find(item("track", "x", "y", "4uLU6hMCjMI75M1A2tKUQC"))
    assert not waiting.done()
    waiting.cancel()
    held.set()


async def test_a_restart_in_a_lock_out_makes_no_call_before_its_end(room: Room) -> None:
    await room.switch(quota={"tracks": 0})
    with pytest.raises(CatalogueBlocked) as block:
        await room.catalogue.find(artists(1)[0])
    calls = await room.calls("tracks")
    await room.switch(quota={})
    for moment in (NOW + 1000, NOW + DAY_MS // 2, block.value.until_ms - 1):
        room.now = moment
        with pytest.raises(CatalogueBlocked):
            await room.made().find(artists(1)[0])
    assert await room.calls("tracks") == calls
    room.now = block.value.until_ms
    await room.switch(clock_offset_ms=room.now - NOW)
    assert await room.made().find(artists(1)[0])


async def test_the_day_s_budget_outlives_a_restart_and_ends_with_the_day(make_room: MakeRoom) -> None:
    room = make_room(PaceSettings(per_second=0, in_flight=10, a_day="tracks=5"))
    room.abilities.known |= SINGLY
    outcomes = await found(room, artists(4))
    room.catalogue = room.made()
    outcomes += await found(room, artists(4, start=4))
    refused = [outcome for outcome in outcomes if isinstance(outcome, CatalogueBlocked)]
    assert len(refused) == 3
    assert {refusal.until_ms for refusal in refused} == {next_day_ms(NOW)}
    assert await room.calls("tracks") == 5
    room.now = next_day_ms(NOW)
    await room.switch(clock_offset_ms=room.now - NOW)
    assert not any(isinstance(outcome, Exception) for outcome in await found(room, artists(4, start=4)))


async def test_the_pace_is_kept_by_each_family(make_room: MakeRoom) -> None:
    room = make_room(PaceSettings(per_second=1, in_flight=1, a_day="unlimited"))
    room.abilities.known |= SINGLY
    for one in artists(6):
        await room.catalogue.find(one)
    assert room.now == NOW + 5_000, "the tracks' sixth call five seconds after the first, and the pictures' beside them"


async def test_batches_are_tried_once_and_never_again_where_they_are_forbidden(room: Room) -> None:
    assert all(await found(room, artists(8)))
    assert room.abilities.known == {"previews": False, "several tracks": False, "several artists": False}
    assert (await room.calls("tracks"), await room.calls("artists")) == (9, 9)
    room.catalogue = room.made()
    assert all(await found(room, artists(8, start=8)))
    assert (await room.calls("tracks"), await room.calls("artists")) == (17, 9)
    assert await room.calls("oembed") == 8, "pictures of artists by oEmbed, now that it is known to take fewer calls"


async def test_batches_are_used_where_they_are_allowed(room: Room) -> None:
    await room.switch(mode="E")
    assert all(await found(room, artists(120)))
    assert (await room.calls("tracks"), await room.calls("artists")) == (3, 3)
    assert await room.catalogue.at_once() == 50


async def test_an_id_that_is_unknown_spoils_no_batch(room: Room) -> None:
    await room.switch(mode="E")
    unknown = item("artist", "nobody", None, "00" + "x" * 20)
    outcomes = await found(room, [*artists(3), unknown])
    assert all(outcomes[:3])
    assert await room.calls("tracks") == 1


async def test_nobody_is_locked_out_by_wrong_credentials_for_ever(make_room: MakeRoom) -> None:
    room = make_room(UNLIMITED)
    wrong = room.made(client_id="somebody-else")
    with pytest.raises(CatalogueBlocked) as block:
        await wrong.find(artists(1)[0])
    assert block.value.until_ms == NOW + 600_000
    assert await room.calls("tracks") == 0
    room.now = block.value.until_ms
    await room.switch(clock_offset_ms=room.now - NOW)
    assert await room.made().find(artists(1)[0])
