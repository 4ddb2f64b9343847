"""The live feed of the person signed in."""

from aiohttp import web

from gateway.domain.feed_view import Feed, FeedGap
from gateway.domain.problems import UNAVAILABLE
from gateway.domain.times import moment
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json
from gateway.ports import PeopleStore

_GAP = FeedGap(from_=moment(1_763_900_000_000), to=moment(1_763_910_000_000))
_EXAMPLE = Feed(state="active", last_read_at=moment(1_764_000_000_000), resumes_at=None, gaps=(_GAP,))


class FeedRoutes:
    """`/api/v1/feed`."""

    def __init__(self, store: PeopleStore) -> None:
        self._store = store

    def operations(self) -> list[Operation]:
        """The operation, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/feed",
                "listening",
                "How my live feed stands, and what it may have missed",
                self.feed,
                {200: Answer("The feed", Feed, example=_EXAMPLE)},
                problems=(UNAVAILABLE,),
            )
        ]

    async def feed(self, call: Call[None, None]) -> web.Response:
        """As the store has it."""
        return as_json(await self._store.feed(call.profile.person_id))
