"""Answers wrapped questions."""

import asyncio
from concurrent.futures import Executor

import msgspec

from aggregator.domain.history.history import History
from aggregator.domain.statistics.wrapped import wrapped
from aggregator.handlers.answering import answer_with
from aggregator.handlers.histories import Histories
from aggregator.ports import AnswerStore, Reply
from chassis.clock import Clock
from contracts.keys import question_key
from contracts.messages.questions import AskWrapped, WrappedQuestion
from contracts.messages.wrapped import Wrapped, WrappedAnswered

MAX_REPLY_BYTES = 512 * 1024
"""A larger answer is read from the store: the reply says only that it is there."""


class AnswerWrapped:
    """Consumes `ask-wrapped`, emits `wrapped-answered` or `request-failed` to the one who asked.

    The answer is stored before the reply, so a lost reply costs the gateway one look into the store. Running it twice
    is safe: the same question of the same revision has the same answer, stored under the same key. Identical
    questions under way at the same time are computed once.
    """

    def __init__(
        self, histories: Histories, answers: AnswerStore, executor: Executor, clock: Clock, lifetime_ms: int
    ) -> None:
        self._histories = histories
        self._answers = answers
        self._executor = executor
        self._clock = clock
        self._lifetime_ms = lifetime_ms
        self._under_way: dict[str, asyncio.Task[WrappedAnswered]] = {}

    async def __call__(self, ask: AskWrapped, reply: Reply) -> None:
        """Answer one question."""
        await answer_with(reply, lambda: self._shared(ask.question))

    async def _shared(self, question: WrappedQuestion) -> WrappedAnswered:
        key = question_key(question)
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.create_task(self._answered(key, question))
            self._under_way[key] = task
            task.add_done_callback(lambda _: self._under_way.pop(key))
        return await asyncio.shield(task)  # one who stops waiting leaves it to the others

    async def _answered(self, key: str, question: WrappedQuestion) -> WrappedAnswered:
        history = await self._histories.get(question.person_id, question.revision)
        loop = asyncio.get_running_loop()
        answer, body = await loop.run_in_executor(self._executor, _computed, history, question)
        expires_at = self._clock() + self._lifetime_ms
        await self._answers.put(key, question.person_id, answer.revision, body, expires_at)
        self._histories.refuse_erased(question.person_id)  # who may have left while it was computed
        return WrappedAnswered(question_key=key, answer=answer if len(body) <= MAX_REPLY_BYTES else None)


def _computed(history: History, question: WrappedQuestion) -> tuple[Wrapped, bytes]:
    answer = wrapped(history, question)
    return answer, msgspec.json.encode(answer)
