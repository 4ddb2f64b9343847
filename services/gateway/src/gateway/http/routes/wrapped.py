"""The wrapped, and the plays that it was counted from."""

import datetime
from typing import Annotated

import msgspec
from aiohttp import web

from contracts.messages.people import Profile
from contracts.messages.questions import By
from gateway.domain.plays_view import PlayList
from gateway.domain.problems import INVALID_WINDOW, NO_ANSWER, NOT_FOUND, UNAVAILABLE, Refused
from gateway.domain.wrapped_view import WrappedView
from gateway.handlers.plays import AskedPlays, Plays
from gateway.handlers.wrapped_pages import Asked, WrappedPages
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json
from gateway.http.routes.paging import Cursor, Limit

_TAG = "listening"
_First = Annotated[datetime.date, msgspec.Meta(description="First day, in the person's zone")]
_Last = Annotated[datetime.date, msgspec.Meta(description="Last day, included")]
_Exact = Annotated[str, msgspec.Meta(max_length=20_000)]
_PRIVATE = "private, no-cache"


class WrappedQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which report; without dates, everything."""

    from_: _First | None = msgspec.field(default=None, name="from")
    to: _Last | None = None
    by: Annotated[By, msgspec.Meta(description="Order of the lists: playing time or streams")] = "time"
    limit: Annotated[int, msgspec.Meta(ge=1, le=500, description="Length of the lists, up to 500")] = 50
    person: Annotated[str, msgspec.Meta(description="Whose; without it, mine")] | None = None


class PlaysQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which plays; names are exact."""

    from_: _First | None = msgspec.field(default=None, name="from")
    to: _Last | None = None
    track: Annotated[_Exact, msgspec.Meta(description="Only of this title")] | None = None
    artist: Annotated[_Exact, msgspec.Meta(description="Only of this artist, show or book")] | None = None
    cursor: Cursor | None = None
    limit: Limit = 100


class WrappedRoutes:
    """`/api/v1/wrapped` and `/api/v1/plays`."""

    def __init__(self, pages: WrappedPages, plays: Plays) -> None:
        self._pages = pages
        self._plays = plays

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/wrapped",
                _TAG,
                "The report over a window",
                self.wrapped,
                {
                    200: Answer(
                        "The report",
                        WrappedView,
                        headers={"ETag": "Changes with revision and media", "Cache-Control": "private"},
                    ),
                    304: Answer("Nothing changed since the ETag in `If-None-Match`", media_type=None),
                },
                query=WrappedQuery,
                problems=(INVALID_WINDOW, NOT_FOUND, UNAVAILABLE, NO_ANSWER),
            ),
            Operation(
                "GET",
                "/api/v1/plays",
                _TAG,
                "The plays themselves, newest first",
                self.plays,
                {200: Answer("One page", PlayList)},
                query=PlaysQuery,
                problems=(INVALID_WINDOW, UNAVAILABLE, NO_ANSWER),
            ),
        ]

    async def wrapped(self, call: Call[WrappedQuery, None]) -> web.Response:
        """The right to look comes before the cache; today everybody sees their own history only."""
        query = call.query
        _only_own(query.person, call.profile)
        first, last = _window(query.from_, query.to)
        page = await self._pages.page(call.profile, Asked(first, last, query.by, query.limit))
        headers = {"ETag": page.etag, "Cache-Control": _PRIVATE}
        if page.etag in call.request.headers.get("If-None-Match", ""):
            return web.Response(status=304, headers=headers)
        return web.Response(body=page.body, content_type="application/json", headers=headers)

    async def plays(self, call: Call[PlaysQuery, None]) -> web.Response:
        """One page of the caller's own plays."""
        query = call.query
        first, last = _window(query.from_, query.to)
        asked = AskedPlays(first, last, query.track, query.artist, query.cursor, query.limit)
        return as_json(await self._plays.page(call.profile, asked))


def _only_own(person: str | None, profile: Profile) -> None:
    if person is not None and person != profile.person_id:
        raise Refused(
            NOT_FOUND, "There is nobody with this id whose history you may see. Leave `person` out for yours."
        )


def _window(first: datetime.date | None, last: datetime.date | None) -> tuple[str | None, str | None]:
    if first is not None and last is not None and first > last:
        raise Refused(INVALID_WINDOW, "`from` lies after `to`. Swap them: both days are included.")
    return (first.isoformat() if first else None), (last.isoformat() if last else None)
