"""Answers questions for the plays themselves."""

import asyncio
from concurrent.futures import Executor

from aggregator.domain.pages.plays_page import plays_page
from aggregator.handlers.answering import answer_with, fitting
from aggregator.handlers.histories import Histories
from aggregator.ports import Reply
from contracts.messages.plays_page import PlaysAnswered
from contracts.messages.questions import AskPlays, PlaysQuestion


class AnswerPlays:
    """Consumes `ask-plays`, emits `plays-answered` or `request-failed` to the one who asked.

    Running it twice is safe: it changes nothing, and the same cursor of the same revision gives the same page.
    """

    def __init__(self, histories: Histories, executor: Executor) -> None:
        self._histories = histories
        self._executor = executor

    async def __call__(self, ask: AskPlays, reply: Reply) -> None:
        """Answer one question."""
        await answer_with(reply, lambda: self._page(ask.question))

    async def _page(self, question: PlaysQuestion) -> PlaysAnswered:
        history = await self._histories.get(question.person_id, question.revision)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, lambda: fitting(plays_page(history, question)))
