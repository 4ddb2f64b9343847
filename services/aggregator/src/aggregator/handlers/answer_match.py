"""Answers what two people have in common."""

import asyncio
from concurrent.futures import Executor

from aggregator.domain.statistics.match import match
from aggregator.handlers.answering import answer_with, fitting
from aggregator.handlers.histories import Histories
from aggregator.ports import Reply
from contracts.messages.match import AskMatch, MatchAnswered, MatchQuestion


class AnswerMatch:
    """Consumes `ask-match`, emits `match-answered` or `request-failed` to the one who asked.

    Whether the other shares was decided by the one who asks. Running it twice is safe: it changes nothing, and the
    same revisions give the same answer.
    """

    def __init__(self, histories: Histories, executor: Executor) -> None:
        self._histories = histories
        self._executor = executor

    async def __call__(self, ask: AskMatch, reply: Reply) -> None:
        """Answer one question."""
        await answer_with(reply, lambda: self._match(ask.question))

    async def _match(self, question: MatchQuestion) -> MatchAnswered:
        history = await self._histories.get(question.person_id, question.revision)
        other = await self._histories.get(question.other_id, question.other_revision)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, lambda: fitting(match(history, other, question)))
