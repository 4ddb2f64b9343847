"""What a request tells about the browser that sent it."""

from collections.abc import Sequence

from aiohttp import web

from gateway.domain.addresses import Network, client_address, client_hash
from gateway.domain.devices import device_label
from gateway.handlers.opening import Browser
from gateway.http.cookies import Cookies


class Browsers:
    """Describes browsers to the auth service: a label and a keyed hash instead of what they say and where they are.

    `trusted` are the proxies whose word about an address counts.
    """

    def __init__(self, cookies: Cookies, address_key: bytes, trusted: Sequence[Network]) -> None:
        self._cookies = cookies
        self._address_key = address_key
        self._trusted = trusted

    def of(self, request: web.Request) -> Browser:
        """The browser behind `request`."""
        address = client_address(request.remote, request.headers.getall("X-Forwarded-For", []), self._trusted)
        return Browser(
            session=self._cookies.session(request),
            device=device_label(request.headers.get("User-Agent")),
            client_hash=client_hash(address, self._address_key),
        )
