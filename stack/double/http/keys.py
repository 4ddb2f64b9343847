"""Where handlers find the world and who is calling."""

from dataclasses import dataclass

from aiohttp import web

from stack.double.documents import Documents
from stack.double.http.errors import ApiError
from stack.double.people import Person
from stack.double.world import World

WORLD = web.AppKey("world", World)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who holds the access token; `person` is None for client credentials."""

    person: Person | None
    scopes: tuple[str, ...]


CALLER = web.RequestKey("caller", Caller)


def world_of(request: web.Request) -> World:
    """The world behind a request."""
    return request.config_dict[WORLD]


def documents_for(request: web.Request) -> Documents:
    """A writer of documents that knows whether this request has a market."""
    world = world_of(request)
    placed = request[CALLER].person is not None or bool(request.query.get("market"))
    return Documents(world.settings.public_url, world.switches.now, placed)


def needs_person(request: web.Request, scope: str | None = None) -> Person:
    """The person whose token this is; 401 for client credentials, 403 if they did not grant the scope."""
    caller = request[CALLER]
    if caller.person is None:
        raise ApiError(401, "Valid user authentication required")
    if scope is not None and scope not in caller.scopes:
        raise ApiError(403, "Insufficient client scope")
    return caller.person
