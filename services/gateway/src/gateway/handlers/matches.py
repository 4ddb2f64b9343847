"""What two people have in common, compared by the aggregator."""

import asyncio
from typing import NamedTuple

from chassis.rpc import NoReply
from contracts.messages.match import AskMatch, MatchAnswered, MatchQuestion
from contracts.messages.people import Profile
from contracts.topics import Topic
from gateway.handlers.asking import as_expected
from gateway.handlers.revisions import Revisions
from gateway.ports import Asks

_FIRST_WAIT_S = 5.0
_SECOND_WAIT_S = 10.0


class Compared(NamedTuple):
    """What to compare; a missing date leaves that side open."""

    other_id: str
    first_day: str | None
    last_day: str | None
    limit: int


class Matches:
    """Compares histories. A request without a reply is sent once more."""

    def __init__(self, asks: Asks, revisions: Revisions) -> None:
        self._asks = asks
        self._revisions = revisions

    async def match(self, viewer: Profile, compared: Compared) -> MatchAnswered:
        """Of the newest revisions, in the days of who asks. Raises NoReply, RequestRefused, Retryable."""
        revision, other_revision = await asyncio.gather(
            self._revisions.of(viewer.person_id), self._revisions.of(compared.other_id)
        )
        question = MatchQuestion(
            person_id=viewer.person_id,
            revision=revision,
            other_revision=other_revision,
            time_zone=viewer.time_zone,
            **compared._asdict(),
        )
        try:
            return await self._asked(question, _FIRST_WAIT_S)
        except NoReply:
            return await self._asked(question, _SECOND_WAIT_S)

    async def _asked(self, question: MatchQuestion, timeout_s: float) -> MatchAnswered:
        request = AskMatch(question=question)
        reply = await self._asks.ask(Topic.PLAYS_REQUESTS, question.person_id, request, timeout_s)
        return as_expected(reply, MatchAnswered)
