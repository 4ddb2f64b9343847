"""Errors as Spotify words them: JSON mostly, plain text where Spotify answers so (spotify.md 6)."""

from aiohttp import web

NOT_REGISTERED = "User not registered in the Developer Dashboard"
OWNER_NOT_PREMIUM = (
    "Active premium subscription required for the owner of the app. When the subscription status changes, "
    "it can take a few hours before requests are allowed again."
)


class ApiError(Exception):
    """An error of the Web API; raised by handlers, answered by the guard. `plain`: as text instead of JSON."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        reason: str | None = None,
        headers: dict[str, str] | None = None,
        plain: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.reason = reason
        self.headers = headers or {}
        self.plain = plain

    def response(self) -> web.Response:
        """The answer that says so."""
        if self.plain:
            return web.Response(status=self.status, text=self.message, headers=self.headers)
        error: dict[str, object] = {"status": self.status, "message": self.message}
        if self.reason:
            error["reason"] = self.reason
        return web.json_response({"error": error}, status=self.status, headers=self.headers)


def bad_token(message: str, code: str) -> ApiError:
    """401 with the header that names what is wrong with the token."""
    return ApiError(401, message, headers={"WWW-Authenticate": f'Bearer realm="spotify", error="{code}"'})


def oauth_error(error: str, description: str | None = None) -> web.Response:
    """400 of the token endpoint."""
    body = {"error": error} | ({"error_description": description} if description else {})
    return web.json_response(body, status=400)


def outage(position: str) -> web.Response | None:
    """The answer of a Spotify that is down, if the switch says that it is."""
    if position == "none":
        return None
    if position == "html":
        return web.Response(
            status=503, text="<html><body>upstream connect error</body></html>", content_type="text/html"
        )
    return web.Response(status=int(position), text="Bad gateway." if position == "502" else "Service unavailable")
