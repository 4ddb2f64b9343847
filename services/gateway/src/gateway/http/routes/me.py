"""The person signed in, and their personal access tokens."""

from typing import Annotated

import msgspec
from aiohttp import web

from gateway.domain.csrf import csrf_token
from gateway.domain.ids import is_id
from gateway.domain.me_view import Me, NewToken, PersonalToken, Picture, SpotifyConnection, TokenList, me_of, token_of
from gateway.domain.problems import INVALID_REQUEST, NOT_FOUND, Refused
from gateway.domain.times import moment
from gateway.handlers.account import Account
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json

_TAG = "me"
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=100, pattern=r"\S")]


class MeChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to change; what is left out stays."""

    time_zone: Annotated[str, msgspec.Meta(max_length=64, examples=["Europe/Berlin"])] | None = None
    locale: Annotated[str, msgspec.Meta(max_length=35, examples=["de"])] | None = None
    sharing: bool | None = None


class TokenWish(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The name by which the person will know the token."""

    name: _Name


_ID = "0123456789abcdef0123456789abcdef"
_ME = Me(
    id=_ID,
    name="Ada",
    login=None,
    admin=False,
    picture=Picture(url="https://i.scdn.co/image/ab67"),
    time_zone="Europe/Berlin",
    zone_told=True,
    locale="de",
    sharing=True,
    spotify=SpotifyConnection(connected=True, until=moment(1_779_000_000_000), reconnect=False),
    csrf_token="5f0c" * 16,
)
_TOKEN = PersonalToken(id=_ID, name="my script", created_at=moment(1_764_000_000_000), last_used_at=None)
_NEW_TOKEN = NewToken(id=_ID, name="my script", token="nk_dR4…")  # noqa: S106  # made up


class MeRoutes:
    """`/api/v1/me` and `/api/v1/tokens`."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        return [
            Operation(
                "GET", "/api/v1/me", _TAG, "Who is signed in", self.me, {200: Answer("The person", Me, example=_ME)}
            ),
            Operation(
                "PATCH",
                "/api/v1/me",
                _TAG,
                "Change time zone, locale or sharing",
                self.change_me,
                {200: Answer("The person as they stand now", Me, example=_ME)},
                body=MeChange,
                body_example=MeChange(time_zone="Europe/Berlin", sharing=True),
            ),
            Operation(
                "GET",
                "/api/v1/tokens",
                _TAG,
                "My tokens",
                self.tokens,
                {200: Answer("Without secrets", TokenList, example=TokenList(items=(_TOKEN,)))},
            ),
            Operation(
                "POST",
                "/api/v1/tokens",
                _TAG,
                "Make a personal access token",
                self.create_token,
                {
                    201: Answer(
                        "The token, shown this once",
                        NewToken,
                        headers={"Location": "Its address"},
                        example=_NEW_TOKEN,
                    )
                },
                body=TokenWish,
                body_example=TokenWish(name="my script"),
            ),
            Operation(
                "DELETE",
                "/api/v1/tokens/{id}",
                _TAG,
                "Revoke a token",
                self.revoke_token,
                {204: Answer("The token is gone", media_type=None)},
                problems=(NOT_FOUND,),
            ),
        ]

    async def me(self, call: Call[None, None]) -> web.Response:
        """The profile that the guard has just checked."""
        return as_json(me_of(call.profile, csrf_token(call.caller.secret)))

    async def change_me(self, call: Call[None, MeChange]) -> web.Response:
        """Changes what is given."""
        change = call.body
        if change == MeChange():
            raise Refused(INVALID_REQUEST, "Nothing to change: send time_zone, locale or sharing.")
        profile = await self._account.change(call.profile.person_id, change.time_zone, change.locale, change.sharing)
        return as_json(me_of(profile, csrf_token(call.caller.secret)))

    async def tokens(self, call: Call[None, None]) -> web.Response:
        """The person's tokens."""
        tokens = await self._account.tokens(call.profile.person_id)
        return as_json(TokenList(items=tuple(token_of(token) for token in tokens)))

    async def create_token(self, call: Call[None, TokenWish]) -> web.Response:
        """A new token."""
        token = await self._account.create_token(call.profile.person_id, call.body.name.strip())
        return as_json(token, 201, {"Location": f"/api/v1/tokens/{token.id}"})

    async def revoke_token(self, call: Call[None, None]) -> web.Response:
        """Revokes one token of the person's own."""
        token_id = call.path("id")
        if not (is_id(token_id) and await self._account.revoke_token(call.profile.person_id, token_id)):
            raise Refused(NOT_FOUND, "You have no token with this id. Your tokens are under /api/v1/tokens.")
        return web.Response(status=204)
