"""Live totals: exact under repetition, bounded in what they remember."""

from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.live import MAX_ENDED, Uploads, totals_of, with_end, with_record
from contracts.messages.plays import UploadRead
from contracts.messages.uploads import LiveTotalsChanged
from tests.harness.plays_records import plays_read

RECORDS = st.lists(st.lists(st.integers(0, 60_000), min_size=1, max_size=5), min_size=1, max_size=8)


def end(upload_id: str) -> UploadRead:
    return UploadRead(upload_id=upload_id, person_id="p", records=1)


@given(RECORDS, st.lists(st.integers(1, 8), max_size=3))
def test_the_sum_of_all_records_however_often_the_reading_began_anew(
    records: list[list[int]], broken_off: list[int]
) -> None:
    uploads: Uploads = {}
    for reach in (*broken_off, len(records)):
        for seq, played in enumerate(records[:reach]):
            uploads = with_record(uploads, plays_read("u", "p", seq, played)) or uploads
    assert totals_of(uploads, "u", "p") == LiveTotalsChanged(
        upload_id="u",
        person_id="p",
        records=len(records),
        rows=sum(map(len, records)),
        ms_played=sum(map(sum, records)),
        streams=sum(ms >= 30_000 for played in records for ms in played),
    )


def test_uploads_of_one_person_are_counted_apart() -> None:
    uploads = with_record({}, plays_read("u", "p", 0, [40_000])) or {}
    uploads = with_record(uploads, plays_read("v", "p", 0, [50_000])) or {}
    assert totals_of(uploads, "u", "p").ms_played == 40_000
    assert totals_of(uploads, "v", "p").ms_played == 50_000


def test_a_record_that_is_in_the_totals_changes_nothing() -> None:
    uploads = with_record({}, plays_read("u", "p", 0, [40_000])) or {}
    assert with_record(uploads, plays_read("u", "p", 0, [40_000])) is None


def test_an_upload_that_has_ended_is_not_counted_again() -> None:
    uploads = with_end(with_record({}, plays_read("u", "p", 0, [40_000])) or {}, end("u")) or {}
    assert with_record(uploads, plays_read("u", "p", 0, [40_000])) is None
    assert with_end(uploads, end("u")) is None
    assert totals_of(uploads, "u", "p").ms_played == 40_000


def test_only_the_last_few_that_ended_are_remembered_and_none_that_runs_is_forgotten() -> None:
    uploads: Uploads = with_record({}, plays_read("running", "p", 0, [40_000])) or {}
    for number in range(MAX_ENDED + 3):
        uploads = with_end(uploads, end(str(number))) or uploads
    assert list(uploads) == ["running", *(str(number) for number in range(3, MAX_ENDED + 3))]
