"""Answering a question for plays."""

from concurrent.futures import ThreadPoolExecutor

from aggregator.handlers.answer_plays import AnswerPlays
from aggregator.handlers.histories import Histories
from contracts.messages import RequestFailed
from contracts.messages.plays_page import PlaysAnswered
from contracts.messages.questions import AskPlays
from tests.harness.segments import row
from tests.unit.aggregator.asking import history_of, page_of, plays_question
from tests.unit.aggregator.fakes import Caller, Segments

ROWS = [row("2024-05-01T12:00:00"), row("2024-05-02T12:00:00")]


def handler() -> AnswerPlays:
    segments, executor = Segments(), ThreadPoolExecutor(1)
    segments.put("p", 1, ROWS)
    return AnswerPlays(Histories(segments, executor, 10**9), executor)


async def test_running_it_twice_gives_the_same_page() -> None:
    answer, first, second = handler(), Caller(), Caller()
    for caller in (first, second):
        await answer(AskPlays(question=plays_question(limit=1)), caller)
    assert first.heard == second.heard == [page_of(history_of(*ROWS), limit=1)]


async def test_a_foreign_cursor_is_refused() -> None:
    caller = Caller()
    await handler()(AskPlays(question=plays_question(cursor="?")), caller)
    (heard,) = caller.heard
    assert isinstance(heard, RequestFailed)
    assert heard.code == "invalid_cursor"


async def test_past_its_deadline_a_question_is_left_alone() -> None:
    caller = Caller(late=True)
    await handler()(AskPlays(question=plays_question()), caller)
    assert caller.heard == []


async def test_names_that_no_reply_takes_are_refused_and_fewer_of_them_are_not() -> None:
    segments, executor = Segments(), ThreadPoolExecutor(1)
    segments.put("p", 1, [row(f"2024-05-0{day}T12:00:00", title=f"{day}" * 500_000) for day in (1, 2)])
    answer, callers = AnswerPlays(Histories(segments, executor, 10**9), executor), [Caller(), Caller()]
    for caller, limit in zip(callers, (2, 1), strict=True):
        await answer(AskPlays(question=plays_question(limit=limit)), caller)
    (refused,), (answered,) = (caller.heard for caller in callers)
    assert isinstance(refused, RequestFailed)
    assert (refused.code, refused.retryable) == ("answer_too_large", False)
    assert isinstance(answered, PlaysAnswered)
