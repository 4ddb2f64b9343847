"""The enricher's tables on a real MariaDB."""

import asyncio
import uuid
from collections.abc import Sequence

import pytest
from msgspec import ValidationError, convert, structs

from chassis.database import Database
from chassis.errors import Retryable
from contracts.messages.media import MediaItem
from enricher.adapters.abilities import MariaDbAbilities
from enricher.adapters.known_answers import MariaDbAnswers
from enricher.adapters.ledger import MariaDbLedger
from enricher.adapters.media_store import MariaDbMediaStore
from enricher.adapters.wishes import MariaDbWishes
from enricher.domain.answers import Thing
from enricher.domain.budget import DAY_MS, day_of
from enricher.domain.media import KEPT_MS, Media, Preview
from enricher.domain.wishes import FORGOTTEN_AFTER_MS, LONGEST_NAME, LOOKED_AT_MS
from enricher.ports import TurnLost

NOW = 1_790_000_000_000
PREVIEW = Preview(kind="audio", url=None, source="deezer", link="l", source_id="7")
MEDIA = Media(spotify_id="x", image_url="u", image_width=640, row_image_url="r", preview=PREVIEW, link="l")
ID = "4uLU6hMCjMI75M1A2tKUQC"


def item(sample_id: str | None = None, ms_played: int = 0, key: str | None = None) -> MediaItem:
    return MediaItem(
        key=key or uuid.uuid4().hex, kind="track", artist="a", title="t", sample_id=sample_id, ms_played=ms_played
    )


async def test_found_and_missing_are_settled_until_they_expire(database: Database) -> None:
    store, found, missing, open_ = MariaDbMediaStore(database), item(), item(), item()
    for _ in range(2):
        await store.put([(found, MEDIA, NOW + KEPT_MS), (missing, None, NOW + 1_000)], NOW)
    assert await store.fresh([found, missing, open_], NOW) == {found.key, missing.key}
    assert await store.fresh([found, missing, open_], NOW + 1_000) == {found.key}
    assert await store.fresh([], NOW) == set()
    assert await store.preview(found.key) == PREVIEW
    assert await store.preview(missing.key) is None
    pictures = "SELECT image_url, image_width, row_image_url FROM serving.media WHERE media_key = %s"
    assert await database.fetch_one(pictures, (found.key,)) == ("u", 640, "r")


async def test_what_is_missing_is_open_for_who_brings_another_id(database: Database) -> None:
    store, by_name = MariaDbMediaStore(database), item()
    with_id = item(ID, key=by_name.key)
    await store.put([(by_name, None, NOW + KEPT_MS)], NOW)
    assert await store.fresh([with_id], NOW) == set()
    await store.put([(with_id, None, NOW + KEPT_MS)], NOW)
    assert await store.fresh([with_id], NOW) == await store.fresh([by_name], NOW) == {by_name.key}
    assert await store.fresh([item("2" * 22, key=by_name.key)], NOW) == set()
    no_id = item("no id", key=by_name.key)
    assert await store.fresh([no_id], NOW) == set()
    await store.put([(no_id, None, NOW + KEPT_MS)], NOW)
    assert await store.fresh([no_id], NOW) == {by_name.key}


async def test_what_waits_is_not_settled(database: Database) -> None:
    store, waiting = MariaDbMediaStore(database), item()
    await store.wait([(waiting, NOW + 1_000)], NOW)
    assert await store.fresh([waiting], NOW) == set()
    await store.clear(NOW + 1_000)
    row = await database.fetch_one("SELECT COUNT(*) FROM serving.media WHERE media_key = %s", (waiting.key,))
    assert row == (0,)


async def test_what_is_looked_at_comes_first_then_what_was_played_longest(database: Database) -> None:
    wishes = MariaDbWishes(database)
    old, short, long = item(ms_played=9_000), item(ms_played=10), item(ms_played=20)
    await wishes.add([old], NOW - LOOKED_AT_MS)
    await wishes.add([short, long], NOW)
    await wishes.add([short], NOW)
    due = await wishes.due(5, [], NOW)
    assert [wish.item for wish in due] == [long, short, old]
    assert [wish.item for wish in await wishes.due(5, [long.key], NOW)] == [short, old]
    assert len(await wishes.due(1, [], NOW)) == 1
    await wishes.done([long.key])
    await wishes.postpone({short.key: NOW + 5}, failed=True)
    assert [wish.item for wish in await wishes.due(5, [], NOW)] == [old]
    assert [(wish.item, wish.failures) for wish in await wishes.due(5, [], NOW + 5)] == [(short, 1), (old, 0)]


async def test_artists_and_songs_take_turns_before_albums(database: Database) -> None:
    wishes = MariaDbWishes(database)
    songs = [item(ms_played=ms) for ms in (30, 20, 10)]
    artists = [structs.replace(item(ms_played=ms), kind="artist") for ms in (300, 200)]
    album = structs.replace(item(ms_played=900), kind="album")
    await wishes.add([album, *reversed(songs), *artists], NOW)
    expected = [artists[0], songs[0], artists[1], songs[1], songs[2], album]
    assert [wish.item for wish in await wishes.due(9, [], NOW)] == expected


async def test_an_id_that_comes_late_makes_a_wish_due_at_once(database: Database) -> None:
    wishes, by_name = MariaDbWishes(database), item()
    with_id = item(ID, key=by_name.key)
    await wishes.add([by_name], NOW)
    await wishes.postpone({by_name.key: NOW + 60_000}, failed=True)
    await wishes.add([by_name], NOW + 1)
    assert await wishes.due(5, [], NOW + 1) == []
    await wishes.add([with_id], NOW + 2)
    await wishes.add([by_name], NOW + 3)
    assert [wish.item for wish in await wishes.due(5, [], NOW + 3)] == [with_id]


async def test_wishes_are_forgotten(database: Database) -> None:
    wishes, one, other = MariaDbWishes(database), item(), item()
    await wishes.add([one], NOW)
    await wishes.add([other], NOW + FORGOTTEN_AFTER_MS)
    assert [wish.item for wish in await wishes.due(5, [], NOW + FORGOTTEN_AFTER_MS)] == [other]
    await wishes.clear(NOW + FORGOTTEN_AFTER_MS)
    assert await database.fetch_one("SELECT COUNT(*) FROM wishes") == (1,)
    await wishes.forget_all()
    assert await database.fetch_one("SELECT COUNT(*) FROM wishes") == (0,)


async def test_one_replica_at_a_time_has_the_turn_and_makes_calls(database: Database) -> None:
    ledger, other = MariaDbLedger(database), MariaDbLedger(database, wait_s=0)
    with pytest.raises(TurnLost):
        await ledger.count("tracks", 1, None)
    async with ledger.turn():
        assert [await ledger.count("tracks", 1, 3) for _ in range(4)] == [True, True, True, False]
        with pytest.raises(Retryable):
            async with other.turn():
                raise AssertionError("two have the turn")
        with pytest.raises(TurnLost):
            await other.count("tracks", 1, None)
    async with other.turn():
        assert not await other.count("tracks", 1, 3)
        assert await other.count("tracks", 1, None)
        assert await other.count("artists", 1, 3)
    assert dict(await database.fetch_all("SELECT family, made FROM calls")) == {"tracks": 4, "artists": 1}


async def test_a_turn_whose_connection_died_makes_no_call(database: Database) -> None:
    ledger = MariaDbLedger(database)
    with pytest.raises(Retryable):
        async with ledger.turn():
            holder = await database.fetch_one("SELECT IS_USED_LOCK('enricher.turn')")
            assert holder
            await database.execute(f"KILL {int(holder[0])}")
            with pytest.raises(TurnLost):
                await ledger.count("tracks", 1, None)
    assert await database.fetch_one("SELECT COUNT(*) FROM calls") == (0,)


async def test_a_lock_out_outlives_the_turn_and_only_grows(database: Database) -> None:
    ledger = MariaDbLedger(database)
    async with ledger.turn():
        assert await ledger.until("tracks") == 0
        await ledger.block("tracks", NOW, "quota")
        await ledger.block("tracks", NOW - 1, "earlier")
    again = MariaDbLedger(database)
    async with again.turn():
        assert await again.until("tracks") == NOW
    assert await database.fetch_one("SELECT reason FROM blocks") == ("quota",)


async def test_counts_of_earlier_days_are_forgotten(database: Database) -> None:
    ledger = MariaDbLedger(database)
    async with ledger.turn():
        for moment in (NOW - DAY_MS, NOW):
            await ledger.count("tracks", day_of(moment), None)
    await ledger.clear(NOW)
    assert await database.fetch_all("SELECT day, made FROM calls") == [(day_of(NOW), 1)]


async def test_answers_are_known_until_they_expire(database: Database) -> None:
    answers = MariaDbAnswers(database)
    await answers.put("tracks", {"a": (b"{}", "n" * 32), "b": (None, None)}, NOW)
    assert await answers.get("tracks", ["a", "b", "c"], NOW) == {"a": b"{}", "b": None}
    assert await answers.get("artists", ["a"], NOW) == {}
    assert await answers.named("n" * 32, NOW) == b"{}"
    assert await answers.get("tracks", ["a", "b"], NOW + KEPT_MS) == {}
    assert await answers.named("n" * 32, NOW + KEPT_MS) is None
    await answers.put("tracks", {"d": (b"{}", None)}, NOW + KEPT_MS)
    await answers.clear(NOW + KEPT_MS)
    assert await database.fetch_one("SELECT COUNT(*) FROM answers") == (1,)
    await answers.forget_all()
    assert await database.fetch_one("SELECT COUNT(*) FROM answers") == (0,)


async def test_the_longest_id_fits_into_every_table(database: Database) -> None:
    longest = "x" * 32
    await MariaDbAnswers(database).put("oembed", {f"spotify:episode:{longest}": (b"{}", None)}, NOW)
    await MariaDbMediaStore(database).put([(item(ID), structs.replace(MEDIA, spotify_id=longest), NOW + 1)], NOW)
    with pytest.raises(ValidationError):
        convert({"id": longest + "x"}, Thing)


async def test_abilities_are_remembered_over_a_restart_and_tried_again_after_a_month(database: Database) -> None:
    assert await MariaDbAbilities(database).get("several tracks", NOW) is None
    await MariaDbAbilities(database).learn("several tracks", NOW, allowed=False)
    again = MariaDbAbilities(database)
    assert await again.get("several tracks", NOW) is False
    assert await again.get("several tracks", NOW + 31 * DAY_MS) is None
    await again.learn("several tracks", NOW, allowed=True)
    assert await again.get("several tracks", NOW) is True


async def test_a_lock_out_that_came_while_the_database_was_away_is_kept_at_the_next_turn(database: Database) -> None:
    ledger = MariaDbLedger(database)
    with pytest.raises(TurnLost):
        await ledger.block("tracks", NOW, "QUOTA_EXCEEDED")
    async with ledger.turn():
        assert await ledger.until("tracks") == NOW
    assert await database.fetch_one("SELECT until_ms FROM blocks WHERE family = 'tracks'") == (NOW,)


async def test_the_longest_names_fit_and_what_nobody_can_read_is_left_out(database: Database) -> None:
    wishes = MariaDbWishes(database)
    longest = structs.replace(item(ID), artist="\U0001f68c" * LONGEST_NAME, title='"' * LONGEST_NAME)
    await wishes.add([longest], NOW)
    await wishes.add([item()], NOW)
    await database.execute('UPDATE wishes SET item = \'{"of": "another version"}\' WHERE with_id = 0')
    assert [wish.item for wish in await wishes.due(5, [], NOW)] == [longest]


async def test_what_only_waits_can_be_made_due(database: Database) -> None:
    wishes, waits, failed = MariaDbWishes(database), item(), item()
    await wishes.add([waits, failed], NOW)
    await wishes.postpone({waits.key: NOW + 1_000}, failed=False)
    await wishes.postpone({failed.key: NOW + 1_000}, failed=True)
    await wishes.hasten(NOW)
    assert [wish.item for wish in await wishes.due(5, [], NOW)] == [waits]


async def test_adding_and_settling_at_once_deadlock_nobody(database: Database) -> None:
    wishes, items = MariaDbWishes(database), [item() for _ in range(60)]

    async def add(order: Sequence[MediaItem]) -> None:
        for _ in range(20):
            await wishes.add(order, NOW)

    async def settle() -> None:
        for number in range(60):
            some = items[number % 50 : number % 50 + 10]
            await wishes.postpone({one.key: NOW + number for one in reversed(some)}, failed=False)
            await wishes.done([one.key for one in some[:2]])

    await asyncio.gather(add(items), add(items[::-1]), settle())


async def test_samples_of_a_source_that_is_off_are_forgotten(database: Database) -> None:
    store, deezer, plain = MariaDbMediaStore(database), item(), item()
    await store.put([(deezer, MEDIA, NOW + KEPT_MS), (plain, structs.replace(MEDIA, preview=None), NOW + KEPT_MS)], NOW)
    await store.forget_sources(["spotify"])
    assert await store.fresh([deezer, plain], NOW) == {plain.key}


async def test_an_id_that_can_be_none_is_no_reason_to_look_again(database: Database) -> None:
    store, odd = MariaDbMediaStore(database), item("é" * 70)
    await store.put([(odd, None, NOW + KEPT_MS)], NOW)
    assert await store.fresh([odd], NOW) == {odd.key}
