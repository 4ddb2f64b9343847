"""States of an import: they only go forward, in whatever order and however often they are told."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from contracts.messages.uploads import ImportChanged, Live, LiveTotalsChanged, ReadUpload, Rows
from gateway.domain.imports import newest, received, with_live
from gateway.handlers.board import Board
from gateway.handlers.bus import Bus, upload_channel

REQUEST = ReadUpload(
    upload_id="a" * 32, person_id="b" * 32, created_at=1, filename=None, bytes=2, chunks=1, partition=0,
    first_offset=0, last_offset=0,
)  # fmt: skip
STATES = st.sampled_from(["reading", "aggregating", "done"])


def state(name: Any, read: int = 0) -> ImportChanged:
    return ImportChanged(
        upload_id=REQUEST.upload_id, person_id=REQUEST.person_id, state=name, error=None, created_at=1,
        finished_at=None, filename=None, bytes=2, rows=Rows(read=read), reasons={}, files=(), live=Live(),
    )  # fmt: skip


def totals(records: int, ms_played: int) -> LiveTotalsChanged:
    return LiveTotalsChanged(
        upload_id=REQUEST.upload_id,
        person_id=REQUEST.person_id,
        records=records,
        rows=1,
        ms_played=ms_played,
        streams=1,
    )


@given(st.lists(st.tuples(STATES, st.integers(0, 5)), min_size=1), st.randoms())
def test_any_order_and_any_repetition_end_in_the_same_state(told: list[tuple[str, int]], random: Any) -> None:
    first, second = Board(Bus()), Board(Bus())
    first.requested(REQUEST)
    for name, read in told:
        first.changed(state(name, read))
    again = [*told, *told]
    random.shuffle(again)
    for name, read in again:
        second.changed(state(name, read))
    second.requested(REQUEST)
    assert first.state(REQUEST.upload_id) == second.state(REQUEST.upload_id)


def test_the_store_may_be_ahead_and_may_know_nothing() -> None:
    assert newest(state("done"), received(REQUEST)) == state("done")
    assert newest(None, received(REQUEST)) == received(REQUEST)
    assert newest(received(REQUEST), None) == received(REQUEST)
    assert newest(None, None) is None


def test_live_totals_never_go_back() -> None:
    board = Board(Bus())
    board.counted(totals(2, 20))
    board.counted(totals(1, 10))
    assert board.live(state("reading")).ms_played == 20
    assert with_live(state("reading"), None) == Live()


async def test_watchers_hear_of_their_upload_and_of_no_other() -> None:
    bus = Bus()
    board = Board(bus)
    with bus.watch(upload_channel(REQUEST.upload_id)) as mine, bus.watch(upload_channel("c" * 32)) as other:
        board.requested(REQUEST)
        board.changed(state("reading"))
        assert [news.event for news in await mine.gather(1)] == ["import-changed"], "two at once are one"
        assert await other.gather(0) == []
        bus.close()
        assert mine.closed
    with bus.watch("later") as late:
        assert late.closed
