"""The others of the instance who share their history: whom one may pick, what is common, where one stands."""

from typing import Annotated

import msgspec
from aiohttp import web

from gateway.domain.me_view import Picture
from gateway.domain.people_view import (
    CommonArtist,
    CommonTrack,
    Match,
    PeopleList,
    match_of,
    people_list_of,
)
from gateway.domain.problems import INVALID_REQUEST, INVALID_WINDOW, NO_ANSWER, NOT_FOUND, UNAVAILABLE, Refused
from gateway.domain.wrapped_view import Person
from gateway.handlers.matches import Compared, Matches
from gateway.handlers.people import People
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json
from gateway.http.routes.windows import FirstDay, LastDay, asked_window

_TAG = "people"

_GRACE = Person(
    id="0123456789abcdef0123456789abcdef", name="Grace", picture=Picture(url="https://i.scdn.co/image/ab67")
)
_MATCH = Match(
    from_="2025-01-01",
    to="2025-06-30",
    time_zone="Europe/Berlin",
    person=_GRACE,
    per_cent=37,
    artists=112,
    tracks=641,
    top_artists=[CommonArtist(rank=1, name="Portishead", ms_played=7_200_000, other_ms_played=5_400_000)],
    top_tracks=[
        CommonTrack(rank=1, title="Roads", artist="Portishead", ms_played=3_600_000, other_ms_played=1_800_000)
    ],
)


class MatchQuery(msgspec.Struct, frozen=True, kw_only=True):
    """With whom, and over which window; without dates, everything."""

    person: Annotated[str, msgspec.Meta(description="One of /api/v1/people", examples=[_GRACE.id])]
    from_: FirstDay | None = msgspec.field(default=None, name="from")
    to: LastDay | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=500, description="Length of the lists, up to 500")] = 50


class PeopleRoutes:
    """`/api/v1/people` and `/api/v1/match`."""

    def __init__(self, people: People, matches: Matches) -> None:
        self._people = people
        self._matches = matches

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/people",
                _TAG,
                "Whose histories I may pick",
                self.people,
                {200: Answer("By name, without me", PeopleList, example=PeopleList(items=(_GRACE,)))},
            ),
            Operation(
                "GET",
                "/api/v1/match",
                _TAG,
                "What I have in common with somebody",
                self.match,
                {200: Answer("The match", Match, example=_MATCH)},
                query=MatchQuery,
                problems=(INVALID_WINDOW, NOT_FOUND, UNAVAILABLE, NO_ANSWER),
            ),
        ]

    async def people(self, call: Call[None, None]) -> web.Response:
        """As of this moment."""
        return as_json(people_list_of(await self._people.all(call.profile.person_id)))

    async def match(self, call: Call[MatchQuery, None]) -> web.Response:
        """The right to look comes first; both sides show only what others may see of them."""
        query, viewer = call.query, call.profile
        if query.person == viewer.person_id:
            raise Refused(INVALID_REQUEST, "That is you. Pick somebody else of /api/v1/people.")
        other = await self._people.whose(viewer, query.person)
        first, last = asked_window(query.from_, query.to)
        answer = await self._matches.match(viewer, Compared(other.person_id, first, last, query.limit))
        return as_json(match_of(answer, other, viewer.time_zone, first, last))
