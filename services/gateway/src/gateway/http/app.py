"""The application: every operation, the page, and what surrounds each request."""

from aiohttp import web

from gateway.handlers.bus import Bus
from gateway.http.guard import Guard
from gateway.http.observing import observed
from gateway.http.operation import Operation
from gateway.http.origin import OwnOrigin
from gateway.http.pages import Pages
from gateway.http.problems import problems
from gateway.http.security import headers_for
from gateway.http.serving import add_operations

_LARGEST_JSON = 64 * 1024


def create_app(
    operations: list[Operation], guard: Guard, pages: Pages, bus: Bus, public_url: str, *, secure: bool
) -> web.Application:
    """The public interface. When it shuts down, streams of events end first, so that nothing waits for them."""
    app = web.Application(middlewares=[observed, problems], client_max_size=_LARGEST_JSON)
    add_operations(app, operations, guard, OwnOrigin(public_url))
    app.router.add_get("/{path:.*}", pages.serve)
    app.on_response_prepare.append(headers_for(secure=secure))

    async def end_streams(_: web.Application) -> None:
        bus.close()

    app.on_shutdown.append(end_streams)
    return app
