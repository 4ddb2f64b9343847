"""Signing in and out."""

from typing import Annotated, Any

import msgspec
from aiohttp import web

from gateway.domain.problems import (
    CSRF,
    FORBIDDEN,
    INVALID_REQUEST,
    NOT_SIGNED_IN,
    SIGN_IN_REFUSED,
    UNAVAILABLE,
    Refused,
)
from gateway.handlers.opening import new_secret
from gateway.handlers.sign_in import SignIn
from gateway.http.browsers import Browsers
from gateway.http.cookies import Cookies
from gateway.http.guard import Guard, require_csrf
from gateway.http.operation import Answer, Call, Operation
from gateway.http.origin import refuse_other_sites

_TAG = "signing in"
_SHORTEST_NONCE = 40


_NEXT = msgspec.Meta(description="Where to go afterwards: a path of this site, else `/`", examples=["/imports/"])
_CONNECT = msgspec.Meta(description="`true`: connect Spotify to the account that is signed in with this browser")


class LoginQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Where to go after signing in, and whether that is for an account that is there already."""

    next: Annotated[str, _NEXT] | None = None
    connect: Annotated[bool, _CONNECT] = False


class CallbackQuery(msgspec.Struct, frozen=True, kw_only=True):
    """What Spotify sends back."""

    state: str | None = None
    code: str | None = None
    error: str | None = None


class SignInRoutes:
    """`/auth`."""

    def __init__(self, sign_in: SignIn, cookies: Cookies, browsers: Browsers, guard: Guard) -> None:
        self._sign_in = sign_in
        self._cookies = cookies
        self._browsers = browsers
        self._guard = guard

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        return [
            Operation(
                "GET",
                "/auth/login",
                _TAG,
                "Sign in with Spotify",
                self.login,
                {302: Answer("To Spotify's authorize page", media_type=None, headers={"Location": "The page"})},
                for_person=False,
                query=LoginQuery,
                problems=(NOT_SIGNED_IN, FORBIDDEN, SIGN_IN_REFUSED, UNAVAILABLE),
                errors_as_page=True,
            ),
            Operation(
                "GET",
                "/auth/callback",
                _TAG,
                "Come back from Spotify",
                self.callback,
                {302: Answer("Signed in; the session cookie is set", media_type=None, headers={"Location": "`next`"})},
                for_person=False,
                query=CallbackQuery,
                problems=(SIGN_IN_REFUSED, UNAVAILABLE),
                errors_as_page=True,
            ),
            Operation(
                "POST",
                "/auth/logout",
                _TAG,
                "End the session, on the server too",
                self.logout,
                {204: Answer("The session is gone", media_type=None)},
                for_person=False,
                problems=(INVALID_REQUEST, CSRF, UNAVAILABLE),
                description="Needs the session cookie and `X-CSRF-Token`; without a cookie there is nothing to end.",
            ),
        ]

    async def login(self, call: Call[LoginQuery, None]) -> web.Response:
        """Two tabs may sign in at once, so a nonce that the browser has already is kept.

        What changes an account that is there begins on our own page only.
        """
        if call.query.connect:
            refuse_other_sites(call.request)
        connect = (await self._guard.by_session(call.request)).profile.person_id if call.query.connect else None
        held = self._cookies.nonce(call.request) or ""
        nonce = held if len(held) >= _SHORTEST_NONCE else new_secret()
        response = _to(await self._sign_in.begin(nonce, call.query.next, connect))
        self._cookies.bind(response, nonce)
        return response

    async def callback(self, call: Call[CallbackQuery, None]) -> web.Response:
        """Without the cookie of the browser that began, nobody is signed in (login CSRF)."""
        nonce = self._cookies.nonce(call.request)
        if nonce is None:
            raise Refused(
                SIGN_IN_REFUSED,
                "This sign-in was not begun in this browser, or longer than ten minutes ago. Begin anew.",
            )
        query = call.query
        browser = self._browsers.of(call.request)
        opened = await self._sign_in.complete(nonce, query.state, query.code, query.error, browser)
        response = _to(opened.next)
        self._cookies.open_session(response, opened.secret)
        return response

    async def logout(self, call: Call[Any, None]) -> web.Response:
        """The auth service ends the session before the browser forgets it."""
        request = call.request
        if "Authorization" in request.headers:
            raise Refused(INVALID_REQUEST, "A token has no session to end. Revoke it under /api/v1/tokens.")
        response = web.Response(status=204)
        secret = self._cookies.session(request)
        if secret:
            require_csrf(request, secret)
            await self._sign_in.end(secret)
            self._cookies.close_session(response)
        return response


def _to(address: str) -> web.Response:
    return web.Response(status=302, headers={"Location": address, "Cache-Control": "no-store"})
