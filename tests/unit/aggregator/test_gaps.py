"""Records that were never given to an agent do not hold up what is committed behind them: with Faust's own consumer."""

from types import SimpleNamespace
from typing import Any

import faust
import pytest
from faust.types import TP

from aggregator.streams.gaps import Gaps

PLAYS = TP("plays", 0)


class Delivered:
    """A record as Faust acknowledges it."""

    def __init__(self, offset: int) -> None:
        self.tp, self.topic, self.offset, self.acked = PLAYS, PLAYS.topic, offset, False


class Worker:
    """A Faust consumer that is connected to nothing, and what notices gaps for it."""

    def __init__(self, committed: int | None) -> None:
        app: Any = faust.App("gaps", broker="kafka://127.0.0.1:1")
        app.topics.acks_enabled_for = lambda _: True
        self.gaps = Gaps(app)
        self.consumer = app.consumer
        self.consumer._committed_offset[PLAYS] = committed

    async def given(self, *offsets: int, noticing: bool = True) -> None:
        """Records reach the agent, which is done with each at once."""
        for offset in offsets:
            if noticing:
                await self.gaps.pass_over(SimpleNamespace(topic=PLAYS.topic, partition=PLAYS.partition, offset=offset))
            self.consumer.ack(Delivered(offset))

    def to_commit(self) -> int | None:
        """The offset that Faust would commit now, which it then has."""
        offset: int | None = self.consumer._new_offset(PLAYS)
        if offset is not None:
            self.consumer._committed_offset[PLAYS] = offset
        return offset


async def test_faust_itself_commits_nothing_behind_a_hole() -> None:
    worker = Worker(committed=4)
    await worker.given(5, 9, 10, noticing=False)
    assert [worker.to_commit() for _ in range(2)] == [6, None]


@pytest.mark.parametrize(
    ("offsets", "committed"),
    [((5, 6, 7), 8), ((5, 9, 10), 11), ((5, 9, 10, 14), 15), ((5, 6, 5, 6, 7), 8), ((70, 71), 72)],
)
async def test_what_is_missing_between_two_records_is_passed_over(
    offsets: tuple[int, ...], committed: int | None
) -> None:
    worker = Worker(committed=4)
    await worker.given(*offsets)
    assert worker.to_commit() == committed


async def test_where_nothing_was_committed_the_first_record_is_the_first() -> None:
    worker = Worker(committed=None)
    await worker.given(70, 71)
    assert (worker.to_commit(), any(worker.consumer._gap.values())) == (72, False)


async def test_partitions_have_offsets_of_their_own() -> None:
    worker = Worker(committed=4)
    await worker.given(5)
    await worker.gaps.pass_over(SimpleNamespace(topic=PLAYS.topic, partition=1, offset=9))
    await worker.given(6)
    assert (worker.to_commit(), any(worker.consumer._gap.values())) == (7, False)
