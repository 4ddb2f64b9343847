"""What two people have in common, compared by the aggregator."""

import asyncio
from typing import NamedTuple

from contracts.messages.match import AskMatch, MatchAnswered, MatchQuestion
from contracts.messages.people import Profile
from contracts.topics import Topic
from gateway.handlers.asking import ask_twice
from gateway.handlers.revisions import Revisions
from gateway.ports import Asks


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
        request = AskMatch(question=question)
        return await ask_twice(self._asks, Topic.PLAYS_REQUESTS, viewer.person_id, request, MatchAnswered)
