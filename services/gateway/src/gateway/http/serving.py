"""From a declared operation to what aiohttp serves."""

from aiohttp import web
from aiohttp.typedefs import Handler

from gateway.http.guard import Guard
from gateway.http.operation import Call, Operation
from gateway.http.origin import OwnOrigin
from gateway.http.problems import ERRORS_AS_PAGE
from gateway.http.reading import read_body, read_query


def served(operation: Operation, guard: Guard, origin: OwnOrigin) -> Handler:
    """The handler of `operation`: admission first, then query and body, then its own work."""

    async def handle(request: web.Request) -> web.StreamResponse:
        request[ERRORS_AS_PAGE] = operation.errors_as_page
        if operation.own_page_only:
            origin.require(request)
        admitted = await guard.admit(request) if operation.for_person else None
        query: object = read_query(request, operation.query) if operation.query else None
        body: object = await read_body(request, operation.body) if operation.body else None

        async def still_admitted() -> bool:
            return admitted is None or await guard.still(admitted)

        return await operation.handler(Call(request, query, body, admitted, still_admitted))

    return handle


def add_operations(app: web.Application, operations: list[Operation], guard: Guard, origin: OwnOrigin) -> None:
    """Serve every operation at its address."""
    for operation in operations:
        app.router.add_route(operation.method, operation.path, served(operation, guard, origin))
    app.router.add_route("*", "/{area:(?:api|auth)}{rest:(?:/.*)?}", _elsewhere)


_PAGES = "/{path}"


async def _elsewhere(request: web.Request) -> web.StreamResponse:
    """An address that no operation has: 405 where it has other methods, else 404."""
    allowed: set[str] = set()
    for resource in request.app.router.resources():
        if resource is not request.match_info.route.resource and resource.canonical != _PAGES:
            _, methods = await resource.resolve(request)
            allowed |= methods
    if allowed:
        raise web.HTTPMethodNotAllowed(request.method, sorted(allowed))
    raise web.HTTPNotFound
