"""Does a request come from our own page? Browsers say so themselves, in headers that no page can set."""

from aiohttp import web

from gateway.domain.origins import origin_of
from gateway.domain.problems import FORBIDDEN, Refused


def refuse_other_sites(request: web.Request) -> None:
    """Raise Refused for an address that a page of another site has opened in the browser, by a link or without one."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        raise Refused(FORBIDDEN, "A page of another site has sent you here. Open this one, and begin in its settings.")


class OwnOrigin:
    """The origin at which people open the page.

    Programs that are no browser send neither header and are let through: there is nothing of somebody else's that
    they could use. A browser sends at least one of them with every POST.
    """

    def __init__(self, public_url: str) -> None:
        self._origin = origin_of(public_url)

    def require(self, request: web.Request) -> None:
        """Raise Refused where a page of another site sent the request (login CSRF)."""
        site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
        if site not in {None, "same-origin"} or origin not in {None, self._origin}:
            raise Refused(FORBIDDEN, f"This comes from a page of another site. Open {self._origin} and try it there.")
