"""The two cookies: the session, and the nonce that binds a sign-in to the browser that began it."""

from dataclasses import dataclass

from aiohttp import web

SESSION = "nachklang_session"
NONCE = "nachklang_nonce"

_HOST_ONLY = "__Host-"
"""Names that begin so are taken by browsers only with Secure, without Domain and for the whole site: then no other
host of the domain can have set them."""
_PATH = "/"
_KEPT = '"cache"'
"""Reports are in the browser's cache (routes/wrapped.py): whoever uses it next must not find them on its disk."""
_SESSION_SECONDS = 90 * 24 * 3600
_NONCE_SECONDS = 600


@dataclass(frozen=True)
class Cookies:
    """Reads, sets and clears them; `secure` wherever the page is not on loopback."""

    secure: bool

    @property
    def session_name(self) -> str:
        """The name of the session's cookie."""
        return self._name(SESSION)

    def session(self, request: web.Request) -> str | None:
        """The secret of the session that this browser has, whether it still holds or not."""
        return self._held(request, SESSION)

    def nonce(self, request: web.Request) -> str | None:
        """The secret of a sign-in that this browser began."""
        return self._held(request, NONCE)

    def open_session(self, response: web.StreamResponse, secret: str) -> None:
        """From now on the browser is signed in."""
        self._set(response, SESSION, secret, _SESSION_SECONDS)

    def close_session(self, response: web.StreamResponse) -> None:
        """The browser forgets the session, and the reports that it kept while it lasted."""
        self._forget(response, SESSION)
        response.headers["Clear-Site-Data"] = _KEPT

    def bind(self, response: web.StreamResponse, nonce: str) -> None:
        """This browser began a sign-in."""
        self._set(response, NONCE, nonce, _NONCE_SECONDS)

    def _held(self, request: web.Request, name: str) -> str | None:
        """The value of a cookie that can be one of ours: ASCII, not empty."""
        value = request.cookies.get(self._name(name), "")
        return value if value and value.isascii() else None

    def _set(self, response: web.StreamResponse, name: str, value: str, seconds: int) -> None:
        response.set_cookie(
            self._name(name), value, max_age=seconds, path=_PATH, secure=self.secure, httponly=True, samesite="Lax"
        )

    def _forget(self, response: web.StreamResponse, name: str) -> None:
        response.del_cookie(self._name(name), path=_PATH, secure=self.secure, httponly=True, samesite="Lax")

    def _name(self, name: str) -> str:
        return _HOST_ONLY + name if self.secure else name
