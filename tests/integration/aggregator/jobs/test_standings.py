"""Standings and common taste by real Spark from and to real MariaDB: the same as counted person by person."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from concurrent.futures import Executor
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql import DataFrame, SparkSession

from aggregator.adapters.eraser import MariaDbEraser
from aggregator.adapters.segment_reader import MariaDbSegmentReader
from aggregator.adapters.sharing_store import MariaDbSharingStore
from aggregator.adapters.standings_store import MariaDbStandingsStore
from aggregator.domain.standings import CONTRIBUTION
from aggregator.jobs.bootstrap import POOL
from aggregator.jobs.pool import pool_thread
from aggregator.jobs.standings import Standings, common_taste_of, contributions_of, standings_of
from chassis.database import Database
from chassis.settings import MariaDbSettings
from tests.harness.reference import standings as reference
from tests.harness.reference.standings import Brought
from tests.harness.segments import bodies, row

STANDINGS = "SELECT period, measure, person_id, value, per_mille, people FROM serving.standings"
TASTE = "SELECT period, kind, rank, artist, title, people, ms_played FROM serving.common_taste"
NOW, EVERY = 1_700_000_000_000, 900_000
NAMES = ("A", "a", "É", "日本", "😀", "ﬀ")


class Room:
    """People who listen and share, and the job on real parts."""

    def __init__(self, spark: SparkSession, executor: Executor, settings: MariaDbSettings, database: Database) -> None:
        self.database = database
        self.sharing = MariaDbSharingStore(database)
        self.store = MariaDbStandingsStore(database)
        self.job = Standings(spark, executor, self.store, MariaDbSegmentReader(settings), lambda: NOW)
        self.changes = 0

    async def person(self, *rows: dict[str, Any]) -> str:
        """Somebody new with these plays, who shares."""
        person_id = uuid.uuid4().hex
        segments = [(person_id, year, 1, body) for year, body in bodies(rows).items()]
        async with self.database.transaction() as connection:
            await connection.execute_many("INSERT INTO serving.segments VALUES (%s, %s, %s, %s)", segments)
        await self.share(person_id)
        return person_id

    async def share(self, person_id: str, *, sharing: bool = True) -> None:
        """The person changes their mind."""
        self.changes += 1
        await self.sharing.put(person_id, self.changes, sharing=sharing)

    async def standings(self) -> list[tuple[Any, ...]]:
        """The stored rows."""
        return sorted(await self.database.fetch_all(STANDINGS))

    async def taste(self) -> list[tuple[Any, ...]]:
        """The stored rows."""
        return sorted(await self.database.fetch_all(TASTE))


@pytest.fixture
async def room(spark: SparkSession, mariadb_settings: MariaDbSettings, tables: Database) -> AsyncIterator[Room]:
    """A room without people."""
    for table in ("people_sharing", "serving.standings", "serving.common_taste"):
        await tables.execute(f"DELETE FROM {table}")
    await tables.execute("UPDATE standings_state SET leavings = 0, seen_leavings = 0, began_at = 0, digest = ''")
    with pool_thread(spark, POOL) as executor:
        yield Room(spark, executor, mariadb_settings, tables)


def made_up(people: int, seed: int) -> list[Brought]:
    """Contributions with many ties: few values, few names, and people who were not there in every year."""
    rng = Random(seed)
    rows = []
    for person_id in (f"p{number}" for number in range(people)):
        for period in ("2023", "2024", "all"):
            if period != "all" and rng.random() < 0.4:
                continue
            rows += [Brought(period, what, person_id, "", "", rng.randrange(4)) for what in ("ms_played", "streams")]
            for artist in rng.sample(NAMES, 4):
                rows.append(Brought(period, "artist", person_id, artist, "", rng.randrange(3) * 1000))
                rows += [
                    Brought(period, "track", person_id, artist, title, rng.randrange(3) * 1000)
                    for title in rng.sample(NAMES, 3)
                ]
    return rows


def collected(frame: DataFrame) -> list[tuple[Any, ...]]:
    return [tuple(each) for each in frame.collect()]


@pytest.mark.parametrize("people", [4, 5, 9, 40])
async def test_any_contributions_give_what_the_reference_counts(spark: SparkSession, people: int) -> None:
    rows = made_up(people, seed=people)
    table = pa.Table.from_pylist([each._asdict() for each in rows], schema=CONTRIBUTION)
    spark.conf.set("spark.sql.shuffle.partitions", "2")
    frame = spark.createDataFrame(table)
    standings = await asyncio.to_thread(collected, standings_of(frame))
    taste = await asyncio.to_thread(collected, common_taste_of(frame))
    assert (len(set(standings)), len(set(taste))) == (len(standings), len(taste))
    assert set(standings) == reference.standings(rows)
    assert set(taste) == reference.common_taste(rows)
    assert bool(standings) == bool(taste) == (people >= reference.FEWEST_PEOPLE)


async def test_a_run_writes_what_the_plays_say_and_a_second_one_the_same(room: Room) -> None:
    people = [
        await room.person(
            *(row(f"2024-03-0{day}T10:00:00", ms_played=60_000) for day in range(1, number + 2)),
            row("2023-12-31T23:59:59", artist="Secret", private=True),
        )
        for number in range(6)
    ]
    await room.job.run()
    standings, taste = await room.standings(), await room.taste()
    time = [each for each in standings if each[:2] == ("2024", "ms_played")]
    assert {each[2]: each[3:] for each in time} == {
        person_id: (60_000 * (number + 1), number * 1000 // 5, 6) for number, person_id in enumerate(people)
    }
    assert {each[4] for each in standings if each[1] == "tracks"} == {0}, "all have one track, so nobody has less"
    assert {each[0] for each in standings} == {"2024", "all"}, "nobody saw the private session"
    whole = sum(60_000 * (number + 1) for number in range(6))
    assert ("2024", "track", 1, "Die Nachbarn", "Treppenhaus", 6, whole) in taste
    assert len(taste) == 4

    await room.job.run()
    assert (await room.standings(), await room.taste()) == (standings, taste)


async def test_nothing_stays_when_fewer_than_five_share(room: Room) -> None:
    people = [await room.person(row("2024-03-01T10:00:00")) for _ in range(5)]
    await room.job.run()
    assert len(await room.standings()) == 5 * 2 * 4

    await room.share(people[0], sharing=False)
    assert people[0] not in {each[2] for each in await room.standings()}, "at once"
    await room.job.run()
    assert (await room.standings(), await room.taste()) == ([], [])


async def test_who_stops_to_share_while_it_computes_has_no_standing(room: Room) -> None:
    people = [await room.person(row("2024-03-01T10:00:00")) for _ in range(6)]
    sharing = await room.store.sharing()
    await room.share(people[0], sharing=False)

    class Earlier(MariaDbStandingsStore):
        async def sharing(self) -> list[str]:
            return sharing

    room.job._store = Earlier(room.database)
    await room.job.run()
    assert {each[2] for each in await room.standings()} == set(people[1:])


async def test_a_run_is_due_when_there_is_something_new_and_soon_when_somebody_left(room: Room) -> None:
    async def due(after_ms: int) -> bool:
        return (await room.store.state()).due(NOW + after_ms, EVERY)

    assert not await due(EVERY), "nobody shares, and nobody ever did"
    people = [await room.person(row("2024-03-01T10:00:00")) for _ in range(6)]
    assert await due(0)
    await room.job.run()
    assert not await due(EVERY)

    await room.database.execute("INSERT INTO serving.people_revisions VALUES (%s, 1)", (people[0],))
    assert (await due(EVERY - 1), await due(EVERY)) == (False, True), "an import"
    await room.job.run()
    assert not await due(EVERY)

    await room.share(people[1], sharing=False)
    assert await due(0), "stopped"
    await room.job.run()
    assert {each[5] for each in await room.standings()} == {5}
    assert not await due(EVERY)

    for _ in range(2):
        await MariaDbEraser(room.database).erase(people[2], 1)
    assert await due(0), "erased"
    await room.job.run()
    assert (await room.standings(), await room.taste(), await due(EVERY)) == ([], [], False)
    await MariaDbEraser(room.database).erase(people[1], 1)
    assert not await due(EVERY), "did not share"


async def test_who_leaves_while_it_computes_is_seen_by_the_next_run(room: Room) -> None:
    people = [await room.person(row("2024-03-01T10:00:00")) for _ in range(6)]
    state = await room.store.state()
    await room.share(people[0], sharing=False)
    async with room.store.replacement(state, NOW):
        pass
    assert (await room.store.state()).due(NOW, EVERY)


async def test_its_jobs_are_in_a_pool_of_their_own(room: Room, spark: SparkSession) -> None:
    def pool() -> str | None:
        return spark.sparkContext.getLocalProperty("spark.scheduler.pool")

    assert await room.job._in_pool(pool) == POOL
    assert await asyncio.to_thread(pool) is None


async def test_nobody_shares(room: Room) -> None:
    await room.job.run()
    assert (await room.standings(), await room.taste()) == ([], [])


async def test_contributions_are_the_same_in_any_number_of_tasks(room: Room, spark: SparkSession) -> None:
    people = [await room.person(row("2024-03-01T10:00:00"), row("2023-03-01T10:00:00")) for _ in range(3)]
    frame = contributions_of(spark, people, room.job._read)
    rows = [Brought(*each) for each in await asyncio.to_thread(collected, frame)]
    assert {each.person_id for each in rows} == set(people)
    assert len(rows) == len(people) * 3 * 6
