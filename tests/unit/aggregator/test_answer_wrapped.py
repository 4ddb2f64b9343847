"""Answering a wrapped question: stored, then sent; once for all who ask the same; and always some reply."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec
import pytest

from aggregator.handlers.answer_wrapped import AnswerWrapped
from aggregator.handlers.histories import Histories
from aggregator.ports import StoredHistory
from contracts.keys import question_key
from contracts.messages import RequestFailed
from contracts.messages.questions import AskWrapped
from contracts.messages.wrapped import Wrapped, WrappedAnswered
from tests.harness.segments import row
from tests.unit.aggregator.asking import wrapped_of, wrapped_question
from tests.unit.aggregator.fakes import Answers, Caller, Segments

NOW, LIFETIME = 1_000, 60_000
ROWS = [row("2024-05-01T12:00:00"), row("2024-05-02T12:00:00")]


class Room:
    """The handler with everything around it."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.segments, self.answers = Segments(), Answers(self.log)
        self.segments.put("p", 1, ROWS)
        executor = ThreadPoolExecutor(1)
        self.handler = AnswerWrapped(
            Histories(self.segments, executor, 10**9), self.answers, executor, lambda: NOW, LIFETIME
        )

    async def ask(self, **asked: Any) -> Caller:
        caller = Caller(self.log)
        await self.handler(AskWrapped(question=wrapped_question(**asked)), caller)
        return caller


async def test_stored_under_its_key_and_then_sent() -> None:
    room = Room()
    caller = await room.ask()
    key, expected = question_key(wrapped_question()), wrapped_of(*ROWS)
    assert caller.heard == [WrappedAnswered(question_key=key, answer=expected)]
    person_id, revision, body, expires_at = room.answers.stored[key]
    assert (person_id, revision, expires_at) == ("p", 1, NOW + LIFETIME)
    assert msgspec.json.decode(body, type=Wrapped) == expected
    assert room.log == ["stored", "replied"]


async def test_running_it_twice_gives_the_same() -> None:
    room = Room()
    first = await room.ask()
    stored = dict(room.answers.stored)
    second = await room.ask()
    assert second.heard == first.heard
    assert room.answers.stored == stored


async def test_the_same_question_at_the_same_time_is_answered_once_and_to_all() -> None:
    room = Room()
    callers = await asyncio.gather(*(room.ask() for _ in range(5)), room.ask(limit=1))
    assert all(len(caller.heard) == 1 for caller in callers)
    assert room.log.count("stored") == 2
    assert room.segments.loads == 1


async def test_one_who_goes_away_takes_the_answer_from_nobody() -> None:
    room = Room()
    leaving, staying = asyncio.create_task(room.ask()), asyncio.create_task(room.ask())
    await asyncio.sleep(0)
    leaving.cancel()
    assert isinstance((await staying).heard[0], WrappedAnswered)


async def test_past_its_deadline_a_question_is_left_alone() -> None:
    room = Room()
    caller = Caller(room.log, late=True)
    await room.handler(AskWrapped(question=wrapped_question()), caller)
    assert (caller.heard, room.log, room.segments.loads) == ([], [], 0)


async def test_a_fault_of_the_world_is_tried_again() -> None:
    room = Room()
    room.segments.failures = 2
    assert isinstance((await room.ask()).heard[0], WrappedAnswered)


@pytest.mark.parametrize(
    ("asked", "code", "retryable"),
    [
        ({"time_zone": "Mars/Olympus"}, "invalid_time_zone", False),
        ({"first_day": "yesterday"}, "invalid_window", False),
        ({"limit": 0}, "invalid_limit", False),
        ({"revision": 2}, "unavailable", True),
    ],
)
async def test_what_cannot_be_answered_is_refused(asked: dict[str, Any], code: str, retryable: bool) -> None:
    (heard,) = (await Room().ask(**asked)).heard
    assert isinstance(heard, RequestFailed)
    assert (heard.code, heard.retryable) == (code, retryable)
    assert heard.detail


async def test_segments_of_another_version_are_said_to_need_a_rebuild() -> None:
    room = Room()
    room.segments.people["p"] = StoredHistory(1, [b"of another version"])
    (heard,) = (await room.ask()).heard
    assert isinstance(heard, RequestFailed)
    assert (heard.code, heard.retryable) == ("history_unreadable", True)


async def test_an_answer_too_large_for_a_record_is_only_stored() -> None:
    room = Room()
    room.segments.put("p", 1, [row(f"2024-05-01T12:00:{n:02}", title=f"{n}" + "x" * 20_000) for n in range(40)])
    (heard,) = (await room.ask()).heard
    assert isinstance(heard, WrappedAnswered)
    assert heard.answer is None
    assert len(room.answers.stored[heard.question_key][2]) > 512 * 1024
