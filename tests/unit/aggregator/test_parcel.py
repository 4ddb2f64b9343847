"""What is held of one person until it is made durable."""

from aggregator.jobs.parcel import Parcel
from tests.harness.plays_records import end_of, plays_of

UPLOAD, OTHER, PERSON = "a" * 32, "c" * 32, "b" * 32
MOMENT = 1_700_000_000_000


def parcel(*numbers: int) -> Parcel:
    held = Parcel(PERSON)
    for seq in numbers:
        held.add(plays_of((UPLOAD, PERSON), seq, [{"played_at": MOMENT + seq, "title": str(seq)}] * 2))
    return held


def test_plays_come_in_the_order_of_the_topic() -> None:
    numbers = [*range(20), 30]

    records, plays = parcel(*numbers).without({})

    assert [record.seq for record in records] == numbers
    assert plays is not None
    assert plays["title"].to_list() == [str(seq) for seq in numbers for _ in range(2)]


def test_what_is_durable_is_left_out() -> None:
    records, plays = parcel(0, 1, 2).without({UPLOAD: {0, 2}})

    assert [record.seq for record in records] == [1]
    assert plays is not None
    assert plays["title"].to_list() == ["1", "1"]
    assert parcel(0, 1).without({UPLOAD: {0, 1}}) == ([], None)


def test_a_record_that_comes_twice_is_kept_once() -> None:
    held = parcel(4, 5, 4)

    assert [record.seq for record in held.without({})[0]] == [4, 5]
    assert (held.repeated, held.records) == (1, 3)


def test_uploads_are_those_of_records_and_of_markers() -> None:
    held = parcel(7, 2)
    held.end(end_of((OTHER, PERSON), 0), "c", "t")

    assert held.uploads == [UPLOAD, OTHER]
    assert held.ranges == {UPLOAD: (2, 7)}
