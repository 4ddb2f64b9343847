"""A whole history page by page: every play once, in order, whatever an import changes in between."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import msgspec
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.durable import year_table
from aggregator.domain.durable.fold import fold
from aggregator.domain.durable.incoming import by_year
from aggregator.domain.pages.history_page import MOST_BYTES, MOST_PLAYS, history_page
from aggregator.domain.segment import ACCOUNT, EXTENDED, SOURCES
from aggregator.handlers.answer_history import AnswerHistory
from aggregator.ports import StoredYear
from contracts.messages import RequestFailed
from contracts.messages.history_pages import AskHistory, HistoryAnswered, HistoryColumns
from tests.harness.segments import unix_ms
from tests.harness.stored_plays import stored
from tests.unit.aggregator.fakes import Caller

MINUTE, BEGIN, QUARTER = 60_000, unix_ms("2023-12-31T23:50:00"), 2**62


class Years:
    """Implements `HistoryStore`."""

    def __init__(self) -> None:
        self.plays: dict[int, pl.DataFrame] = {}
        self.erased = False

    def add(self, plays: pl.DataFrame) -> None:
        """As an import does."""
        for year, incoming in by_year(plays).items():
            self.plays[year] = fold(self.plays.get(year), incoming).plays

    async def year_from(self, _: str, year: int) -> StoredYear | None:
        found = min((each for each in self.plays if each >= year), default=None)
        if found is None:
            return None
        return StoredYear(found, year_table.encode(self.plays[found]), later=found < max(self.plays))

    async def is_erased(self, _: str) -> bool:
        return self.erased


@st.composite
def imports(draw: st.DrawFn, source: int) -> pl.DataFrame:
    """Plays around a new year, several of a minute; the title says what the identity does."""
    rows: list[dict[str, Any]] = []
    for minute, number in draw(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 3)), min_size=1, unique=True)):
        second = 0 if source == ACCOUNT else draw(st.integers(0, 59))
        times = {"played_at": BEGIN + minute * MINUTE + second * 1_000, "source": source, "fingerprint": second}
        rows.append(times | {"identity_high": number * QUARTER, "identity_low": minute, "title": f"{minute} {number}"})
    return stored(rows)


@given(first=imports(ACCOUNT), later=imports(EXTENDED), after=st.integers(0, 5), size=st.integers(1, 7))
def test_no_play_is_left_out_or_twice_when_an_import_comes_between(
    first: pl.DataFrame, later: pl.DataFrame, after: int, size: int
) -> None:
    years, behind = Years(), None
    pages: list[HistoryColumns] = []
    years.add(first)
    for year in (2023, 2024):
        while True:
            if len(pages) == after:
                years.add(later)
            page = history_page(years.plays[year], behind, size) if year in years.plays else None
            if page is None:
                break
            behind = page.last
            pages.append(page.plays)
    titles = [title for plays in pages for title in plays.title]
    minutes = [moment // MINUTE for plays in pages for moment in plays.played_at]
    assert len(titles) == len(set(titles))
    assert set(first["title"]) <= set(titles)
    assert minutes == sorted(minutes)


@given(plays=imports(EXTENDED), size=st.integers(4, 9))
def test_pages_together_are_in_the_order_of_moments(plays: pl.DataFrame, size: int) -> None:
    moments: list[int] = []
    behind = None
    while (page := history_page(plays, behind, size)) is not None:
        assert len(page.plays.played_at) <= size
        behind, moments = page.last, [*moments, *page.plays.played_at]
        assert page.more == (len(moments) < plays.height)
    assert moments == sorted(plays["played_at"])


def test_a_page_has_its_bounds() -> None:
    moments = range(BEGIN, BEGIN + 5_000 * MINUTE, MINUTE)
    small = stored({"played_at": moment, "identity_low": moment} for moment in moments)
    large = small.with_columns(title=pl.lit("\x00" * 500))
    page, cut = history_page(small, None), history_page(large, None)
    assert page is not None
    assert cut is not None
    assert len(page.plays.played_at) == MOST_PLAYS
    assert MOST_BYTES / 3 < len(msgspec.json.encode(cut.plays)) <= MOST_BYTES


def test_a_play_larger_than_a_page_is_a_page() -> None:
    plays = stored({"played_at": BEGIN, "identity_low": number, "title": "x" * 1_000} for number in range(3))
    page = history_page(plays, None, most_bytes=10)
    assert page is not None
    assert page.plays.title == ["x" * 1_000]
    assert page.more


def asked(years: Years, *cursors: str | None) -> list[Any]:
    """What is answered to a question after the other."""

    async def ask() -> list[Any]:
        answer, caller = AnswerHistory(years, ThreadPoolExecutor(1)), Caller()
        for cursor in cursors:
            await answer(AskHistory(person_id="p", cursor=cursor), caller)
        return caller.heard

    return asyncio.run(ask())


def test_page_by_page_over_the_years_and_each_twice_the_same() -> None:
    years = Years()
    plays: list[dict[str, Any]] = [
        {"played_at": unix_ms("2019-05-01T12:00:00"), "source": SOURCES.index("live"), "offline_at": 7},
        {"played_at": unix_ms("2024-05-01T12:00:00"), "private": True, "identity_low": 1},
    ]
    years.add(stored(plays))
    cursor, pages = None, []
    for _ in plays:
        page, again = asked(years, cursor, cursor)
        assert isinstance(page, HistoryAnswered)
        assert page == again
        assert page.plays is not None
        cursor = page.next_cursor
        moment = datetime.fromtimestamp(page.plays.played_at[0] / 1000, UTC)
        pages.append((page.year, moment.year, page.plays.source, page.plays.private, page.plays.offline_at))
    assert cursor is None
    assert pages == [(2019, 2019, ["live"], [None], [7]), (2024, 2024, ["extended"], [True], [None])]


def test_who_has_no_plays_gets_one_page_without_any() -> None:
    assert asked(Years(), None) == [HistoryAnswered(year=None, plays=None, next_cursor=None)]


def test_who_is_erased_between_two_pages_is_refused_and_not_told_that_this_is_all() -> None:
    years = Years()
    years.add(stored({"played_at": unix_ms(f"{year}-05-01T12:00:00"), "identity_low": year} for year in (2019, 2024)))
    (first,) = asked(years, None)
    assert first.next_cursor is not None
    years.plays, years.erased = {}, True
    (second,) = asked(years, first.next_cursor)
    assert isinstance(second, RequestFailed)
    assert second.code == "unknown_person"


@pytest.mark.parametrize("cursor", ["", "?", "MS4y", "MS4yLi0z", "OTk5OTk5OTk5OTk5OTk5OTk5LjEuMQ=="])
def test_a_foreign_cursor_is_refused(cursor: str) -> None:
    (heard,) = asked(Years(), cursor)
    assert isinstance(heard, RequestFailed)
    assert heard.code == "invalid_cursor"


def test_plays_of_another_version_are_said_to_be_unreadable() -> None:
    class Broken(Years):
        async def year_from(self, _: str, year: int) -> StoredYear | None:
            return StoredYear(2024, b"of another version", later=False)

    (heard,) = asked(Broken(), None)
    assert isinstance(heard, RequestFailed)
    assert (heard.code, heard.retryable) == ("history_unreadable", True)
