"""Public shares: making, listing and taking away."""

from typing import Annotated

import msgspec
from aiohttp import web

from contracts.messages.questions import By
from gateway.domain.ids import is_id
from gateway.domain.problems import INVALID_WINDOW, NO_ANSWER, NOT_FOUND, TOO_MANY_SHARES, UNAVAILABLE, Refused
from gateway.domain.shares_view import ShareList, ShareView
from gateway.domain.times import moment
from gateway.handlers.shares import Shares
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json
from gateway.http.routes.windows import FirstDay, LastDay, asked_window

_TAG = "shares"
_ABOUT = """\
The report over a window as it is now, with its first ten places, frozen: what comes later does not change it. It
holds no private session. Whoever has the address sees it, without signing in, until it is taken away.
"""
_EXAMPLE = ShareView(
    id="8d3b0c6f5a2e47918d3b0c6f5a2e4791",
    url="https://nachklang.example/s/8d3b0c6f5a2e47918d3b0c6f5a2e4791",
    created_at=moment(1_767_225_600_000),
    from_="2025-01-01",
    to="2025-12-31",
)


class ShareWish(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which report; without dates, everything."""

    from_: FirstDay | None = msgspec.field(default=None, name="from")
    to: LastDay | None = None
    by: Annotated[By, msgspec.Meta(description="Order of the lists: playing time or streams")] = "time"


class ShareRoutes:
    """`/api/v1/shares`."""

    def __init__(self, shares: Shares) -> None:
        self._shares = shares

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/shares",
                _TAG,
                "My public pages",
                self.shares,
                {200: Answer("Newest first", ShareList, example=ShareList(items=(_EXAMPLE,)))},
                problems=(UNAVAILABLE,),
            ),
            Operation(
                "POST",
                "/api/v1/shares",
                _TAG,
                "Make a public page of a report",
                self.create_share,
                {201: Answer("The page", ShareView, headers={"Location": "The page"}, example=_EXAMPLE)},
                description=_ABOUT,
                body=ShareWish,
                body_example={"from": "2025-01-01", "to": "2025-12-31"},
                problems=(INVALID_WINDOW, TOO_MANY_SHARES, UNAVAILABLE, NO_ANSWER),
            ),
            Operation(
                "DELETE",
                "/api/v1/shares/{id}",
                _TAG,
                "Take a public page away",
                self.revoke_share,
                {204: Answer("It is gone", media_type=None)},
                problems=(NOT_FOUND, UNAVAILABLE, NO_ANSWER),
            ),
        ]

    async def shares(self, call: Call[None, None]) -> web.Response:
        """The caller's own shares."""
        return as_json(await self._shares.of(call.profile.person_id))

    async def create_share(self, call: Call[None, ShareWish]) -> web.Response:
        """Freezes a report of the caller's own."""
        wish = call.body
        first, last = asked_window(wish.from_, wish.to)
        share = await self._shares.create(call.profile, first, last, wish.by)
        return as_json(share, 201, {"Location": share.url})

    async def revoke_share(self, call: Call[None, None]) -> web.Response:
        """Takes away a share of the caller's own."""
        share_id = call.path("id")
        if not (is_id(share_id) and await self._shares.revoke(call.profile.person_id, share_id)):
            raise Refused(NOT_FOUND, "You have no share with this id. Your shares are under /api/v1/shares.")
        return web.Response(status=204)
