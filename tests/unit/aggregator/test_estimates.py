"""Plays from the live feed count until an export reaches past them."""

from typing import Any

from aggregator.domain.history.history import build_history
from aggregator.domain.segment import ACCOUNT, LIVE
from aggregator.domain.statistics.wrapped import wrapped
from contracts.messages.questions import WrappedQuestion
from contracts.messages.totals import Sums
from tests.harness.segments import row, table, unix_ms

NOON = unix_ms("2024-05-01T12:00:00")


def moments(*rows: dict[str, Any]) -> list[int]:
    return build_history("p", 1, [table(rows)]).plays["played_at"].to_list()


def test_at_or_before_the_newest_row_of_an_export_they_are_gone() -> None:
    estimates = [row(NOON + ms, source=LIVE, title=str(ms)) for ms in (-1, 0, 1)]
    assert moments(*estimates, row(NOON)) == [NOON, NOON + 1]


def test_an_account_row_stands_for_its_whole_minute() -> None:
    estimates = [row(NOON + ms, source=LIVE, title=str(ms)) for ms in (0, 59_999, 60_000)]
    assert moments(*estimates, row(NOON, source=ACCOUNT)) == [NOON, NOON + 60_000]


def test_without_an_export_all_of_them_count_and_are_shown_apart() -> None:
    rows = [row(NOON, 40_000, source=LIVE), row(NOON + 100_000, 50_000, source=LIVE, title="Other")]
    question = WrappedQuestion(
        person_id="p",
        revision=1,
        time_zone="UTC",
        viewer="owner",
        first_day=None,
        last_day=None,
        by="time",
        limit=5,
    )
    totals = wrapped(build_history("p", 1, [table(rows)]), question).totals
    assert totals.estimated == Sums(ms_played=90_000, streams=2, plays=2)
    assert totals.ms_played == 90_000
