"""Histories in memory: loaded once, renewed when a later revision is asked for, and never more than there is room."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from aggregator.handlers.histories import OVERHEAD_BYTES, Histories
from chassis.errors import Retryable
from tests.harness.segments import row
from tests.unit.aggregator.asking import history_of
from tests.unit.aggregator.fakes import Segments

ROWS = [row("2023-12-31T23:00:00"), row("2024-01-01T12:00:00", title="Other")]
LARGE = 10**9


def histories(segments: Segments, room: int = LARGE) -> Histories:
    return Histories(segments, ThreadPoolExecutor(1), room)


async def test_all_years_in_their_order_and_loaded_once() -> None:
    segments = Segments()
    segments.put("p", 3, ROWS)
    kept = histories(segments)
    first, *others = await asyncio.gather(*(kept.get("p", revision) for revision in (1, 2, 3)))
    assert first.revision == 3
    assert first.plays["title"].to_list() == ["Treppenhaus", "Other"]
    assert all(other is first for other in others)
    assert segments.loads == 1


async def test_a_later_revision_is_loaded() -> None:
    segments = Segments()
    segments.put("p", 1, ROWS[:1])
    kept = histories(segments)
    await kept.get("p", 1)
    segments.put("p", 2, ROWS)
    assert (await kept.get("p", 1)).plays.height == 1
    assert (await kept.get("p", 2)).plays.height == 2


async def test_a_revision_that_is_not_there_yet_is_worth_another_try() -> None:
    segments = Segments()
    segments.put("p", 1, ROWS)
    with pytest.raises(Retryable):
        await histories(segments).get("p", 2)


async def test_no_lock_is_left_behind_by_a_load_that_failed() -> None:
    kept = histories(Segments())
    for number in range(10):
        with pytest.raises(Retryable):
            await kept.get(f"p{number}", 1)
    assert len(kept._loading) == 0  # what it keeps is the point


async def test_somebody_unknown_has_an_empty_history() -> None:
    history = await histories(Segments()).get("nobody", 0)
    assert (history.revision, history.plays.height) == (0, 0)


async def test_the_least_recently_asked_for_go_first() -> None:
    segments = Segments()
    for person_id in ("a", "b", "c"):
        segments.put(person_id, 1, ROWS)
    kept = histories(segments, room=2 * (history_of(*ROWS).size + OVERHEAD_BYTES))
    for person_id in ("a", "b", "a", "c"):
        await kept.get(person_id, 1)
    assert segments.loads == 3
    await kept.get("a", 1)
    assert segments.loads == 3
    await kept.get("b", 1)
    assert segments.loads == 4


async def test_what_is_larger_than_the_room_is_answered_from_and_not_kept() -> None:
    segments = Segments()
    segments.put("p", 1, ROWS)
    kept = histories(segments, room=0)
    assert (await kept.get("p", 1)).plays.height == 2
    assert (await kept.get("p", 1)).plays.height == 2
    assert segments.loads == 2
