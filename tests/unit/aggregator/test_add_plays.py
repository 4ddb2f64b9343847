"""Adding records to the live totals: each number once, and the last totals always told."""

from aggregator.domain.live import Uploads
from aggregator.handlers.add_plays import AddPlays
from contracts.messages.plays import UploadRead
from tests.harness.plays_records import plays_read
from tests.unit.aggregator.fakes import Feed

END = UploadRead(upload_id="u", person_id="p", records=2)


async def test_running_it_twice_changes_and_tells_nothing_new() -> None:
    feed, table = Feed(), dict[str, Uploads]()
    add = AddPlays(feed)
    for message in (plays_read("u", "p", 0, [40_000]), plays_read("u", "p", 1, [5_000]), END):
        await add(message, table)
        before, told = dict(table), list(feed.told)
        await add(message, table)
        assert table == before
        assert feed.told == told
    assert [(totals.records, totals.ms_played, totals.streams) for totals in feed.told] == [(2, 45_000, 1)]


async def test_totals_wait_for_the_pace_of_the_feed_until_the_end() -> None:
    feed, table = Feed(), dict[str, Uploads]()
    add = AddPlays(feed)
    await add(plays_read("u", "p", 0, [40_000]), table)
    await add(plays_read("u", "p", 1, [40_000]), table)
    assert feed.told == []
    assert feed.untold["u"].records == 2
    await add(END, table)
    assert [totals.records for totals in feed.told] == [2]


async def test_an_end_without_records_tells_zeros() -> None:
    feed = Feed()
    await AddPlays(feed)(UploadRead(upload_id="u", person_id="p", records=0), {})
    assert [(totals.records, totals.rows) for totals in feed.told] == [(0, 0)]
