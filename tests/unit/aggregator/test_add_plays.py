"""Adding records to the live totals: each number once, the last totals always told, and anew after a crash."""

from collections.abc import AsyncIterator

import pytest

from aggregator.domain.live.live import Uploads
from aggregator.domain.live.live_counts import LiveCounts
from aggregator.handlers.add_plays import AddPlays, Place
from chassis.errors import Retryable
from contracts.messages.plays import PlaysRead, UploadRead
from contracts.messages.uploads import LiveTrack
from tests.harness.plays_records import plays_read
from tests.unit.aggregator.fakes import Feed

Record = PlaysRead | UploadRead


class Log:
    """A partition of `plays`: implements `PlaysLog`, and fails as often as told."""

    def __init__(self, *records: Record) -> None:
        self.records = list(records)
        self.read_back: list[tuple[int, int]] = []
        self.failures = 0

    async def between(self, partition: int, first: int, end: int, person_id: str) -> AsyncIterator[PlaysRead]:
        self.read_back.append((first, end))
        for record in self.records[first:end]:
            if self.failures:
                self.failures -= 1
                raise Retryable("away")
            if isinstance(record, PlaysRead) and record.person_id == person_id:
                yield record


class Worker:
    """A process that reads a log with its hot table; `crash` forgets what only the process knew."""

    def __init__(self, log: Log) -> None:
        self.log, self.feed, self.table = log, Feed(), dict[str, Uploads]()
        self.crash()

    def crash(self) -> None:
        self._add = AddPlays(self.feed, self.log, LiveCounts())

    async def take(self, first: int, end: int) -> None:
        for offset in range(first, end):
            await self._add(self.log.records[offset], Place(0, offset), self.table)


def end(upload_id: str = "u", records: int = 2) -> UploadRead:
    return UploadRead(upload_id=upload_id, person_id="p", records=records)


def upload(upload_id: str = "u") -> list[Record]:
    """Two records, in which another track is the favourite after each."""
    one = plays_read(upload_id, "p", 0, [40_000, 30_000], ["One", "Two"])
    return [one, plays_read(upload_id, "p", 1, [5_000, 25_000], ["One", "Two"]), end(upload_id)]


TOP = LiveTrack(title="Two", artist="A", ms_played=55_000)


async def test_running_it_twice_changes_and_tells_nothing_new() -> None:
    worker = Worker(Log(*upload()))
    for offset in range(3):
        await worker.take(offset, offset + 1)
        before, told = dict(worker.table), list(worker.feed.told)
        await worker.take(offset, offset + 1)
        assert worker.table == before
        assert worker.feed.told == told
    (totals,) = worker.feed.told
    assert (totals.records, totals.ms_played, totals.streams, totals.top_track) == (2, 100_000, 2, TOP)
    assert worker.log.read_back == []


async def test_totals_wait_for_the_pace_of_the_feed_until_the_end() -> None:
    worker = Worker(Log(*upload()))
    await worker.take(0, 1)
    assert worker.feed.untold["u"].top_track == LiveTrack(title="One", artist="A", ms_played=40_000)
    await worker.take(1, 2)
    assert worker.feed.told == []
    await worker.take(2, 3)
    assert [totals.records for totals in worker.feed.told] == [2]


async def test_an_end_without_records_tells_zeros() -> None:
    worker = Worker(Log(end(records=0)))
    await worker.take(0, 1)
    assert [(totals.records, totals.rows, totals.top_track) for totals in worker.feed.told] == [(0, 0, None)]


@pytest.mark.parametrize("crash_at", range(9))
@pytest.mark.parametrize("replayed", range(3))
async def test_after_a_crash_anywhere_the_end_is_that_of_an_undisturbed_run(crash_at: int, replayed: int) -> None:
    records = [*upload()[:1], *upload("other")[:2], *upload(), *upload("other")[1:]]
    undisturbed, worker = Worker(Log(*records)), Worker(Log(*records))
    await undisturbed.take(0, len(records))
    await worker.take(0, min(crash_at, len(records)))
    worker.crash()
    worker.feed.untold.clear()
    await worker.take(max(0, crash_at - replayed), len(records))
    assert worker.table == undisturbed.table
    last = {totals.upload_id: totals for totals in undisturbed.feed.told}
    assert {totals.upload_id: totals for totals in worker.feed.told} == last
    assert last["u"].top_track == last["other"].top_track == TOP


async def test_after_a_crash_nothing_of_the_table_is_trusted() -> None:
    worker = Worker(Log(*upload()))
    await worker.take(0, 1)
    worker.table["p"]["u"]["ms_played"] += 1_000_000
    worker.table["p"]["u"]["rows"] = 0
    worker.crash()
    worker.log.failures = 1
    await worker.take(1, 2)
    totals = worker.feed.untold["u"]
    assert (totals.rows, totals.ms_played, totals.top_track) == (4, 100_000, TOP)
    assert worker.log.read_back == [(0, 1)] * 2


async def test_an_upload_that_was_counted_elsewhere_meanwhile_is_read_back() -> None:
    log = Log(*upload())
    here, there = Worker(log), Worker(log)
    there.table = here.table
    await here.take(0, 1)
    await there.take(1, 2)
    await here.take(2, 3)
    (totals,) = here.feed.told
    assert (totals.records, totals.ms_played, totals.top_track) == (2, 100_000, TOP)


async def test_a_table_of_an_older_version_is_read_back_from_the_beginning() -> None:
    worker = Worker(Log(*upload()))
    await worker.take(0, 1)
    del worker.table["p"]["u"]["first_offset"]  # type: ignore[misc]  # as it was written once
    worker.crash()
    await worker.take(1, 3)
    assert worker.feed.told[-1].top_track == TOP


async def test_records_that_never_came_are_read_back() -> None:
    in_the_middle, at_the_end, at_the_beginning = (Worker(Log(*upload())) for _ in range(3))
    await in_the_middle.take(0, 1)
    await in_the_middle.take(2, 3)
    await at_the_end.take(0, 1)
    at_the_end.table["p"]["u"]["next_seq"] = 0  # the table lags behind, and so does what is counted
    await at_the_end.take(1, 3)
    await at_the_beginning.take(1, 3)  # with a table that was lost
    for worker in (in_the_middle, at_the_end, at_the_beginning):
        totals = worker.feed.told[-1]
        assert (totals.records, totals.rows, totals.ms_played, totals.top_track) == (2, 4, 100_000, TOP)
