"""Answers with a whole history, page by page."""

import asyncio
from concurrent.futures import Executor

from aggregator.domain.durable import year_table
from aggregator.domain.pages.history_cursor import Place, cursor_of, place_of
from aggregator.domain.pages.history_page import HistoryPage, history_page
from aggregator.domain.times.windows import InvalidQuestion
from aggregator.handlers.answering import answer_with, fitting
from aggregator.ports import HistoryStore, Reply
from contracts.messages.history_pages import AskHistory, HistoryAnswered

FIRST_YEAR = 0


class AnswerHistory:
    """Consumes `ask-history`, emits `history-answered` or `request-failed` to the one who asked.

    From the durable plays, for segments do not have all of it. Running it twice is safe: it changes nothing. What an
    import adds before the cursor meanwhile is not in the pages that follow; nothing else is left out, or there twice.
    """

    def __init__(self, store: HistoryStore, executor: Executor) -> None:
        self._store = store
        self._executor = executor

    async def __call__(self, ask: AskHistory, reply: Reply) -> None:
        """Answer one question."""
        await answer_with(reply, lambda: self._answered(ask))

    async def _answered(self, ask: AskHistory) -> HistoryAnswered:
        behind = None if ask.cursor is None else place_of(ask.cursor)
        loop = asyncio.get_running_loop()
        stored = await self._store.year_from(ask.person_id, behind.year if behind else FIRST_YEAR)
        while stored is not None:
            page = await loop.run_in_executor(self._executor, _page, stored.body, behind)
            if page is not None:
                following = cursor_of(page.last) if page.more or stored.later else None
                return fitting(HistoryAnswered(year=stored.year, plays=page.plays, next_cursor=following))
            stored = await self._store.year_from(ask.person_id, stored.year + 1)
        # looked at last: who was erased between two pages must not be taken for somebody whose history ends here
        if await self._store.is_erased(ask.person_id):
            raise InvalidQuestion("unknown_person", "This account was deleted.")
        return HistoryAnswered(year=None, plays=None, next_cursor=None)


def _page(body: bytes, behind: Place | None) -> HistoryPage | None:
    return history_page(year_table.decode(body), behind)
