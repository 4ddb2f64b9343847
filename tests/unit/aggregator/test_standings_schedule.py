"""When standings are computed anew: soon after somebody left, else in turn, and only if anything is new."""

import pytest
from pyspark.errors import PySparkException

from aggregator.domain.standings_state import StandingsState
from aggregator.jobs.standings_schedule import StandingsSchedule

EVERY, BEGAN = 1_000, 5_000


def state(leavings: int = 3, digest: str = "a") -> StandingsState:
    return StandingsState(BEGAN, seen_leavings=3, seen_digest="a", leavings=leavings, digest=digest)


@pytest.mark.parametrize(
    ("now_knows", "after_ms", "due"),
    [
        (state(), 10 * EVERY, False),
        (state(digest="b"), EVERY - 1, False),
        (state(digest="b"), EVERY, True),
        (state(leavings=4), 0, True),
        (StandingsState(0, 0, "", 0, ""), BEGAN, False),
        (StandingsState(0, 0, "", 0, "a"), BEGAN, True),
    ],
)
def test_due(now_knows: StandingsState, after_ms: int, due: bool) -> None:
    assert now_knows.due(BEGAN + after_ms, EVERY) is due


class Room:
    """The schedule around a job that does as it is told."""

    def __init__(self) -> None:
        self.now, self.runs, self.failures = BEGAN, 0, 0
        self.known = state(digest="b")
        self.schedule = StandingsSchedule(self.job, self.state, lambda: self.now, EVERY)

    async def job(self) -> None:
        if self.failures:
            self.failures -= 1
            raise PySparkException("a history that cannot be read")
        self.runs += 1
        self.known = StandingsState(
            self.now, self.known.leavings, self.known.digest, self.known.leavings, self.known.digest
        )

    async def state(self) -> StandingsState:
        return self.known

    async def look_after(self, ms: int) -> bool:
        self.now += ms
        return await self.schedule.look()


async def test_a_look_runs_the_job_once_when_it_is_due() -> None:
    room = Room()
    assert [await room.look_after(ms) for ms in (EVERY - 1, 1, 0, EVERY)] == [False, True, False, False]
    room.known = state(leavings=4)
    assert [await room.look_after(0) for _ in range(2)] == [True, False]
    assert room.runs == 2


async def test_a_job_that_fails_is_tried_again_in_its_turn() -> None:
    room = Room()
    room.failures, room.known = 1, state(leavings=4)
    assert [await room.look_after(ms) for ms in (0, 0, EVERY - 1, 1, 0)] == [False, False, False, True, False]


async def test_a_fault_that_is_none_of_sparks_ends_the_process() -> None:
    async def job() -> None:
        raise ZeroDivisionError

    room = Room()
    with pytest.raises(ZeroDivisionError):
        await StandingsSchedule(job, room.state, lambda: BEGAN + EVERY, EVERY).look()
