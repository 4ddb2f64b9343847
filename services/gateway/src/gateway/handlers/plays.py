"""Pages of plays, answered by the aggregator."""

import msgspec

from contracts.messages.plays_page import PlaysAnswered
from contracts.messages.questions import AskPlays, PlaysQuestion
from contracts.topics import Topic
from gateway.domain.plays_view import PlayList, play_list_of
from gateway.handlers.asking import ask_twice
from gateway.handlers.revisions import Revisions
from gateway.ports import Asks


class Plays:
    """Finds plays. A request without a reply is sent once more."""

    def __init__(self, asks: Asks, revisions: Revisions) -> None:
        self._asks = asks
        self._revisions = revisions

    async def page(self, asked: PlaysQuestion) -> PlayList:
        """One page of the newest revision, newest first. Raises NoReply, RequestRefused, Retryable."""
        question = msgspec.structs.replace(asked, revision=await self._revisions.of(asked.person_id))
        request = AskPlays(question=question)
        return play_list_of(await ask_twice(self._asks, Topic.PLAYS_REQUESTS, asked.person_id, request, PlaysAnswered))
