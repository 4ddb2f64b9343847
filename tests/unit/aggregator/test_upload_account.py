"""What an upload has brought: files, bettered plays, double logging, and estimates that it stands for."""

from typing import Any

import pytest

from aggregator.domain.durable.stored import BroughtByFile
from aggregator.domain.durable.upload_account import brought_by_files, replaced_estimates, stands_for
from aggregator.domain.segment import ACCOUNT, LIVE
from contracts.messages.plays import Source
from tests.harness.plays_records import plays_of
from tests.harness.stored_plays import stored

NOON = 1_714_564_800_000
IDS = ("a" * 32, "b" * 32)


def test_files_are_counted_by_what_they_brought_first_and_bettered() -> None:
    mine: dict[str, Any] = {"first_upload": "mine"}
    bettered = {"improved_upload": "mine", "improved_file": 3}
    plays = stored(
        [
            {"played_at": NOON, "title": "one", "first_file": 1, **mine},
            {"played_at": NOON + 1_000_000, "title": "two", "first_file": 2, **mine},
            {"played_at": NOON + 2_000_000, "title": "three", "first_file": 2, **mine},
            {"played_at": NOON + 3_000_000, "title": "four", "first_file": 3},
            {"played_at": NOON + 4_000_000, "title": "five", **bettered},
        ]
    )

    assert brought_by_files(plays, "mine") == (
        BroughtByFile(1, 1, 0),
        BroughtByFile(2, 2, 0),
        BroughtByFile(3, 0, 1),
    )
    assert brought_by_files(plays, "nobody's") == ()


def test_double_logging_counts_for_the_file_that_brought_it() -> None:
    twice = [{"played_at": NOON + ms, "first_file": file} for ms, file in ((0, 1), (5_000, 2), (900_000, 2))]

    assert brought_by_files(stored(twice), "u") == (BroughtByFile(1, 1, 0, 0), BroughtByFile(2, 2, 0, 1))


def test_replaced_estimates_are_live_plays_up_to_the_newest_row() -> None:
    plays = stored([{"played_at": NOON + ms, "source": LIVE} for ms in (-1, 0, 1)] + [{"played_at": NOON}])

    assert [replaced_estimates(plays, newest) for newest in (None, NOON - 2, NOON, NOON + 1)] == [0, 0, 2, 3]


@pytest.mark.parametrize(("source", "newest"), [("extended", NOON), ("account", NOON + 59_999), ("live", None)])
def test_an_account_row_stands_for_its_whole_minute_and_a_live_one_for_nothing(
    source: Source, newest: int | None
) -> None:
    record = plays_of(IDS, 0, [{"played_at": NOON}, {"played_at": NOON - 1}], source=source)

    assert stands_for(record) == newest


def test_a_double_of_a_replaced_estimate_is_none() -> None:
    plays = stored(
        [
            {"played_at": NOON, "source": LIVE, "first_upload": "feed"},
            {"played_at": NOON + 5_000},
            {"played_at": NOON + 900_000, "source": ACCOUNT, "title": "later"},
        ]
    )

    assert brought_by_files(plays, "u") == (BroughtByFile(0, 2, 0, 0),)
