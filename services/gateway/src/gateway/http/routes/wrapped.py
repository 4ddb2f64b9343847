"""The wrapped: the report over a window."""

from typing import Annotated

import msgspec
from aiohttp import web

from contracts.messages.questions import By
from gateway.domain.problems import INVALID_WINDOW, NO_ANSWER, NOT_FOUND, UNAVAILABLE
from gateway.domain.wrapped_view import WrappedView
from gateway.handlers.people import People
from gateway.handlers.wrapped_pages import Asked, WrappedPages
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import unless_known
from gateway.http.routes.windows import FirstDay, LastDay, asked_window

_TAG = "listening"
_PRIVATE = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
"""A browser keeps it and asks each time; no cache of several people does, and not for another of this browser's."""


class WrappedQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which report; without dates, everything."""

    from_: FirstDay | None = msgspec.field(default=None, name="from")
    to: LastDay | None = None
    by: Annotated[By, msgspec.Meta(description="Order of the lists: playing time or streams")] = "time"
    limit: Annotated[int, msgspec.Meta(ge=1, le=500, description="Length of the lists, up to 500")] = 50
    person: Annotated[str, msgspec.Meta(description="Whose, of /api/v1/people; without it, mine")] | None = None


class WrappedRoutes:
    """`/api/v1/wrapped`."""

    def __init__(self, pages: WrappedPages, people: People) -> None:
        self._pages = pages
        self._people = people

    def operations(self) -> list[Operation]:
        """The operation, declared."""
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
        ]

    async def wrapped(self, call: Call[WrappedQuery, None]) -> web.Response:
        """The right to look comes before anything that is kept. Days are those of whose history it is."""
        query = call.query
        whose = await self._people.whose(call.profile, query.person)
        first, last = asked_window(query.from_, query.to)
        page = await self._pages.page(whose, Asked(first, last, query.by, query.limit))
        response = web.Response(body=page.body, content_type="application/json", headers=_PRIVATE)
        return unless_known(call.request, response, page.etag)
