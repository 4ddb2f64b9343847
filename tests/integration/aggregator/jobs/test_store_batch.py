"""Batches made durable with real Spark and MariaDB: once, twice, after a crash, in pieces, and built anew."""

import uuid
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from pyspark.sql import SparkSession

from aggregator.adapters.play_store import MariaDbPlayStore, MariaDbTurn
from aggregator.adapters.spark_tables import SparkTables
from aggregator.domain.segment import decode
from aggregator.domain.stored import BroughtByFile, ClosedUpload
from aggregator.jobs.build_years import BuildYears
from aggregator.jobs.rebuild import Rebuild
from aggregator.jobs.store_batch import StoreBatch
from aggregator.jobs.sweep import PATIENCE_MS, Sweep
from chassis.clock import system_clock
from chassis.database import Database
from chassis.settings import MariaDbSettings
from tests.integration.aggregator.jobs.kafka_frames import end_of, frame, message, plays_read, raw

IN_2023, IN_2024, LATER_IN_2024 = 1_700_000_000_000, 1_710_000_000_000, 1_720_000_000_000


@dataclass
class Heard:
    """Implements the port `Announcements`: keeps what was said."""

    revisions: list[tuple[str, int]] = field(default_factory=list)
    uploads: list[ClosedUpload] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)

    async def history_changed(self, person_id: str, revision: int) -> None:
        self.revisions.append((person_id, revision))

    async def upload_stored(self, upload: ClosedUpload) -> None:
        self.uploads.append(upload)

    async def unreadable(self, record: Any, reason: str) -> None:
        self.unread.append((record.offset, reason))


class Crash(Exception):
    """The process ends here."""


class CrashingStore(MariaDbPlayStore):
    """Crashes after the plays are durable and before their segments are."""

    @asynccontextmanager
    async def turn(self, people: Collection[str]) -> AsyncIterator[MariaDbTurn]:
        raise Crash
        yield


class Room:
    """The handlers on real parts, and what they said."""

    def __init__(self, spark: SparkSession, settings: MariaDbSettings, database: Database) -> None:
        self.spark, self.database, self.heard = spark, database, Heard()
        self.tables = SparkTables(settings)
        self.store = MariaDbPlayStore(database, system_clock)
        self.build_years = BuildYears(spark, self.tables, self.store, self.heard)

    async def store_batch(self, *records: Any, store: MariaDbPlayStore | None = None) -> None:
        store = store or self.store
        build_years = BuildYears(self.spark, self.tables, store, self.heard)
        handler = StoreBatch(self.tables, store, build_years, self.heard, lambda: None)
        await handler(frame(self.spark, records), 0)

    async def history(self, person_id: str) -> dict[int, list[dict[str, Any]]]:
        """The plays in the segments, by year."""
        rows = await self.database.fetch_all(
            "SELECT year, plays, body FROM serving.segments WHERE person_id = %s ORDER BY year", (person_id,)
        )
        segments = {year: decode(body).to_pylist() for year, _, body in rows}
        assert [plays for _, plays, _ in rows] == [len(rows) for rows in segments.values()]
        return segments

    async def everything(self, person_id: str) -> list[Any]:
        """All that is stored of a person."""
        queries = (
            "SELECT * FROM serving.plays WHERE person_id = %s ORDER BY minute, identity",
            "SELECT * FROM serving.segments WHERE person_id = %s ORDER BY year",
            "SELECT * FROM serving.people_revisions WHERE person_id = %s",
            "SELECT * FROM uploads_stored WHERE person_id = %s ORDER BY upload_id",
            "SELECT * FROM dirty_years WHERE person_id = %s",
        )
        stored = [await self.database.fetch_all(query, (person_id,)) for query in queries]
        assert await self.database.fetch_all("SELECT 1 FROM stage_plays LIMIT 1") == []
        return stored


@pytest.fixture
def room(spark: SparkSession, mariadb_settings: MariaDbSettings, tables: Database) -> Room:
    return Room(spark, mariadb_settings, tables)


@pytest.fixture
def ids() -> tuple[str, str]:
    """A new upload of somebody new."""
    return uuid.uuid4().hex, uuid.uuid4().hex


def at(*moments: int, **fields: Any) -> list[dict[str, Any]]:
    return [{"played_at": moment} | fields for moment in moments]


async def test_an_upload_becomes_segments_and_a_repeat_changes_nothing(room: Room, ids: tuple[str, str]) -> None:
    upload_id, person_id = ids
    batch = [
        message(plays_read(ids, 0, at(LATER_IN_2024, IN_2024))),
        message(plays_read(ids, 1, at(IN_2023, IN_2024), file=1)),
        message(end_of(ids, 2)),
    ]
    await room.store_batch(*batch)
    once = await room.everything(person_id)

    moments = {year: [play["played_at"] for play in plays] for year, plays in (await room.history(person_id)).items()}
    assert moments == {2023: [IN_2023], 2024: [IN_2024, LATER_IN_2024]}
    account = ClosedUpload(upload_id, person_id, 1, (BroughtByFile(0, 2, 0), BroughtByFile(1, 1, 0)))
    assert (room.heard.revisions, room.heard.uploads) == ([(person_id, 1)], [account])

    await room.store_batch(*batch)
    assert await room.everything(person_id) == once
    assert (room.heard.revisions, room.heard.uploads) == ([(person_id, 1)] * 2, [account] * 2)


async def test_a_crash_between_the_two_transactions_is_made_good_by_the_replay(
    room: Room, ids: tuple[str, str]
) -> None:
    batch = [message(plays_read(ids, 0, at(IN_2023))), message(end_of(ids, 1))]
    with pytest.raises(Crash):
        await room.store_batch(*batch, store=CrashingStore(room.database, system_clock))
    assert room.heard.uploads == []

    await room.store_batch(*batch)

    assert list(await room.history(ids[1])) == [2023]
    assert room.heard.uploads == [ClosedUpload(*ids, 1, (BroughtByFile(0, 1, 0),))]


async def test_segments_wait_for_the_end_of_the_upload(room: Room, ids: tuple[str, str]) -> None:
    await room.store_batch(message(plays_read(ids, 0, at(IN_2023))))
    await room.store_batch(message(end_of(ids, 2)))
    assert (await room.history(ids[1]), room.heard.uploads) == ({}, [])

    await room.store_batch(message(plays_read(ids, 1, at(IN_2024))))

    assert list(await room.history(ids[1])) == [2023, 2024]
    assert room.heard.uploads == [ClosedUpload(*ids, 1, (BroughtByFile(0, 2, 0),))]


async def test_the_sweep_builds_what_waits_for_an_end_that_does_not_come(room: Room, ids: tuple[str, str]) -> None:
    await room.store_batch(message(plays_read(ids, 0, at(IN_2023))))
    assert await Sweep(room.store, room.build_years, system_clock).once() == 0

    later = Sweep(room.store, room.build_years, lambda: system_clock() + PATIENCE_MS + 1)
    while await later.once():
        pass

    assert list(await room.history(ids[1])) == [2023]
    assert (ids[1], 1) in room.heard.revisions


async def test_the_better_row_of_a_second_upload(room: Room, ids: tuple[str, str]) -> None:
    minute = IN_2024 // 60_000 * 60_000
    same = {"identity": "a" * 32}
    first = message(plays_read(ids, 0, at(minute, **same), source="account"))
    await room.store_batch(first, message(end_of(ids, 1)))
    second_ids = (uuid.uuid4().hex, ids[1])
    better = [*at(minute + 7000, album="Dritter Stock", **same), *at(LATER_IN_2024)]
    await room.store_batch(message(plays_read(second_ids, 0, better)), message(end_of(second_ids, 1)))

    (plays,) = (await room.history(ids[1])).values()
    assert [(play["played_at"], play["album"]) for play in plays] == [
        (minute + 7000, "Dritter Stock"),
        (LATER_IN_2024, None),
    ]
    assert [upload.files for upload in room.heard.uploads] == [(BroughtByFile(0, 1, 0),), (BroughtByFile(0, 1, 1),)]


async def test_an_upload_of_what_is_known_leaves_the_revision(room: Room, ids: tuple[str, str]) -> None:
    plays = at(IN_2023, IN_2024)
    await room.store_batch(message(plays_read(ids, 0, plays)), message(end_of(ids, 1)))
    again = (uuid.uuid4().hex, ids[1])

    await room.store_batch(message(plays_read(again, 0, plays)), message(end_of(again, 1)))

    assert room.heard.uploads[-1] == ClosedUpload(*again, 1, ())


async def test_an_upload_without_a_play(room: Room, ids: tuple[str, str]) -> None:
    await room.store_batch(message(end_of(ids, 0)))

    assert (room.heard.uploads, room.heard.revisions) == ([ClosedUpload(*ids, 0, ())], [])


async def test_any_text_comes_back_as_it_was(room: Room, ids: tuple[str, str]) -> None:
    titles = [
        "😀" * 10_000,
        "a\0b",
        "\\'\"\n\r\t\x1a%_",
        "\u0645\u0631\u062d\u0628\u0627 \u200f",
        "e\u0301",
        " \u00a0",
        "\U0010fffd",
        "",
        None,
    ]
    plays = [{"played_at": IN_2024 + number, "title": title} for number, title in enumerate(titles)]
    await room.store_batch(message(plays_read(ids, 0, plays)), message(end_of(ids, 1)))

    assert [play["title"] for play in (await room.history(ids[1]))[2024]] == titles


async def test_what_cannot_be_read_is_put_aside_and_the_rest_is_stored(room: Room, ids: tuple[str, str]) -> None:
    good = message(plays_read(ids, 0, at(IN_2023)))
    await room.store_batch(raw(b"{"), good, raw(b"{}", "radio.v1"), message(end_of(ids, 1)))

    assert sorted(offset for offset, _ in room.heard.unread) == [0, 2]
    assert [upload.upload_id for upload in room.heard.uploads] == [ids[0]]


async def test_a_rebuild_changes_no_byte_and_mends_what_is_wrong(room: Room, ids: tuple[str, str]) -> None:
    await room.store_batch(message(plays_read(ids, 0, at(IN_2023, IN_2024, LATER_IN_2024))), message(end_of(ids, 1)))
    before = await room.history(ids[1])
    plays, segments, *_ = await room.everything(ids[1])
    await room.database.execute("UPDATE serving.segments SET body = 'x' WHERE person_id = %s", (ids[1],))
    await room.database.execute("UPDATE serving.segments SET year = 1999 WHERE person_id = %s LIMIT 1", (ids[1],))

    await Rebuild(room.store, room.build_years).run(ids[1])

    assert (await room.everything(ids[1]))[:2] == [plays, segments]
    assert await room.history(ids[1]) == before
    assert room.heard.revisions[-1] == (ids[1], 2)
