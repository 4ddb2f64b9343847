"""Pages of plays, answered by the aggregator."""

import msgspec

from chassis.rpc import NoReply
from contracts.messages.plays_page import PlaysAnswered
from contracts.messages.questions import AskPlays, PlaysQuestion
from contracts.topics import Topic
from gateway.domain.plays_view import PlayList, play_list_of
from gateway.handlers.asking import as_expected
from gateway.handlers.revisions import Revisions
from gateway.ports import Asks

_FIRST_WAIT_S = 5.0
_SECOND_WAIT_S = 10.0


class Plays:
    """Finds plays. A request without a reply is sent once more."""

    def __init__(self, asks: Asks, revisions: Revisions) -> None:
        self._asks = asks
        self._revisions = revisions

    async def page(self, asked: PlaysQuestion) -> PlayList:
        """One page of the newest revision, newest first. Raises NoReply, RequestRefused, Retryable."""
        question = msgspec.structs.replace(asked, revision=await self._revisions.of(asked.person_id))
        try:
            return await self._asked(question, _FIRST_WAIT_S)
        except NoReply:
            return await self._asked(question, _SECOND_WAIT_S)

    async def _asked(self, question: PlaysQuestion, timeout_s: float) -> PlayList:
        request = AskPlays(question=question)
        reply = await self._asks.ask(Topic.PLAYS_REQUESTS, question.person_id, request, timeout_s)
        return play_list_of(as_expected(reply, PlaysAnswered))
