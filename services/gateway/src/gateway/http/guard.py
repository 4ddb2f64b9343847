"""Who is asking? A bearer token where one is sent, else the session cookie, with its CSRF token for changes."""

from aiohttp import web

from chassis.errors import Retryable
from chassis.rpc import NoReply
from gateway.domain.csrf import csrf_matches
from gateway.domain.problems import CSRF, NOT_SIGNED_IN, Refused
from gateway.handlers.account import TOKEN_PREFIX
from gateway.handlers.identity import Identity
from gateway.http.cookies import Cookies
from gateway.http.operation import Caller

_HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="nachklang"'}
CSRF_HEADER = "X-CSRF-Token"


class Guard:
    """Admits callers of operations that need a person."""

    def __init__(self, identity: Identity, cookies: Cookies) -> None:
        self._identity = identity
        self._cookies = cookies

    async def admit(self, request: web.Request) -> Caller:
        """Who asks. Raises Refused. Where `Authorization` is sent it alone counts, whatever the cookie says."""
        authorization = request.headers.get("Authorization")
        if authorization is not None:
            return await self._by_token(authorization)
        caller = await self.by_session(request)
        if request.method not in _HARMLESS:
            require_csrf(request, caller.secret)
        return caller

    async def by_session(self, request: web.Request) -> Caller:
        """Who is signed in with this browser; tokens don't count. Raises Refused."""
        secret = self._cookies.session(request)
        profile = await self._identity.whose("session", secret) if secret else None
        if secret is None or profile is None:
            raise Refused(NOT_SIGNED_IN, "Sign in at /auth/login, or send a personal access token.", _CHALLENGE)
        return Caller(profile, "session", secret)

    async def still(self, caller: Caller) -> bool:
        """Whether the caller would be admitted again. While nobody can say, they stay."""
        try:
            return await self._identity.whose(caller.kind, caller.secret) is not None
        except (NoReply, Retryable):
            return True

    async def _by_token(self, authorization: str) -> Caller:
        scheme, _, secret = authorization.partition(" ")
        if scheme.lower() == "bearer" and secret.startswith(TOKEN_PREFIX) and secret.isascii():
            profile = await self._identity.whose("token", secret)
            if profile is not None:
                return Caller(profile, "token", secret)
        raise Refused(
            NOT_SIGNED_IN, "This token is unknown or revoked. Make a new one in the settings of the page.", _CHALLENGE
        )


def require_csrf(request: web.Request, secret: str) -> None:
    """Raise Refused unless the request proves that it comes from our own page."""
    if not csrf_matches(secret, request.headers.get(CSRF_HEADER, "")):
        raise Refused(CSRF, f"Send the `csrf_token` of /api/v1/me in the header {CSRF_HEADER}.")
