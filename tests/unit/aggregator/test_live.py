"""Live totals: exact under repetition, bounded in what they remember."""

from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.live.live import MAX_ENDED, LiveCount, Uploads, with_end, with_running
from aggregator.domain.live.live_counts import LiveCounts
from contracts.messages.uploads import LiveTotalsChanged, LiveTrack
from tests.harness.plays_records import plays_read

RECORDS = st.lists(st.lists(st.integers(1, 60_000), min_size=1, max_size=5), min_size=1, max_size=8)


@given(RECORDS, st.lists(st.integers(1, 8), max_size=3))
def test_the_sum_of_all_records_however_often_the_reading_began_anew(
    records: list[list[int]], broken_off: list[int]
) -> None:
    count = LiveCount(7)
    for reach in (*broken_off, len(records)):
        for seq, played in enumerate(records[:reach]):
            count.add(plays_read("u", "p", seq, played, ["T"] * len(played)))
    ms_played = sum(map(sum, records))
    assert count.totals("u", "p") == LiveTotalsChanged(
        upload_id="u",
        person_id="p",
        records=len(records),
        rows=sum(map(len, records)),
        ms_played=ms_played,
        streams=sum(ms >= 30_000 for played in records for ms in played),
        top_track=LiveTrack(title="T", artist="A", ms_played=ms_played),
    )
    assert (count.running["first_offset"], count.tracks) == (7, 1)


def test_only_the_last_few_that_ended_are_remembered_and_none_that_runs_is_forgotten() -> None:
    running = LiveCount(0).running
    uploads: Uploads = with_running({}, "running", running)
    for number in range(MAX_ENDED + 3):
        uploads = with_end(uploads, str(number), running)
    assert list(uploads) == ["running", *(str(number) for number in range(3, MAX_ENDED + 3))]
    assert [upload["ended"] for upload in uploads.values()] == [False] + [True] * MAX_ENDED


def counted(seqs: int, tracks: int) -> LiveCount:
    count = LiveCount(0)
    for seq in range(seqs):
        count.add(plays_read("u", "p", seq, [1] * tracks, [str(number) for number in range(tracks)]))
    return count


def test_a_count_that_is_not_what_the_table_says_is_none() -> None:
    counts, count = LiveCounts(), counted(2, 1)
    counts.keep("u", count, 1)
    assert counts.get("u", count.running) is count
    assert counts.get("u", counted(3, 1).running) is None
    assert counts.get("v", count.running) is None


def test_counts_take_bounded_memory_and_the_ones_in_use_stay() -> None:
    counts, count = LiveCounts(most_tracks=10), counted(1, 4)
    for upload_id in "abab":
        counts.drop(upload_id)
        counts.keep(upload_id, count, 4)
    assert counts.get("a", count.running) is count
    counts.keep("c", count, 4)
    assert counts.get("b", count.running) is None
    assert counts.get("a", count.running) is count
    counts.drop("a")
    counts.keep("d", count, 4)
    assert counts.get("c", count.running) is count
    counts.keep("large", counted(1, 50), 50)
    assert counts.get("large", counted(1, 50).running) is not None
