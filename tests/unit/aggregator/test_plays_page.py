"""Pages of plays: newest first, nothing twice, nothing left out."""

from base64 import urlsafe_b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.history.history import History
from aggregator.domain.segment import ACCOUNT, EXTENDED, LIVE
from aggregator.domain.times.windows import InvalidQuestion
from contracts.messages.plays_page import Play
from contracts.messages.totals import Sums
from tests.harness.segments import ARTIST, TITLE, row, unix_ms
from tests.unit.aggregator.asking import history_of, page_of

NOON = unix_ms("2024-05-01T12:00:00")


def all_pages(history: History, limit: int, **asked: Any) -> list[Play]:
    page = page_of(history, limit=limit, **asked)
    plays = [*page.plays]
    while page.next_cursor is not None:
        assert len(page.plays) == limit
        page = page_of(history, limit=limit, cursor=page.next_cursor, **asked)
        plays += page.plays
    return plays


@given(st.lists(st.integers(0, 5), max_size=25), st.integers(1, 7))
def test_the_pages_together_are_all_plays_newest_first(moments: list[int], limit: int) -> None:
    history = history_of(*(row(NOON + moment, title=str(place)) for place, moment in enumerate(sorted(moments))))
    shown = [play.title for play in all_pages(history, limit)]
    assert shown == [str(place) for place in reversed(range(len(moments)))]


def test_a_play_as_a_person_sees_it() -> None:
    full = {
        "album": "Album",
        "spotify_id": "id",
        "platform": "android",
        "country": "DE",
        "reason_start": "trackdone",
        "reason_end": "fwdbtn",
        "shuffle": True,
        "skipped": False,
        "offline": None,
        "private": True,
    }
    (play,) = page_of(history_of(row(NOON, 61_000, **full))).plays
    assert play == Play(
        played_at=NOON,
        precision="second",
        kind="track",
        title=TITLE,
        artist=ARTIST,
        ms_played=61_000,
        double=False,
        estimate=False,
        **full,  # type: ignore[arg-type]  # each of its own type
    )


def test_doubles_and_estimates_are_shown_and_marked() -> None:
    rows = [
        row(NOON, source=EXTENDED),
        row(NOON + 1_000, source=EXTENDED),
        row(NOON + 300_000, source=ACCOUNT, title="Minute"),
        row(NOON + 600_000, source=LIVE, title="Estimate"),
    ]
    shown = [(play.title, play.double, play.estimate, play.precision) for play in page_of(history_of(*rows)).plays]
    assert shown == [
        ("Estimate", False, True, "second"),
        ("Minute", False, False, "minute"),
        (TITLE, True, False, "second"),
        (TITLE, False, False, "second"),
    ]


def test_the_sums_are_of_all_that_fit_but_doubles() -> None:
    history = history_of(row(NOON), row(NOON + 1_000), row(NOON + 600_000, 29_999), row(NOON + 900_000, title="Other"))
    page = page_of(history, track=TITLE, limit=1)
    assert page.sums == Sums(ms_played=229_999, streams=1, plays=2)
    assert page_of(history, track=TITLE, limit=1, cursor=page.next_cursor).sums == page.sums
    assert page_of(history, track="None of these").sums == Sums()


def test_a_cursor_goes_on_where_it_was_after_an_import() -> None:
    before = history_of(row(NOON, title="1"), row(NOON + 1_000, title="2"), row(NOON + 2_000, title="3"))
    cursor = page_of(before, limit=2).next_cursor
    after = history_of(
        row(NOON - 1_000, title="0"), row(NOON, title="1"), row(NOON + 1_000, title="2"), row(NOON + 9_000, title="9")
    )
    assert [play.title for play in page_of(after, cursor=cursor).plays] == ["1", "0"]


@pytest.mark.parametrize("cursor", ["", "x", "MTIz", "ä", "LS0uLS0=", urlsafe_b64encode(b"9" * 30 + b".0").decode()])
def test_a_cursor_that_is_none_of_ours(cursor: str) -> None:
    with pytest.raises(InvalidQuestion) as refused:
        page_of(history_of(row(NOON)), cursor=cursor)
    assert refused.value.code == "invalid_cursor"


def test_a_cursor_beyond_all_plays() -> None:
    cursor = urlsafe_b64encode(b"0." + b"9" * 30).decode()
    assert [play.played_at for play in page_of(history_of(row(NOON)), cursor=cursor).plays] == [NOON]


@pytest.mark.parametrize("limit", [0, 501])
def test_a_limit_out_of_bounds(limit: int) -> None:
    with pytest.raises(InvalidQuestion) as refused:
        page_of(history_of(row(NOON)), limit=limit)
    assert refused.value.code == "invalid_limit"
