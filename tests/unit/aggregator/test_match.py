"""What two people have in common: the laws of the taste match, and every figure as the reference counts it."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.history.history import build_history
from aggregator.domain.statistics.match import match
from aggregator.domain.statistics.taste_match import taste_match
from aggregator.handlers.answer_match import AnswerMatch
from aggregator.handlers.histories import Histories
from contracts.messages import RequestFailed
from contracts.messages.match import AskMatch, MatchAnswered, MatchQuestion
from tests.harness.histories.strategies import Asked, plays, questions
from tests.harness.reference.compare import differences
from tests.harness.reference.counted import counted_plays
from tests.harness.reference.parts import match as reference
from tests.harness.reference.plays import Play
from tests.harness.reference.view import view_of
from tests.harness.segments import row, table
from tests.unit.aggregator.fakes import Caller, Segments
from tests.unit.aggregator.test_wrapped_against_reference import as_row

TIMES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12) | st.integers(0, 10**13))
HEARD = TIMES.filter(lambda times: sum(times.values()) > 0)


def question(**asked: Any) -> MatchQuestion:
    usual: dict[str, Any] = {
        "person_id": "p", "revision": 1, "other_id": "q", "other_revision": 2, "time_zone": "UTC", "first_day": None,
        "last_day": None, "limit": 50,
    }  # fmt: skip
    return MatchQuestion(**usual | asked)


@given(mine=TIMES, theirs=TIMES)
def test_it_is_symmetric_and_the_exact_fraction_rounded_half_up(mine: dict[str, int], theirs: dict[str, int]) -> None:
    assert taste_match(mine, theirs) == taste_match(theirs, mine) == reference.taste_match(mine, theirs)


@given(mine=HEARD, times=st.integers(1, 1_000))
def test_with_oneself_it_is_100_however_much_one_listens(mine: dict[str, int], times: int) -> None:
    assert taste_match(mine, {artist: ms * times for artist, ms in mine.items()}) == 100


@given(mine=HEARD, theirs=HEARD)
def test_without_anything_in_common_it_is_0(mine: dict[str, int], theirs: dict[str, int]) -> None:
    assert taste_match(mine, {artist.upper(): ms for artist, ms in theirs.items()}) == 0


@given(mine=TIMES, silent=st.dictionaries(st.sampled_from("abc"), st.just(0)))
def test_nothing_is_said_where_one_of_them_played_nothing(mine: dict[str, int], silent: dict[str, int]) -> None:
    assert taste_match(mine, silent) is None


@given(mine=HEARD, theirs=HEARD, data=st.data())
def test_the_order_of_the_artists_is_no_matter(
    mine: dict[str, int], theirs: dict[str, int], data: st.DataObject
) -> None:
    def shuffled(times: Mapping[str, int]) -> dict[str, int]:
        return dict(data.draw(st.permutations(list(times.items()))))

    assert taste_match(shuffled(mine), shuffled(theirs)) == taste_match(mine, theirs)


@pytest.mark.parametrize(("alike", "per_cent"), [("1/200", 1), ("1/201", 0), ("199/200", 100), ("198/200", 99)])
def test_halves_are_rounded_up(alike: str, per_cent: int) -> None:
    share = Fraction(alike)
    mine = {"a": share.numerator, "b": share.denominator - share.numerator}
    assert taste_match(mine, {"a": 1}) == per_cent


@given(one=plays(), other=plays(), asked=questions())
def test_the_same_as_the_reference(one: list[Play], other: list[Play], asked: Asked) -> None:
    first, last = (day.isoformat() if day else None for day in asked.window)
    histories = [build_history("p", number, [table(map(as_row, each))]) for number, each in ((1, one), (2, other))]
    asks = question(time_zone=asked.zone, first_day=first, last_day=last, limit=asked.limit)
    answer = match(histories[0], histories[1], asks)
    views = [view_of(counted_plays(each, private=False), asked.zone, *asked.window) for each in (one, other)]
    expected = reference.match(views[0], views[1], asked.limit)
    assert (answer.revision, answer.other_revision) == (1, 2)
    assert differences(expected, msgspec.to_builtins(answer)) == []


def handler() -> AnswerMatch:
    segments, executor = Segments(), ThreadPoolExecutor(1)
    segments.put("p", 1, [row("2024-05-01T12:00:00"), row("2024-05-02T12:00:00", artist="Secret", private=True)])
    segments.put("q", 2, [row("2024-05-03T12:00:00", 60_000)])
    return AnswerMatch(Histories(segments, executor, 10**9), executor)


async def test_running_it_twice_gives_the_same() -> None:
    answer, first, second = handler(), Caller(), Caller()
    for caller in (first, second):
        await answer(AskMatch(question=question()), caller)
    (heard,) = first.heard
    assert first.heard == second.heard
    assert isinstance(heard, MatchAnswered)
    assert (heard.per_cent, heard.artists, heard.tracks) == (100, 1, 1)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"limit": 501}, "invalid_limit"),
        ({"time_zone": "Mars/Olympus"}, "invalid_time_zone"),
        ({"other_revision": 3}, "unavailable"),
    ],
)
async def test_what_cannot_be_answered_is_refused(asked: dict[str, Any], code: str) -> None:
    caller = Caller()
    await handler()(AskMatch(question=question(**asked)), caller)
    (heard,) = caller.heard
    assert isinstance(heard, RequestFailed)
    assert heard.code == code
