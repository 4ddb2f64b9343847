"""The two cookies: the session, and the nonce that binds a sign-in to the browser that began it."""

from dataclasses import dataclass

from aiohttp import web

SESSION = "nachklang_session"
NONCE = "nachklang_nonce"

_SESSION_SECONDS = 90 * 24 * 3600
_NONCE_SECONDS = 600
_NONCE_PATH = "/auth"


def cookie(request: web.Request, name: str) -> str | None:
    """The value of a cookie that can be one of ours: ASCII, not empty."""
    value = request.cookies.get(name, "")
    return value if value and value.isascii() else None


@dataclass(frozen=True)
class Cookies:
    """Sets and clears them; `secure` wherever the page is not on loopback."""

    secure: bool

    def open_session(self, response: web.StreamResponse, secret: str) -> None:
        """From now on the browser is signed in."""
        self._set(response, SESSION, secret, "/", _SESSION_SECONDS)

    def close_session(self, response: web.StreamResponse) -> None:
        """The browser forgets the session."""
        response.del_cookie(SESSION, path="/", secure=self.secure, httponly=True, samesite="Lax")

    def bind(self, response: web.StreamResponse, nonce: str) -> None:
        """This browser began a sign-in."""
        self._set(response, NONCE, nonce, _NONCE_PATH, _NONCE_SECONDS)

    def _set(self, response: web.StreamResponse, name: str, value: str, path: str, seconds: int) -> None:
        response.set_cookie(name, value, max_age=seconds, path=path, secure=self.secure, httponly=True, samesite="Lax")
